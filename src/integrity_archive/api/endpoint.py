"""One operation of the interface as data: the route, the permission, the models, the words. Everything else, the
handling of requests and the OpenAPI document alike, is made from this table."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request

from integrity_archive.actors import Actor, Permission

Handler = Callable[["Call"], Awaitable[Any]]


@dataclass(frozen=True)
class Binary:
    """An answer that is a file."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Call:
    """One request as its handler sees it: who asks, the validated input, the path's ids, the files."""

    by: Actor
    path: Mapping[str, Any]
    query: Mapping[str, str]
    input: Any = None
    files: Mapping[str, UploadFile] = field(default_factory=dict)
    request: Request | None = None

    @property
    def person(self) -> UUID:
        """Who asks about himself; an endpoint that needs `OWN_FILE` lets nobody else come this far."""
        assert self.by.person
        return self.by.person


@dataclass(frozen=True)
class Endpoint:
    """`permission` None: anybody may ask. `creates`: needs an `Idempotency-Key`, and answers a repetition alike.

    `again`: the answer says something of a person. It is not kept, but read anew for a repetition: what has ended since
    is not told once more, and the look is registered like any other. `made`: the path parameter of `again` for the id
    of what the act made; None where the path of the act names it already.
    `files` names the parts of a multipart body that are files, `optional` those of them that not every request needs;
    `pages`: takes `after` and `limit`.
    """

    method: str
    path: str
    handler: Handler
    permission: Permission | None
    zh: str
    en: str
    output: Any
    input: type[BaseModel] | None = None
    status: int = 200
    creates: bool = False
    again: Handler | None = None
    made: str | None = None
    files: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    pages: bool = False
    if_match: bool = False
    refusals: tuple[int, ...] = ()

    @property
    def noun(self) -> str:
        """The tag it stands under: the first part of its path."""
        return self.path.split("/")[1]

    @property
    def operation_id(self) -> str:
        verb = self.handler.__name__
        return f"{self.noun}_{verb}"
