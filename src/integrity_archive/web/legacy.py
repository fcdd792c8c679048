"""Older registers: hand one in, and take its entries up one by one."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import legacy, queries
from integrity_archive.entries.lifecycle import State
from integrity_archive.errors import Refusal
from integrity_archive.rosters.columns import Column
from integrity_archive.rosters.workbook import XLSX, template_workbook
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed, required_file


async def listing(request: Request) -> Response:
    return page(request, "legacy/list.html", **await waiting(request))


async def hand_in(request: Request) -> Response:
    try:
        name, data = await required_file(request, "file")
        register = await legacy.import_register(name, data, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await waiting(request)
        return again(request, "legacy/list.html", refusal, Typed(), here="/legacy", **known)
    return see(request, "rosters:show", roster_id=register.id)


async def take_up(request: Request) -> Response:
    entry = await legacy.take_up(request.path_params["entry_id"], by=request.user, now=clock.now())
    return see(request, "entries:edit_form", entry_id=entry.id)


async def empty_form(request: Request) -> Response:
    return attachment("旧档登记簿.xlsx", XLSX, template_workbook(legacy.REGISTER))


async def waiting(request: Request) -> dict[str, Any]:
    found = await queries.listing(
        request.user, state=State.UNVERIFIED, after=rows.cursor(request), limit=rows.PAGE, on=clock.present_day()
    )
    columns: tuple[Column, ...] = legacy.REGISTER.columns
    return {
        "entries": await rows.named(found),
        "after": rows.following(found),
        "needed": [column.title for column in columns if column.required],
        "may_import": Permission.ENTRY_DRAFT in request.user.permissions,
    }


routes = [
    get("/legacy", listing, Permission.ENTRY_SEE, name="legacy:list"),
    post("/legacy", hand_in, Permission.ENTRY_DRAFT, name="legacy:import", files=1),
    get("/legacy/form.xlsx", empty_form, Permission.ENTRY_DRAFT, name="legacy:form"),
    post("/entries/{entry_id:uuid}/take-up", take_up, Permission.ENTRY_DRAFT, name="legacy:take_up"),
]
