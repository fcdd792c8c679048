"""What never took effect is kept no longer than what did: unverified, drafted, filed or notified, it lapses on its day.

征信业管理条例 16 counts from the end of the conduct, whatever has become of its record. Of a merit it is silent: one
that nobody goes on with is kept as long as one that has ended (`kept_after_end`).
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import edition, registry
from integrity_archive.catalogue.terms import terms
from integrity_archive.database import rows, tx
from integrity_archive.entries.lifecycle import ENTRY, UNFINISHED
from integrity_archive.entries.locked import held
from integrity_archive.entries.settling import end
from integrity_archive.journal.kinds import Kind

STATES = ", ".join(f"'{state}'" for state in UNFINISHED)
MADE_UNDER = f"select distinct edition, record_type from entries_entry where state in ({STATES})"
KEPT = f"""
select e.id, e.organisation_id as organisation, 'lapse' as kind, (case when kept.months is null
    then (e.state_since at time zone 'Asia/Shanghai')::date + make_interval(months => $4)
    else coalesce(e.conduct_ended_on, e.decided_on) + make_interval(months => kept.months) end)::date as due_on
from entries_entry e join unnest($1::text[], $2::text[], $3::int[]) as kept (edition, record_type, months)
    on kept.edition = e.edition and kept.record_type = e.record_type
where e.state in ({STATES})
"""
OVERDUE = f"""
select id from ({KEPT}) kept where due_on < $5 and ($6::uuid is null or id = $6) order by due_on, id limit $7
"""
AHEAD = f"select * from ({KEPT}) kept where organisation = $5 and due_on between $6 and $7"


async def lapse_due(*, now: datetime, limit: int) -> int:
    """End what may be kept no longer though it never took effect. Returns how many did."""
    done = 0
    for row in await rows(OVERDUE, [*await kept(), clock.today(now), None, limit]):
        done += await lapse(row["id"], now=now)
    return done


@tx
async def lapse(entry_id: UUID, *, now: datetime) -> bool:
    """False where somebody else was faster: it took effect, ended, or reads otherwise now."""
    entry, key = await held(entry_id, by=SYSTEM, now=now)
    if not await rows(OVERDUE, [*await kept(), clock.today(now), entry.id, 1]):
        return False
    after = ENTRY.step(entry.state, "lapse", by=SYSTEM).after
    await end(entry, key, after, None, Kind.ENTRY_LAPSED, by=SYSTEM, now=now)
    return True


async def ahead(organisation: UUID, *, today: date, until: date) -> list[dict[str, Any]]:
    """The days that come until then, for the desk."""
    return await rows(AHEAD, [*await kept(), organisation, today, until])


async def kept() -> list[Any]:
    """How many months the types of what waits may be kept, by their own editions; None for a merit."""
    found = await rows(MADE_UNDER, [])
    await registry.know({row["edition"] for row in found})
    kinds = [edition.load(row["edition"]).record_type(row["record_type"]) for row in found]
    months = [kind.retention.months if kind.retention else None for kind in kinds]
    names = [[row[name] for row in found] for name in ("edition", "record_type")]
    return [*names, months, terms("entries")["kept_after_end"].count]
