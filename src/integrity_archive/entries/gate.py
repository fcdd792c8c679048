"""The gate to effect: recorded facts in, an answer out. An entry takes effect through here or not at all.

Two clocks are kept apart: the *decision's* (served by the body that made it; final when its remedy has lapsed) and
that of *our own notice* (served by the recording organisation; the person may answer it). Only dates that were
recorded count; nothing is read from a clock but the day on which the question is asked.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.finality import Final, final, statement_until
from integrity_archive.catalogue.record_types import Polarity, RecordType
from integrity_archive.entries.gate_faults import (
    CALENDAR_ENDS,
    CHANGE_PENDING,
    DECISION_NOT_SERVED,
    MINOR,
    NO_BODY,
    NO_CONDUCT_END,
    NO_CONSENT,
    NO_FINDING,
    NO_METHOD,
    NOT_SIGHTED,
    NOTICE_NOT_SERVED,
    ONE_OFFICER,
    REMEDY_RUNS,
    STATEMENT_RUNS,
    SUSPENDED,
    UNSUPPORTED,
    running,
    without,
)
from integrity_archive.entries.gate_faults import untaken as untaken
from integrity_archive.entries.kinds import Proof, ServiceMethod, ServiceOf
from integrity_archive.errors import FieldError
from integrity_archive.people.identity import adult_on


@dataclass(frozen=True)
class Facts:
    """What is on record about an entry when it asks for effect.

    `evidence` holds the kinds that are attached, `supported` one member for each finding: whether it names a document
    of the entry. `unsighted` are the services recorded after their day whose proof the second officer has not seen.
    `change_pending`: the office itself has proposed to revise or revoke the entry, and nobody has decided on it.
    """

    kind: RecordType
    deciding_body: str | None
    evidence: frozenset[str]
    supported: tuple[bool, ...]
    steps_taken: frozenset[str]
    sanction_kind: str | None
    born_on: date
    adult_from: int
    conduct_ended_on: date | None
    decided_on: date
    decision_method: ServiceMethod | None
    served_on: date | None
    remedies_told: bool
    remedy_known_on: date | None
    remedy_concluded_on: date | None
    remedy_concluded: Procedure | None
    notice_served_on: date | None
    stated_on: date | None
    consented_on: date | None
    unsighted: frozenset[ServiceOf]
    suspended: bool
    change_pending: bool
    clerk: UUID
    reviewer: UUID | None

    @property
    def conduct_on(self) -> date:
        """The day on which the person must have been an adult; conduct that continues counts up to the decision."""
        return self.conduct_ended_on or self.decided_on


@dataclass(frozen=True)
class Gate:
    """`open` on the day asked about; else `missing` says why, each reason with the field it concerns.

    `due_on` is the first day on which the recorded periods are over, the whole time to answer among them; None while
    one has not begun, or while the day is provisional because the calendar does not reach that far: nothing lapses by a
    provisional day. Once the person has answered, the gate may be open before it: for a second officer who has heard
    him, never for the worker.
    """

    missing: tuple[FieldError, ...]
    final_on: date | None
    remedy_until: date | None
    statement_until: date | None
    told_on: date | None
    due_on: date | None
    provisional: bool

    @property
    def open(self) -> bool:
        return not self.missing

    @property
    def opens_on(self) -> date | None:
        """The day on which time alone will have opened it; None while anything else is missing."""
        return self.due_on if all(fault.code in BY_TIME for fault in self.missing) else None


def examine(facts: Facts, calendar: Calendar, *, today: date) -> Gate:
    """May this entry take effect today? 国办发〔2020〕49号; 征信业管理条例 15; Order 41 art 55; DOMAIN §2.4, §3.2."""
    if facts.kind.polarity is Polarity.NEGATIVE:
        return adverse(facts, calendar, today=today)
    return merit(facts, today=today)


def adverse(facts: Facts, calendar: Calendar, *, today: date) -> Gate:
    decision = finality(facts, calendar)
    answer_until, answer_provisional = answer_window(facts, calendar)
    provisional = answer_provisional or (decision is not None and decision.provisional)
    missing = [*documents(facts), *officers(facts), *age(facts), *services(facts)]
    if facts.suspended:
        missing.append(SUSPENDED)
    if facts.change_pending:
        missing.append(CHANGE_PENDING)
    if decision and today < decision.on:
        missing.append(running(REMEDY_RUNS, decision.remedy_until))
    if answer_until and today <= answer_until and not facts.stated_on:
        missing.append(running(STATEMENT_RUNS, answer_until))
    if provisional:
        missing.append(CALENDAR_ENDS)
    due_on = None
    if decision and answer_until and not provisional and not facts.suspended:
        due_on = max(decision.on, answer_until + timedelta(1))
    return Gate(
        missing=tuple(missing),
        final_on=decision.on if decision else None,
        remedy_until=decision.remedy_until if decision else None,
        statement_until=answer_until,
        told_on=facts.notice_served_on,
        due_on=due_on,
        provisional=provisional,
    )


def finality(facts: Facts, calendar: Calendar) -> Final | None:
    """The decision's own clock; None before the decision is served.

    It is moved by the conclusion of its own remedy, after this service; by no other procedure.
    """
    if facts.served_on is None:
        return None
    rule, concluded_on = facts.kind.finality, facts.remedy_concluded_on
    assert rule  # an adverse type has one: checked when the edition was read
    place = rule.moved_by(facts.remedy_concluded)
    moved = place is not None and concluded_on is not None and concluded_on >= facts.served_on
    return final(
        rule,
        calendar,
        served_on=facts.served_on,
        told=facts.remedies_told,
        known_on=facts.remedy_known_on,
        concluded_on=concluded_on if moved else None,
        concluded=place or 0,
    )


def merit(facts: Facts, *, today: date) -> Gate:
    """A merit has no remedy to wait for: it needs its documents, consent where the type asks for it, two officers."""
    missing = [*documents(facts), *officers(facts), *age(facts)]
    return Gate(tuple(missing), facts.decided_on, None, None, facts.consented_on, facts.decided_on, False)


def answer_window(facts: Facts, calendar: Calendar) -> tuple[date | None, bool]:
    """The last day on which the person may answer our notice; (None, False) before it is served."""
    if facts.notice_served_on is None:
        return None, False
    window = statement_until(facts.kind, calendar, notified_on=facts.notice_served_on)
    return (window.day, window.provisional) if window else (facts.notice_served_on, False)


def documents(facts: Facts) -> list[FieldError]:
    """What must be there before anything else: also asked when an entry is filed.

    A body that may decide of such facts (山西省社会信用条例 27), every document of its kind, the steps the body had to
    take (Order 41 art 56, Order 33 art 27), and, for an adverse entry, findings that rest on documents, the end of the
    conduct, and how its decision was served.
    """
    adverse = facts.kind.polarity is Polarity.NEGATIVE
    missing = [] if facts.deciding_body in facts.kind.deciding_bodies else [NO_BODY]
    needed = set(facts.kind.required_evidence)
    if adverse and facts.served_on is not None:
        needed.add(Proof.DECISION_SERVICE)
    if facts.kind.consent_needed:
        needed.add(Proof.CONSENT)
    missing += [without(kind) for kind in sorted(needed - facts.evidence)]
    if facts.kind.consent_needed and facts.consented_on is None:
        missing.append(NO_CONSENT)
    steps = set(facts.kind.steps_with(facts.sanction_kind))
    missing += [untaken(step) for step in sorted(steps - facts.steps_taken)]
    if adverse and not facts.supported:
        missing.append(NO_FINDING)
    elif not all(facts.supported):
        missing.append(UNSUPPORTED)
    if adverse and facts.conduct_ended_on is None and not facts.kind.conduct_may_continue:
        missing.append(NO_CONDUCT_END)
    if adverse and facts.served_on is not None and facts.decision_method is None:
        missing.append(NO_METHOD)
    return missing


def services(facts: Facts) -> list[FieldError]:
    """Two services, each proven, and seen by the second officer if it was recorded after its day."""
    missing = []
    if facts.served_on is None:
        missing.append(DECISION_NOT_SERVED)
    if facts.notice_served_on is None:
        missing.append(NOTICE_NOT_SERVED)
    return missing + [NOT_SIGHTED[which] for which in sorted(facts.unsighted)]


def officers(facts: Facts) -> list[FieldError]:
    return [ONE_OFFICER] if facts.reviewer in (None, facts.clerk) else []


def age(facts: Facts) -> list[FieldError]:
    """民法典 17, DOMAIN §4: nothing takes effect about a minor's conduct, also if his birth date was mended later."""
    return [] if adult_on(facts.born_on, facts.conduct_on, age=facts.adult_from) else [MINOR]


BY_TIME = frozenset({REMEDY_RUNS.code, STATEMENT_RUNS.code})
