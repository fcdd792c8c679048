"""Lines of student and member rosters: clean values, or faults beside their columns."""

from datetime import date

import pytest

from integrity_archive.people.identity import DocumentKind, check_character
from integrity_archive.people.models import EnrolmentStatus, MembershipStatus
from integrity_archive.people.roster import MEMBERS, STUDENTS, MemberLine, StudentLine, check
from integrity_archive.rosters.columns import Line, lines
from integrity_archive.rosters.parse import Sheet, parse
from integrity_archive.rosters.workbook import template_workbook

TODAY = date(2026, 11, 24)


def number(birth="20030615", order="001"):
    head = f"149901{birth}{order}"
    return head + check_character(head)


STUDENT = {"name": " 聂霁", "document_number": number(), "student_no": "0042", "level": "硕士"}
MEMBER = {"name": "荀霁", "document_number": number("19800101"), "member_no": "M-1", "profession": "律师"}


def student(**changed):
    values = {field: value for field, value in (STUDENT | changed).items() if value is not None}
    return check(StudentLine, [Line(2, [], values)], today=TODAY)


def faults(checked):
    return [(fault.path, fault.code) for fault in checked.faults.get(2, [])]


def test_a_student_without_further_ado_is_studying_and_has_an_identity_card():
    (row,) = student(since="2023/9/1").rows

    assert (row.line.name, row.line.level, row.line.student_no) == ("聂霁", "硕士研究生", "0042")
    assert (row.line.status, row.line.since) == (EnrolmentStatus.STUDYING, date(2023, 9, 1))
    assert (row.document.kind, row.document.birth_on) == (DocumentKind.RESIDENT_ID, date(2003, 6, 15))


def test_a_member_is_known_by_profession_and_licence():
    line = Line(2, [], MEMBER | {"licence_no": "11401201510000001", "status": "暂停执业"})
    (row,) = check(MemberLine, [line], today=TODAY).rows

    assert (row.line.profession, row.line.licence_no) == ("LAW", "11401201510000001")
    assert row.line.status is MembershipStatus.SUSPENDED


def test_a_foreign_student_is_known_by_passport_and_date_of_birth():
    (row,) = student(document_kind="护照", document_number="nzlAB123456", birth_on=date(2001, 2, 3)).rows

    assert row.document.key == "414:NZLAB123456:20010203"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (date(2003, 6, 15), date(2003, 6, 15)),
        ("2003-06-15", date(2003, 6, 15)),
        ("2003.6.15", date(2003, 6, 15)),
        ("２００３年6月15日", date(2003, 6, 15)),
        ("20030615", date(2003, 6, 15)),
        (20030615.0, date(2003, 6, 15)),
    ],
)
def test_a_date_is_read_as_people_write_it(typed, meant):
    assert student(birth_on=typed).rows[0].line.birth_on == meant


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"name": None}, [("name", "required")]),
        ({"name": "聂\u202e"}, [("name", "unseen-character")]),
        ({"name": 5.0}, [("name", "not-text")]),
        ({"document_number": 140106200306150003.0}, [("document_number", "stored-as-number")]),
        ({"document_number": "1.40106E+17"}, [("document_number", "stored-as-number")]),
        ({"student_no": 42.0}, [("student_no", "stored-as-number")]),
        ({"document_number": None}, [("document_number", "required")]),
        ({"document_number": "130503670401001"}, [("document_number", "fifteen-digit-number")]),
        ({"document_number": number()[:-1] + "Y"}, [("document_number", "wrong-document-number")]),
        ({"document_number": number("20100615")}, [("birth_on", "not-adult")]),
        ({"document_kind": "护照", "document_number": "NZLAB123456"}, [("birth_on", "birth-date-missing")]),
        ({"document_kind": "军官证"}, [("document_kind", "not-offered")]),
        ({"birth_on": "2003-06-16"}, [("birth_on", "birth-date-contradicts")]),
        ({"birth_on": "2003-02-30"}, [("birth_on", "not-a-date")]),
        ({"birth_on": 37787.0}, [("birth_on", "not-a-date")]),
        ({"level": "小学"}, [("level", "not-offered")]),
        ({"status": "在职"}, [("status", "not-offered")]),
        ({"student_no": "9" * 65}, [("student_no", "too-long")]),
    ],
)
def test_every_fault_of_a_line_stands_beside_its_column(changed, expected):
    checked = student(**changed)

    assert faults(checked) == expected
    assert checked.rows == []


def test_all_faults_of_a_line_are_told_at_once():
    checked = student(name=None, document_number=number()[:17] + "Y")

    assert faults(checked) == [("name", "required"), ("document_number", "wrong-document-number")]


def test_no_message_repeats_what_was_typed():
    checked = student(document_number="140106200306150004", level="不明层次")

    assert len(checked.faults[2]) == 2
    texts = " ".join(fault.text("zh") + fault.text("en") for fault in checked.faults[2])
    assert "140106200306150004" not in texts
    assert "不明层次" not in texts


def test_the_same_document_or_student_number_twice_in_a_file_fails_the_later_row():
    other = STUDENT | {"document_number": number(order="002")}
    third = STUDENT | {"student_no": "0043"}
    checked = check(
        StudentLine, [Line(n, [], values) for n, values in ((2, STUDENT), (5, other), (9, third))], today=TODAY
    )

    assert [row.number for row in checked.rows] == [2]
    assert [(row, fault.path, fault.facts) for row, own in checked.faults.items() for fault in own] == [
        (5, "student_no", {"row": 2}),
        (9, "document_number", {"row": 2}),
    ]


@pytest.mark.parametrize(
    ("layout", "model", "values"), [(STUDENTS, StudentLine, STUDENT), (MEMBERS, MemberLine, MEMBER)]
)
async def test_the_form_we_hand_out_is_the_form_we_read(layout, model, values):
    form = await parse("a.xlsx", template_workbook(layout))
    filled = [values.get(column.field, "") for column in layout.columns]

    found = lines(layout, Sheet([*form.rows, filled], None, []))

    assert set(model.model_fields) == {column.field for column in layout.columns}
    assert len(check(model, found.lines, today=TODAY).rows) == 1
