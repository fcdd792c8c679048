"""What the decision found, on the page of its entry: written and taken out while the entry is a draft."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import findings
from integrity_archive.intake import read
from integrity_archive.web.access import post
from integrity_archive.web.entry_acts import ENTRY, way
from integrity_archive.web.pages import see
from integrity_archive.web.typed import Typed


async def add_finding(request: Request, entry_id: UUID, form: Typed) -> None:
    await findings.add_finding(entry_id, read(findings.Found, form), by=request.user, now=clock.now())


async def remove(request: Request) -> Response:
    await findings.remove_finding(request.path_params["finding_id"], by=request.user, now=clock.now())
    return see(request, "entries:show", entry_id=request.path_params["entry_id"])


routes = [
    way("findings", add_finding, Permission.ENTRY_DRAFT),
    post(f"{ENTRY}/findings/{{finding_id:uuid}}/remove", remove, Permission.ENTRY_DRAFT, name="entries:remove_finding"),
]
