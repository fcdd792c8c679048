"""A person's own page: the entries, a statement, consents, and who has looked."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.entries import findings, former, publishing
from integrity_archive.entries import queries as written
from integrity_archive.entries.draft import Say
from integrity_archive.errors import Refusal
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.recipients import queries as told
from integrity_archive.remedies import actions as filing
from integrity_archive.remedies import queries as remedies
from integrity_archive.reports import certificate as certificates
from integrity_archive.web import recipients
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import below, typed

ENTRY = "/own/entries/{entry_id:uuid}"


async def show(request: Request) -> Response:
    person = request.user.person
    return page(
        request,
        "own/show.html",
        particulars=await people.particulars(person),
        places=await people.places(person),
        entries=await written.of_person(person, on=clock.present_day()),
        consents=await inquiries.consents_of(person),
        looked=await inquiries.who_looked(person),
        changes=await told.changes_of(by=request.user),
    )


async def entry(request: Request) -> Response:
    return page(request, "own/entry.html", **await shown(request))


async def evidence(request: Request) -> Response:
    return attachment(
        *await written.evidence(request.path_params["evidence_id"], by=request.user, on=clock.present_day())
    )


async def certificate(request: Request) -> Response:
    name, data = await certificates.pdf(request.path_params["entry_id"], by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


async def state(request: Request) -> Response:
    form, entry_id = await typed(request), request.path_params["entry_id"]
    try:
        said = read(Say, form.part("state"))
        await filing.make_statement(entry_id, said, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("own:entry", entry_id=entry_id)
        return again(request, "own/entry.html", below("state", refusal), form, here=here, **await shown(request))
    return see(request, "own:entry", entry_id=entry_id)


async def shown(request: Request) -> dict[str, Any]:
    view = await written.view(request.path_params["entry_id"], by=request.user, now=clock.now())
    law = edition.load(view.entry.edition)
    kind = law.record_type(view.entry.record_type)
    shared = {"view": view, "law": law, "kind": kind, "evidence_route": "own:evidence"}
    shared["published"] = publishing.window(view.entry, law)
    by, on = request.user, clock.present_day()
    shared["findings"] = await findings.of_entry(view.entry.id, by=by, on=on)
    shared["versions"] = await former.versions(view.entry.id, by=by, on=on)
    received = await recipients.of_entry(request, view.entry.id)
    return shared | received | {"remedies": await remedies.of_entry(view.entry.id, by=request.user)}


routes = [
    get("/own", show, Permission.OWN_FILE, name="own:show"),
    get(ENTRY, entry, Permission.OWN_FILE, name="own:entry"),
    post(f"{ENTRY}/statement", state, Permission.OWN_FILE, name="own:state"),
    get(f"{ENTRY}/certificate.pdf", certificate, Permission.OWN_FILE, name="own:certificate"),
    get(f"{ENTRY}/evidence/{{evidence_id:uuid}}", evidence, Permission.OWN_FILE, name="own:evidence"),
]
