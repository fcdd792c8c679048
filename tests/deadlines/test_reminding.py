"""An office is reminded of each of its clocks once, a working day before it is over."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from integrity_archive.deadlines.queries import running
from integrity_archive.deadlines.reminding import remind_due
from integrity_archive.entries import expiry
from integrity_archive.entries.expiry import PutOnHold
from integrity_archive.letters import queries, sending
from integrity_archive.letters.actions import open_letter, set_heading
from integrity_archive.letters.heading import Heading
from integrity_archive.letters.kinds import Channel, LetterKind
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.settings import settings, use
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.clocks import ClockKind
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, Office, a_filed_entry, a_person, a_university, an_effective_entry

TUESDAY = NOW  # three working days for the review: until Friday


@pytest.fixture
async def office(database: object) -> Office:
    office = await a_university()
    await a_filed_entry(office, await a_person(office))
    await Task.exclude(kind=TaskKind.REVIEW).update(state=TaskState.DONE)
    return office


async def remind(days: int) -> int:
    return await remind_due(now=TUESDAY + timedelta(days), limit=100)


async def test_it_is_written_the_working_day_before_and_once(office: Office) -> None:
    assert [await remind(days) for days in range(5)] == [0, 0, 1, 0, 0]
    letter, task = await Letter.get(), await Task.get(kind=TaskKind.REVIEW)
    assert (letter.kind, letter.about) == (LetterKind.REMINDER, task.id)
    assert letter.recipient_id == letter.organisation_id == office.organisation.id


async def test_what_was_missed_is_still_told(office: Office) -> None:
    assert await remind(20) == 1


async def test_two_workers_at_once_write_one(office: Office) -> None:
    await asyncio.gather(*(remind(2) for _ in range(4)))
    assert await Letter.all().count() == 1


async def test_of_a_complaint_the_answering_desk_is_reminded_without_a_word_about_it(office: Office) -> None:
    """Whom it concerns may read the office's letters: not even that it is a complaint is said, nor its number."""
    about, desk = uuid4(), office.organisation.id
    await Task.all().update(state=TaskState.DONE)
    await open_task(
        TaskKind.COMPLAINT, desk, about, due_on=NOW.date(), rule="remedies.complaint",
        not_for=office.reviewer.account, by=office.clerk, now=NOW,
    )  # fmt: skip
    assert [await remind(0), await remind(0)] == [1, 0]

    letter = await Letter.get()
    assert (letter.recipient_id, letter.organisation_id) == (desk, desk)
    await open_letter(letter.id, by=office.reviewer, now=await sent())
    said = str((await queries.read(letter.id, by=office.reviewer, on=NOW.date())).content)
    assert NOW.date().isoformat() in said
    assert "投诉" not in said and str(about) not in said


async def test_who_may_hold_is_reminded_before_a_hold_ends(office: Office) -> None:
    """The next day the key may go: what must be kept longer needs a new hold in time."""
    entry = await an_effective_entry(office, await a_person(office), document_no="岚考〔2026〕18号")
    last = NOW.date() + timedelta(90)
    await expiry.hold(entry.id, PutOnHold(text="人民法院调取。", until=last), by=office.reviewer, now=NOW)
    await Task.all().update(state=TaskState.DONE)

    assert await remind_due(now=NOW + timedelta(80), limit=100) == 0
    found = [one for one in await running(office.reviewer, today=last - timedelta(1)) if one.kind is ClockKind.HOLD]
    assert [(one.due_on, one.is_for(office.reviewer), one.is_for(office.clerk)) for one in found] == [
        (last, True, False)
    ]
    assert await remind_due(now=NOW + timedelta(89), limit=100) == 1
    assert (await Letter.get(kind=LetterKind.REMINDER)).about == found[0].id


async def sent() -> datetime:
    """The letters are on their way."""
    while await sending.send_due(now=NOW + timedelta(2)):
        pass
    return NOW + timedelta(2)


async def test_it_lies_in_the_offices_own_inbox_and_names_nobody(office: Office) -> None:
    await remind(2)
    letter, now = await Letter.get(), await sent()
    await open_letter(letter.id, by=office.reviewer, now=now)
    read = await queries.read(letter.id, by=office.reviewer, on=NOW.date())

    facts = dict(read.content.parts[0].facts)
    assert (facts["事项"], facts["期限"]) == ("复核条目", "2026-11-27")
    assert [one.channel for one in await Attempt.all()] == [Channel.PORTAL]
    assert await Task.filter(kind=TaskKind.SERVE_LETTER).count() == 0


async def test_with_an_address_it_also_goes_by_mail(office: Office) -> None:
    given = Heading(heading="晋阳大学", word="诚档", signatory="晋阳大学", email="office@university.example")
    await set_heading(given, by=office.clerk, now=NOW)
    before = settings()
    use(**(before.model_dump() | {"smtp_host": "mail.example", "mail_from": "archive@archive.example"}))
    try:
        await remind(2)
        await sending.drawing.draw_due(now=NOW, limit=5)
        await sending.drawing.begin_due(now=NOW, limit=5)
        [mail] = [one for one in await sending.claim([Channel.EMAIL], now=NOW + timedelta(3))]
        assert mail.hint.to == "office@university.example" and "收到的文书" in mail.hint.text
        assert "复核" not in mail.hint.text
    finally:
        use(**before.model_dump())
