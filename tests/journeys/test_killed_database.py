"""`kill -9` of PostgreSQL in the middle of commits: what was acknowledged is there afterwards, and nothing twice."""

import asyncio
import os
import random
import signal
from pathlib import Path
from time import monotonic, sleep
from uuid import UUID

import httpx2

from integrity_archive import postgres
from integrity_archive.accounts.actions import issue_api_key
from integrity_archive.actors import SYSTEM
from integrity_archive.app import create_app
from integrity_archive.clock import now
from integrity_archive.database import connect, disconnect
from integrity_archive.entries.models import Entry
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.settings import settings

from ..building import a_person, a_university, facts
from .conftest import POOL

CLIENTS, EACH, KILLS = POOL, 12, 3
PATIENCE = 60.0


async def test_what_was_acknowledged_survives_the_death_of_the_database(
    archive: None, durable: postgres.EmbeddedPostgres, tmp_path: Path
) -> None:
    office = await a_university()
    person = await a_person(office)
    assert office.clerk.account
    key = await issue_api_key(office.clerk.account, "test", by=SYSTEM, now=now())
    transport = httpx2.ASGITransport(app=create_app(settings()), raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {key}"}
    body = facts(person.id).model_dump(mode="json", exclude_none=True)

    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers) as client:
        working = [asyncio.create_task(drafts(client, body, each)) for each in range(CLIENTS)]
        for _ in range(KILLS):
            await asyncio.sleep(random.uniform(0.2, 0.6))
            await asyncio.to_thread(durable.ensure_running)
            await asyncio.to_thread(kill, tmp_path / "home")
        await asyncio.to_thread(durable.ensure_running)
        answers = await asyncio.wait_for(asyncio.gather(*working), PATIENCE)

    await disconnect()  # whatever the pool still holds of the dead server
    await connect((await asyncio.to_thread(durable.ensure_running)).url(), pool=2)
    acknowledged = [UUID(id) for ids in answers for id in ids]
    assert len(set(acknowledged)) == CLIENTS * EACH
    assert sorted(await Entry.all().values_list("id", flat=True)) == sorted(acknowledged)
    drafted = await Event.filter(kind=Kind.ENTRY_DRAFTED).values_list("entry", flat=True)
    assert sorted(drafted) == sorted(acknowledged)


async def drafts(client: httpx2.AsyncClient, body: dict[str, object], who: int) -> list[str]:
    """One client's entries, each asked for under one key until it is acknowledged."""
    made = []
    for number in range(EACH):
        until = monotonic() + PATIENCE
        while True:
            answer = await client.post("/api/v1/entries", json=body, headers={"Idempotency-Key": f"{who}-{number}"})
            if answer.status_code == 201:
                made.append(answer.json()["id"])
                break
            assert answer.status_code in (409, 503), answer.text
            assert monotonic() < until
            await asyncio.sleep(0.05)
    return made


def kill(home: Path) -> None:
    """The postmaster, as the machine's memory guard would; returns when it is dead."""
    pid = int((postgres.cluster.place(home).data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists():
        sleep(0.01)
