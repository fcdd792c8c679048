"""Passwords: argon2id, in threads and at most two at once, because each takes a core and 64 MiB for a while."""

import asyncio
from functools import cache
from weakref import WeakKeyDictionary

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = 2
hasher = PasswordHasher()
turns: "WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]" = WeakKeyDictionary()


async def hashed(password: str) -> str:
    """The hash to keep."""
    async with turn():
        return await asyncio.to_thread(hasher.hash, password)


async def fits(kept: str | None, password: str) -> bool:
    """Whether the password is the one of this hash; takes as long for no hash, so that time tells nothing."""
    async with turn():
        return await asyncio.to_thread(check, kept or nobody(), password) and bool(kept)


def check(kept: str, password: str) -> bool:
    try:
        return hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def turn() -> asyncio.Semaphore:
    return turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))


@cache
def nobody() -> str:
    return hasher.hash("nobody has this password")
