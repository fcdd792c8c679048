"""Put work on an organisation's desk, and take it off, in the transaction of the act that makes or does it."""

from datetime import date, datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.database import rows
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key
from integrity_archive.tasks.models import TaskKind

OPEN = """
insert into tasks_task (id, organisation_id, kind, about, entry, state, opened_at, due_on)
values ($1, $2, $3, $4, $5, 'open', $6, $7)
on conflict (kind, about) where state = 'open' do nothing returning id
"""
CLOSE = """
update tasks_task set state = 'done', done_at = $3 where kind = $1 and about = $2 and state = 'open'
returning id, organisation_id, entry
"""


async def open_task(
    kind: TaskKind,
    organisation: UUID,
    about: UUID,
    *,
    entry: UUID | None = None,
    due_on: date,
    key: Key | None = None,
    by: Actor,
    now: datetime,
) -> None:
    """Open a task, unless one of this kind about the same thing is open already; `key` is its entry's, if at hand."""
    made = await rows(OPEN, [uuid7(), organisation, kind, about, entry, now, due_on])
    for task in made:
        due = due_on.isoformat()
        await record(
            Kind.TASK_OPENED,
            by=by,
            now=now,
            key=key,
            organisation=organisation,
            entry=entry,
            about=task["id"],
            kind_of_task=kind,
            due_on=due,
        )


async def close_task(kind: TaskKind, about: UUID, *, key: Key | None = None, by: Actor, now: datetime) -> None:
    """The work is done; harmless when none is open."""
    for task in await rows(CLOSE, [kind, about, now]):
        await record(
            Kind.TASK_DONE,
            by=by,
            now=now,
            key=key,
            organisation=task["organisation_id"],
            entry=task["entry"],
            about=task["id"],
            kind_of_task=kind,
        )
