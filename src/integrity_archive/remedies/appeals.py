"""The mirror of a procedure before an outside body: while it runs the decision is not final and is not shown."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.terms import deadline
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries.draft_faults import InFuture
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.redaction import withheld
from integrity_archive.entries.standing import kind_of
from integrity_archive.errors import Conflict, FieldError, Invalid, Refusal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents, redress
from integrity_archive.remedies.clocks import until
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.kinds import AppealKind, AppealOutcome, DocumentKind, Redress
from integrity_archive.remedies.lifecycle import APPEAL, AppealState
from integrity_archive.remedies.models import Appeal, Document
from integrity_archive.remedies.redress import Ended, Remedy
from integrity_archive.remedies.taking import (
    Line,
    Received,
    Text,
    came_in,
    filing,
    require_no_hand,
    require_other,
    said,
    settling,
    taken,
    texts,
)
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind


class AppealRuns(Conflict):
    """This procedure is on record already and has not been concluded."""

    zh = "该程序已经登记，尚未办结。"


class FiledBeforeDecided(Refusal):
    """Nobody appeals against a decision before it is made."""

    status = 422
    zh = "提出的日期不得早于作出决定的日期。"


class ConcludedBeforeFiled(Refusal):
    """It was not concluded before it was filed."""

    status = 422
    zh = "办结的日期不得早于提出的日期。"


class Appealing(Received):
    """Which procedure, before whom, since when."""

    kind: AppealKind
    body: Line = Field(min_length=2, max_length=200)
    case_no: Line | None = Field(default=None, max_length=100)
    filed_on: date
    text: Text | None = Field(default=None, max_length=1000)


class Concluding(BaseModel):
    """What the outside body decided, and on which day the person received it. A decision that names others reaches him
    from us as its redacted copy."""

    outcome: AppealOutcome
    concluded_on: date
    text: Text = Field(min_length=2, max_length=500)
    names_others: bool = False


async def open_appeal(
    entry_id: UUID, new: Appealing, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Appeal:
    """Record that an outside body was appealed to, with what proves it; the entry is suspended at once.

    Whether the appeal is in time is for that body to say, not for us.
    """
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(new, Scope.APPEAL, entry, by=by, now=now)
    handed = list(files)
    if not any(one.kind is DocumentKind.APPEAL_FILED for one in handed):
        raise Invalid([missing("appeal_filed", "请附已向该机关提出的证明。", "Attach what proves the appeal.")])
    if new.filed_on > clock.today(now):
        raise InFuture(at="filed_on")
    if new.filed_on < entry.decided_on:
        raise FiledBeforeDecided(at="filed_on")
    return await keep(entry_id, new, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep(entry_id: UUID, new: Appealing, files: list[Stored], *, by: Actor, now: datetime) -> Appeal:
    entry, key = await held(entry_id, by=by, now=now)
    channel = filing(by, entry)
    _, paper = await came_in(new, Scope.APPEAL, entry, by=by, now=now)
    if entry.state not in redress.LIVING:
        raise Ended()
    if await Appeal.exists(entry_id=entry.id, kind=new.kind, state=AppealState.OPEN):
        raise AppealRuns()
    id = uuid7()
    target = until(f"appeal_{new.kind}", since=new.filed_on)
    facts = texts(body=new.body, case_no=new.case_no, text=new.text)
    appeal = await Appeal.create(
        id=id,
        entry_id=entry.id,
        kind=new.kind,
        sealed=key.seal_json(facts, place=f"remedies_appeal.sealed:{id}"),
        filed_on=new.filed_on,
        recorded_at=now,
    )
    await redress.suspend(entry, new.body, by=settling(by), now=now)
    hashes = await documents.attach(id, files, key, now=now)
    told = {"filed_on": new.filed_on.isoformat(), "channel": channel, "documents": hashes, **paper}
    await said(Kind.APPEAL_OPENED, appeal, entry, key, by=by, now=now, **told)
    await open_task(
        TaskKind.APPEAL, entry.organisation_id, id, entry=entry.id, due_on=target.day, since=new.filed_on,
        rule=f"remedies.appeal_{new.kind}", provisional=target.provisional, not_for=entry.reviewer_id,
        key=key, by=by, now=now,
    )  # fmt: skip
    return appeal


@says_nothing_prohibited
async def conclude_appeal(
    appeal_id: UUID, given: Concluding, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Appeal:
    """Record the outcome with the outside body's decision (for a withdrawal, what proves it): by a reviewer who had no
    hand in the entry and did not record the appeal.

    Quashed: the entry is revoked. Otherwise, once no other procedure is open, it is resumed, and a decision that was
    not final is final the day after the conclusion by its own rule. Changed: the entry has to be revised, and before it
    took effect everything is told anew. What is over stays so; those who received it are told all the same.
    """
    require(by, Permission.REMEDY_DECIDE)
    appeal, _, key = await taken(Appeal, appeal_id, by=by, now=now)
    APPEAL.step(appeal.state, "conclude", by=by)
    handed = [replace(one, names_others=given.names_others) for one in files]
    if not handed:
        raise Invalid([missing("appeal_outcome", "请附该机关的决定。", "Attach the decision of that body.")])
    if given.concluded_on > clock.today(now):
        raise InFuture(at="concluded_on")
    if given.concluded_on < appeal.filed_on:
        raise ConcludedBeforeFiled(at="concluded_on")
    return await keep_outcome(appeal_id, given, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep_outcome(appeal_id: UUID, given: Concluding, files: list[Stored], *, by: Actor, now: datetime) -> Appeal:
    appeal, entry, key = await taken(Appeal, appeal_id, by=by, now=now)
    step = APPEAL.step(appeal.state, "conclude", by=by)
    await require_no_hand(by, entry)
    await require_other(by, Kind.APPEAL_OPENED, appeal.id)
    appeal.state, appeal.outcome = AppealState(step.after), given.outcome
    appeal.concluded_on = given.concluded_on
    facts = key.open_json(appeal.sealed, place=f"remedies_appeal.sealed:{appeal.id}") | {"outcome": given.text}
    appeal.sealed = key.seal_json(facts, place=f"remedies_appeal.sealed:{appeal.id}")
    await appeal.save(update_fields=["state", "outcome", "concluded_on", "sealed"])
    hashes = await documents.attach(appeal.id, files, key, now=now)
    await said(
        Kind.APPEAL_CONCLUDED, appeal, entry, key, by=by, now=now, outcome=given.outcome,
        concluded_on=given.concluded_on.isoformat(), documents=hashes,
    )  # fmt: skip
    await close_task(TaskKind.APPEAL, appeal.id, key=key, by=by, now=now)
    if redress.lives(entry, now=now):
        if withheld(await Document.filter(about=appeal.id)):
            begun = clock.today(now)
            target = deadline("entries", TaskKind.REDACT, since=begun)
            await open_task(
                TaskKind.REDACT, entry.organisation_id, appeal.id, entry=entry.id, due_on=target.day, since=begun,
                rule="entries.redact", provisional=target.provisional, key=key, by=by, now=now,
            )  # fmt: skip
        await follow(appeal, given, entry, key, by=by, now=now)
    return appeal


async def follow(appeal: Appeal, given: Concluding, entry: Entry, key: Key, *, by: Actor, now: datetime) -> None:
    """What the outcome means for an entry that still lives."""
    if given.outcome is AppealOutcome.QUASHED:
        quash = Remedy(kind=Redress.REVOKE, cause=Ending.REVOKED)
        await redress.apply(entry, quash, reason=given.text, by=by, now=now)
        return
    if given.outcome is AppealOutcome.CHANGED:
        # what it says is no longer so: it stays suspended until it has been revised (`resuming`)
        target = until("revise", since=clock.today(now))
        await open_task(
            TaskKind.REVISE, entry.organisation_id, entry.id, entry=entry.id, due_on=target.day,
            since=clock.today(now), rule="remedies.revise", provisional=target.provisional, key=key, by=by, now=now,
        )  # fmt: skip
        return
    if not await Appeal.exists(entry_id=entry.id, state=AppealState.OPEN):
        last = await finality_from(entry)
        concluded_on, concluded = (last.concluded_on, last.kind) if last else (None, None)
        await redress.resume(entry, concluded_on, concluded, by=by, now=now)


async def finality_from(entry: Entry) -> Appeal | None:
    """The conclusion that makes a decision final that was not: of its own remedies, the last in the order of their use.

    A changed decision begins its own time when it is served. What was withdrawn or not admitted, was concluded before
    the decision was served, or is none of the rule's, moves no clock; nor does what came after the entry took effect.
    """
    rule = kind_of(entry).finality
    if entry.state is not State.NOTIFIED or rule is None or entry.served_on is None:
        return None
    upheld = await Appeal.filter(
        entry_id=entry.id, state=AppealState.CONCLUDED, outcome=AppealOutcome.UPHELD, concluded_on__gte=entry.served_on
    )
    placed = [(place, one.concluded_on, one) for one in upheld if (place := rule.moved_by(one.kind)) is not None]
    return max(placed, key=lambda found: found[:2])[2] if placed else None


def missing(field: str, zh: str, en: str) -> FieldError:
    return FieldError(field, "file-missing", zh, en)
