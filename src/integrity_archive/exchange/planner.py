"""Derives messages from the state of entries: a reader of the journal, and nothing else knows that it exists.

An event only says that an entry has to be looked at again. Whoever plans for an entry holds the lock of its head, reads
the entry after that, and so parallel planners cannot put an older state behind a newer one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from uuid_utils.compat import uuid7

from integrity_archive.actors import SYSTEM
from integrity_archive.database import copy_rows, rows, tx
from integrity_archive.exchange import editions, entry_content, notices, rejections
from integrity_archive.exchange.entry_form import Fault
from integrity_archive.exchange.lifecycle import DELIVERY, UNRESOLVED, DeliveryState
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.next_message import Accepted, Message, next_message
from integrity_archive.exchange.payload import Image, every_image
from integrity_archive.exchange.waits import relied_on
from integrity_archive.journal import readers
from integrity_archive.journal.actions import Line, record_all
from integrity_archive.journal.kinds import Kind
from integrity_archive.killpoints import reach
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import RecipientKind

READER = editions.READER
KINDS = frozenset(
    {
        Kind.ENTRY_TOOK_EFFECT, Kind.ENTRY_STATED, Kind.ENTRY_STATEMENT_PASSED_ON, Kind.ENTRY_MARKED,
        Kind.ENTRY_STATEMENT_BY_RULE,
        Kind.ENTRY_LIFTED, Kind.ENTRY_SUSPENDED, Kind.ENTRY_RESUMED, Kind.ENTRY_CORRECTED, Kind.ENTRY_REVISED,
        Kind.ENTRY_REVOKED, Kind.ENTRY_REPAIRED, Kind.ENTRY_EXPIRED, Kind.ENTRY_SERVICE_RESTARTED,
        Kind.PERSON_CORRECTED, Kind.PLATFORM_NOTICE_RECEIVED, Kind.RECIPIENT_OWED,
    }
)  # fmt: skip
DROPPABLE = frozenset(DELIVERY.before("drop"))
PAGE = 500
log = structlog.get_logger()

ADOPT = """
update exchange_unit u set organisation_id = o.id from accounts_organisation o
where u.target_id = $1 and u.organisation_id is null and o.uscc = u.uscc
    and not exists (select from exchange_unit other where other.target_id = $1 and other.organisation_id = o.id)
    and u.id = (select min(id::text)::uuid from exchange_unit twin where twin.target_id = $1 and twin.uscc = u.uscc)
"""
OF_PERSONS = "select id from entries_entry where person_id = any($1::uuid[]) and state = 'effective'"
# After W a number is closed there (§3.4): what takes effect anew gets another one, unless the platform ended it itself.
WITHOUT_HEAD = """
select e.id, case when exists (select from exchange_head h where h.entry_id = e.id and h.target_id = $1)
    then left(e.number, 24) || lpad(nextval('entries_number')::text, 10, '0') else e.number end as number
from entries_entry e join exchange_unit u on u.organisation_id = e.organisation_id and u.target_id = $1
where e.id = any($2::uuid[]) and e.state = 'effective' and not exists (
    select from exchange_head h where h.entry_id = e.id and h.target_id = $1 and (
        h.last_op is distinct from 'W' or exists (
            select from exchange_platform_notice n where n.target_id = h.target_id and n.entry_number = h.number
                and n.status = any($3::text[]))))
order by e.id
"""
MAKE_HEADS = """
insert into exchange_head (id, target_id, entry_id, number, last_seq, dirty)
select made.id, $1, made.entry, made.number, 0, false
from unnest($2::uuid[], $3::uuid[], $4::text[]) as made (id, entry, number) on conflict do nothing
"""
LOCK_HEADS = """
select h.id, h.entry_id as entry, h.number, h.last_seq, u.id as unit, u.uscc, u.catalogue_items
from exchange_head h join entries_entry e on e.id = h.entry_id
join exchange_unit u on u.organisation_id = e.organisation_id and u.target_id = h.target_id
where h.target_id = $1 and h.entry_id = any($2::uuid[]) order by h.id for update of h
"""
MESSAGES = """
select d.id, d.head_id as head, d.seq, d.state, d.payload_hash, d.errors, d.sealed
from exchange_delivery d join exchange_head h on h.id = d.head_id
where h.id = any($1::uuid[]) and d.seq >= h.last_seq
"""
REPLACE = """
update exchange_delivery set op = $2, reason = $3, state = $4, state_since = $5, payload_hash = $6, sealed = $7,
    errors = $8, batch_id = null, unit_id = $9 where id = $1 and state = $10 returning id
"""
DROP = """
update exchange_delivery set state = $2, state_since = $3 where id = any($1::uuid[]) and state = any($4::text[])
returning id
"""
LATE = "update exchange_head set dirty = true where id = any($1::uuid[])"
COLUMNS = (
    "id", "head_id", "unit_id", "seq", "op", "reason", "state", "state_since", "payload_hash", "sealed", "errors"
)  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """A message to be written: a new row, or new content of one that is waiting for a person."""

    id: UUID
    head: dict[str, Any]
    image: Image
    payload: dict[str, Any]
    faults: list[Fault]
    replaces: DeliveryState | None

    @property
    def state(self) -> DeliveryState:
        return DeliveryState.HELD if self.faults else DeliveryState.READY

    @property
    def sealed(self) -> bytes:
        return self.image.key.seal_json(self.payload, place=f"exchange_delivery.sealed:{self.id}")

    @property
    def errors(self) -> str:
        return json.dumps([{"code": fault.code, "field": fault.field, "retryable": False} for fault in self.faults])


async def plan(*, now: datetime) -> int:
    """Handle every event that waits; returns how many there were."""
    done = 0
    while True:
        try:
            taken = await plan_page(now=now)
        except Exception as wrong:
            log.error("a page of events cannot be planned, one by one now", error=type(wrong).__name__)
            return done + await plan_singly(now=now)
        done += taken
        if taken < PAGE:
            return done


@tx
async def plan_page(*, now: datetime) -> int:
    lines = await readers.take(READER, PAGE)
    await plan_entries(await concerned(lines), now=now)
    reach("planner.before_commit")
    return len(lines)


@tx
async def plan_singly(*, now: datetime) -> int:
    """One savepoint per event: those that fail are put back and hold up nobody else."""
    lines = await readers.take(READER, PAGE)
    failed = []
    for line in lines:
        try:
            async with tx():
                await plan_entries(await concerned([line]), now=now)
        except Exception as wrong:
            log.error("alarm: an entry cannot be planned", seq=line.seq, error=type(wrong).__name__)
            failed.append(line.seq)
    await readers.put_back(READER, failed)
    return len(lines) - len(failed)


async def concerned(lines: Iterable[readers.Line]) -> set[UUID]:
    """The entries that events are about; what changes a person concerns all his effective entries."""
    lines = list(lines)
    persons = {line.person for line in lines if line.entry is None and line.person}
    entries = {line.entry for line in lines if line.entry}
    return entries | {row["id"] for row in (await rows(OF_PERSONS, [list(persons)]) if persons else [])}


async def plan_entries(entries: Iterable[UUID], *, now: datetime) -> None:
    """Bring the outbox up to date with these entries, in the running transaction."""
    entries = sorted(set(entries))
    for target in await Target.all().order_by("name") if entries else []:
        await rows(ADOPT, [target.id])
        without = await rows(WITHOUT_HEAD, [target.id, entries, sorted(notices.ENDING)])
        made = ([uuid7() for _ in without], [row["id"] for row in without], [row["number"] for row in without])
        await rows(MAKE_HEADS, [target.id, *made])
        heads = await rows(LOCK_HEADS, [target.id, entries])
        await plan_heads(target, heads, now=now)


async def plan_heads(target: Target, heads: list[dict[str, Any]], *, now: datetime) -> None:
    """The heads are locked, so what is read from here on stays true until the transaction ends.

    Whom the platform still has to be told for is read before the entries: what is found to be said there by now covers
    those changes, and perhaps not later ones.
    """
    owed = await recipients.owed(RecipientKind.PLATFORM, target.id, [head["entry"] for head in heads])
    found = await every_image([head["entry"] for head in heads], today=relied_on(now))
    last: dict[UUID, dict[str, Any]] = {}
    waiting: dict[UUID, dict[str, Any]] = {}
    seqs = {head["id"]: head["last_seq"] for head in heads}
    for row in await rows(MESSAGES, [list(seqs)]):
        (last if row["seq"] == seqs[row["head"]] else waiting)[row["head"]] = row
    ended_there = await notices.endings(list(seqs))
    items = editions.items(target.edition, now=now)
    drafts: list[Draft] = []
    silent: list[dict[str, Any]] = []  # heads about which nothing is left to be said
    dirty = [head["id"] for head in heads if head["id"] in waiting and waiting[head["id"]]["state"] in UNRESOLVED]
    for head in heads:
        image, open_one = found.get(head["entry"]), waiting.get(head["id"])
        if image is None or head["id"] in dirty:
            continue
        ended = ended_there.get(head["id"]) or image.ended
        if not ended and (image.item is None or image.item.code not in json.loads(head["catalogue_items"])):
            continue
        message = next_message(head["number"], image.members, accepted(last.get(head["id"]), image), ended=ended)
        if message is None or (image.suspended and message.payload["op"] == "A"):
            silent.append(head)
            continue
        faults = message.broken or entry_content.faults(
            message.payload, sender=head["uscc"], items=items, today=relied_on(now)
        )
        if draft := worth_writing(head, image, message, faults, open_one):
            drafts.append(draft)
    await rows(LATE, [dirty])
    await drop([waiting[head["id"]] for head in silent if head["id"] in waiting], now=now)
    await write(drafts, now=now)
    open_still = {head["entry"] for head in heads} - {head["entry"] for head in silent}
    done = [duty for entry, duties in owed.items() if entry not in open_still for duty in duties]
    await recipients.fulfilled(done, by=SYSTEM, now=now)


async def drop(messages: list[dict[str, Any]], *, now: datetime) -> None:
    """Take out what waits and is not to be said any more. One that is claimed into a batch at this moment goes out;
    its receipt has the entry looked at again."""
    unsent = [row["id"] for row in messages if row["state"] in DROPPABLE]
    dropped = {row["id"] for row in await rows(DROP, [unsent, DELIVERY.after("drop"), now, sorted(DROPPABLE)])}
    await rejections.mended(dropped, now=now)
    await rows(LATE, [[row["head"] for row in messages if row["id"] in set(unsent) - dropped]])


def accepted(row: dict[str, Any] | None, image: Image) -> Accepted | None:
    if row is None:
        return None
    return Accepted(row["seq"], image.key.open_json(row["sealed"], place=f"exchange_delivery.sealed:{row['id']}"))


def worth_writing(
    head: dict[str, Any], image: Image, message: Message, faults: list[Fault], waiting: dict[str, Any] | None
) -> Draft | None:
    """The draft, unless the same content stands there in the same state; a rejected one changes by content only."""
    if waiting is None:
        return Draft(uuid7(), head, image, message.payload, faults, None)
    state, same = DeliveryState(waiting["state"]), waiting["payload_hash"] == message.payload["payload_hash"]
    draft = Draft(waiting["id"], head, image, message.payload, faults, state)
    if same and (state is DeliveryState.REJECTED or state is draft.state):
        return None
    return draft


async def write(drafts: list[Draft], *, now: datetime) -> None:
    written = [draft for draft in drafts if not draft.replaces or await replace(draft, now=now)]
    await rows(LATE, [[draft.head["id"] for draft in drafts if draft not in written]])
    drafts, fresh = written, [draft for draft in written if not draft.replaces]
    await copy_rows("exchange_delivery", columns=COLUMNS, records=[new_row(draft, now) for draft in fresh])
    await record_all([planned(draft) for draft in drafts], by=SYSTEM, now=now)
    for draft in drafts:
        if draft.faults:
            await rejections.ask_to_mend(draft.image.organisation, draft.id, draft.image.entry, now=now)


def new_row(draft: Draft, now: datetime) -> tuple[Any, ...]:
    entry = draft.payload
    return (
        draft.id,
        draft.head["id"],
        draft.head["unit"],
        entry["seq"],
        entry["op"],
        entry["reason"],
        draft.state,
        now,
        entry["payload_hash"],
        draft.sealed,
        draft.errors,
    )


async def replace(draft: Draft, *, now: datetime) -> bool:
    """Mended content under the same sequence number: a rejection does not consume it. False: a batch was faster."""
    assert draft.replaces
    state = draft.replaces
    if state is not DeliveryState.READY:
        state = DeliveryState(DELIVERY.step(state, "mend", by=SYSTEM).after)
    if draft.faults:
        state = DeliveryState(DELIVERY.step(state, "hold", by=SYSTEM).after)
    entry = draft.payload
    values = [entry["op"], entry["reason"], state, now, entry["payload_hash"], draft.sealed, draft.errors]
    return bool(await rows(REPLACE, [draft.id, *values, draft.head["unit"], draft.replaces]))


def planned(draft: Draft) -> Line:
    body = {"seq": draft.payload["seq"], "op": draft.payload["op"], "state": draft.state.value}
    return Line(
        Kind.DELIVERY_PLANNED,
        draft.image.key,
        organisation=draft.image.organisation,
        person=draft.image.person,
        entry=draft.image.entry,
        about=draft.id,
        body=body,
    )
