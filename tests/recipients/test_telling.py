"""Who received an entry is told when it changes, until everybody has said that he knows."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.catalogue.actions import import_notice
from integrity_archive.clock import SHANGHAI
from integrity_archive.database import tx
from integrity_archive.entries import expiry, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.errors import Forbidden, NotFound
from integrity_archive.inquiries.actions import Answer, ask
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.journal.queries import opened
from integrity_archive.letters.answers import changed
from integrity_archive.recipients import actions, clocks, planner, queries
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind
from integrity_archive.recipients.models import Duty, Edge
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.kinds import Ground, ObjectionOutcome, Redress
from integrity_archive.reports.actions import issue
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, a_reviewer, an_officer, an_organisation
from ..catalogue.test_importing_holidays import NEXT_YEAR
from ..inquiries.conftest import Asking

LATER = NOW + timedelta(days=1)
WHY = Reason(text="原决定已被撤销。")


async def answered(graph: Asking) -> Answer:
    return await ask(graph.question, by=graph.secretary, now=NOW)


async def revoke(graph: Asking) -> None:
    await settling.revoke(graph.entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=LATER)
    await planner.plan(now=LATER)


async def test_an_answer_and_a_report_are_edges(graph: Asking) -> None:
    answer = await answered(graph)
    report = await issue(answer.inquiry, by=graph.secretary, now=NOW)

    edges = await Edge.all().order_by("id")

    assert [(edge.how, edge.about) for edge in edges] == [(How.INQUIRY, answer.inquiry), (How.REPORT, report.id)]
    for edge in edges:
        assert (edge.recipient_kind, edge.recipient) == (RecipientKind.ORGANISATION, graph.committee.id)
        assert (edge.entry_id, edge.version, edge.used) == (graph.entry.id, graph.entry.version, True)


async def test_what_carried_an_entry_twice_is_one_edge(graph: Asking) -> None:
    for _ in range(2):
        await actions.told(
            graph.entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=graph.committee.id, how=How.LETTER,
            about=graph.committee.id, now=NOW,
        )  # fmt: skip

    assert await Edge.all().count() == 1


async def test_a_revocation_owes_each_recipient_one_notice_and_a_second_thought(graph: Asking) -> None:
    answer = await answered(graph)
    await issue(answer.inquiry, by=graph.secretary, now=NOW)
    await answered(graph)

    await revoke(graph)
    await planner.plan(now=LATER)

    duty = await Duty.get()
    assert (duty.recipient, duty.cause, duty.state) == (graph.committee.id, Cause.REVOKED, DutyState.DUE)
    assert duty.due_on == LATER.date() + timedelta(1)
    assert (await Event.get(kind=Kind.RECIPIENT_OWED)).about == duty.id
    task = await Task.get(kind=TaskKind.RECONSIDER)
    assert (task.organisation_id, task.about, task.entry) == (graph.committee.id, duty.id, graph.entry.id)


async def test_the_end_of_the_display_is_told_to_all_who_had_it_and_upsets_no_decision(graph: Asking) -> None:
    """It was right to use it then; nobody may from now on (晋政办发〔2018〕27号, item 12)."""
    await answered(graph)
    assert graph.entry.display_until
    after = datetime.combine(graph.entry.display_until + timedelta(1), time(9), tzinfo=SHANGHAI)
    await expiry.expire_due(now=after, limit=10)
    await planner.plan(now=after)

    duty = await Duty.get()
    assert (duty.recipient, duty.cause, duty.state) == (graph.committee.id, Cause.EXPIRED, DutyState.DUE)
    assert not await Task.exists(kind=TaskKind.RECONSIDER)
    [shown] = await queries.changed(graph.secretary)
    assert (shown.cause, shown.reconsider_by) == (Cause.EXPIRED, None)
    told = str(changed("", number="", name="", received=[], cause=Cause.EXPIRED))
    assert "今后不得再使用该信息" in told and "请重新审查" not in told


async def test_who_was_answered_after_the_correction_has_nothing_to_be_told(graph: Asking) -> None:
    await answered(graph)
    await settling.correct(graph.entry.id, {"summary": "由他人代替参加一科考试。"}, WHY, by=SYSTEM, now=LATER)
    other = await an_organisation(OrganisationKind.ASSOCIATION)
    await reach(graph, other)

    await planner.plan(now=LATER)

    assert [duty.recipient for duty in await Duty.all()] == [graph.committee.id]


@tx
async def reach(graph: Asking, organisation: Organisation) -> None:
    await actions.told(
        graph.entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=organisation.id, how=How.LETTER,
        about=organisation.id, now=NOW,
    )  # fmt: skip


async def test_an_upheld_objection_is_told_once(graph: Asking) -> None:
    """Its effect on the entry and its answer are two lines of the journal, and one thing to be told."""
    await answered(graph)
    objecting = remedies.Objecting(ground=Ground.FACTS, text="当日本人未参加考试。")
    objection = await remedies.lodge_objection(graph.entry.id, objecting, by=graph.student, now=LATER)
    judge = await a_reviewer(graph.office.organisation)
    upheld = remedies.Answering(
        outcome=ObjectionOutcome.UPHELD, text="异议成立，予以撤销。", remedy=remedies.Remedy(kind=Redress.REVOKE)
    )
    await remedies.answer_objection(objection.id, upheld, by=judge, now=LATER)

    await planner.plan(now=LATER)

    assert (await Duty.get()).cause is Cause.REVOKED


async def test_the_receiving_office_acknowledges_and_the_last_line_says_all(graph: Asking) -> None:
    await answered(graph)
    other = await an_organisation(OrganisationKind.ASSOCIATION)
    await reach(graph, other)
    await revoke(graph)
    first, second = [await Duty.get(recipient=each.id) for each in (graph.committee, other)]

    await actions.acknowledge(first.id, by=graph.secretary, now=LATER)
    await actions.acknowledge(first.id, by=graph.secretary, now=LATER)
    await actions.fulfilled([second.id], by=SYSTEM, now=LATER)

    lines = await opened(await Event.filter(kind=Kind.RECIPIENT_ACKNOWLEDGED).order_by("seq"))
    assert [(line.about, line.body and line.body["all"]) for line in lines] == [(first.id, False), (second.id, True)]


async def test_of_two_who_acknowledge_at_once_one_is_the_last(graph: Asking) -> None:
    for office in (graph.committee, await an_organisation(OrganisationKind.ASSOCIATION)):
        await reach(graph, office)
    await revoke(graph)
    duties = await Duty.all()
    assert len(duties) == 2

    await asyncio.gather(*(actions.fulfilled([duty.id], by=SYSTEM, now=LATER) for duty in duties))

    lines = await opened(await Event.filter(kind=Kind.RECIPIENT_ACKNOWLEDGED))
    assert sorted(bool(line.body and line.body["all"]) for line in lines) == [False, True]


async def test_nobody_acknowledges_for_another_office(graph: Asking) -> None:
    await answered(graph)
    await revoke(graph)
    duty = await Duty.get()
    stranger = replace(graph.secretary, organisation=graph.office.organisation.id)

    with pytest.raises(NotFound):
        await actions.acknowledge(duty.id, by=stranger, now=LATER)
    with pytest.raises(Forbidden):
        await actions.acknowledge(duty.id, by=await an_officer(None, Role.OPERATOR), now=LATER)

    assert (await Duty.get()).state is DutyState.DUE


async def test_looking_again_at_the_decision_closes_its_task(graph: Asking) -> None:
    await answered(graph)
    await revoke(graph)

    await actions.reconsidered((await Duty.get()).id, by=graph.secretary, now=LATER)

    assert (await Task.get(kind=TaskKind.RECONSIDER)).state is TaskState.DONE
    assert (await Duty.get()).state is DutyState.ACKNOWLEDGED


async def test_a_letter_that_goes_out_after_the_acknowledgement_changes_nothing(graph: Asking) -> None:
    await answered(graph)
    await revoke(graph)
    duty = await Duty.get()
    await actions.acknowledge(duty.id, by=graph.secretary, now=LATER)

    await actions.sent(duty.id, by=SYSTEM, now=LATER)

    assert (await Duty.get()).state is DutyState.ACKNOWLEDGED


async def test_beyond_the_published_holidays_its_day_is_provisional_and_nobody_is_late(graph: Asking) -> None:
    late = datetime(2026, 12, 31, 10, tzinfo=SHANGHAI)
    await answered(graph)
    await settling.revoke(graph.entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=late)
    await planner.plan(now=late)
    [found] = await clocks.running(organisation=graph.office.organisation.id)
    assert found.provisional and not found.overdue(date(2027, 3, 1))
    assert await shown(graph) == {(found.due_on, True)}
    await import_notice(NEXT_YEAR, by=SYSTEM, now=late)
    [found] = await clocks.running(organisation=graph.office.organisation.id)
    assert not found.provisional and found.overdue(date(2027, 3, 1))
    assert await shown(graph) == {(found.due_on, False)}


async def shown(graph: Asking) -> set[tuple[date, bool]]:
    """The day and whether it may still move, as the entry's office, the person and the receiving office see it."""
    graphs = [await queries.of_entry(graph.entry.id, by=by) for by in (graph.office.clerk, graph.student)]
    told = [duty for seen in graphs for row in seen.rows for duty in row.told]
    return {(one.due_on, one.provisional) for one in [*told, *await queries.changed(graph.secretary)]}


async def test_the_receiving_office_is_told_of_whom_until_it_knows(graph: Asking) -> None:
    await answered(graph)
    await settling.correct(graph.entry.id, {"summary": "由他人代替参加一科考试。"}, WHY, by=SYSTEM, now=LATER)
    await planner.plan(now=LATER)
    [before] = await queries.changed(graph.secretary)
    assert before.name and before.record_type == graph.entry.record_type
    await actions.acknowledge(before.id, by=graph.secretary, now=LATER)
    [after] = await queries.changed(graph.secretary)
    assert (after.number, after.name, after.record_type, after.edition) == (graph.entry.number, None, None, None)


async def test_of_what_is_over_the_receiving_office_is_told_a_number_and_its_own_answers(graph: Asking) -> None:
    """An entry about the wrong person says nothing of him any more, whether the office has confirmed or not."""
    answer = await answered(graph)
    await settling.revoke(graph.entry.id, WHY, Ending.WRONG_SUBJECT, by=SYSTEM, now=LATER)
    await planner.plan(now=LATER)

    [found] = await queries.changed(graph.secretary)
    assert (found.number, found.inquiries, found.state) == (graph.entry.number, [answer.inquiry], DutyState.DUE)
    assert (found.name, found.record_type, found.edition) == (None, None, None)
    assert await queries.one_changed(found.id, by=graph.secretary) == found


async def test_of_an_erased_entry_nobody_is_told_more_than_its_number(graph: Asking) -> None:
    await answered(graph)
    await revoke(graph)
    assert await expiry.erase_due(now=LATER + timedelta(3000), limit=10) == 1
    [found] = await queries.changed(graph.secretary)
    assert (found.number, found.name, found.record_type) == (graph.entry.number, None, None)
    await actions.acknowledge(found.id, by=graph.secretary, now=LATER + timedelta(3001))
