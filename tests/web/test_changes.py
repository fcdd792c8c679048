"""Findings, changes, quarantine and older registers on their pages."""

import re
from typing import Any
from uuid import UUID

import pytest

from integrity_archive.demo.spreadsheets import workbook
from integrity_archive.entries import words
from integrity_archive.entries.kinds import ChangeState, QuarantineState
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Change, Entry, Evidence, Finding, Quarantine, Statement
from integrity_archive.entries.quarantine import ACTS
from integrity_archive.rosters.models import Roster

from .archive import PDF, SOMEBODY, Office, written
from .conftest import Officer

FILE = ("决定书.pdf", PDF, "application/pdf")


@pytest.fixture
async def effective(office: Office, person: UUID) -> UUID:
    return await office.effective(person)


async def test_a_finding_is_written_beside_the_documents_it_rests_on(clerk: Officer, office: Office, person: UUID):
    entry = await office.drafted(person)
    [document, *_] = await Evidence.filter(entry_id=entry)
    form = {"add_finding.text": "第三章与他人论文重复。", "add_finding.evidence": str(document.id)}

    await clerk.browser.send("entries:add_finding", form, entry_id=entry)
    shown = await clerk.browser.see("entries:show", entry_id=entry)
    assert "第三章与他人论文重复。" in shown.text

    finding = await Finding.filter(entry_id=entry).order_by("-id").first()
    assert finding
    await clerk.browser.send("entries:remove_finding", entry_id=entry, finding_id=finding.id)
    assert not await Finding.filter(id=finding.id).exists()


async def test_a_finding_without_a_document_is_refused_beside_its_field(clerk: Officer, office: Office, person: UUID):
    entry = await office.drafted(person)

    answer = await clerk.browser.send("entries:add_finding", {"add_finding.text": "查明。"}, entry_id=entry)

    assert answer.status_code == 422 and 'id="f-add_finding-evidence-fault"' in answer.text and "查明。" in answer.text


async def test_words_that_may_not_be_collected_are_answered_beside_their_field(clerk: Officer, person: UUID):
    answer = await clerk.browser.send("entries:draft", written(person, summary="该生患有乙肝。"))

    assert answer.status_code == 202 and 'id="f-summary-fault"' in answer.text
    assert "已封存等待另一名人员审看" in answer.text
    assert not await Entry.exists()


async def test_the_second_person_decides_on_a_page_that_shows_what_is_suspected(
    clerk: Officer, reviewer: Officer, person: UUID
):
    await clerk.browser.send("entries:draft", written(person, summary="该生在民族班抄袭论文。"))
    held = await Quarantine.get()

    desk = await reviewer.browser.see("desk:show")
    shown = await reviewer.browser.see("quarantine:show", quarantine_id=held.id)
    assert f"/quarantine/{held.id}" in desk.text
    assert "该生在民族班抄袭论文。" in shown.text and "疑为" in shown.text
    listed = await clerk.browser.see("quarantine:list")
    assert "该生在民族班抄袭论文。" not in listed.text and "事实摘要" in listed.text

    answer = await reviewer.browser.send("quarantine:release", quarantine_id=held.id)
    assert answer.status_code == 303 and await Entry.filter(state=State.DRAFT).count() == 1
    assert "已放行" in (await clerk.browser.see("quarantine:list")).text


async def test_a_correction_is_proposed_on_a_form_that_holds_what_the_entry_says(
    clerk: Officer, reviewer: Officer, effective: UUID
):
    form = await clerk.browser.see("changes:form", query={"kind": "correction"}, entry_id=effective)
    assert "学位论文第三章抄袭他人已发表论文。" in form.text
    now: dict[str, Any] = written(UUID(int=0))
    names = ("document_title", "authority", "conduct_ended_on", "sanction_kind", "sanction_text", "sanction_from",
             "sanction_to", "severity")  # fmt: skip
    said = {name: now.get(name, "") for name in names} | {"severity": (await Entry.get(id=effective)).severity or ""}

    sent = said | {"kind": "correction", "summary": "学位论文第二章抄袭。", "reason": "章次抄录有误。"}
    answer = await clerk.browser.send("changes:propose", sent, entry_id=effective)
    change = await Change.get()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/changes/{change.id}")
    own = await clerk.browser.see("changes:show", change_id=change.id)
    assert "须由另一名人员审核" in own.text and "同意变更" not in own.text
    page = await reviewer.browser.see("changes:show", change_id=change.id)
    assert "学位论文第二章抄袭。" in page.text and "同意变更" in page.text

    await reviewer.browser.send("changes:approve", change_id=change.id)
    shown = await clerk.browser.see("entries:show", entry_id=effective)
    assert "学位论文第二章抄袭。" in shown.text and "更正以前的内容" in shown.text


async def test_the_person_reads_what_was_found_and_what_the_entry_said_before(
    clerk: Officer, reviewer: Officer, subject: Officer, effective: UUID
) -> None:
    form = {"kind": "revision", "summary": "学位论文第二章抄袭。", "reason": "复核变更。"}
    await clerk.browser.send("changes:propose", form, files={"document": FILE}, entry_id=effective)
    await reviewer.browser.send("changes:approve", change_id=(await Change.get()).id)

    own = (await subject.browser.see("own:entry", entry_id=effective)).text

    assert "论文第三章与已发表论文雷同。" in own and "当时属实" in own
    assert "学位论文第二章抄袭。" in own and "学位论文第三章抄袭他人已发表论文。" in own


async def test_a_revocation_without_its_decision_is_refused_beside_the_field(clerk: Officer, effective: UUID):
    form = {"kind": "revocation", "cause": "REVOKED", "reason": "原决定被撤销。"}

    answer = await clerk.browser.send("changes:propose", form, entry_id=effective)

    assert answer.status_code == 422 and 'id="f-document-fault"' in answer.text and "原决定被撤销。" in answer.text


async def test_a_refused_change_says_why_in_the_history(clerk: Officer, reviewer: Officer, effective: UUID):
    form = {"kind": "revocation", "cause": "REVOKED", "reason": "原决定被撤销。"}
    await clerk.browser.send("changes:propose", form, files={"document": FILE}, entry_id=effective)
    change = await Change.get()

    missing = await reviewer.browser.send("changes:refuse", {"text": ""}, change_id=change.id)
    assert missing.status_code == 422 and 'id="f-text-fault"' in missing.text
    await reviewer.browser.send("changes:refuse", {"text": "文书未盖章。"}, change_id=change.id)

    assert "文书未盖章。" in (await clerk.browser.see("entries:show", entry_id=effective)).text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_page_can_be_read_in_both_languages(
    clerk: Officer, reviewer: Officer, effective: UUID, language: str
):
    form = {"kind": "revocation", "cause": "REVOKED", "reason": "原决定被撤销。"}
    await clerk.browser.send("changes:propose", form, files={"document": FILE}, entry_id=effective)
    change = await Change.get()
    query = {"lang": language}

    for answer in (
        await clerk.browser.see("changes:form", query=query, entry_id=effective),
        await clerk.browser.see("changes:form", query=query | {"kind": "revision"}, entry_id=effective),
        await reviewer.browser.see("changes:show", query=query, change_id=change.id),
        await clerk.browser.see("quarantine:list", query=query),
        await clerk.browser.see("legacy:list", query=query),
    ):
        assert answer.status_code == 200


async def test_after_a_revocation_nothing_of_the_entry_is_left_on_any_page(
    clerk: Officer, reviewer: Officer, effective: UUID
):
    form = {"kind": "revocation", "cause": "REVOKED", "reason": "原决定被撤销。"}
    await clerk.browser.send("changes:propose", form, files={"document": FILE}, entry_id=effective)
    change = await Change.get()

    answer = await reviewer.browser.send("changes:approve", change_id=change.id)

    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    for gone in (
        await clerk.browser.see("entries:show", entry_id=effective),
        await clerk.browser.see("changes:show", change_id=change.id),
        await clerk.browser.see("changes:document", change_id=change.id),
        await clerk.browser.see("changes:form", entry_id=effective),
    ):
        assert gone.status_code == 410 and "学位论文" not in gone.text


async def test_an_older_register_is_handed_in_and_its_entry_taken_up(clerk: Officer, person: UUID):
    header = ("姓名", "证件号码", "信息类型", "文号", "文书名称", "决定机关", "决定机关代码", "作出日期", "事实摘要")
    said = written(person)
    who = [SOMEBODY.name, SOMEBODY.number, str(said["record_type"])]
    line = [*who, "旧字1号", "处分决定书", "某校", str(said["authority_uscc"]), "2025-03-01", "抄袭。"]
    sheet = ("旧档.xlsx", workbook(header, [line]), "application/octet-stream")

    answer = await clerk.browser.send("legacy:import", files={"file": sheet})
    register = await Roster.filter(kind="legacy").get()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/rosters/{register.id}")
    assert "旧档已转入" in (await clerk.browser.see("rosters:show", roster_id=register.id)).text
    entry = await Entry.get()
    assert SOMEBODY.name in (await clerk.browser.see("legacy:list")).text
    assert (await clerk.browser.see("entries:show", entry_id=entry.id)).status_code == 200

    taken = await clerk.browser.send("legacy:take_up", entry_id=entry.id)
    assert taken.headers["location"] == f"/entries/{entry.id}/edit"
    assert (await clerk.browser.see("entries:edit_form", entry_id=entry.id)).status_code == 200


async def test_a_statement_that_is_held_back_is_looked_over_on_the_page_of_its_entry(
    clerk: Officer, reviewer: Officer, subject: Officer, effective: UUID
) -> None:
    await subject.browser.send("own:state", {"state.text": "我患有抑郁症，当天住院。"}, entry_id=effective)
    statement = await Statement.get(entry_id=effective)
    act = f"/entries/{effective}/statement/passing"
    assert act not in (await clerk.browser.see("entries:show", entry_id=effective)).text
    assert act in (await reviewer.browser.see("entries:show", entry_id=effective)).text

    form = {"pass_on.statement": str(statement.id), "pass_on.text": "我身体很好。"}
    wrong = await reviewer.browser.send("entries:pass_on", form, entry_id=effective)
    assert wrong.status_code == 422 and 'id="f-pass_on-text-fault"' in wrong.text
    form["pass_on.text"] = "（略），（略）。"
    assert (await reviewer.browser.send("entries:pass_on", form, entry_id=effective)).status_code == 303

    assert "（略），（略）。" in (await subject.browser.see("own:entry", entry_id=effective)).text


async def test_two_statements_that_wait_have_fields_of_their_own_and_a_fault_stands_at_one(
    reviewer: Officer, subject: Officer, effective: UUID
) -> None:
    for text in ("我患有抑郁症，当天住院。", "我患有糖尿病。"):
        await subject.browser.send("own:state", {"state.text": text}, entry_id=effective)
    first, _ = await Statement.filter(entry_id=effective).order_by("at", "id")
    form = {"pass_on.statement": str(first.id), "pass_on.text": "我身体很好。"}
    page = (await reviewer.browser.see("entries:show", entry_id=effective)).text
    wrong = (await reviewer.browser.send("entries:pass_on", form, entry_id=effective)).text

    for shown in (page, wrong):
        ids = re.findall(r'\bid="([^"]+)"', shown)
        assert len(ids) == len(set(ids))
    assert wrong.count("我身体很好。") == 1 and 'href="#f-pass_on-text"' in wrong


def test_every_act_that_may_have_to_wait_has_words() -> None:
    assert set(words.HELD_ACTS) == set(ACTS)
    assert set(words.CHANGE_STATES) == set(ChangeState) and set(words.QUARANTINE_STATES) == set(QuarantineState)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_before_it_takes_effect_a_changed_decision_is_written_as_a_whole_and_told_anew(
    clerk: Officer, reviewer: Officer, subject: Officer, office: Office, person: UUID, language: str
) -> None:
    entry = await office.served(person)
    query = {"kind": "revision", "lang": language}
    form = await clerk.browser.see("changes:form", query=query, entry_id=entry)
    assert all(f'name="{name}"' in form.text for name in ("document_no", "decided_on", "remedies_told", "findings"))

    now = {name: value for name, value in written(person).items() if name not in ("person", "record_type")}
    sent = now | {
        "kind": "revision", "reason": "复核变更。", "document_no": "岚院申〔2026〕5号",
        "summary": "学位论文第二章抄袭。", "decision_route": "already_served", "remedies_told": "true",
        "findings": "第二章雷同。\n其余各章没有问题。",
    }  # fmt: skip
    answer = await clerk.browser.send("changes:propose", sent, files={"document": FILE}, entry_id=entry)
    assert answer.status_code == 303, answer.text
    change = await Change.get()
    page = await reviewer.browser.see("changes:show", query={"lang": language}, change_id=change.id)
    assert "岚院申〔2026〕5号" in page.text and "其余各章没有问题。" in page.text
    await reviewer.browser.send("changes:approve", change_id=change.id)

    told = await Entry.get(id=entry)
    assert (told.state, told.served_on, told.decision_route) == (State.NOTIFIED, None, "already_served")
    shown = await clerk.browser.see("entries:show", entry_id=entry)
    assert 'value="left"' in shown.text, "how the body served it is for the body to say"
    own = (await subject.browser.see("own:entry", entry_id=entry)).text
    assert "第二章雷同。" in own and "学位论文第三章抄袭他人已发表论文。" in own


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_findings_are_added_to_what_was_notified_without(
    clerk: Officer, reviewer: Officer, office: Office, person: UUID, language: str
) -> None:
    entry = await office.served(person)
    kinds = await clerk.browser.see("changes:form", entry_id=entry)
    assert 'value="completion"' not in kinds.text and 'value="correction"' not in kinds.text
    await Finding.filter(entry_id=entry).delete()
    [document, *_] = await Evidence.filter(entry_id=entry)
    kinds = await clerk.browser.see("changes:form", entry_id=entry)
    assert 'value="completion"' in kinds.text
    await clerk.browser.see("changes:form", query={"kind": "completion", "lang": language}, entry_id=entry)

    form = {"kind": "completion", "reason": "补充旧条目。", "findings": "第三章雷同。", "evidence": str(document.id)}
    answer = await clerk.browser.send("changes:propose", form, entry_id=entry)
    assert answer.status_code == 303, answer.text
    change = await Change.get()
    page = await reviewer.browser.see("changes:show", query={"lang": language}, change_id=change.id)
    assert "第三章雷同。" in page.text
    await reviewer.browser.send("changes:approve", change_id=change.id)

    assert "第三章雷同。" in (await clerk.browser.see("entries:show", entry_id=entry)).text
