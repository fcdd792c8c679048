"""What a platform tells of its own accord (PPG/1.0 §3.5, level 3), and what follows for the entry here.

A notice changes nothing at the platform: it waits for our W or U, which the planner derives like any other message.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import structlog

from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows, tx
from integrity_archive.entries import settling
from integrity_archive.entries.kinds import Ending
from integrity_archive.errors import Refusal
from integrity_archive.remedies.actions import Objecting, ObjectionRuns, lodge_objection
from integrity_archive.remedies.kinds import Ground

STATUSES = frozenset({"PUBLISHED", "UNPUBLISHED", "OBJECTED_AT_PLATFORM", "REPAIRED_AT_PLATFORM", "WITHDRAWN"})
ENDING = frozenset({"REPAIRED_AT_PLATFORM", "WITHDRAWN"})  # display, use and sharing have stopped there
OBJECTED = "本人在信用信息平台提出异议，由平台转来。"
ENDED_THERE = """
select distinct on (h.id) h.id, n.status, n.reason
from exchange_head h join exchange_platform_notice n on n.target_id = h.target_id and n.entry_number = h.number
where h.id = any($1::uuid[]) and n.status = any($2::text[]) order by h.id, n.at desc, n.id desc
"""
log = structlog.get_logger()


async def endings(heads: Iterable[UUID]) -> dict[UUID, Ending]:
    """Which of these were ended by the platform, and the reason that our W has to give."""
    found = await rows(ENDED_THERE, [list(heads), sorted(ENDING)])
    return {row["id"]: reason(row["status"], row["reason"]) for row in found}


def reason(status: str, told: str | None) -> Ending:
    if status == "REPAIRED_AT_PLATFORM":
        return Ending.REPAIRED
    return Ending(told) if told in set(Ending) else Ending.REVOKED


async def follow(entry_id: UUID, status: str, *, now: datetime) -> None:
    """Do here what the platform has been asked for there; what is not possible here is for a person to look at."""
    try:
        async with tx():
            if status == "REPAIRED_AT_PLATFORM":
                await settling.repair(entry_id, by=SYSTEM, now=now)
            elif status == "OBJECTED_AT_PLATFORM":
                await lodge_objection(entry_id, Objecting(ground=Ground.OTHER, text=OBJECTED), by=SYSTEM, now=now)
    except ObjectionRuns:
        log.info("an objection runs already", entry=str(entry_id))
    except Refusal as refused:
        log.error("alarm: a notice cannot be followed", entry=str(entry_id), status=status, why=type(refused).__name__)
