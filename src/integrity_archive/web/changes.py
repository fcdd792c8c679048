"""Changes of an effective entry: proposed on a form that shows what it says now, decided on a page of their own."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.entries import changes, former, queries
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.amending import CHANGEABLE, MAY_BE_EMPTY
from integrity_archive.entries.changes import Change
from integrity_archive.entries.kinds import ChangeKind
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.settling import REVOCATIONS
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.web.access import get, post
from integrity_archive.web.entry_form import text
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed, attached, typed
from integrity_archive.web.words import CHANGES, ENDINGS, SEVERITIES

OF_ENTRY, ONE = "/entries/{entry_id:uuid}/changes", "/changes/{change_id:uuid}"
ANY = frozenset[str]().union(*CHANGEABLE.values())
ALWAYS = ("kind", "reason", "cause", "lifted_on")


async def form(request: Request) -> Response:
    """The kind is chosen first: each asks for something else."""
    known = await about(request)
    kind = request.query_params.get("kind", "")
    if kind not in set(ChangeKind):
        return page(request, "changes/kind.html", **known)
    now = {name: text(value) for name, value in known["said"].items() if name in ANY and value is not None}
    return page(request, "changes/form.html", form=Typed([("kind", kind), *now.items()]), **known)


async def propose(request: Request) -> Response:
    form, entry_id = await typed(request), request.path_params["entry_id"]
    try:
        document = await attached(request, "document") or (None, None)
        change = read(Change, differences(form, (await about(request))["said"]))
        made = await changes.propose(entry_id, change, *document, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = f"{request.app.url_path_for('changes:form', entry_id=entry_id)}?kind={form['kind']}"
        return again(request, "changes/form.html", refusal, form, here=here, **await about(request))
    return see(request, "changes:show", change_id=made.id)


def differences(form: Typed, said: dict[str, Any]) -> dict[str, Any]:
    """What was typed over: the form holds everything that the entry says, a change only what differs."""
    kind = form["kind"]
    names = CHANGEABLE.get(ChangeKind(kind), frozenset()) if kind in set(ChangeKind) else frozenset()
    before = {name: text(said[name]) if said.get(name) is not None else "" for name in names}
    typed_over = {name: form[name] for name in names if form[name].replace("\r\n", "\n") != before[name]}
    emptied = [name for name, value in typed_over.items() if not value and name in MAY_BE_EMPTY]
    return {name: form[name] for name in ALWAYS} | typed_over | {"cleared": emptied}


async def show(request: Request) -> Response:
    return page(request, "changes/show.html", **await shown(request))


async def approve(request: Request) -> Response:
    change_id = request.path_params["change_id"]
    try:
        entry = await changes.approve(change_id, by=request.user, now=clock.now())
    except Refusal as refusal:
        return await shown_again(request, refusal, Typed())
    if entry.state is State.REVOKED:
        return see(request, "desk:show")  # its page is gone
    return see(request, "entries:show", entry_id=entry.id)


async def refuse(request: Request) -> Response:
    form = await typed(request)
    try:
        reason = read(Reason, form)
        refused = await changes.refuse(request.path_params["change_id"], reason, by=request.user, now=clock.now())
    except Refusal as refusal:
        return await shown_again(request, refusal, form)
    return see(request, "entries:show", entry_id=refused.entry_id)


async def document(request: Request) -> Response:
    return attachment(*await former.document(request.path_params["change_id"], by=request.user, on=clock.present_day()))


async def shown_again(request: Request, refusal: Refusal, form: Typed) -> Response:
    known = await shown(request)
    here = request.app.url_path_for("changes:show", change_id=request.path_params["change_id"])
    return again(request, "changes/show.html", refusal, form, here=here, **known)


async def shown(request: Request) -> dict[str, Any]:
    """One proposal beside what the entry says."""
    proposed = await former.one(request.path_params["change_id"], by=request.user, on=clock.present_day())
    known = await about(request, proposed.entry)
    names = await account_names({id for id in (proposed.proposed_by, proposed.decided_by) if id})
    mine = request.user.account in (proposed.proposed_by, known["view"].entry.clerk_id)
    waits = proposed.state == "proposed" and Permission.ENTRY_REVIEW in request.user.permissions
    return known | {"proposed": proposed, "names": names, "may_decide": waits and not mine, "mine": waits and mine}


async def about(request: Request, entry_id: UUID | None = None) -> dict[str, Any]:
    """The entry as its form needs it; raises `NotFound` for what is neither effective nor being told."""
    view = await queries.view(entry_id or request.path_params["entry_id"], by=request.user, now=clock.now())
    if entry_id is None and view.entry.state not in ("effective", "notified"):
        raise NotFound()
    language = request.scope["language"]
    kind = edition.load(view.entry.edition).record_type(view.entry.record_type)
    said = view.facts | {name: getattr(view.entry, name) for name in ANY if name not in view.facts}
    return {
        "view": view,
        "kind": kind,
        "said": said,
        "person_name": (await people.names({view.entry.person_id}))[view.entry.person_id],
        "kinds": [(code, name, None) for code, name in offered(request, CHANGES)],
        "changeable": {code: CHANGEABLE.get(code, frozenset()) for code in ChangeKind},
        "causes": offered(request, {code: ENDINGS[code] for code in ENDINGS if code in REVOCATIONS}),
        "sanctions": [(sanction.code, sanction.name.text(language)) for sanction in kind.sanctions],
        "severities": offered(request, SEVERITIES),
    }


routes = [
    get(f"{OF_ENTRY}/new", form, Permission.ENTRY_DRAFT, name="changes:form"),
    post(OF_ENTRY, propose, Permission.ENTRY_DRAFT, name="changes:propose", files=1),
    get(ONE, show, Permission.ENTRY_SEE, name="changes:show"),
    get(f"{ONE}/document", document, Permission.ENTRY_SEE, name="changes:document"),
    post(f"{ONE}/approve", approve, Permission.ENTRY_REVIEW, name="changes:approve"),
    post(f"{ONE}/refuse", refuse, Permission.ENTRY_REVIEW, name="changes:refuse"),
]
