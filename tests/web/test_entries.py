"""An entry on its pages: the form, the acts, the gate, the history."""

from datetime import timedelta
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.entries.findings import Found, add_finding
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Evidence

from .archive import DOCUMENTS, KIND, PDF, SOMEBODY, Office, written
from .conftest import Officer, Opens

FILE = ("决定书.pdf", PDF, "application/pdf")


async def test_the_type_is_chosen_first_and_the_form_follows_from_it(clerk: Officer, person: UUID) -> None:
    types = await clerk.browser.see("entries:new", query={"person": str(person)})
    form = await clerk.browser.see("entries:new", query={"person": str(person), "type": KIND})

    assert f"type={KIND}" in types.text
    assert 'name="evidence.INVESTIGATION_REPORT"' in form.text and "SERIOUS_WARNING" in form.text
    assert SOMEBODY.number not in form.text


async def test_only_types_that_are_about_students_are_offered_for_a_student(clerk: Officer, person: UUID) -> None:
    types = (await clerk.browser.see("entries:new", query={"person": str(person)})).text

    assert "SN-LOA-01" in types and "SP-VOL-02" in types
    assert "PN-DOC-01" not in types and "PP-HON-01" not in types


async def test_the_switch_of_language_keeps_the_form_that_was_asked_for(clerk: Officer, person: UUID) -> None:
    address = f"/entries/new?person={person}&amp;type={KIND}&amp;lang=en"

    fresh = await clerk.browser.see("entries:new", query={"person": str(person), "type": KIND})
    refused = await clerk.browser.send("entries:draft", written(person, document_no=""))

    assert f'href="{address}"' in fresh.text and f'href="{address}"' in refused.text


async def test_a_filled_form_becomes_a_draft_with_its_documents(clerk: Officer, person: UUID) -> None:
    files = {f"evidence.{kind}": FILE for kind in DOCUMENTS}

    answer = await clerk.browser.send("entries:draft", written(person), files=files)

    entry = await Entry.get()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/entries/{entry.id}")
    assert {one.kind for one in await Evidence.filter(entry_id=entry.id)} == set(DOCUMENTS)


async def test_the_deciding_body_is_chosen_from_those_that_may_decide(clerk: Officer, person: UUID) -> None:
    chosen = {"person": str(person), "type": str(written(person)["record_type"])}
    form = await clerk.browser.see("entries:new", query=chosen)
    assert 'value="SCHOOL"' in form.text and 'value="COURT"' not in form.text

    wrong = await clerk.browser.send("entries:draft", written(person, deciding_body="COURT"))
    assert wrong.status_code == 422 and 'id="f-deciding_body-fault"' in wrong.text
    await clerk.browser.send("entries:draft", written(person))
    entry = await Entry.get()
    assert "高等学校" in (await clerk.browser.see("entries:show", entry_id=entry.id)).text
    await Entry.filter(id=entry.id).update(deciding_body=None)
    assert "未登记" in (await clerk.browser.see("entries:show", entry_id=entry.id)).text


async def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(clerk: Officer, person: UUID) -> None:
    form = written(person, decided_on="2026-02-30", authority_uscc="12149900999901014B", document_no="")

    answer = await clerk.browser.send("entries:draft", form)

    assert answer.status_code == 422
    for field in ("decided_on", "authority_uscc", "document_no"):
        assert f'href="#f-{field}"' in answer.text and f'id="f-{field}-fault"' in answer.text
    assert 'value="12149900999901014B"' in answer.text and "学位论文第三章抄袭他人已发表论文。" in answer.text
    assert not await Entry.all().exists()


async def test_a_document_that_is_none_is_named_beside_its_field_and_the_draft_is_kept(
    clerk: Officer, person: UUID
) -> None:
    files = {"evidence.DECISION_DOCUMENT": ("决定书.pdf", b"MZ not a document", "application/pdf")}

    answer = await clerk.browser.send("entries:draft", written(person), files=files)

    assert answer.status_code == 422 and 'id="f-evidence-DECISION_DOCUMENT-fault"' in answer.text
    assert await Entry.all().count() == 1


async def test_a_draft_that_somebody_else_changed_is_not_overwritten(
    clerk: Officer, office: Office, person: UUID
) -> None:
    entry = await office.drafted(person)
    form = written(person) | {"version": "1"}
    await clerk.browser.send("entries:edit", form | {"document_no": "甲1号"}, entry_id=entry)

    answer = await clerk.browser.send("entries:edit", form | {"document_no": "乙2号"}, entry_id=entry)

    assert answer.status_code == 412 and "乙2号" in answer.text
    assert 'name="version" value="1"' in answer.text  # sending it again is refused again
    assert (await Entry.get(id=entry)).version == 2


async def test_filing_without_documents_names_each_that_is_missing(clerk: Officer, person: UUID) -> None:
    await clerk.browser.send("entries:draft", written(person))
    entry = await Entry.get()

    answer = await clerk.browser.send("entries:file", entry_id=entry.id)

    assert answer.status_code == 422
    assert "缺少证明材料：调查报告" in answer.text and "缺少证明材料：决定文书的送达凭证" in answer.text


async def test_an_entry_goes_by_its_pages_from_draft_to_effect(
    clerk: Officer, reviewer: Officer, office: Office, person: UUID
) -> None:
    entry = await office.drafted(person)
    long_ago = str(clock.today(clock.now()) - timedelta(30))
    served = {"serve.method": "in_person", "serve.served_on": long_ago}

    await clerk.browser.send("entries:file", entry_id=entry)
    assert "复核人尚未查看凭证" in (await reviewer.browser.see("entries:show", entry_id=entry)).text
    await reviewer.browser.send("entries:sight_service", {"sight_service.which": "decision"}, entry_id=entry)
    await reviewer.browser.send("entries:notify", entry_id=entry)
    await clerk.browser.send("entries:serve", served, files={"serve.proof": FILE}, entry_id=entry)
    await reviewer.browser.send("entries:sight_service", {"sight_service.which": "notice"}, entry_id=entry)
    said, scan = {"state.text": "本人已知悉。"}, {"filing": FILE}
    await clerk.browser.send("entries:state", said, files=scan, entry_id=entry)
    await reviewer.browser.send("entries:take_effect", entry_id=entry)

    assert (await Entry.get(id=entry)).state is State.EFFECTIVE
    page = (await clerk.browser.see("entries:show", entry_id=entry)).text
    for line in ("起草了条目", "提交了复核", "批准告知本人", "告知书已送达", "加入了本人的陈述", "条目生效"):
        assert line in page
    assert "生效凭据" in page and "本人已知悉。" in page and "复核人已查看凭证" in page
    paper = await clerk.browser.see("entries:certificate", entry_id=entry)
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF-")


async def test_a_decision_that_is_served_through_the_office_is_served_and_restarted_on_the_page(
    clerk: Officer, reviewer: Officer, office: Office, person: UUID
) -> None:
    through_us = {"decision_route": "through_us", "served_on": "", "decision_method": ""}
    files = {f"evidence.{kind}": FILE for kind in DOCUMENTS}
    await clerk.browser.send("entries:draft", written(person) | through_us, files=files)
    entry = (await Entry.get()).id
    document = await Evidence.filter(entry_id=entry).first()
    assert document
    found = Found(text="论文第三章与已发表论文雷同。", evidence=[document.id])
    await add_finding(entry, found, by=office.clerk, now=clock.now())
    await clerk.browser.send("entries:file", entry_id=entry)
    await reviewer.browser.send("entries:notify", entry_id=entry)
    today = str(clock.today(clock.now()))
    served = {"serve_decision.method": "in_person", "serve_decision.served_on": today}

    await clerk.browser.send("entries:serve_decision", served, files={"serve_decision.proof": FILE}, entry_id=entry)
    assert str((await Entry.get()).served_on) == today
    void = {"restart_service.which": "decision", "restart_service.text": "签收人不是本人。"}
    await reviewer.browser.send("entries:restart_service", void, entry_id=entry)

    assert (await Entry.get()).served_on is None
    page = (await clerk.browser.see("entries:show", entry_id=entry)).text
    assert "签收人不是本人。" in page and "登记决定书的送达" in page


async def test_the_page_says_what_is_missing_and_from_when(clerk: Officer, office: Office, person: UUID) -> None:
    entry = await office.served(person)

    page = (await clerk.browser.see("entries:show", entry_id=entry)).text

    due = (await Entry.get(id=entry)).effect_due_on
    assert due and f'最早生效日：<strong class="nowrap"><time datetime="{due}"' in page and "本人陈述期限至" in page


async def test_an_entry_goes_back_with_the_reason(
    clerk: Officer, reviewer: Officer, office: Office, person: UUID
) -> None:
    entry = await office.filed(person)

    empty = await reviewer.browser.send("entries:refer_back", {"refer_back.text": ""}, entry_id=entry)
    await reviewer.browser.send("entries:refer_back", {"refer_back.text": "文号与决定书不一致。"}, entry_id=entry)

    assert empty.status_code == 422 and 'id="f-refer_back-text-fault"' in empty.text
    assert (await Entry.get(id=entry)).state is State.DRAFT
    assert "文号与决定书不一致。" in (await clerk.browser.see("entries:show", entry_id=entry)).text


async def test_a_gate_that_is_closed_says_why(reviewer: Officer, office: Office, person: UUID) -> None:
    entry = await office.notified(person)

    answer = await reviewer.browser.send("entries:take_effect", entry_id=entry)

    assert answer.status_code == 409 and "告知书尚未送达" in answer.text


async def test_another_universitys_entry_is_not_there(
    opens: Opens, committee: UUID, office: Office, person: UUID
) -> None:
    from integrity_archive.actors import Role

    entry = await office.filed(person)
    stranger = await opens(Role.REVIEWER, committee, "stranger")

    assert (await stranger.browser.see("entries:show", entry_id=entry)).status_code == 404
    assert (await stranger.browser.send("entries:notify", entry_id=entry)).status_code == 404


async def test_a_document_comes_as_a_download_with_its_chinese_name(
    clerk: Officer, office: Office, person: UUID
) -> None:
    entry = await office.served(person)
    proof = await Evidence.get(entry_id=entry, kind="NOTICE_SERVICE")

    answer = await clerk.browser.see("entries:evidence", entry_id=entry, evidence_id=proof.id)

    assert answer.content == PDF
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E9%80%81")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_lists_show_the_entry(
    clerk: Officer, reviewer: Officer, office: Office, person: UUID, language: str
) -> None:
    await office.filed(person)

    for officer, route in ((clerk, "entries:list"), (reviewer, "entries:queue"), (reviewer, "desk:show")):
        page = await officer.browser.see(route, query={"lang": language})
        assert page.status_code == 200 and SOMEBODY.name in page.text
