"""Adverse entries that may still be used, as dates only: for indicators that look back over years (DOMAIN §7.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from integrity_archive.database import rows
from integrity_archive.entries.domains import only_public
from integrity_archive.entries.visibility import over_sql

USABLE = f"""
select e.final_on, e.suspended or e.objection = 'OPEN' as doubted, e.edition, e.record_type from entries_entry e
where e.person_id = $1 and e.state = 'effective' and e.record_type like '_N-%' and e.final_on <= $2
    and not {over_sql("$2")} and e.lifted_on is null and split_part(e.record_type, '-', 2) = any($3::text[])
order by e.final_on
"""


@dataclass(frozen=True)
class Adverse:
    """Final since that day; `doubted` while an objection or an appeal is open."""

    final_on: date
    doubted: bool


async def adverse(person: UUID, families: list[str], *, on: date) -> list[Adverse]:
    """What stands against a person on that day; expired, lifted, repaired and revoked entries are not used, nor are
    those that are no public credit information."""
    found = await only_public(await rows(USABLE, [person, on, families]))
    return [Adverse(row["final_on"], row["doubted"]) for row in found]
