"""Readers act on events after the fact: each event is handed to each reader that wants its kind exactly once.

A statement trigger puts a row into `journal_pending` for every wanted event, in the event's own transaction; a reader
takes rows and writes its own in one transaction. (A cursor "greater than the last seen" would lose events, because
sequence order is not commit order.)
"""

from dataclasses import dataclass
from uuid import UUID

from integrity_archive.database import rows
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Reader

TAKE = """
with taken as (
    delete from journal_pending where id in (
        select id from journal_pending where reader = $1 order by event_seq limit $2 for update skip locked)
    returning event_seq)
select seq, kind, organisation, person, entry, about
from journal_event join taken on event_seq = seq order by seq
"""


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
    await Reader.update_or_create(defaults={"kinds": sorted(kinds)}, reader=reader)


async def take(reader: str, limit: int = 500) -> list[Line]:
    """Take up to `limit` unhandled events for good, in the running transaction."""
    return [Line(**row | {"kind": Kind(row["kind"])}) for row in await rows(TAKE, [reader, limit])]
