"""An older register is brought over as it is, and believed by nobody until it has been proven."""

from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.demo.spreadsheets import workbook
from integrity_archive.entries import actions, legacy, quarantine, queries
from integrity_archive.entries.commands import import_register
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import QuarantineState
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Entry, Quarantine
from integrity_archive.errors import NotFound
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.actions import import_roster
from integrity_archive.people.importing import NoRosterOfPeople
from integrity_archive.people.queries import roster_errors
from integrity_archive.rosters.columns import REASON
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.models import Roster
from integrity_archive.rosters.parse import parse
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    CONDUCT,
    DECIDED,
    EXAM_BODY,
    LAW,
    NOW,
    SUBSTITUTE,
    Adult,
    Office,
    a_person,
    a_reviewer,
    an_adult,
    as_the_person,
)

LATER = NOW + timedelta(days=1)
HEADER = (
    *("姓名", "证件号码", "信息类型", "文号", "文书名称", "决定机关", "决定机关代码", "决定机关类别", "作出日期"),
    "事实摘要",
    *("行为终了日期", "处理种类", "处理内容", "处理起始日", "处理届满日"),
)


def line(someone: Adult, **changes: str) -> list[str]:
    """One row of the register, by the header."""
    cells = {
        "姓名": someone.name,
        "证件号码": someone.number,
        "信息类型": SUBSTITUTE,
        "文号": "岚考〔2026〕9号",
        "文书名称": "国家教育考试违规处理决定书",
        "决定机关": "岚泓省招生考试管理中心",
        "决定机关代码": EXAM_BODY,
        "决定机关类别": "省级教育考试机构",
        "作出日期": DECIDED.isoformat(),
        "事实摘要": "由他人冒名代替参加考试。",
        "行为终了日期": CONDUCT.isoformat(),
        "处理种类": "SUSPEND_EXAM",
        "处理内容": "暂停参加该项考试二年",
        "处理起始日": "2026-07-01",
        "处理届满日": "2028-06-30",
    }
    return list((cells | changes).values())


async def brought(office: Office, *lines: list[str]) -> Roster:
    return await legacy.import_register("旧档.xlsx", workbook(HEADER, list(lines)), by=office.clerk, now=NOW)


@pytest.fixture
async def someone(office: Office) -> Adult:
    adult = an_adult()
    await a_person(office, adult)
    return adult


async def test_every_row_becomes_an_unverified_entry_that_waits_to_be_proven(office: Office, someone: Adult):
    register = await brought(
        office, line(someone), line(someone, 文号="岚考〔2026〕10号", 信息类型=LAW.record_type(SUBSTITUTE).name.zh)
    )

    assert (register.state, register.rows_seen, register.rows_new) == (RosterState.IMPORTED, 2, 2)
    entries = await Entry.all().order_by("id")
    assert {entry.state for entry in entries} == {State.UNVERIFIED}
    assert {entry.record_type for entry in entries} == {SUBSTITUTE}
    assert {entry.deciding_body for entry in entries} == {"PROVINCIAL_EXAM_BODY"}
    tasks = await Task.filter(kind=TaskKind.TAKE_UP, state=TaskState.OPEN)
    assert {task.about for task in tasks} == {entry.id for entry in entries}
    view = await queries.view(entries[0].id, by=office.clerk, now=NOW)
    assert view.facts["document_no"] == "岚考〔2026〕9号" and "take_up" in view.acts


async def test_it_is_in_no_answer_and_the_person_is_told_nothing_yet(office: Office, someone: Adult):
    await brought(office, line(someone))
    entry = await Entry.get()
    person = await entry.person

    assert await disclosable(person.id, ["EXF"], on=date(2027, 6, 1)) == []
    assert await queries.of_person(person.id, on=NOW.date()) == []
    with pytest.raises(NotFound):
        await queries.view(entry.id, by=await as_the_person(person), now=NOW)
    assert await actions.take_due_effects(now=NOW + timedelta(days=900), limit=10) == 0


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"姓名": "别人"}, "姓名：该证件号码与姓名不匹配"),
        ({"证件号码": "149901200001010018"}, "证件号码"),
        ({"信息类型": "SN-XXX-01"}, "信息类型"),
        ({"作出日期": "2027-01-01"}, "作出日期：日期不得晚于今天"),
        ({"行为终了日期": "2015-06-01"}, "行为终了日期：行为发生时当事人未满18周岁"),
        ({"事实摘要": "电话13900000000"}, "事实摘要：不得包含"),
        ({"处理种类": "没有这种"}, "处理种类：目录中该信息类型没有这种处理结果"),
        ({"文号": ""}, "文号：此项必填"),
        ({"决定机关类别": "高等学校"}, "决定机关类别：依目录规定，该类机关无权作出此类决定"),
    ],
)
async def test_one_faulty_row_leaves_everything_as_it_was_and_a_workbook_that_says_why(
    office: Office, changes: dict[str, Any], reason: str
):
    adult = an_adult(born_on=date(1999, 1, 1))
    await a_person(office, adult)

    register = await brought(office, line(adult), line(adult, **{"文号": "岚考〔2026〕11号"} | changes))

    assert (register.state, register.rows_failed, register.rows_new) == (RosterState.REFUSED, 1, 0)
    assert not await Entry.exists() and not await Task.filter(kind=TaskKind.TAKE_UP).exists()
    sheet = await parse("错误.xlsx", await roster_errors(register.id, by=office.clerk))
    assert sheet.rows[0][-1] == REASON and reason in str(sheet.rows[1][-1])


async def test_the_same_decision_twice_in_one_file_is_a_fault(office: Office, someone: Adult):
    register = await brought(office, line(someone), line(someone))

    sheet = await parse("错误.xlsx", await roster_errors(register.id, by=office.clerk))
    assert register.rows_failed == 1 and "与本文件第2行为同一决定" in str(sheet.rows[1][-1])


async def test_who_is_on_no_roster_of_the_office_is_a_stranger_to_it(office: Office):
    register = await brought(office, line(an_adult()))

    sheet = await parse("错误.xlsx", await roster_errors(register.id, by=office.clerk))
    assert "本单位名册中没有持该证件的人员" in str(sheet.rows[1][-1])


async def test_a_row_that_may_hold_prohibited_information_waits_alone(office: Office, someone: Adult):
    register = await brought(office, line(someone), line(someone, 文号="岚考〔2026〕12号", 事实摘要="在民族班代考。"))

    assert (register.rows_seen, register.rows_new, await Entry.all().count()) == (2, 1, 1)
    held = await Quarantine.get()
    assert (held.state, held.fields_concerned) == (QuarantineState.WAITING, ["summary"])
    await quarantine.release(held.id, by=office.reviewer, now=LATER)

    [_, second] = await Entry.all().order_by("id")
    assert (second.state, second.clerk_id) == (State.UNVERIFIED, office.clerk.account)
    assert (await queries.view(second.id, by=office.clerk, now=LATER)).facts["summary"] == "在民族班代考。"


async def test_who_takes_an_entry_up_makes_it_his_draft(office: Office, someone: Adult):
    await brought(office, line(someone))
    entry = await Entry.get()

    taken = await legacy.take_up(entry.id, by=office.clerk, now=LATER)

    assert (taken.state, taken.clerk_id) == (State.DRAFT, office.clerk.account)
    assert not await Task.filter(kind=TaskKind.TAKE_UP, state=TaskState.OPEN).exists()
    history = (await queries.view(entry.id, by=office.clerk, now=LATER)).history
    assert [act.kind for act in history if act.kind in (Kind.ENTRY_IMPORTED, Kind.ENTRY_TAKEN_UP)] == [
        Kind.ENTRY_IMPORTED,
        Kind.ENTRY_TAKEN_UP,
    ]


async def test_what_nothing_proves_is_withdrawn_by_somebody_who_did_not_bring_it(office: Office, someone: Adult):
    await brought(office, line(someone))
    entry = await Entry.get()
    await Entry.filter(id=entry.id).update(clerk_id=office.reviewer.account)

    with pytest.raises(SameOfficer):
        await actions.withdraw(entry.id, actions.Reason(text="没有决定文书。"), by=office.reviewer, now=LATER)
    other = await a_reviewer(office.organisation)
    gone = await actions.withdraw(entry.id, actions.Reason(text="没有决定文书。"), by=other, now=LATER)

    assert gone.state is State.WITHDRAWN
    assert not await Task.filter(kind=TaskKind.TAKE_UP, state=TaskState.OPEN).exists()


async def test_a_register_is_no_roster_of_people(office: Office):
    with pytest.raises(NoRosterOfPeople):
        await import_roster(RosterKind.LEGACY, "旧档.xlsx", workbook(HEADER, []), by=office.clerk, now=NOW)


async def test_the_command_line_hands_a_register_in_as_an_officer(office: Office, someone: Adult):
    good, bad = workbook(HEADER, [line(someone)]), workbook(HEADER, [line(someone, 姓名="别人")])

    refused, errors = await import_register("旧档.xlsx", bad, login=office.clerk.name, now=NOW)
    brought_over, none = await import_register("旧档.xlsx", good, login=office.clerk.name, now=NOW)

    assert (refused.state, brought_over.state, none) == (RosterState.REFUSED, RosterState.IMPORTED, None)
    assert errors and errors.startswith(b"PK")
