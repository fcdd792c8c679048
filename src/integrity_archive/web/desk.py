"""An officer's desk: what waits and until when, what there is, and what was done last."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission
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
WHERE = {
    "serve_letter": ("letters:show", "letter_id"),
    "wait": ("letters:show", "letter_id"),
    "mend_rejection": ("deliveries:show", "delivery_id"),
    "withdraw": ("deliveries:show", "delivery_id"),
    "change": ("changes:show", "change_id"),
    "quarantine": ("quarantine:show", "quarantine_id"),
    "objection": ("objections:show", "objection_id"),
    "objection_source": ("objections:show", "objection_id"),
    "objection_late": ("objections:show", "objection_id"),
    "appeal": ("appeals:show", "appeal_id"),
    "repair": ("repairs:show", "repair_id"),
    "repair_decision": ("repairs:show", "repair_id"),
    "complaint": ("complaints:show", "complaint_id"),
    "objection_limit": ("objections:show", "objection_id"),
}
# Pages that only some of an office may open.
OPEN_TO = {"quarantine": Permission.ENTRY_REVIEW, "complaint": Permission.COMPLAINT_ANSWER}
LISTS = {"reconsider": "recipients:changed", "erase": "put_away:list", "hold": "put_away:list"}


@dataclass(frozen=True)
class Waiting:
    """A task with whom and what it is about, and where it is done."""

    kind: str
    due_on: date
    provisional: bool
    person: str
    record_type: str | None
    address: str


async def show(request: Request) -> Response:
    by = request.user
    return page(
        request,
        "desk/show.html",
        tasks=await waiting(request, await tasks.desk(by)),
        may_draft=Permission.ENTRY_DRAFT in by.permissions,
        may_import=Permission.ROSTER_IMPORT in by.permissions,
        **await of_entries(by),
    )


async def of_entries(by: Actor) -> dict[str, Any]:
    """The office's own entries; a committee has none."""
    if Permission.ENTRY_SEE not in by.permissions:
        return {"counts": {}, "entries": None}
    today = clock.present_day()
    numbers, latest = await entries.counts(by, on=today), await entries.listing(by, limit=RECENT, on=today)
    return {"counts": {state: numbers[state] for state in COUNTED}, "entries": await rows.named(latest)}


async def waiting(request: Request, found: list[TaskRow]) -> list[Waiting]:
    by = request.user
    sees_entries = Permission.ENTRY_SEE in by.permissions
    about = await rows.about({task.entry for task in found if task.entry}, by=by) if sees_entries else {}
    shown = []
    for task in found:
        row = about.get(task.entry) if task.entry else None
        if row or not task.entry or not sees_entries:
            name, record_type = (row.name, row.entry.record_type) if row else ("", None)
            address = place(request, task.kind, task.about, task.entry)
            shown.append(Waiting(task.kind, task.due_on, task.provisional, name, record_type, address))
    return shown


def may_open(kind: str, *, by: Actor) -> bool:
    """Whether the page on which such work is done would show itself to the actor."""
    return kind not in OPEN_TO or OPEN_TO[kind] in by.permissions


def place(request: Request, kind: str, about: UUID, entry: UUID | None) -> str:
    """Where the work is done."""
    if kind in LISTS:
        return str(request.app.url_path_for(LISTS[kind]))
    route, parameter = WHERE.get(kind, ("entries:show", "entry_id"))
    params: dict[str, Any] = {parameter: entry if entry and parameter == "entry_id" else about}
    return str(request.app.url_path_for(route, **params))


routes = [get("/desk", show, Permission.DESK_SEE, name="desk:show")]
