"""The public start page, and whether the service is alive and ready."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from integrity_archive.database import require_migrated
from integrity_archive.web import tabs
from integrity_archive.web.access import Open, get
from integrity_archive.web.pages import page


async def show(request: Request) -> Response:
    """Who has signed in is led to where the work is."""
    home = tabs.home(request.user) if request.user else "start"
    if home != "start" and "lang" not in request.query_params:
        return RedirectResponse(request.app.url_path_for(home), 303)
    return page(request, "start/show.html")


async def alive(request: Request) -> Response:
    return PlainTextResponse("ok")


async def ready(request: Request) -> Response:
    """Ready once the database answers and has every migration."""
    try:
        await require_migrated()
    except Exception:
        return PlainTextResponse("database", 503)
    return PlainTextResponse("ok")


routes = [
    get("/", show, Open.PUBLIC, name="start"),
    get("/livez", alive, Open.PUBLIC, name="livez"),
    get("/readyz", ready, Open.PUBLIC, name="readyz"),
]
