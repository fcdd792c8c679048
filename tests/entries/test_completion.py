"""Entries that were notified before entries had findings: what was found is linked to evidence, by two officers."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from integrity_archive.entries import actions, changes, findings, settling
from integrity_archive.entries.changes import Change
from integrity_archive.entries.draft_faults import NotItsEvidence
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Entry, Evidence, Finding
from integrity_archive.entries.settling import FoundAlready
from integrity_archive.errors import Conflict, Forbidden, Invalid
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person
from integrity_archive.transitions import NoSuchStep

from ..building import (
    NOW,
    Office,
    a_clerk,
    a_notified_entry,
    an_effective_entry,
    as_the_person,
    serve,
)

LATER = NOW + timedelta(days=1)
TEXT = "监考记录载明入场者不是考生本人。"


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    """As the migration leaves it: told and served, and no finding on record."""
    entry = await a_notified_entry(office, student)
    await Finding.filter(entry_id=entry.id).delete()
    return await serve(office, entry)


async def document_of(entry: Entry) -> UUID:
    return (await Evidence.filter(entry_id=entry.id).order_by("id"))[0].id


async def proposed(office: Office, entry: Entry, *evidence: UUID) -> UUID:
    found = [{"text": TEXT, "evidence": list(evidence)}]
    change = Change.model_validate({"kind": "completion", "reason": "旧条目补充认定的事实。", "findings": found})
    return (await changes.propose(entry.id, change, by=office.clerk, now=LATER)).id


async def test_without_findings_the_gate_stays_shut_until_two_officers_have_linked_them(office: Office, entry: Entry):
    with pytest.raises(actions.GateClosed) as closed:
        await actions.take_effect(entry.id, by=office.reviewer, now=LATER)
    assert [fault.code for fault in closed.value.errors()] == ["finding-missing"]
    change = await proposed(office, entry, await document_of(entry))
    assert not await Finding.exists(entry_id=entry.id), "nothing is linked before the second officer agrees"
    with pytest.raises(Forbidden):
        await changes.approve(change, by=office.clerk, now=LATER)

    await changes.approve(change, by=office.reviewer, now=LATER)

    assert (await Entry.get(id=entry.id)).effect_due_on, "time alone opens the gate from now on"
    assert await actions.take_due_effects(now=LATER, limit=10) == 1
    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE


async def test_the_person_reads_what_was_linked_and_that_it_was(office: Office, student: Person, entry: Entry):
    await changes.approve(await proposed(office, entry, await document_of(entry)), by=office.reviewer, now=LATER)

    own = await as_the_person(student)
    [found] = await findings.of_entry(entry.id, by=own, on=LATER.date())
    assert (found.text, found.evidence) == (TEXT, [await document_of(entry)])
    [act] = [act for act in await journal.of_entry(entry.id) if act.kind is Kind.ENTRY_COMPLETED]
    assert act.body and act.body["findings"] == [str(found.id)]


async def test_a_finding_rests_on_a_document_of_the_entry(office: Office, entry: Entry):
    with pytest.raises(Invalid):
        await proposed(office, entry)
    with pytest.raises(NotItsEvidence):
        await proposed(office, entry, uuid4())


async def test_what_was_notified_with_its_findings_gets_no_others_without_a_new_decision(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student)
    with pytest.raises(FoundAlready):
        await proposed(office, entry, await document_of(entry))
    effective = await an_effective_entry(office, student, document_no="岚考〔2026〕18号")
    with pytest.raises(NoSuchStep):
        await proposed(office, effective, await document_of(effective))


async def test_an_entry_notified_before_the_kind_of_body_was_asked_for_waits_until_two_officers_have_said_it(
    office: Office, student: Person
):
    old = await serve(office, await a_notified_entry(office, student))
    await Entry.filter(id=old.id).update(deciding_body=None)
    with pytest.raises(actions.GateClosed) as closed:
        await actions.take_effect(old.id, by=office.reviewer, now=LATER)
    assert [fault.code for fault in closed.value.errors()] == ["deciding-body-missing"]

    said = {"kind": "completion", "reason": "补充决定机关类别。", "deciding_body": "SCHOOL"}
    with pytest.raises(Invalid):
        await changes.propose(old.id, Change.model_validate(said), by=office.clerk, now=LATER)
    said["deciding_body"] = "PROVINCIAL_EXAM_BODY"
    change = await changes.propose(old.id, Change.model_validate(said), by=office.clerk, now=LATER)
    await changes.approve(change.id, by=office.reviewer, now=LATER)

    assert await actions.take_due_effects(now=LATER, limit=10) == 1
    assert (await Entry.get(id=old.id)).deciding_body == "PROVINCIAL_EXAM_BODY"
    with pytest.raises(FoundAlready):
        await settling.complete(
            (await a_notified_entry(office, student, document_no="岚考〔2026〕19号")).id, [],
            actions.Reason(text="再补一次。"), "PROVINCIAL_EXAM_BODY", by=office.reviewer, now=LATER,
        )  # fmt: skip


async def test_the_proposer_takes_no_part_in_the_effect(office: Office, entry: Entry):
    another = Office(office.organisation, await a_clerk(office.organisation), office.reviewer)
    change = await proposed(another, entry, await document_of(entry))
    with pytest.raises((SameOfficer, Forbidden)):
        await changes.approve(change, by=another.clerk, now=LATER)
    with pytest.raises(Conflict):
        await proposed(another, entry, await document_of(entry))
