"""The interface assembled: every endpoint under /v1, its OpenAPI document, and the page that shows it."""

from pathlib import Path

import swagger_ui_bundle
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from integrity_archive.api import (
    appeals,
    catalogue,
    changes,
    complaints,
    consents,
    deliveries,
    entries,
    findings,
    inquiries,
    legacy,
    letters,
    objections,
    openapi,
    own,
    persons,
    quarantine,
    recipients,
    remedies,
    repairs,
    reports,
    representations,
    rosters,
    tasks,
)
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.handling import answering
from integrity_archive.api.refusals import MethodNotAllowed, handlers
from integrity_archive.bodies import limited
from integrity_archive.settings import settings

NOUNS = (
    persons,
    representations,
    rosters,
    entries,
    findings,
    changes,
    quarantine,
    legacy,
    own,
    consents,
    inquiries,
    letters,
    reports,
    deliveries,
    recipients,
    remedies,
    objections,
    appeals,
    repairs,
    complaints,
    tasks,
    catalogue,
)
ENDPOINTS: tuple[Endpoint, ...] = tuple(endpoint for noun in NOUNS for endpoint in noun.ENDPOINTS)
JSON_LIMIT = 256 * 1024
HERE = Path(__file__).parent / "page"
# Swagger UI fetches the document, and sets styles on what it draws
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SWAGGER = Path(swagger_ui_bundle.swagger_ui_path)


class Limited(Route):
    """The route of an endpoint; a body that is too large is refused by its stated length, else while it comes."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.files = bool(endpoint.files)
        super().__init__(endpoint.path, answering(endpoint), methods=[endpoint.method], name=endpoint.operation_id)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in (self.methods or ()):
            raise MethodNotAllowed(allowed=allowed(self.path))
        limit = JSON_LIMIT + self.files * settings().upload_limit
        await limited(super().handle, limit, scope, receive, send)


def allowed(path: str) -> str:
    """The methods of an address, which is in the table once for each."""
    methods = {one.method for one in ENDPOINTS if one.path == path}
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


async def openapi_document(request: Request) -> Response:
    return JSONResponse(openapi.document(ENDPOINTS, server="/api/v1"))


async def page(request: Request) -> Response:
    return FileResponse(HERE / "docs.html", headers={"Content-Security-Policy": POLICY})


def api() -> Starlette:
    """The application to mount at /api."""
    v1 = Router([Limited(one) for one in ENDPOINTS], redirect_slashes=False)
    return Starlette(
        routes=[
            Route("/openapi.json", openapi_document),
            Route("/docs", page),
            Route("/docs/start.js", lambda request: FileResponse(HERE / "start.js")),
            Mount("/docs/swagger", StaticFiles(directory=SWAGGER)),
            Mount("/v1", v1),
        ],
        exception_handlers=handlers,
    )
