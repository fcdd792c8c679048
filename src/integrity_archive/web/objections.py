"""The page of an objection: for the officers who deal with it, and for the person."""

from functools import partial
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.entries.actions import Say
from integrity_archive.entries.settling import REVOCATIONS
from integrity_archive.entries.words import ENDINGS
from integrity_archive.intake import read
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies import words as remedy_words
from integrity_archive.remedies.kinds import DocumentKind, ObjectionOutcome
from integrity_archive.web.access import get, post
from integrity_archive.web.acts import Call, done, showing
from integrity_archive.web.entry_heading import heading
from integrity_archive.web.filings import handed
from integrity_archive.web.pages import offered
from integrity_archive.web.receipts import receipt
from integrity_archive.web.redacted_papers import originals, redact
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import Typed

OFFICE, OWN = "/objections/{objection_id:uuid}", "/own/objections/{objection_id:uuid}"
CORRECTABLE = (
    "document_title", "authority", "summary", "conduct_ended_on", "severity", "sanction_text", "sanction_from",
    "sanction_to",
)  # fmt: skip


async def forward(request: Request, id: UUID, form: Typed) -> None:
    await actions.forward(id, by=request.user, now=clock.now())


async def hear(request: Request, id: UUID, form: Typed) -> None:
    heard = read(actions.Hearing, form)
    files = await handed(request, (DocumentKind.SOURCE_ANSWER,))
    await actions.source_answers(id, heard, files, by=request.user, now=clock.now())


async def answer(request: Request, id: UUID, form: Typed) -> None:
    await actions.answer_objection(id, answering(form), by=request.user, now=clock.now())


def answering(form: Typed) -> actions.Answering:
    """The remedy's parts count only where one was chosen; a correction's fields only for a correction."""
    body: dict[str, Any] = {"outcome": form["outcome"], "text": form["text"]}
    if form["remedy"]:
        changes = {name: form[name] for name in CORRECTABLE if form[name]} if form["remedy"] == "correct" else {}
        cause = {"cause": form["cause"]} if form["remedy"] == "revoke" and form["cause"] else {}
        body["remedy"] = {"kind": form["remedy"], "changes": changes, **cause}
    return read(actions.Answering, body)


async def disagree(request: Request, id: UUID, form: Typed) -> Response | None:
    files = await handed(request, (DocumentKind.FILING,))
    await actions.disagree(id, read(Say, form), files, by=request.user, now=clock.now())
    return receipt(request, id)


async def withdraw(request: Request, id: UUID, form: Typed) -> Response | None:
    files = await handed(request, (DocumentKind.FILING,))
    await actions.withdraw_objection(id, read(actions.Received, form), files, by=request.user, now=clock.now())
    return receipt(request, id)


async def shown(request: Request, *, own: bool) -> dict[str, Any]:
    view = await queries.objection(request.path_params["objection_id"], by=request.user)
    outcomes = {name: word for name, word in remedy_words.OUTCOMES.items() if name != ObjectionOutcome.DISAGREED}
    return {
        "view": view,
        "own": own,
        "originals": [] if own else originals(view.documents),
        "powers": [] if own else await powers(request, view.person, Scope.OBJECT),
        **await heading(request, view.entry),
        "outcomes": [(value, name, None) for value, name in offered(request, outcomes)],
        "redress": offered(request, remedy_words.REDRESS),
        "causes": offered(request, {code: name for code, name in ENDINGS.items() if code in REVOCATIONS}),
        "severities": offered(request, SEVERITIES),
    }


TEMPLATE = "objections/show.html"
for_office, for_person = partial(shown, own=False), partial(shown, own=True)


def office(path: str, call: Call, needs: Permission, *, files: int = 0) -> Route:
    answered = done(call, TEMPLATE, for_office, route="objections:show", parameter="objection_id")
    return post(f"{OFFICE}/{path}", answered, needs, name=f"objections:{call.__name__}", files=files)


def own(path: str, call: Call) -> Route:
    answered = done(call, TEMPLATE, for_person, route="own:objection", parameter="objection_id")
    return post(f"{OWN}/{path}", answered, Permission.OWN_FILE, name=f"own:{call.__name__}_objection")


routes = [
    get(OFFICE, showing(TEMPLATE, for_office), Permission.REMEDY_SEE, name="objections:show"),
    office("forward", forward, Permission.REMEDY_FILE),
    office("hear", hear, Permission.REMEDY_FILE, files=1),
    office("redacted", redact, Permission.REMEDY_FILE, files=1),
    office("answer", answer, Permission.REMEDY_DECIDE),
    office("disagree", disagree, Permission.REMEDY_FILE, files=1),
    office("withdraw", withdraw, Permission.REMEDY_FILE, files=1),
    get(OWN, showing(TEMPLATE, for_person), Permission.OWN_FILE, name="own:objection"),
    own("disagree", disagree),
    own("withdraw", withdraw),
]
