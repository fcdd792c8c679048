"""All clocks of an office stand on one page, with whoever must act and what happens otherwise."""

from datetime import date, datetime, timedelta

from integrity_archive.actors import Role
from integrity_archive.catalogue.terms import rule
from integrity_archive.clock import SHANGHAI
from integrity_archive.deadlines.queries import of_officer, running
from integrity_archive.entries import actions as entries
from integrity_archive.entries.models import Entry
from integrity_archive.remedies.actions import Objecting, lodge_objection
from integrity_archive.remedies.alarm import sound_alarms
from integrity_archive.remedies.kinds import Ground
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.clocks import Clock, ClockKind
from integrity_archive.tasks.models import TaskKind

from ..building import (
    NOW,
    Office,
    a_filed_entry,
    a_notified_entry,
    a_person,
    a_university,
    an_effective_entry,
    an_officer,
    as_the_person,
    serve,
)

TODAY = NOW.date()
DISPUTED = Objecting(ground=Ground.FACTS, text="进入考场的是我本人。")


async def clocks(office: Office, today: date = TODAY) -> dict[str, Clock]:
    return {one.kind: one for one in await running(office.reviewer, today=today)}


async def test_a_filed_entry_waits_for_its_second_officer(database: object) -> None:
    office = await a_university()
    entry = await a_filed_entry(office, await a_person(office))
    found = (await clocks(office))[TaskKind.REVIEW]
    assert (found.about, found.due_on, found.owners) == (entry.id, date(2026, 11, 27), frozenset({Role.REVIEWER}))
    assert (rule(found.rule) or 0) and not found.overdue(TODAY)


async def test_an_entry_whose_periods_run_has_its_day_at_the_gate(database: object) -> None:
    office = await a_university()
    entry = await a_notified_entry(office, await a_person(office))
    await serve(office, entry, TODAY)
    due = (await Entry.get(id=entry.id)).effect_due_on
    found = (await clocks(office))[ClockKind.EFFECT]
    assert (found.due_on, found.owners, found.entry) == (due, frozenset(), entry.id)
    assert not found.overdue(TODAY + timedelta(99))


async def test_the_end_of_display_is_announced_thirty_days_before(database: object) -> None:
    office = await a_university()
    entry = await an_effective_entry(office, await a_person(office))
    until = (await Entry.get(id=entry.id)).display_until
    assert until and ClockKind.DISPLAY not in await clocks(office, until - timedelta(31))
    assert (await clocks(office, until - timedelta(30)))[ClockKind.DISPLAY].due_on == until
    assert ClockKind.DISPLAY not in await clocks(office, until + timedelta(1))


async def test_the_twentieth_day_of_an_objection_stands_on_the_desk(database: object) -> None:
    """Golden case 11: an objection has two clocks, the target and the law's limit; then the alarm is on top."""
    office, arbiter_now = await a_university(), datetime(2026, 12, 15, 9, tzinfo=SHANGHAI)
    person = await a_person(office)
    entry = await an_effective_entry(office, person)
    objection = await lodge_objection(entry.id, DISPUTED, by=await as_the_person(person), now=NOW)
    begun = await clocks(office)
    assert begun[TaskKind.OBJECTION].due_on == date(2026, 12, 3)
    assert begun[ClockKind.OBJECTION_LIMIT].due_on == date(2026, 12, 14) == TODAY + timedelta(20)

    await sound_alarms(now=datetime(2026, 12, 14, 9, tzinfo=SHANGHAI), limit=10)
    late = await running(office.reviewer, today=arbiter_now.date())
    assert {one.kind for one in late[:3]} == {
        TaskKind.OBJECTION, TaskKind.OBJECTION_LATE, ClockKind.OBJECTION_LIMIT,
    }  # fmt: skip
    assert all(one.overdue(arbiter_now.date()) and one.about == objection.id for one in late[:3])


async def test_another_offices_clocks_are_not_seen(database: object) -> None:
    office, other = await a_university(), await a_university(which=1)
    await a_filed_entry(office, await a_person(office))
    assert await running(other.reviewer, today=TODAY) == []


async def test_a_complaint_is_not_shown_to_whom_it_concerns(database: object) -> None:
    office = await a_university()
    colleague = await an_officer(office.organisation, Role.REVIEWER)
    about = office.organisation.id
    await open_task(
        TaskKind.COMPLAINT, about, about, due_on=TODAY, rule="remedies.complaint", not_for=office.reviewer.account,
        by=office.clerk, now=NOW,
    )  # fmt: skip
    assert await running(office.reviewer, today=TODAY) == await running(office.clerk, today=TODAY) == []
    assert [one.kind for one in await running(colleague, today=TODAY)] == [TaskKind.COMPLAINT]


async def test_an_officers_calendar_holds_his_own_work_and_what_happens_by_itself(database: object) -> None:
    office = await a_university()
    await a_filed_entry(office, await a_person(office))
    assert of_officer(await running(office.clerk, today=TODAY), office.clerk) == []
    own = of_officer(await running(office.reviewer, today=TODAY), office.reviewer)
    assert {one.kind for one in own} == {TaskKind.REVIEW, TaskKind.SIGHT_SERVICE}


async def test_what_is_done_stands_there_no_more(database: object) -> None:
    office = await a_university()
    entry = await a_filed_entry(office, await a_person(office))
    await entries.withdraw(entry.id, entries.Reason(text="录入有误"), by=office.reviewer, now=NOW)
    assert TaskKind.REVIEW not in await clocks(office)


async def test_a_committee_sees_what_it_has_to_do_itself_and_nothing_of_the_office_beside_it(database: object) -> None:
    office = await a_university()
    entry = await a_filed_entry(office, await a_person(office))
    secretary = await an_officer(office.organisation, Role.COMMITTEE)
    assert await running(secretary, today=TODAY) == []
    await open_task(
        TaskKind.RECONSIDER, office.organisation.id, entry.id, entry=entry.id, due_on=TODAY,
        rule="recipients.reconsider", by=office.clerk, now=NOW,
    )  # fmt: skip
    assert [one.kind for one in await running(secretary, today=TODAY)] == [TaskKind.RECONSIDER]
    assert {TaskKind.REVIEW, TaskKind.RECONSIDER} <= set(await clocks(office))


async def test_a_gate_beyond_the_published_holidays_stands_on_the_desk_and_never_lapses(database: object) -> None:
    office = await a_university()
    late = datetime(2026, 12, 28, 10, tzinfo=SHANGHAI)
    entry = await a_notified_entry(office, await a_person(office), now=late)
    await serve(office, entry, late.date(), now=late)
    assert (await Entry.get(id=entry.id)).effect_due_on is None
    found = (await clocks(office, late.date()))[ClockKind.EFFECT]
    assert (found.entry, found.provisional, found.due_on.year) == (entry.id, True, 2027)
    assert not found.overdue(date(2030, 1, 1))
