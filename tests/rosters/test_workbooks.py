"""The error workbook and the empty form, opened by another program than the one that wrote them."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from integrity_archive.errors import FieldError
from integrity_archive.rosters.columns import Column, Layout, lines
from integrity_archive.rosters.parse import Sheet, parse
from integrity_archive.rosters.workbook import error_workbook, template_workbook

LAYOUT = Layout(
    "学生名册",
    (
        Column("姓名", "name", required=True),
        Column("证件号码", "document_number", required=True, text=True),
        Column("层次", "level", choices=("本科", "专科"), note="按学籍"),
        Column("入学日期", "since"),
    ),
)
HEADER = ["证件号码", "姓名", "备注", "入学日期"]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", '="x"', "=cmd|' /C calc'!A0", "http://a.b"]


def seen(*rows):
    return lines(LAYOUT, Sheet([HEADER, *rows], None, []))


def fault(path, zh="校验位不符。"):
    return FieldError(path, "wrong", zh, "Wrong.")


def opened(body):
    return openpyxl.load_workbook(BytesIO(body))


def test_only_the_failed_rows_are_given_back_each_with_its_reasons():
    found = seen(["1", "聂霁", "甲", ""], ["2", "荀霁", "乙", ""], ["3", "桑霁", "丙", ""])

    sheet = opened(error_workbook(found, {3: [fault("document_number"), fault("since", "日期有误。")]})).active

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [*HEADER, "错误原因"],
        ["2", "荀霁", "乙", None, "证件号码：校验位不符。\n入学日期：日期有误。"],
    ]
    assert sheet["A2"].comment.text == "校验位不符。"
    assert sheet["A2"].fill.fgColor.rgb == "FFF8C9C4"
    assert sheet["A2"].number_format == "@"
    assert sheet["B2"].comment is None


async def test_a_mended_error_workbook_can_be_handed_in_again():
    found = seen(["2", "荀霁", "乙", date(2023, 9, 1)])
    once = error_workbook(found, {2: [fault("name")]})

    again = lines(LAYOUT, await parse("错误.xlsx", once))

    assert again.lines[0].values == {"document_number": "2", "name": "荀霁", "since": date(2023, 9, 1)}
    twice = opened(error_workbook(again, {2: [fault("name")]})).active
    assert [cell.value for cell in twice[1]] == [*HEADER, "错误原因"]


def test_a_number_that_lost_its_digits_is_given_back_as_the_number_it_is():
    sheet = opened(error_workbook(seen([140106200306150003.0, "荀霁"]), {2: [fault("document_number")]})).active

    assert sheet["A2"].data_type == "n"


@pytest.mark.parametrize("text", FORMULAS)
async def test_no_cell_is_ever_a_formula_or_a_link(text):
    body = error_workbook(seen([text, text, text, text]), {2: [fault("name", text)]})
    sheet = opened(body).active

    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert (await parse("a.xlsx", body)).rows[1][0].strip() == text.strip()


def test_the_form_has_all_columns_the_choices_and_an_explanation():
    book = opened(template_workbook(LAYOUT))
    form, explanation = book.worksheets

    assert [cell.value for cell in form[1]] == ["姓名", "证件号码", "层次", "入学日期"]
    assert form.column_dimensions["B"].number_format == "@"
    assert [(str(rule.sqref), rule.formula1) for rule in form.data_validations.dataValidation] == [
        ("C2:C1048576", '"本科,专科"')
    ]
    assert [cell.value for cell in explanation[4]] == ["层次", "可不填", "按学籍", ""]


async def test_the_form_is_a_roster_without_rows():
    read = await parse("a.xlsx", template_workbook(LAYOUT))

    assert read.rows == [["姓名", "证件号码", "层次", "入学日期"]]
    assert read.ignored == ["说明"]
