"""What has been written stays written: the application has no right to change it, and the database refuses anybody."""

import asyncpg
import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.clock import now
from integrity_archive.database import credentials, rows, tx
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind

from ..conftest import Database

TABLES = ("journal_event", "inquiries_inquiry", "entries_certificate", "exchange_receipt")
CHANGES = ("update {table} set id = id", "delete from {table}", "truncate {table} cascade")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
async def test_the_application_role_may_not_change_it(database: Database, table: str, change: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
        await attempt(database.app, change.format(table=table))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
async def test_even_the_owner_is_refused_by_a_trigger(database: Database, table: str, change: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="append-only"):
        await attempt(database.owner, change.format(table=table))


async def test_the_application_may_add_and_read(database: Database) -> None:
    async with tx():
        seq = await record(Kind.TARGET_REGISTERED, by=SYSTEM, now=now(), target="x")
    assert [row["seq"] for row in await rows("select seq from journal_event")] == [seq]


async def attempt(url: str, statement: str) -> None:
    line = await asyncpg.connect(**credentials(url))
    try:
        await line.execute(statement)
    finally:
        await line.close()
