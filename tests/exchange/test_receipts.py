"""The feed tells everything at least once and in any order; each thing has its effect once (contract §3.5)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from integrity_archive import clock
from integrity_archive.errors import Retry
from integrity_archive.exchange import batches, outbox, planner, receipts
from integrity_archive.exchange.batches import Taken
from integrity_archive.exchange.connectors.outcome import Answered
from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch, Delivery, Head, PlatformNotice, Receipt, Target
from integrity_archive.exchange.waits import TEST
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event

from .province import Exchange, Sandbox, University, all_in, states


class Feed:
    """One entry on its way, and the pages the platform might tell of it."""

    def __init__(self, exchange: Exchange, target: Target, batch: Taken, delivery: Delivery, entry_no: str) -> None:
        self.exchange, self.target, self.batch, self.delivery, self.entry_no = (
            exchange,
            target,
            batch,
            delivery,
            entry_no,
        )

    def receipt(self, number: str, status: str, **changes: Any) -> dict[str, Any]:
        accepted = status == "ACCEPTED"
        return {
            "type": "RECEIPT",
            "receipt_no": number,
            "batch_no": self.batch.number,
            "entry_no": self.entry_no,
            "seq": 1,
            "payload_hash": self.delivery.payload_hash,
            "status": status,
            "platform_entry_id": "P1" if accepted else None,
            "duplicate": False,
            "errors": [{"code": "E3002", "field": "subject.name", "retryable": False}] if status == "REJECTED" else [],
            "at": clock.now().isoformat(),
        } | changes

    async def page(self, *items: Any, after: str | None = None, following: str = "c1") -> None:
        link = await self.exchange.links.to(self.target)
        await receipts.apply_page(self.target, link, list(items), after, following, now=clock.now())

    async def acknowledge(self) -> None:
        await outbox.settle(self.target, TEST, self.batch, Answered({}, clock.now()))


@pytest.fixture
async def feed(exchange: Exchange, university: University) -> Feed:
    await exchange.round()
    await Target.all().update(feed_cursor=None)
    entry = await university.entry()
    await planner.plan(now=clock.now())
    target = await Target.get()
    batch = await batches.take(target, lease=60, now=clock.now())
    assert batch
    sent = await batches.go_on_wire(batch)
    assert sent
    return Feed(exchange, target, sent, await Delivery.get(), entry.number)


async def test_a_receipt_may_come_before_the_ack(feed: Feed) -> None:
    await feed.page(feed.receipt("R1", "ACCEPTED"))
    await feed.acknowledge()

    assert await states() == ["accepted"]
    assert (await Batch.get()).state is BatchState.DONE


async def test_a_receipt_settles_a_batch_whose_answer_was_lost(feed: Feed) -> None:
    await Batch.all().update(state=BatchState.UNKNOWN, leased_until=None)
    await Delivery.all().update(state=DeliveryState.UNKNOWN)

    await feed.page(feed.receipt("R1", "ACCEPTED"))

    assert (await Batch.get()).state is BatchState.DONE
    assert await batches.take(feed.target, lease=60, now=clock.now() + timedelta(days=1)) is None


async def test_a_receipt_told_twice_acts_once(feed: Feed) -> None:
    told = feed.receipt("R1", "ACCEPTED")
    await feed.page(told, told)
    await feed.page(told, after="c1", following="c2")

    assert await Receipt.all().count() == 1
    assert await Event.filter(kind=Kind.DELIVERY_ACCEPTED).count() == 1


@pytest.mark.parametrize("final", ["ACCEPTED", "REJECTED"])
@pytest.mark.parametrize("same_page", [True, False])
async def test_a_pending_that_comes_after_the_final_receipt_is_ignored(feed: Feed, final: str, same_page: bool) -> None:
    late, last = feed.receipt("R2", "PENDING"), feed.receipt("R1", final)
    if same_page:
        await feed.page(last, late)
    else:
        await feed.page(last)
        await feed.page(late, after="c1", following="c2")

    assert await states() == [final.lower()]
    assert await Receipt.all().count() == 2


@pytest.mark.parametrize(
    "changes", [{"payload_hash": "0" * 64}, {"batch_no": "SXEDU01-20200101-000001"}, {"entry_no": "X-1"}, {"seq": 2}]
)
async def test_a_receipt_of_something_else_is_kept_and_changes_nothing(feed: Feed, changes: dict[str, Any]) -> None:
    await feed.page(feed.receipt("R1", "ACCEPTED", **changes))

    assert await states() == ["sent"] and (await Head.get()).last_seq == 0
    assert await Receipt.all().count() == 1


@pytest.mark.parametrize("nonsense", ["text", {"type": "NEWS"}, {"type": "RECEIPT"}, {"type": "NOTICE", "at": 1}])
async def test_an_event_that_cannot_be_read_does_not_stop_the_feed(feed: Feed, nonsense: Any) -> None:
    await feed.page(nonsense, feed.receipt("R1", "ACCEPTED"))

    assert await states() == ["accepted"]
    assert (await Target.get()).feed_cursor == "c1"


async def test_a_page_that_another_worker_applied_is_not_applied_again(feed: Feed) -> None:
    await feed.page(following="c9")

    with pytest.raises(Retry):
        await feed.page(feed.receipt("R1", "ACCEPTED"), after=None, following="c1")

    assert await states() == ["sent"] and await Receipt.all().count() == 0


async def test_a_notice_is_recorded_once_with_a_line_in_the_journal(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    entry = await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    sandbox.post("/notices", {"entry_no": entry.number, "status": "OBJECTED_AT_PLATFORM"})
    await exchange.round()
    await exchange.round()

    assert (await PlatformNotice.get()).status == "OBJECTED_AT_PLATFORM"
    assert (await Event.get(kind=Kind.PLATFORM_NOTICE_RECEIVED)).entry == entry.id


async def test_a_silent_feed_is_made_up_for_by_asking_about_the_batch(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    """The cursor stands behind everything, as if the feed had nothing to tell."""
    await university.entry()
    await planner.plan(now=clock.now())
    await outbox.send(exchange.links, now=clock.now())
    await Target.all().update(feed_cursor="c1")
    later = clock.now() + timedelta(seconds=TEST.silence + 1)

    await asyncio.gather(*(receipts.collect(exchange.links, now=later) for _ in range(2)))

    assert await states() == ["accepted"]


async def test_a_cursor_the_platform_has_forgotten_is_given_up(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await Target.all().update(feed_cursor="c999")
    await university.entry()

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert (await Target.get()).feed_cursor != "c999"
