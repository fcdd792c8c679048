"""What is answered about a person: only what is in effect, only in its time, and never without what he says to it."""

from datetime import date, timedelta

import pytest

from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import Reason, Say
from integrity_archive.entries.disclosure import Disclosed, disclosable
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.intake import read
from integrity_archive.people.models import Person

from ..building import (
    DECIDED,
    MERIT,
    NOW,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    a_person,
    an_effective_entry,
    as_the_person,
    serve,
)

TODAY = NOW.date()
SAID = Say(text="当天我因病未到场，对决定已申请复核。")


async def answered(person: Person, *families: str, on: date = TODAY) -> list[Disclosed]:
    return await disclosable(person.id, list(families or ("EXF", "VOL")), on=on)


async def test_an_answer_holds_no_narrative_and_no_document(office: Office, student: Person):
    entry = await an_effective_entry(office, student)

    [told] = await answered(student)

    assert (told.entry, told.record_type, told.severity, told.decided_on) == (
        entry.id, "SN-EXF-0605", "SERIOUS", DECIDED,
    )  # fmt: skip
    assert told.statement is None
    assert "冒名代替参加考试。" not in str(told).replace(told.name.zh, "")
    assert "岚考" not in str(told)


async def test_what_has_not_taken_effect_or_was_withdrawn_is_in_no_answer(office: Office, student: Person):
    await a_draft(office, student)
    await a_filed_entry(office, student)
    notified = await a_notified_entry(office, student)
    await serve(office, notified)
    taken_back = await a_notified_entry(office, student)
    await actions.withdraw(taken_back.id, Reason(text="原决定已被撤销。"), by=office.reviewer, now=NOW)

    assert await answered(student) == []


async def test_an_answer_ends_with_the_last_day_of_display_without_anybodys_doing(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    last = (await Entry.get(id=entry.id)).display_until

    assert last == date(2028, 6, 30)  # the sanction's end, between one and three years after the decision
    assert len(await answered(student, on=last)) == 1
    assert await answered(student, on=last + timedelta(1)) == []


async def test_a_merit_is_told_because_the_person_consented(office: Office, student: Person):
    await an_effective_entry(office, student, MERIT)

    assert [told.record_type for told in await answered(student)] == [MERIT]


async def test_a_merit_whose_consent_is_no_longer_on_record_is_not_told(office: Office, student: Person):
    merit = await an_effective_entry(office, student, MERIT)
    await Entry.filter(id=merit.id).update(consented_on=None)

    assert await answered(student) == []


async def test_only_the_families_that_were_asked_for_are_told(office: Office, student: Person):
    await an_effective_entry(office, student)
    await an_effective_entry(office, student, MERIT)

    assert [told.record_type for told in await answered(student, "VOL")] == [MERIT]
    assert await answered(student, "LOA") == []
    assert await answered(await a_person(office)) == []


async def test_the_persons_statement_travels_with_the_entry(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)
    await actions.state(entry.id, Say(text="第一次陈述。"), by=office.clerk, now=NOW - timedelta(1))
    await actions.state(entry.id, SAID, by=await as_the_person(student), now=NOW)
    await actions.take_effect(entry.id, by=office.reviewer, now=NOW)

    [told] = await answered(student)
    assert told.statement == f"第一次陈述。\n{SAID.text}"
    view = await queries.view(entry.id, by=office.reviewer, now=NOW)
    assert [said.text for said in view.statements] == ["第一次陈述。", SAID.text]


async def test_nobody_else_makes_a_statement_for_the_person(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    other = await as_the_person(await a_person(office))

    with pytest.raises(NotFound):
        await actions.state(entry.id, SAID, by=other, now=NOW)
    with pytest.raises(Forbidden):
        await actions.state(entry.id, SAID, by=office.reviewer, now=NOW)


@pytest.mark.parametrize(
    ("text", "code"),
    [("长" * 501, "too-long"), ("", "required"), ("我的身份证是149901200001010000。", "prohibited-content")],
)
def test_a_statement_fits_on_the_wire(text: str, code: str):
    with pytest.raises(Invalid) as refused:
        read(Say, {"text": text})

    assert [(fault.path, fault.code) for fault in refused.value.errors()] == [("text", code)]


async def test_a_person_sees_the_own_entries_from_the_notice_on(office: Office, student: Person):
    person = await as_the_person(student)
    draft, filed = await a_draft(office, student), await a_filed_entry(office, student)
    told = [await a_notified_entry(office, student), await an_effective_entry(office, student)]

    assert {row.id for row in await queries.of_person(student.id, on=NOW.date())} == {entry.id for entry in told}
    assert (await queries.view(told[0].id, by=person, now=NOW)).acts == ["state"]
    for early in (draft, filed):
        with pytest.raises(NotFound):
            await queries.view(early.id, by=person, now=NOW)


async def test_a_list_is_paged_newest_first(office: Office, student: Person):
    made = [await a_draft(office, student) for _ in range(3)]
    filed = await a_filed_entry(office, student)

    first = await queries.listing(office.clerk, limit=3, on=NOW.date())
    rest = await queries.listing(office.clerk, limit=3, after=first[-1].id, on=NOW.date())

    assert [row.id for row in first + rest] == [entry.id for entry in reversed([*made, filed])]
    assert [row.id for row in await queries.listing(office.clerk, state=State.FILED, on=NOW.date())] == [filed.id]
