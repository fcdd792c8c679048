"""Mails and messages go to real servers of their own. They say that a document waits, and nothing of what it says."""

import asyncio
import re
import signal
import socket
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Protocol

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.entries import actions as entries
from integrity_archive.entries import settling
from integrity_archive.entries.kinds import Ending
from integrity_archive.letters import actions
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState, Reason
from integrity_archive.letters.models import Letter
from integrity_archive.letters.serving import Vain
from integrity_archive.people.models import Person
from integrity_archive.people.queries import particulars
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import How, RecipientKind

from ..building import NOW, Office, a_notified_entry, a_person, an_effective_entry
from .office import (
    PATIENCE,
    Outside,
    attempt,
    confirmed,
    cover,
    hand_over,
    mail_settings,
    outside,
    rounds,
    rounds_of_all,
    set_to,
    told,
    worker,
)


class Reachable(Protocol):
    app: str


async def mailed(office: Office, student: Person, to: str = "student@mail.example") -> Letter:
    """A letter whose reader gave a mail address."""
    await confirmed(office, student, email=to)
    return await cover(await told(office, student))


async def test_a_mail_says_that_a_document_waits_and_nothing_else(
    office: Office, student: Person, mail: Outside
) -> None:
    with set_to(**mail_settings(mail)):
        letter = await mailed(office, student)
    [message] = mail.mails
    text = message.get_content()
    assert message["To"] == "student@mail.example" and message["Message-ID"]
    assert letter.code in text.replace(" ", "") and "http" not in text and "www." not in text
    person = await particulars(student.id)
    assert person.name not in text and person.number not in text and letter.number not in text
    assert not re.search("作弊|失信|处分|决定", str(message["Subject"]) + text)
    sent = await attempt(letter, Channel.EMAIL)
    assert (sent.state, sent.counts) == (LetterState.SENT, False)


async def test_a_mail_about_a_change_reads_as_any_other(office: Office, student: Person, mail: Outside) -> None:
    """What became of an entry is told inside: a mail to somebody who had received it names no entry and no outcome."""
    entry, reader = await an_effective_entry(office, student), await a_person(office)
    await confirmed(office, reader, email="reader@mail.example")
    await recipients.told(
        entry.id, recipient_kind=RecipientKind.PERSON, recipient=reader.id, how=How.LETTER, about=reader.id, now=NOW
    )
    await settling.revoke(entry.id, entries.Reason(text="原决定已被撤销。"), Ending.REVOKED, by=SYSTEM, now=NOW)
    with set_to(**mail_settings(mail)):
        await rounds_of_all()

    [message] = [one for one in mail.mails if one["To"] == "reader@mail.example"]
    letter = await Letter.get(kind=LetterKind.CHANGED)
    said = str(message["Subject"]) + message.get_content()
    assert letter.code in said.replace(" ", "") and letter.number not in said and entry.number not in said
    assert not re.search("变动|变化|撤销|更正|修复|失信|异议|作弊|处分|决定|http|www", said)


async def test_a_mailbox_that_is_refused_for_good_is_not_tried_again(
    office: Office, student: Person, mail: Outside
) -> None:
    with set_to(**mail_settings(mail)):
        letter = await mailed(office, student, "unknown@mail.example")
        await rounds(now=NOW + timedelta(hours=3))
    failed = await attempt(letter, Channel.EMAIL)
    assert (failed.state, failed.reason, failed.tries) == (LetterState.FAILED, Reason.REFUSED_BY_SERVER, 1)
    assert (await cover_again(letter)).settled_at is None, "the paper is still to be served"


async def test_a_server_that_asks_to_wait_is_asked_again_each_time_later(
    office: Office, student: Person, mail: Outside
) -> None:
    with set_to(**mail_settings(mail, letters_tries=3)):
        letter = await mailed(office, student, "later@mail.example")
        first = await attempt(letter, Channel.EMAIL)
        assert (first.state, first.next_at) == (LetterState.CREATED, NOW + timedelta(seconds=60))
        await rounds(now=NOW + timedelta(seconds=61))
        second = await attempt(letter, Channel.EMAIL)
        assert second.next_at == NOW + timedelta(seconds=61 + 120)
        await rounds(now=NOW + timedelta(hours=1))
    given_up = await attempt(letter, Channel.EMAIL)
    assert (given_up.state, given_up.reason, given_up.tries) == (LetterState.FAILED, Reason.NO_ANSWER, 3)


async def test_a_server_that_says_nothing_is_left_after_the_time_limit(
    office: Office, student: Person, mail: Outside
) -> None:
    with set_to(**mail_settings(mail, letters_timeout=0.5)):
        letter = await mailed(office, student, "silent@mail.example")
    waiting = await attempt(letter, Channel.EMAIL)
    assert waiting.state is LetterState.CREATED and waiting.next_at and waiting.next_at > NOW
    assert mail.mails == []


async def test_no_server_at_all_is_tried_again_when_there_is_one(
    office: Office, student: Person, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    given = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_tls": "none", "mail_from": "archive@office.example"}
    with set_to(**given):
        letter = await mailed(office, student)
        assert (await attempt(letter, Channel.EMAIL)).state is LetterState.CREATED
        with outside("mail", tmp_path / "late", port=port) as server:
            assert server.address["port"] == port
            await rounds(now=NOW + timedelta(minutes=5))
            assert len(server.mails) == 1
    assert (await attempt(letter, Channel.EMAIL)).state is LetterState.SENT


async def test_a_mail_whose_answer_was_lost_is_sent_again_under_the_same_identification(
    office: Office, student: Person, mail: Outside
) -> None:
    """The server took it and died before it could say so: twice is possible, and a mailbox can tell."""
    with set_to(**mail_settings(mail)):
        letter = await mailed(office, student, "lost@mail.example")
        await rounds(now=NOW + timedelta(minutes=5))
    first, second = mail.mails
    assert first["Message-ID"] == second["Message-ID"] and first.get_content() == second.get_content()
    assert (await attempt(letter, Channel.EMAIL)).state is LetterState.SENT


@pytest.mark.parametrize(
    ("moment", "mails"),
    [("letters.before_commit", 1), ("letters.after_claim", 1), ("letters.after_send", 2), ("letters.before_settle", 2)],
)
async def test_a_killed_worker_loses_no_mail(
    moment: str, mails: int, office: Office, student: Person, mail: Outside, database: Reachable, home: Path
) -> None:
    given = mail_settings(mail, letters_timeout=0.5)  # a claim outlasts it twice
    with set_to(**given):
        await confirmed(office, student, email="student@mail.example")
        entry = await a_notified_entry(office, student)
    with worker(database.app, home, testing=1, killpoint=moment, **given) as killed:
        assert await asyncio.to_thread(killed.wait, PATIENCE) == -signal.SIGKILL
    with worker(database.app, home, **given):
        limit = monotonic() + PATIENCE
        while not await is_sent(entry.id):
            assert monotonic() < limit
            await asyncio.sleep(0.05)
    assert len(mail.mails) == mails and len({message["Message-ID"] for message in mail.mails}) == 1
    assert await Letter.filter(entry_id=entry.id).count() == 1


async def is_sent(entry: object) -> bool:
    letter = await Letter.filter(entry_id=entry).first()
    found = await letter.attempts.filter(channel=Channel.EMAIL).first() if letter else None
    return found is not None and found.state is LetterState.SENT


async def test_a_bounce_behind_a_delivery_is_recorded_and_changes_nothing(
    office: Office, student: Person, mail: Outside
) -> None:
    with set_to(**mail_settings(mail)):
        letter = await mailed(office, student)
        delivered = await hand_over(office, letter)
        before = await attempt(letter, Channel.EMAIL)
        bounce = Vain(reason=Reason.BOUNCED)
        await actions.fail(before.id, bounce, by=office.clerk, now=NOW)
    after = await attempt(letter, Channel.EMAIL)
    assert (after.state, after.reason, after.settled_at) == (before.state, before.reason, before.settled_at)
    now = await cover_again(letter)
    assert (now.state, now.settled_at) == (LetterState.DELIVERED, delivered.settled_at)


async def test_without_a_server_no_mail_is_offered(office: Office, student: Person) -> None:
    letter = await mailed(office, student)
    assert not await letter.attempts.filter(channel__in=[Channel.EMAIL, Channel.TEXT])


async def test_a_message_holds_no_content_and_a_repetition_is_kept_once(
    office: Office, student: Person, texts: Outside
) -> None:
    with set_to(text_url=texts.address["url"], letters_timeout=5):
        await confirmed(office, student, phone="13800000003")  # told once to come later
        letter = await cover(await told(office, student))
        assert (await attempt(letter, Channel.TEXT)).state is LetterState.CREATED
        await rounds(now=NOW + timedelta(minutes=5))
        again = await attempt(letter, Channel.TEXT)
    [message] = texts.texts
    assert message["id"] == str(again.id) and again.state is LetterState.SENT
    assert letter.code in message["text"].replace(" ", "") and "http" not in message["text"]
    assert (await particulars(student.id)).name not in message["text"]


async def test_a_number_that_gets_none_has_failed(office: Office, student: Person, texts: Outside) -> None:
    with set_to(text_url=texts.address["url"]):
        await confirmed(office, student, phone="13800000001")
        letter = await cover(await told(office, student))
    failed = await attempt(letter, Channel.TEXT)
    assert (failed.state, failed.reason) == (LetterState.FAILED, Reason.REFUSED_BY_SERVER)


async def test_another_mail_server_understands_us_as_well(office: Office, student: Person) -> None:
    """Ours was written with the sender in view; this one was not."""
    from aiosmtpd.controller import Controller

    took: list[bytes] = []

    class Keeps:
        async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
            took.append(envelope.content)  # type: ignore[attr-defined]
            return "250 ok"

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    other = Controller(Keeps(), hostname="127.0.0.1", port=port)
    other.start()
    try:
        given = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_tls": "none", "mail_from": "a@office.example"}
        with set_to(**given):
            letter = await mailed(office, student)
    finally:
        other.stop()
    assert len(took) == 1 and (await attempt(letter, Channel.EMAIL)).state is LetterState.SENT


async def cover_again(letter: Letter) -> Letter:
    return await Letter.get(id=letter.id)
