"""Each event reaches each reader that wants its kind, exactly once, whoever writes and takes at the same time."""

import asyncio
import random
from collections import Counter

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.clock import now
from integrity_archive.database import rows, tx
from integrity_archive.journal import readers
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Pending

WANTED, UNWANTED = Kind.TASK_OPENED, Kind.TASK_DONE
WRITERS, EACH, TAKERS = 8, 40, 3
READERS = ("one", "other")


async def test_only_the_wanted_kinds_wait_for_a_reader(database: object) -> None:
    await readers.register("one", frozenset({WANTED}))
    await readers.register("other", frozenset({WANTED, UNWANTED}))
    async with tx():
        first = await record(WANTED, by=SYSTEM, now=now())
        second = await record(UNWANTED, by=SYSTEM, now=now())
    found = await Pending.all().order_by("reader", "event_seq").values_list("reader", "event_seq")
    assert found == [("one", first), ("other", first), ("other", second)]


async def test_an_act_that_is_rolled_back_waits_for_nobody(database: object) -> None:
    await readers.register("one", frozenset({WANTED}))
    with pytest.raises(RuntimeError):
        async with tx():
            await record(WANTED, by=SYSTEM, now=now())
            raise RuntimeError
    assert await Pending.all().count() == 0


async def test_a_taker_that_fails_leaves_what_it_took(database: object) -> None:
    await readers.register("one", frozenset({WANTED}))
    async with tx():
        seq = await record(WANTED, by=SYSTEM, now=now())
    with pytest.raises(RuntimeError):
        async with tx():
            assert [line.seq for line in await readers.take("one")] == [seq]
            raise RuntimeError
    async with tx():
        assert [line.seq for line in await readers.take("one")] == [seq]


async def test_parallel_writers_and_takers_neither_miss_nor_double(database: object) -> None:
    written: list[int] = []
    taken: dict[str, Counter[int]] = {reader: Counter() for reader in READERS}
    done = asyncio.Event()
    for reader in READERS:
        await readers.register(reader, frozenset({WANTED}))

    async def write() -> None:
        for _ in range(EACH):
            async with tx():
                seq = await record(WANTED, by=SYSTEM, now=now())
                await rows("select pg_sleep($1)", [random.uniform(0, 0.01)])
            written.append(seq)

    async def take(reader: str) -> None:
        while not done.is_set() or await Pending.filter(reader=reader).count():
            async with tx():
                taken[reader].update(line.seq for line in await readers.take(reader, limit=7))
            await asyncio.sleep(0)

    takers = [asyncio.create_task(take(reader)) for reader in READERS for _ in range(TAKERS)]
    await asyncio.gather(*(write() for _ in range(WRITERS)))
    done.set()
    await asyncio.gather(*takers)

    assert len(written) == WRITERS * EACH
    assert taken == {reader: Counter(written) for reader in READERS}


async def test_a_late_reader_is_handed_what_happened_before_it_came(database: object) -> None:
    async with tx():
        seq = await record(WANTED, by=SYSTEM, now=now())
    await readers.enrol("late", frozenset({WANTED}))
    await readers.enrol("late", frozenset({WANTED}))
    async with tx():
        assert [line.seq for line in await readers.take("late")] == [seq]


async def test_a_reader_that_wants_more_is_handed_what_is_new_to_it_and_nothing_twice(database: object) -> None:
    async with tx():
        await record(WANTED, by=SYSTEM, now=now())
        late = await record(Kind.PERSON_SEEN, by=SYSTEM, now=now())
    await readers.enrol("late", frozenset({WANTED}))
    async with tx():
        assert len(await readers.take("late")) == 1
    await readers.enrol("late", frozenset({WANTED, Kind.PERSON_SEEN}))
    async with tx():
        assert [line.seq for line in await readers.take("late")] == [late]
