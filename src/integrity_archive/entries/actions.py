"""The verbs of an entry. Each takes it under lock, asks the lifecycle, changes it, and writes one journal line."""

from datetime import datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import Polarity, RecordType
from integrity_archive.catalogue.terms import due
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.entries import documents, gate
from integrity_archive.entries.documents import Stored
from integrity_archive.entries.draft import Draft as Draft
from integrity_archive.entries.draft import Reason as Reason
from integrity_archive.entries.draft import Say as Say
from integrity_archive.entries.draft import judge, severity_of, tags_of
from integrity_archive.entries.effect import GateClosed as GateClosed
from integrity_archive.entries.effect import pass_gate
from integrity_archive.entries.effect import schedule as schedule
from integrity_archive.entries.effect import take_due_effects as take_due_effects
from integrity_archive.entries.effect import take_effect as take_effect
from integrity_archive.entries.kinds import Proof
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import hand_on, held, known, moved, reviewed
from integrity_archive.entries.models import Entry, Evidence, Notice
from integrity_archive.entries.numbers import next_number
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.entries.redaction import add_redacted as add_redacted
from integrity_archive.entries.redaction import require_released
from integrity_archive.entries.service import NoticeServedWhen as NoticeServedWhen
from integrity_archive.entries.service import ServedAlready as ServedAlready
from integrity_archive.entries.service import Service as Service
from integrity_archive.entries.service import ask_for_sight
from integrity_archive.entries.service import decision_served_by_letter as decision_served_by_letter
from integrity_archive.entries.service import notice_served_by_letter as notice_served_by_letter
from integrity_archive.entries.service import restart_service as restart_service
from integrity_archive.entries.service import serve as serve
from integrity_archive.entries.service import serve_decision as serve_decision
from integrity_archive.entries.service import sight_service as sight_service
from integrity_archive.entries.standing import Standing, kind_of, subject_of
from integrity_archive.entries.statements import state as state
from integrity_archive.errors import Conflict, Invalid, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import new_key
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

ON_THE_ROAD = (
    TaskKind.REVIEW, TaskKind.SERVE_NOTICE, TaskKind.SIGHT_SERVICE, TaskKind.HEAR_STATEMENT, TaskKind.TAKE_UP,
    TaskKind.PASS_ON, TaskKind.REDACT,
)  # fmt: skip
RESEEN = "update entries_entry set served_sighted_by = null where id = $1"


class EditedMeanwhile(Conflict):
    """Somebody changed this entry in the meantime. Look at it again before you change it."""

    status = 412
    zh = "该条目已被他人修改，请查看最新内容后再改。"


class UnknownEvidenceKind(Refusal):
    """The catalogue has no such kind of evidence."""

    status = 422
    zh = "目录中没有这种证明材料。"


class NotAnAdverseEntry(Conflict):
    """A merit needs no notice: confirm it."""

    zh = "守信信息无需告知，请直接确认。"


class NotAMerit(Conflict):
    """Only a merit is confirmed without a notice."""

    zh = "只有守信信息可以直接确认。"


@looked_over(Permission.ENTRY_DRAFT)
@tx
async def draft(new: Draft, *, by: Actor, now: datetime) -> Entry:
    """Begin an entry about a person of the clerk's organisation. Raises `Invalid`, or `NotFound` for a stranger."""
    require(by, Permission.ENTRY_DRAFT)
    assert by.organisation and by.account
    today = clock.today(now)
    law = edition.current(today)
    subject = await subject_of(new.person, by.organisation)
    kind = judge(new, law, born_on=subject.born_on, today=today)
    subject.require_population(kind)
    key, id = await new_key(), uuid7()
    entry = await Entry.create(
        id=id,
        number=await next_number(subject.uscc, on=today),
        organisation_id=by.organisation,
        clerk_id=by.account,
        key_id=key.id,
        edition=law.code,
        state=State.DRAFT,
        state_since=now,
        served_recorded_at=now if new.served_on else None,
        sealed=key.seal_json(new.sealed_facts(), place=f"entries_entry.sealed:{id}"),
        **clear(new, kind),
    )
    await record(
        Kind.ENTRY_DRAFTED, by=by, now=now, key=key, person=new.person, entry=id, number=entry.number, type=kind.code
    )
    return entry


@looked_over(Permission.ENTRY_DRAFT)
@tx
async def edit(entry_id: UUID, new: Draft, *, version: int, by: Actor, now: datetime) -> Entry:
    """Change a draft as a whole. Raises `EditedMeanwhile` unless `version` is the one that was looked at."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "edit", by=by)
    if entry.version != version:
        raise EditedMeanwhile()
    assert by.organisation
    subject = await subject_of(new.person, by.organisation)
    kind = judge(new, edition.load(entry.edition), born_on=subject.born_on, today=clock.today(now))
    subject.require_population(kind)
    told = service_as_told(entry, new, now=now) | clear(new, kind)
    entry.update_from_dict(told)
    entry.sealed = key.seal_json(new.sealed_facts(), place=f"entries_entry.sealed:{entry.id}")
    entry.version += 1
    await entry.save(update_fields=[*told, "sealed", "version"])
    await record(Kind.ENTRY_EDITED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id)
    return entry


@looked_over(Permission.ENTRY_DRAFT)
async def add_evidence(
    entry_id: UUID,
    kind: str,
    file_name: str,
    data: bytes,
    names_others: bool = False,
    *,
    by: Actor,
    now: datetime,
) -> Evidence:
    """Attach a document to a draft; `kind` is one of the edition's, or a `Proof`. One that names other persons is not
    for the person: he gets its redacted copy."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await known(entry_id, by=by)
    if kind not in {*edition.load(entry.edition).evidence_kinds, *Proof}:
        raise UnknownEvidenceKind(at="kind")
    stored = await documents.store(entry, key, file_name, data)
    return await attach(entry.id, kind, stored, names_others, by=by, now=now)


@tx
async def attach(
    entry_id: UUID, kind: str, stored: Stored, names_others: bool, *, by: Actor, now: datetime
) -> Evidence:
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "add_evidence", by=by)
    made = await documents.attach(entry, key, kind, stored, names_others=names_others, now=now)
    await record(
        Kind.ENTRY_EVIDENCE_ADDED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=made.id,
        kind_of_evidence=kind, sha256=stored.sha256, names_others=names_others,
    )  # fmt: skip
    return made


@tx
async def file(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Hand the entry to the second officer. Raises `Invalid` naming every document that is missing, or the minor."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "file", by=by)
    standing = await Standing.of(entry)
    if missing := [*gate.documents(standing.facts), *gate.age(standing.facts)]:
        raise Invalid(missing)
    await moved(entry, step.after, Kind.ENTRY_FILED, key=key, by=by, now=now)
    await close_task(TaskKind.REFERRED_BACK, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.REVIEW, entry, key=key, by=by, now=now)
    await ask_for_sight(standing, key, by=by, now=now)
    return entry


@looked_over(Permission.ENTRY_REVIEW)
@tx
async def refer_back(entry_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """Return the entry to its clerk, who sees why; what was sighted will be sighted anew."""
    entry, key = await reviewed(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "refer_back", by=by)
    await moved(entry, step.after, Kind.ENTRY_REFERRED_BACK, key=key, by=by, now=now, reason=reason.text)
    await rows(RESEEN, [entry.id])
    for kind in (TaskKind.REVIEW, TaskKind.SIGHT_SERVICE):
        await close_task(kind, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.REFERRED_BACK, entry, key=key, by=by, now=now)
    return entry


@tx
async def notify(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Approve the notice to the person. Raises `SameOfficer` for the clerk of the entry, `Invalid` about a minor."""
    entry, key = await reviewed(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "notify", by=by)
    if kind_of(entry).polarity is not Polarity.NEGATIVE:
        raise NotAnAdverseEntry()
    standing = await Standing.of(entry)
    require_released(standing.evidence)
    if minor := gate.age(standing.facts):
        raise Invalid(minor)
    await Notice.create(entry_id=entry.id, approved_at=now)
    await moved(entry, step.after, Kind.ENTRY_NOTIFIED, key=key, by=by, now=now)
    await close_task(TaskKind.REVIEW, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.SERVE_NOTICE, entry, key=key, by=by, now=now)
    return entry


@tx
async def confirm(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Let a merit take effect. Raises `SameOfficer`, or `GateClosed` where consent or a document is missing."""
    entry, key = await reviewed(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "confirm", by=by)
    if kind_of(entry).polarity is Polarity.NEGATIVE:
        raise NotAMerit()
    require_released((await Standing.of(entry)).evidence)
    await close_task(TaskKind.REVIEW, entry.id, key=key, by=by, now=now)
    return await pass_gate(entry, key, step.after, by=by, now=now)


@says_nothing_prohibited
@tx
async def withdraw(entry_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """Take an entry back before it takes effect, with the reason."""
    entry, key = await reviewed(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "withdraw", by=by)
    entry.effect_due_on = None
    entry.erase_after = due("entries", "kept_after_end", since=clock.today(now))
    await moved(entry, step.after, Kind.ENTRY_WITHDRAWN, key=key, by=by, now=now, reason=reason.text)
    for kind in ON_THE_ROAD:
        await close_task(kind, entry.id, key=key, by=by, now=now)
    return entry


def clear(new: Draft, kind: RecordType) -> dict[str, Any]:
    """The members of a draft that stand clear in the row, under their column names."""
    names = (
        "record_type", "authority_uscc", "deciding_body", "decided_on", "decision_route", "decision_method",
        "served_on", "remedies_told", "remedy_known_on", "steps_taken", "conduct_ended_on", "sanction_kind",
        "sanction_from", "sanction_to", "serious_basis", "consented_on",
    )  # fmt: skip
    said = {name: getattr(new, name) for name in names}
    return said | {
        "person_id": new.person, "severity": severity_of(new, kind), "key_supervision": tags_of(new, kind)
    }  # fmt: skip


def service_as_told(before: Entry, new: Draft, *, now: datetime) -> dict[str, Any]:
    """When a service that the body made was recorded: anew with every change of it, and then not yet seen."""
    if (before.served_on, before.decision_method) == (new.served_on, new.decision_method):
        return {}
    return {"served_recorded_at": now if new.served_on else None, "served_sighted_by": None}
