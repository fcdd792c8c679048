"""Persons of the office's own rosters. A number is looked up by a body, never an address, and the look is recorded."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.entries.minors import correct_person
from integrity_archive.errors import NotFound
from integrity_archive.people import actions, queries
from integrity_archive.people.masking import Level, mask_number


class FindPerson(BaseModel):
    """An identity number, or the office's own student or member number."""

    number: str = Field(min_length=1, max_length=64)


@dataclass(frozen=True)
class PersonOut:
    """A person as his office sees him: the number masked."""

    id: UUID
    name: str
    kind: str
    number: str
    birth_on: date
    verified: str


def shown(person: queries.Particulars) -> PersonOut:
    number = mask_number(person.number, Level.BUSINESS)
    return PersonOut(person.id, person.name, person.kind, number, person.birth_on, person.verified)


async def listed(call: Call) -> list[PersonOut]:
    after, limit = page_of(call)
    return [shown(one) for one in await queries.listing(call.by, after=after, limit=limit)]


async def find(call: Call) -> PersonOut:
    found = await queries.find(call.input.number, by=call.by)
    if found is None:
        raise NotFound(at="number")
    return await seen(call, found.id)


async def person(call: Call) -> PersonOut:
    return await seen(call, call.path["person"])


async def seen(call: Call, id: UUID) -> PersonOut:
    person, _ = await queries.see(id, by=call.by, now=clock.now())
    return shown(person)


async def correct(call: Call) -> PersonOut:
    person = await correct_person(call.path["person"], call.input, by=call.by, now=clock.now())
    return shown(await queries.particulars(person.id))


SEE, CORRECT = Permission.PERSON_SEE, Permission.PERSON_CORRECT
ENDPOINTS = (
    Endpoint("GET", "/persons", listed, SEE, "名册人员", "persons on rosters", output=list[PersonOut], pages=True),
    Endpoint(
        "POST", "/persons/find", find, SEE, "按号码查找", "find by number", input=FindPerson, output=PersonOut,
        refusals=(404,),
    ),
    Endpoint(
        "POST", "/persons/{person:uuid}/correct", correct, CORRECT, "更正身份信息", "correct particulars",
        input=actions.CorrectIdentity, output=PersonOut, creates=True, again=person,
    ),
)  # fmt: skip
