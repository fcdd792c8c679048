"""What may not be collected is not kept: it waits for a second person, who releases it or destroys it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from integrity_archive.blobs import blobs
from integrity_archive.catalogue.prohibited import ProhibitedContent, suspected
from integrity_archive.clock import SHANGHAI
from integrity_archive.database import rows
from integrity_archive.entries import actions, quarantine, queries, settling, suspicions
from integrity_archive.entries.changes import Change, propose
from integrity_archive.entries.findings import Found, add_finding
from integrity_archive.entries.kinds import QuarantineState
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Entry, Evidence, Finding, Quarantine
from integrity_archive.entries.quarantine import HeldForSecondPerson
from integrity_archive.errors import Conflict, Forbidden, Invalid, NotFound
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.models import Person
from integrity_archive.sealing import Unreadable, key_of
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, PDF, Office, a_draft, a_filed_entry, a_reviewer, a_university, an_effective_entry, facts

LATER = NOW + timedelta(hours=3)


async def a_held_draft(office: Office, student: Person, summary: str = "考生称患有乙肝。") -> Quarantine:
    with pytest.raises(HeldForSecondPerson) as held:
        await actions.draft(facts(student.id, summary=summary), by=office.clerk, now=NOW)
    return await Quarantine.get(id=held.value.held)


@pytest.mark.parametrize(
    "words", ["乙肝", "宗教", "指纹", "乙 肝", "指　纹", "ＨＩＶ", "中共党员", "家庭经济困难", "举报人"]
)
async def test_golden_17(office: Office, student: Person, words: str):
    """Free text that holds 乙肝, 宗教 or 指纹 is quarantined, and not saved to the entry."""
    held = await a_held_draft(office, student, f"入场核验时发现{words}一事。")

    assert not await Entry.exists()
    assert (held.state, held.fields_concerned, held.act) == (QuarantineState.WAITING, ["summary"], "draft")
    [task] = await Task.filter(kind=TaskKind.QUARANTINE)
    assert (task.about, task.not_for, task.state) == (held.id, office.clerk.account, TaskState.OPEN)
    for table in ("entries_entry", "entries_quarantine", "journal_event", "tasks_task"):
        kept = str(await rows(f"select * from {table}"))
        assert words not in kept and words.encode().hex() not in kept, table


async def test_a_second_look_that_is_due_in_a_year_without_a_notice_is_due_provisionally(
    office: Office, student: Person
):
    last_day = datetime(2026, 12, 31, 10, 0, tzinfo=SHANGHAI)
    with pytest.raises(HeldForSecondPerson):
        await actions.draft(facts(student.id, summary="乙肝。"), by=office.clerk, now=last_day)

    task = await Task.get(kind=TaskKind.QUARANTINE)
    assert (task.since, task.due_on, task.provisional) == (date(2026, 12, 31), date(2027, 1, 5), True)


async def test_the_clerk_is_told_beside_the_field_where_it_went_and_never_what_he_wrote(
    office: Office, student: Person
):
    with pytest.raises(HeldForSecondPerson) as held:
        await actions.draft(facts(student.id, summary="乙肝。", sanction_text="查验指纹"), by=office.clerk, now=NOW)

    problem = held.value.problem("zh")
    assert (held.value.status, problem["code"]) == (202, "held-for-second-person")
    assert [fault["pointer"] for fault in problem["errors"]] == ["/summary", "/sanction_text"]  # type: ignore[attr-defined]
    assert "乙肝" not in str(problem) and "second person" in str(held.value.problem("en"))


async def test_what_the_second_person_releases_is_done_in_the_clerks_name(office: Office, student: Person):
    held = await a_held_draft(office, student, "考生所在的民族班组织了考试。")

    released = await quarantine.release(held.id, by=office.reviewer, now=LATER)

    entry = await Entry.get()
    assert (released.entry_id, entry.clerk_id, entry.state_since) == (entry.id, office.clerk.account, LATER)
    view = await queries.view(entry.id, by=office.clerk, now=LATER)
    assert view.facts["summary"] == "考生所在的民族班组织了考试。"
    assert [(act.kind, act.actor) for act in view.history if act.kind in (Kind.ENTRY_DRAFTED, Kind.ENTRY_RELEASED)] == [
        (Kind.ENTRY_DRAFTED, office.clerk.account),
        (Kind.ENTRY_RELEASED, office.reviewer.account),
    ]
    assert (await Task.get(kind=TaskKind.QUARANTINE)).state is TaskState.DONE
    with pytest.raises(Unreadable):
        await key_of(held.key_id)  # the entry has the only copy now


async def test_who_released_a_text_may_still_be_the_second_officer_of_the_entry(office: Office, student: Person):
    entry = await a_draft(office, student)
    with pytest.raises(HeldForSecondPerson) as held:
        await actions.edit(
            entry.id, facts(student.id, summary="由民族班的他人代考。"), version=entry.version, by=office.clerk, now=NOW
        )

    await quarantine.release(held.value.held, by=office.reviewer, now=LATER)
    await actions.file(entry.id, by=office.clerk, now=LATER)

    assert await actions.notify(entry.id, by=office.reviewer, now=LATER)


async def test_what_is_destroyed_can_never_be_read_again_and_the_clerk_finds_that(office: Office, student: Person):
    entry = await a_draft(office, student)
    with pytest.raises(HeldForSecondPerson) as waits:
        await actions.add_evidence(entry.id, "HEARING_RECORD", "乙肝检查单.pdf", PDF, by=office.clerk, now=NOW)
    held = await Quarantine.get(id=waits.value.held)
    assert held.blob and blobs().get(held.blob)

    await quarantine.destroy(held.id, by=office.reviewer, now=LATER)

    with pytest.raises(Unreadable):
        await key_of(held.key_id)
    assert not await Evidence.filter(entry_id=entry.id, kind="HEARING_RECORD").exists()
    [row] = await suspicions.listing(office.clerk)
    assert (row.id, row.state, row.fields) == (held.id, QuarantineState.DESTROYED, ["file"])
    history = (await queries.view(entry.id, by=office.clerk, now=LATER)).history
    assert [act.about for act in history if act.kind is Kind.ENTRY_DESTROYED] == [held.id]
    assert (await suspicions.look(held.id, by=office.reviewer, now=LATER)).texts == []


async def test_a_file_whose_name_was_innocent_is_attached_as_it_was(office: Office, student: Person):
    entry = await a_draft(office, student)
    with pytest.raises(HeldForSecondPerson) as held:
        await actions.add_evidence(entry.id, "HEARING_RECORD", "民族班笔录.pdf", PDF, by=office.clerk, now=NOW)

    assert (await suspicions.file(held.value.held, by=office.reviewer))[1:] == ("application/pdf", PDF)
    await quarantine.release(held.value.held, by=office.reviewer, now=LATER)

    record = await Evidence.get(entry_id=entry.id, kind="HEARING_RECORD")
    assert await queries.evidence(record.id, by=office.clerk, on=NOW.date()) == (
        "民族班笔录.pdf",
        "application/pdf",
        PDF,
    )


async def test_a_finding_waits_too(office: Office, student: Person):
    entry = await a_draft(office, student)
    document = await Evidence.filter(entry_id=entry.id).first()
    assert document
    before = await Finding.filter(entry_id=entry.id).count()

    with pytest.raises(HeldForSecondPerson) as held:
        await add_finding(entry.id, Found(text="其指纹不符。", evidence=[document.id]), by=office.clerk, now=NOW)
    assert await Finding.filter(entry_id=entry.id).count() == before

    await quarantine.release(held.value.held, by=office.reviewer, now=LATER)
    assert await Finding.filter(entry_id=entry.id).count() == before + 1


async def test_nobody_decides_on_what_he_handed_in_nor_on_what_another_office_did(office: Office, student: Person):
    held = await a_held_draft(office, student)
    elsewhere = await a_university(which=1)

    for decide in (quarantine.release, quarantine.destroy):
        with pytest.raises(Forbidden):
            await decide(held.id, by=office.clerk, now=LATER)
        with pytest.raises(NotFound):
            await decide(held.id, by=elsewhere.reviewer, now=LATER)
    await Quarantine.filter(id=held.id).update(clerk_id=office.reviewer.account)
    with pytest.raises(SameOfficer):
        await quarantine.release(held.id, by=office.reviewer, now=LATER)
    assert await suspicions.listing(elsewhere.clerk) == []


async def test_it_is_decided_once(office: Office, student: Person):
    held = await a_held_draft(office, student)
    await quarantine.destroy(held.id, by=office.reviewer, now=LATER)

    with pytest.raises(Conflict):
        await quarantine.release(held.id, by=await a_reviewer(office.organisation), now=LATER)


async def test_what_the_act_itself_would_refuse_is_refused_and_does_not_wait(office: Office, student: Person):
    wrong: Any = facts(student.id, summary="乙肝。").model_copy(update={"decided_on": NOW.date() + timedelta(1)})
    with pytest.raises(Invalid):
        await actions.draft(wrong, by=office.clerk, now=NOW)
    filed = await a_filed_entry(office, student)
    with pytest.raises(Conflict):
        await actions.add_evidence(filed.id, "HEARING_RECORD", "乙肝.pdf", PDF, by=office.clerk, now=NOW)
    with pytest.raises(Forbidden):
        await actions.draft(facts(student.id, summary="乙肝。"), by=office.reviewer, now=NOW)
    elsewhere = await a_university(which=1)
    with pytest.raises(NotFound):
        await actions.add_evidence(filed.id, "HEARING_RECORD", "乙肝.pdf", PDF, by=elsewhere.clerk, now=NOW)

    assert not await Quarantine.exists()


async def test_what_waits_for_an_entry_goes_when_the_entry_ends(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    mended = Change.model_validate({"kind": "correction", "summary": "在民族班代考。", "reason": "漏写。"})
    with pytest.raises(HeldForSecondPerson) as waits:
        await propose(entry.id, mended, by=office.clerk, now=NOW)
    held = await Quarantine.get(id=waits.value.held)

    await settling.repair(entry.id, by=office.reviewer, now=LATER)

    assert (await Quarantine.get(id=held.id)).state is QuarantineState.DESTROYED
    with pytest.raises(Unreadable):
        await key_of(held.key_id)
    assert not await Task.filter(kind=TaskKind.QUARANTINE, state=TaskState.OPEN).exists()


async def test_a_file_name_with_an_identity_number_is_refused_at_once(office: Office, student: Person):
    entry = await a_draft(office, student)

    with pytest.raises(ProhibitedContent) as refused:
        await actions.add_evidence(entry.id, "HEARING_RECORD", "14990120000101000X.pdf", PDF, by=office.clerk, now=NOW)

    assert refused.value.at == "file" and not await Quarantine.exists()


async def test_who_looks_at_what_waits_is_recorded(office: Office, student: Person):
    held = await a_held_draft(office, student)

    opened = await suspicions.look(held.id, by=office.reviewer, now=LATER)

    [text] = [one for one in opened.texts if one.categories]
    assert (text.field, text.text, [name.zh for name in text.categories]) == (
        "summary",
        "考生称患有乙肝。",
        ["疾病和病史"],
    )
    assert await Event.filter(kind=Kind.ENTRY_SEEN, about=held.id, actor=office.reviewer.account).exists()


@pytest.mark.parametrize(
    "text",
    [
        "该生自述曾在精神病医院治疗三个月。",
        "在肿瘤医院接受化疗。",
        "收入8000元",
        "存款20万元",
        "月工资8000元",
        "哮喘",
        "妊娠",
        "精神科就诊",
        "建档立卡",
        "信佛",
        "H.I.V",
        "平均分92",
        "確診憂鬱",
        "尘肺",
        "瘫痪在床",
        "聋哑",
        "色盲",
        "侏儒",
        "服用安眠药",
        "系回民",
        "农村户口",
        "报警人",
        "O型RH阴性血",
        "名下两套房",
        "同性戀",
        "家庭困难",
    ],
)
def test_what_gives_illness_means_faith_or_grades_away_is_suspected(text: str):
    assert list(suspected(text))


@pytest.mark.parametrize(
    "text",
    [
        "诚信教育办公室",
        "民族大学教务处",
        "集团员工手册",
        "报道教师节活动",
        "archive.pdf",
        "团结核心力量",
        "伪造病历二份",
        "造成系统瘫痪",
        "驳回民事诉讼请求",
    ],
)
def test_a_word_that_is_part_of_an_innocent_one_holds_nobody_up(text: str):
    assert not any(suspected(text))
