"""Remedies go with the entry that they were about: a journal reader. What was filed and answered is sealed under the
entry's key, so nobody could read it any more; the files go, and the rows after them.

A complaint is about how somebody was treated, and has a key of its own. But its words may say what the entry said: they
go a month after the answer, or with the entry, whichever is later.
"""

import asyncio
from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.terms import due
from integrity_archive.database import rows, tx
from integrity_archive.entries.erasing import erased, forget
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import destroy

READER = "remedies_erasing"
KINDS = frozenset({Kind.ENTRY_ERASED})
PAGE = 100
OF_ENTRY = f"select blob from remedies_document where {erased()['remedies_document']['of']}"
OF_COMPLAINT = """
select blob from remedies_document where about = $1
union all select blob from letters_letter where about = $1 and blob is not null
"""
COMPLAINTS = """
select c.id, c.key_id as key, c.answered_at as answered from remedies_complaint c
join entries_entry e on e.id = c.entry_id and e.state = 'erased'
join sealing_key k on k.id = c.key_id and length(k.wrapped) > 0
where c.state = 'answered' order by c.id for update of c
"""


async def erase_remedies(*, now: datetime) -> int:
    """Drop what was handed in and answered about erased entries; returns of how many entries and complaints."""
    return await of_entries() + await of_complaints(now=now)


@tx
async def of_entries() -> int:
    """Harmless when it is done again after a crash."""
    lines = await readers.take(READER, PAGE)
    for line in lines:
        assert line.entry
        await drop(OF_ENTRY, line.entry)
        await forget(line.entry, "remedies")
    return len(lines)


@tx
async def of_complaints(*, now: datetime) -> int:
    """Destroy the keys of complaints about erased entries, once the person has had time to read the answer."""
    today = clock.today(now)
    over = [
        one
        for one in await rows(COMPLAINTS)
        if due("entries", "kept_to_tell", since=clock.today(one["answered"])) < today
    ]
    for one in over:
        await destroy(one["key"])
        await drop(OF_COMPLAINT, one["id"])
    return len(over)


async def drop(statement: str, about: UUID) -> None:
    for document in await rows(statement, [about]):
        await asyncio.to_thread(blobs().drop, document["blob"])
