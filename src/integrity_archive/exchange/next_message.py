"""What an entry has to say next to a platform, given what was accepted there (PPG/1.0 §3.4, §4). Pure."""

from dataclasses import dataclass
from typing import Any

from integrity_archive.exchange import wire
from integrity_archive.exchange.entry_form import GROUPS, REST, Fault

Entry = dict[str, Any]
# §4: what may change under which reason, and what never may; the first that applies is the main ground.
GROUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("IDENTITY_CHANGED", ("subject.name", "subject.id_type", "subject.id_no", "subject.birth_date")),
    ("SANCTION_LIFTED", ("sanction.lifted_on",)),
    ("STATEMENT_ADDED", ("statement",)),
    ("PERIOD_CHANGED", ("display_until", "publish")),
)
FIXED = (
    "catalogue_item",
    "record_type",
    "document.no",
    "document.authority_uscc",
    "document.decided_on",
    "document.served_on",
    "document.final_on",
)


@dataclass(frozen=True)
class Accepted:
    """The last message the platform accepted."""

    seq: int
    payload: Entry


@dataclass(frozen=True)
class Message:
    """The next one; `broken` are fixed members that changed, for which only a withdrawal and a new entry would do."""

    payload: Entry
    broken: list[Fault]


def next_message(number: str, members: Entry, accepted: Accepted | None, *, ended: str | None = None) -> Message | None:
    """The message that brings the platform up to date, or None if it is, or if the entry is closed there.

    `ended`: why the entry is to be shown no more (§4.2); what was never accepted is then not sent at all.
    """
    if accepted is None:
        return None if ended else Message(whole(number, members, 1, "A", None, None), [])
    before = accepted.payload
    if before["op"] == "W":
        return None
    if ended:
        return Message(withdrawal(number, accepted, ended), [])
    if all(before[name] == value for name, value in members.items()):
        return None
    broken = [Fault("E5002", path) for path in FIXED if at(before, path) != at(members, path)]
    payload = whole(number, members, accepted.seq + 1, "U", ground(before, members), before["payload_hash"])
    return Message(payload, broken)


def withdrawal(number: str, accepted: Accepted, reason: str) -> Entry:
    """A W says nothing of the entry but which one it was (§4)."""
    before = accepted.payload
    known = {name: before[name] for name in ("catalogue_item", "record_type")}
    silent = dict.fromkeys([*GROUPS, *REST])
    return whole(number, known | silent, accepted.seq + 1, "W", reason, before["payload_hash"])


def whole(number: str, members: Entry, seq: int, op: str, reason: str | None, prev_hash: str | None) -> Entry:
    """The full entry object with its hash."""
    entry = {"entry_no": number, "seq": seq, "op": op, "reason": reason, **members, "prev_hash": prev_hash}
    return entry | {"payload_hash": wire.payload_hash(entry)}


def ground(before: Entry, after: Entry) -> str:
    """The main ground of an update (§4.2)."""
    if before["objection"] != after["objection"]:
        return "OBJECTION_OPENED" if after["objection"] == "OPEN" else "OBJECTION_CLOSED"
    changed = (reason for reason, paths in GROUNDS if any(at(before, path) != at(after, path) for path in paths))
    return next(changed, "CORRECTION")


def at(entry: Entry, path: str) -> Any:
    group, _, name = path.rpartition(".")
    inside = entry[group] if group else entry
    return inside[name] if inside else None
