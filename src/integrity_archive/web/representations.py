"""Who may act for a person, recorded at the office."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.people import representations
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import Representing
from integrity_archive.people.words import SCOPES
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import required_file, typed

POWERS = "/people/{person_id:uuid}/representatives"


async def listing(request: Request) -> Response:
    return page(request, "representations/list.html", **await shown(request))


async def shown(request: Request) -> dict[str, Any]:
    person, today = request.path_params["person_id"], clock.present_day()
    powers = await representations.powers_of(person, by=request.user)
    return {
        "person": person,
        "person_name": (await people.names([person]))[person],
        "powers": [(one, one.in_force(today)) for one in powers],
        "scopes": [(value, name, None) for value, name in offered(request, SCOPES)],
        "may_record": Permission.PERSON_CORRECT in request.user.permissions,
    }


async def record(request: Request) -> Response:
    form, person = await typed(request), request.path_params["person_id"]
    try:
        new, file = read(Representing, form), await required_file(request, "file")
        await representations.record_power(person, new, *file, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await shown(request)
        return again(request, "representations/list.html", refusal, form, here=request.url.path, **known)
    return see(request, "people:representatives", person_id=person)


async def end(request: Request) -> Response:
    await representations.end_power(request.path_params["power_id"], by=request.user, now=clock.now())
    return see(request, "people:representatives", person_id=request.path_params["person_id"])


async def document(request: Request) -> Response:
    return attachment(*await representations.document(request.path_params["power_id"], by=request.user))


async def powers(request: Request, person: UUID, act: Scope) -> list[tuple[str, str]]:
    """The choices of an officer's form: who brought the paper, if it was not the person himself."""
    if request.user.person is not None:
        return []
    usable = await representations.usable(person, act, on=clock.present_day(), by=request.user)
    return [(str(one.id), one.name) for one in usable]


SEE, RECORD = Permission.PERSON_SEE, Permission.PERSON_CORRECT
routes = [
    get(POWERS, listing, SEE, name="people:representatives"),
    post(POWERS, record, RECORD, name="people:record_representative", files=1),
    post(f"{POWERS}/{{power_id:uuid}}/end", end, RECORD, name="people:end_representative"),
    get("/representatives/{power_id:uuid}/document", document, SEE, name="people:power"),
    get("/own/representatives/{power_id:uuid}/document", document, Permission.OWN_FILE, name="own:power"),
]
