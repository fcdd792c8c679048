"""Remedies as they are read: by the person, by the office, by whoever answers a complaint, and for letters."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.catalogue import calendar, edition
from integrity_archive.catalogue.terms import terms
from integrity_archive.database import rows
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import known
from integrity_archive.entries.models import Entry, Statement
from integrity_archive.entries.queries import LISTED, NoLongerShown, Row, listed
from integrity_archive.entries.standing import kind_of
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.remedies import documents, redress
from integrity_archive.remedies.clocks import hard_limit
from integrity_archive.remedies.complaints import concerned
from integrity_archive.remedies.documents import Listed
from integrity_archive.remedies.lifecycle import ComplaintState
from integrity_archive.remedies.models import Appeal, Complaint, Document, Mitigation, Objection, Repair
from integrity_archive.remedies.objections import RUNNING
from integrity_archive.remedies.offices import offices_of as offices_of
from integrity_archive.remedies.repairable import Way
from integrity_archive.remedies.repairs import RUNNING as REPAIRING
from integrity_archive.remedies.repairs import refused_until, way_of
from integrity_archive.remedies.taking import UNTOLD
from integrity_archive.remedies.views import (
    AppealView,
    ComplaintView,
    MitigationView,
    ObjectionView,
    RepairView,
    appeal_view,
    complaint_view,
    gone,
    mitigation_view,
    objection_view,
    repair_view,
)
from integrity_archive.remedies.what_if import Deed, Facts, Outlook, Terms, what_if
from integrity_archive.sealing import Key, key_of

DESK = """
select 'objection' as noun, o.id, o.number, o.entry_id as entry, o.state, o.lodged_at as since, o.due_on,
        coalesce(t.provisional, false) as provisional, o.limit_on
    from remedies_objection o join entries_entry e on e.id = o.entry_id
    left join tasks_task t on t.about = o.id and t.kind = 'objection' and t.state = 'open'
    where e.organisation_id = $1 and o.state in ('lodged', 'forwarded')
union all
select 'appeal', a.id, a.kind, a.entry_id, a.state, a.recorded_at, null, false, null
    from remedies_appeal a join entries_entry e on e.id = a.entry_id
    where e.organisation_id = $1 and a.state = 'open'
union all
select 'repair', r.id, r.number, r.entry_id, r.state, r.applied_at, r.due_on, coalesce(t.provisional, false), null
    from remedies_repair r join entries_entry e on e.id = r.entry_id
    left join tasks_task t on t.about = r.id and t.kind in ('repair', 'repair_decision') and t.state = 'open'
    where e.organisation_id = $1 and r.state in ('applied', 'accepted')
order by due_on nulls last, since
"""


class InPast(Refusal):
    """This day is over."""

    status = 422
    zh = "这一天已经过去。"


@dataclass(frozen=True)
class Waiting:
    """One line of the remedies desk."""

    noun: str
    id: UUID
    number: str
    entry: UUID
    state: str
    since: datetime
    due_on: date | None
    provisional: bool
    limit_on: date | None


@dataclass(frozen=True)
class OfEntry:
    """All remedies of one entry, newest first, and what may be done now."""

    objections: list[ObjectionView]
    appeals: list[AppealView]
    repairs: list[RepairView]
    mitigations: list[MitigationView]
    papers: dict[UUID, list[Listed]]  # of his statements
    may_object: bool
    may_appeal: bool
    may_apply: bool
    may_ease: bool
    way: Way | None
    not_repairable: Refusal | None


async def desk(by: Actor) -> list[Waiting]:
    """What runs in the actor's office, the most urgent first."""
    require(by, Permission.REMEDY_SEE)
    return [Waiting(**row) for row in await rows(DESK, [by.organisation])]


async def of_entry(entry_id: UUID, *, by: Actor) -> OfEntry:
    """For the entry's office and for the person; raises `NotFound`."""
    entry, key = await readable(entry_id, by=by)
    living = entry.state in redress.LIVING and not gone(entry)
    objections = await Objection.filter(entry_id=entry.id).order_by("-lodged_at")
    repairs = await Repair.filter(entry_id=entry.id).order_by("-applied_at")
    way, closed = await way_back(entry)
    return OfEntry(
        objections=[await objection_view(one, entry, key, by=by) for one in objections],
        appeals=[
            await appeal_view(one, entry, key, by=by)
            for one in await Appeal.filter(entry_id=entry.id).order_by("-recorded_at")
        ],
        repairs=[await repair_view(one, entry, key, by=by) for one in repairs],
        mitigations=[
            await mitigation_view(one, key) for one in await Mitigation.filter(entry_id=entry.id).order_by("-at")
        ],
        papers={one.id: await documents.listed(one.id, key) for one in await Statement.filter(entry_id=entry.id)},
        may_object=living and not any(one.state in RUNNING for one in objections),
        may_appeal=living and entry.severity is not None,
        may_apply=living
        and entry.state is State.EFFECTIVE
        and way is not None
        and not any(one.state in REPAIRING for one in repairs),
        may_ease=living and entry.severity is not None,
        way=way,
        not_repairable=closed,
    )


async def way_back(entry: Entry) -> tuple[Way | None, Refusal | None]:
    try:
        return await way_of(entry), None
    except Refusal as refused:
        return None, refused


async def objection(objection_id: UUID, *, by: Actor) -> ObjectionView:
    found, entry, key = await opened(Objection, objection_id, by=by)
    return await objection_view(found, entry, key, by=by)


async def appeal(appeal_id: UUID, *, by: Actor) -> AppealView:
    found, entry, key = await opened(Appeal, appeal_id, by=by)
    return await appeal_view(found, entry, key, by=by)


async def repair(repair_id: UUID, *, by: Actor) -> RepairView:
    found, entry, key = await opened(Repair, repair_id, by=by)
    return await repair_view(found, entry, key, by=by)


def answer_by(today: date) -> date:
    """The last day by law for answering an objection that is lodged today."""
    return hard_limit("objection_limit", since=today)


async def outlook(entry_id: UUID, deed: Deed, on: date, *, by: Actor, today: date) -> Outlook:
    """What would follow; the same rules as the acts'. Raises `InPast`."""
    if on < today:
        raise InPast(at="by")
    entry, _ = await readable(entry_id, by=by)
    given = terms("remedies")
    within = Terms(accept=given["repair"], decide=given["repair_decision"], answer=given["objection_limit"])
    return what_if(await facts_of(entry), deed, on, terms=within, calendar=calendar.official())


async def facts_of(entry: Entry) -> Facts:
    """What the what-if asks about an entry."""
    return Facts(
        kind=kind_of(entry),
        item=edition.load(entry.edition).item_for(entry.record_type, entry.severity),
        severity=entry.severity,
        decided_on=entry.decided_on,
        final_on=entry.final_on,
        conduct_ended_on=entry.conduct_ended_on,
        sanction_kind=entry.sanction_kind,
        sanction_to=entry.sanction_to,
        display_until=entry.display_until,
        lifted_on=entry.lifted_on,
        refused_until=await refused_until(entry),
    )


async def complaints_of(person: UUID) -> list[ComplaintView]:
    """For the person himself, newest first."""
    found = await Complaint.filter(person_id=person).order_by("-lodged_at")
    return [await complaint_view(one) for one in found]


async def complaints(by: Actor) -> list[ComplaintView]:
    """What lies on the actor's desk and does not concern him, the most urgent first."""
    require(by, Permission.COMPLAINT_ANSWER)
    found = await Complaint.filter(desk_id=by.organisation, state=ComplaintState.LODGED).order_by("due_on", "id")
    return [await complaint_view(one) for one in found if by.account not in await concerned(one)]


async def complaint(complaint_id: UUID, *, by: Actor) -> ComplaintView:
    """For the person, and for the desk; whom it concerns finds nothing."""
    found = await Complaint.get_or_none(id=complaint_id)
    if found is None or not await may_read(found, by):
        raise NotFound()
    return await complaint_view(found)


async def may_read(found: Complaint, by: Actor) -> bool:
    if Role.SYSTEM in by.roles:
        return True
    if by.person is not None:
        return found.person_id == by.person
    if Permission.COMPLAINT_ANSWER not in by.permissions or found.desk_id != by.organisation:
        return False
    return by.account not in await concerned(found)


async def document(document_id: UUID, *, by: Actor) -> tuple[str, str, bytes]:
    """File name, media type and bytes of what was handed in; raises `NotFound`, for the person also if it names others.

    Once the entry is over, what another body said about it is not handed out any more: raises `NoLongerShown`.
    """
    found = await Document.get_or_none(id=document_id)
    if found is None:
        raise NotFound()
    return await documents.read(found, await key_for(found, by=by))


async def key_for(document: Document, *, by: Actor) -> Key:
    """The key of the statement or remedy a document is about, for whoever may see it."""
    for model in (Objection, Appeal, Repair, Mitigation, Statement):
        if remedy := await model.get_or_none(id=document.about):
            entry, key = await readable(remedy.entry_id, by=by)
            if document.kind in documents.OF_THE_BODY and gone(entry):
                raise NoLongerShown()
            if by.person is not None and not await documents.is_released(document):
                raise NotFound()
            return key
    found = await Complaint.get_or_none(id=document.about)
    if found is None or not await may_read(found, by):
        raise NotFound()
    return await key_of(found.key_id)


async def readable(entry_id: UUID, *, by: Actor) -> tuple[Entry, Key]:
    """An entry for its office or its person, who is told of it only once the notice was approved."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.REMEDY_SEE, person=by.person)
    entry, key = await known(entry_id, by=by)
    if own and entry.state in UNTOLD:
        raise NotFound()
    return entry, key


async def opened(model: Any, id: UUID, *, by: Actor) -> tuple[Any, Entry, Key]:
    found = await model.get_or_none(id=id)
    if found is None:
        raise NotFound()
    entry, key = await readable(found.entry_id, by=by)
    return found, entry, key


async def summary(entry_id: UUID, *, by: Actor) -> Row:
    """An entry without what is sealed, for the heading of a page about its remedies."""
    entry, _ = await readable(entry_id, by=by)
    return listed({name: getattr(entry, name) for name in LISTED})
