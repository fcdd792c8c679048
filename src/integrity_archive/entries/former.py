"""Changes of an entry as they are read: what is proposed, what was decided, and what the entry said before."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.entries import models
from integrity_archive.entries.amending import members_of
from integrity_archive.entries.changeable import Members
from integrity_archive.entries.changes import Change, opened
from integrity_archive.entries.kinds import ChangeKind, ChangeState
from integrity_archive.entries.locked import known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.queries import UNTOLD, NoLongerShown
from integrity_archive.entries.visibility import over
from integrity_archive.errors import NotFound
from integrity_archive.sealing import Key


@dataclass(frozen=True)
class Proposed:
    """One change. `differences`: the members it touches, as they were when it is shown and as proposed."""

    id: UUID
    entry: UUID
    kind: ChangeKind
    state: ChangeState
    change: Change
    differences: dict[str, tuple[Any, Any]]
    document: str | None
    proposed_by: UUID
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None


@dataclass(frozen=True)
class Former:
    """What the entry said until then. After a revision it is history: true of its time. After a correction it was
    wrong from the beginning."""

    version: int
    kind: ChangeKind
    members: dict[str, Any]
    until: datetime


async def readable(entry_id: UUID, *, by: Actor, on: date) -> tuple[Entry, Key]:
    """An entry that its office, or its person, may read on that day; raises `NotFound` or `NoLongerShown`."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.ENTRY_SEE, person=by.person)
    entry, key = await known(entry_id, by=by)
    if own and entry.state in UNTOLD:
        raise NotFound()
    if over(entry.state, entry.display_until, on=on):
        raise NoLongerShown()
    return entry, key


async def of_entry(entry_id: UUID, *, by: Actor, on: date) -> list[Proposed]:
    """The changes of an entry, newest first, for its office."""
    require(by, Permission.ENTRY_SEE)
    entry, key = await readable(entry_id, by=by, on=on)
    before = members_of(entry, key)
    found = await models.Change.filter(entry_id=entry.id).order_by("-id")
    return [shown(one, before, key) for one in found]


async def one(change_id: UUID, *, by: Actor, on: date) -> Proposed:
    """One change, for its office; raises `NotFound`."""
    require(by, Permission.ENTRY_SEE)
    proposed = await models.Change.get_or_none(id=change_id)
    if proposed is None:
        raise NotFound()
    entry, key = await readable(proposed.entry_id, by=by, on=on)
    return shown(proposed, members_of(entry, key), key)


def shown(proposed: models.Change, before: dict[str, Any], key: Key) -> Proposed:
    change, stored = opened(proposed, key)
    wanted = Members.wanted(change)
    return Proposed(
        proposed.id,
        proposed.entry_id,
        proposed.kind,
        proposed.state,
        change,
        {name: (before.get(name), value) for name, value in wanted.items()},
        stored.file_name if stored else None,
        proposed.proposed_by,
        proposed.proposed_at,
        proposed.decided_by,
        proposed.decided_at,
    )


async def versions(entry_id: UUID, *, by: Actor, on: date) -> list[Former]:
    """What the entry said before, newest first: for its office, and for the person."""
    entry, key = await readable(entry_id, by=by, on=on)
    found = await models.Version.filter(entry_id=entry.id).order_by("-version")
    return [
        Former(one.version, one.kind, key.open_json(one.sealed, place=f"entries_version.sealed:{one.id}"), one.until)
        for one in found
    ]


async def document(change_id: UUID, *, by: Actor, on: date) -> tuple[str, str, bytes]:
    """The document that came with a proposal: file name, media type, bytes."""
    require(by, Permission.ENTRY_SEE)
    proposed = await models.Change.get_or_none(id=change_id)
    if proposed is None:
        raise NotFound()
    entry, key = await readable(proposed.entry_id, by=by, on=on)
    _, stored = opened(proposed, key)
    if stored is None:
        raise NotFound()
    sealed = await asyncio.to_thread(blobs().get, stored.blob)
    return stored.file_name, stored.media_type, key.open(sealed, place=f"blob:{entry.id}")
