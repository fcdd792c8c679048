"""What waits for a second person because it may hold what may not be collected."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.entries import quarantine, suspicions
from integrity_archive.entries.kinds import QuarantineState


@dataclass(frozen=True)
class HeldOut:
    """What became of it; `entry` is the entry it was done to."""

    id: UUID
    entry: UUID | None
    state: QuarantineState
    decided_at: datetime | None


def shown(held: Any) -> HeldOut:
    return HeldOut(held.id, held.entry_id, held.state, held.decided_at)


async def listed(call: Call) -> list[suspicions.Row]:
    after, limit = page_of(call)
    return await suspicions.listing(call.by, after=after, limit=limit)


async def show(call: Call) -> suspicions.Opened:
    return await suspicions.look(call.path["quarantine"], by=call.by, now=clock.now())


async def file(call: Call) -> Binary:
    return Binary(*await suspicions.file(call.path["quarantine"], by=call.by))


async def release(call: Call) -> HeldOut:
    return shown(await quarantine.release(call.path["quarantine"], by=call.by, now=clock.now()))


async def destroy(call: Call) -> HeldOut:
    return shown(await quarantine.destroy(call.path["quarantine"], by=call.by, now=clock.now()))


REVIEW, SEE = Permission.ENTRY_REVIEW, Permission.ENTRY_SEE
ONE = "/quarantine/{quarantine:uuid}"
ENDPOINTS = (
    Endpoint(
        "GET",
        "/quarantine",
        listed,
        SEE,
        "暂存的内容",
        "what waits for a second person",
        output=list[suspicions.Row],
        pages=True,
    ),
    Endpoint("GET", ONE, show, REVIEW, "审看", "look at it", output=suspicions.Opened),
    Endpoint("GET", f"{ONE}/file", file, REVIEW, "暂存的文件", "the file that waits", output=Binary),
    Endpoint("POST", f"{ONE}/release", release, REVIEW, "放行", "release", output=HeldOut, creates=True),
    Endpoint("POST", f"{ONE}/destruction", destroy, REVIEW, "销毁", "destroy", output=HeldOut, creates=True),
)
