"""The child process that opens an uploaded file: bytes on standard input, one JSON document on standard output.

Run as `python -I -m integrity_archive.rosters.reader KIND LIMITS`. It imports nothing of ours and is told its limits
as JSON. It answers `{"rows", "encoding", "ignored"}` or `{"refused", "facts"}`; if it dies, it was not worth reading.
"""

import csv
import io
import json
import resource
import sys
import zipfile
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum, ZipError

LONGEST_CELL = 32_767  # characters; what a workbook can hold, so that an error workbook can give every cell back


class Refused(Exception):
    """Named like the refusal that `rosters/parse.py` raises for it."""

    def __init__(self, name: str, **facts: int) -> None:
        super().__init__(name)
        self.name, self.facts = name, facts


def main(kind: str, limits: dict[str, int]) -> None:
    give_up_rights(limits)
    body = sys.stdin.buffer.read()
    answer: dict[str, Any]
    try:
        answer = read_workbook(body, limits) if kind == "xlsx" else read_csv(body, limits)
    except Refused as refused:
        answer = {"refused": refused.name, "facts": refused.facts}
    except MemoryError:
        answer = {"refused": "TooCostly", "facts": {}}
    sys.stdout.write(json.dumps(answer, separators=(",", ":")))


def give_up_rights(limits: dict[str, int]) -> None:
    """From here on this process can neither grow nor run for long, nor write a file."""
    for which, most in (
        (resource.RLIMIT_AS, limits["memory_bytes"]),
        (resource.RLIMIT_CPU, limits["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(which, (most, most))


def read_workbook(body: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """The first visible sheet. The declared `<dimension>` is not asked: some programs write it wrong."""
    check_parts(body, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        visible = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        ]
        if not visible:
            raise Refused("UnreadableFile")
        sheet = book.get_sheet_by_name(visible[0])
        last_row, last_column = sheet.end or (-1, -1)
        check_size(last_row + 1, last_column + 1, limits)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, ZipError):
        raise Refused("UnreadableFile") from None
    return {"rows": [[plain(value) for value in row] for row in rows], "encoding": None, "ignored": visible[1:]}


def check_parts(body: bytes, limits: dict[str, int]) -> None:
    """Refuse what is no workbook, carries macros or a password, or would unpack beyond all proportion."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(body)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refused("UnreadableFile") from None
    names = {part.filename.lower() for part in parts}
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > limits["parts"]
        or unpacked > limits["unpacked_bytes"]
        or unpacked > limits["ratio"] * max(len(body), 1)
    ):
        raise Refused("UnpacksTooLarge")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("EncryptedWorkbook")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Refused("MacroWorkbook")
    if "xl/workbook.xml" not in names:
        raise Refused("WrongFileType")


def read_csv(body: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """UTF-8 if it is valid UTF-8, else GB18030, else refused; commas between, one record one row."""
    text, encoding = decoded(body)
    csv.field_size_limit(LONGEST_CELL)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append(row)
            check_size(len(rows), len(row), limits)
    except csv.Error:
        raise Refused("UnreadableFile") from None
    return {"rows": rows, "encoding": encoding, "ignored": []}


def decoded(body: bytes) -> tuple[str, str]:
    for codec, shown in (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030")):
        try:
            return body.decode(codec), shown
        except UnicodeDecodeError:
            continue
    raise Refused("UnknownEncoding")


def check_size(height: int, width: int, limits: dict[str, int]) -> None:
    if height > limits["rows"]:
        raise Refused("TooManyRows", most=limits["rows"])
    if width > limits["columns"]:
        raise Refused("TooManyColumns", most=limits["columns"])


def plain(value: object) -> object:
    """A cell as JSON. Numbers stay floats: an ID number that was stored as a number must be recognised as such."""
    match value:
        case str() | bool() | float():
            return value
        case int():
            return float(value)
        case datetime() if value.time() != time():
            return value.isoformat(" ")
        case date():  # a datetime at midnight is a date, too
            return {"date": value.isoformat()[:10]}
        case _:
            return str(value)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
