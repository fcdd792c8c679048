"""Sealed files: named by what they hold, durable once named, and readable by nobody but the service."""

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from integrity_archive.blobs import Blobs, blobs
from integrity_archive.errors import NotFound
from integrity_archive.settings import settings

SEALED = b"\x01sealed bytes"


@pytest.fixture
def store(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


def test_a_file_is_named_by_the_hash_of_its_sealed_bytes_and_comes_back(store: Blobs):
    name = store.put(SEALED)

    assert name == sha256(SEALED).hexdigest()
    assert store.get(name) == SEALED
    assert store.path(name).read_bytes() == SEALED


def test_the_same_bytes_lie_there_once_and_stay_as_they_were(store: Blobs):
    first = store.put(SEALED)
    written = store.path(first).stat().st_mtime_ns, store.path(first).stat().st_ino

    assert store.put(SEALED) == first
    assert (store.path(first).stat().st_mtime_ns, store.path(first).stat().st_ino) == written
    assert [file.name for file in store.folder.rglob("*") if file.is_file()] == [first]


def test_what_was_never_stored_is_not_found(store: Blobs):
    with pytest.raises(NotFound):
        store.get("0" * 64)


def test_folders_are_for_the_service_alone(store: Blobs):
    name = store.put(SEALED)

    assert stat.S_IMODE(store.path(name).parent.stat().st_mode) == 0o700


def test_what_a_crash_left_half_written_is_no_file(store: Blobs):
    place = store.path(sha256(SEALED).hexdigest())
    place.parent.mkdir(parents=True)
    place.with_suffix(f".{os.getpid()}.part").write_bytes(SEALED[:3])

    with pytest.raises(NotFound):
        store.get(place.name)
    assert store.get(store.put(SEALED)) == SEALED


def test_a_name_is_given_out_when_the_bytes_and_every_new_folder_are_on_the_disk(
    store: Blobs, monkeypatch: pytest.MonkeyPatch
):
    # A power cut cannot be had in a test; what the kernel was asked to write through can.
    synced: list[tuple[int, bool]] = []
    real = os.fsync

    def noting(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, final.exists()))
        real(descriptor)

    final = store.path(sha256(SEALED).hexdigest())
    monkeypatch.setattr(os, "fsync", noting)
    store.put(SEALED)

    before = {inode for inode, named in synced if not named}
    after = {inode for inode, named in synced if named}
    assert final.stat().st_ino in before
    assert {folder.stat().st_ino for folder in (final.parent, store.folder, store.folder.parent)} <= before | after
    assert final.parent.stat().st_ino in after


def test_the_files_of_an_installation_lie_in_its_home():
    assert blobs().folder == settings().home / "blobs"
