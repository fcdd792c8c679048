"""Remedies opened: every text, for somebody who may read it. Which that is, `queries` decides."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.entries.models import Entry
from integrity_archive.entries.visibility import over
from integrity_archive.remedies import documents, redress
from integrity_archive.remedies.documents import Listed
from integrity_archive.remedies.kinds import (
    AppealKind,
    AppealOutcome,
    Channel,
    Ground,
    MitigationKind,
    ObjectionOutcome,
)
from integrity_archive.remedies.lifecycle import (
    APPEAL,
    OBJECTION,
    REPAIR,
    AppealState,
    ComplaintState,
    ObjectionState,
    RepairState,
)
from integrity_archive.remedies.models import Appeal, Complaint, Mitigation, Objection, Repair
from integrity_archive.sealing import Key, key_of
from integrity_archive.tasks import queries as tasks
from integrity_archive.tasks.models import TaskKind


@dataclass(frozen=True)
class ObjectionView:
    """An objection, opened. Each day it is due by may be provisional: then it may still move."""

    id: UUID
    number: str
    entry: UUID
    person: UUID
    ground: Ground
    channel: Channel
    state: ObjectionState
    text: str
    wishes: str | None
    source: str | None
    answer: str | None
    outcome: ObjectionOutcome | None
    lodged_at: datetime
    forwarded_at: datetime | None
    answered_at: datetime | None
    source_due_on: date | None
    source_provisional: bool
    due_on: date
    provisional: bool
    limit_on: date
    documents: list[Listed]
    acts: list[str]


@dataclass(frozen=True)
class AppealView:
    """An appeal, opened. `result`: what the outside body said, as long as the entry is shown."""

    id: UUID
    entry: UUID
    person: UUID
    kind: AppealKind
    state: AppealState
    body: str
    case_no: str | None
    text: str | None
    filed_on: date
    outcome: AppealOutcome | None
    concluded_on: date | None
    result: str | None
    documents: list[Listed]
    acts: list[str]


@dataclass(frozen=True)
class RepairView:
    """An application for repair, opened. `provisional`: the day it is due by may still move."""

    id: UUID
    number: str
    entry: UUID
    person: UUID
    channel: Channel
    state: RepairState
    text: str
    volunteer_no: str | None
    volunteer_hours: int | None
    volunteer_from: date | None
    volunteer_to: date | None
    charity_no: str | None
    charity_on: date | None
    checked: str | None
    decision: str | None
    applied_at: datetime
    decided_at: datetime | None
    possible_on: date | None
    due_on: date
    provisional: bool
    documents: list[Listed]
    acts: list[str]


@dataclass(frozen=True)
class MitigationView:
    """Something that eases the entry."""

    id: UUID
    kind: MitigationKind
    text: str
    happened_on: date
    at: datetime
    documents: list[Listed]


@dataclass(frozen=True)
class ComplaintView:
    """A complaint, opened for the person or for the desk it lies on. `provisional`: its day may still move."""

    id: UUID
    number: str
    organisation: UUID
    desk: UUID
    against: UUID | None
    entry: UUID | None
    person: UUID
    channel: Channel
    state: ComplaintState
    text: str
    answer: str | None
    lodged_at: datetime
    answered_at: datetime | None
    due_on: date
    provisional: bool
    documents: list[Listed]


def gone(entry: Entry) -> bool:
    """It is over: what the bodies said of it is not read any more."""
    return over(entry.state, entry.display_until, on=clock.present_day())


async def moving(about: UUID) -> set[str]:
    """Which days of a remedy may still move, by the kind of the task that keeps each: it has no day apart from one."""
    return {one.kind for one in await tasks.running(about=about) if one.provisional}


async def objection_view(one: Objection, entry: Entry, key: Key, *, by: Actor) -> ObjectionView:
    said = key.open_json(one.sealed, place=f"remedies_objection.sealed:{one.id}")
    answer = key.open_json(one.answer, place=f"remedies_objection.answer:{one.id}") if one.answer else {}
    acts = set(OBJECTION.acts(one.state, by=by))
    if one.outcome is not ObjectionOutcome.DISMISSED or entry.state not in redress.LIVING or gone(entry):
        acts.discard("disagree")
    may_move = await moving(one.id)
    return ObjectionView(
        id=one.id,
        number=one.number,
        entry=entry.id,
        person=entry.person_id,
        ground=one.ground,
        channel=one.channel,
        state=one.state,
        text=said["text"],
        wishes=said.get("wishes"),
        source=None if gone(entry) else answer.get("source"),
        answer=answer.get("text"),
        outcome=one.outcome,
        lodged_at=one.lodged_at,
        forwarded_at=one.forwarded_at,
        answered_at=one.answered_at,
        source_due_on=one.source_due_on,
        source_provisional=TaskKind.OBJECTION_SOURCE in may_move,
        due_on=one.due_on,
        provisional=TaskKind.OBJECTION in may_move,
        limit_on=one.limit_on,
        documents=await documents.listed(one.id, key, by=by, gone=gone(entry)),
        acts=sorted(acts),
    )


async def appeal_view(one: Appeal, entry: Entry, key: Key, *, by: Actor) -> AppealView:
    said = key.open_json(one.sealed, place=f"remedies_appeal.sealed:{one.id}")
    return AppealView(
        id=one.id,
        entry=entry.id,
        person=entry.person_id,
        kind=one.kind,
        state=one.state,
        body=said["body"],
        case_no=said.get("case_no"),
        text=said.get("text"),
        filed_on=one.filed_on,
        outcome=one.outcome,
        concluded_on=one.concluded_on,
        result=None if gone(entry) else said.get("outcome"),
        documents=await documents.listed(one.id, key, by=by, gone=gone(entry)),
        acts=sorted(APPEAL.acts(one.state, by=by)),
    )


async def repair_view(one: Repair, entry: Entry, key: Key, *, by: Actor) -> RepairView:
    said = key.open_json(one.sealed, place=f"remedies_repair.sealed:{one.id}")
    checked = key.open_json(one.checked, place=f"remedies_repair.checked:{one.id}") if one.checked else {}
    decision = key.open_json(one.decision, place=f"remedies_repair.decision:{one.id}") if one.decision else {}
    acts = set(REPAIR.acts(one.state, by=by))
    if by.account is not None and by.account == one.accepted_by:
        acts.discard("grant")
    return RepairView(
        id=one.id,
        number=one.number,
        entry=entry.id,
        person=entry.person_id,
        channel=one.channel,
        state=one.state,
        text=said["text"],
        volunteer_no=said.get("volunteer_no"),
        volunteer_hours=one.volunteer_hours,
        volunteer_from=one.volunteer_from,
        volunteer_to=one.volunteer_to,
        charity_no=said.get("charity_no"),
        charity_on=one.charity_on,
        checked=checked.get("text"),
        decision=decision.get("text"),
        applied_at=one.applied_at,
        decided_at=one.decided_at,
        possible_on=one.possible_on,
        due_on=one.due_on,
        provisional=bool(await moving(one.id)),
        documents=await documents.listed(one.id, key),
        acts=sorted(acts),
    )


async def mitigation_view(one: Mitigation, key: Key) -> MitigationView:
    text = key.open_json(one.sealed, place=f"remedies_mitigation.sealed:{one.id}")["text"]
    return MitigationView(one.id, one.kind, text, one.happened_on, one.at, await documents.listed(one.id, key))


async def complaint_view(one: Complaint) -> ComplaintView:
    key = await key_of(one.key_id)
    answer = key.open_json(one.answer, place=f"remedies_complaint.answer:{one.id}") if one.answer else {}
    return ComplaintView(
        id=one.id,
        number=one.number,
        organisation=one.organisation_id,
        desk=one.desk_id,
        against=one.against,
        entry=one.entry_id,
        person=one.person_id,
        channel=one.channel,
        state=one.state,
        text=key.open_json(one.sealed, place=f"remedies_complaint.sealed:{one.id}")["text"],
        answer=answer.get("text"),
        lodged_at=one.lodged_at,
        answered_at=one.answered_at,
        due_on=one.due_on,
        provisional=bool(await moving(one.id)),
        documents=await documents.listed(one.id, key),
    )
