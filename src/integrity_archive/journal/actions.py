"""`record` is the only writer of the journal, and `record_all` for many acts at once."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import rfc8785
from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.database import copy_rows, rows
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import DataKey, Key, key_of, vault

SALT = 16
COLUMNS = (
    *("id", "kind", "at", "actor", "through", "organisation", "person", "entry", "about"),
    *("key", "commitment", "sealed"),
)
INSERT = f"""
insert into journal_event ({", ".join(COLUMNS)})
values ({", ".join(f"${place}" for place in range(1, len(COLUMNS) + 1))}) returning seq
"""
HOUSE_KEY = UUID("00000000-0000-7000-8000-000000000001")


async def record(
    kind: Kind,
    *,
    by: Actor,
    now: datetime,
    key: Key | None = None,
    organisation: UUID | None = None,
    person: UUID | None = None,
    entry: UUID | None = None,
    about: UUID | None = None,
    **body: Any,
) -> int:
    """Write one act in the running transaction and return its sequence number.

    `key` is the data key of the person or entry the act concerns, so that erasing them erases what is said of them
    here; acts that concern nobody are sealed under the house key. Values of `body` are JSON, dates as ISO text.
    """
    line = Line(kind, key or await house_key(), organisation, person, entry, about, body)
    [written] = await rows(INSERT, row(line, by=by, now=now))
    return int(written["seq"])


@dataclass(frozen=True)
class Line:
    """One act of many that are written together."""

    kind: Kind
    key: Key
    organisation: UUID | None = None
    person: UUID | None = None
    entry: UUID | None = None
    about: UUID | None = None
    body: dict[str, Any] = field(default_factory=dict)


async def record_all(lines: Iterable[Line], *, by: Actor, now: datetime) -> None:
    """What `record` does, for many acts of one actor at one moment, by COPY."""
    await copy_rows("journal_event", columns=COLUMNS, records=[row(line, by=by, now=now) for line in lines])


def row(line: Line, *, by: Actor, now: datetime) -> tuple[Any, ...]:
    id, salt, text = uuid7(), os.urandom(SALT), rfc8785.dumps(line.body)
    return (
        id,
        line.kind,
        now,
        by.account,
        by.through,
        line.organisation or by.organisation,
        line.person,
        line.entry,
        line.about,
        line.key.id,
        sha256(salt + text).digest(),
        line.key.seal(salt + text, place=f"journal_event:{id}"),
    )


async def house_key() -> Key:
    """The key for acts that concern nobody; made on first use."""
    if found := await DataKey.get_or_none(id=HOUSE_KEY):
        return vault().unwrap(HOUSE_KEY, found.wrapped)
    made, _ = vault().new_key()
    wrapped = vault().wrapper.seal(made.secret, place=f"sealing_key:{HOUSE_KEY}")
    await DataKey.bulk_create([DataKey(id=HOUSE_KEY, wrapped=wrapped)], ignore_conflicts=True)
    return await key_of(HOUSE_KEY)
