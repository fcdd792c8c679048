"""The verbs of an entry. Each takes it under lock, asks the lifecycle, changes it, and writes one journal line."""

from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

import rfc8785
from pydantic import BaseModel
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue import calendar, edition
from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.record_types import Polarity
from integrity_archive.database import rows, tx
from integrity_archive.entries import documents, gate
from integrity_archive.entries.documents import Stored
from integrity_archive.entries.draft import Draft as Draft
from integrity_archive.entries.draft import Reason as Reason
from integrity_archive.entries.draft import Say as Say
from integrity_archive.entries.draft import judge, severity_of
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import Proof, ServiceMethod
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import hand_on, held, known, moved, reviewed
from integrity_archive.entries.models import Certificate, Entry, Evidence, Notice, Statement
from integrity_archive.entries.standing import Standing, kind_of, subject_of
from integrity_archive.errors import Conflict, FieldError, Invalid, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, Unreadable, new_key
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

NEXT_NUMBER = "select nextval('entries_number') as number"
DUE = """
select id from entries_entry where state = 'notified' and effect_due_on <= $1 order by effect_due_on, id limit $2
"""


class EditedMeanwhile(Conflict):
    """Somebody changed this entry in the meantime. Look at it again before you change it."""

    status = 412
    zh = "该条目已被他人修改，请查看最新内容后再改。"


class GateClosed(Conflict):
    """The entry may not take effect yet."""

    zh = "尚不具备生效条件。"

    def __init__(self, closed: Gate) -> None:
        self.closed = closed
        super().__init__(due_on=closed.due_on)

    def errors(self) -> list[FieldError]:
        return list(self.closed.missing)


class UnknownEvidenceKind(Refusal):
    """The catalogue has no such kind of evidence."""

    status = 422
    zh = "目录中没有这种证明材料。"


class NoticeServedWhen(Refusal):
    """The notice was served no earlier than the decision was made, and no later than today."""

    status = 422
    zh = "告知书的送达日期不得早于作出决定的日期，也不得晚于今天。"


class ServedAlready(Conflict):
    """The service of this notice has been recorded already."""

    zh = "该告知书的送达已经登记。"


class NotAnAdverseEntry(Conflict):
    """A merit needs no notice: confirm it."""

    zh = "守信信息无需告知，请直接确认。"


class NotAMerit(Conflict):
    """Only a merit is confirmed without a notice."""

    zh = "只有守信信息可以直接确认。"


class Service(BaseModel):
    """How and when the notice reached the person."""

    method: ServiceMethod
    served_on: date


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
    [number] = await rows(NEXT_NUMBER)
    key, id = await new_key(), uuid7()
    entry = await Entry.create(
        id=id,
        number=f"{subject.uscc}-{today.year}-{number['number']:010d}",
        organisation_id=by.organisation,
        clerk_id=by.account,
        key_id=key.id,
        edition=law.code,
        state=State.DRAFT,
        state_since=now,
        severity=severity_of(new, kind),
        sealed=key.seal_json(new.sealed_facts(), place=f"entries_entry.sealed:{id}"),
        **clear(new),
    )
    await record(
        Kind.ENTRY_DRAFTED, by=by, now=now, key=key, person=new.person, entry=id, number=entry.number, type=kind.code
    )
    return entry


@tx
async def edit(entry_id: UUID, new: Draft, *, version: int, by: Actor, now: datetime) -> Entry:
    """Change a draft as a whole. Raises `EditedMeanwhile` unless `version` is the one that was looked at."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by)
    ENTRY.step(entry.state, "edit", by=by)
    if entry.version != version:
        raise EditedMeanwhile()
    assert by.organisation
    subject = await subject_of(new.person, by.organisation)
    kind = judge(new, edition.load(entry.edition), born_on=subject.born_on, today=clock.today(now))
    subject.require_population(kind)
    entry.update_from_dict(clear(new))
    entry.severity = severity_of(new, kind)
    entry.sealed = key.seal_json(new.sealed_facts(), place=f"entries_entry.sealed:{entry.id}")
    entry.version += 1
    await entry.save(update_fields=[*clear(new), "severity", "sealed", "version"])
    await record(Kind.ENTRY_EDITED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id)
    return entry


async def add_evidence(entry_id: UUID, kind: str, file_name: str, data: bytes, *, by: Actor, now: datetime) -> Evidence:
    """Attach a document to a draft; `kind` is one of the edition's, or a `Proof`."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await known(entry_id, by=by)
    if kind not in {*edition.load(entry.edition).evidence_kinds, *Proof}:
        raise UnknownEvidenceKind(at="kind")
    stored = await documents.store(entry, key, file_name, data)
    return await attach(entry.id, kind, stored, by=by, now=now)


@tx
async def attach(entry_id: UUID, kind: str, stored: Stored, *, by: Actor, now: datetime) -> Evidence:
    entry, key = await held(entry_id, by=by)
    ENTRY.step(entry.state, "add_evidence", by=by)
    made = await documents.attach(entry, key, kind, stored, now=now)
    await record(
        Kind.ENTRY_EVIDENCE_ADDED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=made.id,
        kind_of_evidence=kind, sha256=stored.sha256,
    )  # fmt: skip
    return made


@tx
async def file(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Hand the entry to the second officer. Raises `Invalid` naming every document that is missing."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by)
    step = ENTRY.step(entry.state, "file", by=by)
    standing = await Standing.of(entry)
    if missing := gate.documents(standing.facts):
        raise Invalid(missing)
    await moved(entry, step.after, Kind.ENTRY_FILED, key=key, by=by, now=now)
    await close_task(TaskKind.REFERRED_BACK, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.REVIEW, entry, key=key, by=by, now=now)
    return entry


@tx
async def refer_back(entry_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """Return the entry to its clerk, who sees why."""
    entry, key = await reviewed(entry_id, by=by)
    step = ENTRY.step(entry.state, "refer_back", by=by)
    await moved(entry, step.after, Kind.ENTRY_REFERRED_BACK, key=key, by=by, now=now, reason=reason.text)
    await close_task(TaskKind.REVIEW, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.REFERRED_BACK, entry, key=key, by=by, now=now)
    return entry


@tx
async def notify(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Approve the notice to the person. Raises `SameOfficer` for the clerk of the entry."""
    entry, key = await reviewed(entry_id, by=by)
    step = ENTRY.step(entry.state, "notify", by=by)
    if kind_of(entry).polarity is not Polarity.NEGATIVE:
        raise NotAnAdverseEntry()
    await Notice.create(entry_id=entry.id, approved_at=now)
    await moved(entry, step.after, Kind.ENTRY_NOTIFIED, key=key, by=by, now=now)
    await close_task(TaskKind.REVIEW, entry.id, key=key, by=by, now=now)
    await hand_on(TaskKind.SERVE_NOTICE, entry, key=key, by=by, now=now)
    return entry


async def serve(entry_id: UUID, service: Service, proof_name: str, proof: bytes, *, by: Actor, now: datetime) -> Entry:
    """Record that the notice was served on paper, with its proof: from that day the person's time runs."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await known(entry_id, by=by)
    ENTRY.step(entry.state, "serve", by=by)
    if not entry.decided_on <= service.served_on <= clock.today(now):
        raise NoticeServedWhen(at="served_on")
    stored = await documents.store(entry, key, proof_name, proof)
    return await keep_service(entry.id, service, stored, by=by, now=now)


@tx
async def keep_service(entry_id: UUID, service: Service, stored: Stored, *, by: Actor, now: datetime) -> Entry:
    entry, key = await held(entry_id, by=by)
    ENTRY.step(entry.state, "serve", by=by)
    proof = await documents.attach(entry, key, Proof.NOTICE_SERVICE, stored, now=now)
    served = {"method": service.method, "served_on": service.served_on, "proof_id": proof.id}
    if not await Notice.filter(entry_id=entry.id, served_on=None).update(**served):
        raise ServedAlready()
    await schedule(entry, now=now)
    await record(
        Kind.ENTRY_SERVED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=proof.id,
        method=service.method, served_on=service.served_on.isoformat(), sha256=stored.sha256,
    )  # fmt: skip
    await close_task(TaskKind.SERVE_NOTICE, entry.id, key=key, by=by, now=now)
    return entry


@tx
async def state(entry_id: UUID, said: Say, *, by: Actor, now: datetime) -> Statement:
    """Add the person's statement: by himself, or on paper through the clerk. It travels with the entry from now on."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.ENTRY_DRAFT, person=by.person)
    entry, key = await held(entry_id, by=by)
    ENTRY.step(entry.state, "state", by=by)
    id = uuid7()
    sealed = key.seal(said.text.encode(), place=f"entries_statement.sealed:{id}")
    statement = await Statement.create(id=id, entry_id=entry.id, sealed=sealed, at=now)
    if entry.state is State.NOTIFIED:
        await schedule(entry, now=now)
    await record(Kind.ENTRY_STATED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=id, own=own)
    return statement


@tx
async def take_effect(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Pass the gate: an adverse entry whose periods are over. Raises `GateClosed` with what is missing."""
    require(by, Permission.ENTRY_REVIEW)
    entry, key = await held(entry_id, by=by)
    step = ENTRY.step(entry.state, "take_effect", by=by)
    return await pass_gate(entry, key, step.after, by=by, now=now)


@tx
async def confirm(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Let a merit take effect. Raises `SameOfficer`, or `GateClosed` where consent or a document is missing."""
    entry, key = await reviewed(entry_id, by=by)
    step = ENTRY.step(entry.state, "confirm", by=by)
    if kind_of(entry).polarity is Polarity.NEGATIVE:
        raise NotAMerit()
    await close_task(TaskKind.REVIEW, entry.id, key=key, by=by, now=now)
    return await pass_gate(entry, key, step.after, by=by, now=now)


@tx
async def withdraw(entry_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """Take an entry back before it takes effect, with the reason."""
    entry, key = await reviewed(entry_id, by=by)
    step = ENTRY.step(entry.state, "withdraw", by=by)
    entry.effect_due_on = None
    await moved(entry, step.after, Kind.ENTRY_WITHDRAWN, key=key, by=by, now=now, reason=reason.text)
    for kind in (TaskKind.REVIEW, TaskKind.SERVE_NOTICE):
        await close_task(kind, entry.id, key=key, by=by, now=now)
    return entry


async def take_due_effects(*, now: datetime, limit: int) -> int:
    """Let entries take effect whose periods are over; one that fails its gate stands aside. Returns how many did."""
    done = 0
    for row in await rows(DUE, [clock.today(now), limit]):
        try:
            await take_effect(row["id"], by=SYSTEM, now=now)
        except (Conflict, Unreadable):
            await Entry.filter(id=row["id"], state=State.NOTIFIED).update(effect_due_on=None)
        else:
            done += 1
    return done


async def schedule(entry: Entry, *, now: datetime) -> None:
    """Note the day on which the worker should try the gate."""
    examined = (await Standing.of(entry)).gate(calendar.official(), today=clock.today(now))
    entry.effect_due_on = examined.due_on
    await entry.save(update_fields=["effect_due_on"])


async def pass_gate(entry: Entry, key: Key, after: StrEnum, *, by: Actor, now: datetime) -> Entry:
    """Examine, store the certificate, and let the entry take effect; raises `GateClosed`."""
    today = clock.today(now)
    standing = await Standing.of(entry)
    examined = standing.gate(calendar.official(), today=today)
    if not examined.open:
        raise GateClosed(examined)
    assert examined.final_on
    law = edition.load(entry.edition)
    entry.final_on, entry.told_on, entry.effect_due_on = examined.final_on, examined.told_on, None
    entry.display_until = display_until(
        standing.kind,
        law.item_for(standing.kind.code, entry.severity),
        decided_on=entry.decided_on,
        final_on=examined.final_on,
        conduct_ended_on=entry.conduct_ended_on,
        sanction_to=entry.sanction_to,
    )
    id, text = uuid7(), rfc8785.dumps(standing.certificate(examined, effect_on=today, key=key))
    digest = sha256(text).digest()
    sealed = key.seal(text, place=f"entries_certificate.sealed:{id}")
    await Certificate.create(id=id, entry_id=entry.id, sealed=sealed, sha256=digest, at=now)
    await moved(entry, after, Kind.ENTRY_TOOK_EFFECT, key=key, by=by, now=now, certificate=digest.hex())
    return entry


def clear(new: Draft) -> dict[str, Any]:
    """The members of a draft that stand clear in the row, under their column names."""
    names = (
        "record_type", "authority_uscc", "decided_on", "served_on", "remedies_told", "conduct_ended_on",
        "sanction_kind", "sanction_from", "sanction_to", "consented_on",
    )  # fmt: skip
    return {name: getattr(new, name) for name in names} | {"person_id": new.person}
