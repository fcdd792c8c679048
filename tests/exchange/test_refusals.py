"""A refused batch changed nothing there; a refusal in doubt is asked about, and only then believed (contract §3.3)."""

from datetime import timedelta

from integrity_archive import clock
from integrity_archive.exchange import batches, outbox, planner
from integrity_archive.exchange.batches import Taken
from integrity_archive.exchange.connectors.outcome import Refused, Unknown
from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch, Target
from integrity_archive.exchange.waits import DELAYED_REQUEST, TEST
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event

from .province import Exchange, Sandbox, University, all_in, ours, states

LEASE = 60


async def test_an_outdated_edition_is_refused_loaded_and_sent_again(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await exchange.round()
    outdated = await Target.get()
    assert outdated.edition
    outdated.edition = outdated.edition | {"edition": "SX-SAMPLE-2025-1"}
    await outdated.save(update_fields=["edition"])
    await university.entries(2)

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert len(sandbox.accepted) == 2 and sandbox.accepted == await ours()
    refused, done = await Batch.all().order_by("number")
    assert (refused.state, refused.refusal, done.state) == (BatchState.REFUSED, "E1106", BatchState.DONE)
    assert await Event.filter(kind=Kind.BATCH_REFUSED, about=refused.id).count() == 1


async def test_a_first_refusal_makes_the_messages_ready_again(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)

    await outbox.settle(target, TEST, batch, Refused("E1004", clock.now()))

    assert (await Batch.get()).state is BatchState.REFUSED
    assert await states() == ["ready"]


async def test_after_a_refusal_the_unit_waits_before_it_tries_again(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)
    await outbox.settle(target, TEST, batch, Refused("E1004", clock.now()))

    assert await batches.take(target, lease=LEASE, now=clock.now()) is None
    assert await batches.take(target, lease=LEASE, now=clock.now() + timedelta(seconds=TEST.cap)) is not None


async def test_a_refusal_after_a_lost_answer_is_not_believed_yet(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)
    await outbox.settle(target, TEST, batch, Unknown("timeout", clock.now()))
    again = await taken(target)

    await outbox.settle(target, TEST, again, Refused("E1004", clock.now()))

    doubted = await Batch.get()
    assert (doubted.state, doubted.refusal) == (BatchState.UNKNOWN, "E1004")
    assert doubted.last_unknown_at and doubted.next_at >= doubted.last_unknown_at + DELAYED_REQUEST
    assert await states() == ["unknown"]


async def test_a_doubted_refusal_counts_once_the_platform_says_it_has_nothing(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    """The real platform is asked, long enough after the lost attempt."""
    target, batch = await on_wire(exchange, university)
    await outbox.settle(target, TEST, batch, Unknown("timeout", clock.now()))
    await outbox.settle(target, TEST, await taken(target), Refused("E1004", clock.now()))
    await Batch.all().update(last_unknown_at=clock.now() - DELAYED_REQUEST, next_at=clock.now())

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    first, second = await Batch.all().order_by("number")
    assert (first.state, first.refusal, second.state) == (BatchState.REFUSED, "E1004", BatchState.DONE)
    assert len(sandbox.accepted) == 1 and sandbox.accepted == await ours()


async def test_nothing_said_too_early_makes_a_lost_batch_refused(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)
    await outbox.settle(target, TEST, batch, Unknown("timeout", clock.now()))
    await outbox.settle(target, TEST, await taken(target), Refused("E1004", clock.now()))
    await Batch.all().update(next_at=clock.now())

    await outbox.settle(target, TEST, await taken(target), Refused("E1107", clock.now()))

    assert (await Batch.get()).state is BatchState.UNKNOWN


async def test_a_refused_clock_leaves_the_batch_its_number(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)

    await outbox.settle(target, TEST, batch, Refused("E1002", clock.now()))

    kept = await Batch.get()
    assert (kept.state, kept.number) == (BatchState.READY, batch.number)
    assert await states() == ["sent"]


async def test_two_workers_never_hold_the_same_batch(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)

    assert await batches.take(target, lease=LEASE, now=clock.now() + timedelta(days=1)) is None
    assert batch.leased_until > clock.now()


async def test_an_answer_after_the_lease_was_lost_changes_nothing(exchange: Exchange, university: University) -> None:
    target, batch = await on_wire(exchange, university)
    await Batch.all().update(leased_until=clock.now() - timedelta(seconds=1))
    other = await taken(target)

    await outbox.settle(target, TEST, batch, Refused("E1004", clock.now()))

    assert other.number == batch.number
    assert (await Batch.get()).state is BatchState.SENT
    assert await states() == ["unknown"]


async def on_wire(exchange: Exchange, university: University) -> tuple[Target, Taken]:
    """One entry, in a batch that has just been put on the wire."""
    await exchange.round()
    await university.entry()
    await planner.plan(now=clock.now())
    target = await Target.get()
    batch = await batches.take(target, lease=LEASE, now=clock.now())
    assert batch
    sent = await batches.go_on_wire(batch)
    assert sent
    return target, sent


async def taken(target: Target) -> Taken:
    """The batch again, when its time has come."""
    batch = await batches.take(target, lease=LEASE, now=clock.now() + timedelta(hours=2))
    assert batch
    sent = batch if batch.refusal else await batches.go_on_wire(batch)
    assert sent
    return sent
