"""What a walk through the demo knows and has done so far: handed from one part of the road to the next."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from rich.console import Console
from rich.progress import Progress

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.demo.cases import Case
from integrity_archive.demo.officers import Login, Office

T = TypeVar("T")
STILL_OPEN = 1  # the exit status when the province, or a letter, was not in time


@dataclass
class Walk:
    """What the walk knows and has done so far."""

    home: Path
    url: str
    now: datetime
    patience: float = 120.0  # seconds, for all waiting together
    console: Console = field(default_factory=Console)
    progress: Progress | None = None
    logins: list[Login] = field(default_factory=list)
    offices: dict[str, Office] = field(default_factory=dict)
    made: list[tuple[Case, UUID]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    student: Actor | None = None
    report: Path | None = None
    api_key: str = ""
    until: float | None = None

    @property
    def today(self) -> date:
        return clock.today(self.now)

    def count(self, what: str, by: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + by

    def patient(self) -> bool:
        """Is there still time to wait? It runs from the first look, once for the whole walk."""
        now = asyncio.get_running_loop().time()
        self.until = self.until or now + self.patience
        return now < self.until

    def each(self, what: str, things: Iterable[T], total: int) -> Iterator[T]:
        """The things, with a progress bar beside them."""
        assert self.progress
        bar = self.progress.add_task(what, total=total)
        for thing in things:
            yield thing
            self.progress.advance(bar)
