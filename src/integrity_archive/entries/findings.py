"""What a decision found, one thing at a time, each with the documents it rests on; written in a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import tx
from integrity_archive.entries.draft import Text
from integrity_archive.entries.former import readable
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held
from integrity_archive.entries.models import Evidence, Finding
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind


class NotItsEvidence(Refusal):
    """A finding rests on documents that are attached to this entry."""

    status = 422
    zh = "认定的事实须以本条目所附的材料为据。"


class Found(BaseModel):
    """One thing that was found, and the documents that support it: at least one."""

    text: Text = Field(min_length=2, max_length=500)
    evidence: list[UUID] = Field(min_length=1, max_length=50)


@dataclass(frozen=True)
class Shown:
    """A finding as a page shows it."""

    id: UUID
    text: str
    evidence: Sequence[UUID]
    at: datetime


@looked_over(Permission.ENTRY_DRAFT)
@tx
async def add_finding(entry_id: UUID, found: Found, *, by: Actor, now: datetime) -> Finding:
    """Link what was found to its evidence. Raises `NotItsEvidence`."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await held(entry_id, by=by)
    ENTRY.step(entry.state, "add_finding", by=by)
    rests_on = sorted(set(found.evidence))
    if await Evidence.filter(entry_id=entry.id, id__in=rests_on).count() != len(rests_on):
        raise NotItsEvidence(at="evidence")
    id = uuid7()
    finding = await Finding.create(
        id=id,
        entry_id=entry.id,
        sealed=key.seal(found.text.encode(), place=f"entries_finding.sealed:{id}"),
        evidence=rests_on,
        at=now,
    )
    await record(
        Kind.ENTRY_FOUND, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=id,
        evidence=[str(one) for one in rests_on],
    )  # fmt: skip
    return finding


@tx
async def remove_finding(finding_id: UUID, *, by: Actor, now: datetime) -> None:
    """Take a finding out of a draft."""
    require(by, Permission.ENTRY_DRAFT)
    finding = await Finding.get_or_none(id=finding_id)
    if finding is None:
        raise NotFound()
    entry, key = await held(finding.entry_id, by=by)
    ENTRY.step(entry.state, "edit", by=by)
    await finding.delete()
    await record(
        Kind.ENTRY_EDITED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=finding.id,
        removed="finding",
    )  # fmt: skip


async def of_entry(entry_id: UUID, *, by: Actor, on: date) -> list[Shown]:
    """What was found, in the order it was written: for the office, and for the person."""
    entry, key = await readable(entry_id, by=by, on=on)
    return [
        Shown(
            one.id,
            key.open(one.sealed, place=f"entries_finding.sealed:{one.id}").decode(),
            [UUID(str(id)) for id in one.evidence],
            one.at,
        )
        for one in await Finding.filter(entry_id=entry.id).order_by("id")
    ]
