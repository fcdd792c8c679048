"""Keep who received an entry, and who has been told that it changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.database import rows, tx
from integrity_archive.errors import NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.recipients.kinds import DutyState, How, RecipientKind
from integrity_archive.recipients.lifecycle import DUTY
from integrity_archive.recipients.owing import complete
from integrity_archive.sealing import Key, vault
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

TELL = """
insert into recipients_edge (id, entry_id, recipient_kind, recipient, how, about, version, used, at)
select told.id, e.id, $4, $5, $6, told.about, e.version, $7, $8
from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as told (id, entry, about) join entries_entry e on e.id = told.entry
on conflict do nothing
"""
OWED = """
select entry_id as entry, array_agg(id order by id) as duties from recipients_duty
where recipient_kind = $1 and recipient = $2 and entry_id = any($3::uuid[]) and state <> 'acknowledged'
group by entry_id
"""
# All duties of the changes concerned, in one order: of two who are told at once, one is the last.
LOCK = """
select d.id, d.entry_id as entry, d.event, d.state, d.recipient_kind, d.recipient, e.person_id as person,
    e.organisation_id as organisation, e.key_id as key, k.wrapped
from recipients_duty d join entries_entry e on e.id = d.entry_id left join sealing_key k on k.id = e.key_id
where d.event in (select event from recipients_duty where id = any($1::uuid[])) order by d.id for update of d
"""
SEND = "update recipients_duty set state = $2, sent_at = $3 where id = $1"
ACKNOWLEDGE = """
update recipients_duty set state = $2, acknowledged_at = $3, sent_at = coalesce(sent_at, $3) where id = $1
"""


async def told(
    entry_id: UUID, *, recipient_kind: RecipientKind, recipient: UUID, how: How, about: UUID, now: datetime
) -> None:
    """An entry reaches somebody through `about`, in the transaction of the act that carries it there."""
    await told_all([(entry_id, about)], recipient_kind=recipient_kind, recipient=recipient, how=how, now=now)


async def told_all(
    carried: Sequence[tuple[UUID, UUID]], *, recipient_kind: RecipientKind, recipient: UUID, how: How, now: datetime
) -> None:
    """Pairs of entries and of what carried each; said twice, it is one. What is answered with counts as used."""
    if carried:
        entries, abouts = [entry for entry, _ in carried], [about for _, about in carried]
        used = how in (How.INQUIRY, How.REPORT)
        await rows(TELL, [[uuid7() for _ in carried], entries, abouts, recipient_kind, recipient, how, used, now])


async def owed(kind: RecipientKind, recipient: UUID, entries: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Which duties to that recipient are not done, by entry."""
    return {row["entry"]: list(row["duties"]) for row in await rows(OWED, [kind, recipient, list(entries)])}


@tx
async def sent(duty_id: UUID, *, by: Actor, now: datetime) -> None:
    """A letter about the change has gone out; harmless when he has acknowledged it already."""
    for duty in await rows(LOCK, [[duty_id]]):
        if duty["id"] == duty_id and (DutyState(duty["state"]), "send") in DUTY.steps:
            step = DUTY.step(DutyState(duty["state"]), "send", by=by)
            await rows(SEND, [duty_id, step.after, now])
            await said(Kind.RECIPIENT_TOLD, duty, by=by, now=now)


@tx
async def acknowledge(duty_id: UUID, *, by: Actor, now: datetime) -> None:
    """The receiving organisation says that it knows; harmless when it has said so. Raises `NotFound` for another's."""
    require(by, Permission.DUTY_ACKNOWLEDGE)
    found = [duty for duty in await rows(LOCK, [[duty_id]]) if duty["id"] == duty_id]
    if not found or not received_by(found[0], by):
        raise NotFound()
    await fulfilled([duty_id], by=by, now=now)


@tx
async def reconsidered(duty_id: UUID, *, by: Actor, now: datetime) -> None:
    """The receiving organisation has looked again at what it decided with the entry; so it knows of the change, too."""
    await acknowledge(duty_id, by=by, now=now)
    [duty] = [duty for duty in await rows(LOCK, [[duty_id]]) if duty["id"] == duty_id]
    await close_task(TaskKind.RECONSIDER, duty_id, key=key_of(duty), by=by, now=now)


def received_by(duty: dict[str, Any], by: Actor) -> bool:
    return (duty["recipient_kind"], duty["recipient"]) == (RecipientKind.ORGANISATION, by.organisation)


@tx
async def fulfilled(duties: Sequence[UUID], *, by: Actor, now: datetime) -> None:
    """These recipients know; the line of the last one of a change says so."""
    held = await rows(LOCK, [list(duties)]) if duties else []
    states = {duty["id"]: DutyState(duty["state"]) for duty in held}
    for duty in held:
        if duty["id"] not in duties or states[duty["id"]] is DutyState.ACKNOWLEDGED:
            continue
        states[duty["id"]] = DutyState(DUTY.step(states[duty["id"]], "acknowledge", by=by).after)
        await rows(ACKNOWLEDGE, [duty["id"], states[duty["id"]], now])
        everybody = complete(states[one["id"]] for one in held if one["event"] == duty["event"])
        await said(Kind.RECIPIENT_ACKNOWLEDGED, duty, by=by, now=now, all=everybody)


async def said(kind: Kind, duty: dict[str, Any], *, by: Actor, now: datetime, **body: Any) -> None:
    organisation = None if Role.SYSTEM in by.roles else by.organisation
    await record(
        kind, by=by, now=now, key=key_of(duty), organisation=organisation or duty["organisation"],
        person=duty["person"], entry=duty["entry"], about=duty["id"], event=duty["event"], **body,
    )  # fmt: skip


def key_of(duty: dict[str, Any]) -> Key | None:
    """The entry's key; None once it has been destroyed: then the house key seals that somebody knew of it."""
    return vault().unwrap(duty["key"], duty["wrapped"]) if duty["wrapped"] else None
