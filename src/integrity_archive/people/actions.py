"""The verbs of persons: correct particulars, give a person an account; a roster comes in by `importing`."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.models import Account
from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.catalogue.prohibited import numberless
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict, NotFound, Refusal
from integrity_archive.intake import checked
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import admission
from integrity_archive.people.identity import Document, DocumentKind, identify, normal_name
from integrity_archive.people.importing import import_roster as import_roster
from integrity_archive.people.models import Identifier, Person
from integrity_archive.rosters.kinds import RosterKind
from integrity_archive.sealing import Key, key_of, vault

BELONGS = """
select exists (select from people_enrolment where person_id = $1 and organisation_id = $2)
    or exists (select from people_membership where person_id = $1 and organisation_id = $2) as here
"""


class IdentityTaken(Conflict):
    """This document number cannot be given to this person. Ask the identity steward."""

    zh = "该证件号码不能登记给此人，请联系身份信息管理员。"


class AccountUnfit(Conflict):
    """This account cannot become the own account of this person."""

    zh = "该账号不能作为此人的本人账号。"


class NothingToCorrect(Refusal):
    """Give a new name, a new document number, or the right date of birth."""

    status = 422
    zh = "请填写更正后的姓名、证件号码或者出生日期。"


class HandIn(BaseModel):
    """What is said beside a roster file."""

    kind: RosterKind


class CorrectIdentity(BaseModel):
    """What is mended of a person's particulars, and why. What is absent stays."""

    name: str | None = Field(default=None, max_length=200)
    kind: DocumentKind | None = None
    number: str | None = Field(default=None, max_length=32)
    birth_on: date | None = None
    reason: Annotated[str, AfterValidator(checked(numberless))] = Field(min_length=2, max_length=500)


@says_nothing_prohibited
@tx
async def correct(person_id: UUID, new: CorrectIdentity, *, by: Actor, now: datetime) -> Person:
    """Mend a name or a number, with the reason; the former number stays known as a former one."""
    require(by, Permission.PERSON_CORRECT)
    person = await Person.select_for_update().get_or_none(id=person_id)
    [here] = await rows(BELONGS, [person_id, by.organisation])
    if person is None or not here["here"]:
        raise NotFound()
    document_too = new.number is not None or new.birth_on is not None
    if new.name is None and not document_too:
        raise NothingToCorrect(at="name")
    key = await key_of(person.key_id)
    before = key.open_json(person.sealed, place=f"people_person.sealed:{person.id}")
    after = dict(before)
    if new.name is not None:
        after["name"] = normal_name(new.name)
    if document_too:
        after["birth_on"] = await renumber(person, key, new, today=clock.today(now))
    person.sealed = key.seal_json(after, place=f"people_person.sealed:{person.id}")
    person.name_term = admission.name_term(vault(), after["name"])
    await person.save(update_fields=["sealed", "name_term"])
    await record(
        Kind.PERSON_CORRECTED,
        by=by,
        now=now,
        key=key,
        person=person.id,
        about=person.id,
        reason=new.reason,
        before=before,
        after=after,
        number=document_too,
    )
    return person


async def renumber(person: Person, key: Key, new: CorrectIdentity, *, today: date) -> str:
    """Make another document the current one; returns the date of birth it proves.

    With a date of birth alone the document stays the one it was. The truth is not refused because the person turns out
    to be under age still: nothing new is recorded about him, and what was ends by it (`entries.minors`).
    """
    current = await Identifier.get(person_id=person.id, current=True)
    kind = DocumentKind(current.kind)
    if new.number is None:
        document = identify(kind, number_in(current, key), birth_on=new.birth_on, today=today)
    else:
        document = identify(new.kind or kind, new.number, birth_on=new.birth_on, today=today)
    try:
        async with tx():
            await make_current(document, person, key)
    except IntegrityError:  # two persons never have the same current document
        raise IdentityTaken(at="number") from None
    return document.birth_on.isoformat()


async def make_current(document: Document, person: Person, key: Key) -> None:
    """The renewals of a permit share their term, so a former document is known again by its whole number."""
    term = admission.identity_term(vault(), document)
    await Identifier.filter(person_id=person.id, current=True).update(current=False)
    for former in await Identifier.filter(term=term, person_id=person.id):
        if number_in(former, key) == document.number:
            former.current = True
            await former.save(update_fields=["current"])
            return
    id = uuid7()
    sealed = key.seal(document.number.encode(), place=f"people_identifier.sealed:{id}")
    await Identifier.create(id=id, person_id=person.id, kind=document.kind, sealed=sealed, term=term, current=True)


def number_in(identifier: Identifier, key: Key) -> str:
    return key.open(identifier.sealed, place=f"people_identifier.sealed:{identifier.id}").decode()


@tx
async def attach_account(person_id: UUID, account_id: UUID, *, by: Actor, now: datetime) -> None:
    """From now on this account is the person's own: one account for one person, and none of an officer's."""
    require(by, Permission.ACCOUNT_MAKE)
    account = await Account.select_for_update().get_or_none(id=account_id)
    person = await Person.select_for_update().get_or_none(id=person_id)
    if person is None or account is None:
        raise NotFound()
    others = await Person.filter(account_id=account_id).exclude(id=person.id).exists()
    if others or person.account_id not in (None, account_id) or Role.SUBJECT not in account.roles:
        raise AccountUnfit()
    person.account_id = account_id
    await person.save(update_fields=["account_id"])
    key = await key_of(person.key_id)
    await record(Kind.ACCOUNT_ATTACHED, by=by, now=now, key=key, person=person.id, about=account_id)
