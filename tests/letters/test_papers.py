"""Numbers without a gap, papers that can be checked without following anything, batches for the post."""

import asyncio
from datetime import datetime
from hashlib import sha256
from typing import Any

import pytest

from integrity_archive.catalogue.record_type_rules import DECISION
from integrity_archive.clock import SHANGHAI
from integrity_archive.database import tx
from integrity_archive.entries import documents
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import NotFound
from integrity_archive.letters import actions, batches, queries, telling
from integrity_archive.letters.content import Content, Part
from integrity_archive.letters.heading import Heading
from integrity_archive.letters.kinds import Channel, LetterKind
from integrity_archive.letters.models import Letter
from integrity_archive.paper.joining import joinable
from integrity_archive.paper.layout import render
from integrity_archive.paper.signature import verify as verify_signature
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.models import Person
from integrity_archive.people.queries import particulars
from integrity_archive.reports.actions import signatory
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

from ..building import NOW, PDF, Office, a_filed_entry, a_university, as_the_person
from ..paper.printed import a_report, pages
from .office import THROUGH_US, attempt, confirmed, cover, rounds, told

ANSWER = Content(subject="投诉答复", to="本人", parts=(Part(title="一、答复", sentences=("已经核实。",)),))


async def an_answer(office: Office, student: Person, *, now: datetime = NOW) -> Letter:
    return await actions.create(
        LetterKind.COMPLAINT_ANSWER, ANSWER, organisation=office.organisation.id, person=student.id,
        by=office.clerk, now=now,
    )  # fmt: skip


async def test_numbers_have_no_gap_and_begin_anew_each_year(office: Office, student: Person) -> None:
    made = await asyncio.gather(*(an_answer(office, student) for _ in range(4)))
    assert sorted(one.number for one in made) == [f"诚档〔2026〕{n}号" for n in range(1, 5)]
    with pytest.raises(RuntimeError):
        async with tx():
            await an_answer(office, student)
            raise RuntimeError("this letter was never written")
    assert (await an_answer(office, student)).number == "诚档〔2026〕5号"
    new_year = datetime(2027, 1, 1, 0, 30, tzinfo=SHANGHAI)
    assert (await an_answer(office, student, now=new_year)).number == "诚档〔2027〕1号"


async def test_each_organisation_counts_for_itself_under_its_own_word(office: Office, student: Person) -> None:
    new = Heading(heading="岚泓学院学生处", word="岚诚告", signatory="岚泓学院学生处", contact="0349-0000000")
    await actions.set_heading(new, by=office.clerk, now=NOW)
    other = await a_university(which=1)
    assert (await an_answer(office, student)).number == "岚诚告〔2026〕1号"
    elsewhere = await actions.create(
        LetterKind.COMPLAINT_ANSWER, ANSWER, organisation=other.organisation.id, person=student.id,
        by=other.clerk, now=NOW,
    )  # fmt: skip
    assert elsewhere.number == "诚档〔2026〕1号"


async def test_a_letter_is_checked_by_its_code_and_holds_nothing_to_follow(office: Office, student: Person) -> None:
    entry = await told(office, student)
    letter = await cover(entry)
    _, _, pdf = await queries.pdf(letter.id, by=office.clerk, on=NOW.date())
    printed = "".join(pages(pdf))
    assert letter.number in printed and "陈述" in printed and entry.number in printed
    assert b"/URI" not in pdf and "http" not in printed
    root = (settings().home / "keys" / "paper" / "root.pem").read_bytes()
    signed = await asyncio.to_thread(verify_signature, pdf, root, now=NOW)
    assert signed.intact and signed.trusted

    found = await queries.verify(f" {letter.code[:4].lower()}-{letter.code[4:]} ")
    name = (await particulars(student.id)).name
    assert found and found.number == letter.number and found.name == mask_name(name, Level.PUBLIC)
    assert await queries.verify("2222333344445555") is None


async def test_a_batch_prints_the_list_and_every_letter_in_its_envelope(office: Office, student: Person) -> None:
    await confirmed(office, student, post="岚泓市文源路1号")
    entry = await told(office, student, **THROUGH_US)
    letter = await cover(entry)
    await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=NOW)
    by_post = await attempt(letter, Channel.POST)
    batch = await actions.make_batch([by_post.id], by=office.clerk, now=NOW)
    printed = "".join(pages(await batches.pdf(batch, by=office.clerk, now=NOW)))
    assert "邮寄送达清单" in printed and "岚泓市文源路1号" in printed
    for one in await Letter.filter(entry_id=entry.id):
        assert one.number in printed
    stranger = await a_university(which=1)
    with pytest.raises(NotFound):
        await batches.pdf(batch, by=stranger.clerk, now=NOW)
    with pytest.raises(batches.NothingToPost):
        await actions.make_batch([by_post.id], by=office.clerk, now=NOW)


async def decided(entry: Entry, pdf: bytes, **other: Any) -> Evidence:
    """The decision document of that entry, as it is uploaded."""
    key = await key_of(entry.key_id)
    stored = await documents.store(entry, key, "决定书.pdf", pdf)
    return await documents.attach(entry, key, DECISION, stored, now=NOW, **other)


async def posted_batch(office: Office, student: Person, entry: Entry) -> str:
    letter = await cover(entry)
    by_post = await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=NOW)
    batch = await actions.make_batch([by_post.id], by=office.clerk, now=NOW)
    [(_, line)] = await batches.postings(batch, by=office.clerk)
    assert len(line.enclosures) == 1 and line.enclosures[0].startswith("《")
    return "".join(pages(await batches.pdf(batch, by=office.clerk, now=NOW))).replace("\n", "")


async def test_a_batch_holds_the_body_s_decision_behind_the_letter_that_encloses_it(
    office: Office, student: Person
) -> None:
    await confirmed(office, student)
    entry = await told(office, student, **THROUGH_US)
    await decided(entry, render(a_report()))
    printed = await posted_batch(office, student, entry)
    assert "附件：《" in printed and "已随本批打印" in printed
    assert printed.index("决定文书送达通知书") < printed.index("个人诚信档案查询报告")


async def test_a_decision_that_cannot_be_joined_is_named_on_the_list(office: Office, student: Person) -> None:
    await confirmed(office, student)
    entry = await told(office, student, **THROUGH_US)
    await decided(entry, PDF)
    printed = await posted_batch(office, student, entry)
    assert "附件：《" in printed and "另行打印原件后装入信封" in printed


def test_what_shows_something_beside_its_pages_is_not_joined_for_it_would_be_lost() -> None:
    paper = render(a_report())
    assert joinable(paper)
    assert not joinable(signatory(NOW).sign(paper, reason="测试", at=NOW)) and not joinable(PDF)


async def test_the_person_gets_the_copy_that_hides_others_and_the_office_its_original(
    office: Office, student: Person
) -> None:
    person = await as_the_person(student)
    entry = await told(office, student, **THROUGH_US)
    letter = await cover(entry)
    original = await decided(entry, PDF + b"original", names_others=True)
    await decided(entry, PDF + b"redacted", redacts=original.id)
    await actions.open_letter(letter.id, by=person, now=NOW)
    for reader, found in ((person, b"redacted"), (office.clerk, b"original")):
        assert (await queries.decision(letter.id, by=reader, on=NOW.date()))[2].endswith(found)


async def test_the_letter_names_the_hash_of_what_it_encloses_and_that_of_the_original(
    office: Office, student: Person
) -> None:
    entry = await a_filed_entry(office, student, **THROUGH_US)
    alone, original, copy = PDF + b"alone", PDF + b"original", PDF + b"redacted"
    said = []
    for pdf, others in ((alone, False), (original, True)):
        made = await decided(entry, pdf, names_others=others)
        if others:
            await decided(entry, copy, redacts=made.id)
        standing = await Standing.of(await Entry.get(id=entry.id))
        said.append(telling.digests(standing, await key_of(entry.key_id)).facts)

    one, both = said
    assert one == (("文件校验值", f"SHA-256 {sha256(alone).hexdigest()}"),)
    assert [name for name, _ in both] == ["所附副本校验值", "决定原件校验值"]
    assert sha256(copy).hexdigest() in both[0][1] and sha256(original).hexdigest() in both[1][1]


async def test_the_body_s_own_paper_goes_with_the_decision_only(office: Office, student: Person) -> None:
    through_us = await cover(await told(office, student, **THROUGH_US))
    name, media_type, data = await queries.decision(through_us.id, by=office.clerk, on=NOW.date())
    assert data.startswith(b"%PDF") and media_type == "application/pdf" and name
    elsewhere = await cover(await told(office, student))
    with pytest.raises(NotFound):
        await queries.decision(elsewhere.id, by=office.clerk, on=NOW.date())
    await rounds()
