"""What the tests of letters stand on: an office with an entry to tell of, the worker's rounds by hand, and the mail
server and the message service as processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from integrity_archive import settings as chosen
from integrity_archive.entries.models import Entry
from integrity_archive.journal import readers
from integrity_archive.letters import actions, planner, sending
from integrity_archive.letters.addresses import Confirmed
from integrity_archive.letters.kinds import Channel, LetterState
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.serving import Delivery
from integrity_archive.letters.writing import opened
from integrity_archive.people.models import Person
from integrity_archive.recipients import planner as recipients
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

from ..building import NOW, PDF, Office, a_notified_entry

PATIENCE = 20.0
THROUGH_US: dict[str, Any] = {"decision_route": "through_us", "served_on": None, "decision_method": None}


async def rounds(*, now: datetime = NOW) -> None:
    """What the worker does until nothing is left to do."""
    await readers.enrol(planner.READER, planner.KINDS)
    while await planner.plan(now=now) + await sending.send_due(now=now):
        pass


async def rounds_of_all(*, now: datetime = NOW) -> None:
    """The same with the reader that finds whom to tell of a change."""
    await readers.enrol(recipients.READER, recipients.KINDS)
    await readers.enrol(planner.READER, planner.KINDS)
    while await recipients.plan(now=now) + await planner.plan(now=now) + await sending.send_due(now=now):
        pass


async def words(letter: Letter) -> str:
    """All that a letter says, in one string."""
    content = opened(letter, await key_of(letter.key_id))
    facts = [f"{name}：{value}" for part in content.parts for name, value in part.facts]
    sentences = [sentence for part in content.parts for sentence in (*part.sentences, part.warning)]
    return "\n".join([content.subject, content.to, *facts, *sentences])


async def told(office: Office, person: Person, *, now: datetime = NOW, **changes: Any) -> Entry:
    """An entry whose notice is approved, and its letters on their way."""
    entry = await a_notified_entry(office, person, now=now, **changes)
    await rounds(now=now)
    return entry


async def cover(entry: Entry) -> Letter:
    return await Letter.filter(entry_id=entry.id, enclosed_in=None).order_by("-id").first().get()  # type: ignore[union-attr]


async def attempt(letter: Letter, channel: Channel) -> Attempt:
    """The newest try of that way."""
    found = await Attempt.filter(letter_id=letter.id, channel=channel).order_by("-id").first()
    assert found
    return found


async def tried(letter: Letter) -> dict[Channel, LetterState]:
    return {one.channel: one.state for one in await Attempt.filter(letter_id=letter.id).order_by("id")}


async def hand_over(office: Office, letter: Letter, *, now: datetime = NOW) -> Letter:
    by_hand = await attempt(letter, Channel.IN_PERSON)
    return await actions.deliver(by_hand.id, Delivery(on=now.date()), "回证.pdf", PDF, by=office.clerk, now=now)


async def confirmed(office: Office, person: Person, **given: Any) -> None:
    said = Confirmed.model_validate({"confirmed_on": NOW.date(), "post": "岚泓市文源路1号", **given})
    await actions.confirm(person.id, said, "确认书.pdf", PDF, by=office.clerk, now=NOW)


def days(count: int) -> datetime:
    return NOW + timedelta(days=count)


@dataclass
class Outside:
    """A process of the sandbox: a mail server or a message service, and what it took."""

    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> dict[str, Any]:
        until = monotonic() + PATIENCE
        file = self.folder / "address.json"
        while not (file.exists() and file.read_text()):
            assert self.process.poll() is None and monotonic() < until, "it did not start"
            sleep(0.02)
        return json.loads(file.read_text())  # type: ignore[no-any-return]

    @property
    def mails(self) -> list[EmailMessage]:
        files = sorted(self.folder.glob("*.eml"), key=lambda file: int(file.stem))
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]  # type: ignore[misc]

    @property
    def texts(self) -> list[dict[str, str]]:
        file = self.folder / "texts.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


@contextmanager
def outside(verb: str, folder: Path, *, port: int = 0) -> Iterator[Outside]:
    folder.mkdir(exist_ok=True)
    run = [sys.executable, "-m", "integrity_archive", "sandbox", verb, "--home", str(folder)]
    run += ["--address", str(folder / "address.json"), "--port", str(port)]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(run, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield Outside(folder, process)
    finally:
        process.kill()
        process.wait()


@contextmanager
def set_to(**values: Any) -> Iterator[None]:
    """Other settings for a while."""
    before = settings()
    chosen.use(**(before.model_dump() | values))
    try:
        yield
    finally:
        chosen.chosen[:] = [before]


def mail_settings(server: Outside, **other: Any) -> dict[str, Any]:
    address = server.address
    given = {"smtp_host": address["host"], "smtp_port": address["port"], "smtp_tls": "none"}
    return given | {"mail_from": "archive@office.example", "letters_timeout": 5, "letters_wait": 60} | other


@contextmanager
def worker(url: str, home: Path, **values: object) -> Iterator[subprocess.Popen[bytes]]:
    """Our own worker as a process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IA_")}
    given = {f"IA_{name.upper()}": str(value) for name, value in values.items() if value is not None}
    setting = kept | {"DATABASE_URL": url, "IA_HOME": str(home), "IA_PROFILE": "test", "IA_WORKER_POLL": "0.05"} | given
    with (home / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "integrity_archive", "work"], stdout=log, stderr=log, env=setting
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
