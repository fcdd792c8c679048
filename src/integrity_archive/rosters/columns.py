"""What a roster's columns are called, and how the header of a file finds them in any order."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from integrity_archive.errors import Refusal
from integrity_archive.rosters.parse import Cell, Sheet

REASON = "错误原因"  # the column our error workbook adds; passed over when the file comes back
BLANKS = " \u3000\t\r\n\xa0"


class ColumnMissing(Refusal):
    """The header row lacks these columns: {columns}."""

    status = 422
    zh = "表头缺少以下列：{columns}。"


class ColumnTwice(Refusal):
    """The header row names this column twice: {column}."""

    status = 422
    zh = "表头中该列出现了两次：{column}。"


class NoRows(Refusal):
    """There is no row below the header."""

    status = 422
    zh = "表头下没有数据。"


@dataclass(frozen=True)
class Column:
    """One column. `text`: holds a number that is no quantity (an ID number), so its cells must be text."""

    title: str
    field: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    text: bool = False
    choices: tuple[str, ...] = ()
    note: str = ""
    example: str = ""


@dataclass(frozen=True)
class Layout:
    """The columns of one kind of roster."""

    title: str
    columns: tuple[Column, ...]

    def find(self, heading: Cell) -> Column | None:
        """The column with this heading, blanks, width of letters and the mark of required columns aside."""
        key = _key(heading)
        return next((column for column in self.columns if key in map(_key, (column.title, *column.aliases))), None)

    def title_of(self, field: str) -> str:
        """What the user calls a field; the field itself where no column has it."""
        return next((column.title for column in self.columns if column.field == field), field)


@dataclass(frozen=True)
class Line:
    """One row: its number in the file, its cells as found, and the values of the fields that are not empty."""

    number: int
    cells: list[Cell]
    values: dict[str, Cell]


@dataclass(frozen=True)
class Lines:
    """A sheet seen through a layout. `unknown` headings are reported; their cells are kept, but not read."""

    layout: Layout
    header: list[Cell]
    columns: list[Column | None]
    unknown: list[str]
    lines: list[Line]


def lines(layout: Layout, sheet: Sheet) -> Lines:
    """Match the first row that is not empty as the header; every row below it that is not empty is a line."""
    rows = ((number, row) for number, row in enumerate(sheet.rows, start=1) if not _empty(row))
    _, header = next(rows, (0, []))
    columns = [layout.find(heading) for heading in header]
    _check(layout, columns)
    places = [(place, column.field) for place, column in enumerate(columns) if column]
    found = [Line(number, row, _values(row, places)) for number, row in rows]
    if not found:
        raise NoRows(at="file")
    unknown = [
        str(heading)
        for heading, column in zip(header, columns, strict=True)
        if column is None and heading not in (None, "", REASON)
    ]
    return Lines(layout, header, columns, unknown, found)


def _check(layout: Layout, columns: Sequence[Column | None]) -> None:
    present = [column.field for column in columns if column]
    if missing := [column.title for column in layout.columns if column.required and column.field not in present]:
        raise ColumnMissing(at="file", columns="、".join(missing))
    if twice := [field for field in present if present.count(field) > 1]:
        raise ColumnTwice(at="file", column=layout.title_of(twice[0]))


def _values(row: list[Cell], places: list[tuple[int, str]]) -> dict[str, Cell]:
    values: dict[str, Cell] = {}
    width = len(row)
    for place, field in places:
        if place < width:
            cell = row[place]
            if isinstance(cell, str):
                cell = cell.strip(BLANKS)
            if cell is not None and cell != "":
                values[field] = cell
    return values


def _empty(row: list[Cell]) -> bool:
    return all(cell is None or (isinstance(cell, str) and not cell.strip(BLANKS)) for cell in row)


def _key(heading: Cell) -> str:
    text = unicodedata.normalize("NFKC", str(heading or "")).lower()
    return "".join(text.split()).removesuffix("(必填)").strip("*")
