"""A clock is late when somebody has let its last day pass, and not before."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from integrity_archive.actors import Actor, Role
from integrity_archive.catalogue.terms import data, rule
from integrity_archive.tasks.clocks import Clock, ClockKind, clock_id, most_urgent_first
from integrity_archive.tasks.models import TaskKind

TODAY = date(2026, 11, 24)
TIMED = ("entries", "remedies", "letters", "exchange", "recipients")


def a_clock(days: int, *, provisional: bool = False, owner: Role | None = Role.CLERK) -> Clock:
    return Clock(
        id=uuid4(), kind=TaskKind.REVIEW, organisation=uuid4(), about=uuid4(), entry=None,
        due_on=TODAY + timedelta(days), provisional=provisional, rule="entries.review",
        owners=frozenset({owner} if owner else ()),
    )  # fmt: skip


def test_the_last_day_is_still_in_time_and_the_next_is_not() -> None:
    assert not a_clock(0).overdue(TODAY)
    assert a_clock(-1).overdue(TODAY)


def test_by_a_provisional_day_nothing_is_late() -> None:
    assert not a_clock(-1, provisional=True).overdue(TODAY)


def test_what_happens_by_itself_is_never_late() -> None:
    assert not a_clock(-1, owner=None).overdue(TODAY)


def test_the_overdue_come_first_and_the_longest_overdue_on_top() -> None:
    clocks = [a_clock(3), a_clock(-5, provisional=True), a_clock(-1), a_clock(-9), a_clock(0)]
    order = [(one.due_on - TODAY).days for one in most_urgent_first(clocks, today=TODAY)]
    assert order == [-9, -1, -5, 0, 3]


def test_whoever_may_not_do_it_does_not_own_it() -> None:
    officer = Actor(account=uuid4(), roles=frozenset({Role.CLERK}), organisation=uuid4())
    open_to_all = a_clock(1)
    assert open_to_all.is_for(officer)
    assert not Clock(**(vars(open_to_all) | {"not_for": officer.account})).is_for(officer)
    assert not a_clock(1, owner=Role.REVIEWER).is_for(officer)


def test_two_clocks_of_one_entry_have_two_lasting_ids() -> None:
    entry = uuid4()
    assert clock_id(entry, ClockKind.DISPLAY) == clock_id(entry, ClockKind.DISPLAY)
    assert clock_id(entry, ClockKind.DISPLAY) != clock_id(entry, ClockKind.ERASE)


@pytest.mark.parametrize("name", [f"{one}.{term}" for one in TIMED for term in data(one) if "lapse" in data(one)[term]])
def test_each_rule_says_in_both_languages_what_it_is_and_what_follows(name: str) -> None:
    found = rule(name)
    assert found and all((found.name.zh, found.name.en, found.lapse.zh, found.lapse.en))


def test_each_piece_of_work_on_an_entry_has_a_rule_with_its_words() -> None:
    own = {kind for kind in TaskKind if kind in data("entries")}
    assert len(own) == 10 and all(rule(f"entries.{kind}") for kind in own)


def test_a_rule_that_no_file_knows_has_no_words() -> None:
    assert rule("") is None and rule("entries.nothing") is None
