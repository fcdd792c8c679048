"""Entries that may not be shown any more: their numbers, why and when they ended, and the legal hold."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import expiry, queries
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.intake import read
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed, typed

HOLD = "/put-away/{entry_id:uuid}/hold"


async def listing(request: Request) -> Response:
    found = await queries.put_away(request.user, on=clock.present_day())
    return page(
        request, "put_away/list.html", entries=found, may_hold=Permission.ENTRY_HOLD in request.user.permissions
    )


async def form(request: Request) -> Response:
    return page(request, "put_away/hold.html", form=Typed(), **await about(request))


async def hold(request: Request) -> Response:
    told = await typed(request)
    entry_id = request.path_params["entry_id"]
    try:
        await expiry.hold(entry_id, read(expiry.PutOnHold, told), by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("put_away:form", entry_id=entry_id)
        return again(request, "put_away/hold.html", refusal, told, here=here, **await about(request))
    return see(request, "put_away:list")


async def release(request: Request) -> Response:
    await expiry.release_hold(request.path_params["entry_id"], by=request.user, now=clock.now())
    return see(request, "put_away:list")


async def about(request: Request) -> dict[str, Any]:
    entry_id = request.path_params["entry_id"]
    found = {entry.id: entry for entry in await queries.put_away(request.user, on=clock.present_day())}
    if entry_id not in found:
        raise NotFound()
    return {"entry": found[entry_id]}


routes = [
    get("/put-away", listing, Permission.ENTRY_SEE, name="put_away:list"),
    get(HOLD, form, Permission.ENTRY_HOLD, name="put_away:form"),
    post(HOLD, hold, Permission.ENTRY_HOLD, name="put_away:hold"),
    post(f"{HOLD}/release", release, Permission.ENTRY_HOLD, name="put_away:release"),
]
