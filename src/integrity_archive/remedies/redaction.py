"""The person sees what bodies said about his entry, not what it says of others (PIPL 45): a paper that names third
persons reaches him, and the copy of his case file, as a copy in which they are unreadable; till then it is withheld."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import tx
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.redaction import NothingToRedact, withheld
from integrity_archive.errors import NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.remedies import documents
from integrity_archive.remedies.documents import OF_THE_BODY, Handed, Stored
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.models import Appeal, Document, Objection
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind


class Original(BaseModel):
    """Of which paper the redacted copy was made."""

    document: UUID


async def redact_paper(
    about: UUID, document_id: UUID, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> None:
    """Attach the copy that the person sees in the place of a body's paper in that objection or appeal.

    Raises `NotFound` for a paper of another office, or for one the person handed in himself, and `NothingToRedact`.
    """
    require(by, Permission.REMEDY_FILE)
    original = await Document.get_or_none(id=document_id, about=about)
    if original is None or original.kind not in OF_THE_BODY:
        raise NotFound()
    if original.redacts is not None:
        raise NothingToRedact()
    entry_id = await entry_of(original)
    _, key = await known(entry_id, by=by)
    [copy] = await documents.store([Handed(DocumentKind(original.kind), file_name, data)], key, by=by)
    await keep(entry_id, original, copy, by=by, now=now)


@tx
async def keep(entry_id: UUID, original: Document, copy: Stored, *, by: Actor, now: datetime) -> None:
    entry, key = await held(entry_id, by=by, now=now)
    [digest] = await documents.attach(original.about, [copy], key, redacts=original.id, now=now)
    await record(
        Kind.PAPER_REDACTED, by=by, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id,
        entry=entry.id, about=original.about, kind_of_paper=original.kind, sha256=digest, redacts=str(original.id),
    )  # fmt: skip
    if not withheld(await Document.filter(about=original.about)):
        await close_task(TaskKind.REDACT, original.about, key=key, by=by, now=now)


async def entry_of(paper: Document) -> UUID:
    """A body speaks in an objection or in an appeal; raises `NotFound`."""
    for model in (Objection, Appeal):
        if remedy := await model.get_or_none(id=paper.about):
            return remedy.entry_id
    raise NotFound()
