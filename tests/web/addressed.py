"""Pretend for a while that the service is reached under another address."""

from collections.abc import Iterator
from contextlib import contextmanager

from integrity_archive.settings import settings, use


@contextmanager
def reached_at(public_url: str) -> Iterator[str]:
    before = settings().model_dump()
    use(**before | {"public_url": public_url})
    yield public_url
    use(**before)
