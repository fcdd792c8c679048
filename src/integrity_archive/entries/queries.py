"""Entries as they are read: by their office, by the person, and by whoever may ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import calendar
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.database import rows, tx
from integrity_archive.entries import documents, statements
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import concerns
from integrity_archive.entries.models import Certificate, Entry, Evidence, Notice
from integrity_archive.entries.offered import Served, possible, services
from integrity_archive.entries.redaction import is_released, released
from integrity_archive.entries.standing import Standing
from integrity_archive.entries.visibility import over, over_sql
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.journal import queries as journal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, key_of

UNTOLD = (State.UNVERIFIED, State.DRAFT, State.FILED)  # the person has not been told yet
LISTED = (
    "id", "number", "person_id", "record_type", "edition", "severity", "state", "state_since", "objection",
    "decided_on", "effect_due_on", "final_on", "display_until", "suspended", "lifted_on",
)  # fmt: skip
COLUMNS = ", ".join(f"e.{name}" for name in LISTED)
OF_OFFICE = f"""
select {COLUMNS} from entries_entry e where e.organisation_id = $1 and not {over_sql("$2")}
    and ($3::text is null or e.state = $3) and ($4::uuid is null or e.person_id = $4)
    and ($5::uuid is null or e.id < $5)
order by e.id desc limit $6
"""
OF_PERSON = f"""
select {COLUMNS} from entries_entry e
where e.person_id = $1 and e.state in ('notified', 'effective') and not {over_sql("$2")}
order by e.decided_on desc, e.id desc
"""
COUNTS = f"""
select e.state, count(*) as entries from entries_entry e where e.organisation_id = $1 and not {over_sql("$2")}
group by e.state
"""
PUT_AWAY = f"""
select e.id, e.number, e.state, e.state_since, e.ended_because, e.display_until, e.erase_after,
    exists (select from entries_hold h where h.entry_id = e.id and h.released_at is null
        and coalesce(h.until >= $2::date, true)) as held
from entries_entry e where e.organisation_id = $1 and {over_sql("$2")} order by e.id desc
"""
ABOUT = f"""
select {COLUMNS} from entries_entry e
where e.id = any($1::uuid[]) and e.organisation_id = $2 and not {over_sql("$3")}
"""


class NoLongerShown(Refusal):
    """This entry is not shown any more: its display period is over, or it was repaired, revoked or withdrawn."""

    status = 410
    zh = "该条目已停止展示：展示期届满，或者已经修复、撤销、撤回。"


@dataclass(frozen=True)
class PutAway:
    """An entry that may not be shown any more: that it exists, why it ended, and until when its sealed copy is kept."""

    id: UUID
    number: str
    state: str
    state_since: datetime
    ended_because: str | None
    display_until: date | None
    erase_after: date | None
    held: bool


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
    suspended: bool
    lifted_on: date | None


@dataclass(frozen=True)
class Attached:
    """A document without its bytes."""

    id: UUID
    kind: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    names_others: bool
    redacts: UUID | None
    at: datetime


@dataclass(frozen=True)
class Said:
    """A statement of the person; `travels` is what of it is in answers and pushes, None while it is held back."""

    id: UUID
    text: str
    travels: str | None
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
    services: list[Served]
    statements: list[Said]
    certificate: Proven | None
    gate: Gate | None
    acts: list[str]
    history: list[journal.Act]


async def listing(
    by: Actor,
    *,
    state: State | None = None,
    person: UUID | None = None,
    after: UUID | None = None,
    limit: int = 50,
    on: date,
) -> list[Row]:
    """The entries of the actor's office that may still be shown, newest first; `after` is the last id of the page
    before."""
    require(by, Permission.ENTRY_SEE)
    found = await rows(OF_OFFICE, [by.organisation, on, state, person, after, limit])
    return [listed(row) for row in found]


async def of_person(person: UUID, *, on: date) -> list[Row]:
    """Every entry that the person was told of and that may still be shown, newest first: for the person himself."""
    return [listed(row) for row in await rows(OF_PERSON, [person, on])]


async def put_away(by: Actor, *, on: date) -> list[PutAway]:
    """The entries of the actor's office that may not be shown any more, as numbers: nothing of what they say."""
    require(by, Permission.ENTRY_SEE)
    return [PutAway(**row) for row in await rows(PUT_AWAY, [by.organisation, on])]


def listed(row: dict[str, Any]) -> Row:
    closed = {
        "severity": Severity(row["severity"]) if row["severity"] else None,
        "state": State(row["state"]),
        "objection": Objection(row["objection"]),
    }
    return Row(person=row.pop("person_id"), **row | closed)


@tx
async def view(entry_id: UUID, *, by: Actor, now: datetime) -> EntryView:
    """One entry with all that stands beside it. An officer's look is itself recorded."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.ENTRY_SEE, person=by.person)
    entry = await Entry.get_or_none(id=entry_id)
    if entry is None or not concerns(entry, by) or (own and entry.state in UNTOLD):
        raise NotFound()
    if over(entry.state, entry.display_until, on=clock.today(now)):
        raise NoLongerShown()
    key = await key_of(entry.key_id)
    seen = Kind.OWN_FILE_SEEN if own else Kind.ENTRY_SEEN
    await record(seen, by=by, now=now, key=key, person=entry.person_id, entry=entry.id)
    return await opened(entry, key, by=by, today=clock.today(now))


async def opened(entry: Entry, key: Key, *, by: Actor, today: date) -> EntryView:
    standing = await Standing.of(entry)
    certificate = await Certificate.filter(entry_id=entry.id).order_by("-id").first()
    waits = entry.state in (State.DRAFT, State.FILED, State.NOTIFIED)
    history = await journal.of_entry(entry.id)
    return EntryView(
        entry=entry,
        facts=key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}"),
        evidence=[attached(one, key) for one in (released(standing.evidence) if by.person else standing.evidence)],
        notice=standing.notice,
        services=list(services(standing)),
        statements=[Said(id=one.id, at=one.at, **statements.shown(one, key)) for one in standing.statements],
        certificate=proven(certificate, key) if certificate else None,
        gate=standing.gate(calendar.official(), today=today) if waits else None,
        acts=possible(standing, history, by=by),
        history=history,
    )


def attached(one: Evidence, key: Key) -> Attached:
    names = key.open_json(one.sealed, place=f"entries_evidence.sealed:{one.id}")
    return Attached(
        one.id, one.kind, names["file_name"], one.media_type, one.size, names["sha256"], one.names_others, one.redacts,
        one.at,
    )  # fmt: skip


def proven(certificate: Certificate, key: Key) -> Proven:
    facts = key.open_json(certificate.sealed, place=f"entries_certificate.sealed:{certificate.id}")
    return Proven(facts, bytes(certificate.sha256).hex(), certificate.at)


async def evidence(evidence_id: UUID, *, entry_id: UUID | None = None, by: Actor, on: date) -> tuple[str, str, bytes]:
    """File name, media type and bytes of a document, for the entry's office and for the person.

    With `entry_id` only a document of that entry is found.
    """
    found = await Evidence.get_or_none(id=evidence_id)
    entry = await Entry.get(id=found.entry_id) if found else None
    if found is None or entry is None or entry_id not in (None, entry.id) or not concerns(entry, by):
        raise NotFound()
    if by.person and (entry.state in UNTOLD or not await is_released(found)):
        raise NotFound()
    if over(entry.state, entry.display_until, on=on):
        raise NoLongerShown()
    require(by, Permission.OWN_FILE if by.person else Permission.ENTRY_SEE, person=by.person)
    name, data = await documents.read(found, await key_of(entry.key_id))
    return name, found.media_type, data


async def counts(by: Actor, *, on: date) -> dict[State, int]:
    """How many entries of the actor's office stand in each state, of those that may still be shown."""
    require(by, Permission.ENTRY_SEE)
    found = {row["state"]: row["entries"] for row in await rows(COUNTS, [by.organisation, on])}
    return {state: found.get(state, 0) for state in State}


async def about(ids: Iterable[UUID], *, by: Actor, on: date) -> dict[UUID, Row]:
    """Those entries of the actor's office that may still be shown, by id: for lists of what hangs on entries."""
    require(by, Permission.ENTRY_SEE)
    found = await rows(ABOUT, [list(set(ids)), by.organisation, on])
    return {row["id"]: listed(row) for row in found}
