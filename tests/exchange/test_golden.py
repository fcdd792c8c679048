"""The golden cases that are about the exchange, and what the platform tells of its own accord."""

import asyncio
import json
from datetime import date, datetime, timedelta
from time import monotonic
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.periods import Deadline
from integrity_archive.demo.world import misspelt
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import clocks, entry_content, outbox, planner, wire
from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch, Delivery, Head, Receipt, Target
from integrity_archive.inquiries.actions import GiveConsent, Question, ask, give_consent
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.journal.queries import opened
from integrity_archive.recipients import planner as owing
from integrity_archive.recipients.kinds import DutyState, How
from integrity_archive.recipients.models import Duty, Edge
from integrity_archive.remedies.kinds import Channel
from integrity_archive.remedies.models import Objection as Lodged
from integrity_archive.sealing import key_of

from ..building import an_officer, an_organisation, as_the_person
from .province import ADULTS, PATIENCE, Exchange, Sandbox, University, all_in, correct, ours, state, states
from .test_planning import count_accepted, payload

FRIDAY = datetime(2026, 7, 3, 10, 0, tzinfo=clock.SHANGHAI)
BEFORE_NATIONAL_DAY = datetime(2026, 9, 30, 10, 0, tzinfo=clock.SHANGHAI)
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

    await university.entry(ADULTS[2])
    await planner.plan(now=clock.now())
    await rewrite(await Delivery.get(state=DeliveryState.READY), subject_notified_at=None)  # as if nobody had looked
    until = monotonic() + PATIENCE
    while await any_in(DeliveryState.READY):  # without planning it anew
        assert monotonic() < until
        await outbox.send(exchange.links, now=clock.now())
        await asyncio.sleep(0.05)
    await exchange.until(lambda: any_in(DeliveryState.REJECTED))
    [refused] = await Delivery.filter(state=DeliveryState.REJECTED)
    assert [error["code"] for error in refused.errors] == ["E4007"]


def next_working_day(day: date) -> date:
    return next(one for n in range(1, 15) if official().is_working_day(one := day + timedelta(n)))


def made_at(moment: datetime) -> UUID:
    """The id of a message that was made then (RFC 9562 §5.7)."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)


async def rewrite(delivery: Delivery, **members: object) -> None:
    """Let a message that waits to be sent say something else."""
    said = await payload(delivery) | members
    said["payload_hash"] = wire.payload_hash(said)
    key, place = await key_of(delivery.head.entry.key_id), f"exchange_delivery.sealed:{delivery.id}"
    sealed = key.seal(json.dumps(said).encode(), place=place)
    await Delivery.filter(id=delivery.id).update(sealed=sealed, payload_hash=said["payload_hash"])


async def any_in(state: DeliveryState) -> bool:
    return await Delivery.exists(state=state)


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
        for made, by in ((FRIDAY, date(2026, 7, 6)), (BEFORE_NATIONAL_DAY, date(2026, 10, 8))):
            until = clocks.until(made_at(made), op=last.op, reason=last.reason, state=DeliveryState.SENT)
            assert until == Deadline(by, False), "within one working day"
    assert sandbox.accepted == await ours()


async def test_golden_12(exchange: Exchange, university: University, sandbox: Sandbox) -> None:
    """A revoked decision: W REVOKED within one working day, and everybody who was told of it is listed for notice."""
    await readers.enrol(owing.READER, owing.KINDS)
    entry = await sent(exchange, university)
    committee = await an_organisation(OrganisationKind.COMMITTEE)
    question = Question(number=ADULTS[0].number, name=ADULTS[0].name, purpose=Purpose.SCHOLARSHIP)
    allowed = GiveConsent(organisation=committee.id, purpose=Purpose.SCHOLARSHIP, uses=1)
    await give_consent(allowed, by=await as_the_person(await entry.person), now=clock.now())
    answer = await ask(question, by=await an_officer(committee, Role.COMMITTEE), now=clock.now())
    assert [told.entry for told in answer.entries] == [entry.id]

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
    heard = clock.today((await Event.filter(kind=Kind.ENTRY_REVOKED).get()).at)
    assert {duty.due_on for duty in owed.values()} == {next_working_day(heard)}
    assert {(edge.recipient, edge.how) for edge in await Edge.all()} == {
        (committee.id, How.INQUIRY), (target.id, How.PUSH),
    }  # fmt: skip
    friday = made_at(FRIDAY)
    due = clocks.until(friday, op=last.op, reason=last.reason, state=DeliveryState.SENT)
    assert due == Deadline(date(2026, 7, 6), False)


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
