"""What is written about an entry or a remedy: the facts are read here, the words stand in `notices` and `answers`."""

from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_type_rules import DECISION
from integrity_archive.entries import visibility
from integrity_archive.entries.kinds import DecisionRoute
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import known
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.redaction import released
from integrity_archive.entries.standing import Standing, is_original, kind_of
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters import answers, notices, serving
from integrity_archive.letters.content import Content
from integrity_archive.letters.kinds import STARTS_CLOCK, LetterKind
from integrity_archive.letters.models import Letter
from integrity_archive.letters.notices import Decision, Digests
from integrity_archive.letters.writing import create
from integrity_archive.people import queries as people
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.recipients import queries as recipients
from integrity_archive.recipients.kinds import DutyState, RecipientKind
from integrity_archive.recipients.models import Duty
from integrity_archive.remedies.lifecycle import RepairState
from integrity_archive.remedies.models import Complaint, Objection, Repair
from integrity_archive.sealing import Key, key_of


async def notice(entry_id: UUID, *, now: datetime) -> None:
    """Our notice, and in the same envelope the decision and its repair notice, as far as they still have to be served.

    Harmless when an envelope about this is under way, or when there is nothing to serve any more.
    """
    entry, key = await known(entry_id, by=SYSTEM)
    if entry.state is not State.NOTIFIED or await under_way(entry.id):
        return
    standing = await Standing.of(entry)
    unserved = standing.notice is not None and standing.notice.served_on is None
    through_us = entry.decision_route is DecisionRoute.THROUGH_US and entry.served_on is None
    told = await decision_of(entry, key)
    cover: Letter | None = None
    if unserved:
        content = notices.notice(told, with_decision=through_us)
        cover = await write(LetterKind.NOTICE, content, entry, key, enclosed_in=None, now=now)
    if through_us:
        within = cover.id if cover else None
        content = notices.decision(told, digests(standing, key))
        served = await write(LetterKind.DECISION, content, entry, key, enclosed_in=within, now=now)
        within = within or served.id
        await write(LetterKind.REPAIR_NOTICE, notices.repair(told), entry, key, enclosed_in=within, now=now)


async def notice_anew(entry_id: UUID, *, now: datetime) -> None:
    """The decision was changed before the entry took effect: what tells of the former one need not arrive any more."""
    if (await Entry.get(id=entry_id)).state is State.NOTIFIED:
        await serving.taken_back(entry_id, now=now)
        await notice(entry_id, now=now)


async def under_way(entry: UUID) -> bool:
    return await Letter.exists(entry_id=entry, kind__in=STARTS_CLOCK, settled_at=None)


async def write(
    kind: LetterKind, content: Content, entry: Entry, key: Key, *, enclosed_in: UUID | None, now: datetime
) -> Letter:
    return await create(
        kind, content, organisation=entry.organisation_id, person=entry.person_id, entry=entry.id, about=entry.id,
        key=key, enclosed_in=enclosed_in, by=SYSTEM, now=now,
    )  # fmt: skip


async def decision_of(entry: Entry, key: Key) -> Decision:
    said = key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}")
    kind, law = kind_of(entry), edition.load(entry.edition)
    sanction = kind.sanction(entry.sanction_kind) if entry.sanction_kind else None
    terms = law.policy(entry.decided_on).severity(entry.severity, domain=kind.domain) if entry.severity else None
    return Decision(
        entry=entry.number,
        person=await name_of(entry.person_id),
        office=(await Organisation.get(id=entry.organisation_id)).name,
        title=said["document_title"],
        number=said["document_no"] or "",
        authority=said["authority"],
        decided_on=entry.decided_on,
        summary=said["summary"] or "",
        sanction=said.get("sanction_text") or (sanction.name.zh if sanction else ""),
        kind=kind,
        item=law.item_for(kind.code, entry.severity),
        repair=terms,
    )


def digests(standing: Standing, key: Key) -> Digests:
    """Of the newest decision on record, and of what its reader gets of it (`queries.decision_in`)."""
    originals = [one for one in standing.evidence if is_original(one, DECISION)]
    enclosed = [one for one in released(standing.evidence) if one.kind == DECISION]
    return Digests(enclosed=newest(enclosed, key), original=newest(originals, key))


def newest(documents: list[Evidence], key: Key) -> str:
    """The hash of the last one's clear bytes."""
    if not documents:
        return ""
    sealed = key.open_json(documents[-1].sealed, place=f"entries_evidence.sealed:{documents[-1].id}")
    return str(sealed["sha256"])


async def duty(duty_id: UUID, *, now: datetime) -> None:
    """To an organisation or a person who received an entry that has changed; platforms are told by the exchange."""
    owed = await Duty.get(id=duty_id)
    if owed.state is not DutyState.DUE or owed.recipient_kind is RecipientKind.PLATFORM:
        return
    entry, key = await known(owed.entry_id, by=SYSTEM)
    person = owed.recipient_kind is RecipientKind.PERSON
    to = await name_of(owed.recipient) if person else (await Organisation.get(id=owed.recipient)).name
    _, _, everybody = await recipients.of_change(owed.id)
    carried = next(one.carried for one in everybody.rows if (one.kind, one.id) == (owed.recipient_kind, owed.recipient))
    still_told = visibility.told(
        entry.state, entry.final_on, entry.display_until, suspended=entry.suspended, lifted_on=entry.lifted_on,
        on=clock.today(now),
    )  # fmt: skip
    name = mask_name(await name_of(entry.person_id), Level.BUSINESS) if still_told else None
    content = answers.changed(
        to, number=entry.number, name=name, cause=owed.cause,
        received=[(way.how, clock.today(way.at)) for way in carried],
    )  # fmt: skip
    await create(
        LetterKind.CHANGED, content, organisation=entry.organisation_id, entry=entry.id, about=owed.id, key=key,
        person=owed.recipient if person else None, recipient=None if person else owed.recipient, by=SYSTEM, now=now,
    )  # fmt: skip


async def name_of(person: UUID) -> str:
    return (await people.names([person]))[person]


async def objection(objection_id: UUID, *, now: datetime) -> None:
    answered = await Objection.get(id=objection_id)
    if answered.answer is None or answered.outcome is None:
        return
    entry, key = await known(answered.entry_id, by=SYSTEM)
    said = key.open_json(answered.answer, place=f"remedies_objection.answer:{answered.id}")
    content = answers.objection(
        await name_of(entry.person_id), number=answered.number, entry=entry.number,
        outcome=answered.outcome, reasons=said["text"],
    )  # fmt: skip
    await answer(LetterKind.OBJECTION_ANSWER, content, entry, key, about=answered.id, now=now)


async def withdrawal(what: str, kind: LetterKind, found: Objection | Repair, act: Kind, *, now: datetime) -> None:
    """That it was taken back, and how: on paper, the day it came in."""
    entry, key = await known(found.entry_id, by=SYSTEM)
    content = answers.withdrawn(
        await name_of(entry.person_id), what=what, number=found.number, entry=entry.number,
        received_on=await journal.received_on(act, found.id),
    )  # fmt: skip
    await answer(kind, content, entry, key, about=found.id, now=now)


async def objection_withdrawn(objection_id: UUID, *, now: datetime) -> None:
    found = await Objection.get(id=objection_id)
    await withdrawal("异议", LetterKind.OBJECTION_ANSWER, found, Kind.OBJECTION_WITHDRAWN, now=now)


async def repair_withdrawn(repair_id: UUID, *, now: datetime) -> None:
    found = await Repair.get(id=repair_id)
    await withdrawal("信用修复申请", LetterKind.REPAIR_ANSWER, found, Kind.REPAIR_WITHDRAWN, now=now)


async def repair(repair_id: UUID, *, now: datetime) -> None:
    decided = await Repair.get(id=repair_id)
    if decided.decision is None:
        return
    entry, key = await known(decided.entry_id, by=SYSTEM)
    said = key.open_json(decided.decision, place=f"remedies_repair.decision:{decided.id}")
    content = answers.repair(
        await name_of(entry.person_id), number=decided.number, entry=entry.number,
        granted=decided.state is RepairState.GRANTED, reasons=said["text"], possible_on=decided.possible_on,
    )  # fmt: skip
    await answer(LetterKind.REPAIR_ANSWER, content, entry, key, about=decided.id, now=now)


async def answer(kind: LetterKind, content: Content, entry: Entry, key: Key, *, about: UUID, now: datetime) -> None:
    await create(
        kind, content, organisation=entry.organisation_id, person=entry.person_id, entry=entry.id, about=about,
        key=key, by=SYSTEM, now=now,
    )  # fmt: skip


async def complaint(complaint_id: UUID, *, now: datetime) -> None:
    """From the desk that answered, under the complaint's own key: the office complained of does not read it."""
    answered = await Complaint.get(id=complaint_id)
    if answered.answer is None:
        return
    key = await key_of(answered.key_id)
    said = key.open_json(answered.answer, place=f"remedies_complaint.answer:{answered.id}")
    content = answers.complaint(await name_of(answered.person_id), number=answered.number, answer=said["text"])
    await create(
        LetterKind.COMPLAINT_ANSWER, content, organisation=answered.desk_id, person=answered.person_id,
        about=answered.id, key=key, by=SYSTEM, now=now,
    )  # fmt: skip
