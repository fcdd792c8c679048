"""What a clerk may write down, and about whom."""

from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.database import rows
from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import Draft, EditedMeanwhile
from integrity_archive.entries.kinds import DecisionRoute, ServiceMethod
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import NotOfThisPopulation
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.intake import read
from integrity_archive.people.models import Person

from ..building import (
    CONDUCT,
    DECIDED,
    GENERAL,
    LAW,
    MERIT,
    NOW,
    SERVED,
    SUBSTITUTE,
    Office,
    a_clerk,
    a_draft,
    a_filed_entry,
    a_person,
    a_university,
    an_adult,
    an_association,
    an_effective_entry,
    facts,
)

TODAY = NOW.date()


async def draft(office: Office, new: Draft) -> Entry:
    return await actions.draft(new, by=office.clerk, now=NOW)


async def test_golden_05(office: Office):
    """Turned 18 on 2026-06-10, cheated on 2026-06-07: refused as a minor, even if the decision came after 18."""
    student = await a_person(office, an_adult(born_on=date(2008, 6, 10)))

    with pytest.raises(Invalid) as refused:
        await draft(office, facts(student.id, conduct_ended_on=date(2026, 6, 7)))

    [fault] = refused.value.errors()
    assert (fault.path, fault.code, fault.facts) == ("conduct_ended_on", "minor-at-conduct", {"age": 18})
    assert await draft(office, facts(student.id, conduct_ended_on=date(2026, 6, 10)))


@pytest.mark.parametrize(
    ("record_type", "said", "word"),
    [
        (SUBSTITUTE, "认定为考试违 纪。", "违纪"),
        (SUBSTITUTE, "認定為考試違紀。", "违纪"),
        (SUBSTITUTE, "旁窥他人答卷。", "旁窥"),
        (SUBSTITUTE, "违反考场纪律。", "违反考场纪律"),
        (SUBSTITUTE, "其行为尚未构成作弊。", "未构成作弊"),
        ("SN-EXO-0801", "喧哗，认定为违纪。", "违纪"),
        ("SN-EXS-02", "认定为考试违纪。", "考试违纪"),
        ("SN-EXS-02", "考试中交头接耳。", "交头接耳"),
    ],
)
def test_a_breach_of_exam_rules_is_known_however_it_is_written(record_type: str, said: str, word: str):
    assert LAW.record_type(record_type).contradiction(said) == word


def test_a_school_calls_every_disciplinary_decision_one_on_a_breach():
    assert LAW.record_type("SN-EXS-02").contradiction("学生违纪处分决定书") is None


@pytest.mark.parametrize("field", ["document_title", "summary", "sanction_text"])
async def test_golden_06(office: Office, student: Person, field: str):
    """违纪 (looking around) recorded as 作弊: the decision does not fit the type, and never becomes pushable."""
    new = facts(student.id).model_copy(update={field: "东张西望，认定为考试违纪。"})

    with pytest.raises(Invalid) as refused:
        await draft(office, new)

    [fault] = refused.value.errors()
    assert (fault.path, fault.code, fault.facts) == (field, "contradicts-type", {"word": "违纪"})
    assert not await Entry.exists()


THROUGH_US = {"decision_route": DecisionRoute.THROUGH_US}


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"served_on": None}, "served_on", "service-day-missing"),
        ({"decision_method": None}, "decision_method", "service-method-missing"),
        ({"decision_method": ServiceMethod.ELECTRONIC}, "decision_method", "electronic-service-not-allowed"),
        (THROUGH_US | {"served_on": SERVED}, "served_on", "not-served-yet"),
        (THROUGH_US | {"decision_method": ServiceMethod.POST}, "served_on", "not-served-yet"),
        (THROUGH_US | {"record_type": MERIT}, "decision_route", "nothing-to-serve"),
        ({"remedy_known_on": SERVED}, "remedy_known_on", "remedy-was-told"),
        ({"remedies_told": False, "remedy_known_on": CONDUCT}, "remedy_known_on", "known-before-decided"),
        ({"remedies_told": False, "remedy_known_on": TODAY + timedelta(1)}, "remedy_known_on", "in-future"),
        ({"steps_taken": ["LEGALITY_REVIEW"]}, "steps_taken", "unknown-step"),
        ({"serious_basis": "B", "severity": "GENERAL"}, "serious_basis", "not-serious"),
        ({"serious_basis": "E"}, "serious_basis", "unknown-serious-basis"),
        ({"key_supervision": ["SMOKING"]}, "key_supervision", "unknown-tag"),
        ({"record_type": MERIT, "key_supervision": ["TAX"]}, "key_supervision", "unknown-tag"),
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
        ({"severity": "MINOR"}, "severity", "severity-fixed"),
        ({"severity": "GENERAL"}, "severity", "severity-fixed"),
        (GENERAL | {"severity": "SERIOUS"}, "serious_basis", "severity-fixed"),
        ({"sanction_to": date(2027, 6, 29)}, "sanction_to", "sanction-too-short"),
        ({"sanction_to": date(2029, 7, 2)}, "sanction_to", "sanction-too-long"),
        ({"conduct_ended_on": None}, "conduct_ended_on", "conduct-end-missing"),
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


@pytest.mark.parametrize("field", ["document_no", "document_title", "summary", "sanction_text"])
@pytest.mark.parametrize(
    "text",
    [
        "证件号14990120000101000X的考生",
        "电话13900000000",
        "证件号码１４９９０１２００００１０１０００Ｘ",
        "149901 20000101 000X",
        "149901-2000-01-01-000X",
        "1 4 9 9 0 1 2 0 0 0 0 1 0 1 0 0 0 1",
        "139-0000-0000",
        "１３９ ０００ ０００００",
        "139\u200b0000\u200b0000",
        "140106、20030615、0003",
        "8613800138000",
        "+86-138-0013-8000",
        "1380013八零零零",
    ],
)
def test_a_text_with_a_number_that_belongs_to_a_person_is_refused_beside_its_field(field: str, text: str):
    typed = facts(an_adult_id()).model_dump(mode="json") | {field: text}

    with pytest.raises(Invalid) as refused:
        read(Draft, typed)

    [fault] = refused.value.errors()
    assert (fault.path, fault.code) == (field, "prohibited-content")
    assert text not in fault.text("zh") + fault.text("en")


@pytest.mark.parametrize("text", ["卡号6222000000000000", "6222 0000 0000 0009", "6222-0000-0000-0000-129"])
def test_a_card_number_is_refused_in_what_is_told(text: str):
    with pytest.raises(Invalid) as refused:
        read(Draft, facts(an_adult_id()).model_dump(mode="json") | {"summary": text})

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [("summary", "prohibited-content")]


def test_the_number_of_a_document_may_be_as_long_as_that_of_a_card():
    typed = facts(an_adult_id()).model_dump(mode="json") | {"document_no": "1401052026000123"}

    assert read(Draft, typed).document_no == "1401052026000123"


@pytest.mark.parametrize(
    "text",
    [
        "决定书2026070117号",
        "文号20260701170000123456789号",
        "考场1390000",
        "1990-01-01 101教室",
        "2026-07-01至2028-06-30",
        "20260701-20280630",
        "2026/07/01 10:30:00",
        "第1300号、第1400号",
        "2024-2025，2025-2026学年均获奖学金",
        "2023-2024 2025-2026学年",
        "扣分依次为15，20，30，40，500分",
        "2023/2024/2025/2026四年",
        "合同金额150,000,000.00元",
        "6222 0000 0000 0000",
    ],
)
def test_other_numbers_are_nobodys_secret(text: str):
    assert read(Draft, facts(an_adult_id()).model_dump(mode="json") | {"summary": text}).summary == text


def test_an_authority_is_named_by_a_code_whose_check_character_fits():
    typed = facts(an_adult_id()).model_dump(mode="json") | {"authority_uscc": "1114000099990002XM"}

    with pytest.raises(Invalid) as refused:
        read(Draft, typed)

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [
        ("authority_uscc", "wrong-uscc-check-character")
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [("EMPLOYER", "not-its-deciding-body"), ("A_SHOP", "not-its-deciding-body"), (None, "deciding-body-missing")],
)
async def test_what_no_competent_body_decided_is_not_recorded(
    office: Office, student: Person, body: str | None, code: str
):
    new = facts(student.id, authority="岚泓市某某超市", deciding_body=body)

    with pytest.raises(Invalid) as refused:
        await draft(office, new)

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [("deciding_body", code)]
    assert not await Entry.exists()


async def test_the_kind_of_body_stands_in_the_entry_and_its_certificate(office: Office, student: Person):
    entry = await an_effective_entry(office, student, deciding_body="PROVINCIAL_EXAM_BODY")

    assert (await Entry.get(id=entry.id)).deciding_body == "PROVINCIAL_EXAM_BODY"
    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert view.certificate and view.certificate.facts["decision"]["deciding_body"] == "PROVINCIAL_EXAM_BODY"


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


async def test_the_severity_is_the_sanctions_own_or_the_types_and_only_a_ground_of_the_law_lifts_it(
    office: Office, student: Person
):
    grounded = GENERAL | {"severity": "SERIOUS", "serious_basis": "B"}

    assert (await draft(office, facts(student.id))).severity == "SERIOUS"
    assert (await draft(office, facts(student.id, **GENERAL))).severity == "GENERAL"
    assert (await draft(office, facts(student.id, **grounded))).severity == "SERIOUS"


@pytest.mark.parametrize("last", [date(2027, 6, 30), date(2027, 7, 1), date(2029, 6, 30), date(2029, 7, 1)])
async def test_a_term_as_long_as_the_catalogue_allows_is_counted_to_either_of_its_last_days(
    office: Office, student: Person, last: date
):
    assert (await draft(office, facts(student.id, sanction_to=last))).sanction_to == last


async def test_only_conduct_that_may_continue_is_recorded_without_its_end(office: Office):
    minor = await a_person(office, an_adult(born_on=date(2008, 6, 10)))  # an adult when it was decided

    with pytest.raises(Invalid) as refused:
        await draft(office, facts(minor.id, conduct_ended_on=None))

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [
        ("conduct_ended_on", "conduct-end-missing")
    ]
    assert await draft(office, facts(minor.id, "SN-LOA-01", conduct_ended_on=None))


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
    assert await queries.listing(elsewhere.clerk, on=NOW.date()) == []


async def test_a_reviewer_writes_no_drafts(office: Office, student: Person):
    with pytest.raises(Forbidden):
        await actions.draft(facts(student.id), by=office.reviewer, now=NOW)


async def test_the_ground_of_serious_dishonesty_and_the_tags_of_key_supervision_are_kept(
    office: Office, student: Person
):
    entry = await draft(office, facts(student.id, serious_basis="B", key_supervision=["TAX", "ONLINE_FRAUD"]))
    fraud = await draft(office, facts(student.id, "SN-FIN-02", serious_basis=None, key_supervision=["TAX"]))

    assert (entry.serious_basis, entry.key_supervision) == ("B", ["ONLINE_FRAUD", "TAX"])
    assert fraud.key_supervision == ["ONLINE_FRAUD", "TAX", "TELECOM_FRAUD"]  # the type brings two of its own
