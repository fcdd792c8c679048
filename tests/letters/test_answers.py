"""Objections, repairs and complaints are answered in writing: the reader of the journal makes the letters."""

from datetime import date, timedelta

import pytest

from integrity_archive.actors import Actor
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.letters import actions, queries
from integrity_archive.letters.kinds import LetterKind, LetterState
from integrity_archive.letters.models import Letter
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.actions import Answering, Applying, Complaining, Deciding, Handed, Objecting, Replying
from integrity_archive.remedies.kinds import DocumentKind, Ground, ObjectionOutcome, Redress

from ..building import GENERAL, LAW, NOW, PDF, SUBSTITUTE, Office, a_reviewer, an_effective_entry, as_the_person
from .office import rounds, words

MINE = Objecting(ground=Ground.FACTS, text="考试当天我在医院值班。")
WITH_IT = [
    Handed(kind, f"{kind}.pdf", PDF)
    for kind in (DocumentKind.PERFORMANCE, DocumentKind.PLEDGE, DocumentKind.VOLUNTEER_RECORD)
]
DONE = Applying(
    text="已完成志愿服务。", volunteer_no="ZY20260001", volunteer_hours=20, volunteer_from=date(2026, 11, 1),
    volunteer_to=date(2026, 11, 20),
)  # fmt: skip
CONTENT = ("由他人冒名代替参加考试", "岚考〔2026〕17号", "暂停参加该项考试二年", LAW.record_type(SUBSTITUTE).name.zh)


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student, **GENERAL)


@pytest.fixture
async def own(student: Person) -> Actor:
    return await as_the_person(student)


async def answer_to(kind: LetterKind, student: Person) -> tuple[Letter, str]:
    """The one letter of that kind that the rounds of the worker have made for him, drawn and on its way."""
    await rounds()
    letter = await Letter.get(kind=kind, person_id=student.id)
    assert letter.blob and letter.state is LetterState.SENT
    return letter, await words(letter)


@pytest.mark.parametrize(
    ("outcome", "remedy", "said"),
    [
        (ObjectionOutcome.DISMISSED, None, "异议不成立"),
        (ObjectionOutcome.UNVERIFIED, None, "异议无法核实，您的异议与原记录一并保留"),
        (ObjectionOutcome.UPHELD, remedies.Remedy(kind=Redress.REVOKE, cause=Ending.WRONG_SUBJECT), "异议成立"),
    ],
)
async def test_an_objection_is_answered_with_its_reasons_and_what_else_can_be_done(
    office: Office, student: Person, own: Actor, entry: Entry, outcome: ObjectionOutcome,
    remedy: remedies.Remedy | None, said: str,
) -> None:  # fmt: skip
    objection = await remedies.lodge_objection(entry.id, MINE, by=own, now=NOW)
    answer = Answering(outcome=outcome, text="经核查监控录像，答复如下。", remedy=remedy)
    await remedies.answer_objection(objection.id, answer, by=await a_reviewer(office.organisation), now=NOW)

    letter, text = await answer_to(LetterKind.OBJECTION_ANSWER, student)

    assert f"处理结果：{said}\n" in text and "经核查监控录像，答复如下。" in text
    assert objection.number in text and entry.number in text and "行政复议" in text
    assert letter.about == objection.id
    assert not [one for one in CONTENT if one in text], "it outlives the entry, and holds nothing of it"


async def test_a_granted_repair_is_told_in_writing(office: Office, student: Person, own: Actor, entry: Entry) -> None:
    repair = await remedies.apply_repair(entry.id, DONE, WITH_IT, by=own, now=NOW)
    await remedies.accept_repair(repair.id, remedies.Accepting(text="已核对。"), by=office.clerk, now=NOW)
    granted = Deciding(text="条件已具备，准予修复。")
    await remedies.grant_repair(repair.id, granted, by=await a_reviewer(office.organisation), now=NOW)

    letter, text = await answer_to(LetterKind.REPAIR_ANSWER, student)

    assert "准予修复：该信息已停止展示和使用" in text and granted.text in text and repair.number in text
    assert "不予修复" not in text and "行政复议" not in text
    assert not [one for one in CONTENT if one in text]
    await actions.open_letter(letter.id, by=own, now=NOW)
    assert (await queries.read(letter.id, by=own, on=NOW.date())).content.subject == "信用修复决定告知书"


async def test_a_refused_repair_names_the_reason_and_the_day_it_becomes_possible(
    office: Office, student: Person, own: Actor, entry: Entry
) -> None:
    repair = await remedies.apply_repair(entry.id, DONE, WITH_IT, by=own, now=NOW)
    possible = NOW.date() + timedelta(30)
    refused = Deciding(text="志愿服务编号核对不符。", possible_on=possible)
    await remedies.refuse_repair(repair.id, refused, by=await a_reviewer(office.organisation), now=NOW)

    _, text = await answer_to(LetterKind.REPAIR_ANSWER, student)

    assert "处理结果：不予修复" in text and refused.text in text
    assert f"自{possible.isoformat()}起，您可以再次申请。" in text and "行政复议" in text


async def test_a_complaint_is_answered_by_the_desk_that_handled_it_and_not_by_whom_it_concerns(
    office: Office, student: Person, own: Actor
) -> None:
    about = Complaining(organisation=office.organisation.id, against=office.reviewer.account, text="窗口两次拒收材料。")
    colleague = await a_reviewer(office.organisation)
    complaint = await remedies.lodge_complaint(about, student.id, by=own, now=NOW)
    reply = Replying(text="已向当事人员核实并纠正，向您致歉。")
    await remedies.answer_complaint(complaint.id, reply, by=colleague, now=NOW)

    letter, text = await answer_to(LetterKind.COMPLAINT_ANSWER, student)

    assert complaint.number in text and reply.text in text
    assert (letter.organisation_id, letter.key_id) == (complaint.desk_id, complaint.key_id)
    assert letter.entry_id is None
