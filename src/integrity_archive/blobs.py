"""Files at rest: sealed bytes named by the hash of their ciphertext, so that a name tells nothing of the content."""

import hashlib
import os
from pathlib import Path

from integrity_archive.errors import NotFound
from integrity_archive.settings import settings


class Blobs:
    """A folder of sealed files. A name, once returned, is durable; the same bytes have the same name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, sealed: bytes) -> str:
        """Store and return the name: SHA-256 of the ciphertext in hex.

        Written in its place at once, for nobody knows the name before all of it is on the disk. What a crash left half
        written is filled up by the next who brings the same bytes; for whoever reads meanwhile they change nothing.
        """
        name = hashlib.sha256(sealed).hexdigest()
        place = self.path(name)
        make(place.parent)
        with open(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        write_through(place.parent)
        return name

    def get(self, name: str) -> bytes:
        """The sealed bytes; raises `NotFound`."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            raise NotFound() from None

    def drop(self, name: str) -> None:
        """Take a file away whose key is destroyed; harmless when it is gone already."""
        self.path(name).unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def make(folder: Path) -> None:
    """A folder that is there, and still is after a power cut."""
    if not folder.exists():
        make(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)
        write_through(folder.parent)


def write_through(folder: Path) -> None:
    """Bring the names in a folder to the disk: a file whose name was lost in a power cut is lost (fsync(2))."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def blobs() -> Blobs:
    """The sealed files of this installation."""
    return Blobs(settings().home / "blobs")
