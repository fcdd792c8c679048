"""One university with a second reviewer who had no hand in anything, and one student of it."""

import pytest

from integrity_archive.actors import Actor
from integrity_archive.people.models import Person

from ..building import Office, a_person, a_reviewer, a_university, as_the_person


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def arbiter(office: Office) -> Actor:
    """A reviewer who had no hand in the entry."""
    return await a_reviewer(office.organisation)


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)


@pytest.fixture
async def own(student: Person) -> Actor:
    """The student on an account of his own."""
    return await as_the_person(student)
