"""The days of remedies that were provisional follow their tasks once the notice of the year has come."""

from datetime import datetime

from integrity_archive.catalogue import registry
from integrity_archive.database import rows, tx
from integrity_archive.entries.rescheduling import move_tasks
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.tasks.models import TaskKind

READER = "remedies_calendar"
KINDS = frozenset({Kind.CALENDAR_IMPORTED})
FOLLOW = """
update {table} set {day} = t.due_on from tasks_task t
where t.about = {table}.id and t.kind = $1 and t.state = 'open' and {table}.{day} <> t.due_on returning {table}.id
"""
# A remedy has no day apart from its task's: the officer and the person are told the same.
DAYS = (
    (TaskKind.OBJECTION, FOLLOW.format(table="remedies_objection", day="due_on")),
    (TaskKind.OBJECTION_SOURCE, FOLLOW.format(table="remedies_objection", day="source_due_on")),
    (TaskKind.REPAIR, FOLLOW.format(table="remedies_repair", day="due_on")),
    (TaskKind.REPAIR_DECISION, FOLLOW.format(table="remedies_repair", day="due_on")),
    (TaskKind.COMPLAINT, FOLLOW.format(table="remedies_complaint", day="due_on")),
)


@tx
async def reschedule_remedies() -> int:
    """Returns how many days moved."""
    await move_tasks()
    return sum([len(await rows(follow, [kind])) for kind, follow in DAYS])


@tx
async def hear_of_notices(*, now: datetime) -> int:
    """The worker's part, also if whoever imported the notice died in between. Returns how many it heard of."""
    heard = await readers.take(READER)
    if heard:
        await registry.refresh()
        await reschedule_remedies()
    return len(heard)
