"""One university, one student of it, and the outside as processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrity_archive.people.models import Person

from ..building import Office, a_person, a_university
from .office import Outside, outside


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[Outside]:
    with outside("mail", tmp_path / "mail") as server:
        yield server


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[Outside]:
    with outside("texts", tmp_path / "texts") as service:
        yield service
