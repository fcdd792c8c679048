"""The desk, and every running clock."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Permission, Role
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.terms import rule
from integrity_archive.deadlines import queries as deadlines
from integrity_archive.tasks import queries
from integrity_archive.tasks.clocks import Clock


class ClockOut(BaseModel):
    """A running clock. `owners` is empty where it happens by itself; `lapse` says what happens when it is over."""

    id: UUID
    kind: str
    about: UUID
    entry: UUID | None
    due_on: date
    provisional: bool
    overdue: bool
    owners: list[Role]
    rule: str
    name: Name | None
    lapse: Name | None


async def desk(call: Call) -> list[queries.TaskRow]:
    return await queries.desk(call.by)


async def running(call: Call) -> list[ClockOut]:
    today = clock.present_day()
    return [out(one, today) for one in await deadlines.running(call.by, today=today)]


def out(one: Clock, today: date) -> ClockOut:
    words = rule(one.rule)
    return ClockOut(
        id=one.id,
        kind=one.kind,
        about=one.about,
        entry=one.entry,
        due_on=one.due_on,
        provisional=one.provisional,
        overdue=one.overdue(today),
        owners=sorted(one.owners),
        rule=one.rule,
        name=words.name if words else None,
        lapse=words.lapse if words else None,
    )


ENDPOINTS = (
    Endpoint("GET", "/tasks", desk, Permission.DESK_SEE, "待办", "the desk", output=list[queries.TaskRow]),
    Endpoint("GET", "/deadlines", running, Permission.DESK_SEE, "期限", "every running clock", output=list[ClockOut]),
)
