"""Stage 1 of the evaluation (PPG/1.0 §3.4): the table of §4 and the strings of §2. Reports every fault."""

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from integrity_archive import guomi
from integrity_archive.sandbox.codes import Fault
from integrity_archive.sandbox.moments import is_date

Entry = dict[str, Any]
Test = Callable[[Any], bool]

ENTRY_NO = re.compile("[0-9A-HJ-NPQRTUWXY]{18}-[0-9]{4}-[0-9]{10}")
HASH = re.compile("[0-9a-f]{64}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL_BUT_LF = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def text(most: int, *, line_feeds: bool = False) -> Test:
    """A string of §2 with at most so many code points."""
    control = CONTROL_BUT_LF if line_feeds else CONTROL

    def fits(value: Any) -> bool:
        if not isinstance(value, str) or not 0 < len(value) <= most:
            return False
        if value[0] in " \u3000" or value[-1] in " \u3000" or control.search(value):
            return False
        return value.isascii() or unicodedata.is_normalized("NFC", value)

    return fits


def shaped(pattern: re.Pattern[str] | str) -> Test:
    """A string that the pattern matches as a whole."""
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def among(*words: str) -> Test:
    """One of a closed list."""
    return lambda value: isinstance(value, str) and value in words


def or_null(test: Test) -> Test:
    """Null is allowed here, or has a code of its own in a later stage."""
    return lambda value: value is None or test(value)


def is_sequence_number(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 999_999


HEAD: list[tuple[str, Test]] = [
    ("entry_no", shaped(ENTRY_NO)),
    ("seq", is_sequence_number),
    ("op", among("A", "U", "W")),
    ("reason", or_null(text(40))),
    ("catalogue_item", shaped("[A-Z0-9-]{3,40}")),
    ("record_type", shaped("[SPA][NPI]-[A-Z]{3}-[0-9]{2,4}")),
    ("prev_hash", or_null(shaped(HASH))),
    ("payload_hash", shaped(HASH)),
]
GROUPS: dict[str, list[tuple[str, Test]]] = {
    "subject": [
        ("name", text(100)),
        ("id_type", text(32)),
        ("id_no", text(32)),
        ("birth_date", or_null(is_date)),
        ("verified", among("POPULATION_DB", "DOCUMENT_SEEN")),
    ],
    "document": [
        ("no", or_null(text(100))),
        ("title", text(200)),
        ("authority", text(200)),
        ("authority_uscc", shaped("[0-9A-HJ-NPQRTUWXY]{18}")),
        ("decided_on", is_date),
        ("served_on", is_date),
        ("final_on", or_null(is_date)),
    ],
    "conduct": [("summary", text(500, line_feeds=True)), ("ended_on", or_null(is_date))],
    "sanction": [
        ("kind", shaped("[A-Z][A-Z0-9_]{1,39}")),
        ("text", or_null(text(200))),
        ("from", or_null(is_date)),
        ("to", or_null(is_date)),
        ("lifted_on", or_null(is_date)),
    ],
}
TAIL: list[tuple[str, Test]] = [
    ("severity", or_null(among("MINOR", "GENERAL", "SERIOUS"))),
    ("display_until", or_null(is_date)),
    ("publish", lambda value: type(value) is bool),
    ("objection", among("NONE", "OPEN", "UNRESOLVED")),
    ("statement", or_null(text(500, line_feeds=True))),
    ("subject_notified_at", or_null(is_date)),
]
MEMBERS = {name for name, _ in HEAD + TAIL} | GROUPS.keys()
GROUP_MEMBERS = {group: {name for name, _ in members} for group, members in GROUPS.items()}


def identifiable(entry: Any) -> bool:
    """§3.3: without these three an element makes the whole batch malformed."""
    return isinstance(entry, dict) and all(
        test(entry.get(name)) for name, test in HEAD if name in ("entry_no", "seq", "payload_hash")
    )


def form_faults(entry: Entry, sender: str) -> list[Fault]:
    """Every fault of form of an identifiable entry; `sender` is the USCC of the sending unit."""
    wrong: list[str | None] = [None] if entry.keys() - MEMBERS else []
    wrong += [name for name, test in HEAD if not (name in entry and test(entry[name]))]
    if entry.get("op") == "W":
        wrong += [name for name in (*GROUPS, *(name for name, _ in TAIL)) if entry.get(name, ...) is not None]
    else:
        for group in GROUPS:
            wrong += _group_faults(group, entry.get(group, ...))
        wrong += [name for name, test in TAIL if not (name in entry and test(entry[name]))]
    if not wrong:
        wrong += _together(entry)
    if not entry["entry_no"].startswith(sender + "-"):
        wrong.append("entry_no")
    if not hash_fits(entry):
        wrong.append("payload_hash")
    return [Fault("E2001", path) for path in wrong]


def _group_faults(group: str, value: Any) -> list[str | None]:
    if value is None and group == "sanction":
        return []
    if not isinstance(value, dict):
        return [group]
    wrong: list[str | None] = [group] if value.keys() - GROUP_MEMBERS[group] else []
    return wrong + [f"{group}.{name}" for name, test in GROUPS[group] if not (name in value and test(value[name]))]


def _together(entry: Entry) -> list[str | None]:
    wrong: list[str | None] = []
    first = entry["seq"] == 1
    if (entry["op"] == "A") is not first:
        wrong.append("op")
    if (entry["prev_hash"] is None) is not first:
        wrong.append("prev_hash")
    if entry["op"] == "W":
        return wrong
    negative, positive = (entry["record_type"][1] == letter for letter in "NP")
    document = entry["document"]
    if (entry["severity"] is not None) is not negative:
        wrong.append("severity")
    if negative and entry["display_until"] is None:
        wrong.append("display_until")
    if positive and document["final_on"] not in (None, document["decided_on"]):
        wrong.append("document.final_on")
    return wrong


def hash_fits(entry: Entry) -> bool:
    """Whether `payload_hash` is that of the entry. What `json.dumps` writes here is JCS if the entry is well formed."""
    bare = {name: value for name, value in entry.items() if name != "payload_hash"}
    written = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return bool(guomi.sm3_hex(written.encode("utf-8")) == entry["payload_hash"])
    except UnicodeEncodeError:  # a lone surrogate
        return False
