"""What waits for a second person, as it is read: the list without a word of it, and the text for who decides."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.prohibited import suspected
from integrity_archive.database import tx
from integrity_archive.entries.kinds import QuarantineState
from integrity_archive.entries.locked import known
from integrity_archive.entries.models import Quarantine
from integrity_archive.entries.quarantine import ACTS, content, handed_in, note, texts
from integrity_archive.errors import NotFound
from integrity_archive.file_types import media_type
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings


@dataclass(frozen=True)
class Row:
    """One line of the list: nothing of what was handed in."""

    id: UUID
    entry: UUID | None
    act: str
    fields: list[str]
    state: QuarantineState
    clerk: UUID
    at: datetime
    decided_at: datetime | None


@dataclass(frozen=True)
class Suspected:
    """One text, and of what it is suspected."""

    field: str
    text: str
    categories: list[Name]


@dataclass(frozen=True)
class Opened:
    """What the second person looks at."""

    row: Row
    texts: list[Suspected]
    with_file: bool


async def listing(by: Actor, *, after: UUID | None = None, limit: int = 50) -> list[Row]:
    """What waits or waited at the actor's office, newest first."""
    require(by, Permission.ENTRY_SEE)
    found = Quarantine.filter(organisation_id=by.organisation)
    return [row(held) for held in await (found.filter(id__lt=after) if after else found).order_by("-id").limit(limit)]


@tx
async def look(quarantine_id: UUID, *, by: Actor, now: datetime) -> Opened:
    """Open it for the second person; the look is recorded. What is decided has no text any more."""
    require(by, Permission.ENTRY_REVIEW)
    held = await Quarantine.get_or_none(id=quarantine_id, organisation_id=by.organisation)
    if held is None:
        raise NotFound()
    if held.state is not QuarantineState.WAITING:
        return Opened(row(held), [], False)
    entry, entry_key = await known(held.entry_id, by=by) if held.entry_id else (None, None)
    await note(Kind.ENTRY_SEEN, held.id, entry, entry_key, by=by, now=now)
    said = await handed_in(held, await key_of(held.key_id), ACTS[held.act].verb)
    shown = [Suspected(path, text, [found.name for found in suspected(text)]) for path, text in texts(said)]
    return Opened(row(held), shown, held.blob is not None)


async def file(quarantine_id: UUID, *, by: Actor) -> tuple[str, str, bytes]:
    """The file that waits: a neutral name, its media type and its bytes, for the second person."""
    require(by, Permission.ENTRY_REVIEW)
    held = await Quarantine.get_or_none(id=quarantine_id, organisation_id=by.organisation)
    if held is None or held.blob is None or held.state is not QuarantineState.WAITING:
        raise NotFound()
    data = await content(held, await key_of(held.key_id))
    return str(held.id), media_type(data, limit=settings().upload_limit), data


def row(held: Quarantine) -> Row:
    return Row(
        held.id, held.entry_id, held.act, held.fields_concerned, held.state, held.clerk_id, held.at, held.decided_at
    )
