"""The golden cases that are about the exchange (DOMAIN §8a), and what the platform tells of its own accord."""

import asyncio
from time import monotonic

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.demo.world import misspelt
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import entry_content, outbox, planner, queries, terms, wire
from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch, Delivery, Head, Receipt, Target
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.journal.queries import opened
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients import planner as owing
from integrity_archive.recipients.kinds import DutyState, How, RecipientKind
from integrity_archive.recipients.models import Duty, Edge
from integrity_archive.remedies.kinds import Channel
from integrity_archive.remedies.models import Objection as Lodged

from .province import ADULTS, PATIENCE, Exchange, Sandbox, University, all_in, correct, ours, state, states
from .test_planning import count_accepted, payload

WHY = Reason(text="原决定已被撤销。")


async def sent(exchange: Exchange, university: University) -> Entry:
    entry = await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))
    return entry


async def test_golden_07(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """A push before the notice to the person is blocked here; the platform would say E4007."""
    await university.entry(told_on=None)

    await exchange.round()
    assert await Delivery.all().count() == 0 and sandbox.ledger == []

    await university.entry(ADULTS[1])
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))
    untold = await payload(await Delivery.get()) | {"subject_notified_at": None}
    untold["payload_hash"] = wire.payload_hash(untold)
    found = entry_content.faults(untold, sender=university.organisation.uscc, items={}, today=clock.present_day())
    assert ("E4007", "subject_notified_at") in found


async def test_golden_08(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """The same batch sent again after its answer was lost: the same receipts, and no second entry there."""
    sandbox.set(drop_after_commit=1)
    entry = await university.entry()
    await planner.plan(now=clock.now())
    until = monotonic() + PATIENCE
    while not await Batch.exists(state=BatchState.RECEIVED):
        assert monotonic() < until
        await outbox.send(exchange.links, now=clock.now())
        await asyncio.sleep(0.05)
    assert (await Batch.get()).attempts == 2

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert [(number, seq) for number, seq, _ in sandbox.accepted] == [(entry.number, 1)]
    assert sandbox.accepted == await ours()
    assert await Receipt.all().count() == 1


async def test_golden_09(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """Rejected with E3002, the name mended: accepted under the same number and sequence, in a new batch."""
    adult = ADULTS[0]
    entry = await university.entry(misspelt(adult))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))
    rejected = await Delivery.get()
    assert [error["code"] for error in rejected.errors] == ["E3002"]

    await correct(adult, name=adult.name)
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    mended = await Delivery.get()
    assert (mended.id, mended.seq) == (rejected.id, 1) and mended.batch_id != rejected.batch_id
    assert sandbox.accepted == [(entry.number, 1, mended.payload_hash)]
    assert (await Head.get()).last_seq == 1


async def test_golden_10(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """A change while the platform matches the identity waits, and follows the acceptance."""
    sandbox.set(pending=1)
    await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.PENDING))
    await state("本人已提交书面检讨。")
    await exchange.round()
    assert await states() == ["pending"]

    sandbox.post("/settle", {})
    await exchange.until(lambda: count_accepted(2))

    assert [(one.seq, one.op) for one in await Delivery.all().order_by("seq")] == [(1, "A"), (2, "U")]
    assert sandbox.accepted == await ours()


async def test_golden_11(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """An objection to a pushed entry goes out as U OBJECTION_OPENED, and its end as OBJECTION_CLOSED."""
    entry = await sent(exchange, university)
    for mark, reason, count in ((Objection.OPEN, "OBJECTION_OPENED", 2), (Objection.NONE, "OBJECTION_CLOSED", 3)):
        await settling.mark_objected(entry.id, mark, by=SYSTEM, now=clock.now())
        await exchange.until(lambda count=count: count_accepted(count))  # type: ignore[misc]
        last = await Delivery.get(seq=count)
        assert (last.op, last.reason, (await payload(last))["objection"]) == ("U", reason, mark)
        by = queries.due_on({"id": last.id, "op": last.op, "reason": last.reason}, DeliveryState.SENT)
        assert by == terms.due("withdraw", since=clock.today(clock.now())), "within one working day"
    assert sandbox.accepted == await ours()


async def test_golden_12(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """A revoked decision: W REVOKED within one working day, and everybody who was told of it is listed for notice."""
    await readers.enrol(owing.READER, owing.KINDS)
    entry = await sent(exchange, university)
    committee = await Organisation.create(kind=OrganisationKind.COMMITTEE, name="评审会", uscc="11149900999901065M")
    await recipients.told(
        entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=committee.id, how=How.INQUIRY,
        about=committee.id, now=clock.now(),
    )  # fmt: skip

    await settling.revoke(entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=clock.now())
    await owing.plan(now=clock.now())
    await exchange.until(lambda: count_accepted(2))
    await exchange.round()

    last, target = await Delivery.get(seq=2), await Target.get()
    assert (last.op, last.reason) == ("W", "REVOKED")
    assert sandbox.accepted == await ours()
    owed = {duty.recipient: duty for duty in await Duty.all()}
    assert set(owed) == {committee.id, target.id}
    assert (owed[committee.id].state, owed[target.id].state) == (DutyState.DUE, DutyState.ACKNOWLEDGED)
    assert {duty.due_on for duty in owed.values()} == {terms.due("withdraw", since=clock.today(clock.now()))}


async def test_the_platform_knows_once_it_has_accepted_whoever_came_first(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    """The withdrawal is accepted before anybody has looked whom to tell."""
    await readers.enrol(owing.READER, owing.KINDS)
    entry = await sent(exchange, university)
    await settling.revoke(entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=clock.now())
    await exchange.until(lambda: count_accepted(2))

    await owing.plan(now=clock.now())
    assert (await Duty.get()).state is DutyState.DUE
    await planner.plan(now=clock.now())

    assert (await Duty.get()).state is DutyState.ACKNOWLEDGED
    [line] = await opened(await Event.filter(kind=Kind.RECIPIENT_ACKNOWLEDGED))
    assert line.body and line.body["all"] is True
    assert await Edge.all().count() == 1, "a withdrawal carries nothing to anybody"


async def notice(exchange: Exchange, sandbox: Sandbox, entry: Entry, status: str, reason: str | None = None) -> None:
    sandbox.post("/notices", {"entry_no": entry.number, "status": status, "reason": reason})
    await exchange.round()


async def test_what_was_repaired_at_the_platform_is_repaired_here_and_withdrawn(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await sent(exchange, university)

    await notice(exchange, sandbox, entry, "REPAIRED_AT_PLATFORM")
    await exchange.until(lambda: count_accepted(2))

    assert (await Entry.get(id=entry.id)).state is State.REPAIRED
    assert (await Delivery.get(seq=2)).reason == "REPAIRED"


async def test_an_objection_at_the_platform_is_one_here(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await sent(exchange, university)

    await notice(exchange, sandbox, entry, "OBJECTED_AT_PLATFORM")
    await exchange.until(lambda: count_accepted(2))

    assert (await Lodged.get()).channel is Channel.PLATFORM
    assert (await Delivery.get(seq=2)).reason == "OBJECTION_OPENED"


async def test_what_the_platform_withdrew_is_answered_with_its_reason_and_stays_away(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await sent(exchange, university)

    await notice(exchange, sandbox, entry, "WITHDRAWN", "DUPLICATE")
    await exchange.until(lambda: count_accepted(2))
    await state("本人已提交书面检讨。")
    await exchange.round()

    assert (await Delivery.get(seq=2)).reason == "DUPLICATE"
    assert await Head.all().count() == 1 and await Delivery.all().count() == 2
