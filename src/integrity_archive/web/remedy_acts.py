"""Acts on the page of one remedy: read the form, call the action, come back. Fields carry the act's name."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive.errors import Refusal
from integrity_archive.web.access import Endpoint
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed, below, typed

Call = Callable[[Request, UUID, Typed], Awaitable[Any]]
Shown = Callable[[Request], Awaitable[dict[str, Any]]]


def showing(template: str, shown: Shown) -> Endpoint:
    async def show(request: Request) -> Response:
        return page(request, template, **await shown(request), tried=None)

    return show


def done(call: Call, template: str, shown: Shown, *, route: str, parameter: str) -> Endpoint:
    """The handler of one act, which leads back to `route`."""
    act = call.__name__

    async def answer(request: Request) -> Response:
        form, id = await typed(request), request.path_params[parameter]
        here = request.app.url_path_for(route, **{parameter: id})
        try:
            await call(request, id, form.part(act))
        except Refusal as refusal:
            return again(request, template, below(act, refusal), form, here=here, **await shown(request), tried=act)
        return see(request, route, **{parameter: id})

    return answer
