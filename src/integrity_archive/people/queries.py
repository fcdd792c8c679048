"""Persons as they are read: by their own office, by themselves, and by an identity document."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive.actors import Actor, Permission, Role, require
from integrity_archive.blobs import blobs
from integrity_archive.database import rows
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import admission
from integrity_archive.people.identity import DocumentKind, identify, keys_of, normal_number
from integrity_archive.people.models import Person
from integrity_archive.rosters.models import Roster
from integrity_archive.sealing import key_of, vault

OF_OFFICE = """
select p.id, p.sealed, p.verified, p.opened_at, k.id as key, k.wrapped, i.id as identifier, i.kind, i.sealed as number
from people_person p join sealing_key k on k.id = p.key_id
join people_identifier i on i.person_id = p.id and i.current
where (exists (select from people_enrolment e where e.person_id = p.id and e.organisation_id = $1)
    or exists (select from people_membership m where m.person_id = p.id and m.organisation_id = $1))
"""
BY_IDENTITY = """
    and p.id = (select person_id from people_identifier where term = $2 order by current desc limit 1)"""
BY_NUMBER = """ and p.id in (
    select person_id from people_enrolment where organisation_id = $1 and number_term = $2
    union select person_id from people_membership where organisation_id = $1 and number_term = $2)"""
PAGE = " and ($2::uuid is null or p.id > $2) order by p.id limit $3"
ONE = """
select p.id, p.sealed, p.verified, p.opened_at, k.id as key, k.wrapped, i.id as identifier, i.kind, i.sealed as number
from people_person p join sealing_key k on k.id = p.key_id
join people_identifier i on i.person_id = p.id and i.current where p.id = $1
"""
BY_DOCUMENT = ONE.replace("p.id = $1", "p.id = (select person_id from people_identifier where term = $1 and current)")
NAMES = """
select p.id, p.sealed, k.id as key, k.wrapped from people_person p join sealing_key k on k.id = p.key_id
where p.id = any($1::uuid[])
"""
PLACES = """
select o.name, e.level as kind, e.status, e.since from people_enrolment e
join accounts_organisation o on o.id = e.organisation_id where e.person_id = $1 and ($2::uuid is null or o.id = $2)
union all
select o.name, m.profession, m.status, m.since from people_membership m
join accounts_organisation o on o.id = m.organisation_id where m.person_id = $1 and ($2::uuid is null or o.id = $2)
order by since
"""


@dataclass(frozen=True)
class Particulars:
    """A person in clear: for those who may see him."""

    id: UUID
    key: UUID
    name: str
    kind: DocumentKind
    number: str
    birth_on: date
    verified: str
    opened_at: datetime | None


@dataclass(frozen=True)
class Place:
    """Where a person studies or practises; `kind` is a level of study or a profession's code."""

    organisation: str
    kind: str
    status: str
    since: date | None


async def find(number: str, *, by: Actor) -> Particulars | None:
    """Somebody on the office's own rosters, by the office's own number or by the number of a document.

    Not by a passport's: it says nothing without the date of birth.
    """
    require(by, Permission.PERSON_SEE)
    assert by.organisation
    for own in dict.fromkeys((number.strip(), normal_number(number))):
        term = admission.number_term(vault(), by.organisation, own)
        if found := await rows(OF_OFFICE + BY_NUMBER, [by.organisation, term]):
            return opened(found[0])
    for key in keys_of(number):
        term = vault().term("identity", key)
        if found := await rows(OF_OFFICE + BY_IDENTITY, [by.organisation, term]):
            return opened(found[0])
    return None


async def listing(by: Actor, *, after: UUID | None = None, limit: int = 50) -> list[Particulars]:
    """The persons on the office's rosters, a page at a time."""
    require(by, Permission.PERSON_SEE)
    return [opened(row) for row in await rows(OF_OFFICE + PAGE, [by.organisation, after, limit])]


async def see(person: UUID, *, by: Actor, now: datetime) -> tuple[Particulars, list[Place]]:
    """One person of the office's rosters, with where he is enrolled there. The look is itself recorded."""
    require(by, Permission.PERSON_SEE)
    found = await rows(OF_OFFICE + " and p.id = $2", [by.organisation, person])
    if not found:
        raise NotFound()
    key = vault().unwrap(found[0]["key"], found[0]["wrapped"])
    await record(Kind.PERSON_SEEN, by=by, now=now, key=key, person=person, about=person)
    return opened(found[0]), await places(person, organisation=by.organisation)


async def particulars(person: UUID) -> Particulars:
    """Anybody, in clear, for code that has already decided who may see it; raises `NotFound`."""
    found = await rows(ONE, [person])
    if not found:
        raise NotFound()
    return opened(found[0])


async def places(person: UUID, *, organisation: UUID | None = None) -> list[Place]:
    """Where the person is enrolled or a member: at one organisation, or everywhere."""
    found = await rows(PLACES, [person, organisation])
    return [Place(row["name"], row["kind"], row["status"], row["since"]) for row in found]


async def names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What these persons are called."""
    return {row["id"]: sealed_particulars(row)["name"] for row in await rows(NAMES, [list(ids)])}


async def person_by_identity(
    kind: DocumentKind, number: str, *, birth_on: date | None = None, today: date
) -> Particulars | None:
    """A person of any organisation, by a document; None for a number that is wrong or nobody's. For inquiries only."""
    try:
        document = identify(kind, number, birth_on=birth_on, today=today)
    except Refusal:
        return None
    term = admission.identity_term(vault(), document)
    found = await rows(BY_DOCUMENT, [term])
    return opened(found[0]) if found else None


async def as_subject(actor: Actor) -> Actor:
    """The actor as the person whose own account this is, if it is one."""
    if Role.SUBJECT not in actor.roles or actor.account is None:
        return actor
    person = await Person.get_or_none(account_id=actor.account)
    return replace(actor, person=person.id) if person else actor


async def rosters(by: Actor, *, after: UUID | None = None, limit: int = 100) -> list[Roster]:
    """The rosters that the office handed in, newest first; `after` is the last id of the page before."""
    require(by, Permission.ROSTER_IMPORT)
    found = Roster.filter(organisation_id=by.organisation)
    return await (found.filter(id__lt=after) if after else found).order_by("-id").limit(limit)


async def roster(roster_id: UUID, *, by: Actor) -> Roster:
    """One of the office's rosters; raises `NotFound`."""
    require(by, Permission.ROSTER_IMPORT)
    found = await Roster.get_or_none(id=roster_id, organisation_id=by.organisation)
    if found is None:
        raise NotFound()
    return found


async def roster_errors(roster_id: UUID, *, by: Actor) -> bytes:
    """The error workbook of a refused roster; raises `NotFound` where there is none."""
    found = await roster(roster_id, by=by)
    if found.error_blob is None:
        raise NotFound()
    sealed = await asyncio.to_thread(blobs().get, found.error_blob)
    return (await key_of(found.key_id)).open(sealed, place=f"blob:{found.id}")


def opened(row: dict[str, Any]) -> Particulars:
    key = vault().unwrap(row["key"], row["wrapped"])
    particulars = key.open_json(row["sealed"], place=f"people_person.sealed:{row['id']}")
    number = key.open(row["number"], place=f"people_identifier.sealed:{row['identifier']}").decode()
    birth_on = date.fromisoformat(particulars["birth_on"])
    return Particulars(
        id=row["id"],
        key=row["key"],
        name=particulars["name"],
        kind=DocumentKind(row["kind"]),
        number=number,
        birth_on=birth_on,
        verified=row["verified"],
        opened_at=row["opened_at"],
    )


def sealed_particulars(row: dict[str, Any]) -> dict[str, Any]:
    key = vault().unwrap(row["key"], row["wrapped"])
    found: dict[str, Any] = key.open_json(row["sealed"], place=f"people_person.sealed:{row['id']}")
    return found
