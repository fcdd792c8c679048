"""Consent: given by the person himself, or signed on paper and handed to an officer; withdrawn at any time."""

import asyncio
from datetime import date, datetime, timedelta
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
from integrity_archive.errors import NotFound, Refusal
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


@tx
async def give_consent(new: GiveConsent, *, by: Actor, now: datetime) -> Consent:
    """The person allows one committee to ask for one purpose (PIPL 14, 23; 征信业管理条例 18)."""
    require(by, Permission.OWN_FILE, person=by.person)
    assert by.person
    return await keep_consent(new, by.person, None, by=by, now=now)


@says_nothing_prohibited
async def consent_on_paper(
    person: UUID, new: GiveConsent, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> Consent:
    """The same, signed by a person of the office's rosters or by his representative, and handed to an officer."""
    require(by, Permission.REMEDY_FILE)
    if not await people.places(person, organisation=by.organisation):
        raise NotFound()
    media_type(data, limit=settings().upload_limit)
    key = await key_of((await people.particulars(person)).key)
    id = uuid7()
    blob = await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{id}"))
    return await keep_consent(new, person, (id, blob), by=by, now=now)


@tx
async def keep_consent(
    new: GiveConsent, person: UUID, paper: tuple[UUID, str] | None, *, by: Actor, now: datetime
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
    told = {"purpose": new.purpose, "until": until.isoformat(), **brought}
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
        consent.state = ConsentState.WITHDRAWN
        await consent.save(update_fields=["state"])
        await note(Kind.CONSENT_WITHDRAWN, consent, by=by, now=now)
    return consent


async def note(kind: Kind, consent: Consent, *, by: Actor, now: datetime, **said: Any) -> None:
    person = await Person.get(id=consent.person_id)
    key = await key_of(person.key_id)
    await record(kind, by=by, now=now, key=key, person=person.id, about=consent.id, **said)
