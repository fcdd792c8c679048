"""A lost database is told from a wrong question, because only the first is worth asking again."""

import asyncpg
import pytest

from integrity_archive.database import connect, disconnect, lost, rows, tx

pytestmark = pytest.mark.usefixtures("database")


async def raised_by(sql: str, *values: object) -> Exception:
    with pytest.raises(Exception) as caught:
        await rows(sql, values)
    return caught.value


async def test_a_statement_whose_server_goes_away_meets_a_lost_database() -> None:
    assert lost(await raised_by("select pg_terminate_backend(pg_backend_pid())"))


async def test_every_further_statement_of_that_transaction_does_too() -> None:
    with pytest.raises(asyncpg.InterfaceError) as caught:
        async with tx():
            assert lost(await raised_by("select pg_terminate_backend(pg_backend_pid())"))
            assert lost(await raised_by("select 1"))
    assert lost(caught.value)


@pytest.mark.parametrize("place", ["postgresql://x@127.0.0.1:1/x", "postgresql://x@/x?host=/nowhere"])
async def test_a_server_that_is_not_there_is_lost(place: str) -> None:
    await disconnect()
    with pytest.raises(Exception) as caught:
        await connect(place)
    assert isinstance(caught.value.__cause__, asyncpg.PostgresError) and lost(caught.value.__cause__)


@pytest.mark.parametrize(
    ("sql", "value"), [("select $1::int", "x"), ("select 1 / $1::int", 0), ("select nothing, $1::int", 1)]
)
async def test_a_wrong_question_does_not_mean_that_the_database_is_lost(sql: str, value: object) -> None:
    assert not lost(await raised_by(sql, value))
    assert not lost(FileNotFoundError("a document"))
