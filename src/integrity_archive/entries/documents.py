"""Documents of an entry: sealed on disk first, named in a row after that."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.blobs import blobs
from integrity_archive.database import instances, rows
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.file_types import media_type
from integrity_archive.sealing import Key
from integrity_archive.settings import settings

LONGEST_NAME = 200
ATTACH = """
insert into entries_evidence (id, entry_id, kind, media_type, size, sealed, blob, names_others, redacts, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *
"""


@dataclass(frozen=True)
class Stored:
    """A file that is durable on disk, sealed under its entry's key; `sha256` is of its clear bytes."""

    file_name: str
    media_type: str
    size: int
    sha256: str
    blob: str


async def store(entry: Entry, key: Key, file_name: str, data: bytes) -> Stored:
    """Outside any transaction. A file that no row comes to name is harmless. Raises what `media_type` refuses."""
    found = media_type(data, limit=settings().upload_limit)
    blob = await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{entry.id}"))
    return Stored(file_name[-LONGEST_NAME:], found, len(data), sha256(data).hexdigest(), blob)


async def attach(
    entry: Entry,
    key: Key,
    kind: str,
    stored: Stored,
    *,
    names_others: bool = False,
    redacts: UUID | None = None,
    now: datetime,
) -> Evidence:
    """Name a stored file in the running transaction."""
    id = uuid7()
    names = {"file_name": stored.file_name, "sha256": stored.sha256}
    sealed = key.seal_json(names, place=f"entries_evidence.sealed:{id}")
    row = [id, entry.id, kind, stored.media_type, stored.size, sealed, stored.blob, names_others, redacts, now]
    [made] = instances(Evidence, await rows(ATTACH, row))
    return made


async def read(evidence: Evidence, key: Key) -> tuple[str, bytes]:
    """The file's name and its clear bytes."""
    names = key.open_json(evidence.sealed, place=f"entries_evidence.sealed:{evidence.id}")
    sealed = await asyncio.to_thread(blobs().get, evidence.blob)
    return names["file_name"], key.open(sealed, place=f"blob:{evidence.entry_id}")
