"""Consent: given by the person himself, or signed on paper and handed to an officer; withdrawn at any time."""

import asyncio
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.errors import Conflict, NotFound, Refusal
from integrity_archive.file_types import media_type
from integrity_archive.inquiries.kinds import ConsentState, Purpose
from integrity_archive.inquiries.models import Consent
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import queries as people
from integrity_archive.people.models import Person
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.representations import received
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

TEXT_VERSION = "2026-1"  # the wording the person agreed to stands in templates/own


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


class GiveConsent(OnPaper):
    """To whom, for what, which families (none named: all of the purpose), until when, how often."""

    organisation: UUID
    purpose: Purpose
    families: list[str] = Field(default_factory=list)
    valid_until: date | None = None
    uses: int = Field(default=1, ge=1)


class NothingToWithdraw(Conflict):
    """This person has given that organisation no consent for this purpose that is still in force."""

    zh = "该当事人没有给该单位此用途的有效同意，无须撤回。"


class Withdrawing(OnPaper):
    """From whom the consent is taken back, and for what."""

    organisation: UUID
    purpose: Purpose


@tx
async def give_consent(new: GiveConsent, *, by: Actor, now: datetime) -> Consent:
    """The person allows one committee to ask for one purpose (PIPL 14, 23; 征信业管理条例 18)."""
    require(by, Permission.OWN_FILE, person=by.person)
    assert by.person
    return await keep_consent(new, by.person, None, [], by=by, now=now)


@says_nothing_prohibited
async def consent_on_paper(
    person: UUID, new: GiveConsent, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> Consent:
    """The same, signed by a person of the office's rosters or by his representative, and handed to an officer."""
    paper = await scanned(person, data, by=by)
    return await keep_consent(new, person, paper, [sha256(data).hexdigest()], by=by, now=now)


async def scanned(person: UUID, data: bytes, *, by: Actor) -> tuple[UUID, str]:
    """A paper of a person on the office's rosters, sealed under his key: the id of what it is about, and its place.
    Raises `NotFound` for a stranger."""
    require(by, Permission.REMEDY_FILE)
    if not await people.places(person, organisation=by.organisation):
        raise NotFound()
    media_type(data, limit=settings().upload_limit)
    key = await key_of((await people.particulars(person)).key)
    id = uuid7()
    return id, await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{id}"))


@tx
async def keep_consent(
    new: GiveConsent, person: UUID, paper: tuple[UUID, str] | None, scans: list[str], *, by: Actor, now: datetime
) -> Consent:
    """Its time begins today, also where the paper came in earlier: nobody could have asked with it before."""
    _, brought = await received(new, Scope.CONSENT, person, by=by, now=now)
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
    id, blob = paper or (uuid7(), None)
    consent = await Consent.create(
        id=id,
        blob=blob,
        person_id=person,
        organisation_id=organisation.id,
        purpose=new.purpose,
        families=new.families or list(allowed.families),
        valid_from=today,
        valid_until=until,
        uses_left=new.uses,
        text_version=TEXT_VERSION,
        given_at=now,
    )
    told = {"purpose": new.purpose, "until": until.isoformat(), "documents": scans, **brought}
    await note(Kind.CONSENT_GIVEN, consent, by=by, now=now, **told)
    return consent


@tx
async def withdraw_consent(consent_id: UUID, *, by: Actor, now: datetime) -> Consent:
    """From now on the consent opens nothing (PIPL 15); harmless when it was withdrawn before."""
    require(by, Permission.OWN_FILE, person=by.person)
    consent = await Consent.select_for_update().get_or_none(id=consent_id, person_id=by.person)
    if consent is None:
        raise NotFound()
    if consent.state is ConsentState.GIVEN:
        await end(consent, by=by, now=now)
    return consent


@says_nothing_prohibited
async def withdraw_on_paper(
    person: UUID, what: Withdrawing, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> Consent:
    """The same in writing, by himself or his representative: whatever the paper's words reach that is still in force.

    Which consents he has given is not shown to the office: the paper names them. It opens nothing from the moment on
    at which it is recorded, and the receipt names the day it came. Raises `NothingToWithdraw`.
    """
    id, blob = await scanned(person, data, by=by)
    return await keep_withdrawal(person, what, f"{id}/{blob}", sha256(data).hexdigest(), by=by, now=now)


@tx
async def keep_withdrawal(
    person: UUID, what: Withdrawing, scan: str, digest: str, *, by: Actor, now: datetime
) -> Consent:
    _, brought = await received(what, Scope.CONSENT, person, by=by, now=now)
    given = Consent.filter(person_id=person, organisation_id=what.organisation, purpose=what.purpose)
    found = await given.filter(state=ConsentState.GIVEN).order_by("-id").select_for_update()
    if not found:
        raise NothingToWithdraw()
    for consent in found:
        await end(consent, by=by, now=now, documents=[digest], scan=scan, **brought)
    return found[0]


async def end(consent: Consent, *, by: Actor, now: datetime, **said: Any) -> None:
    consent.state = ConsentState.WITHDRAWN
    await consent.save(update_fields=["state"])
    await note(Kind.CONSENT_WITHDRAWN, consent, by=by, now=now, **said)


async def note(kind: Kind, consent: Consent, *, by: Actor, now: datetime, **said: Any) -> None:
    person = await Person.get(id=consent.person_id)
    key = await key_of(person.key_id)
    await record(kind, by=by, now=now, key=key, person=person.id, about=consent.id, **said)
