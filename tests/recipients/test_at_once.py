"""An answer and a revocation at the same moment: either the answer lacks the entry, or the asker is told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows, tx
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.inquiries.actions import ask
from integrity_archive.recipients import planner
from integrity_archive.recipients.models import Duty

from ..building import NOW
from ..inquiries.conftest import Asking

WHY = Reason(text="原决定已被撤销。")
WAITING = """
select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
"""
PATIENCE = 20.0


def revoke(entry: Entry) -> Coroutine[Any, Any, Entry]:
    return settling.revoke(entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=NOW + timedelta(seconds=1))


async def until_waiting(count: int) -> None:
    """So many connections wait for locks that others hold."""

    async with asyncio.timeout(PATIENCE):
        while (await rows(WAITING))[0]["waiting"] < count:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)


@asynccontextmanager
async def held_open(work: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """A transaction on a connection of its own that has done its work and is not committed before the block ends."""
    done, may_commit = asyncio.Event(), asyncio.Event()

    @tx
    async def transaction() -> None:
        await work()
        done.set()
        await may_commit.wait()

    running = asyncio.create_task(transaction())
    await asyncio.wait_for(done.wait(), PATIENCE)
    yield
    may_commit.set()
    await running


async def test_a_revocation_waits_for_an_answer_that_is_being_given_and_its_asker_is_told(graph: Asking) -> None:
    async with held_open(lambda: rows("lock table recipients_edge in exclusive mode")):
        answering = asyncio.create_task(ask(graph.question, by=graph.secretary, now=NOW))
        await until_waiting(1)
        revoking = asyncio.create_task(revoke(graph.entry))
        await until_waiting(2)
    answer = await answering
    await revoking
    await planner.plan(now=NOW)

    assert [told.entry for told in answer.entries] == [graph.entry.id]
    assert (await Duty.get()).recipient == graph.committee.id


async def test_an_answer_waits_for_a_revocation_that_is_being_made_and_lacks_the_entry(graph: Asking) -> None:
    async with held_open(lambda: revoke(graph.entry)):
        answering = asyncio.create_task(ask(graph.question, by=graph.secretary, now=NOW))
        await until_waiting(1)
    answer = await answering
    await planner.plan(now=NOW)

    assert answer.entries == [] and await Duty.all().count() == 0
