"""Sends what is ready, at least once under a stable number, until the platform has answered (PPG/1.0 §3.3).

claim (committed) → on the wire → settle. A worker that dies in between leaves a batch whose lease ends; whoever takes
it then sends the same content under the same number, and the platform knows it by that.
"""

import asyncio
import json
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import structlog

from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import hours
from integrity_archive.database import rows, tx
from integrity_archive.exchange import batches, editions, wire
from integrity_archive.exchange.batches import Taken
from integrity_archive.exchange.connectors.outcome import Answered, Outcome, Refused, Unknown
from integrity_archive.exchange.connectors.service import AT_ONCE, Service
from integrity_archive.exchange.lifecycle import BATCH, BatchState
from integrity_archive.exchange.links import Links
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.waits import CHINA, DELAYED_REQUEST, Waits, may_be_refused
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.killpoints import reach
from integrity_archive.sealing import vault
from integrity_archive.settings import settings

LANES = 3  # one batch is on the wire while the next is being sealed
NOT_RECEIVED, EDITION_CHANGED, NUMBER_TAKEN = "E1107", "E1106", "E1104"
log = structlog.get_logger()

HOLD = "select state from exchange_batch where id = $1 and leased_until = $2 for update"
SETTLE = """
update exchange_batch set state = $2, next_at = $3, last_unknown_at = $4, refusal = $5, leased_until = null
where id = $1
"""
UNFINISHED = """
select count(*) as messages from exchange_delivery
where batch_id = $1 and state in ('sent', 'unknown', 'received', 'pending')
"""
REFUSED_IN_A_ROW = """
select count(*) as times from exchange_batch where unit_id = $1 and state = 'refused' and made_at > coalesce(
    (select max(made_at) from exchange_batch where unit_id = $1 and state in ('received', 'done')), '-infinity')
"""


async def send(links: Links, *, now: datetime) -> int:
    """Send all that is ready or due again, to every target; returns the number of batches."""
    return await links.with_each(send_to, now=now)


async def send_to(target: Target, link: Service, now: datetime) -> int:
    if target.edition is None and not await editions.refresh(link, target, now=now):
        return 0
    return sum(await asyncio.gather(*(lane(target, link, now=now) for _ in range(LANES))))


async def lane(target: Target, link: Service, *, now: datetime) -> int:
    """Batch after batch, until nothing is left or an answer fails to come."""
    done, started = 0, monotonic()
    lease = max(settings().exchange_lease, 2 * link.waits.timeout)
    while True:
        moment = now + timedelta(seconds=monotonic() - started)
        ends = monotonic() + lease
        batch = await batches.take(target, lease=lease, now=moment)
        if batch is None:
            return done
        reach("outbox.after_claim")
        outcome = await carry(target, link, batch, ends=ends)
        if outcome is None:
            continue
        reach("outbox.after_send")
        await settle(target, link.waits, batch, outcome)
        done += 1
        if isinstance(outcome, Refused) and outcome.code == EDITION_CHANGED:
            await editions.refresh(link, target, now=outcome.at)
        if isinstance(outcome, Unknown):
            return done


async def carry(target: Target, link: Service, batch: Taken, *, ends: float) -> Outcome | None:
    """The one request this batch may have open now; a refusal in doubt is asked about instead of tried again."""
    if batch.refusal is not None:
        return await link.batch(batch.number)
    body = await asyncio.to_thread(envelope, link, batch)
    if monotonic() + link.waits.timeout >= ends:
        return None  # too late to be alone with it: whoever takes it next sends it
    on_wire = await batches.go_on_wire(batch)
    if on_wire is None:
        return None
    return acknowledged(batch, await link.submit(batch.number, body))


def envelope(link: Service, batch: Taken) -> bytes:
    """The sealed batch (§3.3): the messages go in byte for byte as they were planned."""
    to = link.registration.platform_encryption
    sealed = wire.seal_envelope(
        plaintext(batch), kid=to.kid, public_key=to.public_key, app_id=link.registration.app_id, batch_no=batch.number
    )
    return json.dumps(sealed).encode()


def plaintext(batch: Taken) -> bytes:
    entries = []
    for message in batch.content:
        key = vault().unwrap(message["key"], message["wrapped"])
        entries.append(key.open(message["sealed"], place=f"exchange_delivery.sealed:{message['id']}"))
    head: dict[str, Any] = {
        "batch_no": batch.number,
        "spec": wire.SPEC,
        "catalogue_edition": batch.edition,
        "sender": batch.sender,
        "sent_at": batch.made_at.astimezone(CHINA).isoformat(timespec="seconds"),
        "entry_count": len(entries),
        "digest_sm3": digest(batch),
    }
    return json.dumps(head).encode()[:-1] + b',"entries":[' + b",".join(entries) + b"]}"


def digest(batch: Taken) -> str:
    return wire.triple_digest((row["number"], row["seq"], row["payload_hash"]) for row in batch.content)


def acknowledged(batch: Taken, outcome: Outcome) -> Outcome:
    """An ack is one only if it speaks of what was sent."""
    if isinstance(outcome, Answered):
        told = (outcome.body.get("batch_no"), outcome.body.get("entry_count"), outcome.body.get("digest_sm3"))
        if told != (batch.number, len(batch.content), digest(batch)):
            return Unknown("an ack of something else", outcome.at)
    return outcome


@tx
async def settle(target: Target, waits: Waits, batch: Taken, outcome: Outcome) -> None:
    """Write down what the answer means; if the lease was lost, whoever took the batch over will do that."""
    held = await rows(HOLD, [batch.id, batch.leased_until])
    if not held:
        log.warning("lease lost before the answer was settled", batch=batch.number)
        return
    if BatchState(held[0]["state"]) in (BatchState.RECEIVED, BatchState.DONE):  # a receipt was faster than the ack
        await rows("update exchange_batch set leased_until = null where id = $1", [batch.id])
    elif isinstance(outcome, Answered):
        await received(waits, batch, outcome)
    elif isinstance(outcome, Unknown):
        await lost(waits, batch, outcome)
    elif outcome.code in AT_ONCE:
        await postponed(waits, batch, outcome)
    elif batch.refusal is not None and outcome.code != NOT_RECEIVED:
        await lost(waits, batch, Unknown(outcome.code, outcome.at), asked=True)
    elif may_be_refused(batch.last_unknown_at, outcome.at) and (
        batch.last_unknown_at is None or batch.refusal is not None
    ):
        await refused(target, waits, batch, outcome)
    else:
        await in_doubt(batch, outcome)
    reach("outbox.before_settle")


async def received(waits: Waits, batch: Taken, outcome: Answered) -> None:
    await batches.move(batch.id, "acknowledge", now=outcome.at)
    [unfinished] = await rows(UNFINISHED, [batch.id])
    state = BATCH.after("acknowledge") if unfinished["messages"] else BATCH.after("finish")
    ask_at = outcome.at + timedelta(seconds=waits.silence)
    await rows(SETTLE, [batch.id, state, ask_at, batch.last_unknown_at, None])


async def lost(waits: Waits, batch: Taken, outcome: Unknown, *, asked: bool = False) -> None:
    """The platform may have it: the same number again, later. A lost question does not make the batch less certain."""
    await batches.move(batch.id, "lose", now=outcome.at)
    asking = asked or batch.refusal is not None
    unknown_at = batch.last_unknown_at if asking else outcome.at
    next_at = outcome.at + waits.after(batch.attempts + 1, asked=outcome.wait)
    await rows(SETTLE, [batch.id, BATCH.after("lose"), next_at, unknown_at, batch.refusal])
    log.warning("no valid answer", batch=batch.number, reason=outcome.reason, again_at=next_at.isoformat())
    if outcome.at - batch.made_at > hours("exchange", "undelivered"):
        log.error("alarm: a batch has been without an answer for 72 hours", batch=batch.number)


async def postponed(waits: Waits, batch: Taken, outcome: Refused) -> None:
    """Our clock or a nonce was refused again and again: nothing changed there, and the batch keeps its number."""
    state = BATCH.after("postpone") if batch.last_unknown_at is None else BATCH.after("lose")
    next_at = outcome.at + waits.after(batch.attempts + 1)
    await rows(SETTLE, [batch.id, state, next_at, batch.last_unknown_at, batch.refusal])
    log.error("alarm: the platform refuses our clock or nonce", batch=batch.number, code=outcome.code)


async def refused(target: Target, waits: Waits, batch: Taken, outcome: Refused) -> None:
    """Nothing of this batch is at the platform, and nothing can still arrive there."""
    code = batch.refusal or outcome.code
    await batches.release(batch.id, now=outcome.at)
    [before] = await rows(REFUSED_IN_A_ROW, [batch.unit])
    times = before["times"]
    at_once = code == NUMBER_TAKEN or (code == EDITION_CHANGED and times == 0)
    next_at = outcome.at if at_once else outcome.at + waits.after(times + 1)
    await rows(SETTLE, [batch.id, BatchState.REFUSED, next_at, batch.last_unknown_at, code])
    await record(Kind.BATCH_REFUSED, by=SYSTEM, now=outcome.at, about=batch.id, number=batch.number, code=code)
    log.error("alarm: batch refused", target=target.name, batch=batch.number, code=code)


async def in_doubt(batch: Taken, outcome: Refused) -> None:
    """Refused, but an earlier attempt may still arrive: asked about when it no longer can."""
    assert batch.last_unknown_at
    next_at = max(outcome.at, batch.last_unknown_at + DELAYED_REQUEST)
    code = batch.refusal or outcome.code
    await rows(SETTLE, [batch.id, BATCH.after("lose"), next_at, batch.last_unknown_at, code])
    log.warning("refused, but perhaps received before", batch=batch.number, code=code)
