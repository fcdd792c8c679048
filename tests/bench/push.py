"""`push`: entries/s from ready in the outbox to acknowledged by the sandbox province ÷ the same batches signed,
encrypted and posted by a bare client to a second platform of the same kind, three at a time as ours."""

import asyncio
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, time
from typing import Any
from uuid import UUID

import aiohttp

from integrity_archive import clock, guomi
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.cluster import Server
from integrity_archive.database import rows
from integrity_archive.exchange import batches, outbox, planner, wire
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.links import Links
from integrity_archive.exchange.models import Batch, Delivery
from integrity_archive.exchange.registration import Registration, load
from integrity_archive.journal import readers
from integrity_archive.sealing import vault

from ..exchange.province import ADULTS, UNIVERSITY, University, register, running
from .figure import Figure, of, seconds

ENTRIES, ROUNDS, LANES = 5000, 5, 3
WARM = 1000  # so that neither side opens its connections within a round


@dataclass(frozen=True)
class Content:
    """One batch as it was sent: its number and the clear text of its envelope."""

    number: str
    text: bytes


async def measure(server: Server, folder: Path) -> Figure:
    office = await university()
    names = {adult.number: adult.name for adult in ADULTS}
    with running(folder / "ours", population=names) as ours, running(folder / "bare", population=names) as bare:
        await register(ours)
        async with Links() as links:
            await one_round(office, links, load(bare.file), WARM)
            return of([await one_round(office, links, load(bare.file), ENTRIES) for _ in range(ROUNDS)], "entries/s")


async def university() -> University:
    organisation = await Organisation.get_or_none(uscc=UNIVERSITY.uscc) or await Organisation.create(
        kind=OrganisationKind.UNIVERSITY, name=UNIVERSITY.name, uscc=UNIVERSITY.uscc
    )
    officers = [
        await Account.create(organisation=organisation, login=f"push-{role}", password_hash="-", roles=[role])
        for role in ("clerk", "reviewer")
    ]
    await readers.enrol(planner.READER, planner.KINDS)
    return University(organisation, *officers)


async def one_round(office: University, links: Links, bare: Registration, entries: int) -> tuple[float, float]:
    earlier = await Batch.all().values_list("id", flat=True)
    for _ in range(entries // 500):
        await office.entries(500)
    await planner.plan(now=clock.now())
    ours = await seconds(outbox.send(links, now=clock.now()))
    assert await Delivery.filter(state=DeliveryState.RECEIVED, batch_id__not_in=earlier).count() == entries
    contents = [await content(batch) for batch in await Batch.exclude(id__in=earlier)]
    limit = await posted(contents, bare)
    return entries / ours, entries / limit


async def content(batch: Batch) -> Content:
    sent = await rows(batches.CONTENT, [batch.id])
    entries = b",".join(opened(message) for message in sent)
    head = {
        "batch_no": batch.number,
        "spec": wire.SPEC,
        "catalogue_edition": batch.edition,
        "sender": {"uscc": UNIVERSITY.uscc, "unit_code": UNIVERSITY.unit_code},
        "sent_at": "2026-11-24T10:15:00+08:00",
        "entry_count": len(sent),
        "digest_sm3": wire.triple_digest((row["number"], row["seq"], row["payload_hash"]) for row in sent),
    }
    return Content(batch.number, json.dumps(head).encode()[:-1] + b',"entries":[' + entries + b"]}")


def opened(message: dict[str, Any]) -> bytes:
    id: UUID = message["id"]
    return (
        vault()
        .unwrap(message["key"], message["wrapped"])
        .open(message["sealed"], place=f"exchange_delivery.sealed:{id}")
    )


async def posted(contents: list[Content], to: Registration) -> float:
    """What the wire and the platform allow: no database, no journal, no look at the answer but its status."""
    key = guomi.SigningKey(to.sender_signing.private_key_hex or "")
    waiting = list(contents)
    async with aiohttp.ClientSession() as session:

        async def lane() -> None:
            while waiting:
                await post(session, waiting.pop(), to, key)

        started = perf_counter()
        await asyncio.gather(*(lane() for _ in range(LANES)))
        return perf_counter() - started


async def post(session: aiohttp.ClientSession, batch: Content, to: Registration, key: guomi.SigningKey) -> None:
    body = await asyncio.to_thread(sealed, batch, to)
    headers = {
        "X-App-Id": to.app_id,
        "X-Key-Id": to.sender_signing.kid,
        "X-Timestamp": str(int(time() * 1000)),
        "X-Nonce": secrets.token_hex(16),
        "X-Idempotency-Key": batch.number,
        "Content-Type": "application/json",
    }
    fields = [headers[name] for name in ("X-App-Id", "X-Key-Id", "X-Timestamp", "X-Nonce", "X-Idempotency-Key")]
    text = "\n".join(["PPG1-REQ", "POST", "/ppg/v1/batches", "", *fields, guomi.sm3_hex(body)])
    headers["X-Sign"] = key.sign(text)
    async with session.post(f"{to.base_url}/ppg/v1/batches", data=body, headers=headers) as answer:
        assert answer.status == 202, await answer.text()


def sealed(batch: Content, to: Registration) -> bytes:
    encryption = to.platform_encryption
    envelope = wire.seal_envelope(
        batch.text, kid=encryption.kid, public_key=encryption.public_key, app_id=to.app_id, batch_no=batch.number
    )
    return json.dumps(envelope).encode()
