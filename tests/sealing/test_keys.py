"""Data keys are wrapped by the master key; terms find equal values without showing them."""

import stat
from pathlib import Path

import pytest

from integrity_archive import sealing
from integrity_archive.errors import Fatal
from integrity_archive.sealing import SUITE_IDS, DataKey, Unreadable, Vault, make_master, read_master

MASTER, OTHER_MASTER = bytes(32), bytes([1] * 32)
PLACE = "people_person.sealed:1"


@pytest.mark.parametrize("suite", SUITE_IDS.values())
def test_a_wrapped_key_opens_with_its_master_key_only(suite: int):
    key, wrapped = Vault(MASTER, suite).new_key()

    assert Vault(MASTER, suite).unwrap(key.id, wrapped) == key
    with pytest.raises(Unreadable):
        Vault(OTHER_MASTER, suite).unwrap(key.id, wrapped)
    assert key.secret not in wrapped


def test_a_wrapped_key_does_not_open_under_another_keys_id():
    vault = Vault(MASTER)
    (one, _), (_, wrapped) = vault.new_key(), vault.new_key()

    with pytest.raises(Unreadable):
        vault.unwrap(one.id, wrapped)


def test_equal_values_of_one_kind_have_equal_terms_and_nothing_else_has():
    vault = Vault(MASTER)
    terms = [
        vault.term("identity", "111:1"),
        vault.term("identity", "111:2"),
        vault.term("name", "111:1"),
        Vault(OTHER_MASTER).term("identity", "111:1"),
    ]

    assert len(set(terms)) == len(terms)
    assert vault.term("identity", "111:1") == terms[0]


def test_terms_do_not_change_with_the_suite_that_seals():
    assert len({Vault(MASTER, suite).term("name", "甲") for suite in SUITE_IDS.values()}) == 1


async def test_a_stored_key_is_found_again_until_it_is_destroyed(database: object):
    key = await sealing.new_key()
    sealed = key.seal(b"value", place=PLACE)

    assert (await sealing.key_of(key.id)).open(sealed, place=PLACE) == b"value"
    assert key.secret not in (await DataKey.get(id=key.id)).wrapped

    await DataKey.filter(id=key.id).update(wrapped=b"")
    with pytest.raises(Unreadable):
        await sealing.key_of(key.id)


async def test_a_key_that_was_never_made_is_unreadable_too(database: object):
    stranger, _ = sealing.vault().new_key()

    with pytest.raises(Unreadable):
        await sealing.key_of(stranger.id)


def test_a_master_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path):
    file = tmp_path / "keys" / "master.key"
    make_master(file)
    first = read_master(file)
    make_master(file)

    assert read_master(file) == first and len(first) == 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [None, "", "not hexadecimal", "00" * 31, "00" * 33])
def test_without_a_whole_master_key_the_process_stops(tmp_path: Path, content: str | None):
    file = tmp_path / "master.key"
    if content is not None:
        file.write_text(content)

    with pytest.raises(Fatal):
        Vault(read_master(file))
