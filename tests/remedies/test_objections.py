"""An objection: marked at once, put to the body that decided, answered by somebody who had no hand in it."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.catalogue.policy import Severity
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries import queries as entries
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason, Say
from integrity_archive.entries.amending import Amended
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.kinds import Objection as Mark
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.entries.queries import NoLongerShown
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.exchange.payload import images
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.letters.models import Letter
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, alarm, queries
from integrity_archive.remedies.actions import Answering, Easing, Handed, Hearing, Objecting, Received, Remedy
from integrity_archive.remedies.favour import require_in_favour
from integrity_archive.remedies.kinds import Channel, DocumentKind, Ground, MitigationKind, ObjectionOutcome, Redress
from integrity_archive.remedies.lifecycle import ObjectionState
from integrity_archive.remedies.models import Objection
from integrity_archive.remedies.objections import NothingToDisagreeWith, ObjectionRuns, RedressMissing
from integrity_archive.remedies.taking import HadAHand, TookItIn
from integrity_archive.reports.receipts import receipt
from integrity_archive.tasks.models import Task, TaskKind, TaskState
from integrity_archive.transitions import NoSuchStep

from ..building import GENERAL, NOW, PDF, Office, a_draft, a_person, a_reviewer, an_effective_entry, as_the_person
from ..letters.office import rounds, words

SIGNED = Handed(DocumentKind.FILING, "异议申请书.pdf", PDF)
MINE = Objecting(ground=Ground.FACTS, text="考试当天我在医院值班，有排班表为证。")
DISMISSED = Answering(outcome=ObjectionOutcome.DISMISSED, text="经核查，监控录像与排班记录不符，异议不成立。")
REVOKED = Answering(
    outcome=ObjectionOutcome.UPHELD,
    text="经核查，确属他人。",
    remedy=Remedy(kind=Redress.REVOKE, cause=Ending.WRONG_SUBJECT),
)


async def mark_of(entry: Entry) -> Mark:
    return (await Entry.get(id=entry.id)).objection


async def told(person: Person) -> list[Any]:
    return await disclosable(person.id, ["EXF"], on=NOW.date())


async def open_tasks(about: Any) -> set[TaskKind]:
    return {task.kind for task in await Task.filter(about=about, state=TaskState.OPEN)}


async def test_golden_11(office: Office, student: Person, own: Actor):
    """An objection to an entry is in the very next answer; on the twentieth day without an answer there is an alarm."""
    entry = await an_effective_entry(office, student)
    before = await told(student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    after = await told(student)

    assert [one.objection for one in before] == [Mark.NONE] and [one.objection for one in after] == [Mark.OPEN]
    assert await Event.filter(entry=entry.id, kind=Kind.ENTRY_MARKED).count() == 1
    assert objection.due_on == date(2026, 12, 3)  # seven working days
    assert objection.limit_on == date(2026, 12, 14)  # twenty days

    nineteenth = datetime(2026, 12, 13, 23, 59, tzinfo=SHANGHAI)
    twentieth = datetime(2026, 12, 14, 0, 0, tzinfo=SHANGHAI)
    assert await alarm.sound_alarms(now=nineteenth, limit=10) == 0
    assert [one.id for one in await alarm.overdue(today=twentieth.date())] == [objection.id]
    assert await alarm.sound_alarms(now=twentieth, limit=10) == 1
    assert await alarm.sound_alarms(now=twentieth, limit=10) == 0
    assert await open_tasks(objection.id) == {TaskKind.OBJECTION, TaskKind.OBJECTION_LATE}
    assert (await Task.get(about=objection.id, kind=TaskKind.OBJECTION_LATE)).rule == "remedies.objection_limit"


async def test_a_dismissed_objection_takes_the_mark_off(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.answer_objection(objection.id, DISMISSED, by=arbiter, now=NOW)

    assert await mark_of(entry) is Mark.NONE
    assert (await queries.objection(objection.id, by=own)).answer == DISMISSED.text
    assert await open_tasks(objection.id) == set()


async def test_both_views_stand_where_the_person_disagrees(office: Office, student: Person, own: Actor, arbiter: Actor):
    """征信业管理条例 25: the mark stays as unresolved, and the person's statement travels with the entry."""
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.answer_objection(objection.id, DISMISSED, by=arbiter, now=NOW)
    await actions.disagree(objection.id, Say(text="排班表由医院盖章，我不同意该结论。"), by=own, now=NOW)

    [shown] = await told(student)
    assert (shown.objection, shown.statement) == (Mark.UNRESOLVED, "排班表由医院盖章，我不同意该结论。")
    assert (await Objection.get(id=objection.id)).outcome is ObjectionOutcome.DISAGREED


async def test_a_later_explanation_takes_nothing_from_the_disagreement(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.answer_objection(objection.id, DISMISSED, by=arbiter, now=NOW)
    await actions.disagree(objection.id, Say(text="我不同意该结论。"), by=own, now=NOW)
    explains = Easing(kind=MitigationKind.SELF_EXPLANATION, text="此后我参加了诚信教育。", happened_on=NOW.date())
    await actions.add_mitigation(entry.id, explains, by=own, now=NOW)

    [shown] = await told(student)
    assert (shown.objection, shown.statement) == (Mark.UNRESOLVED, "我不同意该结论。\n此后我参加了诚信教育。")
    pushed = (await images([entry.id], today=NOW.date()))[entry.id].members
    assert (pushed["objection"], pushed["statement"]) == (shown.objection, shown.statement)


async def test_only_a_dismissal_can_be_disagreed_with(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)

    with pytest.raises(NoSuchStep):
        await actions.disagree(objection.id, Say(text="我不同意。"), by=own, now=NOW)


async def test_what_cannot_be_verified_keeps_its_mark_and_cannot_be_disagreed_with(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    unverified = Answering(outcome=ObjectionOutcome.UNVERIFIED, text="监控录像已灭失，无法核实。")
    await actions.answer_objection(objection.id, unverified, by=arbiter, now=NOW)

    assert await mark_of(entry) is Mark.UNRESOLVED
    with pytest.raises(NothingToDisagreeWith):
        await actions.disagree(objection.id, Say(text="我不同意。"), by=own, now=NOW)


async def test_an_earlier_disagreement_outlives_a_later_dismissal(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    first = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.answer_objection(first.id, DISMISSED, by=arbiter, now=NOW)
    await actions.disagree(first.id, Say(text="我不同意该结论。"), by=own, now=NOW)
    second = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    assert await mark_of(entry) is Mark.OPEN
    await actions.answer_objection(second.id, DISMISSED, by=arbiter, now=NOW)

    assert await mark_of(entry) is Mark.UNRESOLVED


async def test_an_upheld_objection_revokes_the_entry_in_the_same_act(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.answer_objection(objection.id, REVOKED, by=arbiter, now=NOW)

    kept = await Entry.get(id=entry.id)
    assert (kept.state, kept.ended_because) == (State.REVOKED, Ending.WRONG_SUBJECT)
    assert await told(student) == []


async def test_upholding_says_what_becomes_of_the_entry(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)

    with pytest.raises(RedressMissing):
        given = Answering(outcome=ObjectionOutcome.UPHELD, text="异议成立。")
        await actions.answer_objection(objection.id, given, by=arbiter, now=NOW)

    assert await mark_of(entry) is Mark.OPEN


async def test_nobody_who_had_a_hand_in_the_entry_answers(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)

    with pytest.raises(HadAHand):
        await actions.answer_objection(objection.id, DISMISSED, by=office.reviewer, now=NOW)
    with pytest.raises(Forbidden):
        await actions.answer_objection(objection.id, DISMISSED, by=office.clerk, now=NOW)
    with pytest.raises(Forbidden):
        await actions.answer_objection(objection.id, DISMISSED, by=own, now=NOW)


async def test_paper_runs_on_the_same_clocks_from_the_day_it_was_received(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    received = Objecting(ground=Ground.IDENTITY, text="这不是我。", received_on=NOW.date() - timedelta(2))
    objection = await actions.lodge_objection(entry.id, received, [SIGNED], by=office.clerk, now=NOW)

    assert objection.channel is Channel.PAPER and objection.number.startswith("YY-2026-")
    assert objection.limit_on == date(2026, 12, 12)
    [listed] = (await queries.objection(objection.id, by=office.clerk)).documents
    assert (await queries.document(listed.id, by=office.clerk))[2] == PDF
    assert await mark_of(entry) is Mark.OPEN


async def test_the_platform_may_tell_of_an_objection(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=SYSTEM, now=NOW)

    assert objection.channel is Channel.PLATFORM and await mark_of(entry) is Mark.OPEN


async def test_the_deciding_body_is_asked_and_heard(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    forwarded = await actions.forward(objection.id, by=office.clerk, now=NOW)
    assert forwarded.source_due_on == date(2026, 11, 27)  # three working days
    assert TaskKind.OBJECTION_SOURCE in await open_tasks(objection.id)

    said = Hearing(text="监控录像与考场记录一致。")
    answer = Handed(DocumentKind.SOURCE_ANSWER, "复函.pdf", PDF)
    await actions.source_answers(objection.id, said, [answer], by=office.clerk, now=NOW)
    await actions.answer_objection(objection.id, DISMISSED, by=arbiter, now=NOW)

    seen = await queries.objection(objection.id, by=own)
    assert (seen.state, seen.source, seen.answer) == (ObjectionState.ANSWERED, said.text, DISMISSED.text)
    assert await open_tasks(objection.id) == set()


async def test_a_withdrawn_objection_leaves_no_mark(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await actions.withdraw_objection(objection.id, by=own, now=NOW)

    assert await mark_of(entry) is Mark.NONE and await open_tasks(objection.id) == set()


async def test_a_second_objection_waits_for_the_answer_to_the_first(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)

    with pytest.raises(ObjectionRuns):
        await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)


async def test_nobody_objects_to_what_is_not_his_or_not_yet_told(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    draft = await a_draft(office, student)
    stranger = await as_the_person(await a_person(office))

    for entry_id, by in ((entry.id, stranger), (draft.id, own)):
        with pytest.raises(NotFound):
            await actions.lodge_objection(entry_id, MINE, by=by, now=NOW)
    with pytest.raises(NoSuchStep):
        await actions.lodge_objection(draft.id, MINE, [SIGNED], by=office.clerk, now=NOW)


async def test_of_two_officers_who_answer_at_once_one_does(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    answers = [actions.answer_objection(objection.id, given, by=arbiter, now=NOW) for given in (DISMISSED, REVOKED)]
    results = await asyncio.gather(*answers, return_exceptions=True)

    assert sorted(type(result).__name__ for result in results) == ["NoSuchStep", "Objection"]
    assert await Event.filter(about=objection.id, kind=Kind.OBJECTION_ANSWERED).count() == 1


async def test_withdrawing_and_answering_at_once_end_in_one_of_both(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    results = await asyncio.gather(
        actions.withdraw_objection(objection.id, by=own, now=NOW),
        actions.answer_objection(objection.id, REVOKED, by=arbiter, now=NOW),
        return_exceptions=True,
    )

    state, revoked = (await Objection.get(id=objection.id)).state, (await Entry.get(id=entry.id)).state is State.REVOKED
    assert sorted(type(result).__name__ for result in results) == ["NoSuchStep", "Objection"]
    assert revoked == (state is ObjectionState.ANSWERED)


async def test_an_answer_as_long_as_an_answer_may_be(office: Office, student: Person, own: Actor, arbiter: Actor):
    """What is longer than the reason of a revocation does not stand in its way."""
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    long = REVOKED.model_copy(update={"text": "经核查。" * 250})
    await actions.answer_objection(objection.id, long, by=arbiter, now=NOW)

    assert (await Entry.get(id=entry.id)).state is State.REVOKED


async def test_a_contested_service_starts_anew(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    never = Objecting(ground=Ground.SERVICE, text="告知书没有送达给我，签收人不是我。")
    objection = await actions.lodge_objection(entry.id, never, by=own, now=NOW)
    restart = Answering(
        outcome=ObjectionOutcome.UPHELD, text="签收人确非本人。", remedy=Remedy(kind=Redress.RESTART_NOTICE)
    )
    await actions.answer_objection(objection.id, restart, by=arbiter, now=NOW)

    assert (await Entry.get(id=entry.id)).state is State.NOTIFIED
    assert await mark_of(entry) is Mark.NONE
    assert await told(student) == []


async def test_an_objection_upheld_in_part_corrects_the_entry(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    correct = Remedy(kind=Redress.CORRECT, changes={"summary": "由他人冒名代替参加其中一科考试。"})
    partly = Answering(outcome=ObjectionOutcome.PARTLY, text="仅一科属实。", remedy=correct)
    await actions.answer_objection(objection.id, partly, by=arbiter, now=NOW)

    seen = await entries.view(entry.id, by=own, now=NOW)
    assert (seen.entry.state, seen.facts["summary"]) == (State.EFFECTIVE, "由他人冒名代替参加其中一科考试。")
    assert await mark_of(entry) is Mark.NONE


async def test_an_objection_is_answered_although_its_entry_has_ended(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    await settling.revoke(entry.id, Reason(text="决定已撤销。"), Ending.REVOKED, by=arbiter, now=NOW)
    upheld = Answering(outcome=ObjectionOutcome.UPHELD, text="条目已撤销，异议成立。")
    await actions.answer_objection(objection.id, upheld, by=arbiter, now=NOW)

    assert (await Objection.get(id=objection.id)).outcome is ObjectionOutcome.UPHELD


async def test_an_officer_files_nothing_without_the_paper(office: Office, student: Person):
    """What only supports an objection is none: anybody could have written it."""
    entry = await an_effective_entry(office, student)
    proof = Handed(DocumentKind.SUPPORT, "排班表.pdf", PDF)

    for files in ([], [proof]):
        with pytest.raises(Invalid) as refused:
            await actions.lodge_objection(entry.id, MINE, files, by=office.clerk, now=NOW)
        assert [fault.path for fault in refused.value.errors()] == ["filing"]
    assert await mark_of(entry) is Mark.NONE


async def test_who_took_an_objection_in_does_not_answer_it(office: Office, student: Person, arbiter: Actor):
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, [SIGNED], by=arbiter, now=NOW)

    with pytest.raises(TookItIn):
        await actions.answer_objection(objection.id, REVOKED, by=arbiter, now=NOW)
    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE
    another = await a_reviewer(office.organisation)
    await actions.answer_objection(objection.id, REVOKED, by=another, now=NOW)
    assert (await Entry.get(id=entry.id)).state is State.REVOKED


async def test_an_officer_takes_nothing_back_of_his_own_accord(office: Office, student: Person, own: Actor):
    """A withdrawal is the person's: in writing it comes with the paper, and on the day it came he is told of it."""
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)

    with pytest.raises(Invalid) as refused:
        await actions.withdraw_objection(objection.id, by=office.clerk, now=NOW)
    assert [fault.path for fault in refused.value.errors()] == ["filing"]
    assert await mark_of(entry) is Mark.OPEN

    yesterday = Received(received_on=NOW.date() - timedelta(1))
    await actions.withdraw_objection(objection.id, yesterday, [SIGNED], by=office.clerk, now=NOW)
    assert await mark_of(entry) is Mark.NONE
    paper = await receipt(objection.id, by=office.clerk)
    assert (paper.kind, paper.received_on) == (Kind.OBJECTION_WITHDRAWN, yesterday.received_on)
    await rounds()
    letter = await Letter.get(about=objection.id)
    assert letter.person_id == student.id and "2026-11-23书面撤回" in await words(letter)


@pytest.mark.parametrize(
    ("changes", "member"),
    [
        ({"sanction_to": "2029-06-30"}, "sanction_to"),
        ({"sanction_text": "暂停参加各种国家教育考试三年"}, "sanction_text"),
    ],
)
async def test_an_answer_never_makes_the_entry_worse(
    office: Office, student: Person, own: Actor, arbiter: Actor, changes: dict[str, str], member: str
):
    entry = await an_effective_entry(office, student, **GENERAL)
    objection = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    given = Answering(
        outcome=ObjectionOutcome.PARTLY, text="部分成立。", remedy=Remedy(kind=Redress.CORRECT, changes=changes)
    )

    with pytest.raises(Invalid) as refused:
        await actions.answer_objection(objection.id, given, by=arbiter, now=NOW)
    assert member in [fault.path for fault in refused.value.errors()]
    assert (await Objection.get(id=objection.id)).state is ObjectionState.LODGED


async def test_an_objection_that_is_upheld_settles_those_before_it(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    first = await actions.lodge_objection(entry.id, MINE, by=own, now=NOW)
    unverified = Answering(outcome=ObjectionOutcome.UNVERIFIED, text="监控录像已灭失，无法核实。")
    await actions.answer_objection(first.id, unverified, by=arbiter, now=NOW)
    later = NOW + timedelta(1)
    second = await actions.lodge_objection(entry.id, MINE, by=own, now=later)
    correct = Remedy(kind=Redress.CORRECT, changes={"summary": "由他人冒名代替参加其中一科考试。"})
    upheld = Answering(outcome=ObjectionOutcome.UPHELD, text="成立。", remedy=correct)
    await actions.answer_objection(second.id, upheld, by=arbiter, now=later)

    assert await mark_of(entry) is Mark.NONE


async def test_after_the_end_a_person_keeps_what_he_filed_and_how_he_was_answered(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    """What other bodies said about the entry goes with it, for everybody."""
    entry = await an_effective_entry(office, student)
    objection = await actions.lodge_objection(
        entry.id, MINE, [Handed(DocumentKind.SUPPORT, "排班表.pdf", PDF)], by=own, now=NOW
    )
    await actions.forward(objection.id, by=office.clerk, now=NOW)
    answer = Handed(DocumentKind.SOURCE_ANSWER, "复函.pdf", PDF)
    await actions.source_answers(objection.id, Hearing(text="监控录像一致。"), [answer], by=office.clerk, now=NOW)
    mine, theirs = (await queries.objection(objection.id, by=own)).documents
    await actions.answer_objection(objection.id, REVOKED, by=arbiter, now=NOW)

    for by in (own, office.clerk):
        seen = await queries.objection(objection.id, by=by)
        assert (seen.text, seen.answer, seen.source) == (MINE.text, REVOKED.text, None)
        assert [one.id for one in seen.documents] == [mine.id]
        with pytest.raises(NoLongerShown):
            await queries.document(theirs.id, by=by)
    assert (await queries.document(mine.id, by=own))[2] == PDF
    [office_of_his] = await queries.offices_of(student.id, by=own)
    assert [(one.record_type, one.number) for one in office_of_his.entries] == [(None, entry.number)]


def test_no_answer_makes_an_entry_graver_and_every_answer_may_make_it_milder():
    before = {"severity": Severity.GENERAL}
    require_in_favour(before, None, Amended({"severity": Severity.MINOR}, None, {}))
    with pytest.raises(Invalid):
        require_in_favour(before, None, Amended({"severity": Severity.SERIOUS}, None, {}))


def test_no_answer_makes_an_entry_be_shown_longer():
    day = NOW.date()
    require_in_favour({}, day, Amended({"conduct_ended_on": day}, day - timedelta(1), {}))
    with pytest.raises(Invalid):
        require_in_favour({}, day, Amended({"conduct_ended_on": day}, day + timedelta(1), {}))
