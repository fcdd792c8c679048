"""The whole application in this process, and officers of an invented province who visit it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette

from integrity_archive import clock
from integrity_archive.accounts.actions import NewAccount, NewOrganisation, add_organisation, keep_account
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.app import create_app
from integrity_archive.people.actions import attach_account
from integrity_archive.settings import settings

from .addressed import reached_at
from .archive import Office, enrolled
from .browser import Browser

PASSWORD = "correct-horse-battery"
UNIVERSITY, COMMITTEE = "12149900999901014A", "11149900999901065M"


@dataclass(frozen=True)
class Officer:
    """Somebody with an account, signed in on a browser of his own."""

    actor: Actor
    browser: Browser


Opens = Callable[..., Awaitable[Officer]]


@cache
def password_hash() -> str:
    """One cheap hash for every account: what makes it slow is tested where passwords are."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@pytest.fixture
def app(database: object) -> Starlette:
    return create_app(settings())


@pytest.fixture
async def anybody(app: Starlette) -> AsyncIterator[Browser]:
    """A visitor who has not signed in."""
    browser = Browser(app)
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def https(app: Starlette) -> AsyncIterator[Browser]:
    """A visitor of an installation behind https."""
    with reached_at("https://archive.example") as url:
        browser = Browser(app, base=url)
        yield browser
        await browser.client.aclose()


@pytest.fixture
async def university(database: object) -> UUID:
    new = NewOrganisation(kind=OrganisationKind.UNIVERSITY, name="汾霁大学", uscc=UNIVERSITY)
    return (await add_organisation(new, by=SYSTEM, now=clock.now())).id


@pytest.fixture
async def committee(database: object) -> UUID:
    new = NewOrganisation(kind=OrganisationKind.COMMITTEE, name="励志奖学金评审委员会", uscc=COMMITTEE)
    return (await add_organisation(new, by=SYSTEM, now=clock.now())).id


@pytest.fixture
async def opens(app: Starlette) -> AsyncIterator[Opens]:
    """Opens an account and signs it in."""
    browsers: list[Browser] = []

    async def open_for(role: Role, organisation: UUID | None, login: str) -> Officer:
        new = NewAccount(login=login, name=login, password=PASSWORD, roles=[role], organisation=organisation)
        await keep_account(new, password_hash(), by=SYSTEM, now=clock.now())
        browsers.append(Browser(app))
        await browsers[-1].sign_in(login, PASSWORD)
        return Officer(await actor_of_login(login), browsers[-1])

    yield open_for
    for browser in browsers:
        await browser.client.aclose()


@pytest.fixture
async def clerk(opens: Opens, university: UUID) -> Officer:
    return await opens(Role.CLERK, university, "clerk")


@pytest.fixture
async def reviewer(opens: Opens, university: UUID) -> Officer:
    return await opens(Role.REVIEWER, university, "reviewer")


@pytest.fixture
async def secretary(opens: Opens, committee: UUID) -> Officer:
    return await opens(Role.COMMITTEE, committee, "secretary")


@pytest.fixture
def office(clerk: Officer, reviewer: Officer) -> Office:
    return Office(clerk.actor, reviewer.actor)


@pytest.fixture
async def person(clerk: Officer) -> UUID:
    """A student on the university's rolls."""
    return await enrolled(clerk.actor)


@pytest.fixture
async def subject(opens: Opens, person: UUID) -> Officer:
    """That student, signed in to the own archive."""
    student = await opens(Role.SUBJECT, None, "student")
    assert student.actor.account
    await attach_account(person, student.actor.account, by=SYSTEM, now=clock.now())
    return student
