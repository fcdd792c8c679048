"""Public credit information, credit-reference information and what is internal are never mixed."""

from datetime import date

import pytest

from integrity_archive.catalogue.record_types import InfoDomain
from integrity_archive.entries.adverse import adverse
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.domains import is_public
from integrity_archive.entries.models import Entry
from integrity_archive.people.models import Person

from ..building import LAW, SUBSTITUTE, Office, an_effective_entry

APART = [kind.code for kind in LAW.record_types if kind.info_domain is not InfoDomain.PUBLIC]
DAY = date(2026, 12, 1)


def test_the_edition_has_types_of_each_domain():
    assert {kind.info_domain for kind in LAW.record_types} == set(InfoDomain)


@pytest.mark.parametrize("record_type", APART)
async def test_what_is_not_public_stands_in_no_answer_and_in_no_indicator(
    office: Office, student: Person, record_type: str
):
    assert not is_public(LAW.code, record_type)
    entry = await an_effective_entry(office, student)
    families = ["EXF", record_type.split("-")[1]]
    assert await disclosable(student.id, families, on=DAY) and await adverse(student.id, families, on=DAY)

    # as if the same decision had been recorded under that type
    await Entry.filter(id=entry.id).update(record_type=record_type)

    assert await disclosable(student.id, families, on=DAY) == []
    assert await adverse(student.id, families, on=DAY) == []


def test_what_is_public_is_told():
    assert is_public(LAW.code, SUBSTITUTE)
