"""Consent, and the question. Every question is registered, whether it is answered or refused."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.terms import terms
from integrity_archive.database import rows, tx
from integrity_archive.entries.adverse import adverse
from integrity_archive.entries.disclosure import Disclosed, disclosable
from integrity_archive.errors import Forbidden, Refusal
from integrity_archive.inquiries.consents import ConsentTooLong as ConsentTooLong
from integrity_archive.inquiries.consents import ConsentTooOften as ConsentTooOften
from integrity_archive.inquiries.consents import FamilyNotOfPurpose as FamilyNotOfPurpose
from integrity_archive.inquiries.consents import GiveConsent as GiveConsent
from integrity_archive.inquiries.consents import NotAnAsker as NotAnAsker
from integrity_archive.inquiries.consents import Withdrawing as Withdrawing
from integrity_archive.inquiries.consents import consent_on_paper as consent_on_paper
from integrity_archive.inquiries.consents import give_consent as give_consent
from integrity_archive.inquiries.consents import withdraw_consent as withdraw_consent
from integrity_archive.inquiries.consents import withdraw_on_paper as withdraw_on_paper
from integrity_archive.inquiries.indicator import no_adverse
from integrity_archive.inquiries.kinds import ConsentState, NoAdverse, Purpose, Result
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.inquiries.rules import Decision, Given, decide
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.identity import DocumentKind, normal_name
from integrity_archive.people.masking import Level, mask_name, mask_number
from integrity_archive.people.queries import Particulars, person_by_identity
from integrity_archive.recipients.actions import told_all
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.sealing import key_of

CONSENTS = """
select id, purpose, families, valid_from, valid_until, uses_left, state from inquiries_consent
where person_id = $1 and organisation_id = $2 order by given_at for update
"""
REGISTER = """
insert into inquiries_inquiry
    (id, event, at, organisation_id, account_id, person_id, consent_id, purpose, result, entries, no_adverse)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""


class InquiryRefused(Forbidden):
    """The inquiry was refused and registered: {result}."""

    zh = "查询未获准并已登记：{result}。"


class Question(BaseModel):
    """Whom one asks about, and for what. The number stands in bodies only, never in an address."""

    kind: DocumentKind = DocumentKind.RESIDENT_ID
    number: str = Field(max_length=32)
    name: str = Field(max_length=100)
    birth_on: date | None = None  # needed where the number does not hold it: passports and travel permits
    purpose: Purpose


@dataclass(frozen=True)
class Answer:
    """What the asker is told: full name and masked number, and what may be disclosed."""

    inquiry: UUID
    at: datetime
    purpose: Purpose
    person: UUID
    name: str
    number: str
    no_adverse: NoAdverse | None
    entries: list[Disclosed]


@dataclass(frozen=True)
class Asked:
    """A question as it was registered."""

    inquiry: UUID
    result: Result
    particulars: Particulars | None
    no_adverse: NoAdverse | None
    entries: list[Disclosed]


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
        no_adverse=asked.no_adverse,
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
    clean: NoAdverse | None = None
    if known and decision.result is Result.ANSWERED and decision.consent:
        await rows("update inquiries_consent set uses_left = uses_left - 1 where id = $1", [decision.consent.id])
        families = list(decision.consent.families)
        minor_hidden = allowance(question.purpose).minor_hidden
        entries = await disclosable(known.id, families, minor_hidden=minor_hidden, on=today, keep=True)
        clean = await indicator(known, families, question.purpose, today=today)
    inquiry = await write(known, decision, entries, clean, question.purpose, by=by, now=now)
    return Asked(inquiry, decision.result, known, clean, entries)


async def indicator(person: Particulars, families: list[str], purpose: Purpose, *, today: date) -> NoAdverse | None:
    """“No adverse record for years”, for the purposes that ask for it."""
    if not allowance(purpose).no_adverse:
        return None
    kept_since = clock.today(person.opened_at) if person.opened_at else None
    found = await adverse(person.id, families, on=today)
    return no_adverse(found, kept_since=kept_since, as_of=today, term=terms("inquiries")["no_adverse"])


async def write(
    person: Particulars | None,
    decision: Decision,
    entries: list[Disclosed],
    clean: NoAdverse | None,
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
    await rows(REGISTER, [*values, decision.result, [one.entry for one in entries], clean])
    if entries and by.organisation:
        carried, to = [(one.entry, id) for one in entries], RecipientKind.ORGANISATION
        await told_all(carried, recipient_kind=to, recipient=by.organisation, how=How.INQUIRY, now=now)
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
