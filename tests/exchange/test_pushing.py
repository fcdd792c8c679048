"""An entry in effect reaches the platform once, whatever happens on the way. The judge is the platform's own ledger."""

from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch, Head

from .province import Exchange, Sandbox, University, all_in, ours


async def test_an_entry_in_effect_is_sent_and_accepted(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await university.entry()

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert len(sandbox.accepted) == 1 and sandbox.accepted == await ours()
    head = await Head.get()
    assert (head.last_seq, head.last_op, head.last_hash) == (1, "A", sandbox.accepted[0][2])
    assert head.platform_entry_id
    assert [batch.state for batch in await Batch.all()] == [BatchState.DONE]


async def test_a_lost_answer_is_one_effect_there_and_one_delivery_here(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    sandbox.set(drop_after_commit=1)
    await university.entries(3)

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert len(sandbox.accepted) == 3 and sandbox.accepted == await ours()
    batch = await Batch.get()
    assert batch.attempts >= 1 and batch.last_unknown_at is not None


async def test_a_busy_platform_is_asked_again_with_the_same_number(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await exchange.round()
    sandbox.set(busy=2, retry_after=0)
    await university.entries(2)

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert len(sandbox.accepted) == 2 and sandbox.accepted == await ours()
    assert await Batch.all().count() == 1


async def test_a_pending_identity_becomes_final_later(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    sandbox.set(pending=1)
    await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.PENDING))

    sandbox.post("/settle", {})

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))
    assert sandbox.accepted == await ours()
