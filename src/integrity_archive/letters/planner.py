"""Writes the letters that an act makes necessary, and hears of service that was proven elsewhere: a journal reader."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

import structlog

from integrity_archive.database import tx
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.killpoints import reach
from integrity_archive.letters import clearing, erasing, serving, telling

READER = "letters"
ABOUT_ENTRY: dict[Kind, Callable[..., Awaitable[None]]] = {
    Kind.ENTRY_NOTIFIED: telling.notice,
    Kind.ENTRY_SERVICE_RESTARTED: telling.notice,
    Kind.ENTRY_REVISED: telling.notice_anew,
    Kind.ENTRY_SERVED: serving.served_elsewhere,
    Kind.ENTRY_DECISION_SERVED: serving.served_elsewhere,
    Kind.ENTRY_WITHDRAWN: serving.taken_back,
    Kind.ENTRY_LAPSED: serving.taken_back,
    Kind.ENTRY_REVOKED: serving.taken_back,
}
ABOUT_OTHERS: dict[Kind, Callable[..., Awaitable[None]]] = {
    Kind.OBJECTION_ANSWERED: telling.objection,
    Kind.OBJECTION_WITHDRAWN: telling.objection_withdrawn,
    Kind.REPAIR_DECIDED: telling.repair,
    Kind.REPAIR_WITHDRAWN: telling.repair_withdrawn,
    Kind.COMPLAINT_ANSWERED: telling.complaint,
    Kind.RECIPIENT_OWED: telling.duty,
}
BY_LINE: dict[Kind, Callable[..., Awaitable[None]]] = {
    Kind.RECIPIENT_ACKNOWLEDGED: clearing.acknowledged,
    Kind.RECIPIENT_NONE: clearing.nobody,
    Kind.ENTRY_ERASED: erasing.drop_files,
}
KINDS = frozenset({*ABOUT_ENTRY, *ABOUT_OTHERS, *BY_LINE})
PAGE = 100
log = structlog.get_logger()


@tx
async def plan(*, now: datetime) -> int:
    """Handle the events that wait; returns how many were. One that fails is put back and holds up nobody else."""
    lines = await readers.take(READER, PAGE)
    failed = []
    for line in lines:
        try:
            async with tx():
                await handle(line, now=now)
        except Exception as wrong:
            log.error("alarm: no letter can be written", seq=line.seq, error=type(wrong).__name__)
            failed.append(line.seq)
    await readers.put_back(READER, failed)
    reach("letters.before_commit")
    return len(lines) - len(failed)


async def handle(line: readers.Line, *, now: datetime) -> None:
    if line.kind in BY_LINE:
        await BY_LINE[line.kind](line, now=now)
        return
    verb, about = ABOUT_ENTRY.get(line.kind), line.entry
    if verb is None:
        verb, about = ABOUT_OTHERS[line.kind], line.about
    assert isinstance(about, UUID)
    await verb(about, now=now)
