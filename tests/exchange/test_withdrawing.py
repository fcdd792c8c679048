"""What may be shown no more is taken back wherever it was sent, and what never arrived is not sent at all."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.catalogue import terms
from integrity_archive.catalogue.periods import Deadline
from integrity_archive.catalogue.terms import rule
from integrity_archive.database import rows
from integrity_archive.deadlines.queries import running
from integrity_archive.deadlines.reminding import remind_due
from integrity_archive.demo.world import misspelt
from integrity_archive.entries import expiry, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import actions, batches, clocks, planner, queries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Delivery, Head, Target
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.kinds import LetterKind
from integrity_archive.letters.models import Letter
from integrity_archive.sealing import key_of
from integrity_archive.tasks.clocks import ClockKind
from integrity_archive.tasks.models import Task, TaskState

from .province import ADULTS, Exchange, Sandbox, University, all_in, ours, states
from .test_planning import count_accepted, payload

WHY = Reason(text="原决定已被撤销。")
SILENT = (
    *("subject", "document", "conduct", "sanction", "severity", "display_until", "publish", "objection", "statement"),
    "subject_notified_at",
)


async def sent(exchange: Exchange, university: University) -> Entry:
    entry = await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))
    return entry


async def revoke(entry: Entry, cause: Ending = Ending.REVOKED) -> None:
    await settling.revoke(entry.id, WHY, cause, by=SYSTEM, now=clock.now())


@pytest.mark.parametrize("cause", [Ending.REVOKED, Ending.WRONG_SUBJECT, Ending.DUPLICATE])
async def test_a_revoked_entry_is_withdrawn_with_its_cause(
    cause: Ending, exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await sent(exchange, university)

    await revoke(entry, cause)
    await exchange.until(lambda: count_accepted(2))

    first, last = await Delivery.all().order_by("seq")
    assert (last.seq, last.op, last.reason) == (2, "W", cause)
    said = await payload(last)
    assert {said[name] for name in SILENT} == {None}
    assert said["prev_hash"] == first.payload_hash
    assert sandbox.accepted == await ours()


async def test_a_withdrawal_has_a_last_day_until_it_is_accepted(exchange: Exchange, university: University) -> None:
    entry = await sent(exchange, university)
    await revoke(entry)
    await planner.plan(now=clock.now())

    waiting, accepted = (await queries.of_entry(entry.id)).deliveries
    assert waiting.due_on == terms.due("exchange", "withdraw", since=clock.today(clock.now()))
    assert accepted.due_on is None
    await exchange.until(lambda: count_accepted(2))

    assert {row.due_on for row in (await queries.of_entry(entry.id)).deliveries} == {None}


async def test_beyond_the_published_holidays_its_day_is_provisional(database: object) -> None:
    last, known = [datetime(2026, 12, day, 10, tzinfo=clock.SHANGHAI) for day in (31, 21)]
    made = {day: UUID(int=int(day.timestamp() * 1000) << 80) for day in (last, known)}  # RFC 9562 §5.7

    found = {day: clocks.until(id, op="W", reason="REVOKED", state=DeliveryState.SENT) for day, id in made.items()}

    assert found[last] == Deadline(date(2027, 1, 4), provisional=True)  # as far as is known
    assert found[known] == Deadline(date(2026, 12, 22), provisional=False)


@pytest.mark.parametrize("objected", [True, False])
async def test_what_a_platform_has_not_withdrawn_or_marked_in_time_is_overdue_on_the_desk_and_told_by_letter(
    objected: bool, exchange: Exchange, university: University
) -> None:
    entry, now = await sent(exchange, university), clock.now()
    if objected:
        await settling.mark_objected(entry.id, Objection.OPEN, by=SYSTEM, now=now)
    else:
        await revoke(entry)
    await planner.plan(now=now)
    late = await Delivery.get(seq=2)
    due = terms.due("exchange", "withdraw", since=clock.today(now))
    day_after = datetime.combine(due + timedelta(1), time(9), clock.SHANGHAI)

    assert await remind_due(now=now, limit=100) == 0, "it goes out by itself"
    [found] = [one for one in await running(clerk(university), today=day_after.date()) if one.about == late.id]
    words = rule(found.rule)
    assert (found.kind, found.due_on, found.owners) == (ClockKind.WITHDRAW, due, frozenset({Role.CLERK}))
    assert found.overdue(day_after.date()) and not found.overdue(due) and words and words.lapse.zh
    assert await remind_due(now=day_after, limit=100) == 1
    assert await remind_due(now=day_after, limit=100) == 0
    assert (await Letter.get(kind=LetterKind.REMINDER)).about == found.id

    await exchange.until(lambda: count_accepted(2))
    assert late.id not in {one.about for one in await running(clerk(university), today=day_after.date())}


async def test_what_was_dropped_is_not_sent_again_because_nothing_is_to_be_said(
    exchange: Exchange, university: University
) -> None:
    """By the table only the planner takes a dropped message up, when there is something to be said again."""
    entry = await university.entry()
    await planner.plan(now=clock.now())
    await revoke(entry)
    await planner.plan(now=clock.now())

    with pytest.raises(actions.NothingToSend) as refused:
        await actions.resend((await Delivery.get()).id, by=clerk(university), now=clock.now())

    assert refused.value.status == 409 and await states() == ["dropped"]


def clerk(university: University) -> Actor:
    return Actor(university.clerk.id, frozenset({Role.CLERK}), organisation=university.organisation.id)


async def test_a_repaired_entry_is_withdrawn(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    entry = await sent(exchange, university)

    await settling.repair(entry.id, by=SYSTEM, now=clock.now())
    await exchange.until(lambda: count_accepted(2))

    assert (await Delivery.get(seq=2)).reason == "REPAIRED"
    assert sandbox.accepted == await ours()


async def test_what_was_revoked_before_it_was_sent_is_not_sent(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await university.entry()
    await planner.plan(now=clock.now())

    await revoke(entry)
    await exchange.round()

    assert await states() == ["dropped"] and sandbox.accepted == []


async def test_a_rejected_entry_that_is_revoked_needs_no_mending_any_more(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))

    await revoke(entry)
    await exchange.round()

    assert await states() == ["dropped"] and sandbox.accepted == []
    assert (await Task.get()).state is TaskState.DONE


async def test_what_is_on_its_way_when_it_is_revoked_is_withdrawn_after_its_receipt(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    sandbox.set(pending=1)
    entry = await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.PENDING))

    await revoke(entry)
    await exchange.round()
    assert await Delivery.all().count() == 1
    sandbox.post("/settle", {})
    await exchange.until(lambda: count_accepted(2))

    assert (await Head.get()).last_op == "W"
    assert sandbox.accepted == await ours()


async def test_what_has_run_out_goes_into_no_batch_even_before_anybody_looked_at_it(
    exchange: Exchange, university: University
) -> None:
    await exchange.round()
    entry = await university.entry()
    await planner.plan(now=clock.now())
    await Entry.filter(id=entry.id).update(display_until=clock.today(clock.now()) - timedelta(1))

    assert await batches.take(await Target.get(), lease=60, now=clock.now()) is None


async def test_an_entry_whose_service_was_void_is_withdrawn_and_comes_back_under_another_number(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    """After W the platform takes nothing under the old number (§4)."""
    entry = await sent(exchange, university)
    await rows("select nextval('entries_number')")  # the number of this entry, which was made without it
    await notified_again(entry)
    await exchange.until(lambda: count_accepted(2))
    assert (await Delivery.get(seq=2)).reason == "SUBJECT_RIGHT"

    await took_effect_again(entry)
    await exchange.until(lambda: count_accepted(3))

    numbers = {number for number, _, _ in sandbox.accepted}
    assert len(numbers) == 2 and entry.number in numbers
    assert sandbox.accepted == await ours()


async def notified_again(entry: Entry) -> None:
    await Entry.filter(id=entry.id).update(state=State.NOTIFIED, final_on=None, told_on=None, display_until=None)
    await look_at(entry, Kind.ENTRY_SERVICE_RESTARTED)


async def took_effect_again(entry: Entry) -> None:
    day = clock.today(clock.now()) - timedelta(1)
    values = {"final_on": day, "told_on": day, "display_until": entry.display_until}
    await Entry.filter(id=entry.id).update(state=State.EFFECTIVE, **values)
    await look_at(entry, Kind.ENTRY_TOOK_EFFECT)


async def look_at(entry: Entry, kind: Kind) -> None:
    key = await key_of(entry.key_id)
    await record(kind, by=SYSTEM, now=clock.now(), key=key, person=entry.person_id, entry=entry.id)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("mark", "OBJECTION_OPENED"),
        ("suspend", "OBJECTION_OPENED"),
        ("lift", "SANCTION_LIFTED"),
        ("correct", "CORRECTION"),
    ],
)
async def test_what_changes_in_an_entry_is_told_with_its_ground(
    change: str, reason: str, exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry, now = await sent(exchange, university), clock.now()

    match change:
        case "mark":
            await settling.mark_objected(entry.id, Objection.OPEN, by=SYSTEM, now=now)
        case "suspend":
            await settling.suspend(entry.id, WHY, by=SYSTEM, now=now)
        case "lift":
            await settling.lift(entry.id, clock.today(now), by=SYSTEM, now=now)
        case "correct":
            await settling.correct(entry.id, {"summary": "由他人代替参加一科考试。"}, WHY, by=SYSTEM, now=now)
    await exchange.until(lambda: count_accepted(2))

    last = await Delivery.get(seq=2)
    assert (last.op, last.reason) == ("U", reason)
    assert sandbox.accepted == await ours()


async def test_while_an_appeal_is_open_nothing_new_is_sent(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await university.entry()
    await settling.suspend(entry.id, WHY, by=SYSTEM, now=clock.now())
    await exchange.round()
    assert await Delivery.all().count() == 0

    await settling.resume(entry.id, by=SYSTEM, now=clock.now())
    await exchange.until(lambda: count_accepted(1))

    assert (await payload(await Delivery.get()))["objection"] == "NONE"


async def test_golden_13(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """The display ended today at 24:00: tomorrow the entry is withdrawn as EXPIRED."""
    entry = await sent(exchange, university)
    yesterday = clock.today(clock.now()) - timedelta(1)
    await Entry.filter(id=entry.id).update(display_until=yesterday)

    assert await expiry.expire_due(now=clock.now(), limit=10) == 1
    await exchange.until(lambda: count_accepted(2))

    last, ended = await Delivery.get(seq=2), await Entry.get(id=entry.id)
    assert (last.op, last.reason) == ("W", "EXPIRED")
    assert (ended.state, ended.erase_after) == (State.EXPIRED, date(2031, 6, 7)), "five years after the conduct"
    assert sandbox.accepted == await ours()
