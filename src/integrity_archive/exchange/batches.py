"""Batches in the database: claimed, leased, settled; each step one short transaction, none across the network."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.database import rows, tx
from integrity_archive.entries.visibility import over_sql
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY, BatchState
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.waits import CHINA
from integrity_archive.exchange.wire import BATCH_ENTRIES

CONTENT_BYTES = 3_000_000  # in Base64 inside its envelope still below the contract's limit for a body
MOST_LOST = 4  # so many batches without an answer: the platform is taken to be down, and no new ones are begun

READY_UNITS = """
select u.id as unit from exchange_unit u
where u.target_id = $1 and exists (select from exchange_delivery d where d.unit_id = u.id and d.state = 'ready')
    and not exists (select from exchange_batch b where b.unit_id = u.id and b.state = 'refused' and b.next_at > $2)
"""
LOST = "select count(*) as batches from exchange_batch where target_id = $1 and state = 'unknown'"
# What may not be shown any more is not sent, whether the planner has looked at it already or not.
READY_MESSAGES = f"""
select d.id, length(d.sealed) as size
from exchange_delivery d join exchange_head h on h.id = d.head_id join entries_entry e on e.id = h.entry_id
where d.unit_id = $1 and d.state = 'ready' and (d.op = 'W' or (e.state = 'effective' and not {over_sql("$3")}))
order by d.state_since, d.id limit $2 for update of d skip locked
"""
COUNT = """
update exchange_target set batch_count = case when batch_day = $2 then batch_count + 1 else 1 end, batch_day = $2
where id = $1 returning batch_count
"""
BEGIN = """
insert into exchange_batch (id, target_id, unit_id, number, state, edition, attempts, made_at, next_at, leased_until)
values ($1, $2, $3, $4, 'ready', $5, 0, $6, $6, clock_timestamp() + $7 * interval '1 second')
returning leased_until
"""
PUT_IN = "update exchange_delivery set state = $3, state_since = $4, batch_id = $2 where id = any($1::uuid[])"
DUE = """
select id, number, unit_id as unit, edition, attempts, made_at, last_unknown_at, refusal, state, leased_until
from exchange_batch
where target_id = $1 and state in ('ready', 'sent', 'unknown') and next_at <= $2
    and (leased_until is null or leased_until <= clock_timestamp())
order by next_at limit 1 for update skip locked
"""
LEASE = """
update exchange_batch set state = $2, last_unknown_at = $3, leased_until = clock_timestamp() + $4 * interval '1 second'
where id = $1 returning leased_until
"""
CONTENT = """
select d.id, d.sealed, h.number, d.seq, d.payload_hash, k.id as key, k.wrapped
from exchange_delivery d join exchange_head h on h.id = d.head_id
join entries_entry e on e.id = h.entry_id join sealing_key k on k.id = e.key_id
where d.batch_id = $1 order by d.id
"""
SENDER = "select uscc, unit_code from exchange_unit where id = $1"
MOVE = "update exchange_delivery set state = $3, state_since = $4 where batch_id = $1 and state = any($2::text[])"
RELEASE = """
update exchange_delivery set state = $3, state_since = $4, batch_id = null
where batch_id = $1 and state = any($2::text[])
"""


@dataclass(frozen=True)
class Taken:
    """A batch this worker alone may send until its lease ends; `content` are the sealed messages in order."""

    id: UUID
    number: str
    unit: UUID
    edition: str
    attempts: int
    made_at: datetime
    last_unknown_at: datetime | None
    refusal: str | None
    leased_until: datetime
    sender: dict[str, str]
    content: list[dict[str, Any]]


async def take(target: Target, *, lease: float, now: datetime) -> Taken | None:
    """A batch to send: one whose time has come again, else a new one; None if there is nothing to do."""
    return await take_again(target, lease=lease, now=now) or await take_new(target, lease=lease, now=now)


@tx
async def take_again(target: Target, *, lease: float, now: datetime) -> Taken | None:
    due = await rows(DUE, [target.id, now])
    if not due:
        return None
    batch = due[0]
    state, unknown_at = BatchState(batch["state"]), batch["last_unknown_at"]
    if state is BatchState.SENT:
        # Its sender died: the request may have left at any moment until the lease ended.
        state, unknown_at = BatchState.UNKNOWN, max(batch["leased_until"], unknown_at or batch["leased_until"])
        await move(batch["id"], "lose", now=now)
    [leased] = await rows(LEASE, [batch["id"], state, unknown_at, lease])
    return await taken(batch | leased | {"last_unknown_at": unknown_at})


@tx
async def take_new(target: Target, *, lease: float, now: datetime) -> Taken | None:
    assert target.edition
    [lost] = await rows(LOST, [target.id])
    units = await rows(READY_UNITS, [target.id, now]) if lost["batches"] < MOST_LOST else []
    for unit in (row["unit"] for row in units):
        chosen = within(await rows(READY_MESSAGES, [unit, BATCH_ENTRIES, clock.today(now)]), CONTENT_BYTES)
        if not chosen:
            continue
        day = now.astimezone(CHINA).date()
        [counted] = await rows(COUNT, [target.id, day])
        id, edition = uuid7(), target.edition["edition"]
        number = batch_number(target.batch_prefix, day, counted["batch_count"])
        [leased] = await rows(BEGIN, [id, target.id, unit, number, edition, now, lease])
        await rows(PUT_IN, [chosen, id, DELIVERY.after("send"), now])
        fresh = {"attempts": 0, "made_at": now, "last_unknown_at": None, "refusal": None}
        return await taken({"id": id, "number": number, "unit": unit, "edition": edition} | fresh | leased)
    return None


async def taken(batch: dict[str, Any]) -> Taken:
    [sender] = await rows(SENDER, [batch["unit"]])
    content = await rows(CONTENT, [batch["id"]])
    return Taken(**{name: value for name, value in batch.items() if name != "state"}, sender=sender, content=content)


def batch_number(prefix: str, day: date, count: int) -> str:
    """§2: prefix, day at UTC+08:00, counter; never used twice."""
    return f"{prefix}-{day:%Y%m%d}-{count:06d}"


def within(messages: list[dict[str, Any]], most: int) -> list[UUID]:
    """As many as fit into one body; the first always."""
    size = 0
    chosen: list[UUID] = []
    for message in messages:
        size += message["size"]
        if chosen and size > most:
            break
        chosen.append(message["id"])
    return chosen


async def go_on_wire(batch: Taken) -> Taken | None:
    """The last step before the request; None if the batch has been received meanwhile, as a receipt told."""
    sent = await rows(
        "update exchange_batch set state = $3, attempts = attempts + 1 "
        "where id = $1 and state = any($2::text[]) and leased_until = $4 returning attempts",
        [batch.id, BATCH.before("send"), BATCH.after("send"), batch.leased_until],
    )
    return replace(batch, attempts=sent[0]["attempts"]) if sent else None


async def move(batch: UUID, act: str, *, now: datetime) -> None:
    """Take all deliveries of a batch for which the act is possible one step on."""
    await rows(MOVE, [batch, DELIVERY.before(act), DELIVERY.after(act), now])


async def release(batch: UUID, *, now: datetime) -> None:
    """The batch was refused: its deliveries are ready for another one."""
    await rows(RELEASE, [batch, DELIVERY.before("refuse"), DELIVERY.after("refuse"), now])
