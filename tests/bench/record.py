"""`record`: entries/s from draft to effect through the actions ÷ the very same statements, with the same values and in
the same transactions, by bare asyncpg. Several at a time, as an office with several clerks works."""

import asyncio
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
from uuid_utils.compat import uuid7

from integrity_archive.cluster import Server

from ..building import Office, a_person, a_university, an_effective_entry
from . import ground
from .figure import Figure, in_turns, of, rates

ENTRIES, AT_ONCE, ROUNDS = 60, 4, 15
NUMBER = re.compile(r"^[0-9A-Z]{18}-[0-9]{4}-[0-9]{10}$")


@dataclass(frozen=True)
class Statement:
    query: str
    values: tuple[Any, ...]


async def measure(server: Server) -> Figure:
    office = await a_university(which=1)
    person = await a_person(office)
    script, made = await recorded(office, person)
    lines = [await ground.bare(server) for _ in range(AT_ONCE)]
    try:
        taken = await in_turns(
            lambda: by_actions(office, person), lambda: by_statements(lines, script, made), rounds=ROUNDS
        )
        return of(rates(taken, ENTRIES), "entries/s")
    finally:
        for line in lines:
            await line.close()


async def by_actions(office: Office, person: Any) -> None:
    async def clerk(count: int) -> None:
        for _ in range(count):
            await an_effective_entry(office, person)

    await asyncio.gather(*(clerk(ENTRIES // AT_ONCE) for _ in range(AT_ONCE)))


@contextlib.contextmanager
def listening_to(script: list[Statement]) -> Iterator[None]:
    """Write down every statement that any asyncpg connection of this process sends."""
    originals = {name: getattr(asyncpg.Connection, name) for name in ("fetch", "execute", "fetchrow", "executemany")}

    def listening(original: Any) -> Any:
        async def call(line: Any, query: str, *values: Any, **options: Any) -> Any:
            script.append(Statement(query, values))
            return await original(line, query, *values, **options)

        return call

    for name, original in originals.items():
        setattr(asyncpg.Connection, name, listening(original))
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(asyncpg.Connection, name, original)


async def recorded(office: Office, person: Any) -> tuple[list[Statement], set[UUID]]:
    """Every statement that one entry's road sends, and the ids that it made."""
    script: list[Statement] = []
    before = UUID(str(uuid7()))
    with listening_to(script):
        await an_effective_entry(office, person)
    values = [value for statement in script for value in flat(statement.values)]
    ids = {id for id in map(as_id, values) if id}
    return script, {id for id in ids if moment(id) >= moment(before)}


def as_id(value: Any) -> UUID | None:
    """A value that is an id; Tortoise sends ids as text."""
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return UUID(value)
    return UUID(str(value)) if isinstance(value, UUID) else None


def moment(id: UUID) -> int:
    """The milliseconds that a UUIDv7 begins with."""
    return id.int >> 80


def flat(values: Any) -> list[Any]:
    return [each for value in values for each in (flat(value) if isinstance(value, list | tuple) else [value])]


async def by_statements(lines: list[asyncpg.Connection], script: list[Statement], made: set[UUID]) -> None:
    async def clerk(line: asyncpg.Connection, count: int) -> None:
        for _ in range(count):
            await replay(line, script, {id: uuid7() for id in made})

    await asyncio.gather(*(clerk(line, ENTRIES // len(lines)) for line in lines))


async def replay(line: asyncpg.Connection, script: list[Statement], fresh: dict[UUID, UUID]) -> None:
    number = f"{'B' * 18}-2026-{uuid7().int % 10**10:010d}"

    def renewed(value: Any) -> Any:
        if id := as_id(value):
            return type(value)(str(fresh.get(id, id)))
        if isinstance(value, str) and NUMBER.match(value):
            return number
        return [renewed(each) for each in value] if isinstance(value, list) else value

    for statement in script:
        values = [renewed(value) for value in statement.values]
        await (line.fetch(statement.query, *values) if values else line.execute(statement.query))
