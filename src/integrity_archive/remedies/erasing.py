"""What was handed in with the remedies of an erased entry goes with it: a journal reader. The files are sealed under
the entry's key, so nobody could open them any more. A complaint is about how somebody was treated: its papers stay."""

import asyncio
from datetime import datetime

from integrity_archive.blobs import blobs
from integrity_archive.database import rows, tx
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind

READER = "remedies_erasing"
KINDS = frozenset({Kind.ENTRY_ERASED})
PAGE = 100
OF_ENTRIES = """
with remedy as (
    select id from remedies_objection where entry_id = any($1::uuid[])
    union all select id from remedies_appeal where entry_id = any($1::uuid[])
    union all select id from remedies_repair where entry_id = any($1::uuid[])
    union all select id from remedies_mitigation where entry_id = any($1::uuid[]))
select blob from remedies_document where about in (select id from remedy)
"""


@tx
async def drop_documents(*, now: datetime) -> int:
    """Drop the files; returns of how many entries. Harmless when it is done again after a crash."""
    lines = await readers.take(READER, PAGE)
    for document in await rows(OF_ENTRIES, [[line.entry for line in lines]]):
        await asyncio.to_thread(blobs().drop, document["blob"])
    return len(lines)
