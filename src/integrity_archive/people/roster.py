"""Student and member rosters: the columns we ask for, and what one line of them must hold."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from integrity_archive.catalogue.codes import professions
from integrity_archive.catalogue.limits import limits
from integrity_archive.errors import FieldError, Invalid, Refusal
from integrity_archive.intake import checked, fault
from integrity_archive.people.identity import (
    Document,
    DocumentKind,
    identify,
    normal_name,
    normal_number,
    require_adult,
)
from integrity_archive.people.models import EnrolmentStatus, MembershipStatus
from integrity_archive.rosters.columns import Column, Layout, Line
from integrity_archive.rosters.parse import Cell

DOCUMENT_KINDS = {
    "居民身份证": DocumentKind.RESIDENT_ID,
    "港澳台居民居住证": DocumentKind.RESIDENT_ID,
    "外国人永久居留身份证": DocumentKind.PERMANENT_RESIDENT,
    "港澳居民来往内地通行证": DocumentKind.HK_MACAO_PERMIT,
    "台湾居民来往大陆通行证": DocumentKind.TAIWAN_PERMIT,
    "护照": DocumentKind.PASSPORT,
}
LEVELS = {
    "专科": "专科",
    "本科": "本科",
    "硕士": "硕士研究生",
    "硕士研究生": "硕士研究生",
    "博士": "博士研究生",
    "博士研究生": "博士研究生",
}
ENROLMENT_STATUS = {
    "在读": EnrolmentStatus.STUDYING,
    "休学": EnrolmentStatus.SUSPENDED,
    "毕业": EnrolmentStatus.GRADUATED,
    "离校": EnrolmentStatus.LEFT,
    "退学": EnrolmentStatus.LEFT,
}
MEMBERSHIP_STATUS = {
    "执业": MembershipStatus.PRACTISING,
    "暂停执业": MembershipStatus.SUSPENDED,
    "退会": MembershipStatus.LEFT,
}
DATE_FORMS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))", re.ASCII)
SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+\d+", re.ASCII)  # how a CSV shows a long number that was no text


class StoredAsNumber(Refusal):
    """The cell was stored as a number, so the last digits are lost. Format the column as text and enter it again."""

    status = 422
    zh = "被存为数字，末位已丢失。请把该列设为文本格式后重新填写。"


class NotOffered(Refusal):
    """Write one of: {choices}."""

    status = 422
    zh = "请填写下列之一：{choices}。"


class NotADate(Refusal):
    """Write a real date such as 2026-09-01."""

    status = 422
    zh = "请填写真实存在的日期，如2026-09-01。"


class TwiceInFile(Refusal):
    """Row {row} of this file has the same value."""

    status = 422
    zh = "与本文件第{row}行重复。"


def _before(rule: Callable[[Any], object]) -> BeforeValidator:
    """A rule that raises a `Refusal`, put before pydantic's own."""
    ask = checked(rule)
    return BeforeValidator(lambda cell: ask(cell))


def as_text(cell: Cell) -> Cell:
    """A number that is no quantity: stored as one it has lost zeros or digits, and is never formatted back."""
    if isinstance(cell, float) or (isinstance(cell, str) and SCIENTIFIC.fullmatch(cell)):
        raise StoredAsNumber()
    return cell


def _name(cell: Cell) -> Cell:
    return normal_name(cell) if isinstance(cell, str) else cell


def _date(cell: Cell) -> Cell:
    """A date cell, or a date as people write it."""
    if isinstance(cell, date):
        return cell
    typed = f"{cell:.0f}" if isinstance(cell, float) else str(cell)
    form = DATE_FORMS.fullmatch(normal_number(typed))
    if form is None:
        raise NotADate()
    year, month, day = (int(part) for part in form.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADate() from None


def _one_of(words: Mapping[str, Any]) -> BeforeValidator:
    """A cell that holds one of these words, or the code one of them stands for."""
    codes = {str(code): code for code in words.values()}

    def choose(cell: Cell) -> object:
        typed = f"{cell:.0f}" if isinstance(cell, float) else str(cell)
        if (choice := words.get(typed, codes.get(typed))) is None:
            raise NotOffered(choices="、".join(words))
        return choice

    return _before(choose)


Name = Annotated[str, _before(_name)]
Number = Annotated[str, StringConstraints(max_length=64), _before(as_text)]
Words = Annotated[str, StringConstraints(max_length=100)]
Day = Annotated[date, _before(_date)]
PROFESSIONS = {name.zh: code for code, name in professions().items()}


class PersonLine(BaseModel):
    """Who the line is about."""

    model_config = ConfigDict(frozen=True)

    name: Name
    document_kind: Annotated[DocumentKind, _one_of(DOCUMENT_KINDS)] = DocumentKind.RESIDENT_ID
    document_number: Number
    birth_on: Day | None = None


class StudentLine(PersonLine):
    student_no: Number
    level: Annotated[str, _one_of(LEVELS)]
    department: Words | None = None
    programme: Words | None = None
    since: Day | None = None
    status: Annotated[EnrolmentStatus, _one_of(ENROLMENT_STATUS)] = EnrolmentStatus.STUDYING


class MemberLine(PersonLine):
    member_no: Number
    licence_no: Number | None = None
    profession: Annotated[str, _one_of(PROFESSIONS)]
    since: Day | None = None
    status: Annotated[MembershipStatus, _one_of(MEMBERSHIP_STATUS)] = MembershipStatus.PRACTISING


L = TypeVar("L", StudentLine, MemberLine)


@dataclass(frozen=True)
class Row(Generic[L]):
    """A line without faults: its row in the file, its values, and the document it names."""

    number: int
    line: L
    document: Document


@dataclass(frozen=True)
class Checked(Generic[L]):
    """What a dry run finds: the good rows, and the faults of the others by row number."""

    rows: list[Row[L]]
    faults: dict[int, list[FieldError]]


PERSON = (
    Column("姓名", "name", ("name",), required=True, example="聂霁"),
    Column("证件类型", "document_kind", choices=tuple(DOCUMENT_KINDS), note="不填视为居民身份证", example="居民身份证"),
    Column(
        "证件号码",
        "document_number",
        ("身份证号", "身份证号码", "公民身份号码"),
        required=True,
        text=True,
        note="18位现行号码；该列须为文本格式",
    ),
    Column("出生日期", "birth_on", note="证件号码不含出生日期时必填", example="2003-06-15"),
)
STUDENTS = Layout(
    "学生名册",
    (
        *PERSON,
        Column("学号", "student_no", required=True, text=True),
        Column("培养层次", "level", ("层次",), required=True, choices=tuple(dict.fromkeys(LEVELS.values()))),
        Column("院系", "department", ("学院",)),
        Column("专业", "programme", ("院系/专业", "专业名称")),
        Column("入学日期", "since", ("入学时间",), example="2023-09-01"),
        Column("状态", "status", ("学籍状态",), choices=tuple(ENROLMENT_STATUS), note="不填视为在读"),
    ),
)
MEMBERS = Layout(
    "会员名册",
    (
        *PERSON,
        Column("会员号", "member_no", ("会员编号",), required=True, text=True),
        Column("执业证号", "licence_no", ("执业证书编号",), text=True),
        Column("职业", "profession", required=True, choices=tuple(PROFESSIONS)),
        Column("入会日期", "since", example="2015-03-01"),
        Column("状态", "status", ("会员状态",), choices=tuple(MEMBERSHIP_STATUS), note="不填视为执业"),
    ),
)


def check(model: type[L], lines: Iterable[Line], *, today: date) -> Checked[L]:
    """Judge every line, and what no line may share with another: document and number in the organisation."""
    rows: list[Row[L]] = []
    faults: dict[int, list[FieldError]] = {}
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        try:
            row = read_line(model, line, today=today)
            _alone(row, first)
        except Invalid as invalid:
            faults[line.number] = invalid.errors()
        else:
            rows.append(row)
    return Checked(rows, faults)


def read_line(model: type[L], line: Line, *, today: date) -> Row[L]:
    """The clean values of one line; raises `Invalid` with every fault of it, by field."""
    faults: list[FieldError] = []
    try:
        person: PersonLine = model.model_validate(line.values)
    except ValidationError as wrong:
        faults = [fault(error) for error in wrong.errors(include_input=False, include_url=False)]
        if any(one.path in ("document_kind", "document_number", "birth_on") for one in faults):
            raise Invalid(faults) from None
        person = PersonLine.model_validate(line.values | {"name": "·"})  # the document is judged by itself
    try:
        document = _document(person, today=today)
    except Refusal as refusal:
        faults += refusal.errors()
    if faults:
        raise Invalid(faults)
    assert isinstance(person, model)
    return Row(line.number, person, document)


def _document(person: PersonLine, *, today: date) -> Document:
    """The document named, of someone who is an adult today: the archive has no others."""
    try:
        document = identify(person.document_kind, person.document_number, birth_on=person.birth_on, today=today)
        require_adult(document.birth_on, today, age=limits().adult.age)
    except Refusal as refusal:
        if refusal.at == "number":
            refusal.at = "document_number"
        raise
    return document


def _alone(row: Row[L], first: dict[tuple[str, str], int]) -> None:
    """Raises `Invalid` if an earlier row has the same document or the same number."""
    line = row.line
    own = line.student_no if isinstance(line, StudentLine) else line.member_no
    field = "student_no" if isinstance(line, StudentLine) else "member_no"
    faults: list[FieldError] = []
    for path, value in (("document_number", row.document.key), (field, own)):
        earlier = first.setdefault((path, value), row.number)
        if earlier != row.number:
            faults += TwiceInFile(at=path, row=earlier).errors()
    if faults:
        raise Invalid(faults)
