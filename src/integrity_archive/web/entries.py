"""Entries: the lists, the page of one entry, and its documents. The form and the acts have modules of their own."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import queries
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.visibility import OVER
from integrity_archive.reports import certificate as certificates
from integrity_archive.web import entry_acts, entry_form, entry_page, rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import page
from integrity_archive.web.replies import attachment

ENTRY = "/entries/{entry_id:uuid}"
FILES = 6  # the most documents that one form offers


async def listing(request: Request) -> Response:
    wish = request.query_params.get("state", "")
    state = State(wish) if wish in set(State) else None
    found = await queries.listing(
        request.user, state=state, after=rows.cursor(request), limit=rows.PAGE, on=clock.present_day()
    )
    return page(
        request,
        "entries/list.html",
        entries=await rows.named(found),
        after=rows.following(found),
        chosen_state=state,
        listed=[each for each in State if each not in OVER],
        may_draft=Permission.ENTRY_DRAFT in request.user.permissions,
    )


async def queue(request: Request) -> Response:
    found = await queries.listing(
        request.user, state=State.FILED, after=rows.cursor(request), limit=rows.PAGE, on=clock.present_day()
    )
    return page(request, "entries/queue.html", entries=await rows.named(found), after=rows.following(found))


async def show(request: Request) -> Response:
    return page(request, "entries/show.html", **await entry_page.shown(request))


async def evidence(request: Request) -> Response:
    return attachment(
        *await queries.evidence(request.path_params["evidence_id"], by=request.user, on=clock.present_day())
    )


async def certificate(request: Request) -> Response:
    name, data = await certificates.pdf(request.path_params["entry_id"], by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


routes = [
    get("/entries", listing, Permission.ENTRY_SEE, name="entries:list"),
    get("/entries/queue", queue, Permission.ENTRY_REVIEW, name="entries:queue"),
    get("/entries/new", entry_form.new, Permission.ENTRY_DRAFT, name="entries:new"),
    post("/entries", entry_form.draft, Permission.ENTRY_DRAFT, name="entries:draft", files=FILES),
    get(ENTRY, show, Permission.ENTRY_SEE, name="entries:show"),
    get(f"{ENTRY}/edit", entry_form.edit_form, Permission.ENTRY_DRAFT, name="entries:edit_form"),
    post(f"{ENTRY}/edit", entry_form.edit, Permission.ENTRY_DRAFT, name="entries:edit", files=FILES),
    get(f"{ENTRY}/evidence/{{evidence_id:uuid}}", evidence, Permission.ENTRY_SEE, name="entries:evidence"),
    get(f"{ENTRY}/certificate.pdf", certificate, Permission.ENTRY_SEE, name="entries:certificate"),
    *entry_acts.routes,
]
