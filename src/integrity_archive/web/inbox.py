"""Letters at their reader's: the person's inbox, that of an organisation that was written to, and the public board."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue import terms
from integrity_archive.errors import NotFound
from integrity_archive.letters import actions, board, queries
from integrity_archive.web.access import Open, get, post
from integrity_archive.web.pages import page, see
from integrity_archive.web.replies import attachment

OWN, OFFICE = "/own/letters", "/inbox"

DOORS = ((OWN, Permission.OWN_FILE, "own_letters"), (OFFICE, Permission.DUTY_ACKNOWLEDGE, "inbox"))


async def listing(request: Request) -> Response:
    return page(request, "letters/inbox.html", letters=await queries.inbox(request.user), prefix=prefix(request))


async def show(request: Request) -> Response:
    """What lies in an envelope is shown once its reader has opened it: by a button, for a look ahead is no reading."""
    letter_id = request.path_params["letter_id"]
    line = next((one for one in await queries.inbox(request.user) if one.id == letter_id), None)
    if line is None:
        raise NotFound()
    if not line.opened:
        return page(request, "letters/sealed.html", line=line, prefix=prefix(request))
    read = await queries.read(letter_id, by=request.user, on=clock.present_day())
    return page(request, "letters/read.html", line=line, view=read, prefix=prefix(request))


async def open_letter(request: Request) -> Response:
    letter_id = request.path_params["letter_id"]
    await actions.open_letter(letter_id, by=request.user, now=clock.now())
    return see(request, f"{prefix(request)}:show", letter_id=letter_id)


async def pdf(request: Request) -> Response:
    return attachment(*await queries.pdf(request.path_params["letter_id"], by=request.user, on=clock.present_day()))


async def decision(request: Request) -> Response:
    return attachment(
        *await queries.decision(request.path_params["letter_id"], by=request.user, on=clock.present_day())
    )


async def withdraw_electronic(request: Request) -> Response:
    await actions.withdraw_electronic(by=request.user, now=clock.now())
    return see(request, "own_letters:list")


async def hanging(request: Request) -> Response:
    return page(request, "letters/board.html", notices=await board.hanging(), rule=terms.rule("letters.wait_public"))


def prefix(request: Request) -> str:
    return "own_letters" if request.user.person else "inbox"


routes = [
    get("/board", hanging, Open.PUBLIC, name="board"),
    post(f"{OWN}/on-paper", withdraw_electronic, Permission.OWN_FILE, name="own_letters:on_paper"),
    *(
        route
        for path, needs, name in DOORS
        for route in (
            get(path, listing, needs, name=f"{name}:list"),
            get(f"{path}/{{letter_id:uuid}}", show, needs, name=f"{name}:show"),
            post(f"{path}/{{letter_id:uuid}}/open", open_letter, needs, name=f"{name}:open"),
            get(f"{path}/{{letter_id:uuid}}/pdf", pdf, needs, name=f"{name}:pdf"),
            get(f"{path}/{{letter_id:uuid}}/decision", decision, needs, name=f"{name}:decision"),
        )
    ),
]
