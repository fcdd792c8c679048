"""Findings as rows: what was found, sealed, with the documents of the same entry on which it rests."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.database import rows
from integrity_archive.entries.draft import Found
from integrity_archive.entries.draft_faults import NotItsEvidence
from integrity_archive.entries.models import Entry, Finding
from integrity_archive.sealing import Key

ITS_EVIDENCE = "select id from entries_evidence where entry_id = $1 and id = any($2::uuid[])"


async def require_its_evidence(entry: Entry, found: Iterable[Found], *, at: str = "evidence") -> None:
    """Raises `NotItsEvidence` for a document that is none of this entry's."""
    named = {id for one in found for id in one.evidence}
    if named and len(await rows(ITS_EVIDENCE, [entry.id, list(named)])) != len(named):
        raise NotItsEvidence(at=at)


async def keep(entry: Entry, key: Key, found: Found, evidence: Sequence[UUID], *, now: datetime) -> Finding:
    id = uuid7()
    sealed = key.seal(found.text.encode(), place=f"entries_finding.sealed:{id}")
    rests_on = [str(one) for one in sorted(set(evidence))]
    return await Finding.create(id=id, entry_id=entry.id, sealed=sealed, evidence=rests_on, at=now)


async def texts_of(entry: Entry, key: Key) -> list[str]:
    """What was found, in the order it was written."""
    found = await Finding.filter(entry_id=entry.id).order_by("id")
    return [key.open(one.sealed, place=f"entries_finding.sealed:{one.id}").decode() for one in found]
