"""When a decision is final, and until when an entry is shown."""

from datetime import date

import pytest

from integrity_archive.catalogue.calendar import official
from integrity_archive.catalogue.edition import load
from integrity_archive.catalogue.finality import Final, display_until, final, statement_until

EDITION = load("SX-SAMPLE-2026-1")
CHEATING = EDITION.record_type("SN-EXF-0605")
SCHOOL_CHEATING = EDITION.record_type("SN-EXS-02")
LOAN = EDITION.record_type("SN-LOA-01")
HONOUR = EDITION.record_type("SP-HON-01")


def test_a_decision_is_final_on_the_day_after_the_last_day_of_the_review():
    assert final(CHEATING.finality, official(), served_on=date(2026, 7, 3), told=True) == Final(
        remedy_until=date(2026, 7, 20), on=date(2026, 7, 21), provisional=False
    )


def test_an_appeal_that_would_end_inside_national_day_ends_after_it():
    ended = final(SCHOOL_CHEATING.finality, official(), served_on=date(2026, 9, 22), told=True)

    assert (ended.remedy_until, ended.on) == (date(2026, 10, 8), date(2026, 10, 9))


@pytest.mark.parametrize(
    ("known_on", "remedy_until"),
    [
        (None, date(2026, 7, 6)),  # six months after service, 07-05, is a Sunday
        (date(2026, 3, 2), date(2026, 3, 12)),  # ten days from knowledge
        (date(2026, 7, 1), date(2026, 7, 6)),  # ten days would pass the six months
        (date(2025, 12, 1), date(2026, 1, 15)),  # nobody is late before the letter came
    ],
)
def test_who_was_not_told_of_the_appeal_has_it_from_the_day_he_knows_but_six_months_at_most(known_on, remedy_until):
    ended = final(SCHOOL_CHEATING.finality, official(), served_on=date(2026, 1, 5), told=False, known_on=known_on)

    assert ended.remedy_until == remedy_until


def test_finality_beyond_the_published_calendar_is_provisional():
    assert final(CHEATING.finality, official(), served_on=date(2026, 12, 25), told=True).provisional


def test_the_person_may_answer_our_notice_for_the_days_the_edition_gives():
    assert statement_until(CHEATING, official(), notified_on=date(2026, 7, 6)).day == date(2026, 7, 13)
    assert statement_until(HONOUR, official(), notified_on=date(2026, 7, 6)) is None


def shown_until(code, *, sanction_to=None, conduct_ended_on=date(2026, 6, 7)):
    kind = EDITION.record_type(code)
    return display_until(
        kind,
        EDITION.item(kind.catalogue_item),
        decided_on=date(2026, 6, 30),
        final_on=date(2026, 7, 21),
        conduct_ended_on=conduct_ended_on,
        sanction_to=sanction_to,
    )


@pytest.mark.parametrize(
    ("sanction_to", "until"),
    [
        (None, date(2027, 6, 30)),  # at least a year from the decision
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2028, 6, 30), date(2028, 6, 30)),
        (date(2031, 1, 1), date(2029, 6, 30)),  # at most three
    ],
)
def test_cheating_is_shown_to_the_end_of_the_suspension_within_bounds(sanction_to, until):
    assert shown_until("SN-EXF-0605", sanction_to=sanction_to) == until


def test_nothing_is_shown_longer_than_five_years_after_the_conduct_ended():
    assert shown_until("SN-FIN-01", sanction_to=date(2040, 1, 1), conduct_ended_on=date(2022, 1, 31)) == date(
        2027, 1, 31
    )


def test_a_default_that_continues_is_counted_from_finality():
    assert shown_until("SN-LOA-01", conduct_ended_on=None) == date(2031, 7, 21)


def test_a_merit_is_shown_for_as_long_as_it_stands():
    assert shown_until("SP-HON-01") is None
    assert shown_until("PP-REC-01") == date(2029, 6, 30)


def test_an_administrative_penalty_is_final_when_the_time_for_the_suit_is_over_too():
    penalty = EDITION.record_type("PN-DOC-02").finality

    direct = final(penalty, official(), served_on=date(2026, 3, 2), told=True)
    untold = final(penalty, official(), served_on=date(2025, 3, 3), told=False)

    assert (direct.remedy_until, direct.on) == (date(2026, 9, 2), date(2026, 9, 3))  # six months, not sixty days
    assert untold.remedy_until == date(2026, 3, 3)  # a year at most


@pytest.mark.parametrize(
    ("concluded", "on"),
    [
        (0, date(2026, 6, 17)),  # reconsideration upheld it: fifteen days for the suit
        (1, date(2026, 6, 2)),  # the suit is lost: nothing is left
    ],
)
def test_a_concluded_remedy_leaves_the_time_for_those_after_it(concluded, on):
    penalty = EDITION.record_type("PN-DOC-02").finality
    days = {"served_on": date(2026, 3, 2), "told": True, "concluded_on": date(2026, 6, 1)}

    assert final(penalty, official(), **days, concluded=concluded).on == on


def test_a_concluded_review_is_final_on_the_next_day_although_its_window_is_still_open():
    days = {"served_on": date(2026, 7, 3), "told": True}

    assert final(CHEATING.finality, official(), **days, concluded_on=date(2026, 7, 8)).on == date(2026, 7, 9)


def test_an_effective_judgment_is_final_with_its_service():
    ban = EDITION.record_type("PN-TEA-06").finality

    assert final(ban, official(), served_on=date(2026, 7, 3), told=False) == Final(
        remedy_until=date(2026, 7, 3), on=date(2026, 7, 3), provisional=False
    )


def test_no_display_outlasts_retention():
    for kind in EDITION.record_types:
        if kind.retention and kind.display:
            longest = kind.display.months or kind.display.max_months
            assert longest <= kind.retention.months, kind.code


@pytest.mark.parametrize(
    ("code", "until"),
    [
        ("SN-ACM-2706", date(2026, 8, 3)),  # thirty days end on Sunday the second of August
        ("PN-LAW-02", date(2026, 7, 24)),  # fifteen working days
        ("PN-CIV-01", date(2026, 8, 3)),  # a month
        ("PN-TEA-01", date(2026, 8, 3)),  # thirty days
        ("SN-EXS-02", date(2026, 7, 13)),  # ten days
    ],
)
def test_every_kind_of_body_leaves_its_own_time_for_a_remedy(code, until):
    rule = EDITION.record_type(code).finality

    assert final(rule, official(), served_on=date(2026, 7, 3), told=True).remedy_until == until


def test_a_revoked_degree_is_shown_for_five_years_and_other_misconduct_for_three():
    kind = EDITION.record_type("SN-ACM-2706")
    days = {"decided_on": date(2026, 5, 8), "final_on": date(2026, 6, 9), "sanction_to": None}
    shown = {
        sanction: display_until(kind.with_sanction(sanction), None, conduct_ended_on=date(2026, 5, 1), **days)
        for sanction in (None, "AWARD_WITHDRAWN", "DEGREE_REVOKED")
    }

    assert shown == {None: date(2029, 5, 8), "AWARD_WITHDRAWN": date(2029, 5, 8), "DEGREE_REVOKED": date(2031, 5, 1)}
