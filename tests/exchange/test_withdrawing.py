"""What may be shown no more is taken back wherever it was sent, and what never arrived is not sent at all."""

from datetime import date, timedelta

import pytest

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows
from integrity_archive.demo.world import misspelt
from integrity_archive.entries import expiry, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import batches, planner, queries, terms
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Delivery, Head, Target
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import key_of
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
    assert waiting.due_on == terms.due("withdraw", since=clock.today(clock.now())) and accepted.due_on is None
    await exchange.until(lambda: count_accepted(2))

    assert {row.due_on for row in (await queries.of_entry(entry.id)).deliveries} == {None}


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
    assert ended.state is State.EXPIRED and ended.erase_after and ended.erase_after > date(2026, 7, 1)
    assert sandbox.accepted == await ours()
