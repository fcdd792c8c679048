"""Whom a new edition of the catalogue would touch: entries that would be judged otherwise under it, in numbers.

Nobody is judged anew: an entry keeps the edition it was made under. The numbers tell an operator, before he adopts an
edition, how far it departs from what was done so far. No entry is opened for them; no person is named.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import calendar, edition
from integrity_archive.catalogue.actions import replaced
from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.difference import compare, concerned
from integrity_archive.catalogue.due_process import Procedure, Repair
from integrity_archive.catalogue.finality import display_until, final, statement_until
from integrity_archive.catalogue.policy import Severity
from integrity_archive.catalogue.record_types import Edition, RecordType, UnknownRecordType
from integrity_archive.database import rows
from integrity_archive.entries.lifecycle import State

AT_ONCE = 2000
ALIVE = (State.UNVERIFIED, State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
ENTRIES = """
select e.id, e.state, e.record_type, e.severity, e.sanction_kind, e.sanction_to, e.decided_on, e.served_on,
    e.remedies_told, e.remedy_known_on, e.remedy_concluded_on, e.remedy_concluded, e.conduct_ended_on,
    n.served_on as notice_served_on
from entries_entry e left join entries_notice n on n.entry_id = e.id
where e.record_type = any($1::text[]) and e.state = any($2::text[]) and ($3::uuid is null or e.id > $3)
order by e.id limit $4
"""


@dataclass(frozen=True)
class Verdict:
    """What an edition makes of one entry: everything that somebody would notice."""

    needs: frozenset[str]  # documents, steps, consent
    final_on: date | None
    answer_until: date | None
    display_until: date | None
    severity: Severity | None  # that the type and its sanction have of themselves
    item: str | None
    repair: Repair | None
    publishable: bool


@dataclass(frozen=True)
class Touched:
    """Of one record type: entries by state that would be judged otherwise, and effective ones no longer passed on."""

    record_type: str
    otherwise: dict[State, int]
    falls_out: dict[str, int]  # by item


async def preview(text: str, *, by: Actor) -> list[str]:
    """The same for an edition file, in lines for a terminal."""
    new = edition.parse(text)
    old = replaced(new)
    touched = await affected(new, old, by=by) if old else []
    lines = []
    for one in touched:
        states = ", ".join(f"{state}: {count}" for state, count in sorted(one.otherwise.items()))
        lines.append(f"{one.record_type}: 结论不同 / judged otherwise – {states}")
        lines += [
            f"{one.record_type}: 不再报送 / no longer passed on – {item}: {n}" for item, n in one.falls_out.items()
        ]
    return lines or ["没有条目受影响 / no entry is affected"]


async def affected(new: Edition, old: Edition, *, by: Actor) -> list[Touched]:
    """What changes for the entries on record if `new` took the place of `old`, by record type."""
    require(by, Permission.CATALOGUE_ADOPT)
    otherwise: dict[str, Counter[State]] = {}
    falls_out: dict[str, Counter[str]] = {}
    known = calendar.official()
    async for row in entries_of(concerned(compare(old, new), old, new)):
        was, becomes = judged(row, old, known), judged(row, new, known)
        if was == becomes:
            continue
        otherwise.setdefault(row["record_type"], Counter())[State(row["state"])] += 1
        if row["state"] == State.EFFECTIVE and was and was.item and not (becomes and becomes.item):
            falls_out.setdefault(row["record_type"], Counter())[was.item] += 1
    return [Touched(code, dict(otherwise[code]), dict(falls_out.get(code, {}))) for code in sorted(otherwise)]


async def entries_of(types: Iterable[str]) -> AsyncIterator[dict[str, Any]]:
    """The entries of these types that have not ended, some at a time."""
    last, wanted = None, sorted(types)
    while found := await rows(ENTRIES, [wanted, list(ALIVE), last, AT_ONCE]):
        for row in found:
            yield row
        last = found[-1]["id"]


def judged(row: dict[str, Any], law: Edition, known: Calendar) -> Verdict | None:
    """None: the edition does not record such facts, or did not at the time."""
    try:
        kind = law.record_type(row["record_type"])
    except UnknownRecordType:
        return None
    item = law.item_for(kind.code, Severity(row["severity"]) if row["severity"] else None)
    final_on = finality_of(row, kind, known)
    notice_served_on = row["notice_served_on"]
    answer = statement_until(kind, known, notified_on=notice_served_on) if notice_served_on else None
    return Verdict(
        needs=frozenset(
            {
                *kind.required_evidence,
                *kind.steps_with(row["sanction_kind"]),
                *(["CONSENT"] if kind.consent_needed else []),
            }
        ),
        final_on=final_on,
        answer_until=answer.day if answer else None,
        display_until=display_until(
            kind.with_sanction(row["sanction_kind"]),
            item,
            decided_on=row["decided_on"],
            final_on=final_on or row["decided_on"],
            conduct_ended_on=row["conduct_ended_on"],
            sanction_to=row["sanction_to"],
        ),
        severity=kind.severity_with(row["sanction_kind"]),
        item=item.code if item else None,
        repair=kind.repair,
        publishable=kind.publishable,
    )


def finality_of(row: dict[str, Any], kind: RecordType, known: Calendar) -> date | None:
    if kind.finality is None or row["served_on"] is None:
        return None
    concluded = row["remedy_concluded"]
    place = kind.finality.moved_by(Procedure(concluded)) if concluded else None
    return final(
        kind.finality,
        known,
        served_on=row["served_on"],
        told=row["remedies_told"],
        known_on=row["remedy_known_on"],
        concluded_on=None if place is None else row["remedy_concluded_on"],
        concluded=place or 0,
    ).on
