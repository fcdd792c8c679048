"""Turns each change of an entry into the duty to tell everybody who received it: a journal reader."""

from datetime import datetime
from uuid import UUID

import structlog
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import rows, tx
from integrity_archive.entries.models import Entry
from integrity_archive.journal import queries as journal
from integrity_archive.journal import readers
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.killpoints import reach
from integrity_archive.recipients.kinds import RecipientKind
from integrity_archive.recipients.models import Duty, Edge
from integrity_archive.recipients.owing import AGAINST_IT, CAUSES, RECONSIDERED, Reached, Recipient, owed
from integrity_archive.sealing import DataKey, Key, vault
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.models import TaskKind

READER = "recipients"
KINDS = frozenset(CAUSES)
PAGE = 100
# What follows from an answered objection or a concluded appeal is done in the same transaction, with its own line.
FOLLOWED = "select from journal_event where entry = $1 and at = $2 and kind = any($3::text[]) limit 1"
log = structlog.get_logger()


@tx
async def plan(*, now: datetime) -> int:
    """Handle the changes that wait; returns how many were. One that fails is put back and holds up nobody else."""
    lines = await readers.take(READER, PAGE)
    failed = []
    for line in lines:
        try:
            async with tx():
                await handle(line, now=now)
        except Exception as wrong:
            log.error("alarm: nobody can be told of a change", seq=line.seq, error=type(wrong).__name__)
            failed.append(line.seq)
    await readers.put_back(READER, failed)
    reach("recipients.before_commit")
    return len(lines) - len(failed)


async def handle(line: readers.Line, *, now: datetime) -> None:
    """One duty for each recipient of the entry, and the time to reconsider for those who decided with what was wrong.

    Where nobody had received it a line says so: there is nobody whose acknowledgement could be the last.
    """
    [act] = await journal.opened([await Event.get(seq=line.seq)])
    if line.entry is None or not await counts(act):
        return
    entry = await Entry.get(id=line.entry)
    version = act.body.get("version") if act.body else None
    edges = await Edge.filter(entry_id=entry.id)
    reached = [Reached(Recipient(edge.recipient_kind, edge.recipient), edge.version, edge.used) for edge in edges]
    key = await key_of(entry)
    everybody = owed(reached, version=version, subject=entry.person_id)
    if not everybody:
        await record(
            Kind.RECIPIENT_NONE, by=SYSTEM, now=now, key=key, organisation=entry.organisation_id,
            person=entry.person_id, entry=entry.id, event=act.seq, cause=CAUSES[act.kind],
        )  # fmt: skip
    for recipient, used in sorted(everybody.items()):
        duty = await begin(act, entry, recipient, key, now=now)
        if used and recipient.kind is RecipientKind.ORGANISATION and CAUSES[act.kind] in RECONSIDERED:
            heard = clock.today(act.at)
            again = deadline("recipients", TaskKind.RECONSIDER, since=heard)
            await open_task(
                TaskKind.RECONSIDER, recipient.id, duty, entry=entry.id, due_on=again.day, since=heard,
                rule="recipients.reconsider", provisional=again.provisional, key=key, by=SYSTEM, now=now,
            )  # fmt: skip


async def counts(act: journal.Act) -> bool:
    """A remedy of no avail changed nothing; of one that succeeded, its effect on the entry is told instead, if any."""
    if act.kind not in AGAINST_IT:
        return True
    succeeded = act.body is not None and act.body.get("outcome") in AGAINST_IT[act.kind]
    effects = [kind for kind in CAUSES if kind not in AGAINST_IT]
    return succeeded and not await rows(FOLLOWED, [act.entry, act.at, effects])


async def begin(act: journal.Act, entry: Entry, recipient: Recipient, key: Key | None, *, now: datetime) -> UUID:
    until, id = deadline("recipients", "tell", since=clock.today(act.at)), uuid7()
    cause = CAUSES[act.kind]
    await Duty.create(
        id=id,
        entry_id=entry.id,
        recipient_kind=recipient.kind,
        recipient=recipient.id,
        cause=cause,
        event=act.seq,
        due_on=until.day,
        made_at=now,
    )
    await record(
        Kind.RECIPIENT_OWED, by=SYSTEM, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id,
        entry=entry.id, about=id, event=act.seq, cause=cause, recipient_kind=recipient.kind,
        recipient=str(recipient.id), due_on=until.day.isoformat(),
    )  # fmt: skip
    return id


async def key_of(entry: Entry) -> Key | None:
    """None once the entry has been erased."""
    found = await DataKey.get(id=entry.key_id)
    return vault().unwrap(found.id, found.wrapped) if found.wrapped else None
