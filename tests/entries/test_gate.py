"""The gate, held against the golden cases of DOMAIN §8a and against every single missing fact."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from integrity_archive.catalogue import edition
from integrity_archive.catalogue.calendar import official
from integrity_archive.entries.gate import Facts, examine
from integrity_archive.entries.kinds import Proof

LAW = edition.load("SX-SAMPLE-2026-1")
SUBSTITUTE = LAW.record_type("SN-EXF-0605")  # review within 15 days
SCHOOL_EXAM = LAW.record_type("SN-EXS-02")  # appeal within 10 days
VOLUNTEER = LAW.record_type("SP-VOL-02")
CALENDAR = official()

COMPLETE = Facts(
    kind=SUBSTITUTE,
    evidence=frozenset({*SUBSTITUTE.required_evidence, Proof.DECISION_SERVICE}),
    born_on=date(2004, 2, 29),
    adult_from=LAW.min_age_at_conduct,
    conduct_ended_on=date(2026, 6, 7),
    decided_on=date(2026, 7, 1),
    served_on=date(2026, 7, 3),
    remedies_told=True,
    notice_served_on=date(2026, 7, 10),
    stated_on=None,
    consented_on=None,
    clerk=uuid4(),
    reviewer=uuid4(),
)
MERIT = replace(
    COMPLETE,
    kind=VOLUNTEER,
    evidence=frozenset({*VOLUNTEER.required_evidence, Proof.CONSENT}),
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
        evidence=frozenset({*SCHOOL_EXAM.required_evidence, Proof.DECISION_SERVICE}),
        decided_on=date(2026, 9, 21),
        served_on=date(2026, 9, 22),
        notice_served_on=date(2026, 9, 23),
    )
    assert missing(facts, date(2026, 10, 8)) == ["remedy-runs"]
    assert missing(facts, date(2026, 10, 9)) == []


def test_a_letter_that_told_of_no_remedy_keeps_the_window_open_for_six_months():
    spring = {"decided_on": date(2026, 4, 1), "served_on": date(2026, 4, 3), "notice_served_on": date(2026, 4, 13)}
    untold = replace(COMPLETE, remedies_told=False, **spring)
    assert missing(untold, date(2026, 10, 8)) == ["remedy-runs"]  # 3 October is a holiday
    assert missing(untold, date(2026, 10, 9)) == []


def test_our_own_notice_has_its_own_clock_which_the_decision_does_not_shorten():
    late = replace(COMPLETE, notice_served_on=date(2026, 9, 1))
    gate = examine(late, CALENDAR, today=date(2026, 9, 2))
    assert [fault.code for fault in gate.missing] == ["statement-runs"]
    assert gate.due_on == gate.statement_until + timedelta(days=1)
    assert gate.due_on > gate.final_on


def test_an_early_statement_ends_our_own_window_but_not_the_remedy():
    said = replace(COMPLETE, stated_on=date(2026, 7, 11))
    assert examine(said, CALENDAR, today=date(2026, 7, 12)).due_on == date(2026, 7, 21)
    assert missing(said, date(2026, 7, 12)) == ["remedy-runs"]


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
        ({"born_on": date(2008, 7, 2), "conduct_ended_on": None}, "minor-at-conduct"),
        ({"reviewer": None}, "second-officer-missing"),
        ({"reviewer": COMPLETE.clerk}, "second-officer-missing"),
    ],
)
def test_one_missing_fact_closes_the_gate_however_long_one_waits(change, code):
    assert missing(replace(COMPLETE, **change), date(2026, 11, 24)) == [code]


def test_without_a_served_notice_no_day_can_be_named():
    assert examine(replace(COMPLETE, notice_served_on=None), CALENDAR, today=date(2026, 11, 24)).due_on is None


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
