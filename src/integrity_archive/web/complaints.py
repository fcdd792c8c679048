"""Complaints: the person's own, and those on a desk that they do not concern."""

from functools import partial
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.accounts.queries import organisations
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.views import ComplaintView
from integrity_archive.web.access import get, post
from integrity_archive.web.acts import done, showing
from integrity_archive.web.filings import handed
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import Typed, typed

OFFICE, OWN, TEMPLATE = "/complaints/{complaint_id:uuid}", "/own/complaints/{complaint_id:uuid}", "complaints/show.html"
FILES = (DocumentKind.FILING, DocumentKind.SUPPORT)
PAPER = "/people/{person_id:uuid}/complaint"


async def listing(request: Request) -> Response:
    found = await queries.complaints(request.user)
    return page(request, "complaints/list.html", complaints=found, names=await names(found))


async def answer(request: Request, id: UUID, form: Typed) -> None:
    await actions.answer_complaint(id, read(actions.Replying, form), by=request.user, now=clock.now())


async def shown(request: Request, *, own: bool) -> dict[str, Any]:
    view = await queries.complaint(request.path_params["complaint_id"], by=request.user)
    person = (await people.names({view.person}))[view.person]
    return {"view": view, "own": own, "names": await names([view]), "person_name": person}


async def names(found: list[ComplaintView]) -> dict[UUID, str]:
    """What the organisations of these complaints are called."""
    ids = {id for one in found for id in (one.organisation, one.desk)}
    return {id: one.name for id, one in (await organisations(ids)).items()}


async def form(request: Request) -> Response:
    return page(request, "complaints/file.html", **await choices(request, request.user.person))


async def lodge(request: Request) -> Response:
    return await lodged(request, request.user.person, "complaints/file.html")


async def paper_form(request: Request) -> Response:
    return page(request, "complaints/file.html", **await choices(request, request.path_params["person_id"]))


async def paper(request: Request) -> Response:
    return await lodged(request, request.path_params["person_id"], "complaints/file.html")


async def lodged(request: Request, person: UUID, template: str) -> Response:
    """`about` is an office, or an office and one of its officers; with the entry it happened over, if one."""
    typed_in = await typed(request)
    office, _, officer = typed_in["about"].partition("/")
    body = {name: typed_in[name] for name in ("text", "entry", "received_on", "representation")}
    try:
        new = read(actions.Complaining, body | {"organisation": office, "against": officer})
        files = await handed(request, FILES)
        made = await actions.lodge_complaint(new, person, files, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await choices(request, person)
        return again(request, template, refusal, typed_in, here=request.url.path, **known)
    return see(request, "own:show") if request.user.person else see(request, "receipts:show", about_id=made.id)


async def choices(request: Request, person: UUID) -> dict[str, Any]:
    """Whom and what the person may complain about."""
    offices = await queries.offices_of(person, by=request.user)
    return {
        "own": request.user.person is not None,
        "person": person,
        "offices": offices,
        "powers": await powers(request, person, Scope.FILE),
        "mine": await queries.complaints_of(person) if request.user.person else [],
    }


for_office, for_person = partial(shown, own=False), partial(shown, own=True)
answered = done(answer, TEMPLATE, for_office, route="complaints:show", parameter="complaint_id")
routes = [
    get("/complaints", listing, Permission.COMPLAINT_ANSWER, name="complaints:list"),
    get(OFFICE, showing(TEMPLATE, for_office), Permission.COMPLAINT_ANSWER, name="complaints:show"),
    post(f"{OFFICE}/answer", answered, Permission.COMPLAINT_ANSWER, name="complaints:answer"),
    get(PAPER, paper_form, Permission.REMEDY_FILE, name="people:complain_form"),
    post(PAPER, paper, Permission.REMEDY_FILE, name="people:complain", files=2),
    get("/own/complaints", form, Permission.OWN_FILE, name="own:complain_form"),
    post("/own/complaints", lodge, Permission.OWN_FILE, name="own:complain", files=2),
    get(OWN, showing(TEMPLATE, for_person), Permission.OWN_FILE, name="own:complaint"),
]
