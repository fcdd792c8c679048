"""Consents and the register, as the person and the askers read them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.entries.disclosure import disclosable, disclosed
from integrity_archive.errors import Conflict, NotFound
from integrity_archive.inquiries.actions import Answer, indicator
from integrity_archive.inquiries.kinds import ConsentState, NoAdverse, Purpose, Result
from integrity_archive.inquiries.models import Consent, Inquiry
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.journal import queries as journal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.masking import Level, mask_name, mask_number
from integrity_archive.people.queries import Particulars, names, particulars
from integrity_archive.sealing import key_of

CONSENTS = """
select c.id, o.name as organisation, c.purpose, c.families, c.valid_from, c.valid_until, c.uses_left, c.state,
    c.given_at
from inquiries_consent c join accounts_organisation o on o.id = c.organisation_id
where c.person_id = $1 order by c.given_at desc
"""
LOOKS = """
select q.id, q.at, o.name as organisation, q.purpose, q.result, cardinality(q.entries) as entries
from inquiries_inquiry q join accounts_organisation o on o.id = q.organisation_id
where q.person_id = $1 order by q.at desc
"""
REGISTER = """
select q.id, q.at, q.person_id as person, a.name as officer, q.purpose, q.result, cardinality(q.entries) as entries
from inquiries_inquiry q join accounts_account a on a.id = q.account_id
where q.organisation_id = $1
    and ($3::uuid is null or (q.at, q.id) < (select p.at, p.id from inquiries_inquiry p where p.id = $3))
order by q.at desc, q.id desc limit $2
"""

AGAINST = frozenset({NoAdverse.NO, NoAdverse.UNCERTAIN})


class ConsentWithdrawn(Conflict):
    """The person has withdrawn the consent. The answer is opened no more, and nothing more may be made of it."""

    zh = "本人已撤回同意，此前的查询结果不再提供，也不能再据此出具报告。"


@dataclass(frozen=True)
class ConsentRow:
    """A consent as its giver sees it."""

    id: UUID
    organisation: str
    purpose: Purpose
    families: list[str]
    valid_from: date
    valid_until: date
    uses_left: int
    state: ConsentState
    given_at: datetime


@dataclass(frozen=True)
class Look:
    """One question about a person, as the person sees it."""

    id: UUID
    at: datetime
    organisation: str
    purpose: Purpose
    result: Result
    entries: int


@dataclass(frozen=True)
class RegisterRow:
    """One line of an asker's own register. Only who was answered knows whom it was about."""

    id: UUID
    at: datetime
    name: str | None
    officer: str
    purpose: Purpose
    result: Result
    entries: int


async def committees() -> list[Organisation]:
    """To whom consent may be given."""
    return await Organisation.filter(kind=OrganisationKind.COMMITTEE).order_by("name")


async def consents_of(person: UUID) -> list[ConsentRow]:
    found = await rows(CONSENTS, [person])
    return [
        ConsentRow(**row | {"purpose": Purpose(row["purpose"]), "state": ConsentState(row["state"])}) for row in found
    ]


async def who_looked(person: UUID) -> list[Look]:
    """Every question about the person, answered or refused (征信业管理条例 17, 22)."""
    found = await rows(LOOKS, [person])
    return [Look(**row | {"purpose": Purpose(row["purpose"]), "result": Result(row["result"])}) for row in found]


async def register(by: Actor, *, after: UUID | None = None, limit: int = 100) -> list[RegisterRow]:
    """What the actor's committee has asked, newest first; `after` is the last id of the page before."""
    require(by, Permission.INQUIRY_MAKE)
    found = await rows(REGISTER, [by.organisation, limit, after])
    answered = {row["person"] for row in found if row["result"] == Result.ANSWERED}
    called = await names(answered)
    lines = []
    for row in found:
        person, result = row.pop("person"), Result(row["result"])
        name = mask_name(called[person], Level.LIST) if result is Result.ANSWERED else None
        lines.append(RegisterRow(name=name, **row | {"purpose": Purpose(row["purpose"]), "result": result}))
    return lines


async def answer(inquiry_id: UUID, *, by: Actor, now: datetime) -> Answer:
    """An answer that was given, less what may not be told any more. The look is itself recorded.

    Raises `NotFound` for a refused one and for others' inquiries, and `ConsentWithdrawn` after the try was recorded.
    """
    require(by, Permission.INQUIRY_MAKE)
    reread = await looked_at_again(inquiry_id, by=by, now=now)
    if reread is None:
        raise ConsentWithdrawn()
    return reread


@tx
async def looked_at_again(inquiry_id: UUID, *, by: Actor, now: datetime) -> Answer | None:
    """None where the consent that opened the archive then was withdrawn (PIPL 15)."""
    inquiry = await Inquiry.get_or_none(id=inquiry_id, organisation_id=by.organisation, result=Result.ANSWERED)
    if inquiry is None or inquiry.person_id is None:
        raise NotFound()
    person = await particulars(inquiry.person_id)
    key = await key_of(person.key)
    consent = await Consent.get_or_none(id=inquiry.consent_id, state=ConsentState.GIVEN)
    result = Result.ANSWERED if consent else Result.AUTH_WITHDRAWN
    await record(Kind.INQUIRY_READ, by=by, now=now, key=key, person=person.id, about=inquiry.id, result=result)
    if not consent:
        return None
    return Answer(
        inquiry=inquiry.id,
        at=inquiry.at,
        purpose=inquiry.purpose,
        person=person.id,
        name=mask_name(person.name, Level.BUSINESS),
        number=mask_number(person.number, Level.BUSINESS),
        no_adverse=await indicated(inquiry, person, consent, today=clock.today(now)),
        entries=await disclosed([UUID(str(entry)) for entry in inquiry.entries], on=clock.today(now)),
    )


async def indicated(inquiry: Inquiry, person: Particulars, consent: Consent, *, today: date) -> NoAdverse | None:
    """The indicator as it was told, but nothing against the person that would not be told today."""
    if inquiry.no_adverse not in AGAINST:
        return inquiry.no_adverse
    today_told = await indicator(person, list(consent.families), inquiry.purpose, today=today)
    return inquiry.no_adverse if today_told is NoAdverse.NO else today_told


async def still_true(inquiry_id: UUID, *, today: date) -> bool:
    """Whether the same entries would be told today, of a person with the same particulars, as were told then."""
    inquiry = await Inquiry.get(id=inquiry_id)
    if inquiry.person_id is None or inquiry.consent_id is None:
        return False
    if await journal.happened_since(inquiry.event, Kind.PERSON_CORRECTED, person=inquiry.person_id):
        return False
    consent = await Consent.get(id=inquiry.consent_id)
    person = await particulars(inquiry.person_id)
    if await indicated(inquiry, person, consent, today=today) != inquiry.no_adverse:
        return False
    hidden = allowance(inquiry.purpose).minor_hidden
    told = await disclosable(inquiry.person_id, list(consent.families), minor_hidden=hidden, on=today)
    return {one.entry for one in told} == {UUID(str(entry)) for entry in inquiry.entries}
