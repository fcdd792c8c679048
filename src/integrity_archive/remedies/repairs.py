"""信用修复: applied for with proofs, accepted, and decided by a second officer (谁认定、谁修复)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import settling
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import kind_of
from integrity_archive.errors import Conflict, Invalid, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents, repairable
from integrity_archive.remedies.clocks import until
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.lifecycle import REPAIR, RepairState
from integrity_archive.remedies.models import Repair
from integrity_archive.remedies.repairable import Proven, Way
from integrity_archive.remedies.taking import (
    Line,
    Received,
    Text,
    came_in,
    filing,
    next_number,
    require_scan,
    taken,
    texts,
)
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind

RUNNING = (RepairState.APPLIED, RepairState.ACCEPTED)


class RepairRuns(Conflict):
    """An application for the repair of this entry is being dealt with already."""

    zh = "该条目的修复申请正在办理。"


class AcceptedByOneself(Conflict):
    """Who accepted the application does not decide on it."""

    zh = "受理修复申请的人员不得作出修复决定。"


class NeverAgain(Refusal):
    """The entry is shown until {until}: name no later day."""

    status = 422
    zh = "该条目展示至{until}，可以再次申请的日期不得晚于该日。"


class Applying(Received):
    """What the person has done, and the numbers under which it can be checked."""

    text: Text = Field(min_length=2, max_length=1000)
    volunteer_no: Line | None = Field(default=None, max_length=60)
    volunteer_hours: int | None = Field(default=None, ge=1, le=10_000)
    charity_no: Line | None = Field(default=None, max_length=60)


class Deciding(BaseModel):
    """Why; with a refusal, the day from which it can be asked for again (None: by the rules, today at the earliest)."""

    text: Text = Field(min_length=2, max_length=1000)
    possible_on: date | None = None


async def apply_repair(
    entry_id: UUID, new: Applying, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Repair:
    """Apply, with a proof for every condition. Raises `RepairNotYet` with the day, `NotRepairable` with the citation,
    `Invalid` naming each proof that is missing."""
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(new, Scope.REPAIR, entry, by=by, now=now)
    handed = list(files)
    require_scan(by, entry, handed)
    kinds = frozenset(one.kind for one in handed)
    brought = Proven(kinds, new.volunteer_hours, new.volunteer_no, new.charity_no)
    examine(entry, brought, on=clock.today(now))
    return await keep(entry_id, new, await documents.store(handed, key, by=by), by=by, now=now)


def way_of(entry: Entry) -> Way:
    """The way back for this entry."""
    return repairable.way(kind_of(entry), severity=entry.severity, decided_on=entry.decided_on)


def examine(entry: Entry, brought: Proven, *, on: date) -> None:
    found = way_of(entry)
    repairable.require_open(found, on=on)
    if faults := list(repairable.lacking(found, brought)):
        raise Invalid(faults)


@tx
async def keep(entry_id: UUID, new: Applying, files: list[Stored], *, by: Actor, now: datetime) -> Repair:
    entry, key = await held(entry_id, by=by)
    channel = filing(by, entry)
    require_living(entry)
    if await Repair.exists(entry_id=entry.id, state__in=RUNNING):
        raise RepairRuns()
    begun, paper = await came_in(new, Scope.REPAIR, entry, by=by, now=now)
    id, target = uuid7(), until("repair", since=begun)
    facts = texts(text=new.text, volunteer_no=new.volunteer_no, charity_no=new.charity_no)
    repair = await Repair.create(
        id=id,
        number=await next_number("XF", now=now),
        entry_id=entry.id,
        channel=channel,
        sealed=key.seal_json(facts, place=f"remedies_repair.sealed:{id}"),
        volunteer_hours=new.volunteer_hours,
        applied_at=now,
        due_on=target.day,
    )
    hashes = await documents.attach(id, files, key, now=now)
    told = {"channel": channel, "documents": hashes, **paper}
    await said(Kind.REPAIR_APPLIED, repair, entry, key, by=by, now=now, **told)
    await open_task(
        TaskKind.REPAIR, entry.organisation_id, id, entry=entry.id, due_on=target.day, since=begun,
        rule="remedies.repair", provisional=target.provisional, key=key, by=by, now=now,
    )  # fmt: skip
    return repair


@tx
async def accept_repair(repair_id: UUID, *, by: Actor, now: datetime) -> Repair:
    """The officer has seen the proofs and checked the numbers; from now on the decision is due."""
    require(by, Permission.REMEDY_FILE)
    repair, entry, key = await taken(Repair, repair_id, by=by)
    step = REPAIR.step(repair.state, "accept", by=by)
    require_living(entry)
    repairable.require_open(way_of(entry), on=clock.today(now))
    target = until("repair_decision", since=clock.today(now))
    repair.state, repair.accepted_at, repair.accepted_by = RepairState(step.after), now, by.account
    repair.due_on = target.day
    await repair.save(update_fields=["state", "accepted_at", "accepted_by", "due_on"])
    await said(Kind.REPAIR_ACCEPTED, repair, entry, key, by=by, now=now)
    await close_task(TaskKind.REPAIR, repair.id, key=key, by=by, now=now)
    await open_task(
        TaskKind.REPAIR_DECISION, entry.organisation_id, repair.id, entry=entry.id, due_on=target.day,
        since=clock.today(now), rule="remedies.repair_decision", provisional=target.provisional, not_for=by.account,
        key=key, by=by, now=now,
    )  # fmt: skip
    return repair


@says_nothing_prohibited
@tx
async def grant_repair(repair_id: UUID, given: Deciding, *, by: Actor, now: datetime) -> Repair:
    """Repair the entry: display and use end in this transaction."""
    require(by, Permission.REMEDY_DECIDE)
    repair, entry, key = await taken(Repair, repair_id, by=by)
    step = REPAIR.step(repair.state, "grant", by=by)
    if by.account is not None and by.account == repair.accepted_by:
        raise AcceptedByOneself()
    await decide(repair, RepairState(step.after), given, None, entry, key, by=by, now=now)
    await settling.repair(entry.id, by=by, now=now)
    return repair


@says_nothing_prohibited
@tx
async def refuse_repair(repair_id: UUID, given: Deciding, *, by: Actor, now: datetime) -> Repair:
    """Refuse with the reason and the day from which it becomes possible; raises `NeverAgain` for one after display."""
    require(by, Permission.REMEDY_FILE)
    repair, entry, key = await taken(Repair, repair_id, by=by)
    step = REPAIR.step(repair.state, "refuse", by=by)
    if given.possible_on and entry.display_until and given.possible_on > entry.display_until:
        raise NeverAgain(at="possible_on", until=entry.display_until)
    earliest = max(way_of(entry).possible_on, clock.today(now))
    possible_on = max(given.possible_on or earliest, earliest)
    await decide(repair, RepairState(step.after), given, possible_on, entry, key, by=by, now=now)
    return repair


async def decide_repair(repair_id: UUID, given: Deciding, *, granted: bool, by: Actor, now: datetime) -> Repair:
    """Grant or refuse."""
    return await (grant_repair if granted else refuse_repair)(repair_id, given, by=by, now=now)


async def decide(
    repair: Repair, state: RepairState, given: Deciding, possible_on: date | None, entry: Entry, key: Key, *, by: Actor,
    now: datetime,
) -> None:  # fmt: skip
    repair.state, repair.decided_at, repair.decided_by, repair.possible_on = state, now, by.account, possible_on
    repair.decision = key.seal_json({"text": given.text}, place=f"remedies_repair.decision:{repair.id}")
    await repair.save(update_fields=["state", "decided_at", "decided_by", "possible_on", "decision"])
    day = possible_on.isoformat() if possible_on else None
    granted = state is RepairState.GRANTED
    await said(Kind.REPAIR_DECIDED, repair, entry, key, by=by, now=now, granted=granted, possible_on=day)
    await done(repair, key, by=by, now=now)


async def withdraw_repair(
    repair_id: UUID,
    paper: Received = Received(),  # noqa: B008
    files: Iterable[Handed] = (),
    *,
    by: Actor,
    now: datetime,
) -> Repair:
    """The person takes the application back, himself or in writing through an officer, never an officer for him.

    Raises `Invalid` for a withdrawal on paper without the paper.
    """
    handed = list(files)
    repair, entry, key = await taken(Repair, repair_id, by=by)
    require_scan(by, entry, handed)
    return await keep_withdrawal(repair.id, paper, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_withdrawal(repair_id: UUID, paper: Received, files: list[Stored], *, by: Actor, now: datetime) -> Repair:
    repair, entry, key = await taken(Repair, repair_id, by=by)
    channel = filing(by, entry)
    step = REPAIR.step(repair.state, "withdraw", by=by)
    _, brought = await came_in(paper, Scope.REPAIR, entry, by=by, now=now)
    repair.state = RepairState(step.after)
    await repair.save(update_fields=["state"])
    hashes = await documents.attach(repair.id, files, key, now=now)
    told = {"channel": channel, "documents": hashes, **brought}
    await said(Kind.REPAIR_WITHDRAWN, repair, entry, key, by=by, now=now, **told)
    await done(repair, key, by=by, now=now)
    return repair


def require_living(entry: Entry) -> None:
    """Only what is shown can be repaired; raises `NoSuchStep`."""
    ENTRY.step(entry.state, "repair", by=SYSTEM)


async def done(repair: Repair, key: Key, *, by: Actor, now: datetime) -> None:
    for kind in (TaskKind.REPAIR, TaskKind.REPAIR_DECISION):
        await close_task(kind, repair.id, key=key, by=by, now=now)


async def said(kind: Kind, repair: Repair, entry: Entry, key: Key, *, by: Actor, now: datetime, **body: Any) -> None:
    await record(
        kind, by=by, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id, entry=entry.id,
        about=repair.id, number=repair.number, **body,
    )  # fmt: skip
