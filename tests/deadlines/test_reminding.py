"""An office is reminded of each of its clocks once, a working day before it is over."""

import asyncio
from datetime import timedelta

import pytest

from integrity_archive.deadlines.reminding import remind_due
from integrity_archive.letters import queries, sending
from integrity_archive.letters.actions import open_letter, set_heading
from integrity_archive.letters.heading import Heading
from integrity_archive.letters.kinds import Channel, LetterKind
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.settings import settings, use
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, Office, a_filed_entry, a_person, a_university

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


async def test_nobody_is_reminded_of_a_complaint_about_himself(office: Office) -> None:
    about = office.organisation.id
    await Task.all().update(state=TaskState.DONE)
    await open_task(
        TaskKind.COMPLAINT, about, about, due_on=NOW.date(), rule="remedies.complaint", by=office.clerk, now=NOW
    )
    assert await remind(0) == 0


async def test_it_lies_in_the_offices_own_inbox_and_names_nobody(office: Office) -> None:
    await remind(2)
    while await sending.send_due(now=NOW + timedelta(2)):
        pass
    letter = await Letter.get()
    await open_letter(letter.id, by=office.reviewer, now=NOW + timedelta(2))
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
