"""What bodies said of his entry reaches the person without what it says of others, on his page and in his case file."""

from typing import Any
from uuid import UUID

import pytest

from integrity_archive.actors import Actor
from integrity_archive.entries import actions as entries
from integrity_archive.entries import changes
from integrity_archive.entries.actions import Service
from integrity_archive.entries.changes import Change
from integrity_archive.entries.kinds import ChangeKind, Proof, ServiceMethod
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.queries import view
from integrity_archive.entries.redaction import NothingToRedact, RedactedCopyMissing
from integrity_archive.errors import NotFound
from integrity_archive.people.models import Person
from integrity_archive.people.papers import OnPaper
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Answering, Appealing, Concluding, Handed, Hearing, Objecting
from integrity_archive.remedies.kinds import AppealKind, AppealOutcome, DocumentKind, Ground, ObjectionOutcome
from integrity_archive.reports.case_file import make
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    NOW,
    PDF,
    Office,
    a_notified_entry,
    a_person,
    a_reviewer,
    a_university,
    an_effective_entry,
    as_the_person,
)  # fmt: skip
from ..reports.test_case_file import attached

ORIGINAL, COPY = PDF + b"original", PDF + b"copy"
TODAY = NOW.date()


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)


@pytest.fixture
async def own(student: Person) -> Actor:
    return await as_the_person(student)


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


async def answered(entry: Entry, office: Office, own: Actor) -> Any:
    """An objection to which the body that decided sent the statement of a witness; as the office sees it."""
    lodged = await actions.lodge_objection(entry.id, Objecting(ground=Ground.FACTS, text="没有。"), by=own, now=NOW)
    await actions.forward(lodged.id, by=office.clerk, now=NOW)
    paper = Handed(DocumentKind.SOURCE_ANSWER, "证人材料.pdf", ORIGINAL)
    heard = Hearing(text="属实。", names_others=True)
    await actions.source_answers(lodged.id, heard, [paper], by=office.clerk, now=NOW)
    return await queries.objection(lodged.id, by=office.clerk)


async def concluded(entry: Entry, office: Office, own: Actor) -> Any:
    """An appeal whose outcome names others; as the office sees it."""
    filed = Appealing(kind=AppealKind.RECONSIDERATION, body="岚州市人民政府", filed_on=TODAY)
    received = Handed(DocumentKind.APPEAL_FILED, "受理通知书.pdf", PDF)
    opened = await actions.open_appeal(entry.id, filed, [received], by=own, now=NOW)
    outcome = Concluding(outcome=AppealOutcome.UPHELD, concluded_on=TODAY, text="维持。", names_others=True)
    decision = Handed(DocumentKind.APPEAL_OUTCOME, "复议决定书.pdf", ORIGINAL)
    arbiter = await a_reviewer(office.organisation)
    await actions.conclude_appeal(opened.id, outcome, [decision], by=arbiter, now=NOW)
    return await queries.appeal(opened.id, by=office.clerk)


def of_the_body(seen: Any) -> UUID:
    return next(one.id for one in seen.documents if one.names_others)


@pytest.mark.parametrize(("happens", "again"), [(answered, queries.objection), (concluded, queries.appeal)])
async def test_a_paper_that_names_others_is_withheld_until_its_redacted_copy_is_there(
    happens: Any, again: Any, office: Office, own: Actor, entry: Entry
) -> None:
    seen = await happens(entry, office, own)
    original = of_the_body(seen)

    assert original not in {one.id for one in (await again(seen.id, by=own)).documents}
    with pytest.raises(NotFound):
        await queries.document(original, by=own)
    for by in (own, office.clerk):
        assert ORIGINAL not in attached((await make(entry.id, OnPaper(), by=by, now=NOW))[1]).values()

    await actions.redact_paper(seen.id, original, "遮盖件.pdf", COPY, by=office.clerk, now=NOW)

    [copy] = [one for one in (await again(seen.id, by=own)).documents if one.redacts == original]
    assert (await queries.document(copy.id, by=own))[2] == COPY
    with pytest.raises(NotFound):
        await queries.document(original, by=own)
    assert (await queries.document(original, by=office.clerk))[2] == ORIGINAL
    for by in (own, office.clerk):
        enclosed = attached((await make(entry.id, OnPaper(), by=by, now=NOW))[1]).values()
        assert COPY in enclosed and ORIGINAL not in enclosed


async def test_only_the_office_redacts_and_only_what_a_body_said(office: Office, own: Actor, entry: Entry) -> None:
    seen = await answered(entry, office, own)
    original, other = of_the_body(seen), (await a_university(which=1)).clerk
    with pytest.raises(NotFound):
        await actions.redact_paper(seen.id, original, "遮盖件.pdf", COPY, by=other, now=NOW)
    await actions.redact_paper(seen.id, original, "遮盖件.pdf", COPY, by=office.clerk, now=NOW)
    [copy] = [one for one in (await queries.objection(seen.id, by=own)).documents if one.redacts]
    with pytest.raises(NothingToRedact):
        await actions.redact_paper(seen.id, copy.id, "再遮盖.pdf", COPY, by=office.clerk, now=NOW)


async def test_the_document_of_a_change_that_names_others_waits_for_its_copy_too(
    office: Office, own: Actor, entry: Entry
) -> None:
    said = Change(kind=ChangeKind.REVISION, reason="原机关减轻处理。", sanction_text="通报批评", names_others=True)
    proposed = await changes.propose(entry.id, said, "变更决定.pdf", ORIGINAL, by=office.clerk, now=NOW)
    await changes.approve(proposed.id, by=office.reviewer, now=NOW)

    kinds = [(one.kind, one.names_others) for one in (await view(entry.id, by=office.clerk, now=NOW)).evidence]
    assert ("CHANGE_DOCUMENT", True) in kinds
    shown = (await view(entry.id, by=own, now=NOW)).evidence
    assert "CHANGE_DOCUMENT" not in {one.kind for one in shown}


async def test_a_proof_of_service_that_somebody_else_signed_waits_for_its_copy(
    office: Office, own: Actor, student: Person
) -> None:
    told = await a_notified_entry(office, student)
    signed = Service(method=ServiceMethod.IN_PERSON, served_on=TODAY, names_others=True)
    await entries.serve(told.id, signed, "送达回证.pdf", ORIGINAL, by=office.clerk, now=NOW)
    seen = (await view(told.id, by=office.clerk, now=NOW)).evidence
    [proof] = [one for one in seen if one.kind == Proof.NOTICE_SERVICE]
    assert Proof.NOTICE_SERVICE not in {one.kind for one in (await view(told.id, by=own, now=NOW)).evidence}

    await entries.add_redacted(told.id, proof.id, "送达回证（遮盖）.pdf", COPY, by=office.clerk, now=NOW)
    shown = (await view(told.id, by=own, now=NOW)).evidence
    assert [one.redacts for one in shown if one.kind == Proof.NOTICE_SERVICE] == [proof.id]


async def test_no_objection_is_dismissed_on_a_paper_that_the_person_cannot_read(
    office: Office, own: Actor, entry: Entry
) -> None:
    seen = await answered(entry, office, own)
    judge = await a_reviewer(office.organisation)
    dismissed = Answering(outcome=ObjectionOutcome.DISMISSED, text="属实。")
    with pytest.raises(RedactedCopyMissing):
        await actions.answer_objection(seen.id, dismissed, by=judge, now=NOW)

    await actions.redact_paper(seen.id, of_the_body(seen), "遮盖件.pdf", COPY, by=office.clerk, now=NOW)
    assert (await actions.answer_objection(seen.id, dismissed, by=judge, now=NOW)).outcome is ObjectionOutcome.DISMISSED


async def test_the_copy_of_what_an_outside_body_decided_is_due_on_a_day(
    office: Office, own: Actor, entry: Entry
) -> None:
    seen = await concluded(entry, office, own)
    task = await Task.get(kind=TaskKind.REDACT)
    assert (task.about, task.entry, task.rule, task.state) == (seen.id, entry.id, "entries.redact", TaskState.OPEN)

    await actions.redact_paper(seen.id, of_the_body(seen), "遮盖件.pdf", COPY, by=office.clerk, now=NOW)
    assert (await Task.get(kind=TaskKind.REDACT)).state is TaskState.DONE


async def test_the_copy_of_a_proof_of_service_is_due_on_a_day(office: Office, student: Person) -> None:
    told = await a_notified_entry(office, student)
    signed = Service(method=ServiceMethod.IN_PERSON, served_on=TODAY, names_others=True)
    await entries.serve(told.id, signed, "送达回证.pdf", ORIGINAL, by=office.clerk, now=NOW)
    task = await Task.get(kind=TaskKind.REDACT)
    assert (task.about, task.state) == (told.id, TaskState.OPEN)

    proof = await Evidence.get(entry_id=told.id, kind=Proof.NOTICE_SERVICE)
    await entries.add_redacted(told.id, proof.id, "送达回证（遮盖）.pdf", COPY, by=office.clerk, now=NOW)
    assert (await Task.get(kind=TaskKind.REDACT)).state is TaskState.DONE
