"""`kill -9` at the worst moments: nothing is missing and nothing doubled. The judge is the platform's own ledger."""

import asyncio
import signal
from pathlib import Path
from time import monotonic

import pytest

from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.exchange.models import Batch

from .province import PATIENCE, Exchange, Reachable, Sandbox, University, all_in, ours, worker

ENTRIES = 5


@pytest.mark.parametrize(
    "moment",
    [
        "planner.before_commit",
        "outbox.after_claim",
        "outbox.after_send",
        "outbox.before_settle",
        "receipts.before_commit",
    ],
)
async def test_a_killed_worker_loses_and_doubles_nothing(
    moment: str, exchange: Exchange, university: University, sandbox: Sandbox, database: Reachable, home: Path
) -> None:
    await university.entries(ENTRIES)

    with worker(database.app, home, testing=1, killpoint=moment) as killed:
        assert await asyncio.to_thread(killed.wait, PATIENCE) == -signal.SIGKILL
    with worker(database.app, home):
        await eventually_accepted()

    assert len(sandbox.accepted) == ENTRIES and sandbox.accepted == await ours()
    assert set(await Batch.all().values_list("state", flat=True)) == {BatchState.DONE}


async def test_a_worker_told_to_stop_finishes_and_leaves(
    exchange: Exchange, university: University, database: Reachable, home: Path
) -> None:
    await university.entry()
    with worker(database.app, home) as told:
        await eventually_accepted()
        told.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(told.wait, PATIENCE) == 0


async def eventually_accepted() -> None:
    limit = monotonic() + PATIENCE
    while not await all_in(DeliveryState.ACCEPTED):
        assert monotonic() < limit
        await asyncio.sleep(0.05)
