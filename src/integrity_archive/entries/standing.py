"""What is on record about an entry, gathered for the gate, its certificate and its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from integrity_archive import clock
from integrity_archive.catalogue import edition, registry
from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.record_types import Edition, Polarity, RecordType
from integrity_archive.database import instances, rows
from integrity_archive.entries.gate import Facts, Gate, examine
from integrity_archive.entries.kinds import Proof, ServiceOf
from integrity_archive.entries.models import Entry, Evidence, Finding, Notice, Statement
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.sealing import vault

SUBJECT = """
select p.id, p.sealed, k.id as key, k.wrapped, o.uscc,
    exists (select from people_enrolment e where e.person_id = p.id and e.organisation_id = o.id) as studies,
    array(select m.profession from people_membership m where m.person_id = p.id and m.organisation_id = o.id)
        as professions
from people_person p join sealing_key k on k.id = p.key_id join accounts_organisation o on o.id = $2
where p.id = $1
"""


BORN = """
select p.id, p.sealed, k.id as key, k.wrapped,
    exists (select from entries_change c where c.entry_id = $2 and c.state = 'proposed'
        and c.kind in ('revision', 'revocation')) as change_pending
from people_person p join sealing_key k on k.id = p.key_id where p.id = $1
"""

EVIDENCE = "select * from entries_evidence where entry_id = $1 order by id"
NOTICE = "select * from entries_notice where entry_id = $1"
FINDINGS = "select * from entries_finding where entry_id = $1 order by id"
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
        fits = {"ANY": True, "STUDENT": self.studies, "PROFESSIONAL": bool(self.professions)}
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
    findings: list[Finding]
    notice: Notice | None
    statements: list[Statement]
    change_pending: bool

    @classmethod
    async def of(cls, entry: Entry) -> Self:
        await registry.know([entry.edition])
        [person] = await rows(BORN, [entry.person_id, entry.id])
        return cls(
            entry=entry,
            law=edition.load(entry.edition),
            kind=kind_of(entry),
            born_on=birth_date(person),
            evidence=instances(Evidence, await rows(EVIDENCE, [entry.id])),
            findings=instances(Finding, await rows(FINDINGS, [entry.id])),
            notice=next(iter(instances(Notice, await rows(NOTICE, [entry.id]))), None),
            statements=instances(Statement, await rows(STATEMENTS, [entry.id])),
            change_pending=person["change_pending"],
        )

    @property
    def facts(self) -> Facts:
        entry, notice = self.entry, self.notice
        documents = {str(one.id) for one in self.evidence}
        return Facts(
            kind=self.kind,
            deciding_body=entry.deciding_body,
            evidence=frozenset(one.kind for one in self.evidence),
            supported=tuple(not documents.isdisjoint(map(str, finding.evidence)) for finding in self.findings),
            steps_taken=frozenset(entry.steps_taken),
            sanction_kind=entry.sanction_kind,
            born_on=self.born_on,
            adult_from=self.law.min_age_at_conduct,
            conduct_ended_on=entry.conduct_ended_on,
            decided_on=entry.decided_on,
            decision_method=entry.decision_method,
            served_on=entry.served_on,
            remedies_told=entry.remedies_told,
            remedy_known_on=entry.remedy_known_on,
            remedy_concluded_on=entry.remedy_concluded_on,
            remedy_concluded=entry.remedy_concluded,
            notice_served_on=notice.served_on if notice else None,
            stated_on=self.stated_on,
            consented_on=entry.consented_on,
            unsighted=frozenset(self.services_unsighted()),
            suspended=entry.suspended,
            change_pending=self.change_pending,
            clerk=entry.clerk_id,
            reviewer=entry.reviewer_id,
        )

    @property
    def stated_on(self) -> date | None:
        """The first answer to the notice that stands: what was said before a void service was served anew does not
        shorten the time that the new one gives."""
        served = self.notice.served_on if self.notice else None
        days = (statement.received_on or clock.today(statement.at) for statement in self.statements)
        return min((day for day in days if served is None or day >= served), default=None)

    def services_unsighted(self) -> Iterator[ServiceOf]:
        """The services that were recorded after their day, and whose proof the second officer has not seen."""
        entry, notice = self.entry, self.notice
        adverse = self.kind.polarity is Polarity.NEGATIVE
        if adverse and told_later(entry.served_on, entry.served_recorded_at) and not entry.served_sighted_by:
            yield ServiceOf.DECISION
        if notice and told_later(notice.served_on, notice.recorded_at) and not notice.sighted_by:
            yield ServiceOf.NOTICE

    def proof_of(self, which: ServiceOf) -> Evidence | None:
        """The document that proves a service: the youngest of its kind, which is the one of the service that stands."""
        if which is ServiceOf.NOTICE:
            proof = self.notice.proof_id if self.notice else None
            return next((one for one in self.evidence if one.id == proof), None)
        return next((one for one in reversed(self.evidence) if is_original(one, Proof.DECISION_SERVICE)), None)

    def gate(self, calendar: Calendar, *, today: date) -> Gate:
        return examine(self.facts, calendar, today=today)


def is_original(one: Evidence, kind: str) -> bool:
    """A document of that kind that is no redacted copy of another."""
    return one.kind == kind and one.redacts is None


def told_later(served_on: date | None, recorded_at: datetime | None) -> bool:
    """Whether a service was recorded on a later day than its own; what nobody knows the recording of, was."""
    return served_on is not None and (recorded_at is None or served_on < clock.today(recorded_at))


def kind_of(entry: Entry) -> RecordType:
    """The record type under the edition the entry was made under."""
    return edition.load(entry.edition).record_type(entry.record_type)
