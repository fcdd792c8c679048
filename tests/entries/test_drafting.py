"""What a clerk may write down, and about whom."""

from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.database import rows
from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import Draft, EditedMeanwhile
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import NotOfThisPopulation
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.intake import read
from integrity_archive.people.models import Person

from ..building import (
    CONDUCT,
    DECIDED,
    MERIT,
    NOW,
    SERVED,
    Office,
    a_clerk,
    a_draft,
    a_filed_entry,
    a_person,
    a_university,
    an_adult,
    an_association,
    facts,
)

TODAY = NOW.date()


async def draft(office: Office, new: Draft) -> Entry:
    return await actions.draft(new, by=office.clerk, now=NOW)


async def test_conduct_three_days_before_the_eighteenth_birthday_is_not_recorded_however_late_the_decision(
    office: Office,
):
    student = await a_person(office, an_adult(born_on=date(2008, 6, 10)))

    with pytest.raises(Invalid) as refused:
        await draft(office, facts(student.id, conduct_ended_on=date(2026, 6, 7)))

    [fault] = refused.value.errors()
    assert (fault.path, fault.code, fault.facts) == ("conduct_ended_on", "minor-at-conduct", {"age": 18})
    assert await draft(office, facts(student.id, conduct_ended_on=date(2026, 6, 10)))


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"record_type": "SN-EXF-9999"}, "record_type", "unknown-record-type"),
        ({"served_on": DECIDED - timedelta(1)}, "served_on", "served-before-decided"),
        ({"served_on": TODAY + timedelta(1)}, "served_on", "in-future"),
        ({"decided_on": TODAY + timedelta(1), "served_on": TODAY + timedelta(1)}, "decided_on", "in-future"),
        ({"conduct_ended_on": DECIDED + timedelta(1)}, "conduct_ended_on", "conduct-after-decision"),
        ({"consented_on": TODAY + timedelta(1)}, "consented_on", "in-future"),
        ({"sanction_kind": "DEMERIT"}, "sanction_kind", "unknown-sanction"),
        ({"sanction_to": DECIDED - timedelta(1)}, "sanction_to", "sanction-term-wrong"),
        ({"sanction_from": None}, "sanction_to", "sanction-term-wrong"),
        ({"sanction_to": None}, "sanction_to", "sanction-term-wrong"),
        ({"sanction_kind": None}, "sanction_kind", "sanction-missing"),
        ({"record_type": MERIT, "severity": "MINOR"}, "severity", "severity-not-fitting"),
    ],
)
async def test_what_contradicts_the_catalogue_or_itself_is_refused_beside_its_field(
    office: Office, student: Person, changes: dict[str, Any], path: str, code: str
):
    new = facts(student.id).model_copy(update=facts(student.id, **changes).model_dump(include=set(changes)))

    with pytest.raises(Invalid) as refused:
        await draft(office, new)

    assert (path, code) in [(fault.path, fault.code) for fault in refused.value.errors()]
    assert not await Entry.exists()


async def test_all_faults_are_told_at_once(office: Office, student: Person):
    wrong = facts(student.id, served_on=DECIDED - timedelta(1), conduct_ended_on=DECIDED + timedelta(1))

    with pytest.raises(Invalid) as refused:
        await draft(office, wrong)

    assert {fault.path for fault in refused.value.errors()} == {"served_on", "conduct_ended_on"}


@pytest.mark.parametrize("field", ["document_title", "summary", "sanction_text"])
@pytest.mark.parametrize(
    "text",
    [
        "证件号14990120000101000X的考生",
        "电话13900000000",
        "卡号6222000000000000",
        "考生的宗教信仰不详",
        "比对基因",
        "采集指纹后确认",
        "血型一致",
        "提交病史",
    ],
)
def test_a_text_that_holds_what_may_not_be_collected_is_refused_beside_its_field(field: str, text: str):
    typed = facts(an_adult_id()).model_dump(mode="json") | {field: text}

    with pytest.raises(Invalid) as refused:
        read(Draft, typed)

    [fault] = refused.value.errors()
    assert (fault.path, fault.code) == (field, "prohibited-content")
    assert text not in fault.text("zh") + fault.text("en")


@pytest.mark.parametrize("text", ["决定书2026070117号", "文号20260701170000123456789号", "考场1390000"])
def test_other_numbers_are_nobodys_secret(text: str):
    assert read(Draft, facts(an_adult_id()).model_dump(mode="json") | {"summary": text}).summary == text


def test_an_authority_is_named_by_a_code_whose_check_character_fits():
    typed = facts(an_adult_id()).model_dump(mode="json") | {"authority_uscc": "1114000099990002XM"}

    with pytest.raises(Invalid) as refused:
        read(Draft, typed)

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [
        ("authority_uscc", "wrong-uscc-check-character")
    ]


def an_adult_id() -> Any:
    return "01890000-0000-7000-8000-000000000000"


async def test_a_students_type_is_not_recorded_of_a_teacher_nor_a_lawyers_of_a_student(office: Office, student: Person):
    teacher = await a_person(office, profession="教师")

    for person, record_type in ((teacher, "SN-EXF-0601"), (student, "PN-TEA-01"), (teacher, "PN-LAW-01")):
        with pytest.raises(NotOfThisPopulation) as refused:
            await draft(office, facts(person.id, record_type))
        assert refused.value.at == "record_type"
    assert await draft(office, facts(teacher.id, "PN-TEA-01"))


async def test_an_office_records_nothing_about_somebody_who_is_on_none_of_its_rosters(office: Office, student: Person):
    other = await an_association()

    with pytest.raises(NotFound):
        await draft(other, facts(student.id))


async def test_without_a_severity_of_the_clerks_the_sanctions_own_or_the_types_counts(office: Office, student: Person):
    void = {"sanction_kind": "EXAM_VOID", "sanction_text": None, "sanction_from": None, "sanction_to": None}

    assert (await draft(office, facts(student.id))).severity == "SERIOUS"
    assert (await draft(office, facts(student.id, **void))).severity == "GENERAL"
    assert (await draft(office, facts(student.id, severity="MINOR"))).severity == "MINOR"


async def test_nothing_that_is_said_of_the_person_stands_clear_in_the_database(office: Office, student: Person):
    new = facts(student.id)
    entry = await a_draft(office, student)

    for table in ("entries_entry", "entries_evidence", "journal_event"):
        kept = str(await rows(f"select * from {table}"))
        for text in (new.document_no, new.document_title, new.authority, new.summary, "DECISION_DOCUMENT.pdf"):
            assert text not in kept, table
            assert text.encode().hex() not in kept, table
    assert (await queries.view(entry.id, by=office.clerk, now=NOW)).facts == new.sealed_facts()


async def test_of_two_clerks_who_looked_at_one_draft_the_second_must_look_again(office: Office, student: Person):
    entry = await a_draft(office, student)
    colleague = await a_clerk(office.organisation)
    looked_at = entry.version

    mended = await actions.edit(entry.id, facts(student.id, summary="替考。"), version=looked_at, by=colleague, now=NOW)
    with pytest.raises(EditedMeanwhile):
        await actions.edit(entry.id, facts(student.id, summary="代考。"), version=looked_at, by=office.clerk, now=NOW)

    assert mended.version == looked_at + 1
    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert view.facts["summary"] == "替考。"


async def test_an_edit_is_judged_like_a_new_draft(office: Office, student: Person):
    entry = await a_draft(office, student)

    with pytest.raises(Invalid):
        await actions.edit(
            entry.id, facts(student.id, served_on=DECIDED - timedelta(1)), version=1, by=office.clerk, now=NOW
        )

    kept = await Entry.get(id=entry.id)
    assert (kept.served_on, kept.conduct_ended_on, kept.version) == (SERVED, CONDUCT, 1)


async def test_another_university_does_not_even_learn_that_the_entry_exists(office: Office, student: Person):
    entry = await a_filed_entry(office, student)
    elsewhere = await a_university(which=1)

    with pytest.raises(NotFound):
        await queries.view(entry.id, by=elsewhere.clerk, now=NOW)
    with pytest.raises(NotFound):
        await actions.notify(entry.id, by=elsewhere.reviewer, now=NOW)
    assert await queries.listing(elsewhere.clerk) == []


async def test_a_reviewer_writes_no_drafts(office: Office, student: Person):
    with pytest.raises(Forbidden):
        await actions.draft(facts(student.id), by=office.reviewer, now=NOW)
