"""What is on record about an entry, gathered for the gate, its certificate and its page."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from integrity_archive import clock
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.record_types import Edition, RecordType
from integrity_archive.database import instances, rows
from integrity_archive.entries.gate import Facts, Gate, examine
from integrity_archive.entries.models import Entry, Evidence, Notice, Statement
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.sealing import Key, vault

SUBJECT = """
select p.id, p.sealed, k.id as key, k.wrapped, o.uscc,
    exists (select from people_enrolment e where e.person_id = p.id and e.organisation_id = o.id) as studies,
    array(select m.profession from people_membership m where m.person_id = p.id and m.organisation_id = o.id)
        as professions
from people_person p join sealing_key k on k.id = p.key_id join accounts_organisation o on o.id = $2
where p.id = $1
"""


BORN = """
select p.id, p.sealed, k.id as key, k.wrapped
from people_person p join sealing_key k on k.id = p.key_id where p.id = $1
"""

EVIDENCE = "select * from entries_evidence where entry_id = $1 order by id"
NOTICE = "select * from entries_notice where entry_id = $1"
STATEMENTS = "select * from entries_statement where entry_id = $1 order by at, id"


class NotOfThisPopulation(Refusal):
    """The person is not on this organisation's roster in the capacity that the record type is about."""

    status = 422
    zh = "该人员在本单位名册中的身份与信息类型不符。"


@dataclass(frozen=True)
class Subject:
    """The person an entry is about, as one organisation knows him."""

    born_on: date
    uscc: str
    studies: bool
    professions: frozenset[str]

    def require_population(self, kind: RecordType) -> None:
        """Raises `NotOfThisPopulation` for a student's type about a doctor, and the like."""
        fits = {"STUDENT": self.studies, "PROFESSIONAL": bool(self.professions)}
        if not fits.get(kind.population, kind.population in self.professions):
            raise NotOfThisPopulation(at="record_type")


async def subject_of(person: UUID, organisation: UUID) -> Subject:
    """Raises `NotFound` for somebody who is on no roster of this organisation."""
    found = await rows(SUBJECT, [person, organisation])
    if not found or not (found[0]["studies"] or found[0]["professions"]):
        raise NotFound(at="person")
    [row] = found
    return Subject(birth_date(row), row["uscc"], row["studies"], frozenset(row["professions"]))


def birth_date(row: dict[str, Any]) -> date:
    """Opened from a row of `people_person` and its key."""
    key = vault().unwrap(row["key"], row["wrapped"])
    particulars = key.open_json(row["sealed"], place=f"people_person.sealed:{row['id']}")
    return date.fromisoformat(particulars["birth_on"])


@dataclass(frozen=True)
class Standing:
    """An entry with what stands beside it."""

    entry: Entry
    law: Edition
    kind: RecordType
    born_on: date
    evidence: list[Evidence]
    notice: Notice | None
    statements: list[Statement]

    @classmethod
    async def of(cls, entry: Entry) -> Self:
        evidence = instances(Evidence, await rows(EVIDENCE, [entry.id]))
        notice = next(iter(instances(Notice, await rows(NOTICE, [entry.id]))), None)
        statements = instances(Statement, await rows(STATEMENTS, [entry.id]))
        [person] = await rows(BORN, [entry.person_id])
        return cls(entry, edition.load(entry.edition), kind_of(entry), birth_date(person), evidence, notice, statements)

    @property
    def facts(self) -> Facts:
        entry, notice = self.entry, self.notice
        return Facts(
            kind=self.kind,
            evidence=frozenset(one.kind for one in self.evidence),
            born_on=self.born_on,
            adult_from=self.law.min_age_at_conduct,
            conduct_ended_on=entry.conduct_ended_on,
            decided_on=entry.decided_on,
            served_on=entry.served_on,
            remedies_told=entry.remedies_told,
            notice_served_on=notice.served_on if notice else None,
            stated_on=clock.today(self.statements[0].at) if self.statements else None,
            consented_on=entry.consented_on,
            clerk=entry.clerk_id,
            reviewer=entry.reviewer_id,
        )

    def gate(self, calendar: Calendar, *, today: date) -> Gate:
        return examine(self.facts, calendar, today=today)

    def certificate(self, passed: Gate, *, effect_on: date, key: Key) -> dict[str, Any]:
        """Why the gate was open: every fact it rested on, with the hashes of the documents. JSON values only."""
        entry, notice = self.entry, self.notice
        return {
            "entry": entry.number,
            "record_type": self.kind.code,
            "edition": entry.edition,
            "decision": {
                **key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}"),
                "authority_uscc": entry.authority_uscc,
                "decided_on": iso(entry.decided_on),
                "served_on": iso(entry.served_on),
                "remedies_told": entry.remedies_told,
                "remedy_until": iso(passed.remedy_until),
                "finality_rule": self.kind.finality.rule if self.kind.finality else None,
                "final_on": iso(passed.final_on),
            },
            "notice": {"method": notice.method, "served_on": iso(notice.served_on)} if notice else None,
            "statement": {"given_on": iso(self.facts.stated_on), "window_until": iso(passed.statement_until)},
            "adult": {"from_age": self.law.min_age_at_conduct, "on": iso(self.facts.conduct_on)},
            "consented_on": iso(entry.consented_on),
            "documents": [
                {"kind": one.kind, **key.open_json(one.sealed, place=f"entries_evidence.sealed:{one.id}")}
                for one in self.evidence
            ],
            "officers": {"clerk": str(entry.clerk_id), "reviewer": str(entry.reviewer_id)},
            "effect_on": iso(effect_on),
        }


def kind_of(entry: Entry) -> RecordType:
    """The record type under the edition the entry was made under."""
    return edition.load(entry.edition).record_type(entry.record_type)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
