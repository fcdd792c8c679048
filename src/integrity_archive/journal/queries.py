"""The journal read back: what was done to an entry or a person, opened for those who may see it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive.clock import today
from integrity_archive.database import rows
from integrity_archive.journal.actions import SALT
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.sealing import DataKey, vault

CLEAR = ("seq", "kind", "at", "actor", "through", "organisation", "entry", "about")
DID = "select from journal_event where about = $1 and actor = $2 and kind = $3 limit 1"
TOOK_PART = "select from journal_event where entry = $1 and actor = $2 and kind = any($3::text[]) limit 1"


@dataclass(frozen=True)
class Act:
    """One line of a history. `body` is None once the key has been destroyed."""

    seq: int
    kind: Kind
    at: datetime
    actor: UUID | None
    through: str
    organisation: UUID | None
    entry: UUID | None
    about: UUID | None
    body: dict[str, Any] | None


async def of_entry(entry: UUID) -> list[Act]:
    """The history of an entry, oldest first."""
    return await opened(await Event.filter(entry=entry).order_by("seq"))


async def of_person(person: UUID) -> list[Act]:
    """Everything that concerns a person, oldest first."""
    return await opened(await Event.filter(person=person).order_by("seq"))


async def took_part(account: UUID, entry: UUID, kinds: Iterable[Kind]) -> bool:
    """Did this account do one of these acts to that entry?"""
    return bool(await rows(TOOK_PART, [entry, account, list(kinds)]))


async def did(account: UUID, kind: Kind, about: UUID) -> bool:
    """Did this account do that to it?"""
    return bool(await rows(DID, [about, account, kind]))


async def received_on(kind: Kind, about: UUID) -> date | None:
    """The day on which the paper came in with which this was done; None where it was done without one."""
    [act] = await opened(await Event.filter(kind=kind, about=about).order_by("-seq").limit(1))
    said = act.body and act.body.get("received_on")
    return date.fromisoformat(said) if said else None


async def first_day(kind: Kind, entry: UUID) -> date | None:
    """The day on which this first happened to that entry."""
    act = await Event.filter(entry=entry, kind=kind).order_by("seq").first()
    return today(act.at) if act else None


async def happened_since(seq: int, kind: Kind, *, person: UUID) -> bool:
    """Has something of this kind happened to the person after that line of the journal?"""
    return await Event.filter(person=person, seq__gt=seq, kind=kind).exists()


async def opened(events: list[Event]) -> list[Act]:
    """Events with their bodies, as far as their keys still exist."""
    kept = {row.id: row.wrapped for row in await DataKey.filter(id__in={event.key for event in events})}
    return [act(event, kept.get(event.key)) for event in events]


def act(event: Event, wrapped: bytes | None) -> Act:
    clear = {name: getattr(event, name) for name in CLEAR}
    if not wrapped:
        return Act(**clear, body=None)
    opened = vault().unwrap(event.key, wrapped).open(event.sealed, place=f"journal_event:{event.id}")
    return Act(**clear, body=json.loads(opened[SALT:]))
