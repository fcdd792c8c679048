"""“No adverse record for three years or more”, as the opinion's item 7 asks."""

from datetime import date, timedelta

import pytest

from integrity_archive.catalogue.terms import terms
from integrity_archive.entries.adverse import Adverse
from integrity_archive.inquiries import queries
from integrity_archive.inquiries.actions import ask
from integrity_archive.inquiries.indicator import no_adverse
from integrity_archive.inquiries.kinds import NoAdverse

from ..building import NOW
from .conftest import Asking

TODAY = date(2026, 11, 24)
LONG_AGO = date(2020, 9, 1)
THREE_YEARS = terms("inquiries")["no_adverse"]


def told(*found: Adverse, kept_since: date | None = LONG_AGO) -> NoAdverse:
    return no_adverse(found, kept_since=kept_since, as_of=TODAY, term=THREE_YEARS)


def test_golden_20() -> None:
    """An archive opened in September 2025 cannot speak for three years in November 2026."""
    asked = no_adverse([], kept_since=date(2025, 9, 1), as_of=TODAY, term=THREE_YEARS)
    assert asked is NoAdverse.INSUFFICIENT


@pytest.mark.parametrize(
    ("kept_since", "answer"),
    [
        (date(2023, 11, 24), NoAdverse.YES),
        (date(2023, 11, 25), NoAdverse.INSUFFICIENT),
        (None, NoAdverse.INSUFFICIENT),
    ],
)
def test_it_needs_an_archive_that_was_kept_for_so_long(kept_since: date | None, answer: NoAdverse) -> None:
    assert told(kept_since=kept_since) is answer


@pytest.mark.parametrize(
    ("final_on", "answer"),
    [
        (date(2023, 11, 24), NoAdverse.YES),  # the same day three years earlier is outside
        (date(2023, 11, 25), NoAdverse.NO),
        (TODAY, NoAdverse.NO),
        (TODAY + timedelta(1), NoAdverse.YES),  # not final yet
    ],
)
def test_the_same_day_three_years_earlier_is_outside(final_on: date, answer: NoAdverse) -> None:
    assert told(Adverse(final_on, doubted=False)) is answer


def test_a_doubted_entry_makes_the_answer_uncertain_and_a_second_one_settles_it() -> None:
    doubted, certain = Adverse(date(2025, 1, 1), doubted=True), Adverse(date(2025, 6, 1), doubted=False)
    assert told(doubted) is NoAdverse.UNCERTAIN
    assert told(doubted, certain) is NoAdverse.NO
    assert told(certain, kept_since=date(2025, 1, 1)) is NoAdverse.NO, "one is enough, however young the archive"


async def test_a_scholarship_committee_is_told_and_told_the_same_again(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    assert answer.no_adverse is NoAdverse.NO
    assert (await queries.answer(answer.inquiry, by=asking.secretary, now=NOW)).no_adverse is NoAdverse.NO
