"""Files that are read whole, and files that are refused before they do harm."""

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from integrity_archive.rosters import parse as parsing
from integrity_archive.rosters.parse import LIMITS, Limits, parse

ROWS = [["姓名", "学号"], ["聂霁", "0042"], ["阿依努尔·荀霁", "0043"]]
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def workbook(*sheets: Sequence[Sequence[object]], **options: object) -> bytes:
    """A workbook of these sheets; text stays text, numbers become numbers."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False} | options) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()


def repacked(body: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """The same workbook with parts changed (None: left out) or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = change(part.filename, old.read(part))
            if content is not None:
                new.writestr(part.filename, content)
        for name, content in added.items():
            new.writestr(name.replace("__", "/").replace("_bin", ".bin"), content)
    return out.getvalue()


def unchanged(_: str, content: bytes) -> bytes:
    return content


async def test_a_workbook_is_read_as_text_numbers_and_dates():
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["聂霁\U0002cbb5", 140106200306150003.0, True])
        sheet.write_datetime(2, 1, date(2026, 9, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    read = await parse("名册.xlsx", out.getvalue())

    assert read.rows == [["聂霁\U0002cbb5", 140106200306150003.0, True], ["", "", ""], ["", date(2026, 9, 1), ""]]


async def test_an_id_number_stored_as_a_number_stays_one():
    read = await parse("a.xlsx", workbook([[140106200306150003]]))

    assert isinstance(read.rows[0][0], float)


async def test_a_wrong_dimension_hides_no_row():
    body = workbook([["姓名"], *([f"第{n}人"] for n in range(500))])
    lying = repacked(
        body,
        lambda name, content: (
            re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A3"', content) if "sheet1" in name else content
        ),
    )
    assert lying != body

    assert len((await parse("a.xlsx", lying)).rows) == 501


async def test_rows_keep_their_numbers_when_the_sheet_begins_below_the_top():
    read = await parse("a.xlsx", workbook([[], [], *ROWS]))

    assert read.rows[2] == ["姓名", "学号"]


async def test_further_sheets_are_named_and_not_read():
    read = await parse("a.xlsx", workbook(ROWS, [["说明"]]))

    assert (read.rows, read.ignored) == (ROWS, ["Sheet2"])


@pytest.mark.parametrize(("codec", "shown"), [("utf-8-sig", "UTF-8"), ("utf-8", "UTF-8"), ("gb18030", "GB18030")])
async def test_a_csv_file_in_either_encoding_is_read_and_says_which(codec, shown):
    body = '姓名,备注\r\n聂䶮,"甲\r\n乙"\r\n'.encode(codec)

    read = await parse("a.CSV", body)

    assert (read.rows, read.encoding) == ([["姓名", "备注"], ["聂䶮", "甲\r\n乙"]], shown)


@pytest.mark.parametrize(
    ("name", "body", "refusal"),
    [
        ("a.xlsx", b"", parsing.EmptyFile),
        ("a.xlsx", b"hello", parsing.WrongFileType),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), parsing.EncryptedWorkbook),
        ("a.xls", OLE + b"Workbook", parsing.OldWorkbook),
        ("a.xlsm", workbook(ROWS), parsing.MacroWorkbook),
        ("a.csv", workbook(ROWS), parsing.WrongFileType),
        ("a.csv", b"a\0b", parsing.WrongFileType),
        ("a.csv", b"\xff\xff\xff", parsing.UnknownEncoding),
        ("a.csv", b'"open', parsing.UnreadableFile),
        ("a.csv", b'"' + b"x" * 40_000 + b'"', parsing.UnreadableFile),
        ("a.pdf", b"%PDF-", parsing.WrongFileType),
        ("a", workbook(ROWS), parsing.WrongFileType),
        ("a.xlsx", workbook(ROWS)[:-40], parsing.UnreadableFile),
        ("a.xlsx", repacked(workbook(ROWS), unchanged, xl__vbaProject_bin=b"x"), parsing.MacroWorkbook),
        ("a.xlsx", repacked(workbook(ROWS), lambda n, c: None if n == "xl/workbook.xml" else c), parsing.WrongFileType),
        ("a.xlsx", repacked(workbook(ROWS), lambda n, c: b"<" if "sheet1" in n else c), parsing.UnreadableFile),
    ],
)
async def test_what_is_no_roster_is_refused_by_name(name, body, refusal):
    with pytest.raises(refusal) as refused:
        await parse(name, body)

    assert type(refused.value) is refusal
    assert refused.value.at == "file"


@pytest.mark.parametrize(
    ("body", "limits", "refusal"),
    [
        (workbook(ROWS), Limits(file_bytes=100), parsing.FileTooLarge),
        (workbook(ROWS), Limits(rows=2), parsing.TooManyRows),
        (workbook(ROWS), Limits(columns=1), parsing.TooManyColumns),
        (workbook(ROWS), Limits(parts=3), parsing.UnpacksTooLarge),
        (repacked(workbook(ROWS), unchanged, zeros=bytes(3_000_000)), LIMITS, parsing.UnpacksTooLarge),
        (
            repacked(workbook(ROWS), unchanged, zeros=bytes(200_000)),
            Limits(unpacked_bytes=150_000),
            parsing.UnpacksTooLarge,
        ),
    ],
    ids=["size", "rows", "columns", "parts", "ratio", "unpacked"],
)
async def test_a_file_beyond_a_limit_is_refused(body, limits, refusal):
    with pytest.raises(refusal) as refused:
        await parse("a.xlsx", body, limits=limits)

    assert refused.value.status == 413


async def test_a_single_cell_in_the_last_corner_does_not_fill_the_memory():
    """Between the first cell and the last lie 17 thousand million empty ones."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "姓名")
        sheet.write(1_048_575, 16_383, "x")

    with pytest.raises((parsing.TooCostly, parsing.TooManyRows)):
        await parse("a.xlsx", out.getvalue())


async def test_a_reader_that_needs_more_memory_than_allowed_dies_alone():
    body = workbook([[f"{row}:{column}" for column in range(50)] for row in range(2_000)])

    with pytest.raises(parsing.TooCostly):
        await parse("a.xlsx", body, limits=Limits(memory_bytes=1_000_000))


async def test_entities_of_an_xml_part_are_not_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    body = repacked(
        workbook(ROWS),
        lambda name, content: (
            bomb + re.sub("聂霁".encode(), b"&b;", content.split(b"?>", 1)[1]) if "sharedStrings" in name else content
        ),
    )

    try:
        rows = (await parse("a.xlsx", body)).rows
    except parsing.UnreadableFile:
        return
    assert "aaaaaaaa" not in str(rows)
