"""What the platform does not take comes back to the clerk, is mended and goes out again under the same number."""

from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Role
from integrity_archive.demo.world import misspelt
from integrity_archive.errors import NotFound
from integrity_archive.exchange import actions, queries, rejections
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Delivery, Receipt, Target
from integrity_archive.exchange.waits import RETRIES_OF_REJECTION, TEST
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from .province import ADULTS, Exchange, Sandbox, University, all_in, correct


async def test_a_wrong_name_comes_back_as_a_task_is_mended_and_accepted_once(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    adult = ADULTS[0]
    entry = await university.entry(misspelt(adult))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))
    rejected = await Delivery.get()
    task = await Task.get()

    assert [error["code"] for error in rejected.errors] == ["E3002"]
    assert (task.kind, task.about, task.entry, task.state) == (
        TaskKind.MEND_REJECTION,
        rejected.id,
        entry.id,
        TaskState.OPEN,
    )

    await correct(adult, name=adult.name)
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    mended = await Delivery.get()
    assert (mended.id, mended.seq, mended.errors) == (rejected.id, 1, [])
    assert sandbox.accepted == [(f"{entry.number}", 1, mended.payload_hash)]
    assert (await Task.get()).state is TaskState.DONE
    assert await Receipt.all().count() == 2


async def test_a_rejected_message_stays_where_it_is_until_somebody_mends_it(
    exchange: Exchange, university: University
) -> None:
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))

    for _ in range(3):
        await exchange.round()

    assert await Receipt.all().count() == 1


async def test_a_fault_we_can_see_ourselves_is_held_here_and_not_sent(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await university.entry(summary="涉及手机13900000000的事实。")

    await exchange.until(lambda: all_in(DeliveryState.HELD))

    assert [(error["code"], error["field"]) for error in (await Delivery.get()).errors] == [
        ("E4008", "conduct.summary")
    ]
    assert (await Task.get()).kind is TaskKind.MEND_REJECTION
    assert sandbox.ledger == []


async def test_a_rejection_that_may_pass_by_itself_is_sent_again_without_anybody(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    """As if the platform had said E3003: this sandbox knows every number as found."""
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))
    await Delivery.all().update(errors=[{"code": "E3003", "field": None, "retryable": True}])

    await exchange.until(received_twice)

    assert len(await Task.all()) == 1


async def test_it_is_not_sent_again_for_ever(exchange: Exchange, university: University) -> None:
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))
    await Delivery.all().update(errors=[{"code": "E3003", "field": None, "retryable": True}])
    first, target = await Receipt.get(), await Target.get()
    values = await Receipt.filter(id=first.id).values()
    for number in range(RETRIES_OF_REJECTION):
        await Receipt.create(**values[0] | {"id": uuid7(), "number": f"again-{number}"})

    retried = await rejections.retry(target.id, TEST, now=clock.now() + timedelta(days=1))

    assert retried == 0


async def test_a_clerk_may_send_a_rejected_message_again_as_it_is(exchange: Exchange, university: University) -> None:
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))

    await actions.resend((await Delivery.get()).id, by=officer(university), now=clock.now())

    assert (await Delivery.get()).state is DeliveryState.READY
    await exchange.until(received_twice)


async def test_another_organisation_does_not_learn_that_a_message_exists(
    exchange: Exchange, university: University
) -> None:
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))
    stranger = Actor(account=uuid7(), roles=frozenset({Role.CLERK}), organisation=uuid7())
    id = (await Delivery.get()).id

    with pytest.raises(NotFound):
        await actions.resend(id, by=stranger, now=clock.now())
    with pytest.raises(NotFound):
        await queries.delivery(id, by=stranger)
    assert await queries.deliveries(stranger) == []


async def test_the_clerk_sees_why_and_what_to_mend(exchange: Exchange, university: University) -> None:
    await university.entry(misspelt(ADULTS[0]))
    await exchange.until(lambda: all_in(DeliveryState.REJECTED))

    [row] = await queries.deliveries(officer(university), state=DeliveryState.REJECTED)
    seen = await queries.delivery(row.id, by=officer(university))

    assert [error.code for error in seen.row.errors] == ["E3002"]
    assert seen.row.errors[0].mend and seen.row.errors[0].mend.field == "name"
    assert [receipt.status for receipt in seen.receipts] == ["REJECTED"]
    assert "mend" in seen.acts


def officer(university: University) -> Actor:
    return Actor(university.clerk.id, frozenset({Role.CLERK}), organisation=university.organisation.id)


async def received_twice() -> bool:
    return await Receipt.all().count() >= 2 and await all_in(DeliveryState.REJECTED)
