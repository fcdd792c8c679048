"""投诉: about how somebody was treated. It never reaches the desk it concerns (R-57).

The office's other reviewers answer, if there are any who had no hand in the matter. If there are none, or the office
itself is complained of, it goes to the operator's organisation, to an account with the reviewer's role there: such an
account has a desk and may answer, and sees no entry, because entries belong to offices.

On paper an officer reads it only where his own office answers and it does not concern him. What another desk answers he
takes in closed: the scan shows the envelope, nothing of its words is typed, and it goes on unopened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive.accounts.kinds import AccountState, OrganisationKind
from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.actors import GRANTS, Actor, Permission, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.entries.locked import told_since
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Conflict, FieldError, Invalid, NotFound, Refusal
from integrity_archive.intake import MESSAGES
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import received
from integrity_archive.remedies import documents
from integrity_archive.remedies.clocks import until
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.kinds import Channel, DocumentKind
from integrity_archive.remedies.lifecycle import COMPLAINT, ComplaintState
from integrity_archive.remedies.models import Complaint
from integrity_archive.remedies.taking import HAND_IN, SCAN_MISSING, HadAHand, Received, Text, next_number
from integrity_archive.sealing import Key, key_of, new_key
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind

DEALS = """
select where exists (select from people_enrolment where person_id = $1 and organisation_id = $2)
    or exists (select from people_membership where person_id = $1 and organisation_id = $2)
    or exists (select from entries_entry where person_id = $1 and organisation_id = $2)
"""
UNSAID = FieldError("text", *MESSAGES["missing"])
LOCK = "select from remedies_complaint where id = $1 for update"
HANDS = "select distinct actor from journal_event where entry = $1 and kind = any($2::text[]) and actor is not null"


class NobodyToAnswer(Conflict):
    """No desk is left here that may answer; complain to the authority in charge."""

    zh = "本系统内没有可以处理该投诉的部门，请向主管部门投诉。"


class NotAnOfficerThere(Refusal):
    """This officer does not belong to that organisation."""

    status = 422
    zh = "该人员不属于所选单位。"


class MustStayClosed(Refusal):
    """Another desk answers this complaint: take it in closed. Scan the envelope, type nothing, attach nothing else."""

    status = 422
    zh = "该投诉由其他单位答复，请勿拆封：只扫描封套，不录入内容，不附其他材料，原件密封转交。"


class Complaining(Received):
    """About an office, or one officer of it; with the entry it happened over, if it was one. `text` is None for what is
    taken in closed."""

    organisation: UUID
    against: UUID | None = None
    entry: UUID | None = None
    text: Text | None = Field(default=None, min_length=2, max_length=2000)


@dataclass(frozen=True)
class Place:
    """Which office it is about, over which entry, and the desk that answers it."""

    office: UUID
    entry: Entry | None
    desk: UUID


class Replying(BaseModel):
    """The answer in writing."""

    text: Text = Field(min_length=2, max_length=2000)


async def lodge_complaint(
    new: Complaining, person: UUID, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Complaint:
    """Take in a complaint of a person: from himself, or on paper through an officer of any office he belongs to."""
    require_filing(new, person, by=by)
    place, handed = await placed(new, person), list(files)
    if by.person is None:
        await require_paper(new, place, handed, by=by)
    elif new.text is None:
        raise Invalid([UNSAID])
    key = await new_key()
    return await keep(new, person, place, await documents.store(handed, key, by=by), key, by=by, now=now)


@tx
async def keep(
    new: Complaining, person: UUID, place: Place, files: list[Stored], key: Key, *, by: Actor, now: datetime
) -> Complaint:
    channel = Channel.PORTAL if by.person else Channel.PAPER
    since = await told_since(place.entry) if place.entry else None
    begun, paper = await received(new, Scope.FILE, person, since=since, by=by, now=now)
    target = until("complaint", since=begun)
    id = uuid7()
    complaint = await Complaint.create(
        id=id,
        number=await next_number("TS", now=now),
        person_id=person,
        organisation_id=place.office,
        entry_id=place.entry.id if place.entry else None,
        desk_id=place.desk,
        against=new.against,
        key_id=key.id,
        channel=channel,
        sealed=key.seal_json({"text": new.text or ""}, place=f"remedies_complaint.sealed:{id}"),
        lodged_at=now,
        due_on=target.day,
    )
    hashes = await documents.attach(id, files, key, now=now)
    told = {"channel": channel, "documents": hashes, **paper}
    await said(Kind.COMPLAINT_LODGED, complaint, key, by=by, now=now, **told)
    await open_task(
        TaskKind.COMPLAINT, place.desk, id, due_on=target.day, since=begun, rule="remedies.complaint",
        provisional=target.provisional, not_for=new.against, key=key, by=by, now=now,
    )  # fmt: skip
    return complaint


@says_nothing_prohibited
@tx
async def answer_complaint(complaint_id: UUID, given: Replying, *, by: Actor, now: datetime) -> Complaint:
    """Answer in writing; never by whom it concerns, nor by anybody who had a hand in the entry it is about."""
    complaint, key = await at_desk(complaint_id, by=by)
    step = COMPLAINT.step(complaint.state, "answer", by=by)
    complaint.state, complaint.answered_at = ComplaintState(step.after), now
    complaint.answered_by = by.account
    complaint.answer = key.seal_json({"text": given.text}, place=f"remedies_complaint.answer:{complaint.id}")
    await complaint.save(update_fields=["state", "answered_at", "answered_by", "answer"])
    await said(Kind.COMPLAINT_ANSWERED, complaint, key, by=by, now=now)
    await close_task(TaskKind.COMPLAINT, complaint.id, key=key, by=by, now=now)
    return complaint


async def at_desk(complaint_id: UUID, *, by: Actor) -> tuple[Complaint, Key]:
    """A complaint under lock for somebody of the desk it lies on; whom it concerns finds nothing here."""
    require(by, Permission.COMPLAINT_ANSWER)
    await rows(LOCK, [complaint_id])
    complaint = await Complaint.get_or_none(id=complaint_id)
    if complaint is None or complaint.desk_id != by.organisation or by.account in await concerned(complaint):
        raise NotFound()
    return complaint, await key_of(complaint.key_id)


async def concerned(complaint: Complaint) -> set[UUID]:
    """The accounts a complaint concerns."""
    hands = await hands_in(await Entry.get(id=complaint.entry_id)) if complaint.entry_id else set[UUID]()
    return hands | ({complaint.against} if complaint.against else set())


async def hands_in(entry: Entry) -> set[UUID]:
    """Everybody who took part in recording an entry."""
    signed = {entry.clerk_id} | ({entry.reviewer_id} if entry.reviewer_id else set())
    return signed | {row["actor"] for row in await rows(HANDS, [entry.id, sorted(HAND_IN)])}


async def desk_for(office: UUID, against: UUID | None, entry: Entry | None) -> UUID:
    """The office's own desk if one of its reviewers has nothing to do with it, else the operator's organisation."""
    if against is not None:
        barred = {against} | (await hands_in(entry) if entry else set())
        if await answering(office) - barred:
            return office
    for operator in await Organisation.filter(kind=OrganisationKind.OPERATOR).order_by("id"):
        if operator.id != office and await answering(operator.id):
            return operator.id
    raise NobodyToAnswer()


async def answering(organisation: UUID) -> set[UUID]:
    """The accounts of an organisation that may answer complaints."""
    active = await Account.filter(organisation_id=organisation, state=AccountState.ACTIVE)
    able = {role for role, permissions in GRANTS.items() if Permission.COMPLAINT_ANSWER in permissions}
    return {account.id for account in active if able & set(account.roles)}


async def placed(new: Complaining, person: UUID) -> Place:
    """Raises what `office_of`, `entry_of` and `desk_for` do."""
    office, entry = await office_of(new, person), await entry_of(new, person)
    return Place(office, entry, await desk_for(office, new.against, entry))


async def require_paper(new: Complaining, place: Place, files: list[Handed], *, by: Actor) -> None:
    """The paper itself; and its words only where they are for this officer's eyes. Raises `Invalid`, `MustStayClosed`
    or `HadAHand`."""
    if all(one.kind is not DocumentKind.FILING for one in files):
        raise Invalid([SCAN_MISSING])
    if place.desk != by.organisation:
        if new.text is not None or len(files) > 1:
            raise MustStayClosed(at="text")
    elif place.entry and by.account in await hands_in(place.entry):
        raise HadAHand()
    elif new.text is None:
        raise Invalid([UNSAID])


def require_filing(new: Complaining, person: UUID, *, by: Actor) -> None:
    """The person himself; or an officer of the office, unless it is about him. Raises `Forbidden`, `NotFound` for
    another office's officer, or `HadAHand`."""
    if by.person is not None:
        require(by, Permission.OWN_FILE, person=person)
        return
    require(by, Permission.REMEDY_FILE)
    if new.organisation != by.organisation:
        raise NotFound()
    if by.account == new.against:
        raise HadAHand()


async def office_of(new: Complaining, person: UUID) -> UUID:
    """An office that deals with the person; raises `NotFound`, or `NotAnOfficerThere` for the account complained of."""
    if not await rows(DEALS, [person, new.organisation]):
        raise NotFound(at="organisation")
    if new.against and not await Account.exists(id=new.against, organisation_id=new.organisation):
        raise NotAnOfficerThere(at="against")
    return new.organisation


async def entry_of(new: Complaining, person: UUID) -> Entry | None:
    """The entry it happened over; raises `NotFound` for another person's or another office's."""
    if new.entry is None:
        return None
    entry = await Entry.get_or_none(id=new.entry, person_id=person, organisation_id=new.organisation)
    if entry is None:
        raise NotFound(at="entry")
    return entry


async def said(kind: Kind, complaint: Complaint, key: Key, *, by: Actor, now: datetime, **body: Any) -> None:
    await record(
        kind, by=by, now=now, key=key, organisation=complaint.desk_id, person=complaint.person_id, about=complaint.id,
        number=complaint.number, **body,
    )  # fmt: skip
