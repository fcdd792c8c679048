"""The start-up check: which ideographs of names the configured fonts cannot draw, block by block.

GB 18030-2022 asks for all of them; what is missing is printed by its number, so an operator should know beforehand.
"""

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from integrity_archive.paper.fonts import load

BLOCKS = {
    "CJK": (0x4E00, 0x9FFF),
    "CJK Extension A": (0x3400, 0x4DBF),
    "CJK Extension B": (0x20000, 0x2A6DF),
    "CJK Extension C": (0x2A700, 0x2B73F),
    "CJK Extension D": (0x2B740, 0x2B81F),
    "CJK Extension E": (0x2B820, 0x2CEAF),
    "CJK Extension F": (0x2CEB0, 0x2EBEF),
}


@dataclass(frozen=True)
class Gap:
    """What is missing of one block: how many of how many, and their ranges, `U+20000–U+2001F, U+20021`."""

    block: str
    missing: int
    of: int
    ranges: str


def gaps(fallback: tuple[Path, ...] = ()) -> list[Gap]:
    """Every block that the house fonts with this fallback list do not draw whole; an unusable file raises `Fatal`."""
    faces = load(fallback).regular.faces
    drawn = set[int]().union(*(face.face.charToGlyph for face in faces))
    found = []
    for block, (first, last) in BLOCKS.items():
        assigned = [code for code in range(first, last + 1) if unicodedata.category(chr(code)) != "Cn"]
        missing = [code for code in assigned if code not in drawn]
        if missing:
            found.append(Gap(block, len(missing), len(assigned), ranges(missing)))
    return found


def ranges(codes: list[int]) -> str:
    """Ascending numbers as ranges."""
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"U+{run[0]:04X}" + (f"–U+{run[-1]:04X}" if len(run) > 1 else "") for run in runs)
