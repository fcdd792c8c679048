"""An officer's desk: what waits and until when, what there is, and what was done last."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive.actors import Permission
from integrity_archive.entries import queries as entries
from integrity_archive.entries.lifecycle import State
from integrity_archive.tasks import queries as tasks
from integrity_archive.tasks.queries import TaskRow
from integrity_archive.web import rows
from integrity_archive.web.access import get
from integrity_archive.web.pages import page

RECENT = 8
COUNTED = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
# Where the work of a task is done; any other is done on the page of its entry.
WHERE = {"mend_rejection": ("deliveries:show", "delivery_id")}


@dataclass(frozen=True)
class Waiting:
    """A task with whom and what it is about, and where it is done."""

    kind: str
    due_on: date
    person: str
    record_type: str
    address: str


async def show(request: Request) -> Response:
    by = request.user
    found, latest = await tasks.desk(by), await entries.listing(by, limit=RECENT)
    numbers = await entries.counts(by)
    return page(
        request,
        "desk/show.html",
        tasks=await waiting(request, found),
        counts={state: numbers[state] for state in COUNTED},
        entries=await rows.named(latest),
        may_draft=Permission.ENTRY_DRAFT in by.permissions,
        may_import=Permission.ROSTER_IMPORT in by.permissions,
    )


async def waiting(request: Request, found: list[TaskRow]) -> list[Waiting]:
    about = await rows.about({task.entry for task in found if task.entry}, by=request.user)
    return [
        Waiting(task.kind, task.due_on, row.name, row.entry.record_type, place(request, task))
        for task in found
        if task.entry and (row := about.get(task.entry))
    ]


def place(request: Request, task: TaskRow) -> str:
    route, parameter = WHERE.get(task.kind, ("entries:show", "entry_id"))
    params: dict[str, Any] = {parameter: task.about}
    return str(request.app.url_path_for(route, **params))


routes = [get("/desk", show, Permission.TASK_SEE, name="desk:show")]
