"""Changes of an entry: proposed on a form that shows what it says now, decided on a page of their own."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.entries import changes, findings, former, queries
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.changeable import CHANGEABLE, MAY_BE_EMPTY, OF_A_NEW_DECISION
from integrity_archive.entries.changes import ACTS, Change
from integrity_archive.entries.draft import steps_of
from integrity_archive.entries.kinds import ChangeKind
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.settling import REVOCATIONS
from integrity_archive.entries.words import CHANGES, DECISION_ROUTES, ENDINGS
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.web.access import get, post
from integrity_archive.web.catalogue_names import evidence_name
from integrity_archive.web.entry_form import bases_of, bodies_of, each, text
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed, attached, typed

OF_ENTRY, ONE = "/entries/{entry_id:uuid}/changes", "/changes/{change_id:uuid}"
ANY = frozenset[str]().union(*CHANGEABLE.values(), OF_A_NEW_DECISION)
ALWAYS = ("kind", "reason", "cause", "lifted_on", "names_others")
ANEW = ("decided_on", "decision_route", "remedies_told", "remedy_known_on")
SEVERAL = ("steps_taken", "evidence")


async def form(request: Request) -> Response:
    """The kind is chosen first: each asks for something else."""
    known = await about(request)
    kind = request.query_params.get("kind", "")
    if kind not in set(ChangeKind):
        return page(request, "changes/kind.html", **known)
    now = [(name, text(one)) for name, value in known["said"].items() for one in each(value) if one is not None]
    form = Typed([("kind", kind), *now])
    return page(request, "changes/form.html", form=form, chosen=form.chosen, **known)


async def propose(request: Request) -> Response:
    form, entry_id = await typed(request), request.path_params["entry_id"]
    try:
        document = await attached(request, "document") or (None, None)
        change = read(Change, asked(form, await about(request)))
        made = await changes.propose(entry_id, change, *document, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = f"{request.app.url_path_for('changes:form', entry_id=entry_id)}?kind={form['kind']}"
        return again(request, "changes/form.html", refusal, form, here=here, **await about(request))
    return see(request, "changes:show", change_id=made.id)


def asked(form: Typed, known: dict[str, Any]) -> dict[str, Any]:
    """The change that was typed into its form. A new decision says its day and its remedies again in any case."""
    change = differences(form, known["said"], known["changeable"].get(form["kind"], frozenset()))
    lines = [line for line in form["findings"].splitlines() if line.strip()]
    found = [{"text": line, "evidence": form.chosen("evidence")} for line in lines]
    if form["kind"] == ChangeKind.REVISION and known["view"].entry.state is State.NOTIFIED:
        change |= {name: form[name] for name in ANEW}
        change |= {"steps_taken": form.chosen("steps_taken")}
        return change | {"findings": found}
    body = {"deciding_body": form["deciding_body"]} if form["deciding_body"] else {}
    return change | ({"findings": found} | body if form["kind"] == ChangeKind.COMPLETION else {})


def differences(form: Typed, said: dict[str, Any], changeable: frozenset[str]) -> dict[str, Any]:
    """What was typed over: the form holds everything that the entry says, a change only what differs."""
    names = changeable - set(SEVERAL)
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
    return known | {"proposed": proposed, "names": names, "may_decide": waits and not mine}


async def about(request: Request, entry_id: UUID | None = None) -> dict[str, Any]:
    """The entry as its form needs it; raises `NotFound` for what is neither effective nor being told."""
    view = await queries.view(entry_id or request.path_params["entry_id"], by=request.user, now=clock.now())
    if entry_id is None and view.entry.state not in ("effective", "notified"):
        raise NotFound()
    language, law = request.scope["language"], edition.load(view.entry.edition)
    kind, state = law.record_type(view.entry.record_type), view.entry.state
    said = view.facts | {name: getattr(view.entry, name) for name in ANY if name not in view.facts}
    found = await findings.of_entry(view.entry.id, by=request.user, on=clock.present_day())
    said["findings"] = "\n".join(one.text for one in found)
    complete = found and view.entry.deciding_body
    anew = {ChangeKind.REVISION: OF_A_NEW_DECISION} if state is State.NOTIFIED else {}
    named = [(one, f"{evidence_name(one.kind, language=language)}：{one.file_name}") for one in view.evidence]
    return {
        "view": view,
        "kind": kind,
        "said": said,
        "person_name": (await people.names({view.entry.person_id}))[view.entry.person_id],
        "kinds": [
            (code, name, None)
            for code, name in offered(request, CHANGES)
            if (state, ACTS[ChangeKind(code)]) in ENTRY.steps and not (complete and code == ChangeKind.COMPLETION)
        ],
        "changeable": {code: (CHANGEABLE | anew).get(code, frozenset()) for code in ChangeKind},
        "anew": bool(anew),
        "routes": [(code, name, None) for code, name in offered(request, DECISION_ROUTES)],
        "steps": [(code, law.steps[code].text(language), None) for code in steps_of(kind)],
        "evidence_choices": [(str(one.id), name, None) for one, name in named if one.redacts is None],
        "causes": offered(request, {code: name for code, name in ENDINGS.items() if code in REVOCATIONS}),
        "bodies": bodies_of(kind, law, language),
        "sanctions": [(sanction.code, sanction.name.text(language)) for sanction in kind.sanctions],
        "severities": offered(request, SEVERITIES),
        "serious_bases": bases_of(law, language),
    }


routes = [
    get(f"{OF_ENTRY}/new", form, Permission.ENTRY_DRAFT, name="changes:form"),
    post(OF_ENTRY, propose, Permission.ENTRY_DRAFT, name="changes:propose", files=1),
    get(ONE, show, Permission.ENTRY_SEE, name="changes:show"),
    get(f"{ONE}/document", document, Permission.ENTRY_SEE, name="changes:document"),
    post(f"{ONE}/approve", approve, Permission.ENTRY_REVIEW, name="changes:approve"),
    post(f"{ONE}/refuse", refuse, Permission.ENTRY_REVIEW, name="changes:refuse"),
]
