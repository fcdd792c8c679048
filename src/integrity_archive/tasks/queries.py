"""The desk: what waits for an organisation, the most urgent first."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.tasks.models import Task, TaskKind, TaskState

DESKS: dict[Role, frozenset[TaskKind]] = {
    Role.CLERK: frozenset({TaskKind.REFERRED_BACK, TaskKind.SERVE_NOTICE, TaskKind.MEND_REJECTION}),
    Role.REVIEWER: frozenset({TaskKind.REVIEW}),
}


@dataclass(frozen=True)
class TaskRow:
    """One task as the desk lists it."""

    id: UUID
    kind: TaskKind
    about: UUID
    entry: UUID | None
    opened_at: datetime
    due_on: date


async def desk(by: Actor) -> list[TaskRow]:
    """The open tasks of the actor's organisation that his roles may do."""
    require(by, Permission.TASK_SEE)
    kinds = set[TaskKind]().union(*(DESKS.get(role, frozenset()) for role in by.roles))
    open_tasks = Task.filter(organisation_id=by.organisation, state=TaskState.OPEN, kind__in=kinds)
    found = await open_tasks.order_by("due_on", "id").values("id", "kind", "about", "entry", "opened_at", "due_on")
    return [TaskRow(**row) for row in found]
