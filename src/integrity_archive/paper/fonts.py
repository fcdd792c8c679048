"""Which font draws which character; a character that none can draw is shown by its number, never as an empty box.

Noto Sans SC (SIL OFL, beside this file) draws every ideograph of GB 18030-2022 level 1 and the rare ones of
the general list; an operator names further TrueType files for the rest. ReportLab embeds TrueType outlines
only: it refuses CFF fonts and embeds nothing for its built-in Chinese ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from reportlab.pdfbase import pdfmetrics, ttfonts

from integrity_archive.errors import Fatal

FOLDER = Path(__file__).parent / "fonts"
REGULAR, BOLD = FOLDER / "NotoSansSC-Regular.ttf", FOLDER / "NotoSansSC-Bold.ttf"
SPACING = dict.fromkeys(map(ord, "\n\r\t"))  # layout, not characters to draw


class Glyph(NamedTuple):
    """How one character is drawn: by which font, as which text, how wide in thousandths of the font size."""

    font: str
    text: str
    width: float
    found: bool


class Typeface(dict[str, Glyph]):
    """One weight: the house font, then its fallbacks in the order configured. Looked up by character."""

    def __init__(self, faces: Iterable[ttfonts.TTFont]) -> None:
        super().__init__()
        self.faces = tuple(faces)

    @property
    def name(self) -> str:
        """The house font, the only one most pages need."""
        return str(self.faces[0].fontName)

    def __missing__(self, character: str) -> Glyph:
        code = ord(character)
        for face in (font for font in self.faces if font.face.charToGlyph.get(code)):
            glyph = Glyph(face.fontName, character, face.face.charWidths[code], True)
            break
        else:
            shown = f"〔U+{code:04X}〕"
            glyph = Glyph(self.name, shown, sum(self[letter].width for letter in shown), False)
        self[character] = glyph
        return glyph

    def repertoire(self) -> set[int]:
        """The numbers of all characters that one of its fonts draws; glyph 0 is the empty box."""
        return {code for font in self.faces for code, glyph in font.face.charToGlyph.items() if glyph}

    def width(self, text: str, size: float) -> float:
        """The width of a line in points."""
        return sum(self[character].width for character in text) * size / 1000

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces that one font each can draw: (font name, what to draw)."""
        glyphs = [self[character] for character in text]
        return [(font, "".join(glyph.text for glyph in run)) for font, run in groupby(glyphs, lambda glyph: glyph.font)]


@dataclass(frozen=True)
class Fonts:
    """The two weights of the house."""

    regular: Typeface
    bold: Typeface

    def missing(self, text: str) -> str:
        """The characters of the text that no font draws, each once, in order of appearance."""
        drawn = dict.fromkeys(text.translate(SPACING))
        return "".join(c for c in drawn if not (self.regular[c].found and self.bold[c].found))


@cache
def load(fallback: tuple[Path, ...] = ()) -> Fonts:
    """The house fonts and the fallback files behind them, read once; `Fatal` names a file that cannot serve."""
    others = [_register(path) for path in fallback]
    return Fonts(Typeface([_register(REGULAR), *others]), Typeface([_register(BOLD), *others]))


@cache
def _register(path: Path) -> ttfonts.TTFont:
    try:
        font = ttfonts.TTFont(f"{path.stem}-{crc32(bytes(path)):08x}", str(path))
    except (ttfonts.TTFError, OSError) as wrong:
        raise Fatal(f"字体不可用，须为 TrueType 轮廓 / not a TrueType outline font: {path} ({wrong})") from wrong
    pdfmetrics.registerFont(font)
    return font


def to_unicode(fontname: str, subset: list[int]) -> str:
    """The map from a subset's codes back to characters, by which a reader copies and searches (ISO 32000-1, 9.10.3).

    Takes the place of ReportLab's own, which writes `<20BB7>` for a character outside the Basic Multilingual
    Plane where UTF-16 `<D842DFB7>` is asked for, so that rare names were copied as rubbish; and which puts more
    than the permitted 100 pairs into one block.
    """
    utf16 = [chr(character).encode("utf-16-be").hex().upper() for character in subset]
    pairs = [f"<{code:02X}> <{units}>" for code, units in enumerate(utf16) if units != "0000"]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def\n/CMapType 2 def",
            "1 begincodespacerange\n<00> <FF>\nendcodespacerange",
            *(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks),
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        ]
    )


# The one place where ReportLab is changed: TTFont.addObjects looks the name up in its module at each call.
ttfonts.makeToUnicodeCMap = to_unicode
