"""What every verb of an entry begins and ends with: take it under lock, and write where it stands now."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.catalogue import registry
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import instances, rows
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Notice
from integrity_archive.entries.visibility import standing
from integrity_archive.errors import Conflict, Forbidden, NotFound
from integrity_archive.journal import queries as journal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, vault
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.models import TaskKind

KNOWN = "select e.*, k.wrapped from entries_entry e join sealing_key k on k.id = e.key_id where e.id = $1"
HELD = f"{KNOWN} for update of e"
WRITING = frozenset(
    {
        Kind.ENTRY_DRAFTED, Kind.ENTRY_EDITED, Kind.ENTRY_EVIDENCE_ADDED, Kind.ENTRY_FILED, Kind.ENTRY_FOUND,
        Kind.ENTRY_IMPORTED, Kind.ENTRY_TAKEN_UP, Kind.ENTRY_CHANGE_PROPOSED,
    }
)  # fmt: skip
SERVING = frozenset({Kind.ENTRY_SERVED, Kind.ENTRY_DECISION_SERVED})
STATING = frozenset({Kind.ENTRY_STATED})  # for the person, on paper
MOVING = (
    "state", "state_since", "version", "reviewer_id", "effect_due_on", "final_on", "told_on", "display_until",
    "erase_after",
)  # fmt: skip
MOVE = f"""
update entries_entry set {", ".join(f"{name} = ${place}" for place, name in enumerate(MOVING, 2))} where id = $1
"""


class SameOfficer(Conflict):
    """The second officer must be somebody who had no hand in recording the entry."""

    zh = "复核人不得参与过该条目的经办。"


async def held(entry_id: UUID, *, by: Actor, now: datetime) -> tuple[Entry, Key]:
    """The entry under lock, with its key; raises `NotFound` for what is neither the actor's office's nor about him.

    It stands as the rule says: one whose last day of display is over has expired for every act, marked as such or not.
    """
    entry, key = await written_down(entry_id, by=by)
    entry.state = standing(entry.state, entry.display_until, on=clock.today(now))
    return entry, key


async def written_down(entry_id: UUID, *, by: Actor) -> tuple[Entry, Key]:
    """The same in the state of its row: for what brings the row after the rule, or keeps it whatever its state."""
    return await entry_and_key(HELD, entry_id, by=by)


async def known(entry_id: UUID, *, by: Actor) -> tuple[Entry, Key]:
    """The same without the lock: for work that has to be done before the transaction begins."""
    return await entry_and_key(KNOWN, entry_id, by=by)


async def entry_and_key(statement: str, entry_id: UUID, *, by: Actor) -> tuple[Entry, Key]:
    found = await rows(statement, [entry_id])
    entry = next(iter(instances(Entry, found)), None)
    if entry is None or not found[0]["wrapped"] or not concerns(entry, by):  # of what was erased there is nothing left
        raise NotFound()
    await registry.know([entry.edition])
    return entry, vault().unwrap(entry.key_id, found[0]["wrapped"])


async def told_since(entry: Entry) -> date:
    """Since when the person can have answered: the decision or our notice reached him, or that was approved; where
    neither is told, the decision was made."""
    notice = await Notice.get_or_none(entry_id=entry.id)
    approved = await journal.first_day(Kind.ENTRY_NOTIFIED, entry.id)
    days = (entry.served_on, notice.served_on if notice else None, approved)
    return min((day for day in days if day), default=entry.decided_on)


def concerns(entry: Entry, by: Actor) -> bool:
    if Role.SYSTEM in by.roles:
        return True
    if by.person is not None:
        return entry.person_id == by.person
    return entry.organisation_id == by.organisation


async def reviewed(
    entry_id: UUID, *, by: Actor, now: datetime, also: frozenset[Kind] = frozenset()
) -> tuple[Entry, Key]:
    """The entry for its second officer, whose name it bears from now on.

    Raises `SameOfficer` for its clerk, and for every colleague who wrote in it, attached something to it or filed it,
    or did one of the acts `also`.
    """
    require(by, Permission.ENTRY_REVIEW)
    entry, key = await held(entry_id, by=by, now=now)
    if by.account is None:
        raise Forbidden()
    await require_no_hand(entry, WRITING | also, by=by)
    entry.reviewer_id = by.account
    return entry, key


async def require_no_hand(entry: Entry, kinds: frozenset[Kind], *, by: Actor) -> None:
    """Raises `SameOfficer` for the clerk of the entry, and for whoever did one of these acts to it."""
    if by.account and (by.account == entry.clerk_id or await journal.took_part(by.account, entry.id, kinds)):
        raise SameOfficer()


async def moved(entry: Entry, after: StrEnum, kind: Kind, *, key: Key, by: Actor, now: datetime, **said: Any) -> None:
    """Write the new state, and the act that led there."""
    entry.state, entry.state_since, entry.version = State(after), now, entry.version + 1
    await rows(MOVE, [entry.id, *(getattr(entry, name) for name in MOVING)])
    await record(kind, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, **said)


async def hand_on(
    kind: TaskKind, entry: Entry, *, since: date | None = None, key: Key, by: Actor, now: datetime
) -> None:
    """Put the next piece of work on the organisation's desk; its time runs from today, or since a paper came in."""
    begun, rule = since or clock.today(now), f"entries.{kind}"
    until = deadline("entries", kind, since=begun)
    await open_task(
        kind, entry.organisation_id, entry.id, entry=entry.id, due_on=until.day, since=begun, rule=rule,
        provisional=until.provisional, key=key, by=by, now=now,
    )  # fmt: skip
