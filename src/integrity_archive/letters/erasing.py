"""The letters about an erased entry are sealed under its key; their files, and the proofs of their service, go too, and
of what is left of them nobody can say whom they were for."""

import asyncio
from datetime import datetime

from integrity_archive.blobs import blobs
from integrity_archive.database import rows
from integrity_archive.entries.erasing import forget
from integrity_archive.journal.readers import Line

FILES = """
select l.blob from letters_letter l join entries_entry e on e.id = l.entry_id and e.key_id = l.key_id
where l.entry_id = $1 and l.blob is not null
union all
select a.proof_blob from letters_attempt a join letters_letter l on l.id = a.letter_id
join entries_entry e on e.id = l.entry_id and e.key_id = l.key_id
where l.entry_id = $1 and a.proof_blob is not null
"""


async def drop_files(line: Line, *, now: datetime) -> None:
    """Harmless when it is done again: what is gone is gone."""
    for file in await rows(FILES, [line.entry]):
        await asyncio.to_thread(blobs().drop, file["blob"])
    assert line.entry
    await forget(line.entry, "letters")
