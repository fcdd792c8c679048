"""What the outcome of a remedy does to an entry, at once and with one line of the journal."""

from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.entries import actions, expiry, settling
from integrity_archive.entries.actions import GateClosed, Reason
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Version
from integrity_archive.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskState

from ..building import MERIT, NOW, Office, a_draft, a_notified_entry, a_university, an_effective_entry, serve

LATER = NOW + timedelta(days=1)
TODAY = LATER.date()
WHY = Reason(text="法院已受理。")


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


async def lines(entry: Entry, kind: Kind) -> int:
    return await Event.filter(entry=entry.id, kind=kind).count()


async def test_an_objection_shows_at_once_on_every_answer_and_can_be_taken_off(office: Office, entry: Entry):
    for mark in (Objection.OPEN, Objection.UNRESOLVED, Objection.NONE):
        await settling.mark_objected(entry.id, mark, by=SYSTEM, now=LATER)
        [told] = await disclosable(entry.person_id, ["EXF"], on=TODAY)
        assert told.objection is mark

    assert await lines(entry, Kind.ENTRY_MARKED) == 3


async def test_while_an_appeal_is_open_nothing_takes_effect(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    await settling.suspend(entry.id, WHY, by=office.reviewer, now=NOW)

    assert (await Entry.get(id=entry.id)).effect_due_on is None
    assert await actions.take_due_effects(now=LATER + timedelta(90), limit=5) == 0
    with pytest.raises(GateClosed):
        await actions.take_effect(entry.id, by=office.reviewer, now=LATER)


async def test_when_it_is_concluded_the_gate_is_tried_again(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)
    await settling.suspend(entry.id, WHY, by=office.reviewer, now=NOW)

    await settling.resume(entry.id, date(2026, 11, 20), by=office.reviewer, now=LATER)

    waits = await Entry.get(id=entry.id)
    assert (waits.suspended, waits.remedy_concluded_on) == (False, date(2026, 11, 20))
    assert waits.effect_due_on is not None
    assert (await actions.take_effect(entry.id, by=office.reviewer, now=LATER)).state is State.EFFECTIVE


async def test_suspending_what_is_suspended_is_harmless(office: Office, entry: Entry):
    for _ in range(2):
        await settling.suspend(entry.id, WHY, by=SYSTEM, now=LATER)
    for _ in range(2):
        await settling.resume(entry.id, by=SYSTEM, now=LATER)

    assert (await lines(entry, Kind.ENTRY_SUSPENDED), await lines(entry, Kind.ENTRY_RESUMED)) == (1, 1)


async def test_repair_ends_display_and_use_at_once(office: Office, entry: Entry):
    await settling.repair(entry.id, by=office.reviewer, now=LATER)

    gone = await Entry.get(id=entry.id)
    assert (gone.state, gone.ended_because, gone.erase_after) == (State.REPAIRED, Ending.REPAIRED, date(2031, 6, 7))
    assert await disclosable(entry.person_id, ["EXF"], on=TODAY) == []


async def test_a_merit_has_no_retention_of_its_own_and_is_erased_a_year_after_it_ended(office: Office, student: Person):
    merit = await an_effective_entry(office, student, MERIT)

    await settling.revoke(merit.id, Reason(text="荣誉被撤销。"), Ending.REVOKED, by=office.reviewer, now=LATER)

    assert (await Entry.get(id=merit.id)).erase_after == date(2027, 11, 25)


@pytest.mark.parametrize(
    ("ended", "erased"),
    [
        (date(2031, 5, 7), date(2031, 6, 7)),  # five years from the end of the conduct, and a month to tell
        (date(2031, 5, 20), date(2031, 6, 20)),
        (date(2033, 1, 31), date(2033, 2, 28)),
    ],
)
async def test_what_ends_late_is_kept_a_month_so_that_its_recipients_can_be_told(
    entry: Entry, ended: date, erased: date
):
    then = LATER.replace(year=ended.year, month=ended.month, day=ended.day)

    await expiry.expire(entry.id, now=then)

    assert (await Entry.get(id=entry.id)).erase_after == erased


async def test_nobody_has_to_work_on_an_entry_that_has_ended(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    assert await Task.filter(entry=entry.id, state=TaskState.OPEN).exists()

    await settling.revoke(entry.id, WHY, Ending.WRONG_SUBJECT, by=SYSTEM, now=LATER)

    assert not await Task.filter(entry=entry.id, state=TaskState.OPEN).exists()
    assert (await Entry.get(id=entry.id)).ended_because is Ending.WRONG_SUBJECT


async def test_the_outcome_of_an_objection_mends_the_record(office: Office, entry: Entry):
    await settling.correct(entry.id, {"sanction_to": "2027-12-31"}, Reason(text="期限抄录有误。"), by=SYSTEM, now=LATER)

    mended = await Entry.get(id=entry.id)
    assert (mended.sanction_to, mended.display_until) == (date(2027, 12, 31), date(2027, 12, 31))
    assert await Version.filter(entry_id=entry.id).count() == 1
    with pytest.raises(Invalid):
        await settling.correct(entry.id, {"document_no": "甲1号"}, Reason(text="文号有误。"), by=SYSTEM, now=LATER)


async def settle(verb: str, entry: Entry, **who: Any) -> Any:
    arguments: dict[str, tuple[Any, ...]] = {
        "mark_objected": (Objection.OPEN,),
        "suspend": (WHY,),
        "resume": (),
        "lift": (TODAY,),
        "revoke": (WHY, Ending.REVOKED),
        "repair": (),
        "correct": ({"summary": "改动。"}, WHY),
        "revise": ({"summary": "改动。"}, WHY),
    }
    return await getattr(settling, verb)(entry.id, *arguments[verb], **who)


VERBS = ["mark_objected", "suspend", "resume", "lift", "revoke", "repair", "correct", "revise"]


@pytest.mark.parametrize("verb", VERBS)
async def test_only_an_officer_of_the_office_who_may_settle_does_so(office: Office, entry: Entry, verb: str):
    elsewhere = await a_university(which=1)

    with pytest.raises(Forbidden):
        await settle(verb, entry, by=office.clerk, now=LATER)
    with pytest.raises(NotFound):
        await settle(verb, entry, by=elsewhere.reviewer, now=LATER)
    assert (await Entry.get(id=entry.id)).version == entry.version


@pytest.mark.parametrize("verb", VERBS)
async def test_nothing_of_this_happens_to_a_draft(office: Office, student: Person, verb: str):
    with pytest.raises(Conflict):
        await settle(verb, await a_draft(office, student), by=office.reviewer, now=LATER)


@pytest.mark.parametrize("verb", VERBS)
async def test_nor_to_what_has_ended(office: Office, entry: Entry, verb: str):
    await settling.repair(entry.id, by=office.reviewer, now=LATER)

    with pytest.raises(Conflict):
        await settle(verb, entry, by=office.reviewer, now=LATER)


@pytest.mark.parametrize("cause", [Ending.EXPIRED, Ending.REPAIRED])
async def test_expiry_and_repair_are_no_causes_of_a_revocation(office: Office, entry: Entry, cause: Ending):
    with pytest.raises(Refusal) as refused:
        await settling.revoke(entry.id, WHY, cause, by=office.reviewer, now=LATER)

    assert refused.value.code() == "not-a-cause"


async def test_only_a_sanction_can_be_lifted(office: Office, student: Person):
    merit = await an_effective_entry(office, student, MERIT)

    with pytest.raises(Refusal) as refused:
        await settling.lift(merit.id, TODAY, by=office.reviewer, now=LATER)

    assert refused.value.code() == "nothing-to-lift"
