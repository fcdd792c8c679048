"""The case file: taken by the person on his own page, or handed out at the office to him or his representative."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.intake import read
from integrity_archive.people.papers import OnPaper
from integrity_archive.reports import case_file
from integrity_archive.web.access import post
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import typed


async def take(request: Request) -> Response:
    name, data = await case_file.make(request.path_params["entry_id"], OnPaper(), by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


async def hand_out(request: Request) -> Response:
    paper = read(OnPaper, (await typed(request)).part("case_file"))
    name, data = await case_file.make(request.path_params["entry_id"], paper, by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


routes = [
    post("/own/entries/{entry_id:uuid}/case-file", take, Permission.OWN_FILE, name="own:case_file"),
    post("/entries/{entry_id:uuid}/case-file", hand_out, Permission.REMEDY_FILE, name="entries:case_file"),
]
