"""Entries: the lists, the form, the page of one entry, and every act that a page offers."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission
from integrity_archive.entries import actions, queries
from integrity_archive.entries.lifecycle import State
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.web import entry_form, entry_page, rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed, below, required_file, typed

Act = Callable[..., Awaitable[Any]]


async def listing(request: Request) -> Response:
    wish = request.query_params.get("state")
    state = State(wish) if wish in list(State) else None
    found = await queries.listing(request.user, state=state, after=rows.cursor(request))
    return page(
        request,
        "entries/list.html",
        entries=await rows.lines(found),
        after=rows.after(found),
        chosen_state=state,
        may_draft=Permission.ENTRY_DRAFT in request.user.permissions,
    )


async def queue(request: Request) -> Response:
    found = await queries.listing(request.user, state=State.FILED)
    return page(request, "entries/queue.html", entries=await rows.lines(found))


async def show(request: Request) -> Response:
    return page(request, "entries/show.html", **await entry_page.shown(request))


async def evidence(request: Request) -> Response:
    name, media_type, data = await queries.evidence(request.path_params["evidence_id"], by=request.user)
    return attachment(name, media_type, data)


async def new(request: Request) -> Response:
    """First the record type, because everything else in the form follows from it."""
    if "type" in request.query_params:
        return page(request, "entries/draft.html", **await entry_form.blank(request))
    return page(request, "entries/type.html", **await entry_form.types(request))


async def draft(request: Request) -> Response:
    form = await typed(request)
    try:
        entry = await actions.draft(read(actions.Draft, form), by=request.user, now=clock.now())
    except Refusal as refusal:
        return await entry_form.again(request, refusal, form)
    return await entry_form.attach(request, entry.id, form)


async def edit_form(request: Request) -> Response:
    return page(request, "entries/draft.html", **await entry_form.filled(request))


async def edit(request: Request) -> Response:
    form = await typed(request)
    entry_id, version = request.path_params["entry_id"], form.without("version")
    try:
        new = read(actions.Draft, version)
        await actions.edit(entry_id, new, version=int(form["version"]), by=request.user, now=clock.now())
    except Refusal as refusal:
        return await entry_form.again(request, refusal, form)
    return await entry_form.attach(request, entry_id, form)
