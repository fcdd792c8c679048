"""`tx()` is the only door to transactions: what it promises when things go wrong."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
from tortoise.exceptions import IntegrityError, TransactionManagementError
from uuid_utils.compat import uuid7

from integrity_archive.cluster import Server
from integrity_archive.database import connect, copy_rows, disconnect, rows, tx
from integrity_archive.sealing import DataKey

POOL = 2
pytestmark = pytest.mark.usefixtures("database")


async def a_key():
    return await DataKey.create(id=uuid7(), wrapped=b"wrapped")


async def test_what_a_failed_transaction_wrote_is_gone():
    with pytest.raises(ZeroDivisionError):
        async with tx():
            await a_key()
            raise ZeroDivisionError

    assert await DataKey.all().count() == 0


async def test_a_decorated_function_is_one_transaction():
    @tx
    async def write_two(*, fail: bool) -> int:
        await a_key()
        await a_key()
        if fail:
            raise ZeroDivisionError
        return 2

    with pytest.raises(ZeroDivisionError):
        await write_two(fail=True)
    assert await DataKey.all().count() == 0
    assert await write_two(fail=False) == 2
    assert await DataKey.all().count() == 2


async def test_a_violated_constraint_inside_a_savepoint_leaves_the_transaction_usable():
    async with tx():
        key = await a_key()
        with pytest.raises(IntegrityError):
            async with tx():
                await DataKey.create(id=key.id, wrapped=b"again")
        await a_key()

    assert await DataKey.all().count() == 2


async def test_copied_rows_belong_to_the_running_transaction():
    records = [(uuid7(), b"wrapped") for _ in range(1000)]
    with pytest.raises(ZeroDivisionError):
        async with tx():
            await copy_rows("sealing_key", columns=("id", "wrapped"), records=records)
            assert (await rows("select count(*) as n from sealing_key"))[0]["n"] == 1000
            raise ZeroDivisionError

    assert await DataKey.all().count() == 0


async def test_a_copied_duplicate_is_an_integrity_error():
    twice = [(uuid7(), b"wrapped")] * 2
    with pytest.raises(IntegrityError):
        await copy_rows("sealing_key", columns=("id", "wrapped"), records=twice)


async def test_rows_of_a_returning_statement_are_not_lost():
    made = uuid7()
    [row] = await rows("insert into sealing_key (id, wrapped) values ($1, $2) returning id", [made, b"w"])

    assert row["id"] == made


class HalfDead:
    """A way to the server on which the server's end can vanish unseen: we learn of it only when we next write."""

    def __init__(self, socket: str) -> None:
        self.socket = socket
        self.open: list[list[bool]] = []

    async def __aenter__(self) -> int:
        self.listener = await asyncio.start_server(self.carry, "127.0.0.1", 0)
        return self.listener.sockets[0].getsockname()[1]

    async def __aexit__(self, *_: object) -> None:
        self.listener.close()

    def lose_the_servers_end(self) -> None:
        for lost in self.open:
            lost[0] = True

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lost = [False]
        self.open.append(lost)
        from_server, to_server = await asyncio.open_unix_connection(self.socket)
        answers = asyncio.create_task(self.pass_on(from_server, writer))
        while (data := await reader.read(65536)) and not lost[0]:
            to_server.write(data)
            await to_server.drain()
        answers.cancel()
        to_server.close()
        writer.transport.abort()

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()


@pytest.fixture
async def way(database, server: Server) -> AsyncIterator[HalfDead]:
    """We reach the database through `HalfDead`."""
    await disconnect()
    way = HalfDead(f"{server.socket}/.s.PGSQL.{server.port}")
    async with way as port:
        password = server.passwords["ia_app"]
        await connect(f"postgresql://ia_app:{password}@127.0.0.1:{port}/{database.name}?sslmode=disable", pool=POOL)
        yield way
        await disconnect()


async def written() -> bool:
    try:
        async with tx():
            await a_key()
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return False
    return True


async def test_a_long_lived_task_survives_a_connection_that_died_silently(way: HalfDead):
    """Tortoise alone fails for ever after one bad BEGIN: it keeps the dead connection in the task's context."""
    assert await written()
    way.lose_the_servers_end()

    assert [await written() for _ in range(4)] == [False, True, True, True]
    assert await DataKey.all().count() == 4


async def test_dead_connections_do_not_shrink_the_pool(way: HalfDead):
    for _ in range(3 * POOL):
        way.lose_the_servers_end()
        await written()

    async with asyncio.timeout(10):
        while not await written():
            pass


async def test_a_transaction_that_was_left_open_is_rolled_back_before_the_next_user():
    """Between two users of a pooled connection we reset nothing; asyncpg still ends what was left open."""
    with pytest.raises(TransactionManagementError):
        async with tx():
            await a_key()
            raise TransactionManagementError("Tortoise neither commits nor rolls back after this one")

    assert await DataKey.all().count() == 0
