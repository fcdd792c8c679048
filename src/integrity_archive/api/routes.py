"""The interface assembled: every endpoint under /v1, its OpenAPI document, and the page that shows it."""

from pathlib import Path

import swagger_ui_bundle
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from integrity_archive.api import (
    catalogue,
    consents,
    deliveries,
    entries,
    inquiries,
    openapi,
    persons,
    reports,
    rosters,
    tasks,
)
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.handling import answering
from integrity_archive.api.refusals import handlers

NOUNS = (persons, rosters, entries, consents, inquiries, reports, deliveries, tasks, catalogue)
ENDPOINTS: tuple[Endpoint, ...] = tuple(endpoint for noun in NOUNS for endpoint in noun.ENDPOINTS)
HERE = Path(__file__).parent / "page"
# Swagger UI fetches the document, and sets styles on what it draws
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SWAGGER = Path(swagger_ui_bundle.swagger_ui_path)


async def openapi_document(request: Request) -> Response:
    return JSONResponse(openapi.document(ENDPOINTS, server="/api/v1"))


async def page(request: Request) -> Response:
    return FileResponse(HERE / "docs.html", headers={"Content-Security-Policy": POLICY})


def api() -> Starlette:
    """The application to mount at /api."""
    v1 = [Route(one.path, answering(one), methods=[one.method], name=one.operation_id) for one in ENDPOINTS]
    return Starlette(
        routes=[
            Route("/openapi.json", openapi_document),
            Route("/docs", page),
            Route("/docs/start.js", lambda request: FileResponse(HERE / "start.js")),
            Mount("/docs/swagger", StaticFiles(directory=SWAGGER)),
            Mount("/v1", routes=v1),
        ],
        exception_handlers=handlers,
    )
