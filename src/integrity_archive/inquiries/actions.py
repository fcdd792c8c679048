"""Consent, and the question. Every question is registered, whether it is answered or refused."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.entries.queries import Disclosed, disclosable
from integrity_archive.errors import Forbidden, NotFound, Refusal
from integrity_archive.inquiries.kinds import ConsentState, Purpose, Result
from integrity_archive.inquiries.models import Consent
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.inquiries.rules import Decision, Given, decide
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.identity import DocumentKind, normal_name
from integrity_archive.people.masking import Level, mask_name, mask_number
from integrity_archive.people.models import Person
from integrity_archive.people.queries import Particulars, person_by_identity
from integrity_archive.sealing import key_of

TEXT_VERSION = "2026-1"  # the wording the person agreed to stands in templates/own
CONSENTS = """
select id, purpose, families, valid_from, valid_until, uses_left, state from inquiries_consent
where person_id = $1 and organisation_id = $2 order by given_at for update
"""
REGISTER = """
insert into inquiries_inquiry
    (id, event, at, organisation_id, account_id, person_id, consent_id, purpose, result, entries)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


class NotAnAsker(Refusal):
    """Consent can be given to a committee only."""

    status = 422
    zh = "只能同意评审委员会查询。"


class ConsentTooLong(Refusal):
    """For this purpose a consent lasts at most until {latest}."""

    status = 422
    zh = "该用途的同意最长至{latest}。"


class ConsentTooOften(Refusal):
    """For this purpose a consent may be used at most {most} times."""

    status = 422
    zh = "该用途的同意最多可使用{most}次。"


class FamilyNotOfPurpose(Refusal):
    """This kind of information does not belong to the purpose."""

    status = 422
    zh = "该类信息不属于此用途的范围。"


class InquiryRefused(Forbidden):
    """The inquiry was refused and registered: {result}."""

    zh = "查询未获准并已登记：{result}。"


class GiveConsent(BaseModel):
    """To whom, for what, which families (none named: all of the purpose), until when, how often."""

    organisation: UUID
    purpose: Purpose
    families: list[str] = []
    valid_until: date | None = None
    uses: int = Field(default=1, ge=1)


class Question(BaseModel):
    """Whom one asks about, and for what. The number stands in bodies only, never in an address."""

    kind: DocumentKind = DocumentKind.RESIDENT_ID
    number: str = Field(max_length=32)
    name: str = Field(max_length=100)
    birth_on: date | None = None  # needed where the number does not hold it: passports and travel permits
    purpose: Purpose


@dataclass(frozen=True)
class Answer:
    """What the asker is told: full name and masked number (DOMAIN §5.4 M1), and what may be disclosed."""

    inquiry: UUID
    at: datetime
    purpose: Purpose
    person: UUID
    name: str
    number: str
    entries: list[Disclosed]


@dataclass(frozen=True)
class Asked:
    """A question as it was registered."""

    inquiry: UUID
    result: Result
    particulars: Particulars | None
    entries: list[Disclosed]


@tx
async def give_consent(new: GiveConsent, *, by: Actor, now: datetime) -> Consent:
    """The person allows one committee to ask for one purpose (PIPL 14, 23; 征信业管理条例 18)."""
    require(by, Permission.OWN_FILE, person=by.person)
    organisation = await Organisation.get_or_none(id=new.organisation)
    if organisation is None or organisation.kind is not OrganisationKind.COMMITTEE:
        raise NotAnAsker(at="organisation")
    today, allowed = clock.today(now), allowance(new.purpose)
    latest = today + timedelta(days=allowed.days)
    if not today <= (until := new.valid_until or latest) <= latest:
        raise ConsentTooLong(at="valid_until", latest=latest)
    if new.uses > allowed.uses:
        raise ConsentTooOften(at="uses", most=allowed.uses)
    if set(new.families) - set(allowed.families):
        raise FamilyNotOfPurpose(at="families")
    consent = await Consent.create(
        person_id=by.person,
        organisation_id=organisation.id,
        purpose=new.purpose,
        families=new.families or list(allowed.families),
        valid_from=today,
        valid_until=until,
        uses_left=new.uses,
        text_version=TEXT_VERSION,
        given_at=now,
    )
    await note(Kind.CONSENT_GIVEN, consent, by=by, now=now, purpose=new.purpose, until=until.isoformat())
    return consent


@tx
async def withdraw_consent(consent_id: UUID, *, by: Actor, now: datetime) -> Consent:
    """From now on the consent opens nothing (PIPL 15); harmless when it was withdrawn before."""
    require(by, Permission.OWN_FILE, person=by.person)
    consent = await Consent.select_for_update().get_or_none(id=consent_id, person_id=by.person)
    if consent is None:
        raise NotFound()
    if consent.state is ConsentState.GIVEN:
        consent.state = ConsentState.WITHDRAWN
        await consent.save(update_fields=["state"])
        await note(Kind.CONSENT_WITHDRAWN, consent, by=by, now=now)
    return consent


async def note(kind: Kind, consent: Consent, *, by: Actor, now: datetime, **said: Any) -> None:
    person = await Person.get(id=consent.person_id)
    key = await key_of(person.key_id)
    await record(kind, by=by, now=now, key=key, person=person.id, about=consent.id, **said)


async def ask(question: Question, *, by: Actor, now: datetime) -> Answer:
    """Answer a question that a consent allows. Raises `InquiryRefused` after the refusal has been registered.

    A number that is nobody's, a name that does not go with it and a person who gave no consent are told apart by
    nothing that the asker can see.
    """
    require(by, Permission.INQUIRY_MAKE)
    asked = await registered(question, by=by, now=now)
    if asked.result is not Result.ANSWERED or asked.particulars is None:
        raise InquiryRefused(result=asked.result)
    person = asked.particulars
    return Answer(
        inquiry=asked.inquiry,
        at=now,
        purpose=question.purpose,
        person=person.id,
        name=mask_name(person.name, Level.BUSINESS),
        number=mask_number(person.number, Level.BUSINESS),
        entries=asked.entries,
    )


@tx
async def registered(question: Question, *, by: Actor, now: datetime) -> Asked:
    """Decide, use up one use of the consent, and write the register: all or nothing."""
    today = clock.today(now)
    found = await person_by_identity(question.kind, question.number, birth_on=question.birth_on, today=today)
    known = found if found and found.name == asked_name(question) else None
    consents = [given(row) for row in await rows(CONSENTS, [known.id, by.organisation])] if known else []
    decision = decide(consents, question.purpose, today=today)
    entries: list[Disclosed] = []
    if known and decision.result is Result.ANSWERED and decision.consent:
        await rows("update inquiries_consent set uses_left = uses_left - 1 where id = $1", [decision.consent.id])
        entries = await disclosable(known.id, list(decision.consent.families), on=today)
    inquiry = await write(known, decision, entries, question.purpose, by=by, now=now)
    return Asked(inquiry, decision.result, known, entries)


async def write(
    person: Particulars | None,
    decision: Decision,
    entries: list[Disclosed],
    purpose: Purpose,
    *,
    by: Actor,
    now: datetime,
) -> UUID:
    """One row of the register, and the event it refers to."""
    id, answered = uuid7(), decision.result is Result.ANSWERED
    event = await record(
        Kind.INQUIRY_ANSWERED if answered else Kind.INQUIRY_REFUSED,
        by=by,
        now=now,
        key=await key_of(person.key) if person else None,
        person=person.id if person else None,
        about=id,
        purpose=purpose,
        result=decision.result,
        entries=[str(one.entry) for one in entries],
    )
    consent = decision.consent.id if decision.consent else None
    values = [id, event, now, by.organisation, by.account, person.id if person else None, consent, purpose]
    await rows(REGISTER, [*values, decision.result, [one.entry for one in entries]])
    return id


def asked_name(question: Question) -> str | None:
    try:
        return normal_name(question.name)
    except Refusal:
        return None


def given(row: dict[str, Any]) -> Given:
    return Given(
        id=row["id"],
        purpose=Purpose(row["purpose"]),
        families=tuple(row["families"]),
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        uses_left=row["uses_left"],
        state=ConsentState(row["state"]),
    )
