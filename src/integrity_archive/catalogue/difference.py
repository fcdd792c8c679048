"""What changes from one edition of the catalogue to another, member by member. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from integrity_archive.catalogue.record_types import Edition

ROWS = frozenset({"items", "record_types"})
Members = Mapping[str, tuple[Any, Any]]  # by name: what it was, what it becomes


@dataclass(frozen=True)
class Rows:
    """The codes that come and go, and what changes in those that stay."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: Mapping[str, Members] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class Difference:
    """From the edition `old` (None: there was none) to the edition `new`."""

    old: str | None
    new: str
    head: Members
    items: Rows
    record_types: Rows

    def lines(self) -> Iterator[str]:
        """One line for each change, for a terminal: + comes, - goes, ~ changes."""
        for member, change in self.head.items():
            yield f"~ {member}: {told(change)}"
        for rows in (self.items, self.record_types):
            yield from (f"+ {code}" for code in rows.added)
            yield from (f"- {code}" for code in rows.removed)
            for code, members in rows.changed.items():
                yield from (f"~ {code} {member}: {told(change)}" for member, change in members.items())


def compare(old: Edition | None, new: Edition) -> Difference:
    before, after = old.model_dump(mode="json") if old else {}, new.model_dump(mode="json")
    return Difference(
        old.code if old else None,
        new.code,
        changed({k: v for k, v in before.items() if k not in ROWS}, {k: v for k, v in after.items() if k not in ROWS}),
        rows(before.get("items", ()), after["items"]),
        rows(before.get("record_types", ()), after["record_types"]),
    )


def concerned(difference: Difference, old: Edition, new: Edition) -> set[str]:
    """The codes of the record types whose entries may be judged otherwise."""
    items = {*difference.items.added, *difference.items.removed, *difference.items.changed}
    held = {kind.code for one in (old, new) for kind in one.record_types if kind.catalogue_item in items}
    return held | {*difference.record_types.removed, *difference.record_types.changed}


def rows(before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]]) -> Rows:
    was, becomes = ({row["code"]: row for row in each} for each in (before, after))
    stay = {code: changed(was[code], becomes[code]) for code in was if code in becomes}
    return Rows(
        tuple(code for code in becomes if code not in was),
        tuple(code for code in was if code not in becomes),
        {code: members for code, members in stay.items() if members},
    )


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Members:
    """The members that differ; where a table stands in a member, only what differs in it (`display.months`)."""
    found: dict[str, tuple[Any, Any]] = {}
    for name in (*before, *(name for name in after if name not in before)):
        was, becomes = before.get(name), after.get(name)
        if isinstance(was, Mapping) and isinstance(becomes, Mapping):
            found |= {f"{name}.{inner}": change for inner, change in changed(was, becomes).items()}
        elif was != becomes:
            found[name] = (was, becomes)
    return found


def told(change: tuple[Any, Any]) -> str:
    was, becomes = ("∅" if value is None else str(value) for value in change)
    return f"{was} → {becomes}"
