"""A report that carries an erased entry is erased, too: a journal reader. So is one that says only that there is
something adverse, which may have been this; the register of questions forgets that answer. The report's row stays, so
that its page still says what a copy is worth. Of a case file nothing is kept but its number and hash."""

import asyncio
from datetime import datetime

from integrity_archive.blobs import blobs
from integrity_archive.database import rows, tx
from integrity_archive.entries.erasing import erased, forget
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import destroy

READER = "reports_erasing"
KINDS = frozenset({Kind.ENTRY_ERASED})
PAGE = 100
CARRYING = f"""
select r.key_id as key, r.blob from reports_report r
where r.id in (select about from recipients_edge where how = 'report' and entry_id = $1)
    or r.inquiry_id in (select id from inquiries_inquiry where {erased()["inquiries_inquiry"]["of"]}) order by r.id
"""


@tx
async def erase_reports(*, now: datetime) -> int:
    """Destroy the keys of the reports that carry what was erased, and drop their files; returns how many entries.

    Done again after a crash it is harmless: a file that is gone already is gone.
    """
    lines = await readers.take(READER, PAGE)
    for line in lines:
        assert line.entry
        for report in await rows(CARRYING, [line.entry]):
            await destroy(report["key"])
            await asyncio.to_thread(blobs().drop, report["blob"])
        await forget(line.entry, "inquiries")
    return len(lines)
