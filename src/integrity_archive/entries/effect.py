"""How an entry takes effect: through the gate, with a certificate, or not at all."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue import calendar
from integrity_archive.catalogue.finality import display_until
from integrity_archive.database import rows, tx
from integrity_archive.entries import certificate
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import SERVING, STATING, WRITING, held, moved, require_no_hand
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import Conflict, FieldError
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, Unreadable
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

TRY_ON = "update entries_entry set effect_due_on = $2 where id = $1"
DUE = """
select id from entries_entry where state = 'notified' and effect_due_on <= $1 order by effect_due_on, id limit $2
"""


class GateClosed(Conflict):
    """The entry may not take effect yet."""

    zh = "尚不具备生效条件。"

    def __init__(self, closed: Gate) -> None:
        self.closed = closed
        super().__init__(due_on=closed.due_on)

    def errors(self) -> list[FieldError]:
        return list(self.closed.missing)


@tx
async def take_effect(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Pass the gate: an adverse entry whose periods are over. Raises `GateClosed` with what is missing.

    Once the person has answered, a reviewer may do it before the time to answer is over; he has heard him, and had no
    hand in the entry, its services or a statement on paper: else `SameOfficer`.
    """
    require(by, Permission.ENTRY_REVIEW)
    entry, key = await held(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "take_effect", by=by)
    await require_no_hand(entry, WRITING | SERVING | STATING, by=by)
    effective = await pass_gate(entry, key, step.after, by=by, now=now)
    await close_task(TaskKind.HEAR_STATEMENT, entry.id, key=key, by=by, now=now)
    return effective


async def take_due_effects(*, now: datetime, limit: int) -> int:
    """Let entries take effect whose periods are over; one that fails its gate stands aside. Returns how many did."""
    done = 0
    for row in await rows(DUE, [clock.today(now), limit]):
        try:
            await take_effect(row["id"], by=SYSTEM, now=now)
        except (Conflict, Unreadable):
            await Entry.filter(id=row["id"], state=State.NOTIFIED).update(effect_due_on=None)
        else:
            done += 1
    return done


async def schedule(standing: Standing, *, now: datetime) -> None:
    """Note the day on which the worker should try the gate; none while anything but time is missing."""
    entry = standing.entry
    entry.effect_due_on = standing.gate(calendar.official(), today=clock.today(now)).opens_on
    await rows(TRY_ON, [entry.id, entry.effect_due_on])


async def pass_gate(entry: Entry, key: Key, after: StrEnum, *, by: Actor, now: datetime) -> Entry:
    """Examine, store the certificate, and let the entry take effect; raises `GateClosed`."""
    standing, today = await Standing.of(entry), clock.today(now)
    examined = standing.gate(calendar.official(), today=today)
    by_itself_too_soon = by.account is None and examined.due_on is not None and today < examined.due_on
    if by_itself_too_soon or not examined.open:
        raise GateClosed(examined)
    assert examined.final_on
    entry.final_on, entry.told_on, entry.effect_due_on = examined.final_on, examined.told_on, None
    entry.display_until = display_until(
        standing.kind.with_sanction(entry.sanction_kind),
        standing.law.item_for(standing.kind.code, entry.severity),
        decided_on=entry.decided_on,
        final_on=examined.final_on,
        conduct_ended_on=entry.conduct_ended_on,
        sanction_to=entry.sanction_to,
    )
    digest = await certificate.keep(standing, examined, key=key, now=now)
    await moved(entry, after, Kind.ENTRY_TOOK_EFFECT, key=key, by=by, now=now, certificate=digest.hex())
    return entry
