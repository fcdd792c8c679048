"""异议: lodged, marked at once, put to the body that decided, answered in writing (征信业管理条例 25).

The mark changes in the transaction of the act that causes it, so that the very next answer bears it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import actions as entries
from integrity_archive.entries.kinds import Objection as Mark
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.redaction import require_released
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents, redress
from integrity_archive.remedies.clocks import hard_limit, until
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.kinds import ObjectionOutcome
from integrity_archive.remedies.lifecycle import OBJECTION, ObjectionState
from integrity_archive.remedies.models import Document, Objection
from integrity_archive.remedies.objection_forms import Answering as Answering
from integrity_archive.remedies.objection_forms import Hearing as Hearing
from integrity_archive.remedies.objection_forms import NothingToDisagreeWith as NothingToDisagreeWith
from integrity_archive.remedies.objection_forms import NothingToRedress as NothingToRedress
from integrity_archive.remedies.objection_forms import Objecting as Objecting
from integrity_archive.remedies.objection_forms import ObjectionRuns as ObjectionRuns
from integrity_archive.remedies.objection_forms import RedressMissing as RedressMissing
from integrity_archive.remedies.objection_forms import require_fitting
from integrity_archive.remedies.taking import (
    Received,
    came_in,
    filing,
    next_number,
    require_no_hand,
    require_other,
    require_scan,
    said,
    settling,
    taken,
    taken_back,
    texts,
)
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind

RUNNING = (ObjectionState.LODGED, ObjectionState.FORWARDED)
TASKS = (TaskKind.OBJECTION, TaskKind.OBJECTION_SOURCE, TaskKind.OBJECTION_LATE)


async def lodge_objection(
    entry_id: UUID, new: Objecting, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Objection:
    """Take in an objection from the person, on paper through an officer, or from the platform; the entry is marked
    in the same transaction. Raises `ObjectionRuns` while another waits for its answer."""
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(new, Scope.OBJECT, entry, by=by, now=now)
    handed = list(files)
    require_scan(by, entry, handed)
    return await keep(entry_id, new, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep(entry_id: UUID, new: Objecting, files: list[Stored], *, by: Actor, now: datetime) -> Objection:
    entry, key = await held(entry_id, by=by, now=now)
    channel = filing(by, entry)
    ENTRY.step(entry.state, "mark", by=settling(by))
    if await Objection.exists(entry_id=entry.id, state__in=RUNNING):
        raise ObjectionRuns()
    begun, paper = await came_in(new, Scope.OBJECT, entry, by=by, now=now)
    id = uuid7()
    target = until("objection", since=begun)
    await redress.mark(entry, Mark.OPEN, by=settling(by), now=now)
    objection = await Objection.create(
        id=id,
        number=await next_number("YY", now=now),
        entry_id=entry.id,
        ground=new.ground,
        channel=channel,
        sealed=key.seal_json(texts(text=new.text, wishes=new.wishes), place=f"remedies_objection.sealed:{id}"),
        lodged_at=now,
        due_on=target.day,
        limit_on=hard_limit("objection_limit", since=begun),
    )
    hashes = await documents.attach(id, files, key, now=now)
    told = {"ground": new.ground, "channel": channel, "documents": hashes, **paper}
    await said(Kind.OBJECTION_LODGED, objection, entry, key, by=by, now=now, **told)
    await open_task(
        TaskKind.OBJECTION, entry.organisation_id, id, entry=entry.id, due_on=target.day, since=begun,
        rule="remedies.objection", provisional=target.provisional, not_for=entry.reviewer_id, key=key, by=by, now=now,
    )  # fmt: skip
    return objection


@tx
async def forward(objection_id: UUID, *, by: Actor, now: datetime) -> Objection:
    """Ask the body that decided; its own time begins."""
    require(by, Permission.REMEDY_FILE)
    objection, entry, key = await taken(Objection, objection_id, by=by, now=now)
    step = OBJECTION.step(objection.state, "forward", by=by)
    target = until("objection_source", since=clock.today(now))
    objection.state, objection.forwarded_at = ObjectionState(step.after), now
    objection.source_due_on = target.day
    await objection.save(update_fields=["state", "forwarded_at", "source_due_on"])
    await said(Kind.OBJECTION_FORWARDED, objection, entry, key, by=by, now=now, due_on=target.day.isoformat())
    await open_task(
        TaskKind.OBJECTION_SOURCE, entry.organisation_id, objection.id, entry=entry.id, due_on=target.day,
        since=clock.today(now), rule="remedies.objection_source", provisional=target.provisional, key=key, by=by,
        now=now,
    )  # fmt: skip
    return objection


@says_nothing_prohibited
async def source_answers(
    objection_id: UUID, heard: Hearing, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Objection:
    """Record what the body that decided says to it."""
    require(by, Permission.REMEDY_FILE)
    _, key = await known((await an_objection(objection_id, by=by, now=now)).entry_id, by=by)
    handed = [replace(one, names_others=heard.names_others) for one in files]
    return await keep_hearing(objection_id, heard, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_hearing(
    objection_id: UUID, heard: Hearing, files: list[Stored], *, by: Actor, now: datetime
) -> Objection:
    objection, entry, key = await taken(Objection, objection_id, by=by, now=now)
    OBJECTION.step(objection.state, "hear", by=by)
    objection.heard_at = now
    objection.answer = written(objection, key, source=heard.text)
    await objection.save(update_fields=["heard_at", "answer"])
    hashes = await documents.attach(objection.id, files, key, now=now)
    await said(Kind.OBJECTION_HEARD, objection, entry, key, by=by, now=now, documents=hashes)
    await close_task(TaskKind.OBJECTION_SOURCE, objection.id, key=key, by=by, now=now)
    return objection


@says_nothing_prohibited
@tx
async def answer_objection(objection_id: UUID, given: Answering, *, by: Actor, now: datetime) -> Objection:
    """Answer in writing, by a reviewer who had no hand in the entry and did not take it in; what follows for the entry
    follows at once.

    Upheld, in whole or in part: it is revoked, corrected, or the contested service starts anew. Dismissed: the mark
    goes. Not to be verified: mark and both views stay (征信业管理条例 25). Unless he is right in everything, what the
    deciding body said to it must be there for him to read: raises `RedactedCopyMissing`.
    """
    require(by, Permission.REMEDY_DECIDE)
    objection, entry, key = await taken(Objection, objection_id, by=by, now=now)
    step = OBJECTION.step(objection.state, "answer", by=by)
    await require_no_hand(by, entry)
    await require_other(by, Kind.OBJECTION_LODGED, objection.id)
    require_fitting(given, entry)
    if given.outcome is not ObjectionOutcome.UPHELD and redress.lives(entry, now=now):
        require_released(await Document.filter(about=objection.id))
    objection.state, objection.outcome = ObjectionState(step.after), given.outcome
    objection.answered_at, objection.answered_by = now, by.account
    objection.answer = written(objection, key, text=given.text)
    await objection.save(update_fields=["state", "outcome", "answered_at", "answered_by", "answer"])
    if given.remedy:
        await redress.apply(entry, given.remedy, reason=f"异议{objection.number}成立", by=by, now=now)
    await redress.mark(entry, await left(entry), by=by, now=now)
    await said(
        Kind.OBJECTION_ANSWERED, objection, entry, key, by=by, now=now, outcome=given.outcome,
        remedy=given.remedy.kind if given.remedy else None,
    )  # fmt: skip
    await done(objection, key, by=by, now=now)
    return objection


async def disagree(
    objection_id: UUID, said_so: entries.Say, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Objection:
    """The person disagrees with a dismissal: the mark UNRESOLVED stays, and his statement travels with the entry.
    Raises `Invalid` for a disagreement on paper without the paper."""
    handed = list(files)
    entry, key = await known((await an_objection(objection_id, by=by, now=now)).entry_id, by=by)
    require_scan(by, entry, handed)
    return await keep_disagreement(objection_id, said_so, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_disagreement(
    objection_id: UUID, said_so: entries.Say, files: list[Stored], *, by: Actor, now: datetime
) -> Objection:
    objection, entry, key = await taken(Objection, objection_id, by=by, now=now)
    channel = filing(by, entry)
    OBJECTION.step(objection.state, "disagree", by=by)
    if objection.outcome is not ObjectionOutcome.DISMISSED:
        raise NothingToDisagreeWith()
    _, brought = await came_in(said_so, Scope.OBJECT, entry, by=by, now=now)
    spoken = entries.Say(text=said_so.text, received_on=said_so.received_on)  # the power, if any, covers the objection
    await entries.state(entry.id, spoken, [one.sha256 for one in files], by=by, now=now)
    another = await Objection.exists(entry_id=entry.id, state__in=RUNNING)
    mark = Mark.OPEN if another else Mark.UNRESOLVED
    await redress.mark(entry, mark, by=settling(by), now=now)
    objection.outcome = ObjectionOutcome.DISAGREED
    await objection.save(update_fields=["outcome"])
    hashes = await documents.attach(objection.id, files, key, now=now)
    told = {"channel": channel, "documents": hashes, **brought}
    await said(Kind.OBJECTION_DISAGREED, objection, entry, key, by=by, now=now, **told)
    return objection


async def withdraw_objection(
    objection_id: UUID,
    paper: Received = Received(),  # noqa: B008
    files: Iterable[Handed] = (),
    *,
    by: Actor,
    now: datetime,
) -> Objection:
    """The person takes it back, himself or in writing through an officer, never an officer for him; the entry is as it
    was before. Raises `Invalid` for a withdrawal on paper without the paper."""
    handed = list(files)
    entry, key = await known((await an_objection(objection_id, by=by, now=now)).entry_id, by=by)
    require_scan(by, entry, handed)
    return await keep_withdrawal(objection_id, paper, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_withdrawal(
    objection_id: UUID, paper: Received, files: list[Stored], *, by: Actor, now: datetime
) -> Objection:
    objection, entry, key = await taken(Objection, objection_id, by=by, now=now)
    filing(by, entry)
    step = OBJECTION.step(objection.state, "withdraw", by=by)
    objection.state = ObjectionState(step.after)
    await objection.save(update_fields=["state"])
    await redress.mark(entry, await left(entry), by=settling(by), now=now)
    await taken_back(objection, Kind.OBJECTION_WITHDRAWN, Scope.OBJECT, paper, files, entry, key, by=by, now=now)
    await done(objection, key, by=by, now=now)
    return objection


async def left(entry: Entry) -> Mark:
    """The mark that objections leave on an entry once this one is over; one upheld settles those answered before it."""
    standing = Objection.filter(
        entry_id=entry.id, outcome__in=(ObjectionOutcome.DISAGREED, ObjectionOutcome.UNVERIFIED)
    )
    upheld = await Objection.filter(entry_id=entry.id, outcome=ObjectionOutcome.UPHELD).order_by("-answered_at").first()
    if upheld is not None:
        standing = standing.filter(answered_at__gt=upheld.answered_at)
    return Mark.UNRESOLVED if await standing.exists() else Mark.NONE


async def an_objection(objection_id: UUID, *, by: Actor, now: datetime) -> Objection:
    """Without a lock; raises `NotFound`."""
    objection, _, _ = await taken(Objection, objection_id, by=by, now=now)
    return objection


def written(objection: Objection, key: Key, **parts: str) -> bytes:
    """The answer with what was in it before."""
    place = f"remedies_objection.answer:{objection.id}"
    before = key.open_json(objection.answer, place=place) if objection.answer else {}
    return key.seal_json(before | parts, place=place)


async def done(objection: Objection, key: Key, *, by: Actor, now: datetime) -> None:
    for kind in TASKS:
        await close_task(kind, objection.id, key=key, by=by, now=now)
