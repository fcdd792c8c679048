"""“If I do this by that day, the entry ends on that day, by this rule.” Pure: computed by the rules that the gate, the
repair and the display ask, so that what is promised is what happens."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel

from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.periods import Period, corresponding_end, last_day
from integrity_archive.catalogue.record_types import CatalogueItem, RecordType, Severity
from integrity_archive.errors import Refusal
from integrity_archive.remedies import repairable
from integrity_archive.remedies.performance import shown_until
from integrity_archive.remedies.repairable import RepairNotYet, Way


class Deed(StrEnum):
    """What a person, or the body that decided, may do."""

    WAIT = "wait"
    PERFORM = "perform"  # fulfil the duty whose breach still goes on, e.g. repay: the clock starts
    REPAIR = "repair"
    OBJECT = "object"
    LIFTED = "lifted"  # the school lifts its discipline


class Rule(StrEnum):
    """Why an entry ends on a day, or when something happens."""

    DISPLAY = "display"  # the display period of the catalogue
    AT_ONCE = "at_once"  # it ends with the decision on repair, made at the latest on that day
    ANSWER = "answer"  # the law's last day for the answer
    EVALUATION = "evaluation"  # from that day nobody who evaluates sees it
    NOT_FINAL = "not_final"  # it is not shown yet, so there is no end
    NO_CLOCK = "no_clock"  # the conduct is over: its clock runs already
    NO_TERM = "no_term"  # this sanction has no term that could be lifted
    OVER = "over"  # it will have ended before


class Question(BaseModel):
    """What is done, and by which day."""

    deed: Deed
    by: date


@dataclass(frozen=True)
class Facts:
    """What is on record about an entry."""

    kind: RecordType
    item: CatalogueItem | None
    severity: Severity | None
    decided_on: date
    final_on: date | None
    conduct_ended_on: date | None
    sanction_kind: str | None
    sanction_to: date | None
    display_until: date | None
    lifted_on: date | None
    refused_until: date | None  # the day that the last refusal of repair named


@dataclass(frozen=True)
class Terms:
    """How long the offices have."""

    accept: Period
    decide: Period
    answer: Period


@dataclass(frozen=True)
class Outlook:
    """`ends_on`: the last day on which it is shown, at the latest; None where the deed leads to none.

    `on` is the day of what the rule names; `refused` says why the deed does nothing on the day asked about.
    """

    deed: Deed
    by: date
    rule: Rule
    ends_on: date | None
    on: date | None = None
    possible_on: date | None = None
    policy: str | None = None
    refused: Refusal | None = None
    provisional: bool = False


def what_if(facts: Facts, deed: Deed, by: date, *, terms: Terms, calendar: Calendar) -> Outlook:
    """What follows if the deed is done on the day `by`."""
    if facts.final_on is None and deed is not Deed.OBJECT:
        return Outlook(deed, by, Rule.NOT_FINAL, None)
    if facts.display_until is not None and by > facts.display_until:
        return Outlook(deed, by, Rule.OVER, facts.display_until)
    match deed:
        case Deed.WAIT:
            return Outlook(deed, by, Rule.DISPLAY, facts.display_until)
        case Deed.PERFORM:
            return performed(facts, by)
        case Deed.REPAIR:
            return repaired(facts, by, terms, calendar)
        case Deed.OBJECT:
            answered = corresponding_end(by, terms.answer)
            return Outlook(deed, by, Rule.ANSWER, facts.display_until, on=answered)
        case Deed.LIFTED:
            return lifted(facts, by)


def performed(facts: Facts, by: date) -> Outlook:
    """Conduct that continues ends with performance: its display period counts from then; repair comes into reach."""
    if facts.conduct_ended_on is not None:
        return Outlook(Deed.PERFORM, by, Rule.NO_CLOCK, facts.display_until)
    assert facts.final_on
    ends_on = shown_until(
        facts.kind,
        facts.item,
        decided_on=facts.decided_on,
        final_on=facts.final_on,
        performed_on=by,
        sanction_to=facts.sanction_to,
        before=facts.display_until,
    )
    try:
        way = way_of(facts)
    except Refusal as refused:
        return Outlook(Deed.PERFORM, by, Rule.DISPLAY, ends_on, on=by, refused=refused)
    possible_on = max(by, way.possible_on)
    return Outlook(Deed.PERFORM, by, Rule.DISPLAY, ends_on, on=by, possible_on=possible_on, policy=way.rule)


def way_of(facts: Facts) -> Way:
    return repairable.way(
        facts.kind, severity=facts.severity, decided_on=facts.decided_on, refused_until=facts.refused_until
    )


def repaired(facts: Facts, by: date, terms: Terms, calendar: Calendar) -> Outlook:
    """Applied for on that day with every proof, accepted and decided within the terms: it ends with the decision."""
    try:
        way = way_of(facts)
        repairable.require_open(way, on=by)
    except RepairNotYet as refused:
        return Outlook(
            Deed.REPAIR, by, Rule.DISPLAY, facts.display_until, possible_on=way.possible_on, policy=way.rule,
            refused=refused,
        )  # fmt: skip
    except Refusal as refused:
        return Outlook(Deed.REPAIR, by, Rule.DISPLAY, facts.display_until, refused=refused)
    accepted = last_day(by, terms.accept, calendar)
    decided = last_day(accepted.day, terms.decide, calendar)
    ends_on = min(decided.day, facts.display_until or decided.day)
    return Outlook(
        Deed.REPAIR, by, Rule.AT_ONCE, ends_on, on=decided.day, possible_on=way.possible_on, policy=way.rule,
        provisional=accepted.provisional or decided.provisional,
    )  # fmt: skip


def lifted(facts: Facts, by: date) -> Outlook:
    """A sanction with a term can be lifted; then nobody who evaluates is told of it (普通高等学校学生管理规定 57)."""
    sanction = facts.kind.sanction(facts.sanction_kind) if facts.sanction_kind else None
    if sanction is None or not sanction.has_term:
        return Outlook(Deed.LIFTED, by, Rule.NO_TERM, facts.display_until)
    return Outlook(Deed.LIFTED, by, Rule.EVALUATION, facts.display_until, on=facts.lifted_on or by)
