"""What the platform does not take comes back to the clerk, is mended and goes out again under the same number."""

from integrity_archive.demo.world import misspelt
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Delivery, Receipt
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
