"""An act on the page of one thing: read the form, call the action, come back to the page.

The fields of its form carry the act's name (`serve.method`), so that each is the only one of its kind on the page and a
fault opens the right form.
"""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive.errors import Refusal
from integrity_archive.web.access import Endpoint
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed, below, typed

Call = Callable[[Request, UUID, Typed], Awaitable[Response | None]]
Shown = Callable[[Request], Awaitable[dict[str, Any]]]


def showing(template: str, shown: Shown) -> Endpoint:
    """The handler of the page itself: no act has been tried."""

    async def show(request: Request) -> Response:
        return page(request, template, **await shown(request) | {"tried": None})

    return show


def done(call: Call, template: str, shown: Shown, *, route: str, parameter: str) -> Endpoint:
    """The handler of one act, which leads back to `route` unless it answers with a way of its own."""
    act = call.__name__

    async def answer(request: Request) -> Response:
        form, id = await typed(request), request.path_params[parameter]
        here = request.app.url_path_for(route, **{parameter: id})
        try:
            elsewhere = await call(request, id, form.part(act))
        except Refusal as refusal:
            known = await shown(request) | {"tried": act}
            return again(request, template, below(act, refusal), form, here=here, **known)
        return elsewhere or see(request, route, **{parameter: id})

    return answer
