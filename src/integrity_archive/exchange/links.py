"""The open connections of one process, one for each target."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID

import structlog

from integrity_archive.errors import Retry
from integrity_archive.exchange.connectors.service import Service
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.registration import Registration
from integrity_archive.sealing import key_of

log = structlog.get_logger()


class Links:
    """Opened with `async with`; a target that was registered anew gets a new connection."""

    def __init__(self) -> None:
        self.open: dict[UUID, tuple[bytes, Service]] = {}
        self.next_poll: dict[UUID, datetime] = {}
        self.failures: dict[UUID, int] = {}

    async def __aenter__(self) -> Self:
        self.stack = AsyncExitStack()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stack.aclose()

    async def to(self, target: Target) -> Service:
        known = self.open.get(target.id)
        if known is None or known[0] != target.sealed:
            link = await self.stack.enter_async_context(Service(await registration_of(target)))
            known = self.open[target.id] = (target.sealed, link)
        return known[1]

    async def with_each(self, job: Callable[[Target, Service, datetime], Awaitable[int]], *, now: datetime) -> int:
        """Do the job for every target at once; one that fails is logged and hinders no other."""
        targets = await Target.all().order_by("name")
        results = await asyncio.gather(*(self.one(job, target, now) for target in targets), return_exceptions=True)
        for target, result in zip(targets, results, strict=True):
            if isinstance(result, Retry):
                log.info("left to the next round", target=target.name, reason=str(result))
            elif isinstance(result, BaseException):
                log.error("exchange job failed", target=target.name, error=type(result).__name__)
        return sum(result for result in results if isinstance(result, int))

    async def one(
        self, job: Callable[[Target, Service, datetime], Awaitable[int]], target: Target, now: datetime
    ) -> int:
        return await job(target, await self.to(target), now)


async def registration_of(target: Target) -> Registration:
    """The target's registration file, opened."""
    key = await key_of(target.key_id)
    return Registration.model_validate(key.open_json(target.sealed, place=f"exchange_target.sealed:{target.id}"))
