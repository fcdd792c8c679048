"""Older registers as they were handed in: what came of each. The file itself is not kept: what it says is in the
entries, and what may not be collected must not lie in it either."""

import asyncio
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.blobs import blobs
from integrity_archive.database import tx
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.models import Roster
from integrity_archive.sealing import Key, new_key

NO_FILE = ""


async def imported(register: UUID, *, seen: int, made: int, by: Actor, now: datetime) -> Roster:
    """Every row was taken in; those that did not become entries wait for a second person."""
    key = await new_key()
    return await keep(register, key, RosterState.IMPORTED, seen=seen, made=made, failed=0, by=by, now=now)


@tx
async def refused(workbook: bytes, *, seen: int, failed: int, by: Actor, now: datetime) -> Roster:
    """Nothing was taken in; the workbook says why."""
    register, key = uuid7(), await new_key()
    blob = await asyncio.to_thread(blobs().put, key.seal(workbook, place=f"blob:{register}"))
    await record(
        Kind.ROSTER_REFUSED, by=by, now=now, key=key, about=register, kind_of=RosterKind.LEGACY, rows_seen=seen,
        rows_failed=failed,
    )  # fmt: skip
    return await keep(
        register, key, RosterState.REFUSED, seen=seen, made=0, failed=failed, error_blob=blob, by=by, now=now
    )


async def keep(
    register: UUID,
    key: Key,
    state: RosterState,
    *,
    seen: int,
    made: int,
    failed: int,
    error_blob: str | None = None,
    by: Actor,
    now: datetime,
) -> Roster:
    return await Roster.create(
        id=register,
        organisation_id=by.organisation,
        kind=RosterKind.LEGACY,
        state=state,
        key_id=key.id,
        blob=NO_FILE,
        error_blob=error_blob,
        rows_seen=seen,
        rows_new=made,
        rows_known=0,
        rows_failed=failed,
        by_id=by.account,
        at=now,
    )
