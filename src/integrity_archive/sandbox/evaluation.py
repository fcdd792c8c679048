"""Stages 2 to 5 of the evaluation of one entry (PPG/1.0 §3.4, §4.3), and what its acceptance changes.

E5003 does not occur: this province has one sender.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from integrity_archive.sandbox.codes import Fault
from integrity_archive.sandbox.documents import come_of_age, credit_code_fits, identity_faults, months_later
from integrity_archive.sandbox.form import Entry, form_faults
from integrity_archive.sandbox.holdings import Holdings, Standing
from integrity_archive.sandbox.register import Register

REASONS: dict[str, set[str | None]] = {
    "A": {None},
    "U": {
        "CORRECTION",
        "OBJECTION_OPENED",
        "OBJECTION_CLOSED",
        "STATEMENT_ADDED",
        "SANCTION_LIFTED",
        "PERIOD_CHANGED",
        "IDENTITY_CHANGED",
    },
    "W": {
        "REVOKED",
        "WRONG_SUBJECT",
        "EXPIRED",
        "REPAIRED",
        "NOT_CATALOGUED",
        "MINOR",
        "DUPLICATE",
        "SUBJECT_RIGHT",
    },
}
FIXED = ("document.no", "document.authority_uscc")
IDENTITY = ("subject.name", "subject.id_type", "subject.id_no", "subject.birth_date")
LONG_NUMBER = re.compile(r"(?<![0-9])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{16,19})(?![0-9])")
PROHIBITED = re.compile("宗教信仰|基因|指纹|血型|病史")


@dataclass(frozen=True)
class Verdict:
    """What becomes of an entry; `repeated` is an ACCEPTED without effect."""

    faults: list[Fault]
    repeated: bool = False


@dataclass(frozen=True)
class Rules:
    """What the evaluation looks things up in. `marking_key` keys the hashes of unchangeable values."""

    catalogue: dict[str, dict[str, Any]]
    register: Register
    marking_key: bytes


def judge(entry: Entry, *, sender: str, permitted: set[str], holdings: Holdings, rules: Rules, today: date) -> Verdict:
    """The first failing stage decides (§3.4). `permitted` are the catalogue items of the sending unit."""
    if faults := form_faults(entry, sender):
        return Verdict(faults)
    standing = holdings.entries.get(entry["entry_no"])
    last_seq = standing.last.seq if standing else 0
    if standing and entry["seq"] <= last_seq:
        repeated = any(
            (done.seq, done.payload_hash) == (entry["seq"], entry["payload_hash"]) for done in standing.accepted
        )
        return Verdict([], repeated=True) if repeated else Verdict([Fault("E2002", "seq")])
    if fault := _order(entry, standing, holdings):
        return Verdict([fault])
    if faults := list(_operation(entry, standing, permitted, rules)):
        return Verdict(faults)
    if entry["op"] == "W":
        return Verdict([])
    return Verdict(_person(entry, rules) or list(_content(entry, rules, today)))


def _order(entry: Entry, standing: Standing | None, holdings: Holdings) -> Fault | None:
    if entry["entry_no"] in holdings.unresolved:
        return Fault("E2007", None)
    if standing is None:
        return None if entry["op"] == "A" else Fault("E2003", "entry_no")
    if standing.last.op == "W":
        return Fault("E2006", None)
    if entry["seq"] > standing.last.seq + 1:
        return Fault("E2004", "seq")
    return Fault("E2005", "prev_hash") if entry["prev_hash"] != standing.last.payload_hash else None


def _operation(entry: Entry, standing: Standing | None, permitted: set[str], rules: Rules) -> Iterator[Fault]:
    if entry["reason"] not in REASONS[entry["op"]]:
        yield Fault("E5001", "reason")
    if standing:
        yield from (Fault("E5002", path) for path in _changed(entry, standing, rules))
    if entry["op"] != "W" and entry["catalogue_item"] not in permitted:
        yield Fault("E1006", "catalogue_item")


def _changed(entry: Entry, standing: Standing, rules: Rules) -> Iterator[str]:
    if entry["catalogue_item"] != standing.catalogue_item:
        yield "catalogue_item"
    if entry["record_type"] != standing.record_type:
        yield "record_type"
    present = marks(entry, rules)
    watched = FIXED if entry["reason"] == "IDENTITY_CHANGED" else FIXED + IDENTITY
    yield from (path for path in watched if path in present and present[path] != standing.marks[path])


def marks(entry: Entry, rules: Rules) -> dict[str, str]:
    """Keyed hashes of the values that must not change; none for a W, which states none."""
    if entry["op"] == "W":
        return {}
    found = {}
    for path in FIXED + IDENTITY:
        group, name = path.split(".")
        value = str(entry[group][name]).encode()
        found[path] = blake2b(value, key=rules.marking_key, digest_size=12).hexdigest()
    return found


def _person(entry: Entry, rules: Rules) -> list[Fault]:
    subject = entry["subject"]
    faults, born = identity_faults(subject)
    acted = date.fromisoformat(entry["conduct"]["ended_on"] or entry["document"]["decided_on"])
    if born and come_of_age(born) > acted:
        faults.append(Fault("E3005", "conduct.ended_on"))
    return faults or rules.register.faults(subject["id_no"], subject["name"])


def _content(entry: Entry, rules: Rules, today: date) -> Iterator[Fault]:
    document = entry["document"]
    item = rules.catalogue.get(entry["catalogue_item"])
    if item is None:
        yield Fault("E4001", "catalogue_item")
    else:
        if not entry["record_type"].startswith(tuple(item["record_types"])):
            yield Fault("E4001", "record_type")
        if entry["publish"] and item["display_mode"] != "PUBLISH":
            yield Fault("E4001", "publish")
    if document["no"] is None:
        yield Fault("E4002", "document.no")
    if not credit_code_fits(document["authority_uscc"]):
        yield Fault("E4003", "document.authority_uscc")
    yield from _dates(entry, item["max_display_months"] if item else None, today)
    sanction = entry["sanction"] or {"text": None}
    for path, text in (
        ("document.title", document["title"]),
        ("conduct.summary", entry["conduct"]["summary"]),
        ("sanction.text", sanction["text"]),
        ("statement", entry["statement"]),
    ):
        if text and (LONG_NUMBER.search(text) or PROHIBITED.search(text)):
            yield Fault("E4008", path)


def _dates(entry: Entry, most_months: int | None, today: date) -> Iterator[Fault]:
    """E4004 to E4007. Dates in `YYYY-MM-DD` compare as texts."""
    document, now = entry["document"], today.isoformat()
    decided, served, final = document["decided_on"], document["served_on"], document["final_on"]
    ended, shown, told = entry["conduct"]["ended_on"], entry["display_until"], entry["subject_notified_at"]
    if final is None or final > now:
        yield Fault("E4004", "document.final_on")
    if decided > now or decided > served:
        yield Fault("E4005", "document.decided_on")
    if final is not None and served > final:
        yield Fault("E4005", "document.served_on")
    if ended is not None and ended > now:
        yield Fault("E4005", "conduct.ended_on")
    start = ended or final
    if shown is None:
        if most_months is not None:
            yield Fault("E4006", "display_until")
    elif shown < now or (most_months is not None and start and shown > _latest(start, most_months)):
        yield Fault("E4006", "display_until")
    if told is None or told > now:
        yield Fault("E4007", "subject_notified_at")


def _latest(start: str, months: int) -> str:
    return months_later(date.fromisoformat(start), months).isoformat()
