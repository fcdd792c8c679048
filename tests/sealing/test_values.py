"""A sealed value opens with its own key, in its own place, and unaltered; in every other case it says nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.sealing import SUITE_IDS, SUITES, Key, Unreadable, Vault

MASTER, OTHER_MASTER = bytes(32), bytes([1] * 32)
PLACE = "people_person.sealed:1"
SUITE_NAMES = sorted(SUITE_IDS)


def a_key(suite: str = "AES-256-GCM") -> Key:
    key, _ = Vault(MASTER, SUITE_IDS[suite]).new_key()
    return key


def test_every_suite_that_may_be_set_exists():
    assert set(SUITE_IDS.values()) == set(SUITES)


@pytest.mark.parametrize("suite", SUITE_NAMES)
@given(value=st.binary(max_size=300))
def test_what_was_sealed_comes_back(suite: str, value: bytes):
    key = a_key(suite)

    assert key.open(key.seal(value, place=PLACE), place=PLACE) == value


@pytest.mark.parametrize("suite", SUITE_NAMES)
def test_values_come_back_as_json_with_their_characters(suite: str):
    key, value = a_key(suite), {"name": "欧阳𠮷", "birth_on": "2001-02-03", "middle": None}

    assert key.open_json(key.seal_json(value, place=PLACE), place=PLACE) == value


@pytest.mark.parametrize("suite", SUITE_NAMES)
def test_the_same_value_is_never_sealed_the_same_way_twice(suite: str):
    key = a_key(suite)

    assert len({key.seal(b"same", place=PLACE) for _ in range(100)}) == 100


@pytest.mark.parametrize("suite", SUITE_NAMES)
def test_a_value_moved_to_another_row_or_column_does_not_open(suite: str):
    key = a_key(suite)
    sealed = key.seal(b"value", place=PLACE)

    for elsewhere in ("people_person.sealed:2", "people_identifier.sealed:1", ""):
        with pytest.raises(Unreadable):
            key.open(sealed, place=elsewhere)


@pytest.mark.parametrize("suite", SUITE_NAMES)
def test_a_value_with_any_byte_altered_does_not_open(suite: str):
    key = a_key(suite)
    sealed = key.seal(b"value", place=PLACE)

    for at in range(len(sealed)):
        altered = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(Unreadable):
            key.open(altered, place=PLACE)


@pytest.mark.parametrize("suite", SUITE_NAMES)
def test_a_value_cut_short_anywhere_does_not_open(suite: str):
    key = a_key(suite)
    sealed = key.seal(b"value", place=PLACE)

    for length in range(len(sealed)):
        with pytest.raises(Unreadable):
            key.open(sealed[:length], place=PLACE)


def test_another_key_does_not_open_it():
    sealed = a_key().seal(b"value", place=PLACE)

    with pytest.raises(Unreadable):
        a_key().open(sealed, place=PLACE)


def test_the_refusal_to_open_names_the_column_and_no_row():
    with pytest.raises(Unreadable) as refused:
        a_key().open(b"", place=PLACE)

    assert str(refused.value) == "people_person.sealed"


def test_what_was_sealed_under_one_suite_still_opens_after_the_other_was_chosen():
    key = a_key("AES-256-GCM")
    sealed = key.seal(b"value", place=PLACE)

    assert replace(key, suite=SUITE_IDS["SM4-GCM"]).open(sealed, place=PLACE) == b"value"
