"""What a decision found, one thing at a time, each with the documents it rests on; written in a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import tx
from integrity_archive.entries.draft import Found as Found
from integrity_archive.entries.former import readable
from integrity_archive.entries.found import keep, require_its_evidence
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import held
from integrity_archive.entries.models import Finding
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.errors import NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind


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
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "add_finding", by=by)
    await require_its_evidence(entry, [found])
    finding = await keep(entry, key, found, found.evidence, now=now)
    await record(
        Kind.ENTRY_FOUND, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=finding.id,
        evidence=finding.evidence,
    )  # fmt: skip
    return finding


@tx
async def remove_finding(finding_id: UUID, *, by: Actor, now: datetime) -> None:
    """Take a finding out of a draft."""
    require(by, Permission.ENTRY_DRAFT)
    finding = await Finding.get_or_none(id=finding_id)
    if finding is None:
        raise NotFound()
    entry, key = await held(finding.entry_id, by=by, now=now)
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
