"""Two services on two clocks: proven, seen by a second person if they were recorded later, and open to contest."""

from datetime import date, timedelta

import pytest

from integrity_archive.actors import SYSTEM, Role
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.entries import actions, queries, service, settling
from integrity_archive.entries.actions import GateClosed, Reason, Service
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.draft_faults import ElectronicServiceNotAllowed
from integrity_archive.entries.kinds import DecisionRoute, Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Certificate, Entry, Evidence, Notice
from integrity_archive.errors import Forbidden, Invalid
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    FINAL,
    NOTICE_SERVED,
    NOW,
    PDF,
    SERVED,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    a_person,
    an_effective_entry,
    an_officer,
    as_the_person,
    facts,
    serve,
    sight,
)

TODAY = NOW.date()
VOID = Reason(text="回执上的签名不是本人的。")
THROUGH_US = {"decision_route": DecisionRoute.THROUGH_US}


async def serve_decision(
    office: Office, entry: Entry, on: date = SERVED, method: ServiceMethod = ServiceMethod.IN_PERSON
) -> Entry:
    served = Service(method=method, served_on=on)
    return await actions.serve_decision(entry.id, served, "决定书送达回证.pdf", PDF, by=office.clerk, now=NOW)


async def missing(entry: Entry, *, by: Office) -> list[str]:
    view = await queries.view(entry.id, by=by.reviewer, now=NOW)
    assert view.gate
    return [fault.code for fault in view.gate.missing]


async def sights_waiting(entry: Entry) -> int:
    return await Task.filter(about=entry.id, kind=TaskKind.SIGHT_SERVICE, state=TaskState.OPEN).count()


async def test_a_decision_that_is_served_through_us_is_filed_without_proof_and_waits_for_its_own_service(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student, **THROUGH_US)
    await serve(office, entry)
    assert not await Evidence.filter(entry_id=entry.id, kind=Proof.DECISION_SERVICE).exists()
    assert await missing(entry, by=office) == ["decision-not-served"]
    assert (await Entry.get(id=entry.id)).effect_due_on is None

    await serve_decision(office, entry)
    assert await missing(entry, by=office) == ["service-not-sighted"]
    await sight(office, entry)

    kept = await Entry.get(id=entry.id)
    assert (kept.served_on, kept.decision_method, kept.effect_due_on) == (SERVED, ServiceMethod.IN_PERSON, FINAL)
    effective = await actions.take_effect(entry.id, by=office.reviewer, now=NOW)
    assert (effective.final_on, effective.told_on) == (FINAL, NOTICE_SERVED)


async def test_the_task_to_serve_is_done_when_both_papers_are_served(office: Office, student: Person):
    entry = await a_notified_entry(office, student, **THROUGH_US)
    waiting = Task.filter(about=entry.id, kind=TaskKind.SERVE_NOTICE, state=TaskState.OPEN)

    await serve(office, entry)
    assert await waiting.count() == 1
    await serve_decision(office, entry)
    assert await waiting.count() == 0


async def test_a_decision_the_body_has_served_is_not_filed_without_the_proof_of_that(office: Office, student: Person):
    entry = await a_draft(office, student, **THROUGH_US)
    await actions.edit(entry.id, facts(student.id), version=entry.version, by=office.clerk, now=NOW)

    with pytest.raises(Invalid) as refused:
        await actions.file(entry.id, by=office.clerk, now=NOW)

    assert [fault.facts for fault in refused.value.errors()] == [{"kind": Proof.DECISION_SERVICE}]


async def test_a_service_is_recorded_once_and_between_the_decision_and_today(office: Office, student: Person):
    entry = await a_notified_entry(office, student, **THROUGH_US)
    for day in (date(2026, 6, 30), TODAY + timedelta(1)):
        with pytest.raises(service.DecisionServedWhen):
            await serve_decision(office, entry, day)

    await serve_decision(office, entry)

    with pytest.raises(service.ServedAlready):
        await serve_decision(office, entry, TODAY)
    with pytest.raises(service.ServedAlready):
        await serve_decision(office, await a_notified_entry(office, student), TODAY)


async def test_no_electronic_service_where_the_law_of_the_decision_does_not_allow_it(office: Office, student: Person):
    entry = await a_notified_entry(office, student, **THROUGH_US)

    with pytest.raises(ElectronicServiceNotAllowed):
        served = Service(method=ServiceMethod.ELECTRONIC, served_on=SERVED)
        await actions.decision_served_by_letter(entry.id, served, "打开记录.pdf", PDF, by=SYSTEM, now=NOW)


@pytest.mark.parametrize("method", [ServiceMethod.LEFT, ServiceMethod.ELECTRONIC, ServiceMethod.PUBLIC])
async def test_an_officer_speaks_for_no_way_that_only_its_letter_proves(
    office: Office, student: Person, method: ServiceMethod
):
    entry = await a_notified_entry(office, student, **THROUGH_US)
    served = Service(method=method, served_on=NOTICE_SERVED)

    for act in (actions.serve, actions.serve_decision):
        with pytest.raises(service.ServedByLetterOnly):
            await act(entry.id, served, "截图.pdf", PDF, by=office.clerk, now=NOW)

    await actions.notice_served_by_letter(entry.id, served, "文书记录.pdf", PDF, by=SYSTEM, now=NOW)
    assert (await Notice.get(entry_id=entry.id)).method is method


async def test_a_service_recorded_on_its_own_day_needs_nobodys_sight(office: Office, student: Person):
    entry = await a_notified_entry(office, student)

    await serve(office, entry, TODAY)

    assert await missing(entry, by=office) == ["statement-runs"]
    assert await sights_waiting(entry) == 0


async def test_a_service_recorded_later_waits_on_the_reviewers_desk_until_he_has_seen_its_proof(
    office: Office, student: Person
):
    entry = await a_filed_entry(office, student)
    assert await sights_waiting(entry) == 1
    await actions.sight_service(entry.id, ServiceOf.DECISION, by=office.reviewer, now=NOW)
    assert await sights_waiting(entry) == 0
    await actions.notify(entry.id, by=office.reviewer, now=NOW)
    served = Service(method=ServiceMethod.POST, served_on=NOTICE_SERVED)
    await actions.serve(entry.id, served, "回执.pdf", PDF, by=office.clerk, now=NOW)
    assert (await sights_waiting(entry), (await Entry.get(id=entry.id)).effect_due_on) == (1, None)

    with pytest.raises(GateClosed) as closed:
        await actions.take_effect(entry.id, by=office.reviewer, now=NOW)
    assert [(fault.path, fault.code) for fault in closed.value.errors()] == [("notice", "service-not-sighted")]
    await actions.sight_service(entry.id, ServiceOf.NOTICE, by=office.reviewer, now=NOW)

    assert (await sights_waiting(entry), (await Entry.get(id=entry.id)).effect_due_on) == (0, FINAL)
    sighted = [act for act in await journal.of_entry(entry.id) if act.kind is Kind.ENTRY_SERVICE_SIGHTED]
    assert [(act.actor, act.body["which"]) for act in sighted if act.body] == [
        (office.reviewer.account, "decision"),
        (office.reviewer.account, "notice"),
    ]


async def test_nobody_sees_the_proof_of_what_he_recorded_himself(office: Office, student: Person):
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    entry = await a_notified_entry(office, student)
    served = Service(method=ServiceMethod.POST, served_on=NOTICE_SERVED)
    await actions.serve(entry.id, served, "回执.pdf", PDF, by=both, now=NOW)

    for by in (both, office.clerk, SYSTEM):
        with pytest.raises((SameOfficer, Forbidden)):
            await actions.sight_service(entry.id, ServiceOf.NOTICE, by=by, now=NOW)
    assert "sight_service" not in (await queries.view(entry.id, by=both, now=NOW)).acts
    with pytest.raises(service.NothingToSight):
        await actions.sight_service(entry.id, ServiceOf.DECISION, by=office.reviewer, now=NOW)


async def test_what_was_referred_back_is_seen_anew(office: Office, student: Person):
    entry = await a_filed_entry(office, student)
    await sight(office, entry)

    back = await actions.refer_back(entry.id, VOID, by=office.reviewer, now=NOW)
    later = SERVED + timedelta(1)
    new = facts(student.id, served_on=later)
    await actions.edit(entry.id, new, version=back.version, by=office.clerk, now=NOW + timedelta(1))
    await actions.file(entry.id, by=office.clerk, now=NOW + timedelta(1))

    kept = await Entry.get(id=entry.id)
    assert (kept.served_on, kept.served_recorded_at, kept.served_sighted_by) == (later, NOW + timedelta(1), None)
    assert await sights_waiting(entry) == 1


@pytest.mark.parametrize("which", ServiceOf)
async def test_a_void_service_takes_an_effective_entry_out_of_every_answer_and_starts_its_clock_anew(
    office: Office, student: Person, which: ServiceOf
):
    entry = await an_effective_entry(office, student)
    assert await disclosable(student.id, ["EXF"], on=TODAY)

    await actions.restart_service(entry.id, which, VOID, by=office.reviewer, now=NOW)

    kept, notice = await Entry.get(id=entry.id), await Notice.get(entry_id=entry.id)
    assert kept.state is State.NOTIFIED
    assert (kept.final_on, kept.told_on, kept.display_until, kept.effect_due_on) == (None, None, None, None)
    assert (kept.served_on is None, notice.served_on is None) == (which == "decision", which == "notice")
    assert await disclosable(student.id, ["EXF"], on=TODAY) == []
    [restarted] = [a for a in await journal.of_entry(entry.id) if a.kind is Kind.ENTRY_SERVICE_RESTARTED]
    assert restarted.body and restarted.body.items() >= {"which": which, "reason": VOID.text}.items()
    assert await Task.filter(about=entry.id, kind=TaskKind.SERVE_NOTICE, state=TaskState.OPEN).exists()


async def test_after_a_void_service_both_periods_are_counted_from_the_new_one_and_the_old_certificate_stays(
    office: Office, student: Person
):
    entry = await an_effective_entry(office, student)
    await actions.restart_service(entry.id, ServiceOf.NOTICE, VOID, by=office.reviewer, now=NOW)
    await actions.restart_service(entry.id, ServiceOf.DECISION, VOID, by=office.reviewer, now=NOW)

    await serve_decision(office, entry, TODAY)
    await serve(office, entry, TODAY)

    assert (await Entry.get(id=entry.id)).effect_due_on == date(2026, 12, 10)  # fifteen days after 24 November
    much_later = NOW + timedelta(16)
    await actions.take_effect(entry.id, by=office.reviewer, now=much_later)
    first, second = [one.at for one in await Certificate.filter(entry_id=entry.id).order_by("id")]
    assert (first, second) == (NOW, much_later)
    view = await queries.view(entry.id, by=office.reviewer, now=much_later)
    assert view.certificate and view.certificate.facts["decision"]["served_on"] == TODAY.isoformat()


async def test_a_decision_that_is_served_anew_has_its_remedy_for_the_whole_time_whatever_was_concluded_before(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student, remedies_told=False, remedy_known_on=SERVED)
    await settling.suspend(entry.id, Reason(text="已申请复核。"), by=office.reviewer, now=NOW)
    await settling.resume(entry.id, date(2026, 8, 3), Procedure.REVIEW, by=office.reviewer, now=NOW)
    assert (await Entry.get(id=entry.id)).remedy_concluded is Procedure.REVIEW

    await actions.restart_service(entry.id, ServiceOf.DECISION, VOID, by=office.reviewer, now=NOW)
    await serve_decision(office, entry, TODAY)
    await serve(office, entry, TODAY)

    kept = await Entry.get(id=entry.id)
    assert (kept.remedy_known_on, kept.remedy_concluded_on, kept.remedy_concluded) == (None, None, None)
    assert await missing(entry, by=office) == ["remedy-runs", "statement-runs", "calendar-ends"]  # six months


async def test_what_was_said_before_the_new_service_does_not_shorten_its_period(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)
    await actions.state(entry.id, actions.Say(text="我没有收到。"), by=await as_the_person(student), now=NOW)
    await actions.restart_service(entry.id, ServiceOf.NOTICE, VOID, by=office.reviewer, now=NOW)

    tomorrow = NOW + timedelta(1)
    await serve(office, entry, tomorrow.date(), now=tomorrow)

    assert (await Entry.get(id=entry.id)).effect_due_on == date(2026, 12, 1)  # five days after the 25th


async def test_a_service_is_declared_void_by_somebody_who_did_not_record_it_and_only_if_it_was_recorded(
    office: Office, student: Person
):
    entry = await a_notified_entry(office, student)
    with pytest.raises(service.NotServed):
        await actions.restart_service(entry.id, ServiceOf.NOTICE, VOID, by=office.reviewer, now=NOW)
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    served = Service(method=ServiceMethod.POST, served_on=TODAY)
    await actions.serve(entry.id, served, "回执.pdf", PDF, by=both, now=NOW)

    with pytest.raises(SameOfficer):
        await actions.restart_service(entry.id, ServiceOf.NOTICE, VOID, by=both, now=NOW)
    assert (await actions.restart_service(entry.id, ServiceOf.NOTICE, VOID, by=SYSTEM, now=NOW)).state == "notified"


async def test_the_person_sees_that_a_service_was_recorded_after_its_day(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    await an_effective_entry(office, await a_person(office))

    seen = await queries.view(entry.id, by=await as_the_person(student), now=NOW)

    assert [(one.which, one.served_on, one.recorded_on, one.recorded_later, one.sighted) for one in seen.services] == [
        (ServiceOf.DECISION, SERVED, TODAY, True, True),
        (ServiceOf.NOTICE, NOTICE_SERVED, TODAY, True, True),
    ]
