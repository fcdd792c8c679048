"""What those who may ask are told of a person: by rule, on a day, of the families a consent opened (DOMAIN §7.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from integrity_archive.catalogue import edition, registry
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.record_types import Polarity, Severity
from integrity_archive.database import rows
from integrity_archive.entries.domains import is_public
from integrity_archive.entries.kinds import Objection
from integrity_archive.entries.statements import TRAVELLING, travelling
from integrity_archive.entries.visibility import told_sql
from integrity_archive.sealing import vault

TOLD = f"""
select e.id, e.record_type, e.edition, e.severity, e.decided_on, e.final_on, e.sanction_to, e.objection,
    e.consented_on, s.id as statement, s.sealed, s.passed_on, s.held_back, k.id as key, k.wrapped
from entries_entry e join sealing_key k on k.id = e.key_id
{TRAVELLING}"""
DISCLOSABLE = f"""where e.person_id = $1 and {told_sql("$2")}
    and split_part(e.record_type, '-', 2) = any($3::text[])
    and not (split_part(e.record_type, '-', 2) = any($4::text[]) and coalesce(e.severity = 'MINOR', false))
order by e.decided_on desc, e.id
"""
KEPT = "for share of e"
GIVEN_BEFORE = f"where e.id = any($1::uuid[]) and {told_sql('$2')} order by e.decided_on desc, e.id"


@dataclass(frozen=True)
class Disclosed:
    """What an authorised inquirer sees of an effective entry: no narrative, no evidence (DOMAIN §7.2)."""

    entry: UUID
    record_type: str
    name: Name
    polarity: Polarity
    severity: Severity | None
    decided_on: date
    sanction_to: date | None
    objection: Objection
    statement: str | None


async def disclosable(
    person: UUID, families: list[str], *, minor_hidden: Iterable[str] = (), on: date, keep: bool = False
) -> list[Disclosed]:
    """What may be told of a person on that day, of these families; merits with consent.

    Of the families in `minor_hidden` the minor class is not told (DOMAIN §7.2). `keep`: nothing of it changes until the
    running transaction ends, so that whoever changes it afterwards finds who has been told.
    """
    found = await rows(TOLD + DISCLOSABLE + KEPT * keep, [person, on, families, list(minor_hidden)])
    await registry.know({row["edition"] for row in found})
    return [told(row) for row in found if shown(row)]


async def disclosed(entries: list[UUID], *, on: date) -> list[Disclosed]:
    """These entries in the same form, for an answer that was given before, as far as they may still be told."""
    found = await rows(TOLD + GIVEN_BEFORE, [entries, on])
    await registry.know({row["edition"] for row in found})
    return [told(row) for row in found]


def shown(row: dict[str, Any]) -> bool:
    """An answer holds public credit information alone: credit-reference and internal information are kept apart from it
    (DOMAIN R-00c). A merit that needs consent is kept, but not told without it (志愿服务条例 20)."""
    kind = edition.load(row["edition"]).record_type(row["record_type"])
    if not is_public(row["edition"], row["record_type"]):
        return False
    return kind.polarity is not Polarity.POSITIVE or not kind.consent_needed or row["consented_on"] is not None


def told(row: dict[str, Any]) -> Disclosed:
    kind = edition.load(row["edition"]).record_type(row["record_type"])
    return Disclosed(
        entry=row["id"],
        record_type=kind.code,
        name=kind.name,
        polarity=kind.polarity,
        severity=Severity(row["severity"]) if row["severity"] else None,
        decided_on=row["decided_on"],
        sanction_to=row["sanction_to"],
        objection=Objection(row["objection"]),
        statement=statement(row),
    )


def statement(row: dict[str, Any]) -> str | None:
    """All that he said, each on lines of its own."""
    key = vault().unwrap(row["key"], row["wrapped"])
    return "\n".join(travelling(row["statement"], row["sealed"], row["passed_on"], row["held_back"], key)) or None
