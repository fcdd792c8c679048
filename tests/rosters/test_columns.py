"""How a header finds its columns."""

import pytest

from integrity_archive.rosters.columns import Column, ColumnMissing, ColumnTwice, Layout, NoRows, lines
from integrity_archive.rosters.parse import Sheet

LAYOUT = Layout(
    "名册",
    (Column("姓名", "name", required=True), Column("学号", "student_no", ("Student No",), required=True, text=True)),
)


def sheet(*rows):
    return Sheet(list(rows), None, [])


def test_columns_are_found_in_any_order_under_any_of_their_names():
    found = lines(LAYOUT, sheet(["student no", "备注", " 姓 名（必填）"], ["0042", "转入", "聂霁"]))

    assert [(line.number, line.values) for line in found.lines] == [(2, {"student_no": "0042", "name": "聂霁"})]
    assert found.unknown == ["备注"]


def test_empty_rows_are_no_lines_and_the_others_keep_their_numbers():
    found = lines(LAYOUT, sheet([""], ["姓名", "学号"], [None, " "], ["聂霁", "1"], ["\u3000"], ["荀霁"]))

    assert [(line.number, line.values) for line in found.lines] == [
        (4, {"name": "聂霁", "student_no": "1"}),
        (6, {"name": "荀霁"}),
    ]


def test_the_column_of_our_own_error_workbook_is_passed_over():
    assert lines(LAYOUT, sheet(["姓名", "学号", "错误原因"], ["聂霁", "1", "学号：…"])).unknown == []


@pytest.mark.parametrize(
    ("rows", "refusal", "told"),
    [
        ([["姓名"], ["聂霁"]], ColumnMissing, "学号"),
        ([["聂霁", "1"]], ColumnMissing, "姓名、学号"),
        ([], ColumnMissing, "姓名、学号"),
        ([["姓名", "学号", "姓名"], ["聂霁", "1", "荀霁"]], ColumnTwice, "姓名"),
        ([["姓名", "学号"], ["", ""]], NoRows, ""),
    ],
)
def test_a_header_that_cannot_be_used_is_refused(rows, refusal, told):
    with pytest.raises(refusal) as refused:
        lines(LAYOUT, sheet(*rows))

    assert told in refused.value.text("zh")
