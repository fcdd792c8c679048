"""What may be changed in an entry, and how: the former wording is kept, the display period computed anew.

A correction mends what we recorded wrongly; a revision follows the body's new decision, and the old one stays true of
its time. What everybody who received an effective entry knows it by is fixed (PPG/1.0 §4): such an entry is revoked and
recorded anew. Of one that has not taken effect a revision says the whole new decision; only another type is another
entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from integrity_archive import clock
from integrity_archive.catalogue import policy
from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.record_types import Edition, RecordType, Severity
from integrity_archive.entries import gate
from integrity_archive.entries.changeable import (
    CHANGEABLE,
    FIXED,
    MAY_BE_EMPTY,
    OF_A_NEW_DECISION,
    SAID_ANEW,
    SANCTION,
    ChangedBeforeDecided,
    DisplayTooLong,
    FixedMember,
    FoundAnew,
    Members,
    NothingToChange,
    NotOfThisChange,
)
from integrity_archive.entries.draft import Draft, judge, severity_of
from integrity_archive.entries.found import require_its_evidence, texts_of
from integrity_archive.entries.kinds import ChangeKind, DecisionRoute
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Version
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import FieldError, Invalid, Refusal
from integrity_archive.sealing import Key


@dataclass(frozen=True)
class Amended:
    """An entry as it would read: its members that differ, and why it may be shown until then."""

    members: dict[str, Any]
    display_until: date | None
    rule: dict[str, Any]
    findings: Sequence[FoundAnew] = ()


async def considered(entry: Entry, key: Key, new: Members, kind: ChangeKind, *, now: datetime) -> Amended:
    """Judge a change without making it; raises `Invalid` with every fault beside its field."""
    if is_new_decision(entry, kind):
        return await considered_anew(entry, key, new, now=now)
    standing = await Standing.of(entry)
    before = members_of(entry, key)
    wanted = {name: value for name, value in new.wanted().items() if before.get(name) != value or name in FIXED}
    require_changeable(entry, standing, wanted, kind)
    if new.findings:
        raise Invalid(NotOfThisChange(at="findings").errors())
    kept = {name: value for name, value in wanted.items() if name not in FIXED}
    after = proposed(entry, before, kept, standing.kind)
    try:
        judge(after, standing.law, born_on=standing.born_on, today=clock.today(now))
    except Invalid as invalid:
        concerned = [fault for fault in invalid.errors() if fault.path in {*wanted, *SANCTION}]
        if concerned:
            raise Invalid(concerned) from None
    members = {name: value for name in before if (value := getattr(after, name, before[name])) != before[name]}
    require_same_item(standing, entry.severity, after.severity, kind)
    until = shown_until(entry, standing.kind, standing.law, after)
    if (most := wanted.get("display_until")) is not None:
        if until is None or most > until:
            raise Invalid(DisplayTooLong(at="display_until", until=until).errors())
        until = most
    if not members and until == entry.display_until:
        raise Invalid(NothingToChange(at="summary").errors())
    return Amended(members, until, rule_of(entry, standing.kind, standing.law, after, until))


def is_new_decision(entry: Entry, kind: ChangeKind) -> bool:
    """Nobody relies on the entry yet: its revision says the whole changed decision, and everything is served anew."""
    return kind is ChangeKind.REVISION and entry.state is State.NOTIFIED


async def considered_anew(entry: Entry, key: Key, new: Members, *, now: datetime) -> Amended:
    """The same of a decision that was changed before it took effect. What it found, the steps before it and what it
    says of its own remedies are said anew; when and how it was served is recorded with its proof, as of any decision.
    """
    standing = await Standing.of(entry)
    stood = members_of(entry, key)
    before = stood | SAID_ANEW
    differs_from = before | {"steps_taken": stood["steps_taken"]}  # else those of the former decision stayed in the row
    wanted = {name: value for name, value in new.wanted().items() if before.get(name) != value}
    faults = [fault for name in sorted(wanted.keys() - OF_A_NEW_DECISION) for fault in unchangeable(name).errors()]
    faults += [required(name) for name in ("decided_on", "remedies_told") if getattr(new, name) is None]
    if not new.findings:
        faults.append(required("findings"))
    if new.decided_on and new.decided_on < entry.decided_on:
        faults += ChangedBeforeDecided(at="decided_on").errors()
    if faults:
        raise Invalid(faults)
    await require_its_evidence(entry, new.findings, at="findings")
    after = proposed(entry, before, wanted, standing.kind)
    judged = after.model_copy(update={"decision_route": DecisionRoute.THROUGH_US})
    judge(judged, standing.law, born_on=standing.born_on, today=clock.today(now))
    steps = standing.kind.steps_with(after.sanction_kind)
    if untaken := [step for step in steps if step not in after.steps_taken]:
        raise Invalid([gate.untaken(step) for step in untaken])
    members = {name: value for name in before if (value := getattr(after, name, before[name])) != differs_from[name]}
    return Amended(members, None, rule_of(entry, standing.kind, standing.law, after, None), new.findings)


def unchangeable(name: str) -> Refusal:
    return FixedMember(at=name) if name == "record_type" else NotOfThisChange(at=name)


def required(name: str) -> FieldError:
    return FieldError(name, "required", "此项必填。", "This is required.")


def require_changeable(entry: Entry, standing: Standing, wanted: dict[str, Any], kind: ChangeKind) -> None:
    """Raises `Invalid` for fixed members, and for those that are not changed in this way."""
    item = standing.law.item_for(entry.record_type, entry.severity)
    same = {"catalogue_item": item.code if item else None}
    faults = []
    for name, value in wanted.items():
        if name in FIXED:
            if name not in ("document_no",) and value == same.get(name, getattr(entry, name, None)):
                continue
            faults += FixedMember(at=name).errors()
        elif name not in CHANGEABLE[kind] or (value is None and name not in MAY_BE_EMPTY):
            faults += NotOfThisChange(at=name).errors()
    if faults:
        raise Invalid(faults)


def require_same_item(standing: Standing, before: Severity | None, after: Severity | None, kind: ChangeKind) -> None:
    """A correction leaves the entry under its item of the catalogue; a new decision may take it out."""
    code, law = standing.kind.code, standing.law
    was, becomes = law.item_for(code, before), law.item_for(code, after)
    if kind is ChangeKind.CORRECTION and was and was != becomes:
        raise Invalid(FixedMember(at="severity").errors())


def members_of(entry: Entry, key: Key) -> dict[str, Any]:
    """Everything that the entry says, under the names of a draft."""
    facts: dict[str, Any] = key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}")
    clear = {name: getattr(entry, name) for name in Draft.model_fields if hasattr(entry, name) and name != "person"}
    return clear | facts


def proposed(entry: Entry, before: dict[str, Any], wanted: dict[str, Any], kind: RecordType) -> Draft:
    """The entry as a draft that reads as it shall.

    A new sanction brings its own severity, unless one is given; what is serious no longer needs no ground for it.
    """
    changed = {name: value for name, value in wanted.items() if name in before}
    draft = Draft.model_construct(**{"person": entry.person_id, **before, **changed})
    if "severity" not in wanted and "sanction_kind" in changed:
        draft.severity = None
        draft.severity = severity_of(draft, kind)
    if draft.severity is not Severity.SERIOUS and "serious_basis" not in wanted:
        draft.serious_basis = None
    return draft


def shown_until(entry: Entry, kind: RecordType, law: Edition, after: Draft) -> date | None:
    """The last day of display by the rules of the entry's own edition."""
    return display_until(
        kind.with_sanction(after.sanction_kind),
        law.item_for(kind.code, after.severity),
        decided_on=entry.decided_on,
        final_on=entry.final_on or entry.decided_on,
        conduct_ended_on=after.conduct_ended_on,
        sanction_to=after.sanction_to,
    )


def rule_of(entry: Entry, kind: RecordType, law: Edition, after: Draft, until: date | None) -> dict[str, Any]:
    """What the display period rests on, for the journal."""
    item, display = law.item_for(kind.code, after.severity), kind.with_sanction(after.sanction_kind).display
    return {
        "edition": entry.edition,
        "policy": policy.in_force(after.decided_on).code,
        "display": display.model_dump(mode="json", exclude_none=True) if display else None,
        "retention_months": kind.retention.months if kind.retention else None,
        "item": item.code if item else None,
        "item_months": item.max_display_months if item else None,
        "before": entry.display_until.isoformat() if entry.display_until else None,
        "after": until.isoformat() if until else None,
    }


async def keep_former(entry: Entry, key: Key, kind: ChangeKind, *, now: datetime) -> None:
    """Keep what the entry says by now: of an effective one it is known until when, of another what was found."""
    former = members_of(entry, key) | {"display_until": entry.display_until, "final_on": entry.final_on}
    if is_new_decision(entry, kind):
        former["findings"] = "\n".join(await texts_of(entry, key))
    version = Version(entry_id=entry.id, version=entry.version, kind=kind, until=now)
    version.sealed = key.seal_json(former, place=f"entries_version.sealed:{version.id}")
    await version.save(force_create=True)


def reword(entry: Entry, key: Key, amended: Amended) -> list[str]:
    """Let the entry read as considered; returns the columns that the caller has to write."""
    facts = key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}")
    columns = ["display_until"]
    for name, value in amended.members.items():
        if name in facts:
            facts[name] = value
        else:
            setattr(entry, name, value)
            columns.append(name)
    entry.sealed = key.seal_json(facts, place=f"entries_entry.sealed:{entry.id}")
    entry.display_until = amended.display_until
    return [*columns, "sealed"]
