"""`record` is the only writer of the journal."""

import os
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import rfc8785
from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.sealing import DataKey, Key, key_of, vault

SALT = 16
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
    key = key or await house_key()
    id, salt, text = uuid7(), os.urandom(SALT), rfc8785.dumps(body)
    event = await Event.create(
        id=id,
        kind=kind,
        at=now,
        actor=by.account,
        through=by.through,
        organisation=organisation or by.organisation,
        person=person,
        entry=entry,
        about=about,
        key=key.id,
        commitment=sha256(salt + text).digest(),
        sealed=key.seal(salt + text, place=f"journal_event:{id}"),
    )
    return event.seq


async def house_key() -> Key:
    """The key for acts that concern nobody; made on first use."""
    if not await DataKey.exists(id=HOUSE_KEY):
        made, _ = vault().new_key()
        wrapped = vault().wrapper.seal(made.secret, place=f"sealing_key:{HOUSE_KEY}")
        await DataKey.bulk_create([DataKey(id=HOUSE_KEY, wrapped=wrapped)], ignore_conflicts=True)
    return await key_of(HOUSE_KEY)
