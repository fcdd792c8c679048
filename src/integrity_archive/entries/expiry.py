"""What follows when an entry may be shown no more: it is marked as expired, and later erased by destroying its key.

Showing ended before, by the rule of `visibility`, at the end of the last day; what happens here may be late without
harm, except that recipients wait for it.
"""

import asyncio
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.entries.draft import Text
from integrity_archive.entries.erasing import forget
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import written_down
from integrity_archive.entries.models import Hold
from integrity_archive.entries.settling import end
from integrity_archive.entries.visibility import over
from integrity_archive.errors import Conflict, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import destroy

EXPIRED = """
select id from entries_entry where state = 'effective' and display_until < $1 order by display_until, id limit $2
"""
HELD_ON = """
select id from entries_hold h where h.entry_id = $1 and h.released_at is null and coalesce(h.until >= $2::date, true)
"""
ERASABLE = """
select e.id from entries_entry e
where e.state in ('expired', 'repaired', 'revoked', 'withdrawn') and e.erase_after < $1 and not exists (
    select from entries_hold h where h.entry_id = e.id and h.released_at is null and coalesce(h.until >= $1, true))
"""
TO_ERASE = f"{ERASABLE} order by e.erase_after, e.id limit $2"
ERASE = "update entries_entry set state = $2, state_since = $3, version = version + 1 where id = $1"
BLOBS = "select blob from entries_evidence where entry_id = $1"


class HeldAlready(Conflict):
    """This entry is under legal hold already."""

    zh = "该条目已在依法保全之中。"


class NotHeld(Conflict):
    """This entry is not under legal hold."""

    zh = "该条目没有在依法保全之中。"


class HeldUntilPast(Refusal):
    """A legal hold does not end before it begins: name today or a later day."""

    status = 422
    zh = "保全的截止日期不得早于今天。"


class PutOnHold(BaseModel):
    """Why the sealed copy must be kept, and until when if that is known."""

    text: Text = Field(min_length=2, max_length=500)
    until: date | None = None


async def expire_due(*, now: datetime, limit: int) -> int:
    """Mark entries whose display period is over, so that their recipients are told. Returns how many."""
    found = await rows(EXPIRED, [clock.today(now), limit])
    for row in found:
        await expire(row["id"], now=now)
    return len(found)


@tx
async def expire(entry_id: UUID, *, now: datetime) -> None:
    """Harmless where somebody else was faster: the entry has ended, for whichever reason."""
    entry, key = await written_down(entry_id, by=SYSTEM)
    if entry.state is State.EFFECTIVE and over(entry.state, entry.display_until, on=clock.today(now)):
        after = ENTRY.step(entry.state, "expire", by=SYSTEM).after
        await end(entry, key, after, Ending.EXPIRED, Kind.ENTRY_EXPIRED, by=SYSTEM, now=now)


async def erase_due(*, now: datetime, limit: int) -> int:
    """Erase what nobody may keep any longer, unless it is under legal hold. Returns how many."""
    found = await rows(TO_ERASE, [clock.today(now), limit])
    for row in found:
        await erase(row["id"], now=now)
    return len(found)


async def erase(entry_id: UUID, *, now: datetime) -> None:
    """Destroy the key of an entry, and with it all that was said of it here and in the journal (PIPL 47).

    The files go after the key: what a crash leaves behind on the disk cannot be opened by anybody.
    """
    for name in await destroy_key(entry_id, now=now):
        await asyncio.to_thread(blobs().drop, name)


@tx
async def destroy_key(entry_id: UUID, *, now: datetime) -> list[str]:
    """The names of the files that nothing opens any more; none where a hold was placed in the meantime."""
    entry, _ = await written_down(entry_id, by=SYSTEM)
    if not await rows(f"{ERASABLE} and e.id = $2", [clock.today(now), entry.id]):
        return []
    after = ENTRY.step(entry.state, "erase", by=SYSTEM).after
    names = [str(row["blob"]) for row in await rows(BLOBS, [entry.id])]
    await rows(ERASE, [entry.id, after, now])
    await destroy(entry.key_id)
    await forget(entry.id, "entries", "tasks", "recipients", "exchange")
    because = entry.ended_because.value if entry.ended_because else None
    # under the house key: this line proves the destruction afterwards
    await record(Kind.ENTRY_ERASED, by=SYSTEM, now=now, entry=entry.id, number=entry.number, because=because)
    return names


@says_nothing_prohibited
@tx
async def hold(entry_id: UUID, new: PutOnHold, *, by: Actor, now: datetime) -> Hold:
    """Keep the sealed copy beyond its day, for a court or an audit. The display ends all the same.

    Raises `HeldUntilPast` and `HeldAlready`.
    """
    require(by, Permission.ENTRY_HOLD)
    if new.until and new.until < clock.today(now):
        raise HeldUntilPast(at="until")
    entry, key = await written_down(entry_id, by=by)
    if await rows(HELD_ON, [entry.id, clock.today(now)]):
        raise HeldAlready()
    assert by.account
    placed = Hold(entry_id=entry.id, placed_by=by.account, placed_at=now, until=new.until)
    placed.sealed = key.seal(new.text.encode(), place=f"entries_hold.sealed:{placed.id}")
    await placed.save(force_create=True)
    until = new.until.isoformat() if new.until else None
    await record(
        Kind.ENTRY_HELD, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=placed.id, until=until
    )
    return placed


@tx
async def release_hold(entry_id: UUID, *, by: Actor, now: datetime) -> None:
    """From now on the entry is erased on its day."""
    require(by, Permission.ENTRY_HOLD)
    entry, key = await written_down(entry_id, by=by)
    placed = await rows(HELD_ON, [entry.id, clock.today(now)])
    if not placed:
        raise NotHeld()
    [hold_id] = [row["id"] for row in placed]
    await Hold.filter(id=hold_id).update(released_at=now)
    await record(
        Kind.ENTRY_HOLD_RELEASED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=hold_id
    )
