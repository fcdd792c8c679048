"""Where a line may break: 避头尾 (GB/T 15834-2011, 5.1): no closing mark begins a line, no opening mark ends one."""

import re
from functools import lru_cache

from reportlab.lib.textsplit import ALL_CANNOT_END, ALL_CANNOT_START

from integrity_archive.paper.fonts import Typeface

# ReportLab's lists follow Japanese practice and lack the full-width marks of Chinese.
CANNOT_START = ALL_CANNOT_START + "，：；！？％〉》」』】〗”’…—·～／"
CANNOT_END = ALL_CANNOT_END + "《〈「『【〖“‘"
START, END = re.escape(CANNOT_START), re.escape(CANNOT_END)

# What stays together: opening marks, then a Latin word or number or one ideograph, then closing marks.
CLUSTER = re.compile(rf"\n|[^\S\n]+|[{END}]*(?:[!-~\u00a1-\u024f]+|\S)?[{START}]*|.", re.DOTALL)


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """The text in its unbreakable pieces; spaces and line ends are pieces of their own."""
    return tuple(piece for piece in CLUSTER.findall(text.replace("\t", " ").replace("\r\n", "\n")) if piece)


def wrap(text: str, typeface: Typeface, size: float, width: float) -> list[str]:
    """The lines of a text, each at most `width` points wide; a word longer than a line is cut, never overflows."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in clusters(text):
        if piece == "\n":
            lines.append(line.rstrip())
            line, used = "", 0.0
            continue
        taken = typeface.width(piece, size)
        if used + taken <= width:
            line, used = line + piece, used + taken
        elif piece.isspace():
            lines.append(line)
            line, used = "", 0.0
        elif taken <= width:
            if line:
                lines.append(line.rstrip())
            line, used = piece, taken
        else:
            *full, line = _cut(line + piece, typeface, size, width)
            lines += full
            used = typeface.width(line, size)
    return [*lines, line.rstrip()]


def _cut(text: str, typeface: Typeface, size: float, width: float) -> list[str]:
    lines, line, used = [], "", 0.0
    for character in text:
        taken = typeface.width(character, size)
        if line and used + taken > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + character, used + taken
    return [*lines, line]
