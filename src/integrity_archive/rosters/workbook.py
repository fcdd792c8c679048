"""The two workbooks we hand out: the failed rows with their reasons, and the empty form.

Nothing in them is ever a formula or a link, whatever a cell begins with; numbers that are no quantity are text.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from integrity_archive.errors import FieldError
from integrity_archive.rosters.columns import REASON, Layout, Lines
from integrity_archive.rosters.parse import Cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DATE = "yyyy-mm-dd"
LAST_ROW = 1_048_575


def error_workbook(
    lines: Lines, faults: Mapping[int, Sequence[FieldError]], language: Literal["zh", "en"] = "zh"
) -> bytes:
    """The user's own failed rows, in his own columns, each with its reasons; ready to be mended and handed in again."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, SAFE) as book:
        sheet = book.add_worksheet(lines.layout.title)
        heading = book.add_format({"bold": True, "bottom": 1})
        formats = _Formats(book)
        keep = [place for place, title in enumerate(lines.header) if title != REASON]
        for at, place in enumerate(keep):
            column = lines.columns[place]
            sheet.set_column(at, at, 20, formats.of(text=bool(column and column.text)))
            sheet.write_string(0, at, str(lines.header[place] or ""), heading)
        sheet.write_string(0, len(keep), REASON, heading)
        sheet.set_column(len(keep), len(keep), 60)
        sheet.freeze_panes(1, 0)
        for row, line in enumerate((line for line in lines.lines if line.number in faults), start=1):
            notes = _notes(faults[line.number], language)
            for at, place in enumerate(keep):
                column = lines.columns[place]
                note = notes.get(column.field) if column else None
                cell = line.cells[place] if place < len(line.cells) else None
                _write(sheet, row, at, cell, formats, text=bool(column and column.text), wrong=note is not None)
                if note:
                    sheet.write_comment(row, at, note)
            sheet.write_string(row, len(keep), _reason(lines.layout, faults[line.number], language))
    return out.getvalue()


def template_workbook(layout: Layout) -> bytes:
    """The empty form: a header with lists of choices, and a second sheet that explains each column."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, SAFE) as book:
        sheet, help_sheet = book.add_worksheet(layout.title), book.add_worksheet("说明")
        heading = book.add_format({"bold": True, "bottom": 1})
        formats = _Formats(book)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(layout.columns):
            sheet.set_column(at, at, 20, formats.of(text=column.text))
            sheet.write_string(0, at, column.title, heading)
            if column.choices:
                sheet.data_validation(1, at, LAST_ROW, at, {"validate": "list", "source": list(column.choices)})
        help_sheet.set_column(0, 3, 28)
        rows = [("列名", "是否必填", "说明", "示例")]
        for column in layout.columns:
            note = column.note or ("可选：" + "、".join(column.choices) if column.choices else "")
            rows.append((column.title, "必填" if column.required else "可不填", note, column.example))
        for row, texts in enumerate(rows):
            for at, text in enumerate(texts):
                help_sheet.write_string(row, at, text, heading if row == 0 else formats.of(text=True))
    return out.getvalue()


class _Formats:
    """The few cell formats of a workbook: text or not, a date or not, right or wrong."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, bool, bool], Format] = {}

    def of(self, *, text: bool = False, day: bool = False, wrong: bool = False) -> Format:
        key = (text, day, wrong)
        if key not in self._made:
            look = {"num_format": DATE if day else "@" if text else "General"}
            self._made[key] = self._book.add_format(look | ({"bg_color": "#F8C9C4"} if wrong else {}))
        return self._made[key]


def _write(sheet: Worksheet, row: int, at: int, cell: Cell, formats: _Formats, *, text: bool, wrong: bool) -> None:
    """A cell as it was found: a number stays a number, so that what was lost stays visible."""
    match cell:
        case None | "":
            sheet.write_blank(row, at, None, formats.of(text=text, wrong=wrong))
        case bool():
            sheet.write_boolean(row, at, cell, formats.of(text=text, wrong=wrong))
        case float():
            sheet.write_number(row, at, cell, formats.of(text=text, wrong=wrong))
        case date():
            sheet.write_datetime(row, at, cell, formats.of(day=True, wrong=wrong))
        case str():
            sheet.write_string(row, at, cell, formats.of(text=text, wrong=wrong))


def _notes(faults: Sequence[FieldError], language: Literal["zh", "en"]) -> dict[str, str]:
    notes: dict[str, list[str]] = {}
    for fault in faults:
        notes.setdefault(fault.path, []).append(fault.text(language))
    return {field: "\n".join(texts) for field, texts in notes.items()}


def _reason(layout: Layout, faults: Sequence[FieldError], language: Literal["zh", "en"]) -> str:
    return "\n".join(f"{layout.title_of(fault.path)}：{fault.text(language)}" for fault in faults)
