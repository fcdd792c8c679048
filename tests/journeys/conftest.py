"""The journeys are walked by the visitors of the page tests, against the platform of the exchange tests; and some on a
database of their own that may die."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from integrity_archive import postgres
from integrity_archive.cluster import OWNER
from integrity_archive.database import connect, disconnect, migrate

from ..web.conftest import app, clerk, committee, opens, reviewer, secretary, university

__all__ = ["app", "clerk", "committee", "opens", "reviewer", "secretary", "university"]
POOL = 8


@pytest.fixture
def durable(tmp_path: Path) -> Iterator[postgres.EmbeddedPostgres]:
    """A server as it runs outside tests, of which this process is the supervisor."""
    embedded = postgres.EmbeddedPostgres(tmp_path / "home")
    embedded.start()
    yield embedded
    embedded.stop()
    postgres.remove(tmp_path / "home")


@pytest.fixture
async def archive(durable: postgres.EmbeddedPostgres) -> AsyncIterator[None]:
    server = durable.ensure_running()
    await migrate(server.url(OWNER))
    await connect(server.url(), pool=POOL)
    yield
    await disconnect()
