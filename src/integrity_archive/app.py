"""The web service assembled: routes, middleware, and the database open while it runs. Decides nothing."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount

from integrity_archive import clock, database, postgres
from integrity_archive.api.routes import api
from integrity_archive.catalogue import registry
from integrity_archive.catalogue.actions import adopt_shipped
from integrity_archive.cluster import OWNER
from integrity_archive.garbage import collect_seldom
from integrity_archive.paper import fonts
from integrity_archive.paper.coverage import announcement, gaps
from integrity_archive.sealing import vault
from integrity_archive.settings import Settings, settings
from integrity_archive.web import (
    appeals,
    case_file,
    catalogue,
    changes,
    complaints,
    consents,
    deadlines,
    deliveries,
    desk,
    entries,
    filings,
    findings,
    inbox,
    inquiries,
    legacy,
    letters,
    objections,
    own,
    people,
    put_away,
    quarantine,
    receipts,
    recipients,
    refusals,
    remedies,
    repairs,
    representations,
    rosters,
    sign_in,
    start,
    static_files,
    verify,
)
from integrity_archive.web.access import FORM_LIMIT
from integrity_archive.web.forgery import SameOrigin
from integrity_archive.web.headers import SafeHeaders
from integrity_archive.web.visitor import Visitor

PAGES = (
    start,
    sign_in,
    desk,
    deadlines,
    people,
    representations,
    receipts,
    rosters,
    entries,
    changes,
    findings,
    legacy,
    quarantine,
    put_away,
    deliveries,
    inquiries,
    letters,
    recipients,
    inbox,
    own,
    consents,
    case_file,
    filings,
    remedies,
    objections,
    appeals,
    repairs,
    complaints,
    verify,
    catalogue,
    static_files,
)
log = structlog.get_logger()
DRAIN = 30  # seconds that running requests are given when the service is told to stop


def create_app(given: Settings, *, database_url: str | None = None) -> Starlette:
    """The whole service. With `database_url` it opens and closes its pool; without one, its caller has done so."""
    # An upload stays in memory, under its size limit: no document ever lies in the clear in a temporary file.
    MultiPartParser.spool_max_size = given.upload_limit + FORM_LIMIT

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        if database_url:
            await database.connect(database_url, pool=given.database_pool, application="integrity-archive-web")
            await database.require_migrated()
            await adopt_shipped(now=clock.now())
        refreshing = asyncio.create_task(keep_refreshing()) if database_url else None
        yield
        if refreshing:
            refreshing.cancel()
            with suppress(asyncio.CancelledError):
                await refreshing
            await database.disconnect()

    return Starlette(
        routes=routes(),
        middleware=[Middleware(SafeHeaders), Middleware(SameOrigin), Middleware(Visitor)],
        exception_handlers=refusals.handlers,
        lifespan=lifespan,
    )


async def keep_refreshing() -> None:
    """What another process adopted or imported is known here soon after."""
    while True:
        await asyncio.sleep(registry.REFRESH_EVERY)
        try:
            await registry.refresh()
        except Exception as wrong:
            log.error("catalogue not refreshed", error=type(wrong).__name__)


def routes() -> list[BaseRoute]:
    """The JSON interface, in front because routes are tried in order; and every page."""
    return [Mount("/api", app=api()), *(route for noun in PAGES for route in noun.routes)]


def warn_of_gaps(given: Settings) -> None:
    """Say in one line at the start which names the configured fonts cannot draw; `check` lists the characters."""
    if found := gaps(fonts.load(given.fallback_fonts)):
        log.warning(announcement(found, given.fallback_fonts))


def serve(*, host: str, port: int, fd: int | None) -> None:
    """Run until told to stop; starts the embedded database where no other is set."""
    given = settings()
    vault()  # no page is served before the master key has been read
    warn_of_gaps(given)
    with ExitStack() as stack:
        if not given.database_url:
            embedded = stack.enter_context(postgres.EmbeddedPostgres(given.home))
            asyncio.run(database.migrate(embedded.url(OWNER)))  # nobody else could: it runs only while we do
        app = create_app(given, database_url=postgres.address())
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            loop="uvloop",
            http="httptools",
            proxy_headers=False,
            server_header=False,
            access_log=False,
            log_level=given.log_level.lower(),
            timeout_graceful_shutdown=DRAIN,
        )
        bound = [socket.socket(fileno=fd)] if fd is not None else None
        collect_seldom()
        uvicorn.Server(config).run(sockets=bound)
