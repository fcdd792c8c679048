"""From a clerk's draft to an effective entry: what is kept on the way, and what the gate asks."""

import json
from datetime import date, timedelta
from hashlib import sha256

import pytest

from integrity_archive.actors import SYSTEM, Role
from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import GateClosed, Reason, Say
from integrity_archive.entries.kinds import ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Certificate, Entry
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.actions import CorrectIdentity, correct
from integrity_archive.people.models import Person
from integrity_archive.sealing import key_of
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    CONDUCT,
    DECIDED,
    FINAL,
    FOUND,
    LAW,
    MERIT,
    NOTICE_SERVED,
    NOW,
    PDF,
    SERVED,
    SUBSTITUTE,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    an_adult,
    an_effective_entry,
    an_officer,
    as_the_person,
    serve,
)


async def test_an_entry_goes_from_the_clerks_form_to_effect(office: Office, student: Person):
    entry = await an_effective_entry(office, student)

    kept = await Entry.get(id=entry.id)
    assert kept.state is State.EFFECTIVE
    assert kept.number == f"{office.organisation.uscc}-2026-{int(kept.number[-10:]):010d}"
    assert (kept.edition, kept.record_type, kept.severity) == (LAW.code, SUBSTITUTE, "SERIOUS")
    assert (kept.final_on, kept.told_on) == (FINAL, NOTICE_SERVED)
    assert (kept.clerk_id, kept.reviewer_id) == (office.clerk.account, office.reviewer.account)


async def test_each_act_of_the_way_is_one_line_of_the_entrys_history(office: Office, student: Person):
    entry = await an_effective_entry(office, student)

    acts = [act for act in await journal.of_entry(entry.id) if act.kind.startswith("entry:")]
    assert [act.kind for act in acts] == [
        Kind.ENTRY_DRAFTED,
        *[Kind.ENTRY_EVIDENCE_ADDED] * 3,
        Kind.ENTRY_FOUND,
        Kind.ENTRY_FILED,
        Kind.ENTRY_SERVICE_SIGHTED,
        Kind.ENTRY_NOTIFIED,
        Kind.ENTRY_SERVED,
        Kind.ENTRY_SERVICE_SIGHTED,
        Kind.ENTRY_TOOK_EFFECT,
    ]
    by_the_reviewer = {act.kind for act in acts if act.actor == office.reviewer.account}
    assert by_the_reviewer == {Kind.ENTRY_SERVICE_SIGHTED, Kind.ENTRY_NOTIFIED, Kind.ENTRY_TOOK_EFFECT}


async def test_its_certificate_holds_every_fact_the_gate_rested_on_and_its_hash_is_of_exactly_that(
    office: Office, student: Person
):
    entry = await an_effective_entry(office, student)

    certificate = await Certificate.get(entry_id=entry.id)
    key = await key_of(entry.key_id)
    text = key.open(certificate.sealed, place=f"entries_certificate.sealed:{certificate.id}")
    facts = json.loads(text)
    assert sha256(text).digest() == bytes(certificate.sha256)
    proven = sha256(PDF).hexdigest()
    served = {
        "method": "in_person",
        "recorded_on": NOW.date().isoformat(),
        "recorded_later": True,
        "proof": proven,
        "sighted_by": str(office.reviewer.account),
    }
    decision = {"route": "already_served", "served_on": SERVED.isoformat(), "final_on": FINAL.isoformat(), **served}
    assert decision.items() <= facts["decision"].items()
    assert (facts["decision"]["finality_rule"], facts["decision"]["remedies_told"]) == ("FIRST_REMEDY", True)
    assert facts["decision"]["remedies"] == [
        {"name": remedy.name.zh, "to": remedy.to} for remedy in LAW.record_type(SUBSTITUTE).finality.remedies
    ]
    assert facts["notice"] == {
        "approved_on": NOW.date().isoformat(), "served_on": NOTICE_SERVED.isoformat(), **served
    }  # fmt: skip
    assert facts["policy"] == LAW.policy(DECIDED).code
    assert facts["findings"] == [
        {
            "text": FOUND,
            "evidence": [{"kind": "DECISION_DOCUMENT", "file_name": "DECISION_DOCUMENT.pdf", "sha256": proven}],
        }
    ]
    assert facts["steps_taken"] == ["DEFENCE_HEARD", "HEARING_OFFERED"]
    assert facts["adult"] == {"from_age": 18, "on": CONDUCT.isoformat()}
    assert facts["officers"] == {"clerk": str(office.clerk.account), "reviewer": str(office.reviewer.account)}
    assert {document["kind"] for document in facts["documents"]} == {
        "DECISION_DOCUMENT", "INVIGILATOR_RECORD", "DECISION_SERVICE", "NOTICE_SERVICE",
    }  # fmt: skip
    assert {document["sha256"] for document in facts["documents"]} == {sha256(PDF).hexdigest()}


async def test_no_effect_before_the_notice_is_served(office: Office, student: Person):
    entry = await a_notified_entry(office, student)

    with pytest.raises(GateClosed) as refused:
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW)

    assert [fault.code for fault in refused.value.errors()] == ["notice-not-served"]
    assert (await Entry.get(id=entry.id)).state is State.NOTIFIED


async def test_a_gate_that_is_asked_one_day_too_early_names_the_day_on_which_it_opens(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOW.date() - timedelta(2))

    with pytest.raises(GateClosed) as refused:
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW)
    due_on = (await Entry.get(id=entry.id)).effect_due_on
    assert due_on == date(2026, 11, 28)  # five days after the 22nd end on Friday the 27th
    assert refused.value.facts == {"due_on": due_on}
    assert [fault.code for fault in refused.value.errors()] == ["statement-runs"]

    with pytest.raises(GateClosed):
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW + timedelta(3))
    effective = await actions.take_effect(entry.id, by=office.reviewer, now=NOW + timedelta(4))
    assert effective.state is State.EFFECTIVE


async def test_one_answer_too_early_ends_only_our_own_window(office: Office, student: Person):
    today = NOW.date()
    entry = await a_notified_entry(office, student, decided_on=today - timedelta(8), served_on=today - timedelta(6))
    await serve(office, entry, today - timedelta(1))
    await actions.state(entry.id, Say(text="我没有什么要补充的。"), by=await as_the_person(student), now=NOW)

    with pytest.raises(GateClosed) as refused:
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW)

    assert [fault.code for fault in refused.value.errors()] == ["remedy-runs"]


async def test_a_statement_calls_the_reviewer_and_lets_nothing_take_effect_by_itself(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOW.date())
    due_on = (await Entry.get(id=entry.id)).effect_due_on
    await actions.state(entry.id, Say(text="请等我下周补交材料。"), by=await as_the_person(student), now=NOW)

    assert (await Entry.get(id=entry.id)).effect_due_on == due_on == date(2026, 12, 1)
    assert await hearings(entry) == 1
    assert await actions.take_due_effects(now=NOW + timedelta(1), limit=10) == 0
    with pytest.raises(GateClosed):
        await actions.take_effect(entry.id, by=SYSTEM, now=NOW + timedelta(1))

    assert (await actions.take_effect(entry.id, by=office.reviewer, now=NOW)).state is State.EFFECTIVE
    assert await hearings(entry) == 0


async def test_the_worker_lets_an_answered_entry_take_effect_when_the_whole_time_is_over(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOW.date())
    await actions.state(entry.id, Say(text="我没有什么要补充的。"), by=await as_the_person(student), now=NOW)

    assert await actions.take_due_effects(now=NOW + timedelta(6), limit=10) == 0
    assert await actions.take_due_effects(now=NOW + timedelta(7), limit=10) == 1
    assert await hearings(entry) == 0


async def test_an_entry_that_is_taken_back_after_the_hearing_waits_on_nobodys_desk(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await actions.state(entry.id, Say(text="入场的是我本人，有监控录像。"), by=await as_the_person(student), now=NOW)

    await actions.withdraw(entry.id, Reason(text="本人的陈述成立。"), by=office.reviewer, now=NOW)

    assert await hearings(entry) == 0


@pytest.mark.parametrize("did", ["serve", "state"])
async def test_whoever_served_it_or_took_the_statement_in_does_not_let_it_take_effect(
    office: Office, student: Person, did: str
):
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    servant, scribe = (both, office.clerk) if did == "serve" else (office.clerk, both)
    entry = await a_notified_entry(office, student)
    served = actions.Service(method=ServiceMethod.IN_PERSON, served_on=NOW.date())
    await actions.serve(entry.id, served, "送达回证.pdf", PDF, by=servant, now=NOW)
    await actions.state(entry.id, Say(text="无意见。"), by=scribe, now=NOW)

    with pytest.raises(SameOfficer):
        await actions.take_effect(entry.id, by=both, now=NOW)

    assert "take_effect" not in (await queries.view(entry.id, by=both, now=NOW)).acts
    assert (await actions.take_effect(entry.id, by=office.reviewer, now=NOW)).state is State.EFFECTIVE


async def hearings(entry: Entry) -> int:
    return await Task.filter(about=entry.id, kind=TaskKind.HEAR_STATEMENT, state=TaskState.OPEN).count()


async def test_a_birth_date_that_is_mended_later_still_closes_the_gate_to_a_minors_conduct(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)
    minor = an_adult(born_on=date(2008, 6, 10))
    mended = CorrectIdentity(number=minor.number, reason="证件号码录入有误。")
    await correct(student.id, mended, by=office.clerk, now=NOW)

    with pytest.raises(GateClosed) as refused:
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW)

    assert [fault.code for fault in refused.value.errors()] == ["minor-at-conduct"]


async def test_the_worker_takes_what_is_due_and_leaves_what_waits(office: Office, student: Person):
    due = await a_notified_entry(office, student)
    await serve(office, due)
    waiting = await a_notified_entry(office, student)
    await serve(office, waiting, NOW.date() - timedelta(2))

    assert await actions.take_due_effects(now=NOW, limit=10) == 1

    assert (await Entry.get(id=due.id)).state is State.EFFECTIVE
    assert (await Entry.get(id=waiting.id)).state is State.NOTIFIED
    assert await actions.take_due_effects(now=NOW + timedelta(3), limit=10) == 0
    assert await actions.take_due_effects(now=NOW + timedelta(4), limit=10) == 1


async def test_nothing_takes_effect_by_a_day_that_no_published_calendar_covers(office: Office, student: Person):
    later = NOW.replace(year=2027, month=6)
    served = date(2026, 12, 24)
    entry = await a_notified_entry(office, student, now=later, decided_on=date(2026, 12, 20), served_on=served)
    await serve(office, entry, served, now=later)

    assert await actions.take_due_effects(now=later, limit=10) == 0
    with pytest.raises(GateClosed) as refused:
        await actions.take_effect(entry.id, by=office.reviewer, now=later)

    assert [fault.code for fault in refused.value.errors()] == ["calendar-ends"]


@pytest.mark.parametrize("served_on", [DECIDED - timedelta(1), NOW.date() + timedelta(1)])
async def test_a_notice_is_served_between_the_decision_and_today(office: Office, student: Person, served_on: date):
    entry = await a_notified_entry(office, student)

    with pytest.raises(actions.NoticeServedWhen) as refused:
        await serve(office, entry, served_on)

    assert refused.value.at == "served_on"


async def test_the_service_of_a_notice_is_recorded_once(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    with pytest.raises(actions.ServedAlready):
        await serve(office, entry, NOTICE_SERVED + timedelta(1))

    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert view.notice and view.notice.served_on == NOTICE_SERVED
    assert view.notice.method is ServiceMethod.IN_PERSON


async def test_a_merit_takes_effect_by_consent_and_two_officers_alone(office: Office, student: Person):
    merit = await an_effective_entry(office, student, MERIT)

    kept = await Entry.get(id=merit.id)
    assert (kept.state, kept.severity) == (State.EFFECTIVE, None)
    assert await Certificate.exists(entry_id=merit.id)


async def test_a_merit_without_consent_does_not_leave_its_clerk(office: Office, student: Person):
    merit = await a_draft(office, student, MERIT, consented_on=None)

    with pytest.raises(actions.Invalid) as refused:
        await actions.file(merit.id, by=office.clerk, now=NOW)

    assert [fault.path for fault in refused.value.errors()] == ["consented_on"]


async def test_a_merit_is_not_notified_and_an_adverse_entry_is_not_confirmed(office: Office, student: Person):
    merit = await a_filed_entry(office, student, MERIT)
    adverse = await a_filed_entry(office, student)

    with pytest.raises(actions.NotAnAdverseEntry):
        await actions.notify(merit.id, by=office.reviewer, now=NOW)
    with pytest.raises(actions.NotAMerit):
        await actions.confirm(adverse.id, by=office.reviewer, now=NOW)
