"""An entry that never took effect is not kept for ever either (征信业管理条例 16)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from integrity_archive.catalogue.periods import months_after
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries import actions, clocks, expiry, lapsing, legacy, queries
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.models import Person
from integrity_archive.transitions import NoSuchStep

from ..building import (
    CONDUCT,
    LAW,
    NOW,
    PDF,
    SUBSTITUTE,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    an_effective_entry,
    serve,
)

RETENTION = LAW.record_type(SUBSTITUTE).retention
assert RETENTION
LAST = months_after(CONDUCT, RETENTION.months)
BEGUN: Any = {"draft": a_draft, "filed": a_filed_entry, "notified": a_notified_entry}


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)


@pytest.mark.parametrize("state", BEGUN)
async def test_it_ends_on_the_day_after_its_retention_and_is_erased_later(
    state: str, office: Office, student: Person
) -> None:
    entry = await BEGUN[state](office, student)
    assert await lapsing.lapse_due(now=noon(LAST), limit=10) == 0
    after = LAST + timedelta(1)
    assert [await lapsing.lapse_due(now=noon(after), limit=10) for _ in range(2)] == [1, 0]
    ended = await Entry.get(id=entry.id)
    assert (ended.state, ended.ended_because) == (State.WITHDRAWN, None)
    assert await Event.filter(entry=entry.id, kind=Kind.ENTRY_LAPSED).count() == 1
    assert await queries.of_person(student.id, on=after) == []
    assert ended.erase_after
    assert await expiry.erase_due(now=noon(ended.erase_after + timedelta(1)), limit=10) == 1
    assert (await Entry.get(id=entry.id)).state is State.ERASED


async def test_an_older_register_is_no_exception(office: Office, student: Person) -> None:
    entry = await a_draft(office, student)
    await Entry.filter(id=entry.id).update(state=State.UNVERIFIED, conduct_ended_on=None)
    last = months_after(entry.decided_on, RETENTION.months)
    assert await lapsing.lapse_due(now=noon(last), limit=10) == 0, "without an end of the conduct the decision counts"
    assert await lapsing.lapse_due(now=noon(last + timedelta(1)), limit=10) == 1
    with pytest.raises(NoSuchStep):
        await legacy.take_up(entry.id, by=office.clerk, now=noon(last + timedelta(1)))


async def test_a_merit_that_nobody_goes_on_with_is_kept_as_long_as_one_that_ended(
    office: Office, student: Person
) -> None:
    merit = await a_draft(office, student, "SP-VOL-03")
    since = merit.state_since.astimezone(SHANGHAI).date()
    assert await lapsing.lapse_due(now=noon(months_after(since, 12)), limit=10) == 0
    assert await lapsing.lapse_due(now=noon(months_after(since, 12) + timedelta(1)), limit=10) == 1


async def test_what_is_in_effect_does_not_lapse(office: Office, student: Person) -> None:
    await an_effective_entry(office, student)
    assert await lapsing.lapse_due(now=noon(LAST + timedelta(1)), limit=10) == 0


async def test_nobody_brings_it_back(office: Office, student: Person) -> None:
    entry = await a_notified_entry(office, student)
    await serve(office, entry)
    after = noon(LAST + timedelta(1))
    await lapsing.lapse_due(now=after, limit=10)
    with pytest.raises(NoSuchStep):
        await actions.take_effect(entry.id, by=office.reviewer, now=after)
    with pytest.raises(NoSuchStep):
        await actions.add_evidence(entry.id, "DECISION_DOCUMENT", "决定.pdf", PDF, by=office.clerk, now=after)


async def test_its_day_stands_on_the_desk(office: Office, student: Person) -> None:
    entry = await a_draft(office, student)
    near = LAST - timedelta(5)
    found = await clocks.running(organisation=office.organisation.id, today=near, until=near + timedelta(30))
    assert [(one.kind, one.due_on, one.owners) for one in found if one.about == entry.id] == [
        ("lapse", LAST, frozenset())
    ]
    assert await clocks.running(organisation=office.organisation.id, today=NOW.date(), until=near) == []
