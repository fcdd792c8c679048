"""Our few static files, and Bootstrap's style sheet from its wheel. Addresses change with the content."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from integrity_archive.errors import NotFound
from integrity_archive.web.access import Open, get
from integrity_archive.web.pages import place

FOR_EVER = "public, max-age=31536000, immutable"


async def serve(request: Request) -> Response:
    found = place(request.path_params["name"])
    if found is None:
        raise NotFound()
    return FileResponse(found, headers={"cache-control": FOR_EVER})


routes = [get("/static/{name}", serve, Open.PUBLIC, name="static")]
