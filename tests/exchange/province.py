"""What the tests of the exchange stand on: the real sandbox platform as a process of its own, entries in effect, and
the worker's rounds done by hand."""

import asyncio
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Protocol

from uuid_utils.compat import uuid7

from integrity_archive import clock, guomi
from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.database import tx
from integrity_archive.demo.world import TENANTS, Adult, groups
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Statement
from integrity_archive.exchange import actions, outbox, planner, receipts, registration
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.links import Links
from integrity_archive.exchange.models import Delivery
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Identifier, Person
from integrity_archive.sealing import key_of, new_key, vault

UNIVERSITY = TENANTS[0]
TEST_KEY = "1" * 64  # a published test key
ITEMS = ["ST-EXM-CHEAT", "ST-ACA-MISC", "ST-VOL-MERIT"]
ADULTS = groups(7)[0].adults
PATIENCE = 20.0


class Reachable(Protocol):
    """What these tests need of the fixture `database`."""

    app: str


@dataclass
class Sandbox:
    """The platform's process, its registration file and its ledger, which is the judge of every test here."""

    folder: Path
    process: subprocess.Popen[bytes]
    url: str = field(init=False)

    def __post_init__(self) -> None:
        until = monotonic() + PATIENCE
        while not self.file.exists():
            assert self.process.poll() is None and monotonic() < until, "the sandbox did not start"
            sleep(0.02)
        self.url = json.loads(self.file.read_text())["base_url"]

    @property
    def file(self) -> Path:
        return self.folder / "registration.json"

    @property
    def ledger(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "ledger.jsonl").read_text().splitlines()]

    @property
    def accepted(self) -> list[tuple[str, int, str]]:
        """(entry_no, seq, payload_hash) of everything that had an effect there, as often as it had one."""
        outcomes = [each for line in self.ledger for each in line.get("outcomes", [line.get("outcome", {})])]
        receipts = [each["receipt"] for each in outcomes if each.get("effect")]
        return sorted((receipt["entry_no"], receipt["seq"], receipt["payload_hash"]) for receipt in receipts)

    def set(self, **faults: float) -> None:
        self.post("/faults", faults)

    def post(self, path: str, value: object) -> dict[str, Any]:
        request = urllib.request.Request(self.url + path, json.dumps(value).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=5) as answer:
            told: dict[str, Any] = json.load(answer)
        return told


@contextmanager
def running(
    folder: Path, *, population: dict[str, str], units: list[dict[str, Any]] | None = None, **options: object
) -> Iterator[Sandbox]:
    """The platform as a process, for these units or for the one university."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "units.json").write_text(json.dumps(units or [a_unit(UNIVERSITY.uscc)]))
    (folder / "population.json").write_text(json.dumps(population))
    command = [sys.executable, "-m", "integrity_archive.sandbox", "platform", "--home", str(folder)]
    command += ["--registration", str(folder / "registration.json")]
    command += ["--units", str(folder / "units.json"), "--population", str(folder / "population.json")]
    command += [part for name, value in options.items() for part in (f"--{name.replace('_', '-')}", str(value))]
    with (folder / "sandbox.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        yield Sandbox(folder, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)


@dataclass
class University:
    """One university with its two officers, which makes entries in effect."""

    organisation: Organisation
    clerk: Account
    reviewer: Account
    made: int = 0

    async def entry(self, adult: Adult | None = None, **changes: Any) -> Entry:
        """An entry in effect about an adult of its own, with the event that says so."""
        return (await self.entries(1, adult, **changes))[0]

    @tx
    async def entries(self, count: int, adult: Adult | None = None, **changes: Any) -> list[Entry]:
        return [await self.one(adult or ADULTS[self.made % len(ADULTS)], **changes) for _ in range(count)]

    async def one(self, adult: Adult, *, summary: str = "由他人冒名代替参加考试。", **changes: Any) -> Entry:
        self.made += 1
        person = await known(adult)
        key, id, today = await new_key(), uuid7(), clock.today(clock.now())
        facts = {
            "document_no": f"汾霁考〔2026〕{self.made}号",
            "document_title": "国家教育考试违规处理决定书",
            "authority": "岚泓省招生考试管理中心",
            "summary": summary,
            "sanction_text": "暂停参加该项考试二年",
        }
        values: dict[str, Any] = {
            "record_type": "SN-EXF-0605",
            "severity": "SERIOUS",
            "authority_uscc": UNIVERSITY.uscc,
            "deciding_body": "PROVINCIAL_EXAM_BODY",
            "decided_on": date(2026, 7, 1),
            "served_on": date(2026, 7, 3),
            "remedies_told": True,
            "conduct_ended_on": date(2026, 6, 7),
            "sanction_kind": "SUSPEND_EXAM",
            "sanction_from": date(2026, 7, 1),
            "sanction_to": date(2028, 6, 30),
            "final_on": date(2026, 9, 21),
            "told_on": date(2026, 9, 22),
            "display_until": date(2028, 6, 30),
        }
        entry = await Entry.create(
            id=id,
            number=f"{self.organisation.uscc}-{today.year}-{self.made:010d}",
            person=person,
            organisation=self.organisation,
            clerk=self.clerk,
            reviewer=self.reviewer,
            key_id=key.id,
            edition="SX-SAMPLE-2026-1",
            state=State.EFFECTIVE,
            state_since=clock.now(),
            sealed=key.seal_json(facts, place=f"entries_entry.sealed:{id}"),
            **values | changes,
        )
        await record(
            Kind.ENTRY_TOOK_EFFECT,
            by=SYSTEM,
            now=clock.now(),
            key=key,
            organisation=self.organisation.id,
            person=person.id,
            entry=entry.id,
        )
        return entry


async def known(adult: Adult) -> Person:
    """The person with that number, made on first use."""
    term = vault().term("identity", f"111:{adult.number}")
    if found := await Identifier.get_or_none(term=term).prefetch_related("person"):
        return found.person
    key, id, number_id = await new_key(), uuid7(), uuid7()
    sealed = key.seal_json(
        {"name": adult.name, "birth_on": adult.birth.isoformat()}, place=f"people_person.sealed:{id}"
    )
    person = await Person.create(id=id, key_id=key.id, sealed=sealed, name_term=vault().term("name", adult.name))
    number = key.seal(adult.number.encode(), place=f"people_identifier.sealed:{number_id}")
    await Identifier.create(id=number_id, person=person, kind="111", sealed=number, term=term)
    return person


@tx
async def correct(adult: Adult, *, name: str) -> None:
    """The person's name is mended; so is the event that says so written."""
    person = await Person.get(identifiers__term=vault().term("identity", f"111:{adult.number}")).select_for_update()
    key = await key_of(person.key_id)
    particulars = {"name": name, "birth_on": adult.birth.isoformat()}
    person.sealed = key.seal_json(particulars, place=f"people_person.sealed:{person.id}")
    await person.save(update_fields=["sealed"])
    await record(Kind.PERSON_CORRECTED, by=SYSTEM, now=clock.now(), key=key, person=person.id)


@tx
async def state(text: str) -> None:
    """The person makes a statement about the one entry there is."""
    entry = await Entry.get()
    key, id = await key_of(entry.key_id), uuid7()
    sealed = key.seal(text.encode(), place=f"entries_statement.sealed:{id}")
    await Statement.create(id=id, entry=entry, sealed=sealed, at=clock.now())
    await record(Kind.ENTRY_STATED, by=SYSTEM, now=clock.now(), key=key, person=entry.person_id, entry=entry.id)


@contextmanager
def worker(database: str, home: Path, **settings: object) -> Iterator[subprocess.Popen[bytes]]:
    """A worker as a process of its own, on a database."""
    values = {"home": home, "profile": "test", "worker_poll": 0.05, "exchange_lease": 4} | settings
    environment = {f"IA_{name.upper()}": str(value) for name, value in values.items()}
    command = [sys.executable, "-c", "from integrity_archive.worker import main; main()"]
    passed = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    process = subprocess.Popen(command, env=passed | environment | {"DATABASE_URL": database})
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)


@dataclass
class Exchange:
    """What the worker does, by hand: one round of every job, or rounds until nothing is open."""

    links: Links

    async def round(self) -> None:
        await planner.plan(now=clock.now())
        await outbox.send(self.links, now=clock.now())
        self.links.next_poll.clear()
        await receipts.collect(self.links, now=clock.now())

    async def until(self, done: Callable[[], Awaitable[bool]]) -> None:
        limit = monotonic() + PATIENCE
        while not await done():
            assert monotonic() < limit, await states()
            await self.round()
            await asyncio.sleep(0.05)


async def states() -> list[str]:
    return sorted([state.value for state in await Delivery.all().values_list("state", flat=True)])


async def register(sandbox: Sandbox) -> None:
    await actions.register(registration.parse(sandbox.file.read_bytes()), by=SYSTEM, now=clock.now())


async def ours() -> list[tuple[str, int, str]]:
    """What we believe the platform has accepted."""
    rows = await Delivery.filter(state=DeliveryState.ACCEPTED).values_list("head__number", "seq", "payload_hash")
    return sorted(rows)


async def all_in(state: DeliveryState) -> bool:
    return set(await states()) == {state.value}


def a_unit(uscc: str, items: list[str] | None = None, *, unit_code: str = UNIVERSITY.unit_code) -> dict[str, Any]:
    return {"uscc": uscc, "unit_code": unit_code, "catalogue_items": items or ITEMS}


def a_registration(**changes: Any) -> dict[str, Any]:
    """A registration file as an operator hands it out, with test keys."""
    public = guomi.SigningKey(TEST_KEY).public_key
    return {
        "registration": "1",
        "environment": "test",
        "target": "province-test",
        "channel": "service",
        "base_url": "http://127.0.0.1:9100",
        "spec": "PPG/1.0",
        "app_id": "SXEDU01",
        "batch_prefix": "SXEDU01",
        "units": [a_unit(UNIVERSITY.uscc)],
        "sender_signing": {"kid": "snd-1", "private_key_hex": TEST_KEY, "private_key_file": None},
        "platform_signing": [{"kid": "plt-1", "public_key": public}],
        "platform_encryption": {"kid": "enc-1", "public_key": public},
        "callback": None,
    } | changes
