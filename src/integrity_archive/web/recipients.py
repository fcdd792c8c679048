"""Who received an entry, and the desk of those who did: what they were told has changed."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.exchange import queries as exchange
from integrity_archive.recipients import actions, queries
from integrity_archive.recipients.kinds import RecipientKind
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import page, see

CHANGED = "/changed"


async def of_entry(request: Request, entry_id: UUID) -> dict[str, Any]:
    """What `entries/recipients.html` needs."""
    found = await queries.of_entry(entry_id, by=request.user)
    platforms = {one.id for one in found.rows if one.kind is RecipientKind.PLATFORM}
    return {"recipients": found, "platforms": await exchange.target_names(platforms)}


async def own(request: Request) -> Response:
    """For the person, also after the entry itself is shown no more; of the entry nothing but its number is said."""
    return page(request, "recipients/own.html", **await of_entry(request, request.path_params["entry_id"]))


async def changed(request: Request) -> Response:
    return page(request, "recipients/changed.html", changed=await queries.changed(request.user))


async def acknowledge(request: Request) -> Response:
    await actions.acknowledge(request.path_params["duty_id"], by=request.user, now=clock.now())
    return see(request, "recipients:changed")


async def reconsidered(request: Request) -> Response:
    await actions.reconsidered(request.path_params["duty_id"], by=request.user, now=clock.now())
    return see(request, "recipients:changed")


MAY = Permission.DUTY_ACKNOWLEDGE
routes = [
    get("/own/entries/{entry_id:uuid}/recipients", own, Permission.OWN_FILE, name="own:recipients"),
    get(CHANGED, changed, MAY, name="recipients:changed"),
    post(f"{CHANGED}/{{duty_id:uuid}}/acknowledge", acknowledge, MAY, name="recipients:acknowledge"),
    post(f"{CHANGED}/{{duty_id:uuid}}/reconsidered", reconsidered, MAY, name="recipients:reconsidered"),
]
