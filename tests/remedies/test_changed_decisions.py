"""An outside body changes a decision before the entry took effect: the entry follows, and everything is told anew."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.actors import Actor, Role
from integrity_archive.entries import actions as entries
from integrity_archive.entries import changes, findings, former
from integrity_archive.entries.actions import Reason, Service
from integrity_archive.entries.changes import Change
from integrity_archive.entries.kinds import DecisionRoute, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Certificate, Entry, Notice
from integrity_archive.errors import Forbidden, Invalid, Refusal
from integrity_archive.intake import read
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions
from integrity_archive.remedies.actions import Appealing, Concluding, Handed
from integrity_archive.remedies.kinds import AppealKind, AppealOutcome, DocumentKind
from integrity_archive.remedies.resuming import resume_revised
from integrity_archive.sealing import key_of
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    DECIDED,
    NOTICE_SERVED,
    NOW,
    PDF,
    Office,
    a_notified_entry,
    a_reviewer,
    an_officer,
    serve,
)

TODAY = NOW.date()
CHANGED_ON, SERVED_ANEW = TODAY - timedelta(2), TODAY - timedelta(1)
CHANGED: dict[str, Any] = {
    "kind": "revision",
    "reason": "复核机构变更了处理决定。",
    "document_no": "岚考复〔2026〕3号",
    "document_title": "国家教育考试违规处理复核决定书",
    "decided_on": CHANGED_ON,
    "remedies_told": True,
    "summary": "由他人代替参加一科考试。",
    "sanction_kind": "EXAM_VOID",
    "cleared": ["sanction_text", "sanction_from", "sanction_to"],
    "steps_taken": ["DEFENCE_HEARD"],
    "findings": [{"text": "只有数学一科由他人代考。"}],
}


@pytest.fixture
async def entry(office: Office, student: Person, own: Actor, arbiter: Actor) -> Entry:
    """Told to the person, appealed against, and the decision changed."""
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOTICE_SERVED)
    new = Appealing(kind=AppealKind.REVIEW, body="岚泓省教育考试复核机构", filed_on=TODAY - timedelta(10))
    proof = Handed(DocumentKind.APPEAL_FILED, "受理通知书.pdf", PDF)
    appeal = await actions.open_appeal(entry.id, new, [proof], by=own, now=NOW)
    outcome = Concluding(outcome=AppealOutcome.CHANGED, concluded_on=CHANGED_ON, text="变更原处理决定。")
    decided = Handed(DocumentKind.APPEAL_OUTCOME, "复核决定书.pdf", PDF)
    await actions.conclude_appeal(appeal.id, outcome, [decided], by=arbiter, now=NOW)
    return await Entry.get(id=entry.id)


async def proposed(office: Office, entry: Entry, **said: Any) -> Any:
    change = Change.model_validate(CHANGED | said)
    return await changes.propose(entry.id, change, "复核决定书.pdf", PDF, by=office.clerk, now=NOW)


async def revised(office: Office, entry: Entry, **said: Any) -> Entry:
    await changes.approve((await proposed(office, entry, **said)).id, by=office.reviewer, now=NOW)
    return await Entry.get(id=entry.id)


async def test_the_changed_decision_takes_its_place_and_nothing_of_the_former_services_counts(
    office: Office, entry: Entry
):
    after = await revised(office, entry)

    assert (after.state, after.suspended, after.decided_on) == (State.NOTIFIED, True, CHANGED_ON)
    assert (after.sanction_kind, after.severity, after.sanction_to) == ("EXAM_VOID", "GENERAL", None)
    assert (after.decision_route, after.served_on, after.decision_method) == (DecisionRoute.THROUGH_US, None, None)
    assert (after.remedy_concluded_on, after.effect_due_on, after.display_until) == (None, None, None)
    notice = await Notice.get(entry_id=entry.id)
    assert (notice.served_on, notice.proof_id, notice.approved_at) == (None, None, NOW)
    open_tasks = set(await Task.filter(entry=entry.id, state=TaskState.OPEN).values_list("kind", flat=True))
    assert TaskKind.SERVE_NOTICE in open_tasks and TaskKind.REVISE not in open_tasks


async def test_the_suspension_ends_with_the_revision_and_both_clocks_begin_with_the_new_services(
    office: Office, entry: Entry
):
    assert await resume_revised(now=NOW, limit=10) == 0, "not before it says what was decided"
    await revised(office, entry)
    assert await resume_revised(now=NOW, limit=10) == 1
    with pytest.raises(entries.GateClosed) as closed:
        await entries.take_effect(entry.id, by=office.reviewer, now=NOW)
    assert {fault.code for fault in closed.value.errors()} >= {"decision-not-served", "notice-not-served"}

    service = Service(method=ServiceMethod.IN_PERSON, served_on=SERVED_ANEW)
    await entries.serve_decision(entry.id, service, "送达回证.pdf", PDF, by=office.clerk, now=NOW)
    await serve(office, entry, TODAY)

    waiting = await Entry.get(id=entry.id)
    final = date(2026, 12, 9)  # the fifteen days of the review run from the new service: 8 December is the last
    assert (waiting.suspended, waiting.effect_due_on) == (False, final)
    effective = await entries.take_effect(entry.id, by=office.reviewer, now=NOW + (final - TODAY))
    assert (effective.state, effective.final_on) == (State.EFFECTIVE, final)


async def test_the_certificate_names_the_changed_decision_its_finding_and_the_second_officer(
    office: Office, entry: Entry
):
    another = await a_reviewer(office.organisation)
    await changes.approve((await proposed(office, entry)).id, by=another, now=NOW)
    await resume_revised(now=NOW, limit=10)
    service = Service(method=ServiceMethod.IN_PERSON, served_on=TODAY)
    await entries.serve_decision(entry.id, service, "送达回证.pdf", PDF, by=office.clerk, now=NOW)
    await serve(office, entry, TODAY)
    await entries.take_effect(entry.id, by=another, now=NOW + timedelta(30))

    key, kept = await key_of(entry.key_id), await Certificate.get(entry_id=entry.id)
    said = key.open_json(kept.sealed, place=f"entries_certificate.sealed:{kept.id}")
    assert said["decision"]["document_no"] == CHANGED["document_no"]
    assert (said["decision"]["decided_on"], said["decision"]["served_on"]) == (str(CHANGED_ON), str(TODAY))
    [finding] = said["findings"]
    assert finding["text"] == "只有数学一科由他人代考。"
    assert [one["file_name"] for one in finding["evidence"]] == ["复核决定书.pdf"]
    assert said["officers"] == {"clerk": str(office.clerk.account), "reviewer": str(another.account)}


async def test_what_the_entry_said_before_stays_in_the_file_for_the_office_and_the_person(
    office: Office, student: Person, own: Actor, entry: Entry
):
    before = [one.text for one in await findings.of_entry(entry.id, by=own, on=TODAY)]
    await revised(office, entry)

    for by in (office.clerk, own):
        [old] = await former.versions(entry.id, by=by, on=TODAY)
        assert (old.members["document_no"], old.members["decided_on"]) == ("岚考〔2026〕17号", str(DECIDED))
        assert (old.members["sanction_kind"], old.members["findings"]) == ("SUSPEND_EXAM", "\n".join(before))
    assert [one.text for one in await findings.of_entry(entry.id, by=own, on=TODAY)] == ["只有数学一科由他人代考。"]


async def test_what_the_body_served_itself_is_recorded_as_it_was_and_seen_by_the_second_officer(
    office: Office, entry: Entry
):
    await revised(office, entry, decision_route="already_served")
    await resume_revised(now=NOW, limit=10)
    left = Service(method=ServiceMethod.LEFT, served_on=SERVED_ANEW)
    await entries.serve_decision(entry.id, left, "送达回证.pdf", PDF, by=office.clerk, now=NOW)

    assert await Task.exists(kind=TaskKind.SIGHT_SERVICE, about=entry.id, state=TaskState.OPEN)
    await entries.sight_service(entry.id, ServiceOf.DECISION, by=office.reviewer, now=NOW)
    assert (await Entry.get(id=entry.id)).decision_method is ServiceMethod.LEFT


async def test_the_steps_before_the_former_decision_are_not_those_before_the_changed_one(office: Office, entry: Entry):
    assert entry.steps_taken == ["DEFENCE_HEARD", "HEARING_OFFERED"]
    assert (await revised(office, entry)).steps_taken == ["DEFENCE_HEARD"]


@pytest.mark.parametrize("uscc", ["111", "91140000MA0KTESTX1"])
def test_an_impossible_code_of_the_body_is_refused(uscc: str):
    with pytest.raises(Invalid) as refused:
        read(Change, CHANGED | {"authority_uscc": uscc})
    assert [fault.path for fault in refused.value.errors()] == ["authority_uscc"]


@pytest.mark.parametrize(
    ("said", "path", "code"),
    [
        ({"decided_on": None}, "decided_on", "required"),
        ({"remedies_told": None}, "remedies_told", "required"),
        ({"decided_on": DECIDED - timedelta(1)}, "decided_on", "changed-before-decided"),
        ({"decided_on": TODAY + timedelta(1)}, "decided_on", "in-future"),
        ({"record_type": "SN-EXF-0601"}, "record_type", "fixed-member"),
        ({"served_on": TODAY}, "served_on", "not-of-this-change"),
        ({"findings": []}, "findings", "required"),
        ({"steps_taken": None}, "steps_taken", "step-missing"),
        ({"sanction_kind": "SUSPEND_EXAM", "cleared": [], "sanction_text": "暂停一年", "sanction_from": CHANGED_ON,
          "sanction_to": CHANGED_ON + timedelta(400)}, "steps_taken", "step-missing"),
        ({"steps_taken": ["NEVER_HEARD_OF"]}, "steps_taken", "unknown-step"),
        ({"findings": [{"text": "另有所据。", "evidence": ["0192f0c8-0000-7000-8000-000000000000"]}]}, "findings",
         "not-its-evidence"),
    ],
)  # fmt: skip
async def test_a_changed_decision_that_could_never_take_effect_is_not_proposed(
    office: Office, entry: Entry, said: dict[str, Any], path: str, code: str
):
    with pytest.raises(Refusal) as refused:
        await proposed(office, entry, **said)

    assert (path, code) in [(fault.path, fault.code) for fault in refused.value.errors()]


async def test_it_takes_the_decision_itself_and_a_second_officer(office: Office, entry: Entry):
    with pytest.raises(Invalid) as refused:
        await changes.propose(entry.id, Change.model_validate(CHANGED), by=office.clerk, now=NOW)
    assert [fault.path for fault in refused.value.errors()] == ["document"]
    change = await proposed(office, entry)
    with pytest.raises(Forbidden):
        await changes.approve(change.id, by=office.clerk, now=NOW)
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    await changes.refuse(change.id, Reason(text="决定书不清晰。"), by=office.reviewer, now=NOW)
    change = await proposed(replace(office, clerk=both), entry)
    with pytest.raises(SameOfficer):
        await changes.approve(change.id, by=both, now=NOW)
    assert (await Entry.get(id=entry.id)).decided_on == DECIDED
    await changes.approve(change.id, by=office.reviewer, now=NOW)
    with pytest.raises(SameOfficer):
        await entries.take_effect(entry.id, by=both, now=NOW)
