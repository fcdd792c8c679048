"""Put work on an organisation's desk, and take it off, in the transaction of the act that makes or does it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.database import rows
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key
from integrity_archive.tasks.models import TaskKind

OPEN = """
insert into tasks_task
    (id, organisation_id, kind, about, entry, state, opened_at, due_on, since, rule, provisional, not_for)
values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10, $11)
on conflict (kind, about) where state = 'open' do nothing returning id
"""
CLOSE = """
update tasks_task set state = 'done', done_at = $3 where kind = $1 and about = $2 and state = 'open'
returning id, organisation_id, entry
"""
CLOSE_OF_ENTRY = """
update tasks_task set state = 'done', done_at = $3 where kind = any($1::text[]) and entry = $2 and state = 'open'
returning id, organisation_id, kind, entry
"""


async def open_task(
    kind: TaskKind,
    organisation: UUID,
    about: UUID,
    *,
    entry: UUID | None = None,
    due_on: date,
    since: date | None = None,
    rule: str = "",
    provisional: bool = False,
    not_for: UUID | None = None,
    key: Key | None = None,
    by: Actor,
    now: datetime,
) -> None:
    """Open a task, unless one of this kind about the same thing is open already; `key` is its entry's, if at hand.

    `rule` names the term that it is due by, `since` the day on which that began; `not_for` is the account of whom it
    concerns and who may not do it.
    """
    values = [uuid7(), organisation, kind, about, entry, now, due_on, since, rule, provisional, not_for]
    made = await rows(OPEN, values)
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
        await closed(task | {"kind": kind}, key=key, by=by, now=now)


async def close_tasks_of(
    entry: UUID, kinds: Iterable[TaskKind], *, key: Key | None = None, by: Actor, now: datetime
) -> None:
    """The entry has left the road: nobody needs to do these for it any more."""
    for task in await rows(CLOSE_OF_ENTRY, [list(kinds), entry, now]):
        await closed(task, key=key, by=by, now=now)


async def closed(task: dict[str, Any], *, key: Key | None, by: Actor, now: datetime) -> None:
    await record(
        Kind.TASK_DONE,
        by=by,
        now=now,
        key=key,
        organisation=task["organisation_id"],
        entry=task["entry"],
        about=task["id"],
        kind_of_task=task["kind"],
    )
