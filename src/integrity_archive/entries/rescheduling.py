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
from integrity_archive.entries.standing import Standing
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Unreadable

READER = "calendar"
KINDS = frozenset({Kind.CALENDAR_IMPORTED})
COUNTED_TASKS = """
select id, rule, since, due_on, provisional from tasks_task
where state = 'open' and rule <> '' and since is not null order by id for update
"""
MOVE_TASK = "update tasks_task set due_on = $2, provisional = $3 where id = $1"
NOTIFIED = "select id from entries_entry where state = 'notified' order by id"


async def reschedule_provisional(*, now: datetime) -> int:
    """Schedule every notified entry and all tasks anew: a day may have become certain, and a notice that replaces
    another moves certain ones. Returns how many entries have another day now."""
    await move_tasks()
    done = 0
    for row in await rows(NOTIFIED):
        with suppress(Unreadable):  # one entry whose key is lost holds up no other
            done += await once_more(row["id"], now=now)
    return done


@tx
async def once_more(entry_id: UUID, *, now: datetime) -> bool:
    entry, _ = await held(entry_id, by=SYSTEM, now=now)
    if entry.state is not State.NOTIFIED:
        return False
    before = entry.effect_due_on
    await schedule(await Standing.of(entry), now=now)
    return entry.effect_due_on != before


@tx
async def move_tasks() -> None:
    """Those of every capability: the term its rule names is counted anew from the day it began."""
    for task in await rows(COUNTED_TASKS):
        capability, _, term = task["rule"].partition(".")
        until = deadline(capability, term, since=task["since"])
        if (until.day, until.provisional) != (task["due_on"], task["provisional"]):
            await rows(MOVE_TASK, [task["id"], until.day, until.provisional])


@tx
async def hear_of_notices(*, now: datetime) -> int:
    """The worker's part: after an import was recorded, and until this has been done. Returns how many it heard of."""
    heard = await readers.take(READER)
    if heard:
        await registry.refresh()
        await reschedule_provisional(now=now)
    return len(heard)
