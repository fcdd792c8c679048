"""The order of the ways as a pure rule on data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.actors import SYSTEM
from integrity_archive.letters.fallback import after_refusal, begin, following, may_publish, order
from integrity_archive.letters.kinds import BY_HAND, Channel, LetterKind, LetterState
from integrity_archive.letters.lifecycle import ATTEMPT, IN_VAIN, LETTER, SETTLED
from integrity_archive.transitions import NoSuchStep

WAYS = st.sets(st.sampled_from(list(Channel)))
STATES = st.sampled_from(list(LetterState))


def test_every_way_has_its_step_and_public_notice_is_alone_at_the_end() -> None:
    assert set(order()) == set(Channel)
    assert [channel for channel in Channel if order()[channel] == max(order().values())] == [Channel.PUBLIC]


@given(WAYS)
def test_following_the_order_every_way_is_tried_once_and_none_twice(offered: set[Channel]) -> None:
    tried: list[Channel] = []
    while ways := following(offered, tried):
        assert not set(ways) & set(tried)
        tried += ways
    assert set(tried) == offered & BY_HAND
    assert [order()[one] for one in tried] == sorted(order()[one] for one in tried)


@given(WAYS)
def test_a_letter_that_starts_a_clock_begins_with_a_way_that_counts(offered: set[Channel]) -> None:
    begun = begin(LetterKind.NOTICE, offered, electronic=False)
    assert not offered & BY_HAND or set(begun) & BY_HAND


@given(WAYS, st.dictionaries(st.sampled_from(list(Channel)), STATES))
def test_nothing_is_published_while_a_way_by_hand_may_still_reach_the_reader(
    offered: set[Channel], tried: dict[Channel, LetterState]
) -> None:
    if may_publish(offered, tried):
        others = offered & BY_HAND - {Channel.PUBLIC}
        assert all(tried[channel] in IN_VAIN for channel in others & tried.keys())
        assert tried[Channel.LEFT] in IN_VAIN, "leaving it needs no address, and comes before"


def test_refused_at_the_door_it_is_left_and_not_posted() -> None:
    offered = {Channel.IN_PERSON, Channel.POST, Channel.LEFT}
    assert after_refusal(Channel.IN_PERSON, offered, [Channel.IN_PERSON]) == [Channel.LEFT]
    assert after_refusal(Channel.IN_PERSON, {Channel.POST}, [Channel.IN_PERSON]) == [Channel.POST]


@pytest.mark.parametrize("state", sorted(SETTLED - {LetterState.DELIVERED}))
def test_what_is_settled_stays_so(state: LetterState) -> None:
    for act in ("send", "deliver", "return", "refuse", "fail", "read"):
        with pytest.raises(NoSuchStep):
            ATTEMPT.step(state, act, by=SYSTEM)


def test_a_letter_that_was_delivered_can_only_be_read_or_asked_a_signature_for() -> None:
    assert LETTER.acts(LetterState.DELIVERED, by=SYSTEM) == []
    assert {step.act for step in LETTER if step.before is LetterState.DELIVERED} == {"read", "ask"}
