"""What a remedy does to its entry. The only place from which remedies change entries, always in their transaction."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.entries import actions, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.amending import considered, members_of
from integrity_archive.entries.changeable import Members
from integrity_archive.entries.kinds import ChangeKind, Ending, ServiceOf
from integrity_archive.entries.kinds import Objection as Mark
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held
from integrity_archive.entries.models import Entry
from integrity_archive.entries.visibility import over
from integrity_archive.errors import Conflict
from integrity_archive.intake import read
from integrity_archive.remedies.favour import require_in_favour
from integrity_archive.remedies.kinds import Redress
from integrity_archive.tasks.models import Task, TaskKind, TaskState

LIVING = (State.NOTIFIED, State.EFFECTIVE)


class Ended(Conflict):
    """The entry has ended already; there is nothing left to change in it."""

    zh = "该条目已经终止，无须再作处理。"


class Remedy(BaseModel):
    """What becomes of an entry whose objection is upheld. `cause`: why it is revoked; `changes`: what is corrected."""

    kind: Redress
    cause: Ending = Ending.REVOKED
    changes: dict[str, Any] = {}


def lives(entry: Entry, *, now: datetime) -> bool:
    """Neither ended nor, by the rule of its display, over."""
    return entry.state in LIVING and not over(entry.state, entry.display_until, on=clock.today(now))


async def mark(entry: Entry, wanted: Mark, *, by: Actor, now: datetime) -> None:
    """Set or take off the mark; an entry that ended meanwhile bears none any more."""
    current = await Entry.get(id=entry.id)
    if current.objection is not wanted and lives(current, now=now):
        await settling.mark_objected(entry.id, wanted, by=by, now=now)


async def apply(entry: Entry, remedy: Remedy, *, reason: str, by: Actor, now: datetime) -> None:
    """Revoke, correct, or restart the contested service; raises `Ended` for an entry that is no more."""
    if not lives(await Entry.get(id=entry.id), now=now):
        raise Ended()
    match remedy.kind:
        case Redress.REVOKE:
            await settling.revoke(entry.id, Reason(text=reason), remedy.cause, by=by, now=now)
        case Redress.CORRECT:
            await require_favourable(entry, remedy, by=by, now=now)
            await settling.correct(entry.id, remedy.changes, Reason(text=reason), by=by, now=now)
        case Redress.RESTART_DECISION:
            await actions.restart_service(entry.id, ServiceOf.DECISION, Reason(text=reason), by=by, now=now)
        case Redress.RESTART_NOTICE:
            await actions.restart_service(entry.id, ServiceOf.NOTICE, Reason(text=reason), by=by, now=now)


async def require_favourable(entry: Entry, remedy: Remedy, *, by: Actor, now: datetime) -> None:
    """Raises `Invalid` where the correction would make the entry worse for the person who objected."""
    current, key = await held(entry.id, by=by, now=now)
    amended = await considered(current, key, read(Members, remedy.changes), ChangeKind.CORRECTION, now=now)
    require_in_favour(members_of(current, key), current.display_until, amended)


async def suspend(entry: Entry, reason: str, *, by: Actor, now: datetime) -> None:
    """An appeal is open; a second one finds the entry suspended already."""
    if not (await Entry.get(id=entry.id)).suspended:
        await settling.suspend(entry.id, Reason(text=reason), by=by, now=now)


async def resume(
    entry: Entry, concluded_on: date | None, concluded: Procedure | None, *, by: Actor, now: datetime
) -> None:
    """No appeal is open any more. An entry that ended meanwhile stays ended, and one whose decision was changed stays
    suspended until it has been revised, whichever appeal ends last."""
    current = await Entry.get(id=entry.id)
    if await Task.exists(kind=TaskKind.REVISE, about=entry.id, state=TaskState.OPEN):
        return
    if current.suspended and lives(current, now=now):
        await settling.resume(entry.id, concluded_on, concluded, by=by, now=now)
