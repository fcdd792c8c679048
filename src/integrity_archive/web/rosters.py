"""Roster files: hand one in, see what came of it, fetch the error workbook."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.people import actions, queries
from integrity_archive.rosters.workbook import XLSX
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import required_file, typed


async def listing(request: Request) -> Response:
    return page(request, "rosters/list.html", rosters=await queries.rosters(request.user))


async def hand_in(request: Request) -> Response:
    form = await typed(request)
    try:
        said = read(actions.HandIn, form)
        name, data = await required_file(request, "file")
        roster = await actions.import_roster(said.kind, name, data, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await queries.rosters(request.user)
        return again(request, "rosters/list.html", refusal, form, here=request.url.path, rosters=known)
    return see(request, "rosters:show", roster_id=roster.id)


async def show(request: Request) -> Response:
    roster = await queries.roster(request.path_params["roster_id"], by=request.user)
    return page(request, "rosters/show.html", roster=roster)


async def errors(request: Request) -> Response:
    data = await queries.roster_errors(request.path_params["roster_id"], by=request.user)
    return attachment("名册错误表.xlsx", XLSX, data)


ROSTER = "/rosters/{roster_id:uuid}"
routes = [
    get("/rosters", listing, Permission.ROSTER_IMPORT, name="rosters:list"),
    post("/rosters", hand_in, Permission.ROSTER_IMPORT, name="rosters:import", files=1),
    get(ROSTER, show, Permission.ROSTER_IMPORT, name="rosters:show"),
    get(f"{ROSTER}/errors.xlsx", errors, Permission.ROSTER_IMPORT, name="rosters:errors"),
]
