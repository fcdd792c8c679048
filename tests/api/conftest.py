"""The application in this process, and machines that call it with a key."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from uuid_utils.compat import uuid7

from integrity_archive.accounts.actions import issue_api_key
from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.app import create_app
from integrity_archive.settings import settings

from ..building import NOW, Office, a_university

Opens = Callable[[Actor], Awaitable["Machine"]]


class Machine:
    """A client with a key; creating requests get a fresh Idempotency-Key unless one is given."""

    def __init__(self, app: Starlette, token: str | None) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        self.client = httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1/api/v1", headers=headers)

    async def get(self, path: str, **options: Any) -> httpx2.Response:
        return await self.client.get(path, **options)

    async def post(self, path: str, json: Any = None, *, key: str | None = None, **options: Any) -> httpx2.Response:
        headers = {"Idempotency-Key": key or uuid7().hex} | options.pop("headers", {})
        return await self.client.post(path, json=json, headers=headers, **options)


@pytest.fixture
def app(database: object) -> Starlette:
    return create_app(settings())


@pytest.fixture
async def opens(app: Starlette) -> AsyncIterator[Opens]:
    machines: list[Machine] = []

    async def open_for(actor: Actor) -> Machine:
        assert actor.account
        token = await issue_api_key(actor.account, "test", by=SYSTEM, now=NOW)
        machines.append(Machine(app, token))
        return machines[-1]

    yield open_for
    for machine in machines:
        await machine.client.aclose()


@pytest.fixture
async def nobody(app: Starlette) -> AsyncIterator[Machine]:
    machine = Machine(app, None)
    yield machine
    await machine.client.aclose()


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def clerk(opens: Opens, office: Office) -> Machine:
    return await opens(office.clerk)


@pytest.fixture
async def reviewer(opens: Opens, office: Office) -> Machine:
    return await opens(office.reviewer)
