"""Lists of entries as pages show them: each row with the name of the person it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.entries import queries as entries
from integrity_archive.entries.queries import Row
from integrity_archive.people import queries as people
from integrity_archive.web.typed import as_id

PAGE = 50


class HasId(Protocol):
    """A row of a list that is paged by id."""

    @property
    def id(self) -> UUID: ...


@dataclass(frozen=True)
class Named:
    """An entry and the name of its person."""

    entry: Row
    name: str


async def named(found: Sequence[Row]) -> list[Named]:
    names = await people.names({row.person for row in found})
    return [Named(row, names[row.person]) for row in found]


async def about(ids: Iterable[UUID], *, by: Actor) -> dict[UUID, Named]:
    """The entries that other things hang on, by id."""
    found = await entries.about(ids, by=by, on=clock.present_day())
    return {row.entry.id: row for row in await named(list(found.values()))}


def cursor(request: Request) -> UUID | None:
    """The last row of the page before, from the address; what is no id begins at the top."""
    return as_id(request.query_params.get("after", ""))


def following(found: Sequence[HasId]) -> UUID | None:
    """Where the next page begins, if this one is full."""
    return found[-1].id if len(found) == PAGE else None
