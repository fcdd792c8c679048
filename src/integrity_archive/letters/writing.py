"""Write a letter: its number, its code and its sealed words, in the transaction of whatever made it necessary."""

from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.content import Content
from integrity_archive.letters.heading import next_number
from integrity_archive.letters.kinds import LetterKind, LetterState
from integrity_archive.letters.models import Letter
from integrity_archive.reports.codes import new_code
from integrity_archive.sealing import Key, new_key


@tx
async def create(
    kind: LetterKind,
    content: Content,
    *,
    organisation: UUID,
    person: UUID | None = None,
    recipient: UUID | None = None,
    entry: UUID | None = None,
    about: UUID | None = None,
    key: Key | None = None,
    enclosed_in: UUID | None = None,
    by: Actor,
    now: datetime,
) -> Letter:
    """Write a letter of `organisation` to a person, or to another organisation; the worker draws it and sends it.

    `key` is that of the entry it is about, so that erasing the entry erases the letter. `enclosed_in`: the letter in
    whose envelope it goes.
    """
    require(by, Permission.LETTER_SERVE)
    if (person is None) == (recipient is None):
        raise ValueError("a letter goes to a person or to an organisation")
    key, id = key or await new_key(), uuid7()
    letter = await Letter.create(
        id=id,
        kind=kind,
        number=await next_number(organisation, now=now),
        code=new_code(),
        organisation_id=organisation,
        person_id=person,
        recipient_id=recipient,
        entry_id=entry,
        about=about,
        enclosed_in=enclosed_in,
        key_id=key.id,
        sealed=key.seal(content.model_dump_json().encode(), place=place(id)),
        state=LetterState.CREATED,
        created_at=now,
    )
    await record(
        Kind.LETTER_CREATED, by=by, now=now, key=key, organisation=organisation, person=person, entry=entry,
        about=id, kind_of_letter=kind, number=letter.number, enclosed_in=str(enclosed_in) if enclosed_in else None,
    )  # fmt: skip
    return letter


def place(letter: UUID) -> str:
    return f"letters_letter.sealed:{letter}"


def opened(letter: Letter, key: Key) -> Content:
    """What the letter says."""
    return Content.model_validate_json(key.open(letter.sealed, place=place(letter.id)))


async def envelope(letter: UUID) -> list[Letter]:
    """The letter and all that goes with it in its envelope, in the order in which they were written."""
    found = await Letter.filter(id=letter)
    return [*found, *await Letter.filter(enclosed_in=letter).order_by("id")]


async def held(letter: UUID) -> Letter | None:
    """The letter that encloses, under lock: whoever changes an envelope or its attempts holds this."""
    await rows("select id from letters_letter where id = $1 for update", [letter])
    return await Letter.get_or_none(id=letter)
