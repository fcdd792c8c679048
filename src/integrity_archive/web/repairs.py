"""The page of an application for repair, and the confirmation of late performance."""

from functools import partial
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.intake import read
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.web.access import get, post
from integrity_archive.web.acts import Call, done, showing
from integrity_archive.web.entry_heading import heading
from integrity_archive.web.filings import handed
from integrity_archive.web.receipts import receipt
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import Typed

OFFICE, OWN, TEMPLATE = "/repairs/{repair_id:uuid}", "/own/repairs/{repair_id:uuid}", "repairs/show.html"


async def accept(request: Request, id: UUID, form: Typed) -> None:
    await actions.accept_repair(id, read(actions.Accepting, form), by=request.user, now=clock.now())


async def grant(request: Request, id: UUID, form: Typed) -> None:
    await actions.grant_repair(id, read(actions.Deciding, form), by=request.user, now=clock.now())


async def refuse(request: Request, id: UUID, form: Typed) -> None:
    await actions.refuse_repair(id, read(actions.Deciding, form), by=request.user, now=clock.now())


async def withdraw(request: Request, id: UUID, form: Typed) -> Response | None:
    files = await handed(request, (DocumentKind.FILING,))
    await actions.withdraw_repair(id, read(actions.Received, form), files, by=request.user, now=clock.now())
    return receipt(request, id)


async def shown(request: Request, *, own: bool) -> dict[str, Any]:
    view = await queries.repair(request.path_params["repair_id"], by=request.user)
    remedies = await queries.of_entry(view.entry, by=request.user)
    chosen = [] if own else await powers(request, view.person, Scope.REPAIR)
    return {"view": view, "own": own, "way": remedies.way, "powers": chosen, **await heading(request, view.entry)}


for_office, for_person = partial(shown, own=False), partial(shown, own=True)


def office(path: str, call: Call, needs: Permission, *, files: int = 0) -> Route:
    answered = done(call, TEMPLATE, for_office, route="repairs:show", parameter="repair_id")
    return post(f"{OFFICE}/{path}", answered, needs, name=f"repairs:{call.__name__}", files=files)


routes = [
    get(OFFICE, showing(TEMPLATE, for_office), Permission.REMEDY_SEE, name="repairs:show"),
    office("accept", accept, Permission.REMEDY_FILE),
    office("grant", grant, Permission.REMEDY_DECIDE),
    office("refuse", refuse, Permission.REMEDY_FILE),
    office("withdraw", withdraw, Permission.REMEDY_FILE, files=1),
    get(OWN, showing(TEMPLATE, for_person), Permission.OWN_FILE, name="own:repair"),
    post(
        f"{OWN}/withdraw",
        done(withdraw, TEMPLATE, for_person, route="own:repair", parameter="repair_id"),
        Permission.OWN_FILE,
        name="own:withdraw_repair",
    ),
]
