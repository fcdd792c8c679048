"""One university and one student of it."""

import pytest

from integrity_archive.people.models import Person

from ..building import Office, a_person, a_university


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)
