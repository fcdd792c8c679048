"""本人陈述: made by the person himself, or filed on paper through an officer, with its scan, on the same clock."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from integrity_archive.actors import Actor
from integrity_archive.database import tx
from integrity_archive.entries import actions as entries
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Statement
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.taking import came_in, filing, require_scan


async def make_statement(
    entry_id: UUID, said: entries.Say, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Statement:
    """Add it to the entry, with which it travels from now on; the paper stays beside it. Raises `Invalid` for a
    statement on paper without the paper."""
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(said, Scope.STATE, entry, by=by, now=now)
    handed = list(files)
    require_scan(by, entry, handed)
    return await keep(entry_id, said, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep(entry_id: UUID, said: entries.Say, files: list[Stored], *, by: Actor, now: datetime) -> Statement:
    entry, key = await held(entry_id, by=by, now=now)
    made = await entries.state(entry.id, said, [one.sha256 for one in files], by=by, now=now)
    await documents.attach(made.id, files, key, now=now)
    return made
