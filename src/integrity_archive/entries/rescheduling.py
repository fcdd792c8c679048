"""Days that were provisional, reckoned anew once the notice of their year has come (DOMAIN §3.1).

Whoever imports the notice does it at once; the worker reads the import in the journal and does it too, so that it is
done even if the importer died in between.
"""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import registry
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import rows, tx
from integrity_archive.entries.actions import schedule
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Unreadable

READER = "calendar"
KINDS = frozenset({Kind.CALENDAR_IMPORTED})
PROVISIONAL_TASKS = """
select id, rule, since from tasks_task
where state = 'open' and provisional and since is not null order by id for update
"""
MOVE_TASK = "update tasks_task set due_on = $2, provisional = $3 where id = $1"
WITHOUT_A_DAY = "select id from entries_entry where state = 'notified' and effect_due_on is null order by id"


async def reschedule_provisional(*, now: datetime) -> int:
    """Schedule every notified entry that has no day yet, and all tasks; returns how many entries have one now."""
    await move_tasks()
    done = 0
    for row in await rows(WITHOUT_A_DAY):
        with suppress(Unreadable):  # one entry whose key is lost holds up no other
            done += await once_more(row["id"], now=now)
    return done


@tx
async def once_more(entry_id: UUID, *, now: datetime) -> bool:
    entry, _ = await held(entry_id, by=SYSTEM)
    if entry.state is not State.NOTIFIED or entry.effect_due_on is not None:
        return False
    await schedule(entry, now=now)
    return entry.effect_due_on is not None


@tx
async def move_tasks() -> None:
    """Those of every capability: the term its rule names is counted anew from the day it began."""
    for task in await rows(PROVISIONAL_TASKS):
        capability, _, term = task["rule"].partition(".")
        until = deadline(capability, term, since=task["since"])
        await rows(MOVE_TASK, [task["id"], until.day, until.provisional])


@tx
async def hear_of_notices(*, now: datetime) -> int:
    """The worker's part: after an import was recorded, and until this has been done. Returns how many it heard of."""
    heard = await readers.take(READER)
    if heard:
        await registry.refresh()
        await reschedule_provisional(now=now)
    return len(heard)
