"""The people on an organisation's rolls, and the mending of their particulars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue.codes import professions
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import queries as entries
from integrity_archive.entries.minors import correct_person
from integrity_archive.errors import FieldError, Invalid, Refusal
from integrity_archive.intake import read
from integrity_archive.people import actions, queries
from integrity_archive.people.masking import Level, mask_number
from integrity_archive.people.queries import Particulars, Place
from integrity_archive.people.words import DOCUMENTS
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.typed import typed

PERSON = "/people/{person_id:uuid}"
NOBODY = FieldError("number", "nobody-found", "本单位名册中没有这个号码。", "Nobody on your rolls has this number.")


@dataclass(frozen=True)
class Shown:
    """A person as pages of an office show him: the number in part only."""

    id: UUID
    name: str
    kind: str
    number: str
    verified: str
    places: list[Place]

    def may_have(self, kind: RecordType) -> bool:
        """Is the record type about what this person is at this office: a student, or a member of some profession?"""
        here = {place.kind for place in self.places}
        practises = here & professions().keys()
        fits = {"ANY": True, "STUDENT": bool(here - practises), "PROFESSIONAL": bool(practises)}
        return fits.get(kind.population, kind.population in practises)


def masked(person: Particulars, places: Sequence[Place] = ()) -> Shown:
    number = mask_number(person.number, Level.LIST)
    return Shown(person.id, person.name, person.kind, number, person.verified, list(places))


async def listing(request: Request) -> Response:
    return page(request, "people/list.html", **await listed(request))


async def find(request: Request) -> Response:
    """Look one person up. The number travels in the body of a POST, so that no address and no log holds it."""
    form = await typed(request)
    person = await queries.find(form["number"], by=request.user)
    if person is None:
        here = request.app.url_path_for("people:list")
        return again(request, "people/list.html", Invalid([NOBODY]), form, here=here, **await listed(request))
    return see(request, "people:show", person_id=person.id)


async def show(request: Request) -> Response:
    person = masked(*await queries.see(request.path_params["person_id"], by=request.user, now=clock.now()))
    written = []
    if Permission.ENTRY_SEE in request.user.permissions:
        written = await entries.listing(request.user, person=person.id, on=clock.present_day())
    return page(
        request,
        "people/show.html",
        person=person,
        entries=await rows.named(written),
        may_draft=Permission.ENTRY_DRAFT in request.user.permissions,
        may_correct=Permission.PERSON_CORRECT in request.user.permissions,
    )


async def correct_form(request: Request) -> Response:
    return page(request, "people/correct.html", **await corrected(request))


async def correct(request: Request) -> Response:
    form, person_id = await typed(request), request.path_params["person_id"]
    try:
        await correct_person(person_id, read(actions.CorrectIdentity, form), by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("people:correct_form", person_id=person_id)
        return again(request, "people/correct.html", refusal, form, here=here, **await corrected(request))
    return see(request, "people:show", person_id=person_id)


async def listed(request: Request) -> dict[str, Any]:
    found = await queries.listing(request.user, after=rows.cursor(request), limit=rows.PAGE)
    return {"people": [masked(person) for person in found], "after": rows.following(found)}


async def corrected(request: Request) -> dict[str, Any]:
    person = masked(*await queries.see(request.path_params["person_id"], by=request.user, now=clock.now()))
    return {"person": person, "documents": offered(request, DOCUMENTS)}


routes = [
    get("/people", listing, Permission.PERSON_SEE, name="people:list"),
    post("/people/find", find, Permission.PERSON_SEE, name="people:find"),
    get(PERSON, show, Permission.PERSON_SEE, name="people:show"),
    get(f"{PERSON}/correct", correct_form, Permission.PERSON_CORRECT, name="people:correct_form"),
    post(f"{PERSON}/correct", correct, Permission.PERSON_CORRECT, name="people:correct"),
]
