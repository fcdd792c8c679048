"""A checked roster becomes persons, enrolments and memberships: new keys, sealed values, rows for COPY. No I/O."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.people.identity import Document
from integrity_archive.people.models import Verified
from integrity_archive.people.roster import MemberLine, Row, StudentLine
from integrity_archive.sealing import Key, Vault

Line = StudentLine | MemberLine
COLUMNS: dict[str, tuple[str, ...]] = {
    "sealing_key": ("id", "wrapped"),
    "people_person": ("id", "key_id", "sealed", "name_term", "verified", "opened_at"),
    "people_identifier": ("id", "person_id", "kind", "sealed", "term", "current"),
    "people_enrolment": (
        "id", "person_id", "organisation_id", "roster_id", "sealed", "number_term", "level", "status", "since",
    ),
    "people_membership": (
        "id", "person_id", "organisation_id", "roster_id", "sealed", "number_term", "profession", "status", "since",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A person who is here already: found by a document, with an open key."""

    id: UUID
    key: Key
    name_term: bytes


@dataclass
class Admission:
    """Rows to be copied, by table, in the order of their foreign keys."""

    tables: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: {table: [] for table in COLUMNS})

    def add(self, table: str, *values: Any) -> None:
        self.tables[table].append(values)


def identity_term(vault: Vault, document: Document) -> bytes:
    """Finds a person by an identity document."""
    return vault.term("identity", document.key)


def name_term(vault: Vault, name: str) -> bytes:
    return vault.term("name", name)


def number_term(vault: Vault, organisation: UUID, number: str) -> bytes:
    """Finds a student or member by the organisation's own number."""
    return vault.term("number", f"{organisation}:{number}")


def own_number(line: Line) -> str:
    return line.student_no if isinstance(line, StudentLine) else line.member_no


@dataclass(frozen=True)
class Applicant:
    """A good row of a roster with the terms by which it is looked up: computed once, because a roster is long."""

    number: int
    line: Line
    document: Document
    identity: bytes
    name: bytes
    place: bytes


def applicants(rows: Iterable[Row[Any]], *, vault: Vault, organisation: UUID) -> list[Applicant]:
    return [
        Applicant(
            row.number,
            row.line,
            row.document,
            identity_term(vault, row.document),
            name_term(vault, row.line.name),
            number_term(vault, organisation, own_number(row.line)),
        )
        for row in rows
    ]


def admit(
    applicants: Iterable[Applicant],
    known: Mapping[bytes, Known],
    *,
    vault: Vault,
    organisation: UUID,
    roster: UUID,
    now: datetime,
) -> Admission:
    """The rows of everybody who is not yet enrolled here; `known` maps identity terms to persons."""
    admission = Admission()
    for applicant in applicants:
        person = known.get(applicant.identity) or add_person(admission, applicant, vault=vault, now=now)
        add_place(admission, person, applicant, organisation=organisation, roster=roster)
    return admission


def add_person(admission: Admission, applicant: Applicant, *, vault: Vault, now: datetime) -> Known:
    key, wrapped = vault.new_key()
    id, identifier, document = uuid7(), uuid7(), applicant.document
    particulars = {"name": applicant.line.name, "birth_on": document.birth_on.isoformat()}
    sealed = key.seal_json(particulars, place=f"people_person.sealed:{id}")
    number = key.seal(document.number.encode(), place=f"people_identifier.sealed:{identifier}")
    admission.add("sealing_key", key.id, wrapped)
    admission.add("people_person", id, key.id, sealed, applicant.name, Verified.DOCUMENT_SEEN, now)
    admission.add("people_identifier", identifier, id, document.kind, number, applicant.identity, True)
    return Known(id, key, applicant.name)


def add_place(admission: Admission, person: Known, applicant: Applicant, *, organisation: UUID, roster: UUID) -> None:
    """The person's enrolment, or membership, at the organisation whose roster it is."""
    id, line = uuid7(), applicant.line
    table = "people_enrolment" if isinstance(line, StudentLine) else "people_membership"
    kind = line.level if isinstance(line, StudentLine) else line.profession
    sealed = person.key.seal_json(place_facts(line), place=f"{table}.sealed:{id}")
    admission.add(table, id, person.id, organisation, roster, sealed, applicant.place, kind, line.status, line.since)


def place_facts(line: Line) -> dict[str, str | None]:
    """What stands sealed in an enrolment or a membership."""
    if isinstance(line, StudentLine):
        return {"student_no": line.student_no, "department": line.department, "programme": line.programme}
    return {"member_no": line.member_no, "licence_no": line.licence_no}
