"""The route table's rows. Each says who may come; a row without that decision cannot be written."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import wraps
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from integrity_archive.actors import Permission
from integrity_archive.bodies import limited
from integrity_archive.errors import Forbidden
from integrity_archive.settings import settings
from integrity_archive.web.forgery import require_token

Endpoint = Callable[[Request], Awaitable[Response]]
FORM_LIMIT = 1024 * 1024  # a form without files: far above any field, which then says itself what it takes


class Open(StrEnum):
    """Decisions that are no permission."""

    PUBLIC = "public"  # anybody
    SIGNED_IN = "signed in"  # anybody who has signed in, whatever the role


class Way(Route):
    """A path, what answers there, who may come, and how many files a form may bring."""

    def __init__(
        self, method: str, path: str, endpoint: Endpoint, needs: Permission | Open, *, name: str, files: int = 0
    ) -> None:
        self.needs, self.files = needs, files
        super().__init__(path, guard(endpoint, needs), methods=[method], name=name)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        # one file more than may come: a file that is a little too large is told beside its field, with the rest kept
        limit = FORM_LIMIT + (self.files + bool(self.files)) * settings().upload_limit
        await limited(super().handle, limit, scope, receive, send)


def get(path: str, endpoint: Endpoint, needs: Permission | Open, *, name: str) -> Way:
    return Way("GET", path, endpoint, needs, name=name)


def post(path: str, endpoint: Endpoint, needs: Permission | Open, *, name: str, files: int = 0) -> Way:
    return Way("POST", path, endpoint, needs, name=name, files=files)


def guard(endpoint: Endpoint, needs: Permission | Open) -> Endpoint:
    """Ask who comes, and for a change whether our own page sent it, before the endpoint hears of the request."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        if needs is not Open.PUBLIC and request.user is None:
            return to_sign_in(request)
        if isinstance(needs, Permission) and needs not in request.user.permissions:
            raise Forbidden()
        try:
            if request.method == "POST":
                await require_token(request)
            return await endpoint(request)
        finally:
            await request.close()  # the uploaded files

    return answer


def to_sign_in(request: Request) -> Response:
    """Sign in first, then come back to the page (never to a form that was being sent)."""
    back = "?" + urlencode({"next": request.url.path}) if request.method == "GET" else ""
    return RedirectResponse(request.app.url_path_for("sign_in:form") + back, 303)
