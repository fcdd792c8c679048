"""Until when each recipient of a changed entry must have been told. Who was written to and has not said that he knows
stays with the office that tells: a letter that nobody answers is not the end of it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive.actors import Role
from integrity_archive.catalogue.periods import Deadline
from integrity_archive.catalogue.terms import deadline
from integrity_archive.clock import today
from integrity_archive.database import rows
from integrity_archive.tasks.clocks import Clock, ClockKind

RUNNING = """
select d.id, d.entry_id as entry, e.organisation_id as organisation, v.at
from recipients_duty d join entries_entry e on e.id = d.entry_id join journal_event v on v.seq = d.event
where d.state <> 'acknowledged' and ($1::uuid is null or e.organisation_id = $1)
    and ($2::date is null or d.due_on <= $2)
"""


async def running(*, organisation: UUID | None, until: date | None = None) -> list[Clock]:
    """Those due by that day, of one organisation or of all."""
    return [clock(row) for row in await rows(RUNNING, [organisation, until])]


def last_day(changed_at: datetime) -> Deadline:
    """Counted anew from the change: what was provisional is firm once the notice of its year has come."""
    return deadline("recipients", "tell", since=today(changed_at))


def clock(row: dict[str, Any]) -> Clock:
    until = last_day(row["at"])
    return Clock(
        id=row["id"],
        kind=ClockKind.TELL,
        organisation=row["organisation"],
        about=row["id"],
        entry=row["entry"],
        due_on=until.day,
        provisional=until.provisional,
        rule="recipients.tell",
        owners=frozenset({Role.CLERK}),
    )
