"""The person gets everything about his entry in one signed file that carries every document, and nobody else's data."""

import asyncio
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from integrity_archive.entries import actions
from integrity_archive.entries.changes import Change, approve, propose
from integrity_archive.entries.kinds import ChangeKind
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.queries import NoLongerShown, evidence, view
from integrity_archive.entries.redaction import NothingToRedact, RedactedCopyMissing, add_redacted
from integrity_archive.errors import Conflict, Forbidden, NotFound
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.paper.signature import SignatureReport
from integrity_archive.paper.signature import verify as verify_signature
from integrity_archive.people.models import Person
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.representations import OutsideScope, Representing, record_power
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.recipients.models import Edge
from integrity_archive.remedies.actions import Objecting, lodge_objection
from integrity_archive.remedies.kinds import Ground
from integrity_archive.reports.actions import signatory
from integrity_archive.reports.case_file import contents_of, make, verify
from integrity_archive.reports.case_file_content import document
from integrity_archive.reports.models import CaseFile

from ..building import (
    FOUND,
    NOW,
    PDF,
    Office,
    a_draft,
    a_filed_entry,
    a_person,
    a_university,
    an_effective_entry,
    as_the_person,
    sight,
)

ORIGINAL, COPY = PDF + b"original", PDF + b"copy"
TODAY = NOW.date()


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def person(office: Office) -> Person:
    return await a_person(office)


async def a_file_naming_others(office: Office, person: Person, *, copied: bool) -> tuple[Entry, UUID]:
    """A filed entry with a document that names a third person."""
    entry = await a_draft(office, person)
    made = await actions.add_evidence(
        entry.id, "DECISION_DOCUMENT", "笔录.pdf", ORIGINAL, True, by=office.clerk, now=NOW
    )
    if copied:
        await add_redacted(entry.id, made.id, "笔录（遮盖）.pdf", COPY, by=office.clerk, now=NOW)
    await actions.file(entry.id, by=office.clerk, now=NOW)
    await sight(office, entry)
    return entry, made.id


def attached(pdf: bytes) -> dict[str, bytes]:
    """The files that a paper carries, by name."""
    names = PdfFileReader(BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    specs = [names[place] for place in range(1, len(names), 2)]
    return {str(spec["/UF"]): spec["/EF"]["/F"].data for spec in specs}


async def check(pdf: bytes) -> SignatureReport:
    return await asyncio.to_thread(verify_signature, pdf, signatory(NOW).certificates_pem, now=NOW)


async def test_it_is_one_signed_paper_with_every_document_inside(office: Office, person: Person) -> None:
    entry = await an_effective_entry(office, person)
    name, pdf = await make(entry.id, OnPaper(), by=await as_the_person(person), now=NOW)
    inside, kept = attached(pdf), await Evidence.filter(entry_id=entry.id).count()

    assert name == f"案卷-{entry.number}.pdf" and (await check(pdf)).intact
    assert len(inside) == kept + 1  # and the certificate of effect
    assert [data for data in inside.values()][:kept] == [PDF] * kept
    assert (await check(list(inside.values())[-1])).intact


async def test_a_document_exchanged_inside_breaks_the_signature(office: Office, person: Person) -> None:
    entry = await an_effective_entry(office, person)
    _, pdf = await make(entry.id, OnPaper(), by=await as_the_person(person), now=NOW)
    place = pdf.index(b"/EmbeddedFile")
    broken = pdf[: place - 40] + bytes([pdf[place - 40] ^ 1]) + pdf[place - 39 :]
    assert not (await check(broken)).intact


async def test_its_code_tells_anybody_its_hash_and_whether_it_is_still_so(office: Office, person: Person) -> None:
    entry = await an_effective_entry(office, person)
    own = await as_the_person(person)
    _, pdf = await make(entry.id, OnPaper(), by=own, now=NOW)
    kept = await CaseFile.get()
    found = await verify(kept.code, now=NOW)

    assert found and (found.sha256, found.current) == (sha256(pdf).hexdigest(), True)
    assert "*" in found.name or "＊" in found.name or "某" in found.name
    until = (await Entry.get(id=entry.id)).display_until
    assert until
    later = await verify(kept.code, now=NOW + (until - TODAY) + timedelta(1))
    assert later and not later.current
    assert await verify("2222222222222222", now=NOW) is None
    line = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.CASE_FILE_MADE]
    assert [one.body and one.body["sha256"] for one in line] == [found.sha256]


async def test_it_is_not_given_before_he_was_told_nor_after_the_entry_is_over(office: Office, person: Person) -> None:
    filed = await a_filed_entry(office, person)
    own = await as_the_person(person)
    with pytest.raises(NotFound):
        await make(filed.id, OnPaper(), by=own, now=NOW)
    with pytest.raises(NotFound):
        await make(filed.id, OnPaper(), by=office.clerk, now=NOW)

    entry = await an_effective_entry(office, person)
    until = (await Entry.get(id=entry.id)).display_until
    assert until
    with pytest.raises(NoLongerShown):
        await make(entry.id, OnPaper(), by=own, now=NOW + (until - TODAY) + timedelta(1))


async def test_it_is_for_him_and_his_office_alone(office: Office, person: Person) -> None:
    entry = await an_effective_entry(office, person)
    other = await a_university(which=1)
    for stranger in (await as_the_person(await a_person(office)), other.clerk):
        with pytest.raises(NotFound):
            await make(entry.id, OnPaper(), by=stranger, now=NOW)


async def test_a_representative_gets_it_at_the_office_if_he_may_see(office: Office, person: Person) -> None:
    entry = await an_effective_entry(office, person)

    async def a_power(scope: Scope) -> UUID:
        given: dict[str, Any] = {"valid_from": TODAY, "valid_until": TODAY}
        new = Representing(name="岳承安", number="149901198001010017", scope=[scope], **given)
        return (await record_power(person.id, new, "委托书.pdf", PDF, by=office.clerk, now=NOW)).id

    seeing, objecting = await a_power(Scope.SEE), await a_power(Scope.OBJECT)
    with pytest.raises(OutsideScope):
        await make(entry.id, OnPaper(representation=objecting), by=office.clerk, now=NOW)
    await make(entry.id, OnPaper(representation=seeing), by=office.clerk, now=NOW)
    [line] = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.CASE_FILE_MADE]
    assert line.body and line.body["representation"] == str(seeing)
    [edge] = await Edge.filter(entry_id=entry.id, how=How.LETTER)
    assert (edge.recipient_kind, edge.recipient, edge.about) == (RecipientKind.PERSON, person.id, line.about)


async def test_what_names_others_blocks_the_notice_until_it_has_a_redacted_copy(office: Office, person: Person) -> None:
    entry, original = await a_file_naming_others(office, person, copied=False)
    with pytest.raises(RedactedCopyMissing):
        await actions.notify(entry.id, by=office.reviewer, now=NOW)
    await add_redacted(entry.id, original, "笔录（遮盖）.pdf", COPY, by=office.clerk, now=NOW)
    await actions.notify(entry.id, by=office.reviewer, now=NOW)


async def test_the_person_sees_the_copy_and_never_the_original(office: Office, person: Person) -> None:
    entry, original = await a_file_naming_others(office, person, copied=True)
    await actions.notify(entry.id, by=office.reviewer, now=NOW)
    own = await as_the_person(person)
    seen = (await view(entry.id, by=own, now=NOW)).evidence
    copy = next(one for one in seen if one.redacts == original)
    _, pdf = await make(entry.id, OnPaper(), by=own, now=NOW)
    _, at_office = await make(entry.id, OnPaper(), by=office.clerk, now=NOW)

    assert original not in {one.id for one in seen}
    assert (await evidence(copy.id, by=own, on=TODAY))[2] == COPY
    with pytest.raises(NotFound):
        await evidence(original, by=own, on=TODAY)
    assert (await evidence(original, by=office.clerk, on=TODAY))[2] == ORIGINAL
    for given in (pdf, at_office):
        assert COPY in attached(given).values() and ORIGINAL not in attached(given).values()


async def test_a_copy_is_made_of_an_original_of_this_entry_by_a_clerk(office: Office, person: Person) -> None:
    entry, original = await a_file_naming_others(office, person, copied=False)
    other = await a_draft(office, await a_person(office))
    copy = await add_redacted(entry.id, original, "遮盖.pdf", COPY, by=office.clerk, now=NOW)
    with pytest.raises(NothingToRedact):
        await add_redacted(entry.id, copy.id, "遮盖.pdf", COPY, by=office.clerk, now=NOW)
    with pytest.raises(NotFound):
        await add_redacted(other.id, original, "遮盖.pdf", COPY, by=office.clerk, now=NOW)
    with pytest.raises((Forbidden, Conflict)):
        await add_redacted(entry.id, original, "遮盖.pdf", COPY, by=office.reviewer, now=NOW)


async def test_the_paper_says_what_was_said_against_the_entry_and_what_it_said_before(
    office: Office, person: Person
) -> None:
    entry = await an_effective_entry(office, person)
    own = await as_the_person(person)
    await lodge_objection(entry.id, Objecting(ground=Ground.FACTS, text="进入考场的是我本人。"), by=own, now=NOW)
    change = Change(kind=ChangeKind.CORRECTION, summary="由他人冒名参加考试，当场查获。", reason="摘要有误")
    proposed = await propose(entry.id, change, by=office.clerk, now=NOW)
    await approve(proposed.id, by=office.reviewer, now=NOW)
    view_of = await view(entry.id, by=own, now=NOW)
    contents = await contents_of(view_of, number="AJ-1", code="X" * 16, by=own, now=NOW)
    said = str(document(contents))

    assert "进入考场的是我本人。" in said and "事实摘要：由他人冒名代替参加考试。" in said
    assert FOUND in said and "没有任何单位收到这个条目" in said
