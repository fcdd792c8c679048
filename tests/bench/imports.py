"""`import`: rows/s of a roster through the action ÷ COPY of the rows it left, into the same tables by bare asyncpg."""

import random

import asyncpg

from integrity_archive.cluster import Server
from integrity_archive.demo.spreadsheets import roster
from integrity_archive.demo.world import Adult, Group, adult
from integrity_archive.people.actions import import_roster
from integrity_archive.people.admission import COLUMNS
from integrity_archive.rosters.kinds import RosterKind, RosterState

from ..building import NOW, Office, a_university
from . import ground
from .figure import Figure, of, seconds

ROWS, ROUNDS = 10_000, 5
TABLES = [table for table in COLUMNS if table != "people_membership"]
LEFT = "select * from {table} where id not in (select key_id from rosters_roster) order by id desc limit $1"
PARENTS = {
    "sealing_key": "where id in (select key_id from rosters_roster)",
    "accounts_organisation": "",
    "accounts_account": "",
    "rosters_roster": "",
}


def people(count: int) -> list[Adult]:
    """That many adults with different numbers; more than the demo's area codes and birthdays would give twice."""
    chance, taken = random.Random(1), set[str]()
    return [adult(f"桑{number:06d}", chance, taken, 1940, 2006) for number in range(count)]


async def measure(server: Server) -> Figure:
    office = await a_university()
    ours, twin = await ground.bare(server), await ground.twin(server)
    try:
        everybody = people(ROWS * ROUNDS)
        parts = [everybody[start : start + ROWS] for start in range(0, len(everybody), ROWS)]
        return of([await one_round(office, ours, twin, *part) for part in enumerate(parts)], "rows/s")
    finally:
        await ours.close()
        await twin.close()
        await ground.settled(server, TABLES)


async def one_round(
    office: Office, ours: asyncpg.Connection, twin: asyncpg.Connection, number: int, part: list[Adult]
) -> tuple[float, float]:
    data = roster(Group("fenhe", None, part), year=NOW.year + number)
    by_action = await seconds(hand_in(office, data))
    for table, which in PARENTS.items():
        await copy(twin, table, await missing(table, which, ours, twin))
    left = {table: await ours.fetch(LEFT.format(table=table), ROWS) for table in TABLES}
    by_copy = await seconds(copied(twin, left))
    return ROWS / by_action, ROWS / by_copy


async def hand_in(office: Office, data: bytes) -> None:
    done = await import_roster(RosterKind.STUDENTS, "名册.xlsx", data, by=office.clerk, now=NOW)
    assert done.state is RosterState.IMPORTED and done.rows_new == ROWS


async def missing(table: str, which: str, ours: asyncpg.Connection, twin: asyncpg.Connection) -> list[asyncpg.Record]:
    """The parents that the twin does not have yet."""
    known = {row["id"] for row in await twin.fetch(f"select id from {table}")}
    return [row for row in await ours.fetch(f"select * from {table} {which}") if row["id"] not in known]


async def copied(twin: asyncpg.Connection, left: dict[str, list[asyncpg.Record]]) -> None:
    async with twin.transaction():
        for table, found in left.items():
            await copy(twin, table, found)


async def copy(twin: asyncpg.Connection, table: str, found: list[asyncpg.Record]) -> None:
    if found:
        await twin.copy_records_to_table(table, columns=list(found[0].keys()), records=found)
