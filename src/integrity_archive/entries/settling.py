"""What the outcome of a remedy, or the consent of two officers, does to an entry; always in the caller's transaction.

Each verb takes the entry under lock, asks the lifecycle, and writes one journal line. `by` is the officer who decided,
or the system where the law itself decides.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.periods import corresponding_end, months_after
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.catalogue.terms import terms
from integrity_archive.database import rows, tx
from integrity_archive.entries.actions import Reason, schedule
from integrity_archive.entries.amending import (
    Amended,
    considered,
    is_new_decision,
    keep_former,
    reword,
)
from integrity_archive.entries.changeable import Members
from integrity_archive.entries.draft import Found, wrong_body
from integrity_archive.entries.found import keep, require_its_evidence
from integrity_archive.entries.kinds import ChangeKind, Ending, Objection
from integrity_archive.entries.lifecycle import CHANGE, ENTRY, State
from integrity_archive.entries.locked import held
from integrity_archive.entries.models import Entry, Finding, Notice
from integrity_archive.entries.quarantine import destroy_with
from integrity_archive.entries.service import call_for_service, serve_anew
from integrity_archive.entries.standing import Standing, kind_of
from integrity_archive.errors import Conflict, FieldError, Invalid, Refusal
from integrity_archive.intake import read
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_tasks_of
from integrity_archive.tasks.models import TaskKind

REVOCATIONS = frozenset(
    {
        Ending.REVOKED, Ending.WRONG_SUBJECT, Ending.NOT_CATALOGUED, Ending.MINOR, Ending.DUPLICATE,
        Ending.SUBJECT_RIGHT,
    }
)  # fmt: skip
NEVER_TO_BE_KEPT = frozenset({Ending.MINOR, Ending.WRONG_SUBJECT})
# Work on the entry itself. Remedies, letters and recipients close their own: those must be answered in any case.
OF_THE_ROAD = (
    TaskKind.REVIEW, TaskKind.REFERRED_BACK, TaskKind.SERVE_NOTICE, TaskKind.SIGHT_SERVICE, TaskKind.HEAR_STATEMENT,
    TaskKind.CHANGE, TaskKind.TAKE_UP, TaskKind.MEND_REJECTION, TaskKind.REVISE,
    TaskKind.PASS_ON, TaskKind.REDACT,
)  # fmt: skip
LAPSED = "update entries_change set state = $2, decided_at = $3 where entry_id = $1 and state = any($4) returning id"


class NotACause(Refusal):
    """An entry is not revoked for this cause."""

    status = 422
    zh = "这不是撤销的原因。"


class LiftedWhen(Refusal):
    """Discipline is lifted no earlier than it was decided, and no later than today."""

    status = 422
    zh = "解除日期不得早于作出决定的日期，也不得晚于今天。"


class NothingToLift(Refusal):
    """This entry has no sanction with a term that could be lifted."""

    status = 422
    zh = "该条目没有有期限、可以解除的处分。"


class FoundAlready(Conflict):
    """What the decision found was listed when the entry was notified: only a new decision changes it."""

    zh = "告知时已经列明认定的事实；只有决定变更才能改动。"


@tx
async def mark_objected(entry_id: UUID, objection: Objection, *, by: Actor, now: datetime) -> Entry:
    """Set the mark that travels with every answer, or take it off."""
    entry, key, _ = await stepped(entry_id, "mark", by=by, now=now)
    before, entry.objection = entry.objection, objection
    said = {"before": before, "after": objection}
    return await written(entry, ["objection"], Kind.ENTRY_MARKED, key=key, by=by, now=now, **said)


@tx
async def suspend(entry_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """An appeal is open, or a service is contested: no finality, no display. Harmless when it is so already."""
    entry, key, _ = await stepped(entry_id, "suspend", by=by, now=now)
    if entry.suspended:
        return entry
    entry.suspended, entry.effect_due_on = True, None
    columns = ["suspended", "effect_due_on"]
    return await written(entry, columns, Kind.ENTRY_SUSPENDED, key=key, by=by, now=now, reason=reason.text)


@tx
async def resume(
    entry_id: UUID, concluded_on: date | None = None, concluded: Procedure | None = None, *, by: Actor, now: datetime
) -> Entry:
    """No appeal is open. Finality counts from the day on which that procedure was concluded, if it is the decision's
    own remedy, and the gate is tried again."""
    entry, key, _ = await stepped(entry_id, "resume", by=by, now=now)
    if not entry.suspended:
        return entry
    entry.suspended = False
    if concluded_on:
        entry.remedy_concluded_on, entry.remedy_concluded = concluded_on, concluded
    day = concluded_on.isoformat() if concluded_on else None
    columns = ["suspended", "remedy_concluded_on", "remedy_concluded"]
    said = {"concluded_on": day, "concluded": concluded}
    await written(entry, columns, Kind.ENTRY_RESUMED, key=key, by=by, now=now, **said)
    if entry.state is State.NOTIFIED:
        await schedule(await Standing.of(entry), now=now)
    return entry


@tx
async def lift(entry_id: UUID, lifted_on: date, *, by: Actor, now: datetime) -> Entry:
    """The body lifted its discipline: it burdens no evaluation any more (Order 41 art. 57; DOMAIN §2.4)."""
    entry, key, _ = await stepped(entry_id, "lift", by=by, now=now)
    require_liftable(entry, lifted_on, today=clock.today(now))
    entry.lifted_on = lifted_on
    day = lifted_on.isoformat()
    return await written(entry, ["lifted_on"], Kind.ENTRY_LIFTED, key=key, by=by, now=now, lifted_on=day)


def require_liftable(entry: Entry, lifted_on: date, *, today: date) -> None:
    sanction = kind_of(entry).sanction(entry.sanction_kind) if entry.sanction_kind else None
    if sanction is None or not sanction.has_term:
        raise NothingToLift(at="lifted_on")
    if not entry.decided_on <= lifted_on <= today:
        raise LiftedWhen(at="lifted_on")


@tx
async def revoke(entry_id: UUID, reason: Reason, cause: Ending, *, by: Actor, now: datetime) -> Entry:
    """It should never have been, or no longer stands: out of every answer at once, also before it took effect."""
    entry, key, after = await stepped(entry_id, "revoke", by=by, now=now)
    require_cause(cause)
    said = {"reason": reason.text, "cause": cause}
    return await end(entry, key, after, cause, Kind.ENTRY_REVOKED, by=by, now=now, **said)


def require_cause(cause: Ending) -> None:
    if cause not in REVOCATIONS:
        raise NotACause(at="cause")


@tx
async def repair(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Repair was granted: display and use end at once (信用修复管理办法; DOMAIN §2.4)."""
    entry, key, after = await stepped(entry_id, "repair", by=by, now=now)
    return await end(entry, key, after, Ending.REPAIRED, Kind.ENTRY_REPAIRED, by=by, now=now)


@tx
async def correct(entry_id: UUID, changes: Mapping[str, Any], reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """We had recorded it wrongly: mend it. Raises `Invalid`, for a fixed member too."""
    entry, key, _ = await stepped(entry_id, "correct", by=by, now=now)
    amended = await considered(entry, key, read(Members, changes), ChangeKind.CORRECTION, now=now)
    return await amended_by(entry, key, amended, ChangeKind.CORRECTION, reason, by=by, now=now)


@tx
async def revise(
    entry_id: UUID, changes: Mapping[str, Any], reason: Reason, decision: UUID | None = None, *, by: Actor,
    now: datetime,
) -> Entry:  # fmt: skip
    """The body changed its decision: the entry follows, and what it said before stays true of its time.

    Before it took effect the changed decision is told anew: it and our notice are served again, and both clocks begin
    then. What it found rests on the `decision` document.
    """
    entry, key, _ = await stepped(entry_id, "revise", by=by, now=now)
    amended = await considered(entry, key, read(Members, changes), ChangeKind.REVISION, now=now)
    await close_tasks_of(entry.id, (TaskKind.REVISE,), key=key, by=by, now=now)
    if not is_new_decision(entry, ChangeKind.REVISION):
        return await amended_by(entry, key, amended, ChangeKind.REVISION, reason, by=by, now=now)
    await keep_former(entry, key, ChangeKind.REVISION, now=now)
    columns = sorted({"reviewer_id", *await serve_anew(entry, now=now), *reword(entry, key, amended)})
    entry.reviewer_id = by.account or entry.reviewer_id
    await Finding.filter(entry_id=entry.id).delete()
    for found in amended.findings:
        await keep(entry, key, found, [*found.evidence, *([decision] if decision else [])], now=now)
    said = {"reason": reason.text, "changed": sorted(amended.members), "rule": amended.rule}
    await written(entry, columns, Kind.ENTRY_REVISED, key=key, by=by, now=now, anew=True, **said)
    await call_for_service(entry, key, by=by, now=now)
    return entry


@tx
async def complete(
    entry_id: UUID, findings: Sequence[Found], reason: Reason, body: str | None = None, *, by: Actor, now: datetime
) -> Entry:
    """Link what the decision found to its evidence, or say which kind of body decided, in an entry that was notified
    before entries said so; the person reads it beside the decision that he has."""
    entry, key, _ = await stepped(entry_id, "complete", by=by, now=now)
    await require_incomplete(entry, findings, body)
    entry.deciding_body = body or entry.deciding_body
    added = [str((await keep(entry, key, found, found.evidence, now=now)).id) for found in findings]
    said = {"reason": reason.text, "findings": added, "deciding_body": body}
    await written(entry, ["deciding_body"], Kind.ENTRY_COMPLETED, key=key, by=by, now=now, **said)
    await schedule(await Standing.of(entry), now=now)
    return entry


async def require_incomplete(entry: Entry, findings: Sequence[Found], body: str | None) -> None:
    """Raises `FoundAlready` where the second officer approved the notice with its findings, or with the kind of body;
    or `Invalid`."""
    if body and entry.deciding_body:
        raise FoundAlready(at="deciding_body")
    if body and (fault := next(wrong_body(body, kind_of(entry)), None)):
        raise Invalid(fault.errors())
    if body and not findings:
        return
    if not findings or not all(found.evidence for found in findings):
        raise Invalid([FieldError("findings", "required", "此项必填。", "This is required.")])
    await require_its_evidence(entry, findings, at="findings")
    notice = await Notice.get(entry_id=entry.id)
    if await Finding.exists(entry_id=entry.id, at__lte=notice.approved_at):
        raise FoundAlready(at="findings")


async def amended_by(
    entry: Entry, key: Key, amended: Amended, kind: ChangeKind, reason: Reason, *, by: Actor, now: datetime, **said: Any
) -> Entry:
    """Write what was considered, with the reason and the rule by which it is shown from now on."""
    await keep_former(entry, key, kind, now=now)
    columns = reword(entry, key, amended)
    event = Kind.ENTRY_CORRECTED if kind is ChangeKind.CORRECTION else Kind.ENTRY_REVISED
    said |= {"reason": reason.text, "changed": sorted(amended.members), "rule": amended.rule}
    return await written(entry, columns, event, key=key, by=by, now=now, **said)


async def stepped(entry_id: UUID, act: str, *, by: Actor, now: datetime) -> tuple[Entry, Key, StrEnum]:
    """The entry under lock, with its key and the state that the act leads to."""
    require(by, Permission.ENTRY_SETTLE)
    entry, key = await held(entry_id, by=by, now=now)
    return entry, key, ENTRY.step(entry.state, act, by=by).after


async def written(
    entry: Entry, columns: list[str], kind: Kind, *, key: Key, by: Actor, now: datetime, **said: Any
) -> Entry:
    entry.version += 1
    await entry.save(update_fields=[*columns, "version"])
    await record(kind, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, version=entry.version, **said)
    return entry


async def end(
    entry: Entry, key: Key, after: StrEnum, ending: Ending | None, kind: Kind, *, by: Actor, now: datetime, **said: Any
) -> Entry:
    """The entry is shown no more, for that reason, and erased on that day; nobody need work on it any longer."""
    entry.state, entry.state_since, entry.ended_because, entry.effect_due_on = State(after), now, ending, None
    entry.erase_after = kept_until(entry, kind_of(entry), today=clock.today(now))
    columns = ["state", "state_since", "ended_because", "effect_due_on", "erase_after"]
    await written(entry, columns, kind, key=key, by=by, now=now, **said)
    await close_tasks_of(entry.id, OF_THE_ROAD, key=key, by=by, now=now)
    await drop_proposals(entry, key, now=now)
    await destroy_with(entry, key, now=now)
    return entry


async def drop_proposals(entry: Entry, key: Key, *, now: datetime) -> None:
    """What was proposed for an entry that has ended can never be done any more."""
    for change in await rows(LAPSED, [entry.id, CHANGE.after("lapse"), now, CHANGE.before("lapse")]):
        await record(
            Kind.ENTRY_CHANGE_REFUSED, by=SYSTEM, now=now, key=key, person=entry.person_id, entry=entry.id,
            about=change["id"],
        )  # fmt: skip


def kept_until(entry: Entry, kind: RecordType, *, today: date) -> date:
    """How long the sealed copy is kept: retention counts from the end of the conduct (征信业管理条例 16).

    But never so short that those who received the entry could not be told of its end any more, and no longer than
    that where it was never to be kept: a minor's conduct (晋政办发〔2018〕27号 15), or somebody else's.
    """
    to_tell = corresponding_end(today, terms("entries")["kept_to_tell"])
    if entry.ended_because in NEVER_TO_BE_KEPT:
        return to_tell
    if not kind.retention:
        return corresponding_end(today, terms("entries")["kept_after_end"])
    retained = months_after(entry.conduct_ended_on or entry.final_on or entry.decided_on, kind.retention.months)
    return max(retained, to_tell)
