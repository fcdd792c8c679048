"""The receipt for what came in on paper: for the officer who took it in, to be printed and handed over."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.reports import receipts
from integrity_archive.web.access import get
from integrity_archive.web.pages import page, see
from integrity_archive.web.replies import attachment

RECEIPT, FILE = "/receipts/{about_id:uuid}", Permission.REMEDY_FILE


def receipt(request: Request, about: UUID) -> Response | None:
    """Where an officer goes who took in a paper; the person himself goes back to his page."""
    return None if request.user.person else see(request, "receipts:show", about_id=about)


async def show(request: Request) -> Response:
    found = await receipts.receipt(request.path_params["about_id"], by=request.user)
    return page(request, "representations/receipt.html", found=found, filed=receipts.FILED[found.kind])


async def pdf(request: Request) -> Response:
    name, data = await receipts.pdf(request.path_params["about_id"], by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


routes = [
    get(RECEIPT, show, FILE, name="receipts:show"),
    get(f"{RECEIPT}/pdf", pdf, FILE, name="receipts:pdf"),
]
