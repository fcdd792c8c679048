"""Days on which something happens to an entry by itself: its gate is examined, its display ends, it lapses without ever
having taken effect, its key goes, or the legal hold that keeps it is over."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from integrity_archive.actors import GRANTS, Permission
from integrity_archive.catalogue import calendar
from integrity_archive.database import instances, rows
from integrity_archive.entries import lapsing
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import Standing
from integrity_archive.sealing import Unreadable
from integrity_archive.tasks.clocks import Clock, ClockKind, clock_id

RUNNING = """
select id, organisation_id as organisation, 'effect' as kind, effect_due_on as due_on from entries_entry
where organisation_id = $1 and state = 'notified' and effect_due_on is not null
union all
select id, organisation_id, 'display', display_until from entries_entry
where organisation_id = $1 and state = 'effective' and display_until between $2 and $3
union all
select id, organisation_id, 'erase', erase_after from entries_entry
where organisation_id = $1 and state <> 'erased' and erase_after between $2 and $3
    and not exists (select from entries_hold h where h.entry_id = entries_entry.id and h.released_at is null
        and coalesce(h.until >= $2, true))
"""
HOLDS = """
select h.id, e.id as entry, e.organisation_id as organisation, h.until as due_on
from entries_hold h join entries_entry e on e.id = h.entry_id
where ($1::uuid is null or e.organisation_id = $1) and e.state <> 'erased' and h.released_at is null
    and h.until between $2 and $3
"""
PLACE_HOLDS = frozenset(role for role, granted in GRANTS.items() if Permission.ENTRY_HOLD in granted)
WITHOUT_A_DAY = """
select e.* from entries_entry e join entries_notice n on n.entry_id = e.id
where e.organisation_id = $1 and e.state = 'notified' and e.effect_due_on is null and not e.suspended
    and e.served_on is not null and n.served_on is not null
order by e.id
"""


async def running(*, organisation: UUID, today: date, until: date) -> list[Clock]:
    """Every gate day of the organisation, and the ends of display, retention and legal holds until that day."""
    found = [clock(row) for row in await rows(RUNNING, [organisation, today, until])]
    found += [clock(row) for row in await lapsing.ahead(organisation, today=today, until=until)]
    found += await holds(organisation=organisation, today=today, until=until)
    return [*found, *[one async for one in provisional(organisation, today=today)]]


async def holds(*, organisation: UUID | None, today: date, until: date) -> list[Clock]:
    """The ends of legal holds until that day, of one organisation or of all: a hold that is still needed has to be
    placed anew before its last day is over, for the key may go on the next."""
    return [
        Clock(
            id=clock_id(row["id"], ClockKind.HOLD),
            kind=ClockKind.HOLD,
            organisation=row["organisation"],
            about=row["entry"],
            entry=row["entry"],
            due_on=row["due_on"],
            provisional=False,
            rule="catalogue.hold",
            owners=PLACE_HOLDS,
        )
        for row in await rows(HOLDS, [organisation, today, until])
    ]


async def provisional(organisation: UUID, *, today: date) -> AsyncIterator[Clock]:
    """Gates whose day the calendar does not reach yet: it is shown, and nothing happens by it."""
    for entry in instances(Entry, await rows(WITHOUT_A_DAY, [organisation])):
        with suppress(Unreadable):  # one entry whose key is lost takes no other off the desk
            gate = (await Standing.of(entry)).gate(calendar.official(), today=today)
            if gate.provisional and gate.final_on and gate.statement_until:
                day = max(gate.final_on, gate.statement_until + timedelta(1))
                row = {"id": entry.id, "organisation": organisation, "kind": ClockKind.EFFECT, "due_on": day}
                yield clock(row, provisional=True)


def clock(row: dict[str, Any], *, provisional: bool = False) -> Clock:
    kind = ClockKind(row["kind"])
    return Clock(
        id=clock_id(row["id"], kind),
        kind=kind,
        organisation=row["organisation"],
        about=row["id"],
        entry=row["id"],
        due_on=row["due_on"],
        provisional=provisional,
        rule=f"catalogue.{kind}",
        owners=frozenset(),
    )
