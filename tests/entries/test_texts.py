"""Texts are kept in the form in which they are sent."""

import pytest

from integrity_archive.entries.texts import ControlCharacter, lines, one_line


def test_ends_are_trimmed_and_characters_composed() -> None:
    assert one_line(" \u3000cafe\u0301\u3000") == "caf\u00e9"
    assert lines("\r\n 一 \r\n二\n") == "一\n二"


@pytest.mark.parametrize("text", ["a\x00b", "a\x7fb", "a\tb", "a\u0085b", "a\ud800b"])
def test_control_characters_are_refused(text: str) -> None:
    for form in (one_line, lines):
        with pytest.raises(ControlCharacter):
            form(text)


def test_only_a_text_of_several_lines_may_break() -> None:
    with pytest.raises(ControlCharacter):
        one_line("一\n二")
