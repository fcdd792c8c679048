"""Until when a platform must have been told that an entry ended or is disputed (PPG/1.0 §3.5).

The exchange sends it by itself. What is not accepted there by its last day stays with the office, whatever holds it up:
the platform that does not answer, a receipt that does not come, a rejection, a fault that our own check found.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Role
from integrity_archive.catalogue.periods import Deadline
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import rows
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.tasks.clocks import Clock, ClockKind, clock_id

URGENT = ("OBJECTION_OPENED", "OBJECTION_CLOSED")
OVER = (DeliveryState.ACCEPTED, DeliveryState.DROPPED)
RUNNING = """
select d.id, d.op, d.reason, h.entry_id as entry, e.organisation_id as organisation
from exchange_delivery d join exchange_head h on h.id = d.head_id join entries_entry e on e.id = h.entry_id
where d.state <> all($1::text[]) and (d.op = 'W' or d.reason = any($2::text[]))
    and ($3::uuid is null or e.organisation_id = $3)
order by d.id
"""


async def running(*, organisation: UUID | None, until: date | None = None) -> list[Clock]:
    """Those due by that day, of one organisation or of all."""
    found = [clock_of(row) for row in await rows(RUNNING, [list(OVER), list(URGENT), organisation])]
    return [one for one in found if until is None or one.due_on <= until]


def clock_of(row: dict[str, Any]) -> Clock:
    due = last_day(row["id"])
    return Clock(
        id=clock_id(row["id"], ClockKind.WITHDRAW),
        kind=ClockKind.WITHDRAW,
        organisation=row["organisation"],
        about=row["id"],
        entry=row["entry"],
        due_on=due.day,
        provisional=due.provisional,
        rule="exchange.withdraw",
        owners=frozenset({Role.CLERK}),
    )


def until(delivery: UUID, *, op: str, reason: str | None, state: DeliveryState) -> Deadline | None:
    """None for what has no such day, and once the platform has it."""
    urgent = op == "W" or reason in URGENT
    return last_day(delivery) if urgent and state not in OVER else None


def last_day(delivery: UUID) -> Deadline:
    """Counted from the day the message was made, which its id holds (RFC 9562 §5.7)."""
    return deadline("exchange", "withdraw", since=clock.today(made_at(delivery)))


def made_at(delivery: UUID) -> datetime:
    return datetime.fromtimestamp((delivery.int >> 80) / 1000, clock.SHANGHAI)
