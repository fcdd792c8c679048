"""Correction, revision, revocation and lifting: one officer proposes, another decides; they are never mixed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.actors import Role
from integrity_archive.entries import actions, changes, former, quarantine, queries, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.adverse import adverse
from integrity_archive.entries.changes import Change, ChangeOpen
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.effect import GateClosed
from integrity_archive.entries.kinds import ChangeKind, ChangeState, Ending, Proof
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Change as Proposal
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.quarantine import HeldForSecondPerson
from integrity_archive.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    DECIDED,
    NOW,
    PDF,
    Office,
    a_clerk,
    a_notified_entry,
    a_reviewer,
    a_university,
    an_effective_entry,
    an_officer,
    as_the_person,
    serve,
)

LATER = NOW + timedelta(days=1)
TODAY = LATER.date()
WHY = "更正笔误。"
QUASHED = {"kind": "revocation", "reason": "原处理决定被撤销。", "cause": "REVOKED"}
LIFTED = {"kind": "lifting", "reason": "处分期满，学校解除。", "lifted_on": date(2026, 11, 20)}


async def proposed(office: Office, entry: Entry, document: bytes | None = PDF, **said: Any) -> Any:
    change = Change.model_validate({"kind": "correction", "reason": WHY} | said)
    name = "撤销决定书.pdf" if document else None
    return await changes.propose(entry.id, change, name, document, by=office.clerk, now=LATER)


async def changed(office: Office, entry: Entry, **said: Any) -> Entry:
    return await changes.approve((await proposed(office, entry, **said)).id, by=office.reviewer, now=LATER)


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


async def answered(entry: Entry, on: date = TODAY) -> list[Any]:
    return await disclosable(entry.person_id, ["EXF"], on=on)


async def test_golden_12(office: Office, entry: Entry):
    """A decision is revoked: the entry is out of every answer at once, with the document and the cause on record."""
    assert await answered(entry) and await adverse(entry.person_id, ["EXF"], on=TODAY)

    await changed(office, entry, **QUASHED)

    gone = await Entry.get(id=entry.id)
    assert (gone.state, gone.ended_because) == (State.REVOKED, Ending.REVOKED)
    assert await answered(entry) == [] == await answered(entry, on=DECIDED + timedelta(40))
    assert await adverse(entry.person_id, ["EXF"], on=TODAY) == [], "nor is it used for an indicator"
    assert await Evidence.filter(entry_id=entry.id, kind=Proof.CHANGE_DOCUMENT).count() == 1
    with pytest.raises(queries.NoLongerShown):
        await queries.view(entry.id, by=office.clerk, now=LATER)
    history = await journal.of_entry(entry.id)
    [revoked] = [act for act in history if act.kind is Kind.ENTRY_REVOKED]
    assert revoked.body and (revoked.body["reason"], revoked.body["cause"]) == (QUASHED["reason"], "REVOKED")
    assert gone.erase_after == date(2031, 6, 7)  # five years from the end of the conduct (征信业管理条例 16)


async def test_what_was_lifted_is_told_to_nobody_who_evaluates(office: Office, entry: Entry):
    """Who evaluates is told nothing of it any more; the person's own history says it."""
    assert await answered(entry)

    await changed(office, entry, **LIFTED)

    lifted = await Entry.get(id=entry.id)
    assert (lifted.state, lifted.lifted_on) == (State.EFFECTIVE, date(2026, 11, 20))
    assert await answered(entry) == []
    person = await as_the_person(await entry.person)
    own = await queries.view(entry.id, by=person, now=LATER)
    assert own.entry.lifted_on == date(2026, 11, 20)
    assert Kind.ENTRY_LIFTED in [act.kind for act in own.history]


async def test_golden_23(office: Office, student: Person):
    """Decided on 2026-03-20: what is computed anew follows Order 58 of that day, and the journal says by which rule."""
    decided = date(2026, 3, 20)
    entry = await an_effective_entry(
        office, student, decided_on=decided, served_on=decided, conduct_ended_on=date(2026, 3, 1),
        sanction_from=decided, sanction_to=date(2028, 3, 19),
    )  # fmt: skip
    assert entry.display_until == date(2028, 3, 19)

    mended = await changed(office, entry, sanction_to=date(2027, 3, 19))

    assert mended.display_until == date(2027, 3, 20), "no less than a year from the decision"
    [act] = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.ENTRY_CORRECTED]
    assert act.body
    assert (act.body["rule"]["policy"], act.body["rule"]["before"], act.body["rule"]["after"]) == (
        "NDRC-58-2023", "2028-03-19", "2027-03-20",
    )  # fmt: skip


async def test_nothing_changes_before_a_second_officer_agrees(office: Office, entry: Entry):
    await proposed(office, entry, summary="由他人冒名代替参加数学考试。")

    kept = await Entry.get(id=entry.id)
    assert kept.version == entry.version
    [task] = await Task.filter(kind=TaskKind.CHANGE)
    assert (task.entry, task.not_for, task.state) == (entry.id, office.clerk.account, TaskState.OPEN)


async def test_what_was_recorded_wrongly_is_mended_and_the_former_wording_kept(office: Office, entry: Entry):
    before = await queries.view(entry.id, by=office.clerk, now=NOW)

    await changed(office, entry, summary="由他人冒名代替参加数学考试。")

    after = await queries.view(entry.id, by=office.clerk, now=LATER)
    assert after.facts == before.facts | {"summary": "由他人冒名代替参加数学考试。"}
    assert after.entry.version == entry.version + 1
    [old] = await former.versions(entry.id, by=office.clerk, on=TODAY)
    assert (old.kind, old.version, old.members["summary"]) == (
        ChangeKind.CORRECTION,
        entry.version,
        before.facts["summary"],
    )
    assert (await Task.get(kind=TaskKind.CHANGE)).state is TaskState.DONE


async def test_a_new_decision_of_the_body_shortens_the_display_by_the_catalogues_rule(office: Office, entry: Entry):
    assert entry.display_until == date(2028, 6, 30)
    new = {
        "kind": "revision",
        "reason": "复核变更处理。",
        "sanction_text": "暂停参加该项考试一年",
        "sanction_to": date(2027, 6, 30),
    }

    await changed(office, entry, **new)

    revised = await Entry.get(id=entry.id)
    assert revised.display_until == date(2027, 7, 1)  # never less than a year from the decision
    history = (await queries.view(entry.id, by=office.clerk, now=LATER)).history
    [act] = [act for act in history if act.kind is Kind.ENTRY_REVISED]
    assert act.body and act.body["changed"] == ["sanction_text", "sanction_to"]
    assert act.body["rule"] | {"display": None} == {
        "edition": entry.edition,
        "policy": "NDRC-36-2025",
        "display": None,
        "retention_months": 60,
        "item": "ST-EXM-CHEAT",
        "item_months": 60,
        "before": "2028-06-30",
        "after": "2027-07-01",
    }
    own = await former.versions(entry.id, by=await as_the_person(await entry.person), on=TODAY)
    assert [(one.kind, one.members["sanction_to"], one.members["display_until"]) for one in own] == [
        (ChangeKind.REVISION, "2028-06-30", "2028-06-30")
    ]


async def test_another_sanction_brings_its_own_severity(office: Office, entry: Entry):
    cleared = ["sanction_text", "sanction_from", "sanction_to"]

    await changed(office, entry, kind="revision", sanction_kind="EXAM_VOID", cleared=cleared)

    revised = await Entry.get(id=entry.id)
    assert (revised.severity, revised.sanction_kind, revised.sanction_to) == ("GENERAL", "EXAM_VOID", None)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("record_type", "SN-EXF-0601"),
        ("document_no", "岚考〔2026〕99号"),
        ("authority_uscc", "12149900999901014A"),
        ("decided_on", DECIDED + timedelta(1)),
        ("served_on", DECIDED + timedelta(1)),
        ("final_on", DECIDED + timedelta(30)),
        ("catalogue_item", "ST-EXM-SCHOOL"),
    ],
)
async def test_what_everybody_knows_the_entry_by_is_not_corrected(
    office: Office, entry: Entry, member: str, value: Any
):
    with pytest.raises(Invalid) as refused:
        await proposed(office, entry, **{member: value})

    [fault] = refused.value.errors()
    assert (fault.path, fault.code) == (member, "fixed-member")
    assert "重新记录" in fault.zh and "record it anew" in fault.en


@pytest.mark.parametrize(
    ("said", "path", "code"),
    [
        ({"summary": "由他人冒名代替参加考试。"}, "summary", "nothing-to-change"),
        ({"display_until": date(2027, 1, 1)}, "display_until", "not-of-this-change"),
        ({"kind": "revision", "document_title": "新决定"}, "document_title", "not-of-this-change"),
        ({"deciding_body": "SCHOOL"}, "deciding_body", "not-its-deciding-body"),
        ({"kind": "revision", "display_until": date(2031, 1, 1)}, "display_until", "display-too-long"),
        ({"sanction_to": date(2020, 1, 1)}, "sanction_to", "sanction-term-wrong"),
        ({"sanction_kind": "DEMERIT"}, "sanction_kind", "unknown-sanction"),
        ({"conduct_ended_on": date(1960, 1, 1)}, "conduct_ended_on", "minor-at-conduct"),
        ({"cleared": ["summary"]}, "summary", "not-of-this-change"),
        ({"kind": "revocation"}, "cause", "required"),
        ({"kind": "revocation", "cause": "EXPIRED"}, "cause", "not-a-cause"),
        ({"kind": "lifting"}, "lifted_on", "required"),
        ({"kind": "lifting", "lifted_on": date(2026, 6, 30)}, "lifted_on", "lifted-when"),
        ({"kind": "lifting", "lifted_on": TODAY + timedelta(1)}, "lifted_on", "lifted-when"),
    ],
)
async def test_what_could_never_be_approved_is_not_proposed(
    office: Office, entry: Entry, said: dict[str, Any], path: str, code: str
):
    with pytest.raises(Refusal) as refused:
        await proposed(office, entry, **said)

    assert (path, code) in [(fault.path, fault.code) for fault in refused.value.errors()]
    assert not await Task.filter(kind=TaskKind.CHANGE).exists()


@pytest.mark.parametrize("said", [{"kind": "revision", "summary": "复核后认定为携带资料。"}, QUASHED, LIFTED])
async def test_what_another_body_decided_is_proven_by_its_decision(office: Office, entry: Entry, said: dict[str, Any]):
    with pytest.raises(Invalid) as refused:
        await proposed(office, entry, None, **said)

    assert [fault.path for fault in refused.value.errors()] == ["document"]


async def test_neither_its_proposer_nor_the_clerk_of_the_entry_approves_a_change(office: Office, student: Person):
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    entry = await an_effective_entry(replace(office, clerk=both), student)
    change = await proposed(replace(office, clerk=await a_clerk(office.organisation)), entry, **QUASHED)
    with pytest.raises(SameOfficer):
        await changes.approve(change.id, by=both, now=LATER)  # the entry's clerk
    await changes.refuse(change.id, Reason(text="没有依据。"), by=office.reviewer, now=LATER)

    other = await an_effective_entry(office, student, document_no="岚考〔2026〕18号")
    change = await proposed(replace(office, clerk=both), other, **QUASHED)
    with pytest.raises(SameOfficer):
        await changes.approve(change.id, by=both, now=LATER)  # its proposer
    with pytest.raises(Forbidden):
        await changes.approve(change.id, by=office.clerk, now=LATER)
    with pytest.raises(NotFound):
        await changes.approve(change.id, by=(await a_university(which=1)).reviewer, now=LATER)


async def test_one_change_is_open_at_a_time_and_decided_once(office: Office, entry: Entry):
    change = await proposed(office, entry, **QUASHED)
    with pytest.raises(ChangeOpen):
        await proposed(office, entry, **LIFTED)

    await changes.refuse(change.id, Reason(text="决定书未加盖公章。"), by=office.reviewer, now=LATER)

    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE
    assert not await Evidence.filter(entry_id=entry.id, kind=Proof.CHANGE_DOCUMENT).exists()
    with pytest.raises(Conflict):
        await changes.approve(change.id, by=await a_reviewer(office.organisation), now=LATER)
    history = (await queries.view(entry.id, by=office.clerk, now=LATER)).history
    assert [act.body for act in history if act.kind is Kind.ENTRY_CHANGE_REFUSED] == [{"reason": "决定书未加盖公章。"}]
    assert await proposed(office, entry, **LIFTED)


async def test_an_entry_that_ends_takes_its_open_proposal_with_it(office: Office, entry: Entry):
    change = await proposed(office, entry, **LIFTED)

    await settling.repair(entry.id, by=office.reviewer, now=LATER)

    assert (await Proposal.get(id=change.id)).state is ChangeState.REFUSED
    assert not await Task.filter(entry=entry.id, state=TaskState.OPEN, kind=TaskKind.CHANGE).exists()


async def test_only_what_is_effective_is_corrected_but_a_notified_entry_can_be_revoked(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    with pytest.raises(Conflict):
        await proposed(office, entry, summary="由他人冒名代替参加数学考试。")

    assert (await changed(office, entry, **QUASHED)).state is State.REVOKED
    assert not await Task.filter(entry=entry.id, state=TaskState.OPEN).exists()
    assert await actions.take_due_effects(now=LATER + timedelta(400), limit=5) == 0


async def test_the_second_officer_reads_the_proposal_and_its_document(office: Office, entry: Entry):
    change = await proposed(office, entry, kind="revision", summary="复核后认定为携带资料。")

    [shown] = await former.of_entry(entry.id, by=office.reviewer, on=TODAY)

    assert shown.differences == {"summary": ("由他人冒名代替参加考试。", "复核后认定为携带资料。")}
    assert shown.document == "撤销决定书.pdf"
    assert await former.document(change.id, by=office.reviewer, on=TODAY) == ("撤销决定书.pdf", "application/pdf", PDF)


async def test_a_proposal_with_suspicious_words_waits_as_a_whole(office: Office, entry: Entry):
    with pytest.raises(HeldForSecondPerson) as held:
        await proposed(office, entry, kind="revision", summary="考生患有乙肝。")
    assert await former.of_entry(entry.id, by=office.clerk, on=TODAY) == []

    await quarantine.release(held.value.held, by=office.reviewer, now=LATER)

    [shown] = await former.of_entry(entry.id, by=office.clerk, on=TODAY)
    assert (shown.proposed_by, shown.document) == (office.clerk.account, "撤销决定书.pdf")


@pytest.mark.parametrize(
    "said",
    [
        QUASHED,
        {
            "kind": "revision",
            "summary": "改为传递纸条。",
            "decided_on": date(2026, 11, 20),
            "remedies_told": True,
            "steps_taken": ["DEFENCE_HEARD", "HEARING_OFFERED"],
            "findings": [{"text": "传递了纸条。"}],
        },
    ],
)
async def test_an_entry_takes_no_effect_while_a_proposal_says_that_its_decision_no_longer_stands(
    office: Office, student: Person, said: dict[str, Any]
):
    entry = await serve(office, await a_notified_entry(office, student))
    assert (due := entry.effect_due_on or (await Entry.get(id=entry.id)).effect_due_on)
    change = await proposed(office, entry, **said)

    assert await actions.take_due_effects(now=LATER, limit=5) == 0
    with pytest.raises(GateClosed) as closed:
        await actions.take_effect(entry.id, by=office.reviewer, now=LATER)
    assert [fault.code for fault in closed.value.errors()] == ["change-pending"]
    assert (await Entry.get(id=entry.id)).effect_due_on is None

    await changes.refuse(change.id, Reason(text="文书与本条目无关。"), by=office.reviewer, now=LATER)
    assert (await Entry.get(id=entry.id)).effect_due_on == due
    assert await actions.take_due_effects(now=LATER, limit=5) == 1


async def test_a_proposal_lapses_with_its_entry_and_a_line_says_so(office: Office, entry: Entry):
    change = await proposed(office, entry, summary="由他人冒名代替参加数学考试。")
    await settling.revoke(entry.id, Reason(text="决定已被撤销。"), Ending.REVOKED, by=office.reviewer, now=LATER)

    assert (await Proposal.get(id=change.id)).state is ChangeState.REFUSED
    [line] = await Event.filter(about=change.id, kind=Kind.ENTRY_CHANGE_REFUSED)
    assert line.actor is None and line.entry == entry.id
