"""A registered target, entries in effect, and the platform they go to."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.exchange import planner
from integrity_archive.exchange.links import Links
from integrity_archive.journal import readers

from .province import ADULTS, UNIVERSITY, Exchange, Sandbox, University, register, running


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    """A platform that knows the names of all invented adults."""
    with running(tmp_path / "province", population={adult.number: adult.name for adult in ADULTS}) as there:
        yield there


@pytest.fixture
async def university(database: object) -> University:
    organisation = await Organisation.create(
        kind=OrganisationKind.UNIVERSITY, name=UNIVERSITY.name, uscc=UNIVERSITY.uscc
    )
    clerk, reviewer = [
        await Account.create(organisation=organisation, login=login, password_hash="-", roles=[login])
        for login in ("clerk", "reviewer")
    ]
    await readers.enrol(planner.READER, planner.KINDS)
    return University(organisation, clerk, reviewer)


@pytest.fixture
async def exchange(university: University, sandbox: Sandbox) -> AsyncIterator[Exchange]:
    """The university's target is registered and reachable."""
    await register(sandbox)
    async with Links() as links:
        yield Exchange(links)
