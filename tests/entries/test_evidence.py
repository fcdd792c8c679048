"""Documents of an entry: what is taken, how it is kept, and who gets it back."""

from collections.abc import Awaitable, Callable

import pytest

from integrity_archive.entries import actions, queries
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.file_types import DocumentTooLarge, EmptyDocument, NotADocument, media_type
from integrity_archive.people.models import Person
from integrity_archive.settings import settings
from integrity_archive.transitions import NoSuchStep

from ..building import (
    NOW,
    PDF,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    a_person,
    a_university,
    as_the_person,
    facts,
    serve,
)

LIMIT = 1024 * 1024
Reach = Callable[[Office, Person], Awaitable[Entry]]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0....", "image/jpeg"),
    ],
)
def test_a_document_is_known_by_its_first_bytes(data: bytes, name: str):
    assert media_type(data, limit=LIMIT) == name


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", EmptyDocument),
        (b"MZ\x90\x00", NotADocument),
        (b"PK\x03\x04", NotADocument),
        (b"<html>%PDF-", NotADocument),
        (b"\xff\xd8", NotADocument),
        (PDF.ljust(LIMIT + 1), DocumentTooLarge),
    ],
)
def test_anything_else_is_refused_beside_the_file(data: bytes, refusal: type[Exception]):
    with pytest.raises(refusal) as refused:
        media_type(data, limit=LIMIT)

    assert refused.value.at == "file"


def test_the_largest_document_is_still_taken():
    assert media_type(PDF.ljust(LIMIT), limit=LIMIT) == "application/pdf"


async def test_a_program_that_calls_itself_pdf_is_not_attached(office: Office, student: Person):
    entry = await a_draft(office, student)
    before = await Evidence.filter(entry_id=entry.id).count()

    with pytest.raises(NotADocument):
        await actions.add_evidence(entry.id, "DECISION_DOCUMENT", "决定书.pdf", b"MZ\x90", by=office.clerk, now=NOW)

    assert await Evidence.filter(entry_id=entry.id).count() == before


async def test_only_kinds_of_the_catalogue_are_attached(office: Office, student: Person):
    entry = await a_draft(office, student)

    with pytest.raises(actions.UnknownEvidenceKind) as refused:
        await actions.add_evidence(entry.id, "RUMOUR", "传言.pdf", PDF, by=office.clerk, now=NOW)

    assert refused.value.at == "kind"


async def test_filing_names_every_document_and_every_step_that_is_missing_and_asks_for_findings(
    office: Office, student: Person
):
    new = facts(student.id, steps_taken=["DEFENCE_HEARD"])
    entry = await actions.draft(new, by=office.clerk, now=NOW)
    await actions.add_evidence(entry.id, "DECISION_DOCUMENT", "决定书.pdf", PDF, by=office.clerk, now=NOW)

    with pytest.raises(Invalid) as refused:
        await actions.file(entry.id, by=office.clerk, now=NOW)

    assert [(fault.code, fault.facts) for fault in refused.value.errors()] == [
        ("evidence-missing", {"kind": "DECISION_SERVICE"}),
        ("evidence-missing", {"kind": "INVIGILATOR_RECORD"}),
        ("step-missing", {"step": "HEARING_OFFERED"}),
        ("finding-missing", {}),
    ]


async def test_a_document_lies_sealed_on_disk_and_comes_back_as_it_was(office: Office, student: Person):
    entry = await a_draft(office, student)
    added = await actions.add_evidence(entry.id, "HEARING_RECORD", "陈述笔录.pdf", PDF, by=office.clerk, now=NOW)

    blobs = [file for file in (settings().home / "blobs").rglob("*") if file.is_file()]
    assert any(file.name == added.blob for file in blobs)
    assert all(PDF not in file.read_bytes() for file in blobs)
    assert await queries.evidence(added.id, by=office.reviewer, on=NOW.date()) == (
        "陈述笔录.pdf",
        "application/pdf",
        PDF,
    )


async def test_a_document_is_for_its_office_and_the_person_only(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    [document, *_] = await Evidence.filter(entry_id=entry.id)
    strangers = [
        (await a_university(which=1)).clerk,
        await as_the_person(await a_person(office)),
    ]

    for stranger in strangers:
        with pytest.raises(NotFound):
            await queries.evidence(document.id, by=stranger, on=NOW.date())
    assert (await queries.evidence(document.id, by=await as_the_person(student), on=NOW.date()))[2] == PDF


async def test_what_was_filed_gets_no_more_documents(office: Office, student: Person):
    entry = await a_filed_entry(office, student)

    with pytest.raises(NoSuchStep):
        await actions.add_evidence(entry.id, "HEARING_RECORD", "笔录.pdf", PDF, by=office.clerk, now=NOW)


async def test_a_reviewer_attaches_nothing(office: Office, student: Person):
    entry = await a_draft(office, student)

    with pytest.raises(Forbidden):
        await actions.add_evidence(entry.id, "HEARING_RECORD", "笔录.pdf", PDF, by=office.reviewer, now=NOW)


async def test_the_proof_of_service_is_kept_with_the_notice(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert view.notice
    [proof] = [document for document in view.evidence if document.id == view.notice.proof_id]
    assert (proof.kind, proof.file_name) == ("NOTICE_SERVICE", "送达回证.pdf")


@pytest.mark.parametrize("reach", [a_draft, a_filed_entry])
async def test_a_document_is_shown_to_the_person_from_the_notice_on(office: Office, student: Person, reach: Reach):
    entry = await reach(office, student)
    [document, *_] = await Evidence.filter(entry_id=entry.id)

    with pytest.raises(NotFound):
        await queries.evidence(document.id, by=await as_the_person(student), on=NOW.date())
    assert (await queries.evidence(document.id, by=office.reviewer, on=NOW.date()))[2] == PDF
