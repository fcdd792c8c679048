"""Chinese is the source; English comes from the catalogue, and a text it lacks is shown as it stands."""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from integrity_archive.language import LOCALES, translations

UNKNOWN = "没有人写过的话"


def entries() -> list[tuple[str, str]]:
    with (LOCALES / "en.po").open("rb") as source:
        return [(str(one.id), str(one.string)) for one in read_po(source, locale="en") if one.id]


def test_chinese_is_shown_as_it_was_written():
    assert all(translations("zh").gettext(chinese) == chinese for chinese, _ in entries())


def test_english_is_what_the_catalogue_says():
    assert entries()
    assert all(translations("en").gettext(chinese) == english for chinese, english in entries() if english)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_nobody_translated_is_shown_rather_than_lost(language: str):
    assert translations(language).gettext(UNKNOWN) == UNKNOWN  # type: ignore[arg-type]


def test_every_text_has_its_english():
    assert [chinese for chinese, english in entries() if not english or english == chinese] == []


def test_a_translation_keeps_the_places_that_are_filled_in():
    assert [chinese for chinese, english in entries() if places(chinese) != places(english)] == []


def places(text: str) -> list[str]:
    return sorted([*re.findall(r"%\(\w+\)[sd]", text), *(name for _, name, _, _ in Formatter().parse(text) if name)])
