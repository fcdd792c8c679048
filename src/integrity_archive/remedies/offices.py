"""Whom a person may complain about: the offices that deal with him, and their officers who handled his entries."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows
from integrity_archive.entries.visibility import over_sql
from integrity_archive.errors import NotFound

OFFICES = """
select o.id, o.name from accounts_organisation o
where o.id in (
    select organisation_id from people_enrolment where person_id = $1
    union select organisation_id from people_membership where person_id = $1
    union select organisation_id from entries_entry where person_id = $1
        and state not in ('draft', 'filed', 'unverified'))
    and ($2::uuid is null or o.id = $2)
order by o.name
"""
HANDLED = f"""
select id, organisation_id, number, clerk_id, reviewer_id,
    case when not {over_sql("$2")} then record_type end as record_type
from entries_entry e
where person_id = $1 and state not in ('draft', 'filed', 'unverified')
order by decided_on desc nulls last, id
"""


@dataclass(frozen=True)
class Handled:
    """An entry of the person in that office; of one that is over nothing but its number."""

    id: UUID
    record_type: str | None
    number: str


@dataclass(frozen=True)
class Office:
    """An office with its officers, by account, who signed entries of the person."""

    id: UUID
    name: str
    officers: dict[UUID, str]
    entries: list[Handled]


async def offices_of(person: UUID, *, by: Actor) -> list[Office]:
    """For the person: every office. For an officer who takes in a paper: his own; `NotFound` if it has none of it."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.REMEDY_FILE, person=person if own else None)
    found = await rows(OFFICES, [person, None if own else by.organisation])
    if not found:
        raise NotFound()
    handled = await rows(HANDLED, [person, clock.present_day()])
    names = await account_names({id for row in handled for id in (row["clerk_id"], row["reviewer_id"]) if id})
    return [office(row, [one for one in handled if one["organisation_id"] == row["id"]], names) for row in found]


def office(row: dict[str, UUID], handled: list[dict[str, Any]], names: dict[UUID, str]) -> Office:
    accounts = dict.fromkeys(one[role] for one in handled for role in ("clerk_id", "reviewer_id") if one[role])
    return Office(
        id=row["id"],
        name=str(row["name"]),
        officers={account: names[account] for account in accounts},
        entries=[Handled(one["id"], one["record_type"], str(one["number"])) for one in handled],
    )
