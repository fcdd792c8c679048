"""`inquiry`: p50 of a registered, consented inquiry over HTTP ÷ a bare Starlette route on the same kind of server that
runs the same statements in one transaction; `inquiry_p99` the same of the slowest in a hundred."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from statistics import median, quantiles
from typing import Any
from uuid import UUID

import aiohttp
import asyncpg
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from uuid_utils.compat import uuid7

from integrity_archive.accounts.actions import issue_api_key
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.app import create_app
from integrity_archive.cluster import Server
from integrity_archive.inquiries.actions import GiveConsent, give_consent
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.inquiries.models import Consent
from integrity_archive.people.queries import particulars
from integrity_archive.settings import settings

from ..building import NOW, a_person, a_university, an_effective_entry, an_officer, an_organisation, as_the_person
from . import ground
from .figure import Figure, in_turns
from .record import Statement, as_id, listening_to

Point = Callable[[Sequence[float]], float]
ASKED, WARM = 1000, 50


async def measure(server: Server) -> dict[str, Figure]:
    office = await a_university(which=2)
    person = await a_person(office)
    await an_effective_entry(office, person)
    committee = await an_organisation(OrganisationKind.COMMITTEE)
    secretary = await an_officer(committee, Role.COMMITTEE)
    consent = GiveConsent(organisation=committee.id, purpose=Purpose.SCHOLARSHIP, uses=1)
    given = await give_consent(consent, by=await as_the_person(person), now=NOW)
    await Consent.filter(id=given.id).update(uses_left=10**6, valid_until=NOW.date() + timedelta(365))
    assert secretary.account
    key = await issue_api_key(secretary.account, "bench", by=SYSTEM, now=NOW)
    known = await particulars(person.id)
    question = {"number": known.number, "name": known.name, "purpose": "SCHOLARSHIP"}
    async with served(create_app(settings())) as ours, aiohttp.ClientSession() as session:
        script: list[Statement] = []
        with listening_to(script):
            await asked(session, ours, key, question)
        async with bare_route(server, script) as bare:
            taken = await in_turns(
                lambda: asked(session, ours, key, question),
                lambda: asked(session, bare, key, question),
                rounds=WARM + ASKED,
            )
    mine, limit = zip(*taken[WARM:], strict=True)
    return {"inquiry": of_all(median, mine, limit), "inquiry_p99": of_all(p99, mine, limit)}


def of_all(point: Point, ours: Sequence[float], limit: Sequence[float]) -> Figure:
    """One point of both distributions."""
    return Figure(1000 * point(ours), 1000 * point(limit), point(ours) / point(limit), "ms")


def p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[-1]


async def asked(session: aiohttp.ClientSession, url: str, key: str, question: dict[str, str]) -> None:
    headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": uuid7().hex}
    async with session.post(f"{url}/api/v1/inquiries", json=question, headers=headers) as answer:
        assert answer.status == 201, await answer.text()
        await answer.read()


@contextlib.asynccontextmanager
async def served(app: Any) -> AsyncIterator[str]:
    """The application on a free port, as `serve` runs it."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, http="httptools", lifespan="off", log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    await serving


@contextlib.asynccontextmanager
async def bare_route(server: Server, script: list[Statement]) -> AsyncIterator[str]:
    """One route that runs the statements of an inquiry, with fresh ids, and answers as many bytes."""
    pool = await asyncpg.create_pool(**ground.credentials(server.url()), min_size=1, max_size=ground.POOL)
    plain = [one for one in script if one.values]

    async def answer(request: Request) -> JSONResponse:
        await request.json()
        fresh: dict[UUID, UUID] = {}
        event = -uuid7().int % 2**62
        async with pool.acquire() as line, line.transaction():
            for statement in plain:
                await line.fetch(statement.query, *renewed(statement, fresh, event))
        return JSONResponse({"entries": ["x" * 300]}, 201)

    async with served(Starlette(routes=[Route("/api/v1/inquiries", answer, methods=["POST"])])) as url:
        yield url
    await pool.close()


def renewed(statement: Statement, fresh: dict[UUID, UUID], event: int) -> list[Any]:
    """What an INSERT writes gets new ids; what a SELECT asks for stays."""
    if not statement.query.lstrip().lower().startswith("insert"):
        return list(statement.values)
    if first := as_id(statement.values[0]):
        fresh.setdefault(first, uuid7())
    values = [type(value)(str(fresh.get(id, id))) if (id := as_id(value)) else value for value in statement.values]
    if "inquiries_inquiry" in statement.query:
        values[1] = event
    if "accounts_reply" in statement.query:
        values = [uuid7().hex if isinstance(value, str) and len(value) == 32 else value for value in values]
    return values
