"""Whatever the order of answers, changes and acknowledgements: nobody who received an entry is forgotten, and nobody is
told twice of one change."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.actors import SYSTEM
from integrity_archive.recipients.kinds import DutyState, RecipientKind
from integrity_archive.recipients.lifecycle import DUTY
from integrity_archive.recipients.owing import Reached, Recipient, complete, owed

SUBJECT = UUID(int=99)
PERSON = Recipient(RecipientKind.PERSON, SUBJECT)
OTHERS = [Recipient(kind, UUID(int=number)) for kind in RecipientKind for number in range(3)]
recipients = st.sampled_from([*OTHERS, PERSON])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("reach"), recipients, st.booleans()),
        st.tuples(st.just("change"), st.none(), st.none()),
        st.tuples(st.just("acknowledge"), recipients, st.none()),
    ),
    max_size=40,
)


@given(steps)
def test_nobody_is_forgotten_and_nobody_is_told_twice(steps: list[tuple[str, Recipient, bool]]) -> None:
    """Against a plain history: who held the entry when it changed is told of that change, once."""
    version = 1
    edges: list[Reached] = []
    duties: dict[tuple[int, Recipient], DutyState] = {}
    for act, recipient, used in steps:
        if act == "reach":
            edges.append(Reached(recipient, version, used))
        elif act == "change":
            version += 1
            for each in owed(edges, version=version, subject=SUBJECT):
                assert (version, each) not in duties
                duties[version, each] = DutyState.DUE
            told = {each for change, each in duties if change == version}
            assert told == {edge.recipient for edge in edges} - {PERSON}
        else:
            for key, state in duties.items():
                if key[1] == recipient and state is not DutyState.ACKNOWLEDGED:
                    duties[key] = DutyState(DUTY.step(state, "acknowledge", by=SYSTEM).after)
    for change in {change for change, _ in duties}:
        states = {each: state for (of, each), state in duties.items() if of == change}
        assert complete(states.values()) == all(state is DutyState.ACKNOWLEDGED for state in states.values())


@given(st.lists(st.tuples(recipients, st.integers(1, 5), st.booleans()), max_size=20), st.integers(2, 5))
def test_a_late_look_finds_who_has_an_older_version(edges: list[tuple[Recipient, int, bool]], version: int) -> None:
    """The reader may come after the next answers: who received the changed entry only has nothing to be told."""
    found = owed([Reached(*edge) for edge in edges], version=version, subject=SUBJECT)
    for recipient in OTHERS:
        had = [edge for edge in edges if edge[0] == recipient]
        older = [edge for edge in had if edge[1] < version or recipient.kind is RecipientKind.PLATFORM]
        assert (recipient in found) == bool(older)
        if older:
            assert found[recipient] == any(used for _, _, used in older)
    assert PERSON not in found


def test_where_nothing_can_be_read_any_more_everybody_is_told() -> None:
    edges = [Reached(each, 7, False) for each in OTHERS]
    assert set(owed(edges, version=None, subject=SUBJECT)) == set(OTHERS)
