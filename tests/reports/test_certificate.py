"""The certificate of effect on paper: everything the gate rested on, in words, for the office and for the person."""

from datetime import date

import pytest

from integrity_archive.entries import queries
from integrity_archive.errors import NotFound
from integrity_archive.people.models import Person
from integrity_archive.reports import certificate

from ..building import (
    FOUND,
    MERIT,
    NOW,
    Office,
    a_notified_entry,
    a_person,
    a_university,
    an_effective_entry,
    as_the_person,
)
from ..paper.printed import pages


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)


def words(pdf: bytes) -> str:
    return "".join("".join(pages(pdf)).split())


async def test_it_says_why_the_entry_was_allowed_to_take_effect(office: Office, student: Person):
    entry = await an_effective_entry(office, student)

    name, pdf = await certificate.pdf(entry.id, by=await as_the_person(student), now=NOW)

    text = words(pdf)
    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert name == f"生效凭据-{entry.number}.pdf"
    for said in (
        "国家教育考试违规处理决定书", "岚考〔2026〕17号", FOUND, "2026-07-03当面送达", "2026-07-10当面送达", "事后登记",
        "决定书（生效文书）（24aad1537588）", "2026-07-20", "2026-07-21", "第一项救济期满",
        view.certificate.facts["policy"],
        office.clerk.name, office.reviewer.name, view.certificate.sha256,
    ):  # fmt: skip
        assert said in text, said


async def test_a_merit_has_one_that_speaks_of_consent(office: Office, student: Person):
    entry = await an_effective_entry(office, student, MERIT)

    _, pdf = await certificate.pdf(entry.id, by=office.reviewer, now=NOW)

    assert "本人书面同意" in words(pdf) and "告知书" not in words(pdf)


async def test_without_effect_there_is_none_and_for_strangers_neither(office: Office, student: Person):
    waiting, effective = await a_notified_entry(office, student), await an_effective_entry(office, student)
    stranger = await as_the_person(await a_person(office))

    for entry, by in ((waiting, office.clerk), (effective, stranger)):
        with pytest.raises(NotFound):
            await certificate.pdf(entry.id, by=by, now=NOW)


async def test_golden_23(office: Office, student: Person):
    """Decided on 2026-03-20: the certificate names Order 58, which governs by the day of the decision."""
    decided = date(2026, 3, 20)
    old = {"decided_on": decided, "served_on": decided, "conduct_ended_on": date(2026, 3, 1), "sanction_from": decided}
    entry = await an_effective_entry(office, student, **old)
    kept = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert kept.certificate and kept.certificate.facts["policy"] == "NDRC-58-2023"
    younger = await an_effective_entry(office, student)
    kept = await queries.view(younger.id, by=office.clerk, now=NOW)
    assert kept.certificate and kept.certificate.facts["policy"] == "NDRC-36-2025"
