"""An entry as the interface shows it: opened, or only where it stands after an act."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.api.endpoint import Call
from integrity_archive.api.refusals import language
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.entries import queries
from integrity_archive.entries.kinds import DecisionRoute, Objection, ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.offered import Served
from integrity_archive.language import Language


@dataclass(frozen=True)
class EntryState:
    """Where an entry stands after an act."""

    id: UUID
    number: str
    state: State
    version: int
    effect_due_on: date | None
    final_on: date | None
    display_until: date | None


@dataclass(frozen=True)
class Missing:
    """Why an entry may not take effect yet."""

    code: str
    detail: str


@dataclass(frozen=True)
class EntryOut:
    """One entry, opened. `acts` are those that this key may do now."""

    id: UUID
    number: str
    person: UUID
    record_type: str
    edition: str
    severity: Severity | None
    state: State
    state_since: datetime
    version: int
    objection: Objection
    facts: dict[str, str | None]
    deciding_body: str | None
    decided_on: date
    decision_route: DecisionRoute
    decision_method: ServiceMethod | None
    served_on: date | None
    remedies_told: bool
    remedy_known_on: date | None
    remedy_concluded_on: date | None
    remedy_concluded: Procedure | None
    steps_taken: list[str]
    serious_basis: str | None
    key_supervision: list[str]
    suspended: bool
    notice_served_on: date | None
    services: list[Served]
    effect_due_on: date | None
    final_on: date | None
    display_until: date | None
    evidence: list[queries.Attached]
    statements: list[queries.Said]
    certificate: queries.Proven | None
    missing: list[Missing]
    acts: list[str]


def standing(entry: Any) -> EntryState:
    names = ("id", "number", "state", "version", "effect_due_on", "final_on", "display_until")
    return EntryState(**{name: getattr(entry, name) for name in names})


async def entry_of(call: Call) -> EntryOut:
    """The entry of the path, in the asker's language."""
    assert call.request
    view = await queries.view(call.path["entry"], by=call.by, now=clock.now())
    return opened(view, language(call.request))


def opened(view: queries.EntryView, spoken: Language) -> EntryOut:
    entry = view.entry
    return EntryOut(
        id=entry.id,
        number=entry.number,
        person=entry.person_id,
        record_type=entry.record_type,
        edition=entry.edition,
        severity=entry.severity,
        state=entry.state,
        state_since=entry.state_since,
        version=entry.version,
        objection=entry.objection,
        facts=view.facts,
        deciding_body=entry.deciding_body,
        decided_on=entry.decided_on,
        decision_route=entry.decision_route,
        decision_method=entry.decision_method,
        served_on=entry.served_on,
        remedies_told=entry.remedies_told,
        remedy_known_on=entry.remedy_known_on,
        remedy_concluded_on=entry.remedy_concluded_on,
        remedy_concluded=entry.remedy_concluded,
        steps_taken=list(entry.steps_taken),
        serious_basis=entry.serious_basis,
        key_supervision=list(entry.key_supervision),
        suspended=entry.suspended,
        services=view.services,
        notice_served_on=view.notice.served_on if view.notice else None,
        effect_due_on=entry.effect_due_on,
        final_on=entry.final_on,
        display_until=entry.display_until,
        evidence=view.evidence,
        statements=view.statements,
        certificate=view.certificate,
        missing=[Missing(one.code, one.text(spoken)) for one in view.gate.missing] if view.gate else [],
        acts=view.acts,
    )
