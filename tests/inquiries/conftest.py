"""A student with one entry in effect, and a committee that may be allowed to ask."""

from dataclasses import dataclass

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Role
from integrity_archive.demo.world import Adult
from integrity_archive.entries.models import Entry
from integrity_archive.inquiries.actions import GiveConsent, Question, give_consent
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.inquiries.models import Consent

from ..building import (
    NOW,
    Office,
    a_person,
    a_university,
    an_adult,
    an_effective_entry,
    an_officer,
    an_organisation,
    as_the_person,
)


@dataclass(frozen=True)
class Asking:
    """Who asks whom about what."""

    office: Office
    committee: Organisation
    secretary: Actor
    adult: Adult
    student: Actor
    entry: Entry

    @property
    def question(self) -> Question:
        return Question(number=self.adult.number, name=self.adult.name, purpose=Purpose.SCHOLARSHIP)

    async def consent(self, *, purpose: Purpose = Purpose.SCHOLARSHIP, uses: int = 1) -> Consent:
        new = GiveConsent(organisation=self.committee.id, purpose=purpose, uses=uses)
        return await give_consent(new, by=self.student, now=NOW)


@pytest.fixture
async def asking(database: object) -> Asking:
    office, adult = await a_university(), an_adult()
    person = await a_person(office, adult)
    entry = await an_effective_entry(office, person)
    committee = await an_organisation(OrganisationKind.COMMITTEE)
    secretary = await an_officer(committee, Role.COMMITTEE)
    return Asking(office, committee, secretary, adult, await as_the_person(person), entry)
