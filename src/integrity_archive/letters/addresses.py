"""Where a person agreed in writing to be served (送达地址确认书), as one office knows it."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.errors import FieldError, Invalid, NotFound, Refusal
from integrity_archive.file_types import media_type
from integrity_archive.intake import MESSAGES
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.models import Address
from integrity_archive.people import queries as people
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.queries import Particulars
from integrity_archive.people.representations import received
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

MAIL = r"^[^@\s<>,;:]+@[^@\s<>,;:]+\.[^@\s<>,;:]+$"
PHONE = r"^\+?[0-9]{6,15}$"


class ConfirmationNotYet(Refusal):
    """The confirmation is signed no later than today."""

    status = 422
    zh = "确认书的签署日期不得晚于今天。"


class Confirmed(OnPaper):
    """What the person wrote in the confirmation. `electronic`: he agrees to be served on his own page. One that names
    no way takes that agreement back and leaves the rest as it was."""

    post: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=200, pattern=rf"{MAIL}|^$")
    phone: str = Field(default="", max_length=16, pattern=rf"{PHONE}|^$")
    electronic: bool = False
    confirmed_on: date

    def names_a_way(self) -> bool:
        return bool(self.post or self.email or self.phone or self.electronic)


@dataclass(frozen=True)
class Known:
    """A confirmation, opened."""

    id: UUID
    post: str
    email: str
    phone: str
    electronic: bool
    confirmed_on: date


@says_nothing_prohibited
async def confirm(person: UUID, given: Confirmed, file_name: str, data: bytes, *, by: Actor, now: datetime) -> Address:
    """Record a signed confirmation for a person on the office's rosters; the newest counts."""
    require(by, Permission.LETTER_SERVE)
    assert by.organisation
    if given.confirmed_on > clock.today(now):
        raise ConfirmationNotYet(at="confirmed_on")
    known = await on_roster(person, by.organisation)
    if not given.names_a_way():
        given = without_electronic(given, await address_of(person, by.organisation))
    media_type(data, limit=settings().upload_limit)
    key, id = await key_of(known.key), uuid7()
    blob = await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{id}"))
    return await keep(id, known, given, blob, sha256(data).hexdigest(), by=by, now=now)


def without_electronic(given: Confirmed, before: Known | None) -> Confirmed:
    """What was confirmed before, but on paper from now on; raises `Invalid` where there is nothing to take back."""
    if before is None or not before.electronic:
        raise Invalid([FieldError("post", *MESSAGES["missing"])])
    return given.model_copy(update={"post": before.post, "email": before.email, "phone": before.phone})


@tx
async def keep(
    id: UUID, person: Particulars, given: Confirmed, blob: str, digest: str, *, by: Actor, now: datetime
) -> Address:
    key = await key_of(person.key)
    _, paper = await received(given, Scope.FILE, person.id, by=by, now=now)
    await Address.filter(person_id=person.id, organisation_id=by.organisation, withdrawn_at=None).update(
        withdrawn_at=now
    )
    said = {"post": given.post, "email": given.email, "phone": given.phone}
    made = await Address.create(
        id=id,
        person_id=person.id,
        organisation_id=by.organisation,
        sealed=key.seal_json(said, place=f"letters_address.sealed:{id}"),
        electronic=given.electronic,
        confirmed_on=given.confirmed_on,
        blob=blob,
        recorded_at=now,
    )
    await record(
        Kind.ADDRESS_CONFIRMED, by=by, now=now, key=key, person=person.id, about=id, electronic=given.electronic,
        confirmed_on=given.confirmed_on.isoformat(), blob=blob, documents=[digest], **paper,
    )  # fmt: skip
    return made


@tx
async def withdraw_electronic(*, by: Actor, now: datetime) -> None:
    """The person wants to be served on paper from now on; what was served before stays served."""
    require(by, Permission.OWN_FILE, person=by.person)
    assert by.person
    person = await people.particulars(by.person)
    key = await key_of(person.key)
    for address in await Address.filter(person_id=by.person, electronic=True, withdrawn_at=None).select_for_update():
        address.electronic = False
        await address.save(update_fields=["electronic"])
        await record(
            Kind.ADDRESS_CONFIRMED, by=by, now=now, key=key, organisation=address.organisation_id, person=by.person,
            about=address.id, electronic=False, withdrawn=True,
        )  # fmt: skip


async def address_of(person: UUID, organisation: UUID) -> Known | None:
    """The confirmation that counts today between this person and this office."""
    found = await Address.filter(person_id=person, organisation_id=organisation, withdrawn_at=None).order_by("-id")
    if not found:
        return None
    address = found[0]
    key = await key_of((await people.particulars(person)).key)
    said = key.open_json(address.sealed, place=f"letters_address.sealed:{address.id}")
    return Known(address.id, said["post"], said["email"], said["phone"], address.electronic, address.confirmed_on)


async def on_roster(person: UUID, organisation: UUID) -> Particulars:
    """Raises `NotFound` for somebody on no roster of this office."""
    if not await people.places(person, organisation=organisation):
        raise NotFound()
    return await people.particulars(person)
