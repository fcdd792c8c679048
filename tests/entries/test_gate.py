"""The gate, held against the golden cases and against every single missing fact."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from integrity_archive.catalogue import edition
from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.entries import gate as rules
from integrity_archive.entries.gate import Facts, examine
from integrity_archive.entries.kinds import Proof, ServiceMethod, ServiceOf
from integrity_archive.errors import FieldError
from integrity_archive.web.entry_gate import CONDITIONS, CONSENTED, MERIT_CONDITIONS

LAW = edition.load("SX-SAMPLE-2026-1")
SUBSTITUTE = LAW.record_type("SN-EXF-0605")  # review within 15 days
SCHOOL_EXAM = LAW.record_type("SN-EXS-02")  # appeal within 10 days
VOLUNTEER = LAW.record_type("SP-VOL-02")
CALENDAR = official()

COMPLETE = Facts(
    kind=SUBSTITUTE,
    deciding_body=SUBSTITUTE.deciding_bodies[0],
    evidence=frozenset({*SUBSTITUTE.required_evidence, Proof.DECISION_SERVICE}),
    supported=(True,),
    steps_taken=frozenset(SUBSTITUTE.required_steps),
    sanction_kind=None,
    born_on=date(2004, 2, 29),
    adult_from=LAW.min_age_at_conduct,
    conduct_ended_on=date(2026, 6, 7),
    decided_on=date(2026, 7, 1),
    decision_method=ServiceMethod.IN_PERSON,
    served_on=date(2026, 7, 3),
    remedies_told=True,
    remedy_known_on=None,
    remedy_concluded_on=None,
    remedy_concluded=None,
    notice_served_on=date(2026, 7, 10),
    stated_on=None,
    consented_on=None,
    unsighted=frozenset(),
    suspended=False,
    change_pending=False,
    clerk=uuid4(),
    reviewer=uuid4(),
)
MERIT = replace(
    COMPLETE,
    kind=VOLUNTEER,
    deciding_body=VOLUNTEER.deciding_bodies[0],
    evidence=frozenset({*VOLUNTEER.required_evidence, Proof.CONSENT}),
    supported=(),
    notice_served_on=None,
    consented_on=date(2026, 7, 10),
)


def missing(facts: Facts, today: date) -> list[str]:
    return [fault.code for fault in examine(facts, CALENDAR, today=today).missing]


def test_a_decision_served_on_a_friday_is_final_after_the_weekend_its_last_day_falls_into():
    gate = examine(COMPLETE, CALENDAR, today=date(2026, 7, 20))
    assert gate.remedy_until == date(2026, 7, 20)
    assert gate.final_on == date(2026, 7, 21)
    assert [fault.code for fault in gate.missing] == ["remedy-runs"]
    assert examine(COMPLETE, CALENDAR, today=date(2026, 7, 21)).open


def test_an_appeal_that_ends_in_the_national_holiday_may_be_made_on_the_first_day_after_it():
    facts = replace(
        COMPLETE,
        kind=SCHOOL_EXAM,
        deciding_body="SCHOOL",
        steps_taken=frozenset(SCHOOL_EXAM.required_steps),
        evidence=frozenset({*SCHOOL_EXAM.required_evidence, Proof.DECISION_SERVICE}),
        decided_on=date(2026, 9, 21),
        served_on=date(2026, 9, 22),
        notice_served_on=date(2026, 9, 23),
    )
    assert missing(facts, date(2026, 10, 8)) == ["remedy-runs"]
    assert missing(facts, date(2026, 10, 9)) == []


@pytest.mark.parametrize(
    ("known_on", "last"),
    [
        (None, date(2026, 10, 8)),  # six months after service end in the National Day holiday
        (date(2026, 5, 6), date(2026, 5, 21)),
        (date(2026, 9, 25), date(2026, 10, 8)),  # fifteen days more would be later than the hard stop
    ],
)
def test_golden_03(known_on: date | None, last: date):
    """A letter without information on the appeal: open until knowledge and the period, hard stop after six months."""
    spring = {"decided_on": date(2026, 4, 1), "served_on": date(2026, 4, 3), "notice_served_on": date(2026, 4, 13)}
    untold = replace(COMPLETE, remedies_told=False, remedy_known_on=known_on, **spring)
    assert missing(untold, last) == ["remedy-runs"]
    assert missing(untold, last + timedelta(days=1)) == []


def test_a_remedy_that_was_concluded_makes_the_decision_final_on_the_day_after():
    upheld = replace(COMPLETE, remedy_concluded_on=date(2026, 9, 1), remedy_concluded=Procedure.REVIEW)
    assert missing(upheld, date(2026, 9, 1)) == ["remedy-runs"]
    assert missing(upheld, date(2026, 9, 2)) == []


@pytest.mark.parametrize("other", [*sorted(set(Procedure) - {Procedure.REVIEW}), None])
def test_a_procedure_that_is_not_the_first_remedy_makes_no_decision_final(other: Procedure | None):
    too_soon = replace(COMPLETE, remedy_concluded_on=date(2026, 7, 6), remedy_concluded=other)
    assert examine(too_soon, CALENDAR, today=date(2026, 7, 7)).final_on == date(2026, 7, 21)


def test_a_conclusion_of_before_the_service_leaves_the_remedy_its_whole_time():
    before = replace(COMPLETE, remedy_concluded_on=date(2026, 7, 2), remedy_concluded=Procedure.REVIEW)
    assert examine(before, CALENDAR, today=date(2026, 7, 20)).final_on == date(2026, 7, 21)


@pytest.mark.parametrize(
    ("concluded", "final_on"),
    [
        (Procedure.RECONSIDERATION, date(2026, 3, 18)),  # fifteen days are left for a suit
        (Procedure.SUIT, date(2026, 3, 3)),
        (Procedure.REVIEW, date(2026, 7, 7)),  # no remedy of a penalty
    ],
)
def test_a_penalty_is_final_when_what_its_own_remedies_leave_has_lapsed(concluded: Procedure, final_on: date):
    days = {"decided_on": date(2026, 1, 4), "served_on": date(2026, 1, 5), "remedy_concluded_on": date(2026, 3, 2)}
    penalty = replace(COMPLETE, kind=LAW.record_type("PN-TAX-01"), remedy_concluded=concluded, **days)
    assert examine(penalty, CALENDAR, today=date(2026, 3, 2)).final_on == final_on


def test_a_penalty_is_final_only_when_reconsideration_and_suit_have_lapsed():
    tax = LAW.record_type("PN-TAX-01")
    assert tax.finality and tax.finality.rule == "STRICT"
    penalty = replace(
        COMPLETE,
        kind=tax,
        deciding_body=tax.deciding_bodies[0],
        evidence=frozenset({*tax.required_evidence, Proof.DECISION_SERVICE}),
        steps_taken=frozenset(tax.required_steps),
        decided_on=date(2026, 1, 4),
        served_on=date(2026, 1, 5),
        notice_served_on=date(2026, 1, 6),
    )
    assert missing(penalty, date(2026, 7, 6)) == ["remedy-runs"]  # six months end on Sunday, 5 July
    assert missing(penalty, date(2026, 7, 7)) == []


def test_our_own_notice_has_its_own_clock_which_the_decision_does_not_shorten():
    late = replace(COMPLETE, notice_served_on=date(2026, 9, 1))
    gate = examine(late, CALENDAR, today=date(2026, 9, 2))
    assert [fault.code for fault in gate.missing] == ["statement-runs"]
    assert gate.due_on == gate.statement_until + timedelta(days=1)
    assert gate.due_on > gate.final_on


def test_an_early_statement_opens_the_gate_for_whoever_heard_it_and_brings_the_due_day_no_nearer():
    said = replace(COMPLETE, notice_served_on=date(2026, 9, 1), stated_on=date(2026, 9, 2))
    gate = examine(said, CALENDAR, today=date(2026, 9, 2))
    assert gate.open
    assert gate.opens_on == date(2026, 9, 8)
    assert missing(replace(COMPLETE, stated_on=date(2026, 7, 11)), date(2026, 7, 12)) == ["remedy-runs"]


def test_a_statement_after_the_window_does_not_lengthen_it():
    late = replace(COMPLETE, notice_served_on=date(2026, 9, 1), stated_on=date(2026, 9, 20))
    in_time = replace(late, stated_on=None)
    days = [examine(facts, CALENDAR, today=date(2026, 9, 21)).due_on for facts in (late, in_time)]
    assert days == [date(2026, 9, 8)] * 2  # the fifth day after the 1st is a Sunday, so the window ends on Monday


def test_the_person_is_told_on_the_day_the_notice_was_served_not_on_the_day_it_was_recorded():
    assert examine(COMPLETE, CALENDAR, today=date(2026, 11, 1)).told_on == date(2026, 7, 10)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"evidence": frozenset({Proof.DECISION_SERVICE, "INVIGILATOR_RECORD"})}, "evidence-missing"),
        ({"evidence": frozenset(SUBSTITUTE.required_evidence)}, "evidence-missing"),
        ({"notice_served_on": None}, "notice-not-served"),
        ({"born_on": date(2008, 6, 8)}, "minor-at-conduct"),
        ({"conduct_ended_on": None}, "conduct-end-missing"),
        ({"decision_method": None}, "method-missing"),
        ({"reviewer": None}, "second-officer-missing"),
        ({"reviewer": COMPLETE.clerk}, "second-officer-missing"),
        ({"steps_taken": frozenset()}, "step-missing"),
        ({"sanction_kind": "SUSPEND_EXAM"}, "step-missing"),  # a hearing must have been offered as well
        ({"supported": ()}, "finding-missing"),
        ({"supported": (True, False)}, "finding-unsupported"),
        ({"served_on": None}, "decision-not-served"),
        ({"unsighted": frozenset({ServiceOf.DECISION})}, "service-not-sighted"),
        ({"unsighted": frozenset({ServiceOf.NOTICE})}, "service-not-sighted"),
        ({"suspended": True}, "suspended"),
        ({"change_pending": True}, "change-pending"),
        ({"deciding_body": None}, "deciding-body-missing"),
        ({"deciding_body": "SCHOOL"}, "deciding-body-missing"),  # a school decides of no state examination
    ],
)
def test_one_missing_fact_closes_the_gate_however_long_one_waits(change, code):
    assert missing(replace(COMPLETE, **change), date(2026, 11, 24)) == [code]


def test_conduct_that_may_continue_needs_no_end_and_counts_up_to_the_decision():
    loan = LAW.record_type("SN-LOA-01")
    unpaid = replace(
        COMPLETE,
        kind=loan,
        deciding_body="LENDER",
        evidence=frozenset({*loan.required_evidence, Proof.DECISION_SERVICE, Proof.CONSENT}),
        steps_taken=frozenset(loan.required_steps),
        conduct_ended_on=None,
        consented_on=date(2026, 7, 10),
    )
    assert missing(unpaid, date(2026, 11, 24)) == []
    assert missing(replace(unpaid, born_on=date(2008, 7, 2)), date(2026, 11, 24)) == ["minor-at-conduct"]


def test_the_page_names_every_condition_that_the_gate_can_find_unmet():
    every = [one for one in vars(rules).values() if isinstance(one, FieldError)]
    every += [*rules.NOT_SIGHTED.values(), rules.without("X"), rules.untaken("X")]
    shown = [frozenset().union(*(codes for _, codes in (*of, CONSENTED))) for of in (CONDITIONS, MERIT_CONDITIONS)]
    nothing = replace(
        MERIT, evidence=frozenset(), supported=(False,), reviewer=None, consented_on=None, born_on=date(2020, 1, 1)
    )

    assert {fault.code for fault in every} == shown[0]
    assert set(missing(nothing, date(2026, 11, 24))) <= shown[1]


def test_without_a_served_notice_no_day_can_be_named():
    assert examine(replace(COMPLETE, notice_served_on=None), CALENDAR, today=date(2026, 11, 24)).due_on is None


@pytest.mark.parametrize(
    "change", [{"served_on": None}, {"suspended": True}, {"unsighted": frozenset({ServiceOf.NOTICE})}]
)
def test_no_day_is_named_on_which_time_alone_would_open_it(change):
    today = date(2026, 7, 12)
    assert examine(COMPLETE, CALENDAR, today=today).opens_on == date(2026, 7, 21)
    assert examine(replace(COMPLETE, **change), CALENDAR, today=today).opens_on is None


def test_nothing_takes_effect_by_a_day_beyond_the_published_calendar():
    facts = replace(
        COMPLETE, decided_on=date(2026, 12, 20), served_on=date(2026, 12, 24), notice_served_on=date(2026, 12, 24)
    )
    gate = examine(facts, CALENDAR, today=date(2027, 6, 1))
    assert [fault.code for fault in gate.missing] == ["calendar-ends"]
    assert gate.due_on is None


def test_a_merit_waits_for_nothing_but_its_documents_consent_and_two_officers():
    assert examine(MERIT, CALENDAR, today=date(2026, 7, 10)).open
    assert missing(replace(MERIT, consented_on=None), date(2026, 11, 24)) == ["consent-missing"]
    assert missing(replace(MERIT, evidence=frozenset(VOLUNTEER.required_evidence)), date(2026, 11, 24)) == [
        "evidence-missing"
    ]
