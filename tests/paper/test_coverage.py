"""Before a name is ever printed, an operator can know which characters the fonts lack."""

from pathlib import Path

import pytest
import reportlab

from integrity_archive.errors import Fatal
from integrity_archive.paper.coverage import BLOCKS, gaps, ranges
from integrity_archive.paper.fonts import load

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def test_what_is_named_as_missing_is_what_cannot_be_drawn() -> None:
    found = {gap.block: gap for gap in gaps()}
    assert "CJK Extension B" in found and found["CJK Extension B"].ranges.startswith("U+20000")
    assert load().missing("𠀀䶮聂") == "𠀀"
    for gap in found.values():
        assert 0 < gap.missing <= gap.of <= BLOCKS[gap.block][1] - BLOCKS[gap.block][0] + 1


def test_a_fallback_that_adds_nothing_changes_nothing_and_a_useless_file_stops() -> None:
    assert gaps((VERA,)) == gaps()
    with pytest.raises(Fatal):
        gaps((Path(__file__),))


def test_numbers_are_told_as_ranges() -> None:
    assert ranges([0x20000, 0x20001, 0x20003]) == "U+20000–U+20001, U+20003"
