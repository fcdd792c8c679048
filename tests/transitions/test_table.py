"""A lifecycle is asked, never bypassed: one step for a state and an act, by the roles it names."""

from enum import StrEnum

import pytest

from integrity_archive.actors import Actor, Role
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.errors import Forbidden
from integrity_archive.exchange import lifecycle as exchange
from integrity_archive.transitions import Lifecycle, NoSuchStep, Step


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


KEEPER, ANYBODY = frozenset({Role.CLERK}), frozenset({Role.CLERK, Role.SUBJECT})
SHUT = Step(Door.OPEN, "shut", Door.SHUT, by=ANYBODY, why="a draught")
LOCK = Step(Door.SHUT, "lock", Door.LOCKED, by=KEEPER, why="night")
FREE = Step(Door.LOCKED, "free", Door.SHUT, by=KEEPER, why="morning")
LEAVE = Step(Door.SHUT, "leave", Door.OPEN, by=ANYBODY, why="a guest")
SLIP = Step(Door.OPEN, "leave", Door.SHUT, by=ANYBODY, why="another guest")
DOOR = Lifecycle("door", SHUT, LOCK, FREE, LEAVE)
KEPT = [ENTRY, *(value for value in vars(exchange).values() if isinstance(value, Lifecycle))]


def somebody(*roles: Role) -> Actor:
    return Actor(None, frozenset(roles))


def test_a_step_is_found_by_state_and_act_for_whoever_may_take_it():
    assert DOOR.step(Door.OPEN, "shut", by=somebody(Role.SUBJECT)) is SHUT
    assert DOOR.step(Door.SHUT, "lock", by=somebody(Role.SUBJECT, Role.CLERK)) is LOCK


def test_an_act_that_the_state_does_not_know_is_refused_before_anybody_asks_by_whom():
    for by in (somebody(Role.CLERK), somebody()):
        with pytest.raises(NoSuchStep) as refused:
            DOOR.step(Door.LOCKED, "shut", by=by)
        assert refused.value.facts == {"state": "locked", "act": "shut"}


def test_a_step_of_somebody_elses_is_forbidden():
    with pytest.raises(Forbidden):
        DOOR.step(Door.SHUT, "lock", by=somebody(Role.SUBJECT))
    with pytest.raises(Forbidden):
        DOOR.step(Door.SHUT, "lock", by=somebody())


def test_each_is_offered_what_he_may_do_now_and_nothing_else():
    assert DOOR.acts(Door.SHUT, by=somebody(Role.CLERK)) == ["lock", "leave"]
    assert DOOR.acts(Door.SHUT, by=somebody(Role.SUBJECT)) == ["leave"]
    assert DOOR.acts(Door.LOCKED, by=somebody(Role.SUBJECT)) == []


def test_two_steps_for_one_state_and_act_are_no_lifecycle():
    with pytest.raises(ValueError, match="door"):
        Lifecycle("door", SHUT, Step(Door.OPEN, "shut", Door.LOCKED, by=KEEPER, why="a doubt"))


def test_many_rows_are_changed_by_where_an_act_begins_and_leads():
    assert DOOR.before("leave") == ["shut"] and DOOR.after("leave") == "open"
    assert Lifecycle("door", LEAVE, SLIP).before("leave") == ["shut", "open"]
    with pytest.raises(ValueError, match="too many"):
        Lifecycle("door", LEAVE, SLIP).after("leave")
    with pytest.raises(ValueError, match="not enough"):
        DOOR.after("burn")


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.noun)
def test_in_every_lifecycle_each_step_has_somebody_to_take_it_and_a_reason(kept: Lifecycle):
    assert [step.act for step in kept if not step.by or not step.why.strip()] == []


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.noun)
def test_in_every_lifecycle_each_state_is_reached_from_the_first(kept: Lifecycle):
    first, *_ = kept
    reached = {first.before}
    for _ in kept:
        reached |= {step.after for step in kept if step.before in reached}

    assert reached == set(type(first.before))
