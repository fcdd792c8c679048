"""投诉 never reaches the desk it concerns (R-57)."""

import asyncio
from datetime import date, timedelta

import pytest

from integrity_archive.accounts.actions import NewOrganisation, add_organisation
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Complaining, Handed, Replying
from integrity_archive.remedies.clocks import until
from integrity_archive.remedies.complaints import MustStayClosed, NobodyToAnswer, NotAnOfficerThere
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.lifecycle import ComplaintState
from integrity_archive.remedies.models import Complaint
from integrity_archive.remedies.taking import HadAHand
from integrity_archive.reports import receipts
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, PDF, Office, a_person, a_reviewer, a_university, an_effective_entry, as_the_person

TEXT = "窗口人员两次拒收我的材料。"
SCAN = Handed(DocumentKind.FILING, "投诉.pdf", PDF)
ANSWER = Replying(text="已向当事人员核实并纠正，向您致歉。")


@pytest.fixture
async def operator(database: object) -> Actor:
    """An account with the reviewer's role in the operator's organisation."""
    new = NewOrganisation(kind=OrganisationKind.OPERATOR, name="岚泓省诚信档案运行中心", uscc="12149900999901073D")
    return await a_reviewer(await add_organisation(new, by=SYSTEM, now=NOW))


def about(office: Office, against: Actor | None = None, **more: object) -> Complaining:
    account = against.account if against else None
    return Complaining.model_validate({"organisation": office.organisation.id, "against": account, "text": TEXT} | more)


async def test_a_complaint_is_answered_in_writing_by_a_colleague(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    complaint = await actions.lodge_complaint(about(office, office.reviewer), student.id, by=own, now=NOW)
    task = await Task.get(about=complaint.id, kind=TaskKind.COMPLAINT)
    assert (task.not_for, task.due_on) == (office.reviewer.account, date(2026, 12, 24))
    await actions.answer_complaint(complaint.id, ANSWER, by=arbiter, now=NOW)

    [seen] = await queries.complaints_of(student.id)
    assert (seen.state, seen.text, seen.answer) == (ComplaintState.ANSWERED, TEXT, ANSWER.text)
    assert not await Task.filter(about=complaint.id, state=TaskState.OPEN).exists()


async def test_whom_it_concerns_finds_nothing(office: Office, student: Person, own: Actor, arbiter: Actor):
    complaint = await actions.lodge_complaint(about(office, office.reviewer), student.id, by=own, now=NOW)

    assert await queries.complaints(office.reviewer) == []
    assert [one.id for one in await queries.complaints(arbiter)] == [complaint.id]
    with pytest.raises(NotFound):
        await queries.complaint(complaint.id, by=office.reviewer)
    with pytest.raises(NotFound):
        await actions.answer_complaint(complaint.id, ANSWER, by=office.reviewer, now=NOW)
    with pytest.raises(Forbidden):
        await actions.answer_complaint(complaint.id, ANSWER, by=office.clerk, now=NOW)


async def test_who_had_a_hand_in_the_entry_finds_nothing_either(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    """The complaint is against the clerk; the reviewer signed the same entry."""
    entry = await an_effective_entry(office, student)
    complaint = await actions.lodge_complaint(about(office, office.clerk, entry=entry.id), student.id, by=own, now=NOW)

    with pytest.raises(NotFound):
        await actions.answer_complaint(complaint.id, ANSWER, by=office.reviewer, now=NOW)
    assert (await actions.answer_complaint(complaint.id, ANSWER, by=arbiter, now=NOW)).answered_by == arbiter.account


async def test_where_nobody_is_left_the_operator_answers(office: Office, student: Person, own: Actor, operator: Actor):
    complaint = await actions.lodge_complaint(about(office, office.reviewer), student.id, by=own, now=NOW)

    assert complaint.desk_id == operator.organisation
    assert await queries.complaints(office.reviewer) == []
    assert await actions.answer_complaint(complaint.id, ANSWER, by=operator, now=NOW)


async def test_a_complaint_about_the_office_itself_goes_to_the_operator(
    office: Office, student: Person, own: Actor, arbiter: Actor, operator: Actor
):
    complaint = await actions.lodge_complaint(about(office), student.id, by=own, now=NOW)

    assert complaint.desk_id == operator.organisation
    assert await queries.complaints(arbiter) == []


async def test_without_an_operator_the_person_is_sent_to_the_authority(office: Office, student: Person, own: Actor):
    with pytest.raises(NobodyToAnswer):
        await actions.lodge_complaint(about(office), student.id, by=own, now=NOW)


async def test_an_officer_takes_in_paper_but_not_about_himself(office: Office, student: Person, arbiter: Actor):
    paper = about(office, office.clerk)

    with pytest.raises(HadAHand):
        await actions.lodge_complaint(paper, student.id, [SCAN], by=office.clerk, now=NOW)
    with pytest.raises(Invalid):
        await actions.lodge_complaint(paper, student.id, by=arbiter, now=NOW)
    assert (await actions.lodge_complaint(paper, student.id, [SCAN], by=arbiter, now=NOW)).number.startswith("TS-2026-")


async def test_nor_over_an_entry_in_which_he_had_a_hand(office: Office, student: Person, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    paper = about(office, office.reviewer, entry=entry.id)

    with pytest.raises(HadAHand):
        await actions.lodge_complaint(paper, student.id, [SCAN], by=office.clerk, now=NOW)
    assert await actions.lodge_complaint(paper, student.id, [SCAN], by=arbiter, now=NOW)


async def test_a_paper_about_the_office_itself_is_taken_in_there_closed_and_read_by_the_operator_alone(
    office: Office, student: Person, operator: Actor
):
    """R-57: the person need not carry it elsewhere, and the desk it concerns sees the envelope only."""
    opened, came = about(office), NOW.date() - timedelta(2)
    closed = about(office, text=None, received_on=came)
    beside = Handed(DocumentKind.SUPPORT, "照片.pdf", PDF)

    for new, files in ((opened, [SCAN]), (closed, [SCAN, beside])):
        with pytest.raises(MustStayClosed):
            await actions.lodge_complaint(new, student.id, files, by=office.clerk, now=NOW)
    made = await actions.lodge_complaint(closed, student.id, [SCAN], by=office.clerk, now=NOW)

    assert (made.desk_id, made.due_on) == (operator.organisation, until("complaint", since=came).day)
    assert [one.id for one in await queries.complaints(operator)] == [made.id]
    [envelope] = (await queries.complaint(made.id, by=operator)).documents
    for officer in (office.clerk, office.reviewer):
        with pytest.raises(NotFound):
            await queries.complaint(made.id, by=officer)
        with pytest.raises(NotFound):
            await queries.document(envelope.id, by=officer)
    assert (await queries.document(envelope.id, by=operator))[2] == PDF
    assert await actions.answer_complaint(made.id, ANSWER, by=operator, now=NOW)


async def test_its_receipt_is_for_the_officer_who_took_it_in_and_not_for_the_next_desk(
    office: Office, student: Person, arbiter: Actor
):
    made = await actions.lodge_complaint(about(office, office.reviewer), student.id, [SCAN], by=office.clerk, now=NOW)

    assert (await receipts.receipt(made.id, by=office.clerk)).number == made.number
    for officer in (office.reviewer, arbiter):
        with pytest.raises(NotFound):
            await receipts.receipt(made.id, by=officer)


async def test_the_person_himself_says_what_happened(office: Office, student: Person, own: Actor, operator: Actor):
    with pytest.raises(Invalid) as refused:
        await actions.lodge_complaint(about(office, text=None), student.id, by=own, now=NOW)

    assert [fault.path for fault in refused.value.errors()] == ["text"]


async def test_one_complains_about_those_one_has_to_do_with(office: Office, student: Person, own: Actor):
    elsewhere = await a_university(which=1)
    stranger = await as_the_person(await a_person(elsewhere))

    with pytest.raises(NotFound):
        await actions.lodge_complaint(about(elsewhere, elsewhere.clerk), student.id, by=own, now=NOW)
    with pytest.raises(NotAnOfficerThere):
        await actions.lodge_complaint(about(office, elsewhere.clerk), student.id, by=own, now=NOW)
    with pytest.raises(Forbidden):
        await actions.lodge_complaint(about(office, office.clerk), student.id, by=stranger, now=NOW)


async def test_of_two_who_answer_at_once_one_does(office: Office, student: Person, own: Actor, arbiter: Actor):
    third = await a_reviewer(office.organisation)
    complaint = await actions.lodge_complaint(about(office, office.clerk), student.id, by=own, now=NOW)
    results = await asyncio.gather(
        *(actions.answer_complaint(complaint.id, ANSWER, by=by, now=NOW) for by in (arbiter, third)),
        return_exceptions=True,
    )

    assert sorted(type(result).__name__ for result in results) == ["Complaint", "NoSuchStep"]
    assert (await Complaint.get(id=complaint.id)).state is ComplaintState.ANSWERED
