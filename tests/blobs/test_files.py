"""Sealed files: named by what they hold, durable once named, and readable by nobody but the service."""

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import Any

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


def test_the_same_bytes_lie_there_once_and_can_be_read_all_the_while(store: Blobs, monkeypatch: pytest.MonkeyPatch):
    first, read = store.put(SEALED), []
    real = os.fsync

    def reading(descriptor: int) -> None:
        read.append(store.get(first))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", reading)

    assert store.put(SEALED) == first
    assert read and set(read) == {SEALED}
    assert [file.name for file in store.folder.rglob("*") if file.is_file()] == [first]


def test_what_was_never_stored_is_not_found(store: Blobs):
    with pytest.raises(NotFound):
        store.get("0" * 64)


def test_folders_are_for_the_service_alone(store: Blobs):
    name = store.put(SEALED)

    assert stat.S_IMODE(store.path(name).parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("step", range(10))
def test_a_crash_at_any_step_gives_no_name_out_and_hinders_nobody_after_it(
    step: int, store: Blobs, monkeypatch: pytest.MonkeyPatch
):
    class Crash(BaseException): ...

    done: list[str] = []

    def dying(name: str) -> None:
        real = getattr(os, name)

        def call(*args: Any, **options: Any) -> Any:
            if len(done) == step:
                raise Crash
            done.append(name)
            return real(*args, **options)

        monkeypatch.setattr(os, name, call)

    for name in ("mkdir", "open", "fsync"):
        dying(name)
    with pytest.raises(Crash):
        store.put(SEALED)
    monkeypatch.undo()

    name = store.put(SEALED)
    assert store.get(name) == SEALED
    assert [file.name for file in store.folder.rglob("*") if file.is_file()] == [name]


def test_what_a_crash_left_half_written_is_filled_up(store: Blobs):
    place = store.path(sha256(SEALED).hexdigest())
    place.parent.mkdir(parents=True)
    place.write_bytes(SEALED[:3])

    assert store.get(store.put(SEALED)) == SEALED


def test_a_name_is_given_out_when_the_bytes_and_every_new_folder_are_on_the_disk(
    store: Blobs, monkeypatch: pytest.MonkeyPatch
):
    # A power cut cannot be had in a test; what the kernel was asked to write through can.
    synced: list[tuple[int, int]] = []
    real = os.fsync

    def noting(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, final.stat().st_size if final.exists() else 0))
        real(descriptor)

    final = store.path(sha256(SEALED).hexdigest())
    monkeypatch.setattr(os, "fsync", noting)
    store.put(SEALED)

    inodes = [inode for inode, _ in synced]
    assert {folder.stat().st_ino for folder in (store.folder, store.folder.parent)} <= set(inodes)
    # all the bytes, and the name after them
    assert synced[-2:] == [(final.stat().st_ino, len(SEALED)), (final.parent.stat().st_ino, len(SEALED))]


def test_the_files_of_an_installation_lie_in_its_home():
    assert blobs().folder == settings().home / "blobs"
