"""What may be changed in an effective entry, and how: the former wording is kept, the display period computed anew.

A correction mends what we recorded wrongly; a revision follows the body's new decision, and the old one stays true of
its time. What everybody who received the entry knows it by is fixed (PPG/1.0 §4): such an entry is revoked and
recorded anew.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from integrity_archive import clock
from integrity_archive.catalogue import policy
from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.record_types import Edition, RecordType, Severity
from integrity_archive.entries.draft import Draft, Line, Text, judge, severity_of
from integrity_archive.entries.kinds import ChangeKind
from integrity_archive.entries.models import Entry, Version
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import Invalid, Refusal
from integrity_archive.sealing import Key

FIXED = (
    "record_type", "document_no", "authority_uscc", "decided_on", "served_on", "final_on", "catalogue_item",
)  # fmt: skip
WORDING = ("document_title", "authority")
SANCTION = ("sanction_kind", "sanction_text", "sanction_from", "sanction_to")
CHANGEABLE: dict[ChangeKind, frozenset[str]] = {
    ChangeKind.CORRECTION: frozenset(
        {*WORDING, "summary", "conduct_ended_on", "severity", "serious_basis", *SANCTION, "consented_on"}
    ),
    ChangeKind.REVISION: frozenset({"summary", "severity", "serious_basis", *SANCTION, "display_until"}),
}
MAY_BE_EMPTY = frozenset({"conduct_ended_on", "consented_on", "serious_basis", *SANCTION})


class FixedMember(Refusal):
    """Everybody who received the entry knows it by this. It cannot be changed: revoke the entry and record it anew."""

    status = 422
    zh = "该项已随条目告知各接收方，不能更正；请撤销本条目后重新记录。"


class NotOfThisChange(Refusal):
    """This is not changed in this way."""

    status = 422
    zh = "该项不属于此种变更。"


class NothingToChange(Refusal):
    """Nothing would be different."""

    status = 422
    zh = "没有任何变化。"


class DisplayTooLong(Refusal):
    """By the catalogue's rule the entry is shown until {until} at most."""

    status = 422
    zh = "依目录规定，展示期最长至{until}。"


class Members(BaseModel):
    """What an entry shall say from now on; what is absent stays, what is named in `cleared` is emptied.

    The fixed members are here so that an attempt is answered, not passed over.
    """

    document_title: Line | None = Field(default=None, max_length=200)
    authority: Line | None = Field(default=None, max_length=200)
    summary: Text | None = Field(default=None, max_length=500)
    conduct_ended_on: date | None = None
    severity: Severity | None = None
    serious_basis: str | None = Field(default=None, max_length=1)
    sanction_kind: str | None = Field(default=None, max_length=40)
    sanction_text: Line | None = Field(default=None, max_length=200)
    sanction_from: date | None = None
    sanction_to: date | None = None
    consented_on: date | None = None
    display_until: date | None = None
    cleared: list[str] = Field(default=[], max_length=len(MAY_BE_EMPTY))
    record_type: str | None = Field(default=None, max_length=16)
    document_no: str | None = Field(default=None, max_length=100)
    authority_uscc: str | None = Field(default=None, max_length=18)
    decided_on: date | None = None
    served_on: date | None = None
    final_on: date | None = None
    catalogue_item: str | None = Field(default=None, max_length=40)

    def wanted(self) -> dict[str, Any]:
        """The members that were given, and the emptied ones as None."""
        names = [name for name in Members.model_fields if name != "cleared"]
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        return given | {name: None for name in self.cleared if name not in given}


@dataclass(frozen=True)
class Amended:
    """An entry as it would read: its members that differ, and why it may be shown until then."""

    members: dict[str, Any]
    display_until: date | None
    rule: dict[str, Any]


async def considered(entry: Entry, key: Key, new: Members, kind: ChangeKind, *, now: datetime) -> Amended:
    """Judge a change without making it; raises `Invalid` with every fault beside its field."""
    standing = await Standing.of(entry)
    before = members_of(entry, key)
    wanted = {name: value for name, value in new.wanted().items() if before.get(name) != value or name in FIXED}
    require_changeable(entry, standing, wanted, kind)
    after = proposed(entry, before, wanted, standing.kind)
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
    changed = {name: value for name, value in wanted.items() if name in before and name not in FIXED}
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
        kind,
        law.item_for(kind.code, after.severity),
        decided_on=entry.decided_on,
        final_on=entry.final_on or entry.decided_on,
        conduct_ended_on=after.conduct_ended_on,
        sanction_to=after.sanction_to,
    )


def rule_of(entry: Entry, kind: RecordType, law: Edition, after: Draft, until: date | None) -> dict[str, Any]:
    """What the display period rests on, for the journal."""
    item = law.item_for(kind.code, after.severity)
    return {
        "edition": entry.edition,
        "policy": policy.in_force(entry.decided_on).code,
        "display": kind.display.model_dump(mode="json", exclude_none=True) if kind.display else None,
        "retention_months": kind.retention.months if kind.retention else None,
        "item": item.code if item else None,
        "item_months": item.max_display_months if item else None,
        "before": entry.display_until.isoformat() if entry.display_until else None,
        "after": until.isoformat() if until else None,
    }


async def amend(entry: Entry, key: Key, amended: Amended, kind: ChangeKind, *, now: datetime) -> list[str]:
    """Keep what the entry said, and let it read as considered; returns the columns that the caller has to write."""
    before = members_of(entry, key)
    former = before | {"display_until": entry.display_until, "final_on": entry.final_on}
    version = Version(entry_id=entry.id, version=entry.version, kind=kind, until=now)
    version.sealed = key.seal_json(former, place=f"entries_version.sealed:{version.id}")
    await version.save(force_create=True)
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
