"""信用修复: applied for with proofs, accepted, and decided by a second officer (谁认定、谁修复)."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, can, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import settling
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import kind_of
from integrity_archive.errors import Invalid
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents, repairable
from integrity_archive.remedies.clocks import until
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.lifecycle import REPAIR, RepairState
from integrity_archive.remedies.models import Repair
from integrity_archive.remedies.repair_forms import AcceptedByOneself as AcceptedByOneself
from integrity_archive.remedies.repair_forms import Accepting as Accepting
from integrity_archive.remedies.repair_forms import Applying as Applying
from integrity_archive.remedies.repair_forms import Deciding as Deciding
from integrity_archive.remedies.repair_forms import LaterDay as LaterDay
from integrity_archive.remedies.repair_forms import NeverAgain as NeverAgain
from integrity_archive.remedies.repair_forms import RecordUsed as RecordUsed
from integrity_archive.remedies.repair_forms import RepairRuns as RepairRuns
from integrity_archive.remedies.repairable import Proven, Way
from integrity_archive.remedies.taking import (
    Received,
    came_in,
    filing,
    next_number,
    require_scan,
    said,
    taken,
    taken_back,
    texts,
)
from integrity_archive.sealing import Key, vault
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind

RUNNING = (RepairState.APPLIED, RepairState.ACCEPTED)
# What repairs once, by the column that finds it again and the member that names it.
USED_UP = {"volunteer_record": "volunteer_no", "charity_record": "charity_no"}


async def apply_repair(
    entry_id: UUID, new: Applying, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Repair:
    """Apply, with a proof for every condition. Raises `RepairNotYet` or `RefusedUntil` with the day, `NotRepairable`
    with the citation, `Invalid` naming each missing proof, `RecordUsed` for service or a gift that repaired once."""
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(new, Scope.REPAIR, entry, by=by, now=now)
    handed = list(files)
    require_scan(by, entry, handed)
    kinds = frozenset(one.kind for one in handed)
    named = ("volunteer_hours", "volunteer_no", "volunteer_from", "volunteer_to", "charity_no", "charity_on")
    brought = Proven(kinds, **{name: getattr(new, name) for name in named})
    await examine(entry, brought, on=clock.today(now))
    return await keep(entry_id, new, await documents.store(handed, key, by=by), by=by, now=now)


async def way_of(entry: Entry) -> Way:
    """The way back for this entry."""
    until = await refused_until(entry)
    return repairable.way(kind_of(entry), severity=entry.severity, decided_on=entry.decided_on, refused_until=until)


async def refused_until(entry: Entry) -> date | None:
    """The day that the last refusal named: of the entry as it was then, whose severity is still the same."""
    refused = Repair.filter(entry_id=entry.id, state=RepairState.REFUSED)
    last = await refused.order_by("-decided_at").first()
    if last is None:
        return None
    amended = Event.filter(entry=entry.id, kind__in=(Kind.ENTRY_REVISED, Kind.ENTRY_CORRECTED), at__gt=last.decided_at)
    since = await journal.opened(await amended)
    return None if any(act.body and "severity" in act.body["changed"] for act in since) else last.possible_on


async def examine(entry: Entry, brought: Proven, *, on: date) -> None:
    found = await way_of(entry)
    repairable.require_open(found, on=on)
    if faults := list(repairable.lacking(found, brought, on=on)):
        raise Invalid(faults)
    for column, at in USED_UP.items():
        record = term(column, getattr(brought, at))
        if record and await Repair.filter(**{column: record}).exists():
            raise RecordUsed(at=at)


def term(column: str, number: str | None) -> bytes | None:
    """By which a record of service or a receipt is found again, and not read."""
    return vault().term(column, repairable.as_compared(number)) if number else None


@tx
async def keep(entry_id: UUID, new: Applying, files: list[Stored], *, by: Actor, now: datetime) -> Repair:
    entry, key = await held(entry_id, by=by, now=now)
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
        volunteer_from=new.volunteer_from,
        volunteer_to=new.volunteer_to,
        charity_on=new.charity_on,
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


@says_nothing_prohibited
async def accept_repair(repair_id: UUID, given: Accepting, *, by: Actor, now: datetime) -> Repair:
    """The officer has seen the proofs and checked the numbers, and says so; from now on the decision is due, and the
    record of service or the receipt repairs nothing else. Raises `RecordUsed`."""
    try:
        return await accepted(repair_id, given, by=by, now=now)
    except IntegrityError:
        raise RecordUsed() from None


@tx
async def accepted(repair_id: UUID, given: Accepting, *, by: Actor, now: datetime) -> Repair:
    require(by, Permission.REMEDY_FILE)
    repair, entry, key = await taken(Repair, repair_id, by=by, now=now)
    step = REPAIR.step(repair.state, "accept", by=by)
    require_living(entry)
    repairable.require_open(await way_of(entry), on=clock.today(now))
    numbers = key.open_json(repair.sealed, place=f"remedies_repair.sealed:{repair.id}")
    for column, member in USED_UP.items():
        setattr(repair, column, term(column, numbers.get(member)))
    repair.checked = key.seal_json({"text": given.text}, place=f"remedies_repair.checked:{repair.id}")
    target = until("repair_decision", since=clock.today(now))
    repair.state, repair.accepted_at, repair.accepted_by = RepairState(step.after), now, by.account
    repair.due_on = target.day
    await repair.save(update_fields=["state", "accepted_at", "accepted_by", "due_on", *USED_UP, "checked"])
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
    repair, entry, key = await taken(Repair, repair_id, by=by, now=now)
    step = REPAIR.step(repair.state, "grant", by=by)
    if by.account is not None and by.account == repair.accepted_by:
        raise AcceptedByOneself()
    await decide(repair, RepairState(step.after), given, None, entry, key, by=by, now=now)
    await settling.repair(entry.id, by=by, now=now)
    return repair


@says_nothing_prohibited
@tx
async def refuse_repair(repair_id: UUID, given: Deciding, *, by: Actor, now: datetime) -> Repair:
    """Refuse with the reason and the day from which it becomes possible; raises `NeverAgain` for one after display, and
    `LaterDay` where one officer alone would shut the way for longer than the rule does."""
    require(by, Permission.REMEDY_FILE)
    repair, entry, key = await taken(Repair, repair_id, by=by, now=now)
    step = REPAIR.step(repair.state, "refuse", by=by)
    if given.possible_on and entry.display_until and given.possible_on > entry.display_until:
        raise NeverAgain(at="possible_on", until=entry.display_until)
    earliest = max((await way_of(entry)).possible_on, clock.today(now))
    possible_on = max(given.possible_on or earliest, earliest)
    if possible_on > earliest and not await may_name_later(repair, by):
        raise LaterDay(at="possible_on", possible_on=earliest)
    free(repair)
    await decide(repair, RepairState(step.after), given, possible_on, entry, key, by=by, now=now)
    return repair


async def may_name_later(repair: Repair, by: Actor) -> bool:
    """A reviewer who neither registered nor accepted the application."""
    if not can(by, Permission.REMEDY_DECIDE) or by.account is None or by.account == repair.accepted_by:
        return False
    return not await journal.did(by.account, Kind.REPAIR_APPLIED, repair.id)


async def decide(
    repair: Repair, state: RepairState, given: Deciding, possible_on: date | None, entry: Entry, key: Key, *, by: Actor,
    now: datetime,
) -> None:  # fmt: skip
    repair.state, repair.decided_at, repair.decided_by, repair.possible_on = state, now, by.account, possible_on
    repair.decision = key.seal_json({"text": given.text}, place=f"remedies_repair.decision:{repair.id}")
    await repair.save(update_fields=["state", "decided_at", "decided_by", "possible_on", "decision", *USED_UP])
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
    repair, entry, key = await taken(Repair, repair_id, by=by, now=now)
    require_scan(by, entry, handed)
    return await keep_withdrawal(repair.id, paper, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_withdrawal(repair_id: UUID, paper: Received, files: list[Stored], *, by: Actor, now: datetime) -> Repair:
    repair, entry, key = await taken(Repair, repair_id, by=by, now=now)
    filing(by, entry)
    step = REPAIR.step(repair.state, "withdraw", by=by)
    repair.state = RepairState(step.after)
    free(repair)
    await repair.save(update_fields=["state", *USED_UP])
    await taken_back(repair, Kind.REPAIR_WITHDRAWN, Scope.REPAIR, paper, files, entry, key, by=by, now=now)
    await done(repair, key, by=by, now=now)
    return repair


def free(repair: Repair) -> None:
    """It repairs nothing: its record of service and its receipt may repair something else."""
    for column in USED_UP:
        setattr(repair, column, None)


def require_living(entry: Entry) -> None:
    """Only what is shown can be repaired; raises `NoSuchStep`."""
    ENTRY.step(entry.state, "repair", by=SYSTEM)


async def done(repair: Repair, key: Key, *, by: Actor, now: datetime) -> None:
    for kind in (TaskKind.REPAIR, TaskKind.REPAIR_DECISION):
        await close_task(kind, repair.id, key=key, by=by, now=now)
