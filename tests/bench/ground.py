"""The ground that measurements stand on: a durable PostgreSQL in a folder of its own, offices, people, a platform."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg

from integrity_archive import postgres
from integrity_archive.cluster import ADMIN, OWNER, Server
from integrity_archive.database import connect, credentials, disconnect, migrate
from integrity_archive.sealing import make_master
from integrity_archive.settings import use

POOL = 10


@contextlib.contextmanager
def server(home: Path) -> Iterator[Server]:
    """A server with its usual, durable settings."""
    make_master(home / "keys" / "master.key")
    use(profile="test", home=home, database_url=None, migration_database_url=None)
    with postgres.EmbeddedPostgres(home) as started:
        yield started
    postgres.remove(home)


@contextlib.asynccontextmanager
async def archive(server: Server) -> AsyncIterator[None]:
    """This process connected as the application."""
    await connect(server.url(), pool=POOL)
    try:
        yield
    finally:
        await disconnect()


async def migrated(server: Server) -> None:
    await migrate(server.url(OWNER))


async def settled(server: Server, tables: list[str]) -> None:
    """Done now what the server would otherwise do in the midst of the next measurement with what this one left."""
    admin = await asyncpg.connect(**credentials(server.url(ADMIN)))
    await admin.execute(f"vacuum analyze {', '.join(tables)}")
    await admin.execute("checkpoint")
    await admin.close()


async def bare(server: Server) -> asyncpg.Connection:
    """A connection without anything of ours in between."""
    return await asyncpg.connect(**credentials(server.url()))


async def twin(server: Server) -> asyncpg.Connection:
    """A connection to a second database with the same tables, keys and indexes."""
    admin = await asyncpg.connect(**credentials(server.url(ADMIN, "postgres")))
    await admin.execute(f"create database twin owner {OWNER}")
    await admin.close()
    await migrate(server.url(OWNER, "twin"))
    return await asyncpg.connect(**credentials(server.url(OWNER, "twin")))
