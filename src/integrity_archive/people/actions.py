"""The verbs of persons: import a roster, correct particulars, give a person an account."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.database import copy_rows, rows, tx
from integrity_archive.errors import Conflict, FieldError, NotFound, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import admission
from integrity_archive.people.admission import COLUMNS, Admission, Known
from integrity_archive.people.identity import DocumentKind, identify, normal_name
from integrity_archive.people.models import Identifier, Person
from integrity_archive.people.roster import MEMBERS, STUDENTS, Checked, MemberLine, Row, StudentLine, check
from integrity_archive.rosters.columns import Lines, lines
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.models import Roster
from integrity_archive.rosters.parse import parse
from integrity_archive.rosters.workbook import error_workbook
from integrity_archive.sealing import DataKey, Key, key_of, vault

TRIES = 3  # two rosters that name the same new person at the same moment: one waits and finds him known
KNOWN = """
select i.term, p.id, p.name_term, k.id as key, k.wrapped
from people_identifier i join people_person p on p.id = i.person_id join sealing_key k on k.id = p.key_id
where i.term = any($1::bytea[])
"""
PLACES = "select id, person_id, number_term from {table} where organisation_id = $1 and number_term = any($2::bytea[])"
RENEW = "update {table} set sealed = $2, status = $3, {kind} = $4, since = $5, roster_id = $6 where id = $1"
BELONGS = """
select exists (select from people_enrolment where person_id = $1 and organisation_id = $2)
    or exists (select from people_membership where person_id = $1 and organisation_id = $2) as here
"""


class NameDiffers(Refusal):
    """This document number does not go with this name here. Check both; ask the identity steward if they are right."""

    status = 422
    zh = "该证件号码与姓名不匹配，请核对；如确认无误，请联系身份信息管理员。"


class NumberTaken(Refusal):
    """Somebody else of your organisation has this number."""

    status = 422
    zh = "本单位已有他人使用该编号。"


class IdentityTaken(Conflict):
    """This document number cannot be given to this person. Ask the identity steward."""

    zh = "该证件号码不能登记给此人，请联系身份信息管理员。"


class NothingToCorrect(Refusal):
    """Give a new name, or a new document number."""

    status = 422
    zh = "请填写更正后的姓名或者证件号码。"


class HandIn(BaseModel):
    """What is said beside a roster file."""

    kind: RosterKind


class CorrectIdentity(BaseModel):
    """What is mended of a person's particulars, and why. What is absent stays."""

    name: str | None = Field(default=None, max_length=200)
    kind: DocumentKind | None = None
    number: str | None = Field(default=None, max_length=32)
    birth_on: date | None = None
    reason: str = Field(min_length=2, max_length=500)


@dataclass(frozen=True)
class Handed:
    """A roster file that was read and judged; nothing has been changed yet."""

    kind: RosterKind
    data: bytes
    lines: Lines
    checked: Checked[Any]


async def import_roster(kind: RosterKind, file_name: str, data: bytes, *, by: Actor, now: datetime) -> Roster:
    """All rows of a roster, or none: a single fault keeps everything as it was and leaves an error workbook.

    Raises what `rosters.parse` and `rosters.columns` refuse.
    """
    require(by, Permission.ROSTER_IMPORT)
    layout, model = (STUDENTS, StudentLine) if kind is RosterKind.STUDENTS else (MEMBERS, MemberLine)
    found = lines(layout, await parse(file_name, data))
    checked: Checked[Any] = await asyncio.to_thread(check, model, found.lines, today=clock.today(now))
    handed = Handed(kind, data, found, checked)
    for turn in range(TRIES):
        try:
            return await judged(handed, by=by, now=now)
        except IntegrityError:
            if turn == TRIES - 1:
                raise
    raise AssertionError("unreachable")


async def judged(handed: Handed, *, by: Actor, now: datetime) -> Roster:
    faults = dict(handed.checked.faults)
    known = await known_persons(handed.checked.rows)
    places = await known_places(handed, by=by)
    for row in handed.checked.rows:
        if clash := clashes(row, known, places, by):
            faults[row.number] = clash
    if faults:
        return await refuse(handed, faults, by=by, now=now)
    return await take_in(handed, known, places, by=by, now=now)


async def known_persons(checked: list[Row[Any]]) -> dict[bytes, Known]:
    terms = [admission.identity_term(vault(), row.document) for row in checked]
    found = await rows(KNOWN, [terms])
    return {
        bytes(row["term"]): Known(row["id"], vault().unwrap(row["key"], row["wrapped"]), bytes(row["name_term"]))
        for row in found
    }


async def known_places(handed: Handed, *, by: Actor) -> dict[bytes, dict[str, Any]]:
    """Who has which of the organisation's own numbers already."""
    assert by.organisation
    terms = [
        admission.number_term(vault(), by.organisation, admission.own_number(row.line)) for row in handed.checked.rows
    ]
    found = await rows(PLACES.format(table=table_of(handed.kind)), [by.organisation, terms])
    return {bytes(row["number_term"]): row for row in found}


def clashes(
    row: Row[Any], known: Mapping[bytes, Known], places: Mapping[bytes, dict[str, Any]], by: Actor
) -> list[FieldError]:
    """Faults that only the archive can see; they tell nothing of what it holds."""
    assert by.organisation
    person = known.get(admission.identity_term(vault(), row.document))
    place = places.get(admission.number_term(vault(), by.organisation, admission.own_number(row.line)))
    if person and person.name_term != admission.name_term(vault(), row.line.name):
        return NameDiffers(at="name").errors()
    if place and (person is None or place["person_id"] != person.id):
        field = "student_no" if isinstance(row.line, StudentLine) else "member_no"
        return NumberTaken(at=field).errors()
    return []


async def take_in(
    handed: Handed,
    known: Mapping[bytes, Known],
    places: Mapping[bytes, dict[str, Any]],
    *,
    by: Actor,
    now: datetime,
) -> Roster:
    assert by.organisation
    organisation, roster = by.organisation, uuid7()
    term_of = {
        row.number: admission.number_term(vault(), organisation, admission.own_number(row.line))
        for row in handed.checked.rows
    }
    fresh = [row for row in handed.checked.rows if term_of[row.number] not in places]
    renewed = [row for row in handed.checked.rows if term_of[row.number] in places]
    made = await asyncio.to_thread(
        admission.admit, fresh, known, vault=vault(), organisation=organisation, roster=roster
    )
    key, blob = await store(roster, handed.data)
    counts: dict[str, Any] = {"rows_seen": len(handed.lines.lines), "rows_new": len(fresh), "rows_known": len(renewed)}
    async with tx():
        await keep_key(key)
        kept = await keep(roster, handed, RosterState.IMPORTED, key, blob, counts | {"rows_failed": 0}, by=by, now=now)
        await copy(made)
        for row in renewed:
            person = known[admission.identity_term(vault(), row.document)]
            await renew(handed.kind, places[term_of[row.number]]["id"], person, row.line, roster)
        await record(Kind.ROSTER_IMPORTED, by=by, now=now, key=key.key, about=roster, kind_of=handed.kind, **counts)
    return kept


async def refuse(handed: Handed, faults: Mapping[int, list[FieldError]], *, by: Actor, now: datetime) -> Roster:
    """Keep the file and its error workbook; change nothing else."""
    roster = uuid7()
    workbook = await asyncio.to_thread(error_workbook, handed.lines, faults)
    key, blob = await store(roster, handed.data)
    error_blob = await asyncio.to_thread(blobs().put, key.key.seal(workbook, place=f"blob:{roster}"))
    counts: dict[str, Any] = {
        "rows_seen": len(handed.lines.lines),
        "rows_new": 0,
        "rows_known": 0,
        "rows_failed": len(faults),
    }
    async with tx():
        await keep_key(key)
        kept = await keep(roster, handed, RosterState.REFUSED, key, blob, counts, error_blob=error_blob, by=by, now=now)
        await record(Kind.ROSTER_REFUSED, by=by, now=now, key=key.key, about=roster, kind_of=handed.kind, **counts)
    return kept


@dataclass(frozen=True)
class Fresh:
    """A data key that is not in the database yet."""

    key: Key
    wrapped: bytes


async def store(roster: UUID, data: bytes) -> tuple[Fresh, str]:
    """The file, sealed and durable, before any row names it."""
    key, wrapped = vault().new_key()
    return Fresh(key, wrapped), await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{roster}"))


async def keep_key(fresh: Fresh) -> None:
    await DataKey.create(id=fresh.key.id, wrapped=fresh.wrapped)


async def keep(
    roster: UUID,
    handed: Handed,
    state: RosterState,
    key: Fresh,
    blob: str,
    counts: dict[str, Any],
    *,
    error_blob: str | None = None,
    by: Actor,
    now: datetime,
) -> Roster:
    return await Roster.create(
        id=roster,
        organisation_id=by.organisation,
        kind=handed.kind,
        state=state,
        key_id=key.key.id,
        blob=blob,
        error_blob=error_blob,
        by_id=by.account,
        at=now,
        **counts,
    )


async def copy(made: Admission) -> None:
    for table, records in made.tables.items():
        if records:
            await copy_rows(table, columns=COLUMNS[table], records=records)


async def renew(kind: RosterKind, place: UUID, person: Known, line: Any, roster: UUID) -> None:
    """A student or member who is known already: the roster's word on him is the newer one."""
    table = table_of(kind)
    column, value = ("level", line.level) if isinstance(line, StudentLine) else ("profession", line.profession)
    sealed = person.key.seal_json(admission.place_facts(line), place=f"{table}.sealed:{place}")
    await rows(RENEW.format(table=table, kind=column), [place, sealed, line.status, value, line.since, roster])


@tx
async def correct(person_id: UUID, new: CorrectIdentity, *, by: Actor, now: datetime) -> Person:
    """Mend a name or a number, with the reason; the former number stays known as a former one."""
    require(by, Permission.PERSON_CORRECT)
    person = await Person.select_for_update().get_or_none(id=person_id)
    [here] = await rows(BELONGS, [person_id, by.organisation])
    if person is None or not here["here"]:
        raise NotFound()
    if new.name is None and new.number is None:
        raise NothingToCorrect(at="name")
    key = await key_of(person.key_id)
    before = key.open_json(person.sealed, place=f"people_person.sealed:{person.id}")
    after = dict(before)
    if new.name is not None:
        after["name"] = normal_name(new.name)
    if new.number is not None:
        after["birth_on"] = await renumber(person, key, new, today=clock.today(now))
    person.sealed = key.seal_json(after, place=f"people_person.sealed:{person.id}")
    person.name_term = admission.name_term(vault(), after["name"])
    await person.save(update_fields=["sealed", "name_term"])
    await record(
        Kind.PERSON_CORRECTED,
        by=by,
        now=now,
        key=key,
        person=person.id,
        about=person.id,
        reason=new.reason,
        before=before,
        after=after,
        number=new.number is not None,
    )
    return person


async def renumber(person: Person, key: Key, new: CorrectIdentity, *, today: date) -> str:
    """Make another document the current one; returns the date of birth it proves."""
    current = await Identifier.get(person_id=person.id, current=True)
    document = identify(new.kind or DocumentKind(current.kind), new.number or "", birth_on=new.birth_on, today=today)
    term = admission.identity_term(vault(), document)
    other = await Identifier.get_or_none(term=term)
    if other is not None and other.person_id != person.id:
        raise IdentityTaken(at="number")
    await Identifier.filter(person_id=person.id, current=True).update(current=False)
    if other is not None:
        await Identifier.filter(id=other.id).update(current=True)
    else:
        id = uuid7()
        sealed = key.seal(document.number.encode(), place=f"people_identifier.sealed:{id}")
        await Identifier.create(id=id, person_id=person.id, kind=document.kind, sealed=sealed, term=term, current=True)
    return document.birth_on.isoformat()


@tx
async def attach_account(person_id: UUID, account_id: UUID, *, by: Actor, now: datetime) -> None:
    """From now on this account is the person's own."""
    require(by, Permission.ACCOUNT_MAKE)
    person = await Person.select_for_update().get_or_none(id=person_id)
    if person is None:
        raise NotFound()
    person.account_id = account_id
    await person.save(update_fields=["account_id"])
    key = await key_of(person.key_id)
    await record(Kind.ACCOUNT_ATTACHED, by=by, now=now, key=key, person=person.id, about=account_id)


def table_of(kind: RosterKind) -> str:
    return "people_enrolment" if kind is RosterKind.STUDENTS else "people_membership"
