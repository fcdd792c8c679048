"""The law's last day for each objection that waits for its answer: a clock of its own beside the task's."""

from datetime import date
from typing import Any
from uuid import UUID

from integrity_archive.actors import Role
from integrity_archive.database import rows
from integrity_archive.tasks.clocks import Clock, ClockKind, clock_id

RUNNING = """
select o.id, o.entry_id as entry, e.organisation_id as organisation, o.limit_on as due_on
from remedies_objection o join entries_entry e on e.id = o.entry_id
where o.state in ('lodged', 'forwarded') and ($1::uuid is null or e.organisation_id = $1)
    and ($2::date is null or o.limit_on <= $2) and ($3::uuid is null or o.id = $3)
"""


async def running(
    *, organisation: UUID | None = None, until: date | None = None, about: UUID | None = None
) -> list[Clock]:
    """Those due by that day, of one organisation or of all; or of one objection."""
    return [clock(row) for row in await rows(RUNNING, [organisation, until, about])]


def clock(row: dict[str, Any]) -> Clock:
    return Clock(
        id=clock_id(row["id"], ClockKind.OBJECTION_LIMIT),
        kind=ClockKind.OBJECTION_LIMIT,
        organisation=row["organisation"],
        about=row["id"],
        entry=row["entry"],
        due_on=row["due_on"],
        provisional=False,  # plain days: no holiday moves the last one
        rule="remedies.objection_limit",
        owners=frozenset({Role.REVIEWER}),
    )
