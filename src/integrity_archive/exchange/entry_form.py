"""The form of an entry: the table of PPG/1.0 §4 and the string rules of §2. Pure.

The platform rejects what breaks it with E2001; the sender looks first, so that a person mends it here.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from integrity_archive.exchange import wire

Entry = dict[str, Any]
MALFORMED = "E2001"

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
UNSEEN_BUT_LF = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
BLANKS = (" ", "\u3000")


class Fault(NamedTuple):
    """A code of §5 and the path of §4 it concerns; None for the entry as a whole."""

    code: str
    field: str | None


class Rule(NamedTuple):
    """What a value must be, and whether null is a value, or has a code of its own in a later stage."""

    fits: Callable[[Any], bool]
    nullable: bool = False


def well_formed_text(value: Any, *, most: int, lines: bool = False) -> bool:
    """§2: NFC, not empty, no blank at either end, no control character; lengths count code points."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= most
        and not value.startswith(BLANKS)
        and not value.endswith(BLANKS)
        and not (UNSEEN_BUT_LF if lines else UNSEEN).search(value)
        and unicodedata.is_normalized("NFC", value)
    )


def _text(most: int, *, lines: bool = False, nullable: bool = False) -> Rule:
    return Rule(lambda value: well_formed_text(value, most=most, lines=lines), nullable)


def _pattern(pattern: str, *, nullable: bool = False) -> Rule:
    whole = re.compile(pattern)
    return Rule(lambda value: isinstance(value, str) and whole.fullmatch(value) is not None, nullable)


def _one_of(*words: str, nullable: bool = False) -> Rule:
    return Rule(lambda value: isinstance(value, str) and value in words, nullable)


def _day(*, nullable: bool = False) -> Rule:
    return Rule(lambda value: day_in(value) is not None, nullable)


def day_in(value: Any) -> date | None:
    """The date in `YYYY-MM-DD`; None for anything else."""
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


HASH = "[0-9a-f]{64}"
# Every entry has these; the others are null in a W.
ALWAYS = {
    "entry_no": _pattern("[0-9A-HJ-NPQRTUWXY]{18}-[0-9]{4}-[0-9]{10}"),
    "seq": Rule(lambda value: type(value) is int and 1 <= value <= 999_999),
    "op": _one_of("A", "U", "W"),
    "reason": _text(40, nullable=True),  # missing or of another op: E5001
    "catalogue_item": _pattern("[A-Z0-9-]{3,40}"),
    "record_type": _pattern("[SPA][NPI]-[A-Z]{3}-[0-9]{2,4}"),
    "prev_hash": _pattern(HASH, nullable=True),
    "payload_hash": _pattern(HASH),
}
SUBJECT = {
    "name": _text(100),
    "id_type": _text(32),
    "id_no": _text(32),
    "birth_date": _day(nullable=True),  # required or not: E3001
    "verified": _one_of("POPULATION_DB", "DOCUMENT_SEEN"),
}
DOCUMENT = {
    "no": _text(100, nullable=True),  # null: E4002
    "title": _text(200),
    "authority": _text(200),
    "authority_uscc": _pattern("[0-9A-HJ-NPQRTUWXY]{18}"),
    "decided_on": _day(),
    "served_on": _day(),
    "final_on": _day(nullable=True),  # null: E4004
}
CONDUCT = {"summary": _text(500, lines=True), "ended_on": _day(nullable=True)}
SANCTION = {
    "kind": _pattern("[A-Z][A-Z0-9_]{1,39}"),
    "text": _text(200, nullable=True),
    "from": _day(nullable=True),
    "to": _day(nullable=True),
    "lifted_on": _day(nullable=True),
}
GROUPS = {"subject": SUBJECT, "document": DOCUMENT, "conduct": CONDUCT, "sanction": SANCTION}
REST = {
    "severity": _one_of("MINOR", "GENERAL", "SERIOUS", nullable=True),
    "display_until": _day(nullable=True),
    "publish": Rule(lambda value: type(value) is bool),
    "objection": _one_of("NONE", "OPEN", "UNRESOLVED"),
    "statement": _text(500, lines=True, nullable=True),
    "subject_notified_at": _day(nullable=True),  # null: E4007
}
MEMBERS = {*ALWAYS, *GROUPS, *REST}


def form_faults(entry: Entry, *, sender: str) -> list[Fault]:
    """Every fault of form; `sender` is the USCC of the unit that sends."""
    paths = list(_member_faults(entry))
    if not paths:
        paths = list(_contradictions(entry, sender))
    return [Fault(MALFORMED, path) for path in paths]


def _member_faults(entry: Entry) -> Iterator[str | None]:
    if entry.keys() - MEMBERS:
        yield None  # a member the contract does not know has no path
    yield from _wrong(entry, ALWAYS)
    if entry.get("op") == "W":
        yield from (name for name in (*GROUPS, *REST) if name not in entry or entry[name] is not None)
        return
    for name, rules in GROUPS.items():
        group = entry.get(name, ...)
        if isinstance(group, dict):
            if group.keys() - rules.keys():
                yield name
            yield from _wrong(group, rules, prefix=f"{name}.")
        elif group is not None or name != "sanction":
            yield name
    yield from _wrong(entry, REST)


def _wrong(members: Entry, rules: dict[str, Rule], prefix: str = "") -> Iterator[str]:
    for name, rule in rules.items():
        value = members.get(name, ...)
        if value is None:
            if not rule.nullable:
                yield prefix + name
        elif not rule.fits(value):
            yield prefix + name


def _contradictions(entry: Entry, sender: str) -> Iterator[str]:
    """What the table asks of members together, once each is well formed by itself."""
    first = entry["seq"] == 1
    if not entry["entry_no"].startswith(f"{sender}-"):
        yield "entry_no"
    if (entry["op"] == "A") != first:
        yield "op"
    if (entry["prev_hash"] is None) != first:
        yield "prev_hash"
    if wire.payload_hash(entry) != entry["payload_hash"]:
        yield "payload_hash"
    if entry["op"] == "W":
        return
    polarity = entry["record_type"][1]
    if (entry["severity"] is not None) != (polarity == "N"):
        yield "severity"
    if polarity == "N" and entry["display_until"] is None:
        yield "display_until"
    final_on = entry["document"]["final_on"]
    if polarity == "P" and final_on is not None and final_on != entry["document"]["decided_on"]:
        yield "document.final_on"
