"""The remedies desk, and the question “what if”."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue import policy
from integrity_archive.entries.actions import Reason
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies import words as remedy_words
from integrity_archive.remedies.what_if import Outlook, Question
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.entry_heading import heading_of_shown
from integrity_archive.web.pages import again, offered, page, said, see
from integrity_archive.web.typed import Typed, typed

WHAT_IF = "/own/entries/{entry_id:uuid}/what-if"


async def desk(request: Request) -> Response:
    """What runs, the most urgent first."""
    found = await queries.desk(request.user)
    about = await rows.about({one.entry for one in found}, by=request.user)
    may_answer = Permission.COMPLAINT_ANSWER in request.user.permissions
    complaints = await queries.complaints(request.user) if may_answer else []
    return page(request, "remedies/desk.html", waiting=found, about=about, complaints=complaints)


async def ask(request: Request) -> Response:
    """The answer stands on the page of the question; asking changes nothing, so it is an address."""
    form = Typed(list(request.query_params.multi_items())).without("lang")
    if not form:
        return page(request, "remedies/what_if.html", **await questions(request), outlook=None)
    try:
        question = read(Question, form)
        outlook = await queries.outlook(
            request.path_params["entry_id"], question.deed, question.by, by=request.user, today=clock.present_day()
        )
    except Refusal as refusal:
        known = await questions(request)
        here = request.url.path
        return again(request, "remedies/what_if.html", refusal, form, here=here, **known, outlook=None)
    told = await questions(request)
    return page(request, "remedies/what_if.html", **told | spoken(request, outlook), form=form, chosen=form.chosen)


def spoken(request: Request, outlook: Outlook) -> dict[str, Any]:
    """The outlook, its refusal in words, and the policy it follows."""
    named = {one.code: one for one in policy.policies()}
    return {
        "outlook": outlook,
        "because": said(outlook.refused, request.scope["language"]) if outlook.refused else None,
        "policy": named.get(outlook.policy or ""),
    }


async def questions(request: Request) -> dict[str, Any]:
    entry_id = request.path_params["entry_id"]
    return {
        "deeds": [(value, name, None) for value, name in offered(request, remedy_words.DEEDS)],
        "soon": clock.present_day() + timedelta(days=1),
        "because": None,
        "policy": None,
        **await heading_of_shown(request, entry_id),
    }


async def confirm_performance(request: Request) -> Response:
    form, entry_id = await typed(request), request.path_params["entry_id"]
    mitigation: UUID = request.path_params["mitigation_id"]
    await actions.confirm_performance(mitigation, read(Reason, form), by=request.user, now=clock.now())
    return see(request, "entries:show", entry_id=entry_id)


routes = [
    get("/remedies", desk, Permission.REMEDY_SEE, name="remedies:desk"),
    get(WHAT_IF, ask, Permission.OWN_FILE, name="own:what_if"),
    post(
        "/entries/{entry_id:uuid}/mitigations/{mitigation_id:uuid}/confirm",
        confirm_performance,
        Permission.REMEDY_DECIDE,
        name="entries:confirm_performance",
    ),
]
