"""An entry whose decision an outside body changed goes on once it says what that body decided, and not before."""

from datetime import datetime

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows
from integrity_archive.entries import settling
from integrity_archive.entries.visibility import over_sql
from integrity_archive.transitions import NoSuchStep

REVISED = f"""
select e.id from entries_entry e
where e.suspended and e.state in ('notified', 'effective') and not {over_sql("$2")}
    and not exists (select from remedies_appeal a where a.entry_id = e.id and a.state = 'open')
    and not exists (select from tasks_task t where t.kind = 'revise' and t.about = e.id and t.state = 'open')
order by e.id limit $1
"""


async def resume_revised(*, now: datetime, limit: int) -> int:
    """Resume what has been revised and is under no other appeal. Returns how many."""
    found = await rows(REVISED, [limit, clock.today(now)])
    for row in found:
        try:
            await settling.resume(row["id"], by=SYSTEM, now=now)
        except NoSuchStep:  # it ended in this very moment
            continue
    return len(found)
