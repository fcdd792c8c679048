"""Readers act on events after the fact: each event is handed to each reader that wants its kind exactly once.

A statement trigger puts a row into `journal_pending` for every wanted event, in the event's own transaction; a reader
takes rows and writes its own in one transaction. (A cursor "greater than the last seen" would lose events, because
sequence order is not commit order.)
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from integrity_archive.database import rows, tx
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Reader

# The choice stands in a CTE of its own: a subquery of DELETE may be run again for every row, each time choosing others.
TAKE = """
with chosen as materialized (
    select id from journal_pending where reader = $1 order by event_seq limit $2 for update skip locked),
taken as (delete from journal_pending p using chosen where p.id = chosen.id returning p.event_seq)
select seq, kind, organisation, person, entry, about
from journal_event join taken on event_seq = seq order by seq
"""

LOOK_BACK = """
insert into journal_pending (reader, event_seq)
select $1, seq from journal_event where kind = any($2) on conflict do nothing
"""
PUT_BACK = "insert into journal_pending (reader, event_seq) select $1, unnest($2::bigint[]) on conflict do nothing"


@dataclass(frozen=True)
class Line:
    """What a reader sees of an event: the clear columns."""

    seq: int
    kind: Kind
    organisation: UUID | None
    person: UUID | None
    entry: UUID | None
    about: UUID | None


async def register(reader: str, kinds: frozenset[Kind]) -> None:
    """Make a reader known, or change the kinds it wants from now on."""
    await Reader.get_or_create(defaults={"kinds": sorted(kinds), "looked_back": []}, reader=reader)
    await Reader.filter(reader=reader).update(kinds=sorted(kinds))


async def enrol(reader: str, kinds: frozenset[Kind]) -> None:
    """Register a reader and hand it everything that was recorded before it was known, of the kinds that are new to it:
    what it has had once it is not handed again when a later release wants more.

    Not inside a transaction. Acts of transactions that began before the registration was committed are not handed to
    it by the trigger, so those are waited for before looking back.
    """
    known = await Reader.get_or_none(reader=reader)
    had = set(known.looked_back) if known else set()
    if known is not None and set(known.kinds) == kinds == had:
        return
    await register(reader, kinds)
    [[mark]] = [row.values() for row in await rows("select pg_current_xact_id()::text")]
    while True:
        [[oldest]] = [row.values() for row in await rows("select pg_snapshot_xmin(pg_current_snapshot())::text")]
        if int(oldest) > int(mark):
            break
        await asyncio.sleep(0.05)
    async with tx():
        await rows(LOOK_BACK, [reader, sorted(kinds - had)])
        await Reader.filter(reader=reader).update(looked_back=sorted(kinds))


async def put_back(reader: str, seqs: Iterable[int]) -> None:
    """Have events handled again, in the running transaction."""
    await rows(PUT_BACK, [reader, sorted(seqs)])


async def take(reader: str, limit: int = 500) -> list[Line]:
    """Take up to `limit` unhandled events for good, in the running transaction."""
    return [Line(**row | {"kind": Kind(row["kind"])}) for row in await rows(TAKE, [reader, limit])]
