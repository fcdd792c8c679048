"""The start-up check: which ideographs of names the configured fonts cannot draw, weight by weight, block by block.

GB 18030-2022 level 3 asks for all up to Extension F, and later ones come into registers of names too; what is
missing is printed by its number, so an operator should know beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from integrity_archive.paper.fonts import Fonts

# What Unicode 17.0 has assigned, first and last. Not asked of `unicodedata`: Python 3.11 knows Unicode 14.0 only,
# and would take Extensions H and I for empty.
BLOCKS = {
    "name separator · and 〇": ((0x00B7, 0x00B7), (0x3007, 0x3007)),
    "CJK": ((0x4E00, 0x9FFF),),
    "Extension A": ((0x3400, 0x4DBF),),
    "Extension B": ((0x20000, 0x2A6DF),),
    "Extension C": ((0x2A700, 0x2B73F),),
    "Extension D": ((0x2B740, 0x2B81D),),
    "Extension E": ((0x2B820, 0x2CEAD),),
    "Extension F": ((0x2CEB0, 0x2EBE0),),
    "Extension G": ((0x30000, 0x3134A),),
    "Extension H": ((0x31350, 0x323AF),),
    "Extension I": ((0x2EBF0, 0x2EE5D),),
    "Compatibility Ideographs": ((0xF900, 0xFA6D), (0xFA70, 0xFAD9)),
    "Compatibility Supplement": ((0x2F800, 0x2FA1D),),
}
TOTAL = sum(last - first + 1 for runs in BLOCKS.values() for first, last in runs)
RUNS_IN_ONE_LINE = 3


@dataclass(frozen=True)
class Gap:
    """What one weight, or both alike, cannot draw of one block: which numbers, of how many."""

    weight: str
    block: str
    missing: tuple[int, ...]
    of: int

    def __str__(self) -> str:
        return f"{len(self.missing)} of {self.of} in {self.block} ({self.weight})"


def gaps(fonts: Fonts) -> list[Gap]:
    """Every block that these fonts do not draw whole; two weights that lack the same make one gap."""
    regular, bold = fonts.regular.repertoire(), fonts.bold.repertoire()
    found = []
    for block, runs in BLOCKS.items():
        assigned = {code for first, last in runs for code in range(first, last + 1)}
        lacking = {"regular": assigned - regular, "bold": assigned - bold}
        if lacking["regular"] == lacking["bold"]:
            lacking = {"regular and bold": lacking["bold"]}
        found += [Gap(weight, block, tuple(sorted(codes)), len(assigned)) for weight, codes in lacking.items() if codes]
    return found


def announcement(found: Sequence[Gap], fallback: Sequence[Path]) -> str:
    """One line for the start: how much is missing and, where a fallback list is configured, what that list lacks."""
    count = len({code for gap in found for code in gap.missing})
    shown = f"names with {count} of {TOTAL} ideographs will be printed by their number"
    if not fallback:
        blocks = ", ".join(dict.fromkeys(gap.block for gap in found))
        return f"{shown} ({blocks}); `integrity-archive check` lists them; set IA_FALLBACK_FONTS to draw them"
    files = ", ".join(path.name for path in fallback)
    told = "; ".join(f"{gap}: {ranges(gap.missing, at_most=RUNS_IN_ONE_LINE)}" for gap in found)
    return f"{shown}, even with IA_FALLBACK_FONTS ({files}): {told}; `integrity-archive check` lists them all"


def ranges(codes: Sequence[int], *, at_most: int | None = None) -> str:
    """Ascending numbers as ranges, `U+20000–U+2001F, U+20021`; beyond `at_most` of them, how many more there are."""
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    told = [f"U+{run[0]:04X}" + (f"–U+{run[-1]:04X}" if len(run) > 1 else "") for run in runs[:at_most]]
    more = [f"{len(runs) - len(told)} more ranges"] if len(told) < len(runs) else []
    return ", ".join(told + more)
