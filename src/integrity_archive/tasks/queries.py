"""The desk: what waits for an organisation, the most urgent first."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from tortoise.expressions import Q

from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.database import rows
from integrity_archive.tasks.clocks import Clock
from integrity_archive.tasks.models import Task, TaskKind, TaskState

DESKS: dict[Role, frozenset[TaskKind]] = {
    Role.CLERK: frozenset(
        {
            TaskKind.TAKE_UP,
            TaskKind.REFERRED_BACK,
            TaskKind.SERVE_NOTICE,
            TaskKind.SERVE_LETTER,
            TaskKind.MEND_REJECTION,
            TaskKind.OBJECTION_SOURCE,
            TaskKind.REPAIR,
            TaskKind.REVISE,
            TaskKind.REDACT,
            TaskKind.TELL,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            TaskKind.CHANGE,
            TaskKind.QUARANTINE,
            TaskKind.REVIEW,
            TaskKind.SIGHT_SERVICE,
            TaskKind.HEAR_STATEMENT,
            TaskKind.PASS_ON,
            TaskKind.OBJECTION,
            TaskKind.OBJECTION_SOURCE,
            TaskKind.OBJECTION_LATE,
            TaskKind.APPEAL,
            TaskKind.REPAIR,
            TaskKind.REPAIR_DECISION,
            TaskKind.COMPLAINT,
        }
    ),
    Role.COMMITTEE: frozenset({TaskKind.RECONSIDER}),
}
RUNNING = """
select id, kind, organisation_id as organisation, about, entry, due_on, provisional, rule, not_for from tasks_task
where state = 'open' and ($1::uuid is null or organisation_id = $1) and ($2::date is null or due_on <= $2)
    and ($3::uuid is null or about = $3)
"""


@dataclass(frozen=True)
class TaskRow:
    """One task as the desk lists it."""

    id: UUID
    kind: TaskKind
    about: UUID
    entry: UUID | None
    opened_at: datetime
    due_on: date
    provisional: bool


async def desk(by: Actor) -> list[TaskRow]:
    """The open tasks of the actor's organisation that his roles may do, and he himself."""
    require(by, Permission.DESK_SEE)
    kinds = set[TaskKind]().union(*(DESKS.get(role, frozenset()) for role in by.roles))
    open_tasks = Task.filter(Q(not_for=None) | ~Q(not_for=by.account), organisation_id=by.organisation)
    open_tasks = open_tasks.filter(state=TaskState.OPEN, kind__in=kinds)
    found = await open_tasks.order_by("due_on", "id").values(*(field.name for field in fields(TaskRow)))
    return [TaskRow(**row) for row in found]


async def running(
    *, organisation: UUID | None = None, until: date | None = None, about: UUID | None = None
) -> list[Clock]:
    """The clocks of open tasks: of one organisation or of all, due by that day, about one thing."""
    found = await rows(RUNNING, [organisation, until, about])
    return [Clock(owners=owners(kind := TaskKind(row.pop("kind"))), kind=kind, **row) for row in found]


def owners(kind: TaskKind) -> frozenset[Role]:
    """Which roles may do such a task."""
    return frozenset(role for role, kinds in DESKS.items() if kind in kinds)
