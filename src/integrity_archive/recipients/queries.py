"""Who received an entry and who knows that it changed: for its office, its person, and whoever received it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.queries import organisations
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows
from integrity_archive.entries.locked import known
from integrity_archive.entries.visibility import told_sql
from integrity_archive.errors import NotFound
from integrity_archive.people import queries as people
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.recipients.clocks import last_day
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind

EDGES = """
select entry_id as entry, recipient_kind as kind, recipient, how, about, version, at from recipients_edge
where entry_id = any($1::uuid[]) order by at, id
"""
DUTIES = """
select d.id, d.entry_id as entry, d.event, d.recipient_kind as kind, d.recipient, d.cause, d.state, v.at as changed_at,
    d.made_at, d.sent_at, d.acknowledged_at
from recipients_duty d join journal_event v on v.seq = d.event where d.entry_id = $1 order by d.event, d.id
"""
OF_ONE = f"""
select d.id, d.cause, d.state, v.at as changed_at, d.made_at, d.acknowledged_at, e.id as entry, e.number,
    e.record_type, e.edition, e.person_id as person, d.state <> 'acknowledged' and {told_sql("$5")} as open,
    t.due_on as reconsider_by, coalesce(t.provisional, false) as reconsider_provisional,
    coalesce(t.state = 'done', true) as reconsidered
from recipients_duty d join entries_entry e on e.id = d.entry_id join journal_event v on v.seq = d.event
left join tasks_task t on t.kind = 'reconsider' and t.about = d.id
where d.recipient_kind = 'organisation' and d.recipient = $1
    and ($2::uuid is null or d.id = $2) and ($3::uuid is null or d.id < $3) order by d.id desc limit $4
"""
CHANGES = """
select d.event, d.cause, min(d.made_at) as at, e.id as entry, e.number, count(*) as owed,
    count(*) filter (where d.state = 'acknowledged') as acknowledged
from recipients_duty d join entries_entry e on e.id = d.entry_id
where e.person_id = $1 group by d.event, d.cause, e.id, e.number order by d.event desc
"""
SIBLINGS = "select entry_id as entry, event, cause from recipients_duty where id = $1"


@dataclass(frozen=True)
class Carried:
    """One way on which the entry came to a recipient; `about` is the inquiry, report, delivery or letter."""

    how: How
    about: UUID
    version: int
    at: datetime


@dataclass(frozen=True)
class Told:
    """A change that the recipient must be told of, and how far that has come."""

    id: UUID
    event: int
    cause: Cause
    state: DutyState
    due_on: date
    provisional: bool
    made_at: datetime
    sent_at: datetime | None
    acknowledged_at: datetime | None


@dataclass(frozen=True)
class RecipientRow:
    """Somebody who received the entry. `name` is None for a platform, whose name the exchange knows."""

    kind: RecipientKind
    id: UUID
    name: str | None
    carried: list[Carried] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class Recipients:
    """Everybody who received the entry, and how many of those who must be told of a change know it."""

    rows: list[RecipientRow]
    owed: int
    acknowledged: int

    @property
    def percent(self) -> int | None:
        """None: nobody has to be told of anything."""
        return self.acknowledged * 100 // self.owed if self.owed else None


@dataclass(frozen=True)
class ChangedRow:
    """What an organisation was told has changed, and the answers it was in. Whom and what it is about is said until it
    knows, and only while the entry may be told (`visibility.told`): else it is a number, which its own answers held."""

    id: UUID
    cause: Cause
    state: DutyState
    due_on: date
    provisional: bool
    made_at: datetime
    acknowledged_at: datetime | None
    number: str
    record_type: str | None
    edition: str | None
    name: str | None
    reconsider_by: date | None
    reconsider_provisional: bool
    reconsidered: bool
    inquiries: list[UUID]


@dataclass(frozen=True)
class Change:
    """A change of an entry about the person, and how many of those who received it know."""

    event: int
    cause: Cause
    at: datetime
    entry: UUID
    number: str
    owed: int
    acknowledged: int


async def changes_of(*, by: Actor) -> list[Change]:
    """For the person: what changed in the entries about him and was passed on, also in those that are shown no more."""
    require(by, Permission.OWN_FILE, person=by.person)
    return [Change(**row | {"cause": Cause(row["cause"])}) for row in await rows(CHANGES, [by.person])]


async def of_entry(entry_id: UUID, *, by: Actor) -> Recipients:
    """For the entry's office and for the person; raises `NotFound` for others."""
    require(by, Permission.OWN_FILE if by.person else Permission.DUTY_SEE, person=by.person)
    entry, _ = await known(entry_id, by=by)
    return await graph(entry.id)


async def of_change(duty_id: UUID) -> tuple[UUID, Cause, Recipients]:
    """The entry, the cause, and everybody who had to be told of that one change: for the letter that says so."""
    found = await rows(SIBLINGS, [duty_id])
    if not found:
        raise NotFound()
    change = found[0]
    return change["entry"], Cause(change["cause"]), await graph(change["entry"], event=change["event"])


async def graph(entry: UUID, *, event: int | None = None) -> Recipients:
    duties = [duty for duty in await rows(DUTIES, [entry]) if event in (None, duty["event"])]
    edges = await rows(EDGES, [[entry]])
    offices = {row["recipient"] for row in [*edges, *duties] if row["kind"] == RecipientKind.ORGANISATION}
    persons = {row["recipient"] for row in [*edges, *duties] if row["kind"] == RecipientKind.PERSON}
    names = {id: one.name for id, one in (await organisations(offices)).items()} | await people.names(persons)
    found: dict[tuple[str, UUID], RecipientRow] = {}
    for row in [*edges, *duties]:
        place = row["kind"], row["recipient"]
        found.setdefault(place, RecipientRow(RecipientKind(row["kind"]), row["recipient"], names.get(row["recipient"])))
    for row in edges:
        found[row["kind"], row["recipient"]].carried.append(carried(row))
    for row in duties:
        found[row["kind"], row["recipient"]].told.append(told(row))
    everybody = [one for one in found.values() if one.told or event is None]
    known_to = sum(duty["state"] == DutyState.ACKNOWLEDGED for duty in duties)
    return Recipients(everybody, len(duties), known_to)


def carried(row: dict[str, Any]) -> Carried:
    return Carried(How(row["how"]), row["about"], row["version"], row["at"])


def told(row: dict[str, Any]) -> Told:
    names, until = ("id", "event", "made_at", "sent_at", "acknowledged_at"), last_day(row["changed_at"])
    said = {"cause": Cause(row["cause"]), "state": DutyState(row["state"])} | {name: row[name] for name in names}
    return Told(due_on=until.day, provisional=until.provisional, **said)


async def changed(by: Actor, *, after: UUID | None = None, limit: int = 200) -> list[ChangedRow]:
    """What the actor's organisation was told and has changed since, newest first."""
    require(by, Permission.DUTY_ACKNOWLEDGE)
    return await received([by.organisation, None, after, limit], by=by)


async def one_changed(duty_id: UUID, *, by: Actor) -> ChangedRow:
    """Raises `NotFound` for another organisation's."""
    require(by, Permission.DUTY_ACKNOWLEDGE)
    found = await received([by.organisation, duty_id, None, 1], by=by)
    if not found:
        raise NotFound()
    return found[0]


async def received(values: list[Any], *, by: Actor) -> list[ChangedRow]:
    duties = await rows(OF_ONE, [*values, clock.present_day()])
    names = await people.names({duty["person"] for duty in duties if duty["open"]})
    answers: dict[UUID, list[UUID]] = {}
    for edge in await rows(EDGES, [[duty["entry"] for duty in duties]]):
        if edge["recipient"] == by.organisation and edge["how"] == How.INQUIRY:
            answers.setdefault(edge["entry"], []).append(edge["about"])
    return [
        ChangedRow(
            id=duty["id"],
            cause=Cause(duty["cause"]),
            state=DutyState(duty["state"]),
            due_on=(until := last_day(duty["changed_at"])).day,
            provisional=until.provisional,
            made_at=duty["made_at"],
            acknowledged_at=duty["acknowledged_at"],
            number=duty["number"],
            record_type=duty["record_type"] if duty["open"] else None,
            edition=duty["edition"] if duty["open"] else None,
            name=mask_name(names[duty["person"]], Level.BUSINESS) if duty["open"] else None,
            reconsider_by=duty["reconsider_by"],
            reconsider_provisional=duty["reconsider_provisional"],
            reconsidered=duty["reconsidered"],
            inquiries=answers.get(duty["entry"], []),
        )
        for duty in duties
    ]
