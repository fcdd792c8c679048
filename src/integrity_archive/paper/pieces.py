"""Blocks become pieces: strips of a known height that draw themselves and are never cut by the end of a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from integrity_archive.paper.document import Block, KeyValues, Notice, Paragraph, Section, Table
from integrity_archive.paper.fonts import Fonts
from integrity_archive.paper.sheet import (
    ACCENT,
    INK,
    LEFT,
    MEASURE,
    MUTED,
    TINT,
    WARNING,
    WARNING_TINT,
    Sheet,
)
from integrity_archive.paper.wrapping import wrap

BODY, SMALL, HEADING = 10.0, 8.5, 12.0
LEADING = 1.6  # line height in font sizes: dense Chinese type needs air
PAD = 5.5  # above and below the text of a row
GUTTER = 14.0
LONGEST = 36  # lines of one cell in one piece, so that every piece fits on an empty page
STRETCH = 1.6  # font sizes of slack that justification may spread over a line


@dataclass(frozen=True)
class Piece:
    """A strip across the page. `draw` is given the y of its top; `again` is repeated above it on a new page."""

    height: float
    draw: Callable[[Sheet, float], None]
    keeps_next: bool = False
    again: "Piece | None" = None


def space(height: float, *, keeps_next: bool = False) -> Piece:
    """Nothing, so high."""
    return Piece(height, lambda sheet, y: None, keeps_next)


def baseline(top: float, size: float, line: int = 0) -> float:
    """Where a line of text stands below the top of its strip."""
    return top - size * (LEADING * line + 1.18)


def of_section(section: Section, fonts: Fonts) -> Iterator[Piece]:
    """The heading, then each block, with the house's distances."""

    def heading(sheet: Sheet, y: float) -> None:
        sheet.box(LEFT, y - 16, 3, 12.5, ACCENT)
        sheet.text(LEFT + 10, y - 14.5, section.title, HEADING, bold=True)

    if section.title:
        yield space(14, keeps_next=True)
        yield Piece(25, heading, keeps_next=True)
    else:
        yield space(8)
    for block in section.blocks:
        yield from of_block(block, fonts)
        yield space(8)


def of_block(block: Block, fonts: Fonts) -> Iterator[Piece]:
    """The pieces of one block."""
    match block:
        case Paragraph():
            return _paragraph(block, fonts)
        case KeyValues():
            return _key_values(block, fonts)
        case Table():
            return _table(block, fonts)
        case Notice():
            return _notice(block, fonts)


def _paragraph(block: Paragraph, fonts: Fonts) -> Iterator[Piece]:
    size, colour = (SMALL, MUTED) if block.quiet else (BODY, INK)
    for text in block.text.split("\n"):
        lines = wrap(text, fonts.regular, size, MEASURE)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            slack = MEASURE - fonts.regular.width(line, size)
            fill = 0.0 if last or slack > size * STRETCH else MEASURE

            def draw(sheet: Sheet, y: float, line: str = line, fill: float = fill) -> None:
                sheet.text(LEFT, baseline(y, size), line, size, colour=colour, fill=fill)

            # Neither the first nor the last line of a paragraph stands alone on a page.
            yield Piece(size * LEADING, draw, keeps_next=len(lines) > 1 and number in (0, len(lines) - 2))


@dataclass(frozen=True)
class Cell:
    """Lines of one size at one place of a row."""

    x: float
    lines: Sequence[str]
    bold: bool = False
    muted: bool = False
    right: bool = False


def _row(cells: Sequence[Cell], size: float, *, again: Piece | None = None, hairline: bool = True) -> Iterator[Piece]:
    """Cells side by side; a cell too long for a page goes on in further pieces."""
    tallest = max(len(cell.lines) for cell in cells)
    for start in range(0, tallest, LONGEST):
        height = min(LONGEST, tallest - start) * size * LEADING + 2 * PAD - size * 0.2
        ends = start + LONGEST >= tallest

        def draw(sheet: Sheet, y: float, start: int = start, height: float = height, ends: bool = ends) -> None:
            for cell in cells:
                for number, line in enumerate(cell.lines[start : start + LONGEST]):
                    sheet.text(
                        cell.x,
                        baseline(y - PAD, size, number),
                        line,
                        size,
                        bold=cell.bold,
                        colour=MUTED if cell.muted else INK,
                        align="right" if cell.right else "left",
                    )
            if hairline and ends:
                sheet.rule(LEFT, y - height, MEASURE)

        yield Piece(height, draw, again=again)


def _key_values(block: KeyValues, fonts: Fonts) -> Iterator[Piece]:
    longest = max((fonts.regular.width(label, BODY) for label, _ in block.pairs), default=0)
    label_width = min(max(longest, 4 * BODY), MEASURE / 4) + GUTTER
    half = (MEASURE + GUTTER) / block.columns
    yield Piece(0, lambda sheet, y: sheet.rule(LEFT, y, MEASURE), keeps_next=True)
    for start in range(0, len(block.pairs), block.columns):
        pairs = block.pairs[start : start + block.columns]
        # A pair left alone has the whole line.
        width = half - GUTTER if len(pairs) == block.columns else MEASURE
        cells = []
        for column, (label, value) in enumerate(pairs):
            x = LEFT + column * half
            cells.append(Cell(x, wrap(label, fonts.regular, BODY, label_width - GUTTER / 2), muted=True))
            cells.append(Cell(x + label_width, wrap(value, fonts.regular, BODY, width - label_width)))
        yield from _row(cells, BODY)


def _table(block: Table, fonts: Fonts) -> Iterator[Piece]:
    size, gap, inset = 9.0, 10.0, 6.0
    total = sum(column.share for column in block.columns)
    widths = [(MEASURE + gap - 2 * inset) * column.share / total for column in block.columns]
    lefts = [LEFT + inset + sum(widths[:index]) for index in range(len(widths))]

    def cells(texts: Sequence[str], *, bold: bool = False) -> list[Cell]:
        typeface = fonts.bold if bold else fonts.regular
        return [
            Cell(
                x + width - gap if column.right else x,
                wrap(text, typeface, size, width - gap),
                bold,
                right=column.right,
            )
            for text, x, width, column in zip(texts, lefts, widths, block.columns, strict=True)
        ]

    (title,) = _row(cells([column.heading for column in block.columns], bold=True), size, hairline=False)

    def heading(sheet: Sheet, y: float) -> None:
        sheet.box(LEFT, y - title.height, MEASURE, title.height, TINT)
        sheet.rule(LEFT, y, MEASURE, weight=1, colour=INK)
        sheet.rule(LEFT, y - title.height, MEASURE, weight=0.5, colour=INK)
        title.draw(sheet, y)

    again = Piece(title.height, heading, keeps_next=True)
    yield again
    for row in block.rows:
        yield from _row(cells(row), size, again=again)
    if not block.rows:
        yield from _row([Cell(LEFT + inset, [block.empty], muted=True)], size, again=again)
    yield Piece(0, lambda sheet, y: sheet.rule(LEFT, y, MEASURE, weight=1, colour=INK))


def _notice(block: Notice, fonts: Fonts) -> Iterator[Piece]:
    bar, tint = (WARNING, WARNING_TINT) if block.tone == "warning" else (MUTED, TINT)
    inner = 14.0
    lines = [(line, True) for line in wrap(block.title, fonts.bold, BODY, MEASURE - 2 * inner) if line]
    lines += [(line, False) for line in wrap(block.text, fonts.regular, BODY, MEASURE - 2 * inner)]
    for start in range(0, len(lines), LONGEST):
        shown = lines[start : start + LONGEST]
        height = len(shown) * BODY * LEADING + 2 * PAD + 4

        def draw(sheet: Sheet, y: float, shown: list[tuple[str, bool]] = shown, height: float = height) -> None:
            sheet.box(LEFT, y - height, MEASURE, height, tint)
            sheet.box(LEFT, y - height, 2.5, height, bar)
            for number, (line, bold) in enumerate(shown):
                sheet.text(LEFT + inner, baseline(y - PAD - 2, BODY, number), line, BODY, bold=bold)

        yield Piece(height, draw)
