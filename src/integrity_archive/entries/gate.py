"""The gate to effect: recorded facts in, an answer out. An entry takes effect through here or not at all.

Two clocks are kept apart: the *decision's* (served by the body that made it; final when its remedy has lapsed) and
that of *our own notice* (served by the recording organisation; the person may answer it). Only dates that were
recorded count; nothing is read from a clock but the day on which the question is asked.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.finality import final, statement_until
from integrity_archive.catalogue.record_types import Polarity, RecordType
from integrity_archive.entries.kinds import Proof
from integrity_archive.errors import FieldError
from integrity_archive.people.identity import adult_on


@dataclass(frozen=True)
class Facts:
    """What is on record about an entry when it asks for effect. `evidence` holds the kinds that are attached."""

    kind: RecordType
    evidence: frozenset[str]
    born_on: date
    adult_from: int
    conduct_ended_on: date | None
    decided_on: date
    served_on: date
    remedies_told: bool
    notice_served_on: date | None
    stated_on: date | None
    consented_on: date | None
    clerk: UUID
    reviewer: UUID | None

    @property
    def conduct_on(self) -> date:
        """The day on which the person must have been an adult; conduct that continues counts up to the decision."""
        return self.conduct_ended_on or self.decided_on


@dataclass(frozen=True)
class Gate:
    """`open` on the day asked about; else `missing` says why, each reason with the field it concerns.

    `due_on` is the first day on which the recorded periods are over; None while one has not begun, or while the day
    is provisional because the calendar does not reach that far: nothing lapses by a provisional day.
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


def examine(facts: Facts, calendar: Calendar, *, today: date) -> Gate:
    """May this entry take effect today? 国办发〔2020〕49号; 征信业管理条例 15; Order 41 art 55; DOMAIN §2.4, §3.2."""
    if facts.kind.polarity is Polarity.NEGATIVE:
        return adverse(facts, calendar, today=today)
    return merit(facts, today=today)


def adverse(facts: Facts, calendar: Calendar, *, today: date) -> Gate:
    assert facts.kind.finality  # every negative type has one, checked when the edition was read
    decision = final(facts.kind.finality, calendar, served_on=facts.served_on, told=facts.remedies_told)
    answer_until, answer_provisional = answer_window(facts, calendar)
    provisional = decision.provisional or answer_provisional
    missing = [*documents(facts), *officers(facts), *age(facts)]
    if facts.notice_served_on is None:
        missing.append(NOTICE_NOT_SERVED)
    if today < decision.on:
        missing.append(running(REMEDY_RUNS, decision.remedy_until))
    if answer_until and today <= answer_until and not facts.stated_on:
        missing.append(running(STATEMENT_RUNS, answer_until))
    if provisional:
        missing.append(CALENDAR_ENDS)
    due_on = None
    if answer_until and not provisional:
        answered = min(facts.stated_on or answer_until + timedelta(1), answer_until + timedelta(1))
        due_on = max(decision.on, answered)
    return Gate(
        tuple(missing), decision.on, decision.remedy_until, answer_until, facts.notice_served_on, due_on, provisional
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
    """What must be attached before anything else: also asked when an entry is filed."""
    needed = set(facts.kind.required_evidence)
    if facts.kind.polarity is Polarity.NEGATIVE:
        needed.add(Proof.DECISION_SERVICE)
    if facts.kind.consent_needed:
        needed.add(Proof.CONSENT)
    missing = [without(kind) for kind in sorted(needed - facts.evidence)]
    if facts.kind.consent_needed and facts.consented_on is None:
        missing.append(NO_CONSENT)
    return missing


def officers(facts: Facts) -> list[FieldError]:
    return [ONE_OFFICER] if facts.reviewer in (None, facts.clerk) else []


def age(facts: Facts) -> list[FieldError]:
    """民法典 17, DOMAIN §4: nothing takes effect about a minor's conduct, also if his birth date was mended later."""
    return [] if adult_on(facts.born_on, facts.conduct_on, age=facts.adult_from) else [MINOR]


def without(kind: str) -> FieldError:
    return FieldError(
        "evidence", "evidence-missing", "缺少证明材料：{kind}。", "Evidence is missing: {kind}.", {"kind": kind}
    )


def running(window: FieldError, until: date) -> FieldError:
    return FieldError(window.path, window.code, window.zh, window.en, {"until": until})


NOTICE_NOT_SERVED = FieldError(
    "notice", "notice-not-served", "告知书尚未送达。", "The notice to the person has not been served."
)
REMEDY_RUNS = FieldError(
    "served_on",
    "remedy-runs",
    "决定尚未终局，救济期限至{until}。",
    "The decision is not final: its remedy may be used until {until}.",
)
STATEMENT_RUNS = FieldError(
    "statement", "statement-runs", "本人陈述期限至{until}。", "The person may answer the notice until {until}."
)
CALENDAR_ENDS = FieldError(
    "calendar",
    "calendar-ends",
    "期限超出已公布的节假日安排，日期暂定，不自动生效。",
    "A period ends beyond the published holidays: its day is provisional, and nothing takes effect by it.",
)
NO_CONSENT = FieldError(
    "consented_on", "consent-missing", "缺少本人书面同意的日期。", "The day of the person's written consent is missing."
)
ONE_OFFICER = FieldError(
    "reviewer", "second-officer-missing", "尚未经第二名工作人员复核。", "A second officer has not reviewed it."
)
MINOR = FieldError(
    "conduct_ended_on",
    "minor-at-conduct",
    "行为发生时当事人未成年，不予记录。",
    "The person was not yet an adult on the day of the conduct; such conduct is not recorded.",
)
