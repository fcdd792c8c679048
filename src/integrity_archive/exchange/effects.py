"""What receipts and notices do to deliveries, heads and tasks, in the running transaction (PPG/1.0 §3.4, §3.5).

A known number is dropped, and what no longer fits a delivery's state changes nothing: the platform delivers at least
once and in any order.
"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from uuid_utils.compat import uuid7

from integrity_archive.actors import SYSTEM
from integrity_archive.database import copy_rows, rows
from integrity_archive.exchange import notices, planner, rejections
from integrity_archive.exchange.feed_items import Notice, Receipt
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY, UNRESOLVED, DeliveryState
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.waits import Waits
from integrity_archive.journal.actions import Line, record_all
from integrity_archive.journal.kinds import Kind
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.sealing import vault

ACTS: dict[str, str] = {"PENDING": "pend", "ACCEPTED": "accept", "REJECTED": "reject"}
log = structlog.get_logger()

KNOWN_RECEIPTS = "select number from exchange_receipt where target_id = $1 and number = any($2::text[])"
KNOWN_NOTICES = "select number from exchange_platform_notice where target_id = $1 and number = any($2::text[])"
LOCK_HEADS = """
select h.id, h.number, h.last_seq, h.dirty, h.entry_id as entry, e.person_id as person,
    e.organisation_id as organisation, k.id as key, k.wrapped
from exchange_head h join entries_entry e on e.id = h.entry_id join sealing_key k on k.id = e.key_id
where h.target_id = $1 and h.number = any($2::text[]) order by h.id for update of h
"""
DELIVERIES = """
select d.id, d.seq, d.op, d.state, d.payload_hash, d.head_id as head, h.number as entry_no,
    b.id as batch, b.number as batch_no
from exchange_delivery d join exchange_batch b on b.id = d.batch_id join exchange_head h on h.id = d.head_id
where h.id = any($1::uuid[]) and d.state = any($2::text[])
"""
LOCK_BATCHES = "select id from exchange_batch where id = any($1::uuid[]) order by id for update"
MOVE = "update exchange_delivery set state = $2, state_since = $3 where id = any($1::uuid[])"
REJECT = """
update exchange_delivery d set state = $3, state_since = $4, errors = told.errors
from unnest($1::uuid[], $2::jsonb[]) as told (id, errors) where d.id = told.id
"""
ADVANCE = """
update exchange_head h set last_seq = told.seq, last_hash = told.hash, last_op = told.op, platform_entry_id = told.there
from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[]) as told (id, seq, hash, op, there)
where h.id = told.id
"""
CLEAN = "update exchange_head set dirty = false where id = any($1::uuid[])"
KNOWN_THERE = """
update exchange_batch set state = $3, next_at = $4 where id = any($1::uuid[]) and state = any($2::text[])
"""
FINISH = """
update exchange_batch b set state = $3 where id = any($1::uuid[]) and state = any($2::text[]) and not exists (
    select from exchange_delivery d where d.batch_id = b.id and d.state = any($4::text[]))
"""
RECEIPT_COLUMNS = (
    "id", "target_id", "number", "batch_number", "entry_number", "seq", "payload_hash", "status", "platform_entry_id",
    "duplicate", "errors", "at",
)  # fmt: skip
NOTICE_COLUMNS = ("id", "target_id", "number", "entry_number", "status", "reason", "at")


async def apply(target: Target, waits: Waits, receipts: list[Receipt], *, now: datetime) -> None:
    """Store new receipts and let them act, in the running transaction."""
    known = {row["number"] for row in await rows(KNOWN_RECEIPTS, [target.id, [r.receipt_no for r in receipts]])}
    fresh = [receipt for receipt in receipts if receipt.receipt_no not in known]
    if not fresh:
        return
    heads = {row["number"]: row for row in await rows(LOCK_HEADS, [target.id, sorted({r.entry_no for r in fresh})])}
    open_ones = await rows(DELIVERIES, [[head["id"] for head in heads.values()], sorted(UNRESOLVED)])
    touched = sorted({row["batch"] for row in open_ones})
    await rows(LOCK_BATCHES, [touched])
    by_place = {(row["batch_no"], row["entry_no"], row["seq"]): row for row in open_ones}
    await copy_rows("exchange_receipt", columns=RECEIPT_COLUMNS, records=[stored(target, r) for r in fresh])
    told: dict[UUID, tuple[dict[str, Any], Receipt]] = {}
    for receipt in sorted(fresh, key=lambda r: r.status != "PENDING"):  # a final receipt has the last word
        delivery = by_place.get((receipt.batch_no, receipt.entry_no, receipt.seq))
        if delivery is None:
            continue
        if receipt.payload_hash != delivery["payload_hash"]:
            log.error("alarm: a receipt speaks of another content", delivery=str(delivery["id"]))
        elif DeliveryState(delivery["state"]) is not DeliveryState.PENDING or receipt.status != "PENDING":
            told[delivery["id"]] = delivery, receipt
    await act(target, told, heads, now=now)
    silence = now + timedelta(seconds=waits.silence)
    there = sorted({delivery["batch"] for delivery, _ in told.values()})
    await rows(KNOWN_THERE, [there, BATCH.before("acknowledge"), BATCH.after("acknowledge"), silence])
    await rows(FINISH, [there, BATCH.before("finish"), BATCH.after("finish"), sorted(UNRESOLVED)])


async def act(
    target: Target, told: dict[UUID, tuple[dict[str, Any], Receipt]], heads: dict[str, dict[str, Any]], *, now: datetime
) -> None:
    """The effects on deliveries and heads. A batch with a receipt has been received, whatever its ack did."""
    by_status: dict[str, list[tuple[dict[str, Any], Receipt]]] = {"PENDING": [], "ACCEPTED": [], "REJECTED": []}
    for delivery, receipt in told.values():
        by_status[receipt.status].append((delivery, receipt))
    for status in ("PENDING", "ACCEPTED"):
        ids = [delivery["id"] for delivery, _ in by_status[status]]
        await rows(MOVE, [ids, DELIVERY.after(ACTS[status]), now])
    rejected = by_status["REJECTED"]
    errors = [json.dumps([fault.model_dump() for fault in receipt.errors]) for _, receipt in rejected]
    await rows(REJECT, [[delivery["id"] for delivery, _ in rejected], errors, DELIVERY.after("reject"), now])
    await advance(by_status["ACCEPTED"])
    there = [(heads[receipt.entry_no]["entry"], delivery) for delivery, receipt in by_status["ACCEPTED"]]
    reached = [(entry, delivery["id"]) for entry, delivery in there if delivery["op"] != "W"]
    await recipients.told_all(
        reached, recipient_kind=RecipientKind.PLATFORM, recipient=target.id, how=How.PUSH, now=now
    )
    await record_all(journal_lines(told.values(), heads), by=SYSTEM, now=now)
    await rejections.mended([delivery["id"] for delivery, _ in by_status["ACCEPTED"]], now=now)
    for delivery, receipt in rejected:
        head = heads[receipt.entry_no]
        await rejections.ask_to_mend(head["organisation"], delivery["id"], head["entry"], now=now)
    final = [heads[receipt.entry_no] for _, receipt in by_status["ACCEPTED"] + rejected]
    owed = await recipients.owed(RecipientKind.PLATFORM, target.id, [head["entry"] for head in final])
    changed = [head for head in final if head["dirty"] or head["entry"] in owed]
    await rows(CLEAN, [[head["id"] for head in changed]])
    await planner.plan_entries([head["entry"] for head in changed], now=now)


async def advance(accepted: list[tuple[dict[str, Any], Receipt]]) -> None:
    """The sequence number is consumed by acceptance, and by nothing else (§3.4)."""
    await rows(
        ADVANCE,
        [
            [delivery["head"] for delivery, _ in accepted],
            [delivery["seq"] for delivery, _ in accepted],
            [delivery["payload_hash"] for delivery, _ in accepted],
            [delivery["op"] for delivery, _ in accepted],
            [receipt.platform_entry_id for _, receipt in accepted],
        ],
    )


def journal_lines(told: Iterable[tuple[dict[str, Any], Receipt]], heads: dict[str, dict[str, Any]]) -> Iterable[Line]:
    for delivery, receipt in told:
        if receipt.status == "PENDING":
            continue
        head = heads[receipt.entry_no]
        yield Line(
            Kind.DELIVERY_ACCEPTED if receipt.status == "ACCEPTED" else Kind.DELIVERY_REJECTED,
            vault().unwrap(head["key"], head["wrapped"]),
            organisation=head["organisation"],
            person=head["person"],
            entry=head["entry"],
            about=delivery["id"],
            body={"receipt": receipt.receipt_no, "seq": receipt.seq, "codes": [fault.code for fault in receipt.errors]},
        )


def stored(target: Target, receipt: Receipt) -> tuple[Any, ...]:
    return (
        uuid7(),
        target.id,
        receipt.receipt_no,
        receipt.batch_no,
        receipt.entry_no,
        receipt.seq,
        receipt.payload_hash,
        receipt.status,
        receipt.platform_entry_id,
        receipt.duplicate,
        json.dumps([fault.model_dump() for fault in receipt.errors]),
        receipt.at,
    )


async def note(target: Target, told: list[Notice], *, now: datetime) -> None:
    """Record what the platform told of its own accord, and do what follows."""
    known = {row["number"] for row in await rows(KNOWN_NOTICES, [target.id, [n.notice_no for n in told]])}
    fresh = [notice for notice in told if notice.notice_no not in known]
    if not fresh:
        return
    heads = {row["number"]: row for row in await rows(LOCK_HEADS, [target.id, sorted({n.entry_no for n in fresh})])}
    ids = {notice.notice_no: uuid7() for notice in fresh}
    records = [(ids[n.notice_no], target.id, n.notice_no, n.entry_no, n.status, n.reason, n.at) for n in fresh]
    await copy_rows("exchange_platform_notice", columns=NOTICE_COLUMNS, records=records)
    lines = []
    for notice in fresh:
        if notice.status not in notices.STATUSES:
            log.error("alarm: a notice of unknown status", target=target.name, status=notice.status)
        if head := heads.get(notice.entry_no):
            key = vault().unwrap(head["key"], head["wrapped"])
            body = {"status": notice.status, "reason": notice.reason}
            who = {"organisation": head["organisation"], "person": head["person"], "entry": head["entry"]}
            lines.append(Line(Kind.PLATFORM_NOTICE_RECEIVED, key, about=ids[notice.notice_no], body=body, **who))
    await record_all(lines, by=SYSTEM, now=now)
    for notice in fresh:
        if head := heads.get(notice.entry_no):
            await notices.follow(head["entry"], notice.status, now=now)
