"""What a printed paper says, as values: nothing here knows where on the page it will stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Words:
    """The few words the layout itself prints; `Words.spoken(_)` says them in the reader's language."""

    number: str
    issued: str
    verify: str
    code: str
    address: str
    page: str

    @classmethod
    def spoken(cls, _: Callable[[str], str]) -> "Words":
        return cls(
            number=_("编号"),
            issued=_("出具时间"),
            verify=_("真伪核验"),
            code=_("核验码"),
            address=_("核验地址"),
            page=_("第 {page} 页，共 {pages} 页"),
        )


@dataclass(frozen=True)
class Letterhead:
    """Who sends the paper, and under which number of theirs (文号)."""

    organisation: str
    unit: str = ""
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text, set flush on both sides; `quiet` for small print."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class KeyValues:
    """Labels and what stands behind them, one or two pairs to a line."""

    pairs: tuple[tuple[str, str], ...]
    columns: Literal[1, 2] = 2


@dataclass(frozen=True)
class Column:
    """A table's column; widths are shares of the line."""

    heading: str
    share: float = 1
    right: bool = False


@dataclass(frozen=True)
class Table:
    """A three-line table (三线表); its heading is repeated on each page. `empty` stands there if it has no rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "—"

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a table row has not as many cells as the table has columns")


@dataclass(frozen=True)
class Notice:
    """What the reader must not overlook, such as the person's own statement; `warning` for limits of use."""

    title: str
    text: str
    tone: Literal["plain", "warning"] = "plain"


Block = Paragraph | KeyValues | Table | Notice


@dataclass(frozen=True)
class Section:
    """Blocks under one heading; a heading never stands alone at the foot of a page."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """One paper: rendering the same value twice gives the same bytes.

    `address`: the reader's, for the window of an envelope. `qr` false: whoever checks it follows nothing that it says.
    `verify_code` empty: it stays in the house and nobody checks it.
    """

    letterhead: Letterhead
    title: str
    number: str
    issued_at: datetime
    sections: tuple[Section, ...]
    verify_url: str
    verify_code: str
    address: tuple[str, ...] = ()
    qr: bool = True
    subtitle: str = ""
    verify_hint: str = ""
    closing: tuple[str, ...] = ()
    watermark: str = ""
    footer: str = ""
    words: Words = field(default_factory=lambda: Words.spoken(str))

    def texts(self) -> Iterator[str]:
        """All its words, for the question which characters it needs."""
        head = self.letterhead
        yield from (head.organisation, head.unit, head.number, self.title, self.subtitle, self.number)
        yield from (self.verify_hint, self.verify_code, *self.address, *self.closing, self.watermark, self.footer)
        for section in self.sections:
            yield section.title
            for block in section.blocks:
                yield from words_of(block)


def words_of(block: Block) -> Iterator[str]:
    """The words of one block."""
    match block:
        case Paragraph():
            yield block.text
        case Notice():
            yield from (block.title, block.text)
        case KeyValues():
            yield from (text for pair in block.pairs for text in pair)
        case Table():
            yield from (column.heading for column in block.columns)
            yield from (text for row in block.rows for text in row)
