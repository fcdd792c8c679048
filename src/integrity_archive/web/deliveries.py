"""What was sent to the province, what came back, and why something was rejected."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.exchange import actions, queries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed


async def listing(request: Request) -> Response:
    wish = request.query_params.get("state", "")
    state = DeliveryState(wish) if wish in set(DeliveryState) else None
    found = await queries.deliveries(request.user, state=state)
    people = await rows.about({row.entry for row in found}, by=request.user)
    return page(request, "deliveries/list.html", deliveries=found, people=people, chosen_state=state)


async def show(request: Request) -> Response:
    return page(request, "deliveries/show.html", **await shown(request))


async def resend(request: Request) -> Response:
    delivery_id = request.path_params["delivery_id"]
    try:
        await actions.resend(delivery_id, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("deliveries:show", delivery_id=delivery_id)
        return again(request, "deliveries/show.html", refusal, Typed(), here=here, **await shown(request))
    return see(request, "deliveries:show", delivery_id=delivery_id)


async def shown(request: Request) -> dict[str, Any]:
    view = await queries.delivery(request.path_params["delivery_id"], by=request.user)
    about = await rows.about({view.row.entry}, by=request.user)
    return {
        "row": view.row,
        "receipts": view.receipts,
        "acts": view.acts,
        "about": about.get(view.row.entry),  # None: the entry is not shown any more
        "may_mend": Permission.PERSON_CORRECT in request.user.permissions,
    }


DELIVERY = "/deliveries/{delivery_id:uuid}"
routes = [
    get("/deliveries", listing, Permission.DELIVERY_SEE, name="deliveries:list"),
    get(DELIVERY, show, Permission.DELIVERY_SEE, name="deliveries:show"),
    post(f"{DELIVERY}/resend", resend, Permission.DELIVERY_RESEND, name="deliveries:resend"),
]
