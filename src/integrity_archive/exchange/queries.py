"""What stands in the outbox and what came back, for those who may see it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows
from integrity_archive.errors import NotFound
from integrity_archive.exchange import clocks
from integrity_archive.exchange.explain import Explanation, explain
from integrity_archive.exchange.lifecycle import DELIVERY, DeliveryState
from integrity_archive.exchange.payload import pushable

ROWS = """
select d.id, d.state, d.state_since, d.seq, d.op, d.reason, d.errors, h.number, h.entry_id as entry,
    h.platform_entry_id, e.organisation_id as organisation, t.name as target, b.number as batch
from exchange_delivery d
join exchange_head h on h.id = d.head_id
join exchange_target t on t.id = h.target_id
join entries_entry e on e.id = h.entry_id
left join exchange_batch b on b.id = d.batch_id
"""
NEWEST_FIRST = " order by d.state_since desc, d.id desc limit {limit}"
PAGE = " where e.organisation_id = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit $3"
UNSENT_TO = """
select t.name as target, u.catalogue_items as items, e.record_type, e.severity, e.state, e.final_on, e.told_on,
    e.consented_on, e.display_until
from exchange_target t join entries_entry e on e.id = $1
left join exchange_unit u on u.target_id = t.id and u.organisation_id = e.organisation_id
where e.state = 'effective' and not e.suspended and not exists (
    select from exchange_head h join exchange_delivery d on d.head_id = h.id
    where h.target_id = t.id and h.entry_id = e.id)
order by t.name
"""
RECEIPTS = """
select r.number, r.batch_number as batch, r.status, r.duplicate, r.errors, r.at
from exchange_receipt r join exchange_head h on h.target_id = r.target_id and h.number = r.entry_number
join exchange_delivery d on d.head_id = h.id and d.seq = r.seq
where d.id = $1 order by r.at, r.number
"""
NAMES = "select id, name from exchange_target where id = any($1::uuid[])"
COUNTS = "select state, count(*) as deliveries from exchange_delivery group by state"
UNPLANNED = """
select coalesce(e.number, 'event ' || p.event_seq) as number
from journal_pending p join journal_event v on v.seq = p.event_seq left join entries_entry e on e.id = v.entry
where p.reader = 'exchange' and (e.id is null or e.state = 'effective') order by p.event_seq limit 500
"""
OPEN = " where d.state not in ('accepted', 'rejected', 'held', 'dropped') order by d.state_since, d.id limit 500"
UNSENT = """
select e.record_type, e.severity, e.state, e.final_on, e.told_on, e.consented_on, e.display_until
from entries_entry e where e.state = 'effective' and not e.suspended and not exists (
    select from exchange_head h join exchange_delivery d on d.head_id = h.id where h.entry_id = e.id)
"""


@dataclass(frozen=True)
class DeliveryRow:
    """One message as a list shows it, with nothing of what it says; `number` is the entry's number on the wire."""

    id: UUID
    state: DeliveryState
    state_since: datetime
    seq: int
    op: str
    reason: str | None
    errors: list[Explanation]
    number: str
    entry: UUID
    organisation: UUID
    target: str
    batch: str | None
    platform_entry_id: str | None
    due_on: date | None  # what ends or marks an entry has to be there by this day; None once it is, and for the rest
    provisional: bool  # that day may still move: the calendar of its year is not out


@dataclass(frozen=True)
class ReceiptRow:
    number: str
    batch: str
    status: str
    duplicate: bool
    errors: list[Explanation]
    at: datetime


@dataclass(frozen=True)
class DeliveryView:
    """A message with everything the platform said about it, and what this actor may do."""

    row: DeliveryRow
    receipts: list[ReceiptRow]
    acts: list[str]


@dataclass(frozen=True)
class Standing:
    """How an entry stands with the platforms; `unregistered` names those that nobody may send it to for now."""

    deliveries: list[DeliveryRow]
    unregistered: list[str]


@dataclass(frozen=True)
class Status:
    """The outbox as a whole: deliveries by state, and entries in effect that nobody is registered to send."""

    counts: dict[str, int]
    not_registered: int


async def deliveries(by: Actor, *, state: DeliveryState | None = None, limit: int = 200) -> list[DeliveryRow]:
    """The messages of the actor's organisation, the newest first."""
    require(by, Permission.DELIVERY_SEE, organisation=by.organisation)
    where = " where e.organisation_id = $1 and ($2::text is null or d.state = $2)"
    found = await rows(ROWS + where + NEWEST_FIRST.format(limit=int(limit)), [by.organisation, state])
    return [delivery_row(row) for row in found]


async def page(by: Actor, *, after: UUID | None, limit: int) -> list[DeliveryRow]:
    """The same in the order in which they were made, which nothing changes while somebody turns the pages."""
    require(by, Permission.DELIVERY_SEE, organisation=by.organisation)
    return [delivery_row(row) for row in await rows(ROWS + PAGE, [by.organisation, after, limit])]


async def of_entry(entry: UUID) -> Standing:
    """An entry's messages, the newest first, and the platforms it cannot be sent to; for callers that may see it."""
    found = await rows(ROWS + " where e.id = $1 order by d.seq desc, t.name", [entry])
    unsent = await rows(UNSENT_TO, [entry])
    return Standing([delivery_row(row) for row in found], [row["target"] for row in unsent if not permitted(row)])


def permitted(row: dict[str, Any]) -> bool:
    """Whether the organisation has a unit there, and the entry's item, if it has one, is among the unit's."""
    kind = pushable(row, today=clock.today(clock.now()))
    return row["items"] is not None and (kind is None or kind[1].code in json.loads(row["items"]))


async def target_names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What these platforms are called."""
    return {row["id"]: row["name"] for row in await rows(NAMES, [list(ids)])}


async def delivery(id: UUID, *, by: Actor) -> DeliveryView:
    """One message with its receipts; raises `NotFound` for another organisation's."""
    found = await rows(ROWS + " where d.id = $1 and e.organisation_id = $2", [id, by.organisation])
    if not found:
        raise NotFound()
    row = delivery_row(found[0])
    require(by, Permission.DELIVERY_SEE, organisation=row.organisation)
    receipts = [receipt_row(line) for line in await rows(RECEIPTS, [id])]
    return DeliveryView(row, receipts, DELIVERY.acts(row.state, by=by))


async def status() -> Status:
    """For the command line, the demonstration and a dashboard: counts only."""
    today = clock.today(clock.now())
    counts = {row["state"]: row["deliveries"] for row in await rows(COUNTS)}
    unsent = [row for row in await rows(UNSENT) if pushable(row, today=today)]
    return Status(counts, len(unsent) if not await rows(UNPLANNED) else 0)


async def open_deliveries() -> list[str]:
    """What is not final yet, neither accepted nor waiting for a person: entry numbers, the oldest first."""
    sending = [f"{row['number']} {row['op']}{row['seq']} {row['state']}" for row in await rows(ROWS + OPEN)]
    return sending + [f"{row['number']} not planned" for row in await rows(UNPLANNED)]


def delivery_row(row: dict[str, Any]) -> DeliveryRow:
    state = DeliveryState(row["state"])
    until = clocks.until(row["id"], op=row["op"], reason=row["reason"], state=state)
    due_on, provisional = (until.day, until.provisional) if until else (None, False)
    said = {"state": state, "errors": explained(row["errors"]), "due_on": due_on, "provisional": provisional}
    return DeliveryRow(**row | said)


def receipt_row(row: dict[str, Any]) -> ReceiptRow:
    return ReceiptRow(**row | {"errors": explained(row["errors"])})


def explained(errors: str) -> list[Explanation]:
    return [explain(error["code"], error.get("field")) for error in json.loads(errors)]
