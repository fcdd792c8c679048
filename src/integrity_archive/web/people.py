"""The people on an organisation's rolls, and the mending of their particulars."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission
from integrity_archive.entries import queries as entries
from integrity_archive.errors import FieldError, Invalid, Refusal
from integrity_archive.intake import read
from integrity_archive.people import actions, queries
from integrity_archive.people.masking import Level, mask_number
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.typed import Typed, typed
from integrity_archive.web.words import DOCUMENTS

PERSON = "/people/{person_id:uuid}"


async def listing(request: Request) -> Response:
    return page(request, "people/list.html", **await listed(request))


async def find(request: Request) -> Response:
    """Look one person up. The number travels in the body of a POST, so that no address and no log holds it."""
    form = await typed(request)
    person = await queries.find(form["number"], by=request.user)
    if person is None:
        nobody = FieldError("number", "nobody-found", "本单位名册中没有这个号码。", "Nobody on your rolls has this number.")
        here = request.app.url_path_for("people:list")
        return again(request, "people/list.html", Invalid([nobody]), form, here=here, **await listed(request))
    return see(request, "people:show", person_id=person.id)


async def show(request: Request) -> Response:
    person, known = await of_mine(request)
    here = [entry for entry in await entries.listing(request.user, person=person.id)]
    return page(
        request,
        "people/show.html",
        person=person,
        entries=await rows.lines(here),
        may_draft=Permission.ENTRY_DRAFT in request.user.permissions,
        may_correct=Permission.PERSON_CORRECT in request.user.permissions,
        **known,
    )


async def correct_form(request: Request) -> Response:
    person, known = await of_mine(request)
    return page(request, "people/correct.html", person=person, documents=offered(request, DOCUMENTS), **known)


async def correct(request: Request) -> Response:
    form = await typed(request)
    person, known = await of_mine(request)
    try:
        new = read(actions.CorrectIdentity, form)
        await actions.correct(person.id, new, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("people:correct_form", person_id=person.id)
        documents = offered(request, DOCUMENTS)
        return again(
            request, "people/correct.html", refusal, form, here=here, person=person, documents=documents, **known
        )
    return see(request, "people:show", person_id=person.id)


routes = [
    get("/people", listing, Permission.PERSON_SEE, name="people:list"),
    post("/people/find", find, Permission.PERSON_SEE, name="people:find"),
    get(PERSON, show, Permission.PERSON_SEE, name="people:show"),
    get(f"{PERSON}/correct", correct_form, Permission.PERSON_CORRECT, name="people:correct_form"),
    post(f"{PERSON}/correct", correct, Permission.PERSON_CORRECT, name="people:correct"),
]
