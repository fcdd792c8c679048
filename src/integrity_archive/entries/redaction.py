"""The person sees every document of his entry: as it is, or in a copy that makes third persons unreadable (PIPL 45).

Whoever attaches a document says whether it names others. Before the person is told of the entry, each that does has its
redacted copy; the original stays with the office, and nothing else is kept from him.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import tx
from integrity_archive.entries import documents
from integrity_archive.entries.documents import Stored
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Evidence
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.errors import Conflict, NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind


class RedactedCopyMissing(Conflict):
    """{count} document(s) name other persons and have no redacted copy yet: the person could not see them."""

    zh = "有{count}份材料含有他人的个人信息，尚无遮盖副本，本人将无法查阅；请先添加遮盖副本。"


class NothingToRedact(Conflict):
    """A redacted copy is made of an original, not of another copy."""

    zh = "遮盖副本只能由原件制作。"


class Redactable(Protocol):
    """A document, as a row or as it is listed."""

    @property
    def id(self) -> UUID: ...
    @property
    def names_others(self) -> bool: ...
    @property
    def redacts(self) -> UUID | None: ...


D = TypeVar("D", bound=Redactable)


def released(evidence: Sequence[D]) -> list[D]:
    """What the person sees: the youngest redacted copy in the place of its original, else what names nobody else.
    Of what he sees already, it is the same again."""
    copies, every = {one.redacts: one for one in evidence if one.redacts}, {one.id for one in evidence}
    shown = (copies.get(one.id, one) for one in evidence if one.redacts not in every)
    return [one for one in shown if one.redacts or not one.names_others]


def withheld(evidence: Sequence[D]) -> list[D]:
    """What he could not see."""
    copies = {one.redacts for one in evidence}
    return [one for one in evidence if one.names_others and one.redacts is None and one.id not in copies]


def require_released(evidence: Sequence[Redactable]) -> None:
    """Raises `RedactedCopyMissing`."""
    if found := withheld(evidence):
        raise RedactedCopyMissing(count=len(found))


async def is_released(document: Evidence) -> bool:
    """May the person have this one?"""
    every = await Evidence.filter(entry_id=document.entry_id).order_by("id")
    return document.id in {one.id for one in released(every)}


@looked_over(Permission.ENTRY_DRAFT)
async def add_redacted(
    entry_id: UUID, evidence_id: UUID, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> Evidence:
    """Attach a copy of a document in which other persons are unreadable; from now on the person sees this one.

    Raises `NotFound` for a document of another entry, and `NothingToRedact` for a copy.
    """
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await known(entry_id, by=by)
    ENTRY.step(entry.state, "redact", by=by)
    stored = await documents.store(entry, key, file_name, data)
    return await keep(entry_id, evidence_id, stored, by=by, now=now)


@tx
async def keep(entry_id: UUID, evidence_id: UUID, stored: Stored, *, by: Actor, now: datetime) -> Evidence:
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "redact", by=by)
    original = await Evidence.get_or_none(id=evidence_id, entry_id=entry.id)
    if original is None:
        raise NotFound()
    if original.redacts is not None:
        raise NothingToRedact()
    made = await documents.attach(entry, key, original.kind, stored, redacts=original.id, now=now)
    await record(
        Kind.ENTRY_EVIDENCE_ADDED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=made.id,
        kind_of_evidence=original.kind, sha256=stored.sha256, redacts=str(original.id),
    )  # fmt: skip
    if not withheld(await Evidence.filter(entry_id=entry.id)):
        await close_task(TaskKind.REDACT, entry.id, key=key, by=by, now=now)
    return made
