"""Objections whose last day by law has come: found by one query, told once, loudly."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import structlog

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows, tx
from integrity_archive.sealing import key_of
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.models import TaskKind

OVERDUE = """
select o.id, o.number, o.entry_id as entry, e.organisation_id as organisation, e.key_id as key, o.limit_on, o.alarmed_at
from remedies_objection o join entries_entry e on e.id = o.entry_id
where o.state in ('lodged', 'forwarded') and o.limit_on <= $1 {more}
order by o.limit_on, o.id
"""
ALL = OVERDUE.format(more="")
UNTOLD = OVERDUE.format(more="and o.alarmed_at is null") + "limit $2"
TOLD = "update remedies_objection set alarmed_at = $2 where id = $1 and alarmed_at is null returning id"
log = structlog.get_logger()


@dataclass(frozen=True)
class Overdue:
    """An objection not answered although its last day has come."""

    id: UUID
    number: str
    entry: UUID
    organisation: UUID
    key: UUID
    limit_on: date
    alarmed_at: datetime | None


async def overdue(*, today: date) -> list[Overdue]:
    """All of them, of every organisation, the oldest first."""
    return [Overdue(**row) for row in await rows(ALL, [today])]


async def sound_alarms(*, now: datetime, limit: int) -> int:
    """Log each one once as an error, and put it on the desk once more; returns how many were new."""
    found = [Overdue(**row) for row in await rows(UNTOLD, [clock.today(now), limit])]
    return sum([await sound(one, now=now) for one in found])


@tx
async def sound(one: Overdue, *, now: datetime) -> bool:
    if not await rows(TOLD, [one.id, now]):
        return False
    await open_task(
        TaskKind.OBJECTION_LATE, one.organisation, one.id, entry=one.entry, due_on=one.limit_on,
        rule="remedies.objection_limit", key=await key_of(one.key), by=SYSTEM, now=now,
    )  # fmt: skip
    log.error("objection not answered by its last day", objection=one.number, limit_on=one.limit_on.isoformat())
    return True
