"""Changes, findings, quarantine and older registers through the interface."""

import pytest

from integrity_archive.demo.spreadsheets import workbook
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.people.models import Person

from ..building import EXAM_BODY, PDF, SUBSTITUTE, Office, a_draft, a_person, an_adult, an_effective_entry, facts
from .conftest import Machine

DOCUMENT = {"document": ("撤销决定书.pdf", PDF, "application/pdf")}


@pytest.fixture
async def student(office: Office) -> Person:
    return await a_person(office)


async def test_a_held_draft_is_answered_202_and_again_so_when_it_is_repeated(
    clerk: Machine, reviewer: Machine, student: Person
) -> None:
    body = facts(student.id, summary="在民族班代考。").model_dump(mode="json")

    first = await clerk.post("/entries", body, key="one")
    again = await clerk.post("/entries", body, key="one")

    assert (first.status_code, first.json()["code"]) == (202, "held-for-second-person")
    assert first.json()["errors"][0]["pointer"] == "/summary" and first.json() == again.json()
    [held] = (await reviewer.get("/quarantine")).json()
    assert held["id"] == first.json()["held"] and "民族" not in str(held)
    opened = (await reviewer.get(f"/quarantine/{held['id']}")).json()
    assert [text["text"] for text in opened["texts"] if text["categories"]] == ["在民族班代考。"]
    released = (await reviewer.post(f"/quarantine/{held['id']}/release")).json()
    assert str((await Entry.get()).id) == released["entry"]


async def test_what_is_destroyed_shows_no_text_and_no_file(
    clerk: Machine, reviewer: Machine, office: Office, student: Person
) -> None:
    entry = await a_draft(office, student)
    files = {"file": ("乙肝检查单.pdf", PDF, "application/pdf")}
    form = {"kind": "HEARING_RECORD"}

    answer = await clerk.post(f"/entries/{entry.id}/evidence", data=form, files=files)
    held = answer.json()["held"]
    assert (await reviewer.get(f"/quarantine/{held}/file")).content == PDF
    assert (await reviewer.post(f"/quarantine/{held}/destruction")).json()["state"] == "destroyed"

    assert (await reviewer.get(f"/quarantine/{held}")).json()["texts"] == []
    assert (await reviewer.get(f"/quarantine/{held}/file")).status_code == 404


async def test_a_revocation_is_proposed_with_its_document_and_approved_by_another(
    clerk: Machine, reviewer: Machine, office: Office, student: Person
) -> None:
    entry = await an_effective_entry(office, student)
    form = {"kind": "revocation", "cause": "REVOKED", "reason": "原决定被撤销。"}

    proposed = await clerk.post(f"/entries/{entry.id}/changes", data=form, files=DOCUMENT)
    assert (proposed.status_code, proposed.json()["state"]) == (201, "proposed")
    [shown] = (await reviewer.get(f"/entries/{entry.id}/changes")).json()
    assert (shown["change"]["cause"], shown["document"]) == ("REVOKED", "撤销决定书.pdf")
    assert (await reviewer.get(f"/changes/{shown['id']}/document")).content == PDF

    approved = await reviewer.post(f"/changes/{shown['id']}/approval")
    assert approved.json()["state"] == "revoked"
    assert (await clerk.get(f"/entries/{entry.id}/versions")).status_code == 410


async def test_a_fixed_member_is_refused_with_what_to_do_instead(
    clerk: Machine, office: Office, student: Person
) -> None:
    entry = await an_effective_entry(office, student)
    form = {"kind": "correction", "document_no": "甲1号", "reason": "文号有误。"}

    answer = await clerk.post(f"/entries/{entry.id}/changes", data=form, files=DOCUMENT)

    [fault] = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/document_no", "fixed-member")


async def test_a_refused_change_leaves_the_entry_and_says_why(
    clerk: Machine, reviewer: Machine, office: Office, student: Person
) -> None:
    entry = await an_effective_entry(office, student)
    form = {"kind": "correction", "summary": "由他人冒名代替参加数学考试。", "reason": "漏写科目。"}
    change = (await clerk.post(f"/entries/{entry.id}/changes", data=form, files=DOCUMENT)).json()["id"]

    refused = await reviewer.post(f"/changes/{change}/refusal", {"text": "与决定书不符。"})

    assert refused.json()["state"] == "refused" and (await Entry.get(id=entry.id)).version == entry.version


async def test_findings_are_added_listed_and_taken_out(clerk: Machine, office: Office, student: Person) -> None:
    entry = await a_draft(office, student)
    [document, *_] = (await clerk.get(f"/entries/{entry.id}")).json()["evidence"]
    body = {"text": "监控录像显示替考。", "evidence": [document["id"]]}

    made = (await clerk.post(f"/entries/{entry.id}/findings", body)).json()["id"]
    assert made in [one["id"] for one in (await clerk.get(f"/entries/{entry.id}/findings")).json()]
    assert (await clerk.post(f"/findings/{made}/removal")).status_code == 200

    assert made not in [one["id"] for one in (await clerk.get(f"/entries/{entry.id}/findings")).json()]


async def test_an_older_register_comes_in_and_its_entry_is_taken_up(clerk: Machine, office: Office) -> None:
    someone = an_adult()
    await a_person(office, someone)
    header = ("姓名", "证件号码", "信息类型", "文号", "文书名称", "决定机关", "决定机关代码", "作出日期", "事实摘要")
    line = [someone.name, someone.number, SUBSTITUTE, "旧1号", "决定书", "某中心", EXAM_BODY, "2025-07-01", "替考。"]
    sheet = {"file": ("旧档.xlsx", workbook(header, [line]), "application/octet-stream")}

    answer = await clerk.post("/legacy", files=sheet)
    assert (answer.status_code, answer.json()["state"], answer.json()["rows_new"]) == (201, "imported", 1)
    [entry] = (await clerk.get("/legacy")).json()
    taken = await clerk.post(f"/entries/{entry['id']}/take-up")

    assert taken.json()["state"] == State.DRAFT
