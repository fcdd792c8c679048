"""An older register comes in: its rows become entries that are unverified, in no answer, and told to nobody.

Like a roster: all of its rows, or none and a workbook that says why. Only a row that may hold what may not be
collected is set apart, for a second person. Each entry is then proven anew from its draft on, or withdrawn.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.uscc import normal_uscc
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.prohibited import suspected
from integrity_archive.catalogue.record_types import Edition, RecordType, UnknownRecordType
from integrity_archive.database import rows, tx
from integrity_archive.entries.draft import DocumentNo, Draft, Line, Text, severity_of, wrong
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import hand_on, held, moved
from integrity_archive.entries.models import Entry
from integrity_archive.entries.numbers import next_number
from integrity_archive.entries.quarantine import hold, looked_over, texts
from integrity_archive.entries.standing import NotOfThisPopulation, Subject, birth_date, subject_of
from integrity_archive.errors import FieldError, Refusal
from integrity_archive.intake import checked, fault
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import registers
from integrity_archive.people.admission import identity_term, name_term
from integrity_archive.people.identity import Document, identify
from integrity_archive.people.importing import NameDiffers
from integrity_archive.people.roster import PERSON, Day, PersonLine, as_text
from integrity_archive.rosters.columns import Column, Layout, Lines, lines
from integrity_archive.rosters.models import Roster
from integrity_archive.rosters.parse import LIMITS, parse
from integrity_archive.rosters.workbook import error_workbook
from integrity_archive.sealing import new_key, vault
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

MOST = replace(LIMITS, rows=2_000)
# Asked for when the entry is proven anew: older registers seldom say it.
PROVEN_LATER = frozenset(
    {"service-day-missing", "service-method-missing", "conduct-end-missing", "deciding-body-missing"}
)
OWNERS = """
select i.term, p.id, p.name_term, p.sealed, k.id as key, k.wrapped, o.uscc,
    exists (select from people_enrolment e where e.person_id = p.id and e.organisation_id = o.id) as studies,
    array(select m.profession from people_membership m where m.person_id = p.id and m.organisation_id = o.id)
        as professions
from people_identifier i join people_person p on p.id = i.person_id join sealing_key k on k.id = p.key_id
join accounts_organisation o on o.id = $2
where i.term = any($1::bytea[]) and i.current
"""


class NotOnRoster(Refusal):
    """Nobody with this document is on the rosters of your organisation."""

    status = 422
    zh = "本单位名册中没有持该证件的人员。"


class AlsoInRow(Refusal):
    """Row {row} of this file is about the same decision."""

    status = 422
    zh = "与本文件第{row}行为同一决定。"


class Old(BaseModel):
    """What an older register says of one decision: much of it has to be proven yet."""

    record_type: str = Field(max_length=100)
    document_no: Annotated[DocumentNo, BeforeValidator(checked(as_text))] = Field(max_length=100)
    document_title: Line = Field(max_length=200)
    authority: Line = Field(max_length=200)
    authority_uscc: Annotated[str, AfterValidator(checked(normal_uscc))]
    deciding_body: str | None = Field(default=None, max_length=100)
    decided_on: Day
    served_on: Day | None = None
    summary: Text = Field(max_length=500)
    conduct_ended_on: Day | None = None
    sanction_kind: str | None = Field(default=None, max_length=100)
    sanction_text: Line | None = Field(default=None, max_length=200)
    sanction_from: Day | None = None
    sanction_to: Day | None = None

    def draft(self, person: UUID) -> Draft:
        return Draft.model_construct(person=person, remedies_told=False, **{name: getattr(self, name) for name in OLD})


class OldLine(PersonLine, Old):
    """One row: whom it is about, and what it says."""


OLD = tuple(Old.model_fields)
REGISTER = Layout(
    "旧档登记簿",
    (
        *PERSON,
        Column("信息类型", "record_type", required=True, note="目录中的代码或者名称", example="SN-EXF-0605"),
        Column("文号", "document_no", required=True, text=True),
        Column("文书名称", "document_title", required=True),
        Column("决定机关", "authority", required=True),
        Column("决定机关代码", "authority_uscc", ("决定机关统一社会信用代码",), required=True, text=True),
        Column("决定机关类别", "deciding_body", note="目录中该信息类型的决定机关，代码或者名称"),
        Column("作出日期", "decided_on", ("决定日期",), required=True, example="2024-07-01"),
        Column("送达日期", "served_on"),
        Column("事实摘要", "summary", ("摘要",), required=True, note="只写文书认定的事实"),
        Column("行为终了日期", "conduct_ended_on"),
        Column("处理种类", "sanction_kind", note="目录中的代码或者名称"),
        Column("处理内容", "sanction_text"),
        Column("处理起始日", "sanction_from"),
        Column("处理届满日", "sanction_to"),
    ),
)


@dataclass(frozen=True)
class Owned:
    """A good row, and the person it is about."""

    number: int
    old: Old
    person: UUID


async def import_register(file_name: str, data: bytes, *, by: Actor, now: datetime) -> Roster:
    """All rows of an older register, or none: a single fault leaves everything as it was, and an error workbook.

    Raises what `rosters.parse` and `rosters.columns` refuse.
    """
    require(by, Permission.ENTRY_DRAFT)
    assert by.organisation
    found = lines(REGISTER, await parse(file_name, data, limits=MOST))
    law = edition.current(clock.today(now))
    owned, faults = await judged(found, law, by.organisation, today=clock.today(now))
    if faults:
        workbook = await asyncio.to_thread(error_workbook, found, faults)
        return await registers.refused(workbook, seen=len(found.lines), failed=len(faults), by=by, now=now)
    return await take_in(owned, by=by, now=now)


@tx
async def take_in(owned: Sequence[Owned], *, by: Actor, now: datetime) -> Roster:
    """Every row becomes an unverified entry, or waits for a second person."""
    register, made = uuid7(), 0
    for row in owned:
        handed = {"person": row.person, "old": row.old, "register": register}
        if concerned := [path for path, text in texts(handed) if any(suspected(text))]:
            await hold(bring_over.__name__, handed, concerned, by=by, now=now)
        else:
            await keep(row.person, row.old, register, by=by, now=now)
            made += 1
    return await registers.imported(register, seen=len(owned), made=made, by=by, now=now)


@looked_over(Permission.ENTRY_DRAFT)
@tx
async def bring_over(person: UUID, old: Old, register: UUID, *, by: Actor, now: datetime) -> Entry:
    """One row of a register, once a second person has released it."""
    require(by, Permission.ENTRY_DRAFT)
    return await keep(person, old, register, by=by, now=now)


async def keep(person: UUID, old: Old, register: UUID, *, by: Actor, now: datetime) -> Entry:
    assert by.organisation and by.account
    law = edition.current(clock.today(now))
    kind, draft = law.record_type(old.record_type), old.draft(person)
    subject = await subject_of(person, by.organisation)
    key, id = await new_key(), uuid7()
    clear = [name for name in OLD if name not in draft.sealed_facts()]
    entry = await Entry.create(
        id=id,
        number=await next_number(subject.uscc, on=clock.today(now)),
        organisation_id=by.organisation,
        clerk_id=by.account,
        person_id=person,
        key_id=key.id,
        edition=law.code,
        state=State.UNVERIFIED,
        state_since=now,
        severity=severity_of(draft, kind),
        sealed=key.seal_json(draft.sealed_facts(), place=f"entries_entry.sealed:{id}"),
        remedies_told=False,
        **{name: getattr(old, name) for name in clear},
    )
    await record(
        Kind.ENTRY_IMPORTED, by=by, now=now, key=key, person=person, entry=id, about=register, number=entry.number
    )
    await hand_on(TaskKind.TAKE_UP, entry, key=key, by=by, now=now)
    return entry


@tx
async def take_up(entry_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Somebody sets about proving the entry: from now on it is his draft, and takes the whole road."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "take_up", by=by)
    assert by.account
    entry.clerk_id = by.account
    await entry.save(update_fields=["clerk_id"])
    await moved(entry, step.after, Kind.ENTRY_TAKEN_UP, key=key, by=by, now=now)
    await close_task(TaskKind.TAKE_UP, entry.id, key=key, by=by, now=now)
    return entry


async def judged(
    found: Lines, law: Edition, organisation: UUID, *, today: date
) -> tuple[list[Owned], dict[int, list[FieldError]]]:
    """The good rows with their persons, and the faults of the others by row number."""
    read: dict[int, tuple[OldLine, Document]] = {}
    faults: dict[int, list[FieldError]] = {}
    for line in found.lines:
        try:
            old = OldLine.model_validate(line.values)
            document = identify(old.document_kind, old.document_number, birth_on=old.birth_on, today=today)
            read[line.number] = (old, document)
        except ValidationError as invalid:
            faults[line.number] = [fault(one) for one in invalid.errors(include_input=False, include_url=False)]
        except Refusal as refusal:
            refusal.at = "document_number" if refusal.at == "number" else refusal.at
            faults[line.number] = refusal.errors()
    owners = await owners_of([document for _, document in read.values()], organisation)
    owned, first = list[Owned](), dict[tuple[UUID, str], int]()
    for number, (old, document) in read.items():
        row = owners.get(identity_term(vault(), document))
        if found_wrong := faults_of(old, row, law, today=today):
            faults[number] = found_wrong
            continue
        assert row
        decision = (row["id"], old.document_no)
        if (earlier := first.setdefault(decision, number)) != number:
            faults[number] = AlsoInRow(at="document_no", row=earlier).errors()
        owned.append(Owned(number, resolved(old, law), row["id"]))
    return owned, faults


async def owners_of(documents: Sequence[Document], organisation: UUID) -> dict[bytes, dict[str, Any]]:
    terms = [identity_term(vault(), document) for document in documents]
    return {bytes(row["term"]): row for row in await rows(OWNERS, [terms, organisation])}


def faults_of(old: OldLine, row: Mapping[str, Any] | None, law: Edition, *, today: date) -> list[FieldError]:
    """What the rosters and the catalogue say against a row; of a stranger nothing is told."""
    if row is None or not (row["studies"] or row["professions"]):
        return NotOnRoster(at="document_number").errors()
    if bytes(row["name_term"]) != name_term(vault(), old.name):
        return NameDiffers(at="name").errors()
    kind = type_of(old, law)
    if kind is None:
        return UnknownRecordType(at="record_type").errors()
    subject = Subject(birth_date(dict(row)), row["uscc"], row["studies"], frozenset(row["professions"]))
    try:
        subject.require_population(kind)
    except NotOfThisPopulation as refusal:
        return refusal.errors()
    refusals = wrong(resolved(old, law).draft(row["id"]), kind, law, subject.born_on, today)
    return [one for refusal in refusals for one in refusal.errors() if one.code not in PROVEN_LATER]


def type_of(old: Old, law: Edition) -> RecordType | None:
    """By its code, or by the name the catalogue gives it."""
    return next((kind for kind in law.record_types if old.record_type in (kind.code, kind.name.zh)), None)


def resolved(old: Old, law: Edition) -> Old:
    """The same with codes where the register had names."""
    kind = type_of(old, law)
    assert kind
    said = old.sanction_kind
    code = next((one.code for one in kind.sanctions if said in (one.code, one.name.zh)), said)
    body = next((one for one, name in law.body_kinds.items() if old.deciding_body in (one, name.zh)), old.deciding_body)
    values = {name: getattr(old, name) for name in OLD}
    return Old.model_construct(**values | {"record_type": kind.code, "sanction_kind": code, "deciding_body": body})
