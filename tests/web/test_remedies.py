"""A person's ways out of an entry, and the officers' desk for them, page by page; no page needs a script."""

from datetime import timedelta
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.actors import Role
from integrity_archive.entries.models import Entry
from integrity_archive.remedies.models import Appeal, Complaint, Document, Mitigation, Objection, Repair
from integrity_archive.tasks.models import Task

from .archive import PDF, Office
from .conftest import Officer, Opens

TEXT = "论文第三章已注明出处，有稿件为证。"
FILE = ("材料.pdf", PDF, "application/pdf")


@pytest.fixture
async def entry(office: Office, person: UUID) -> UUID:
    return await office.effective(person)


@pytest.fixture
async def arbiter(opens: Opens, university: UUID) -> Officer:
    """A reviewer who had no hand in the entry."""
    return await opens(Role.REVIEWER, university, "arbiter")


async def test_a_person_objects_is_answered_and_disagrees(subject: Officer, arbiter: Officer, entry: UUID) -> None:
    form = await subject.browser.see("own:file_objection_form", entry_id=entry)
    empty = await subject.browser.send("own:file_objection", {"ground": "facts"}, entry_id=entry)
    sent = await subject.browser.send(
        "own:file_objection", {"ground": "facts", "text": TEXT}, files={"support": FILE}, entry_id=entry
    )
    objection = await Objection.get()
    desk = await arbiter.browser.see("remedies:desk")
    shown = await arbiter.browser.see("objections:show", objection_id=objection.id)
    answer = {"answer.outcome": "dismissed", "answer.text": "经核查，引文未注明出处。"}
    answered = await arbiter.browser.send("objections:answer", answer, objection_id=objection.id)
    own = await subject.browser.see("own:objection", objection_id=objection.id)
    disagreed = await subject.browser.send(
        "own:disagree_objection", {"disagree.text": "我不同意该结论。"}, objection_id=objection.id
    )
    page = await subject.browser.see("own:entry", entry_id=entry)

    assert form.status_code == 200 and "<script" not in form.text
    assert empty.status_code == 422 and 'id="f-text-fault"' in empty.text
    assert (sent.status_code, answered.status_code, disagreed.status_code) == (303, 303, 303)
    assert objection.number in desk.text and TEXT in shown.text and "材料.pdf" in shown.text
    assert "经核查，引文未注明出处。" in own.text
    assert objection.number in page.text and "我不同意该结论。" in page.text
    assert (await Entry.get(id=entry)).objection == "UNRESOLVED"


async def test_upholding_without_saying_what_becomes_of_the_entry_comes_back(
    subject: Officer, arbiter: Officer, entry: UUID
) -> None:
    await subject.browser.send("own:file_objection", {"ground": "facts", "text": TEXT}, entry_id=entry)
    objection = await Objection.get()
    upheld = {"answer.outcome": "upheld", "answer.text": "异议成立。"}

    refused = await arbiter.browser.send("objections:answer", upheld, objection_id=objection.id)
    corrected = await arbiter.browser.send(
        "objections:answer",
        upheld | {"answer.remedy": "correct", "answer.summary": "学位论文第三章引文不规范。"},
        objection_id=objection.id,
    )

    assert refused.status_code == 422 and 'id="f-answer-remedy-fault"' in refused.text
    assert corrected.status_code == 303
    assert "引文不规范" in (await subject.browser.see("own:entry", entry_id=entry)).text


async def test_a_day_that_may_still_move_is_called_so_and_not_late(
    subject: Officer, clerk: Officer, entry: UUID
) -> None:
    await subject.browser.send("own:file_objection", {"ground": "facts", "text": TEXT}, entry_id=entry)
    objection, yesterday = await Objection.get(), clock.today(clock.now()) - timedelta(1)
    await Objection.filter(id=objection.id).update(due_on=yesterday)
    late = (await clerk.browser.see("remedies:desk")).text
    await Task.filter(about=objection.id).update(provisional=True)
    desk = (await clerk.browser.see("remedies:desk")).text
    own = (await subject.browser.see("own:objection", objection_id=objection.id)).text

    assert "已逾期" in late and "暂定" not in late
    assert "已逾期" not in desk and "暂定" in desk and "暂定" in own


async def test_the_body_is_asked_and_heard(subject: Officer, clerk: Officer, entry: UUID) -> None:
    await subject.browser.send("own:file_objection", {"ground": "facts", "text": TEXT}, entry_id=entry)
    objection = await Objection.get()
    await clerk.browser.send("objections:forward", objection_id=objection.id)
    heard = await clerk.browser.send(
        "objections:hear",
        {"hear.text": "稿件与送审本不一致。"},
        files={"source_answer": FILE},
        objection_id=objection.id,
    )

    assert heard.status_code == 303
    assert "稿件与送审本不一致。" in (await clerk.browser.see("objections:show", objection_id=objection.id)).text


async def test_paper_is_taken_in_by_an_officer(clerk: Officer, entry: UUID) -> None:
    form = await clerk.browser.see("entries:file_objection_form", entry_id=entry)
    day = str(clock.today(clock.now()) - timedelta(1))
    sent = await clerk.browser.send(
        "entries:file_objection",
        {"ground": "facts", "text": TEXT, "received_on": day},
        files={"filing": FILE},
        entry_id=entry,
    )

    assert "收到书面材料的日期" in form.text and sent.status_code == 303
    assert (await Objection.get()).number in (await clerk.browser.see("entries:show", entry_id=entry)).text


async def test_an_appeal_suspends_and_its_outcome_is_recorded(subject: Officer, arbiter: Officer, entry: UUID) -> None:
    today = str(clock.today(clock.now()))
    facts = {"kind": "school_appeal", "body": "学生申诉处理委员会", "filed_on": today}
    unproven = await subject.browser.send("own:file_appeal", facts, entry_id=entry)
    await subject.browser.send("own:file_appeal", facts, files={"appeal_filed": FILE}, entry_id=entry)
    appeal = await Appeal.get()
    suspended = (await Entry.get(id=entry)).suspended
    outcome = {"conclude.outcome": "upheld", "conclude.concluded_on": today, "conclude.text": "维持原决定。"}
    await arbiter.browser.send("appeals:conclude", outcome, files={"appeal_outcome": FILE}, appeal_id=appeal.id)

    assert unproven.status_code == 422 and 'id="f-appeal_filed-fault"' in unproven.text
    assert suspended and not (await Entry.get(id=entry)).suspended
    assert "维持原决定。" in (await subject.browser.see("own:appeal", appeal_id=appeal.id)).text


async def test_a_repair_too_early_is_refused_with_the_day_on_the_form(subject: Officer, entry: UUID) -> None:
    sent = await subject.browser.send(
        "own:file_repair",
        {"text": "已按要求重写论文。"},
        files={"performance": FILE, "pledge": FILE},
        entry_id=entry,
    )

    day = str((await Entry.get(id=entry)).decided_on.year)
    form = (await subject.browser.see("own:file_repair_form", entry_id=entry)).text
    assert "现在还不能申请" in form and 'name="performance"' not in form
    assert sent.status_code == 409 and "起可以申请修复" in sent.text and day in sent.text
    assert await Repair.all().count() == 0


async def test_what_if_is_answered_on_its_page_in_both_languages(subject: Officer, entry: UUID) -> None:
    tomorrow = str(clock.today(clock.now()) + timedelta(1))
    asked = {"deed": "repair", "by": tomorrow}
    chinese = await subject.browser.see("own:what_if", query=asked, entry_id=entry)
    english = await subject.browser.see("own:what_if", query=asked | {"lang": "en"}, entry_id=entry)
    wrong = await subject.browser.see("own:what_if", query={"deed": "repair", "by": "2020-01-01"}, entry_id=entry)

    until = str((await Entry.get(id=entry)).display_until)
    assert chinese.status_code == 200 and until in chinese.text
    assert "待核实" in chinese.text, "nobody has compared Order 36 with its text yet"
    assert "repair becomes possible on" in english.text and until in english.text
    assert wrong.status_code == 422 and 'id="f-by-fault"' in wrong.text


async def test_what_eases_an_entry_is_on_both_pages(subject: Officer, clerk: Officer, entry: UUID) -> None:
    today = str(clock.today(clock.now()))
    facts = {"kind": "self_explanation", "text": "已向导师说明情况。", "happened_on": today}
    sent = await subject.browser.send("own:file_mitigation", facts, entry_id=entry)

    assert sent.status_code == 303 and await Mitigation.all().count() == 1
    for browser, route in ((subject.browser, "own:entry"), (clerk.browser, "entries:show")):
        assert "已向导师说明情况。" in (await browser.see(route, entry_id=entry)).text


async def test_a_complaint_reaches_no_one_it_concerns(
    subject: Officer, reviewer: Officer, arbiter: Officer, university: UUID, entry: UUID
) -> None:
    form = await subject.browser.see("own:complain_form")
    about = f"{university}/{reviewer.actor.account}"
    sent = await subject.browser.send("own:complain", {"about": about, "text": "复核人员态度恶劣。"})
    complaint = await Complaint.get()
    hidden = await reviewer.browser.see("complaints:show", complaint_id=complaint.id)
    answered = await arbiter.browser.send(
        "complaints:answer", {"answer.text": "已批评教育，向您致歉。"}, complaint_id=complaint.id
    )
    own = await subject.browser.see("own:complaint", complaint_id=complaint.id)

    assert about in form.text and sent.status_code == 303 and hidden.status_code == 404
    assert complaint.number not in (await reviewer.browser.see("complaints:list")).text
    assert answered.status_code == 303 and "已批评教育，向您致歉。" in own.text


async def test_a_stranger_opens_none_of_these_pages(
    opens: Opens, subject: Officer, secretary: Officer, entry: UUID
) -> None:
    await subject.browser.send("own:file_objection", {"ground": "facts", "text": TEXT}, entry_id=entry)
    objection = await Objection.get()

    seen = await secretary.browser.see("objections:show", objection_id=objection.id)
    assert seen.status_code == 403


async def test_a_paper_that_names_others_is_redacted_on_the_page_it_came_with(
    subject: Officer, clerk: Officer, entry: UUID
) -> None:
    await subject.browser.send("own:file_objection", {"ground": "facts", "text": TEXT}, entry_id=entry)
    objection = await Objection.get()
    heard = {"hear.text": "稿件与送审本不一致。", "hear.names_others": "true"}
    await clerk.browser.send("objections:forward", objection_id=objection.id)
    await clerk.browser.send("objections:hear", heard, files={"source_answer": FILE}, objection_id=objection.id)
    original = await Document.get()
    waiting = (await clerk.browser.see("objections:show", objection_id=objection.id)).text
    withheld = (await subject.browser.see("own:objection", objection_id=objection.id)).text

    form, copy = {"redact.document": str(original.id)}, ("遮盖件.pdf", PDF + b"copy", "application/pdf")
    empty = await clerk.browser.send("objections:redact", form, objection_id=objection.id)
    sent = await clerk.browser.send("objections:redact", form, files={"redact.file": copy}, objection_id=objection.id)
    own = (await subject.browser.see("own:objection", objection_id=objection.id)).text

    assert "含他人信息，须有遮盖副本" in waiting and "材料.pdf" not in withheld
    assert (empty.status_code, sent.status_code) == (422, 303)
    assert "遮盖件.pdf" in own and str(original.id) not in own
    assert "添加了遮盖他人信息的副本" in (await clerk.browser.see("entries:show", entry_id=entry)).text


async def test_a_repair_is_accepted_with_what_was_checked(
    office: Office, person: UUID, subject: Officer, clerk: Officer
) -> None:
    today = clock.today(clock.now())
    long_ago = {"decided_on": today - timedelta(800), "served_on": today - timedelta(800)}
    entry = await office.effective(person, **long_ago, conduct_ended_on=today - timedelta(830))
    served = {"volunteer_from": str(today - timedelta(20)), "volunteer_to": str(today)}
    form = {"text": "已完成各项条件。", "volunteer_no": "晋志〔2026〕1", "volunteer_hours": "200"} | served
    proofs = {name: FILE for name in ("performance", "pledge", "volunteer_record")}
    await subject.browser.send("own:file_repair", form, files=proofs, entry_id=entry)
    repair = await Repair.get()

    unsaid = await clerk.browser.send("repairs:accept", repair_id=repair.id)
    said = {"accept.text": "已到志愿服务系统核对，一致。"}
    accepted = await clerk.browser.send("repairs:accept", said, repair_id=repair.id)
    own = (await subject.browser.see("own:repair", repair_id=repair.id)).text

    assert (unsaid.status_code, accepted.status_code) == (422, 303)
    assert "已到志愿服务系统核对，一致。" in own
