"""One act of the command line: the database is opened for it, and closed after it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from integrity_archive import database, postgres
from integrity_archive.catalogue import registry

T = TypeVar("T")


def connected(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run one act with the database open and what was adopted in it known; raises `Fatal` for an unmigrated one."""

    async def run() -> T:
        await database.connect(postgres.address(), pool=2)
        try:
            await database.require_migrated()
            await registry.refresh()
            return await work()
        finally:
            await database.disconnect()

    return asyncio.run(run())
