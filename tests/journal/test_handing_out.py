"""The order and number in which a reader is handed events, and what is not lost when it comes late."""

import asyncio

from integrity_archive.actors import SYSTEM
from integrity_archive.database import tx
from integrity_archive.journal import readers
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind

from ..building import NOW

WANTED = frozenset({Kind.ENTRY_TOOK_EFFECT})


async def an_act() -> int:
    return await record(Kind.ENTRY_TOOK_EFFECT, by=SYSTEM, now=NOW)


async def taken(limit: int = 500) -> list[int]:
    async with tx():
        return [line.seq for line in await readers.take("letters", limit)]


async def test_no_more_is_taken_than_was_asked_for_and_the_oldest_first(database: object) -> None:
    await readers.register("letters", WANTED)
    seqs = [await an_act() for _ in range(5)]

    assert [await taken(2), await taken(), await taken()] == [seqs[:2], seqs[2:], []]


async def test_what_was_put_back_comes_again_and_once(database: object) -> None:
    await readers.register("letters", WANTED)
    seq = await an_act()
    for _ in range(2):
        await readers.put_back("letters", await taken() or [seq])

    assert [await taken(), await taken()] == [[seq], []]


async def test_a_late_reader_misses_no_act_whose_transaction_was_open_while_it_came(database: object) -> None:
    written, go_on = asyncio.Event(), asyncio.Event()

    async def a_slow_act() -> int:
        async with tx():
            seq = await an_act()
            written.set()
            await go_on.wait()
            return seq

    acting = asyncio.create_task(a_slow_act())
    await written.wait()
    enrolling = asyncio.create_task(readers.enrol("letters", WANTED))
    await asyncio.wait([enrolling], timeout=0.2)
    assert not enrolling.done()
    go_on.set()
    await enrolling

    assert await taken() == [await acting]
