"""Files handed in with a remedy: sealed on disk first, under its key, and named in a row after that."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.prohibited import permitted
from integrity_archive.catalogue.wording import require_permitted
from integrity_archive.entries.redaction import released
from integrity_archive.file_types import media_type
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.models import Document
from integrity_archive.sealing import Key
from integrity_archive.settings import settings

LONGEST_NAME = 200
# What another body said about the entry: it goes with the entry, while the person's own filings stay his.
OF_THE_BODY = frozenset({DocumentKind.SOURCE_ANSWER, DocumentKind.APPEAL_OUTCOME})


@dataclass(frozen=True)
class Handed:
    """A file as somebody hands it in. What `names_others` the person gets as its redacted copy."""

    kind: DocumentKind
    file_name: str
    data: bytes
    names_others: bool = False


@dataclass(frozen=True)
class Stored:
    """The same, durable on disk."""

    id: UUID
    kind: DocumentKind
    file_name: str
    media_type: str
    size: int
    sha256: str
    blob: str
    names_others: bool = False


@dataclass(frozen=True)
class Listed:
    """A document without its bytes."""

    id: UUID
    kind: DocumentKind
    file_name: str
    size: int
    at: datetime
    names_others: bool
    redacts: UUID | None


async def store(handed: Iterable[Handed], key: Key, *, by: Actor) -> list[Stored]:
    """Outside any transaction. Raises what `media_type` refuses, and `Invalid` for a name that may not be kept."""
    files = list(handed)
    require_permitted(((one.kind, one.file_name) for one in files), by=by)
    return [await stored(one, key) for one in files]


async def stored(one: Handed, key: Key) -> Stored:
    found = media_type(one.data, limit=settings().upload_limit)
    name, id = permitted(one.file_name, at=one.kind)[-LONGEST_NAME:], uuid7()
    blob = await asyncio.to_thread(blobs().put, key.seal(one.data, place=f"blob:{id}"))
    digest = sha256(one.data).hexdigest()
    return Stored(id, one.kind, name, found, len(one.data), digest, blob, one.names_others)


async def attach(
    about: UUID, files: Iterable[Stored], key: Key, *, redacts: UUID | None = None, now: datetime
) -> list[str]:
    """Name stored files in the running transaction; returns the hashes of their clear bytes for the journal."""
    hashes = []
    for one in files:
        names = {"file_name": one.file_name, "sha256": one.sha256}
        await Document.create(
            id=one.id,
            about=about,
            kind=one.kind,
            media_type=one.media_type,
            size=one.size,
            sealed=key.seal_json(names, place=f"remedies_document.sealed:{one.id}"),
            blob=one.blob,
            names_others=one.names_others,
            redacts=redacts,
            at=now,
        )
        hashes.append(one.sha256)
    return hashes


async def listed(about: UUID, key: Key, *, by: Actor | None = None, gone: bool = False) -> list[Listed]:
    """What was handed in, oldest first; once the entry is gone, without what another body said about it. For the person
    what names others is a redacted copy, or is not there."""
    every = [
        Listed(one.id, DocumentKind(one.kind), name(one, key), one.size, one.at, one.names_others, one.redacts)
        for one in await Document.filter(about=about).order_by("at", "id")
        if not (gone and one.kind in OF_THE_BODY)
    ]
    return released(every) if by and by.person is not None else every


async def is_released(document: Document) -> bool:
    """May the person have this one?"""
    every = await Document.filter(about=document.about).order_by("at", "id")
    return document.id in {one.id for one in released(every)}


async def read(document: Document, key: Key) -> tuple[str, str, bytes]:
    """File name, media type and the clear bytes."""
    sealed = await asyncio.to_thread(blobs().get, document.blob)
    return name(document, key), document.media_type, key.open(sealed, place=f"blob:{document.id}")


def name(document: Document, key: Key) -> str:
    names = key.open_json(document.sealed, place=f"remedies_document.sealed:{document.id}")
    return str(names["file_name"])
