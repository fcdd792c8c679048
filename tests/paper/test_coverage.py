"""Before a name is ever printed, an operator can know which characters the fonts lack."""

from pathlib import Path

import pytest
import reportlab
from structlog.testing import capture_logs

from integrity_archive.app import warn_of_gaps
from integrity_archive.errors import Fatal
from integrity_archive.paper.coverage import BLOCKS, TOTAL, announcement, gaps, ranges
from integrity_archive.paper.fonts import Fonts, Typeface, load
from integrity_archive.settings import Settings

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # has ·, and no ideograph at all
NOTO, LATIN = load().regular, Typeface(load((VERA,)).regular.faces[1:])


def test_what_is_named_as_missing_is_what_cannot_be_drawn() -> None:
    missing = {chr(code) for gap in gaps(load()) for code in gap.missing}
    every = "".join(chr(code) for runs in BLOCKS.values() for first, last in runs for code in range(first, last + 1))

    assert set(Fonts(Typeface(NOTO.faces), Typeface(load().bold.faces)).missing(every)) == missing
    assert "𠀀" in missing
    assert missing.isdisjoint("䶮聂〇·")


@pytest.mark.parametrize(
    ("block", "first", "last"),
    [
        ("Extension C", "\U0002a700", "\U0002b73f"),
        ("Extension G", "\U00030000", "\U0003134a"),
        ("Extension H", "\U00031350", "\U000323af"),
        ("Extension I", "\U0002ebf0", "\U0002ee5d"),
        ("Compatibility Ideographs", "\uf900", "\ufad9"),
        ("Compatibility Supplement", "\U0002f800", "\U0002fa1d"),
        ("name separator · and 〇", "〇", "〇"),
    ],
)
def test_blocks_that_this_python_does_not_know_are_looked_at_to_their_ends(block: str, first: str, last: str) -> None:
    (gap,) = (gap for gap in gaps(Fonts(LATIN, LATIN)) if gap.block == block)

    assert (chr(gap.missing[0]), chr(gap.missing[-1])) == (first, last)


def test_what_only_one_weight_lacks_is_named_with_that_weight() -> None:
    whole = {gap.block for gap in gaps(load())}

    assert {gap.weight for gap in gaps(load())} == {"regular and bold"}
    assert {gap.weight for gap in gaps(Fonts(NOTO, LATIN)) if gap.block not in whole} == {"bold"}
    assert {gap.weight for gap in gaps(Fonts(LATIN, NOTO)) if gap.block not in whole} == {"regular"}
    assert [str(gap) for gap in gaps(Fonts(NOTO, LATIN)) if gap.block == "CJK"] == [
        "16 of 20992 in CJK (regular)",
        "20992 of 20992 in CJK (bold)",
    ]


def test_a_fallback_that_adds_nothing_changes_nothing_and_a_useless_file_stops() -> None:
    assert gaps(load((VERA,))) == gaps(load())
    with pytest.raises(Fatal):
        load((Path(__file__),))


def test_the_start_says_in_one_line_what_is_missing_and_how_to_mend_it() -> None:
    with capture_logs() as lines:
        warn_of_gaps(Settings())

    (line,) = (line["event"] for line in lines)
    assert f"{sum(len(gap.missing) for gap in gaps(load()))} of {TOTAL} ideographs" in line
    assert "Extension B, Extension C" in line
    assert "`integrity-archive check`" in line
    assert "IA_FALLBACK_FONTS" in line and "fallback_fonts" in Settings.model_fields
    assert "U+" not in line


def test_the_start_names_what_the_configured_list_cannot_draw() -> None:
    with capture_logs() as lines:
        warn_of_gaps(Settings(fallback_fonts=(VERA,)))

    (line,) = (line["event"] for line in lines)
    assert "Vera.ttf" in line
    assert "16 of 20992 in CJK (regular and bold): U+9FF0–U+9FFF;" in line
    assert "4192 of 4192 in Extension H (regular and bold): U+31350–U+323AF;" in line


def test_a_character_that_both_weights_lack_is_counted_once() -> None:
    assert f"names with {TOTAL - 1} of {TOTAL} ideographs" in announcement(gaps(Fonts(NOTO, LATIN)), ())


def test_numbers_are_told_as_ranges() -> None:
    assert ranges([0x20000, 0x20001, 0x20003]) == "U+20000–U+20001, U+20003"
    assert ranges([1, 3, 4, 6, 8], at_most=2) == "U+0001, U+0003–U+0004, 2 more ranges"
    assert ranges([1, 3], at_most=2) == "U+0001, U+0003"
