"""A report that carries an erased entry is erased, too: a journal reader. Its row stays, so that its page still says
what a copy is worth. Of a case file nothing is kept but its number and hash."""

import asyncio
from datetime import datetime

from integrity_archive.blobs import blobs
from integrity_archive.database import rows, tx
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import destroy

READER = "reports_erasing"
KINDS = frozenset({Kind.ENTRY_ERASED})
PAGE = 100
CARRYING = """
select r.key_id as key, r.blob from reports_report r
where r.id in (select about from recipients_edge where how = 'report' and entry_id = any($1::uuid[])) order by r.id
"""


@tx
async def erase_reports(*, now: datetime) -> int:
    """Destroy the keys of the reports that carry what was erased, and drop their files; returns how many entries.

    Done again after a crash it is harmless: a file that is gone already is gone.
    """
    lines = await readers.take(READER, PAGE)
    for report in await rows(CARRYING, [[line.entry for line in lines]]):
        await destroy(report["key"])
        await asyncio.to_thread(blobs().drop, report["blob"])
    return len(lines)
