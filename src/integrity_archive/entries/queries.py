"""Entries as they are read: by their office, by the person, and by whoever may ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import calendar, edition
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.record_types import Polarity, Severity
from integrity_archive.database import rows, tx
from integrity_archive.entries import documents
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import Objection
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import WRITING, concerns
from integrity_archive.entries.models import Certificate, Entry, Evidence, Notice
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import NotFound
from integrity_archive.journal import queries as journal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, key_of, vault

UNTOLD = (State.DRAFT, State.FILED)  # the person has not been told yet
LISTED = (
    "id", "number", "person_id", "record_type", "edition", "severity", "state", "state_since", "objection",
    "decided_on", "effect_due_on", "final_on", "display_until",
)  # fmt: skip
TOLD = """
select e.id, e.record_type, e.edition, e.severity, e.decided_on, e.final_on, e.sanction_to, e.objection,
    e.consented_on, s.id as statement, s.sealed, k.id as key, k.wrapped
from entries_entry e join sealing_key k on k.id = e.key_id
left join lateral (
    select id, sealed from entries_statement where entry_id = e.id order by at desc, id desc limit 1) s on true
"""
DISCLOSABLE = """where e.person_id = $1 and e.state = 'effective' and e.final_on <= $2
    and (e.display_until is null or e.display_until >= $2)
    and split_part(e.record_type, '-', 2) = any($3::text[])
order by e.decided_on desc, e.id
"""


@dataclass(frozen=True)
class Row:
    """An entry in a list: nothing sealed."""

    id: UUID
    number: str
    person: UUID
    record_type: str
    edition: str
    severity: Severity | None
    state: State
    state_since: datetime
    objection: Objection
    decided_on: date
    effect_due_on: date | None
    final_on: date | None
    display_until: date | None


@dataclass(frozen=True)
class Attached:
    """A document without its bytes."""

    id: UUID
    kind: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True)
class Said:
    """A statement of the person."""

    text: str
    at: datetime


@dataclass(frozen=True)
class Proven:
    """The certificate of effect: the facts the gate rested on, and their hash in hex."""

    facts: dict[str, Any]
    sha256: str
    at: datetime


@dataclass(frozen=True)
class EntryView:
    """Everything about one entry, opened for somebody it concerns. `gate` is None once it has been passed or left."""

    entry: Entry
    facts: dict[str, str | None]
    evidence: list[Attached]
    notice: Notice | None
    statements: list[Said]
    certificate: Proven | None
    gate: Gate | None
    acts: list[str]
    history: list[journal.Act]


@dataclass(frozen=True)
class Disclosed:
    """What an authorised inquirer sees of an effective entry: no narrative, no evidence (DOMAIN §7.2)."""

    entry: UUID
    record_type: str
    name: Name
    polarity: Polarity
    severity: Severity | None
    decided_on: date
    sanction_to: date | None
    objection: Objection
    statement: str | None


async def listing(
    by: Actor, *, state: State | None = None, person: UUID | None = None, after: UUID | None = None, limit: int = 50
) -> list[Row]:
    """The entries of the actor's office, newest first; `after` is the last id of the page before."""
    require(by, Permission.ENTRY_SEE)
    found = Entry.filter(organisation_id=by.organisation).order_by("-id").limit(limit)
    for column, value in (("state", state), ("person_id", person), ("id__lt", after)):
        if value is not None:
            found = found.filter(**{column: value})
    return [listed(row) for row in await found.values(*LISTED)]


async def of_person(person: UUID) -> list[Row]:
    """Every entry that the person was told of, newest first: for the person himself."""
    shown = (State.NOTIFIED, State.EFFECTIVE)
    found = Entry.filter(person_id=person, state__in=shown).order_by("-decided_on", "-id")
    return [listed(row) for row in await found.values(*LISTED)]


def listed(row: dict[str, Any]) -> Row:
    return Row(person=row.pop("person_id"), **row)


@tx
async def view(entry_id: UUID, *, by: Actor, now: datetime) -> EntryView:
    """One entry with all that stands beside it. An officer's look is itself recorded."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.ENTRY_SEE, person=by.person)
    entry = await Entry.get_or_none(id=entry_id)
    if entry is None or not concerns(entry, by) or (own and entry.state in UNTOLD):
        raise NotFound()
    key = await key_of(entry.key_id)
    seen = Kind.OWN_FILE_SEEN if own else Kind.ENTRY_SEEN
    await record(seen, by=by, now=now, key=key, person=entry.person_id, entry=entry.id)
    return await opened(entry, key, by=by, today=clock.today(now))


async def opened(entry: Entry, key: Key, *, by: Actor, today: date) -> EntryView:
    standing = await Standing.of(entry)
    certificate = await Certificate.get_or_none(entry_id=entry.id)
    waits = entry.state in (State.DRAFT, State.FILED, State.NOTIFIED)
    history = await journal.of_entry(entry.id)
    return EntryView(
        entry=entry,
        facts=key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}"),
        evidence=[attached(one, key) for one in standing.evidence],
        notice=standing.notice,
        statements=[
            Said(key.open(one.sealed, place=f"entries_statement.sealed:{one.id}").decode(), one.at)
            for one in standing.statements
        ],
        certificate=proven(certificate, key) if certificate else None,
        gate=standing.gate(calendar.official(), today=today) if waits else None,
        acts=possible(standing, history, by=by),
        history=history,
    )


def possible(standing: Standing, history: list[journal.Act], *, by: Actor) -> list[str]:
    """The acts that the lifecycle offers this actor, less those that this entry can never take."""
    entry, adverse = standing.entry, standing.kind.polarity is Polarity.NEGATIVE
    acts = set(ENTRY.acts(entry.state, by=by))
    acts -= {"confirm"} if adverse else {"notify"}
    if standing.notice and standing.notice.served_on:
        acts.discard("serve")
    if by.account == entry.clerk_id or any(act.actor == by.account and act.kind in WRITING for act in history):
        acts -= {"notify", "confirm", "refer_back", "withdraw"}
    return sorted(acts)


def attached(one: Evidence, key: Key) -> Attached:
    names = key.open_json(one.sealed, place=f"entries_evidence.sealed:{one.id}")
    return Attached(one.id, one.kind, names["file_name"], one.media_type, one.size, names["sha256"], one.at)


def proven(certificate: Certificate, key: Key) -> Proven:
    facts = key.open_json(certificate.sealed, place=f"entries_certificate.sealed:{certificate.id}")
    return Proven(facts, bytes(certificate.sha256).hex(), certificate.at)


async def evidence(evidence_id: UUID, *, entry_id: UUID | None = None, by: Actor) -> tuple[str, str, bytes]:
    """File name, media type and bytes of a document, for the entry's office and for the person.

    With `entry_id` only a document of that entry is found.
    """
    found = await Evidence.get_or_none(id=evidence_id)
    entry = await Entry.get(id=found.entry_id) if found else None
    if found is None or entry is None or entry_id not in (None, entry.id) or not concerns(entry, by):
        raise NotFound()
    if by.person and entry.state in UNTOLD:
        raise NotFound()
    require(by, Permission.OWN_FILE if by.person else Permission.ENTRY_SEE, person=by.person)
    name, data = await documents.read(found, await key_of(entry.key_id))
    return name, found.media_type, data


async def disclosable(person: UUID, families: list[str], *, on: date) -> list[Disclosed]:
    """What may be told of a person on that day: effective, final, within its display period; merits with consent."""
    found = await rows(TOLD + DISCLOSABLE, [person, on, families])
    return [told(row) for row in found if shown(row)]


async def disclosed(entries: list[UUID]) -> list[Disclosed]:
    """These entries in the same form, for an answer that was given before."""
    return [
        told(row)
        for row in await rows(TOLD + "where e.id = any($1::uuid[]) order by e.decided_on desc, e.id", [entries])
    ]


def shown(row: dict[str, Any]) -> bool:
    """A merit that needs consent is kept, but not told without it (志愿服务条例 20)."""
    kind = edition.load(row["edition"]).record_type(row["record_type"])
    return kind.polarity is not Polarity.POSITIVE or not kind.consent_needed or row["consented_on"] is not None


def told(row: dict[str, Any]) -> Disclosed:
    kind = edition.load(row["edition"]).record_type(row["record_type"])
    return Disclosed(
        entry=row["id"],
        record_type=kind.code,
        name=kind.name,
        polarity=kind.polarity,
        severity=Severity(row["severity"]) if row["severity"] else None,
        decided_on=row["decided_on"],
        sanction_to=row["sanction_to"],
        objection=Objection(row["objection"]),
        statement=statement(row),
    )


def statement(row: dict[str, Any]) -> str | None:
    if row["sealed"] is None:
        return None
    key = vault().unwrap(row["key"], row["wrapped"])
    return key.open(row["sealed"], place=f"entries_statement.sealed:{row['statement']}").decode()


async def counts(by: Actor) -> dict[State, int]:
    """How many entries of the actor's office stand in each state."""
    require(by, Permission.ENTRY_SEE)
    sql = "select state, count(*) as entries from entries_entry where organisation_id = $1 group by state"
    found = {row["state"]: row["entries"] for row in await rows(sql, [by.organisation])}
    return {state: found.get(state, 0) for state in State}


async def about(ids: Iterable[UUID], *, by: Actor) -> dict[UUID, Row]:
    """Those entries of the actor's office, by id: for lists of what hangs on entries."""
    require(by, Permission.ENTRY_SEE)
    found = Entry.filter(id__in=set(ids), organisation_id=by.organisation)
    return {row["id"]: listed(row) for row in await found.values(*LISTED)}
