"""What was sent to the platform, and what came back."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.exchange import actions, queries


async def listed(call: Call) -> list[queries.DeliveryRow]:
    after, limit = page_of(call)
    return await queries.page(call.by, after=after, limit=limit)


async def show(call: Call) -> queries.DeliveryView:
    return await queries.delivery(call.path["delivery"], by=call.by)


async def resend(call: Call) -> queries.DeliveryView:
    await actions.resend(call.path["delivery"], by=call.by, now=clock.now())
    return await show(call)


SEE, RESEND = Permission.DELIVERY_SEE, Permission.DELIVERY_RESEND
ENDPOINTS = (
    Endpoint(
        "GET", "/deliveries", listed, SEE, "报送情况", "deliveries", output=list[queries.DeliveryRow], pages=True
    ),
    Endpoint("GET", "/deliveries/{delivery:uuid}", show, SEE, "一次报送", "a delivery", output=queries.DeliveryView),
    Endpoint(
        "POST", "/deliveries/{delivery:uuid}/resend", resend, RESEND, "重新报送", "send again",
        output=queries.DeliveryView, creates=True, again=show,
    ),
)  # fmt: skip
