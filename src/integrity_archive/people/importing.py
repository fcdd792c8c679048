"""A roster comes in: all of its rows, or none and a workbook that says why."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.database import copy_rows, rows, tx
from integrity_archive.errors import FieldError, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import admission
from integrity_archive.people.admission import COLUMNS, Admission, Applicant, Known
from integrity_archive.people.roster import MEMBERS, STUDENTS, Checked, MemberLine, StudentLine, check
from integrity_archive.rosters.columns import Lines, lines
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.models import Roster
from integrity_archive.rosters.parse import parse
from integrity_archive.rosters.workbook import error_workbook
from integrity_archive.sealing import DataKey, Key, vault

PART = 2000  # rows sealed and copied at a time
TRIES = 3  # two rosters that name the same new person at the same moment: one waits and finds him known
KNOWN = """
select i.term, p.id, p.name_term, k.id as key, k.wrapped
from people_identifier i join people_person p on p.id = i.person_id join sealing_key k on k.id = p.key_id
where i.term = any($1::bytea[]) and i.current
"""
PLACES = "select id, person_id, number_term from {table} where organisation_id = $1 and number_term = any($2::bytea[])"
RENEW = """
update {table} place set sealed = new.sealed, status = new.status, {kind} = new.kind, since = new.since, roster_id = $6
from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::date[]) as new (id, sealed, status, kind, since)
where place.id = new.id
"""


class NameDiffers(Refusal):
    """This document number does not go with this name here. Check both; ask the identity steward if they are right."""

    status = 422
    zh = "该证件号码与姓名不匹配，请核对；如确认无误，请联系身份信息管理员。"


class NoRosterOfPeople(Refusal):
    """An older register of entries is not handed in here."""

    status = 422
    zh = "旧档登记簿请在“旧档”页面导入。"


class NumberTaken(Refusal):
    """Somebody else of your organisation has this number."""

    status = 422
    zh = "本单位已有他人使用该编号。"


@dataclass(frozen=True)
class Handed:
    """A roster file, read and judged by itself; `applicants` are its good rows. Nothing has been changed yet."""

    kind: RosterKind
    data: bytes
    lines: Lines
    faults: dict[int, list[FieldError]]
    applicants: list[Applicant]


async def import_roster(kind: RosterKind, file_name: str, data: bytes, *, by: Actor, now: datetime) -> Roster:
    """All rows of a roster, or none: a single fault keeps everything as it was and leaves an error workbook.

    Raises what `rosters.parse` and `rosters.columns` refuse.
    """
    require(by, Permission.ROSTER_IMPORT)
    assert by.organisation
    if kind is RosterKind.LEGACY:
        raise NoRosterOfPeople(at="kind")
    layout, model = (STUDENTS, StudentLine) if kind is RosterKind.STUDENTS else (MEMBERS, MemberLine)
    found = lines(layout, await parse(file_name, data))
    checked: Checked[Any] = await asyncio.to_thread(check, model, found.lines, today=clock.today(now))
    applicants = await asyncio.to_thread(
        admission.applicants, checked.rows, vault=vault(), organisation=by.organisation
    )
    handed = Handed(kind, data, found, checked.faults, applicants)
    for turn in range(TRIES):
        try:
            return await judged(handed, by=by, now=now)
        except IntegrityError:
            if turn == TRIES - 1:
                raise
    raise AssertionError("unreachable")


async def judged(handed: Handed, *, by: Actor, now: datetime) -> Roster:
    faults = dict(handed.faults)
    known = await known_persons(handed)
    places = await known_places(handed, by=by)
    for applicant in handed.applicants:
        if clash := clashes(applicant, known.get(applicant.identity), places.get(applicant.place)):
            faults[applicant.number] = clash
    if faults:
        return await refuse(handed, faults, by=by, now=now)
    return await take_in(handed, known, places, by=by, now=now)


async def known_persons(handed: Handed) -> dict[bytes, Known]:
    found = await rows(KNOWN, [[applicant.identity for applicant in handed.applicants]])
    return {
        bytes(row["term"]): Known(row["id"], vault().unwrap(row["key"], row["wrapped"]), bytes(row["name_term"]))
        for row in found
    }


async def known_places(handed: Handed, *, by: Actor) -> dict[bytes, dict[str, Any]]:
    """Who has which of the organisation's own numbers already."""
    terms = [applicant.place for applicant in handed.applicants]
    found = await rows(PLACES.format(table=table_of(handed.kind)), [by.organisation, terms])
    return {bytes(row["number_term"]): row for row in found}


def clashes(applicant: Applicant, person: Known | None, place: dict[str, Any] | None) -> list[FieldError]:
    """Faults that only the archive can see; they tell nothing of what it holds."""
    if person and person.name_term != applicant.name:
        return NameDiffers(at="name").errors()
    if place and (person is None or place["person_id"] != person.id):
        field = "student_no" if isinstance(applicant.line, StudentLine) else "member_no"
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
    roster = uuid7()
    fresh = [applicant for applicant in handed.applicants if applicant.place not in places]
    renewed = [applicant for applicant in handed.applicants if applicant.place in places]
    admit = partial(admission.admit, known=known, vault=vault(), organisation=by.organisation, roster=roster, now=now)
    newer = await asyncio.to_thread(newer_facts, handed.kind, renewed, known, places)
    key, blob = await store(roster, handed.data)
    counts: dict[str, Any] = {"rows_seen": len(handed.lines.lines), "rows_new": len(fresh), "rows_known": len(renewed)}
    async with tx():
        await keep_key(key)
        kept = await keep(roster, handed, RosterState.IMPORTED, key, blob, counts | {"rows_failed": 0}, by=by, now=now)
        await copy_in(fresh, admit)
        await renew(handed.kind, newer, roster)
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


async def copy_in(fresh: Sequence[Applicant], admit: Callable[[Sequence[Applicant]], Admission]) -> None:
    """Part by part: while PostgreSQL takes one in, the next is being sealed."""
    made = Admission()
    for start in range(0, len(fresh), PART):
        sealing = asyncio.create_task(asyncio.to_thread(admit, fresh[start : start + PART]))
        await copy(made)
        made = await sealing
    await copy(made)


async def copy(made: Admission) -> None:
    for table, records in made.tables.items():
        if records:
            await copy_rows(table, columns=COLUMNS[table], records=records)


Newer = tuple[UUID, bytes, str, str, date | None]


def newer_facts(
    kind: RosterKind, renewed: Sequence[Applicant], known: Mapping[bytes, Known], places: Mapping[bytes, dict[str, Any]]
) -> list[Newer]:
    """Students or members who are known already: the roster's word on them is the newer one."""
    table, newer = table_of(kind), list[Newer]()
    for applicant in renewed:
        place, line = places[applicant.place]["id"], applicant.line
        facts = admission.place_facts(line)
        sealed = known[applicant.identity].key.seal_json(facts, place=f"{table}.sealed:{place}")
        level = line.level if isinstance(line, StudentLine) else line.profession
        newer.append((place, sealed, line.status, level, line.since))
    return newer


async def renew(kind: RosterKind, newer: Sequence[Newer], roster: UUID) -> None:
    if newer:
        column = "level" if kind is RosterKind.STUDENTS else "profession"
        columns = [list(values) for values in zip(*newer, strict=True)]
        await rows(RENEW.format(table=table_of(kind), kind=column), [*columns, roster])


def table_of(kind: RosterKind) -> str:
    return "people_enrolment" if kind is RosterKind.STUDENTS else "people_membership"
