"""A committee asks, with the person's consent, and keeps its register."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue.terms import terms
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.inquiries import actions, queries
from integrity_archive.intake import read
from integrity_archive.people.identity import DocumentKind
from integrity_archive.people.words import DOCUMENTS
from integrity_archive.reports import actions as papers
from integrity_archive.reports import queries as issued
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, purposes, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed, typed

INQUIRY = "/inquiries/{inquiry_id:uuid}"


async def register(request: Request) -> Response:
    inquiries = await queries.register(request.user)
    reports = await issued.of_inquiries([inquiry.id for inquiry in inquiries], by=request.user)
    return page(request, "inquiries/register.html", inquiries=inquiries, reports=reports)


async def form(request: Request) -> Response:
    return page(request, "inquiries/form.html", form=Typed([("kind", DocumentKind.RESIDENT_ID)]), **choices(request))


async def ask(request: Request) -> Response:
    """Number and name come in the body only; the answer's address holds the inquiry's id."""
    question = await typed(request)
    try:
        answer = await actions.ask(read(actions.Question, question), by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("inquiries:form")
        return again(request, "inquiries/form.html", refusal, question, here=here, **choices(request))
    return see(request, "inquiries:show", inquiry_id=answer.inquiry)


async def show(request: Request) -> Response:
    return page(request, "inquiries/show.html", **await shown(request))


async def issue(request: Request) -> Response:
    inquiry_id = request.path_params["inquiry_id"]
    try:
        await papers.issue(inquiry_id, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("inquiries:show", inquiry_id=inquiry_id)
        return again(request, "inquiries/show.html", refusal, Typed(), here=here, **await shown(request))
    return see(request, "inquiries:show", inquiry_id=inquiry_id)


async def report(request: Request) -> Response:
    found = await issued_for(request)
    if found is None:
        raise NotFound()
    return attachment(
        f"{found.number}.pdf", "application/pdf", await issued.pdf(found.id, by=request.user, now=clock.now())
    )


def choices(request: Request) -> dict[str, Any]:
    return {"documents": offered(request, DOCUMENTS), "purposes": purposes(request)}


async def shown(request: Request) -> dict[str, Any]:
    answer = await queries.answer(request.path_params["inquiry_id"], by=request.user, now=clock.now())
    looked_back = terms("inquiries")["no_adverse"]
    return {"answer": answer, "looked_back": looked_back, "report": await issued_for(request)}


async def issued_for(request: Request) -> Any:
    """The report of the inquiry, if there is one."""
    inquiry_id = request.path_params["inquiry_id"]
    return (await issued.of_inquiries([inquiry_id], by=request.user)).get(inquiry_id)


routes = [
    get("/inquiries", register, Permission.INQUIRY_MAKE, name="inquiries:register"),
    get("/inquiries/new", form, Permission.INQUIRY_MAKE, name="inquiries:form"),
    post("/inquiries", ask, Permission.INQUIRY_MAKE, name="inquiries:ask"),
    get(INQUIRY, show, Permission.INQUIRY_MAKE, name="inquiries:show"),
    post(f"{INQUIRY}/report", issue, Permission.REPORT_ISSUE, name="inquiries:issue"),
    get(f"{INQUIRY}/report.pdf", report, Permission.REPORT_ISSUE, name="inquiries:report"),
]
