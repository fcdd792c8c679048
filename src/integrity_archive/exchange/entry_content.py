"""What an entry may say: PPG/1.0 §4.1 to §4.3, checked here before the platform checks it again. Pure.

Left to the platform: the population register, which authorities it knows, duplicates of other senders, and order.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from integrity_archive.accounts.uscc import check_character
from integrity_archive.catalogue.periods import months_after
from integrity_archive.exchange.entry_form import Entry, Fault, day_in, form_faults
from integrity_archive.people import identity

ADULT = 18  # §4.3 E3005
REASONS: Mapping[str, frozenset[str | None]] = {
    "A": frozenset({None}),
    "U": frozenset(
        {
            "CORRECTION",
            "OBJECTION_OPENED",
            "OBJECTION_CLOSED",
            "STATEMENT_ADDED",
            "SANCTION_LIFTED",
            "PERIOD_CHANGED",
            "IDENTITY_CHANGED",
        }
    ),
    "W": frozenset(
        {
            "REVOKED",
            "WRONG_SUBJECT",
            "EXPIRED",
            "REPAIRED",
            "NOT_CATALOGUED",
            "MINOR",
            "DUPLICATE",
            "SUBJECT_RIGHT",
        }
    ),
}
NUMBERS = re.compile(r"(?<![0-9])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{16,19})(?![0-9])")
FORBIDDEN_WORDS = ("宗教信仰", "基因", "指纹", "血型", "病史")  # 征信业管理条例 14; §4.3 E4008


class Item(NamedTuple):
    """What the platform's catalogue edition says of one item (§3.5); `max_display_months` None is unlimited."""

    record_types: tuple[str, ...]
    display_mode: str
    max_display_months: int | None


def faults(entry: Entry, *, sender: str, items: Mapping[str, Item], today: date) -> list[Fault]:
    """Every reason to reject `entry` that can be known here; form first, and alone if it is broken.

    `sender` is the USCC of the unit, `items` the catalogue edition in force at the platform by item code.
    """
    return form_faults(entry, sender=sender) or [
        *_operation(entry),
        *([] if entry["op"] == "W" else [*_person(entry), *_content(entry, items, today)]),
    ]


def _operation(entry: Entry) -> Iterator[Fault]:
    if entry["reason"] not in REASONS[entry["op"]]:
        yield Fault("E5001", "reason")


def _person(entry: Entry) -> Iterator[Fault]:
    subject = entry["subject"]
    if subject["id_type"] not in set(identity.DocumentKind):
        yield Fault("E3006", "subject.id_type")
        return
    kind, number = identity.DocumentKind(subject["id_type"]), subject["id_no"]
    if not identity.FORMS[kind].fullmatch(number):
        yield Fault("E3001", "subject.id_no")
        return
    digits = identity.birth_in(kind, number)
    if digits is None:
        born = day_in(subject["birth_date"])
        if born is None:
            yield Fault("E3001", "subject.birth_date")
    else:
        born = day_in(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
        if born is None or number[-1] != identity.check_character(number[:17]):
            yield Fault("E3001", "subject.id_no")
        if subject["birth_date"] is not None:
            yield Fault("E3001", "subject.birth_date")
    conduct = day_in(entry["conduct"]["ended_on"]) or date.fromisoformat(entry["document"]["decided_on"])
    if born and not identity.adult_on(born, conduct, age=ADULT):
        yield Fault("E3005", "conduct.ended_on")


def _content(entry: Entry, items: Mapping[str, Item], today: date) -> Iterator[Fault]:
    document = entry["document"]
    item = items.get(entry["catalogue_item"])
    if item is None:
        yield Fault("E4001", "catalogue_item")
    else:
        if not entry["record_type"].startswith(item.record_types):
            yield Fault("E4001", "record_type")
        if entry["publish"] and item.display_mode != "PUBLISH":
            yield Fault("E4001", "publish")
    if document["no"] is None:
        yield Fault("E4002", "document.no")
    authority = document["authority_uscc"]
    if authority[-1] != check_character(authority[:17]):
        yield Fault("E4003", "document.authority_uscc")
    yield from _dates(entry, item, today)
    for path in ("document.title", "conduct.summary", "sanction.text", "statement"):
        text = _at(entry, path)
        if text and (NUMBERS.search(text) or any(word in text for word in FORBIDDEN_WORDS)):
            yield Fault("E4008", path)


def _dates(entry: Entry, item: Item | None, today: date) -> Iterator[Fault]:
    document = entry["document"]
    decided, served, final = (day_in(document[name]) for name in ("decided_on", "served_on", "final_on"))
    ended, shown, told = (
        day_in(_at(entry, path)) for path in ("conduct.ended_on", "display_until", "subject_notified_at")
    )
    assert decided and served
    if final is None or final > today:
        yield Fault("E4004", "document.final_on")
    if decided > today or decided > served:
        yield Fault("E4005", "document.decided_on")
    if final is not None and served > final:
        yield Fault("E4005", "document.served_on")
    if ended is not None and ended > today:
        yield Fault("E4005", "conduct.ended_on")
    most = item.max_display_months if item else None
    if shown is None:
        if most is not None:
            yield Fault("E4006", "display_until")
    elif shown < today or (most is not None and (begin := ended or final) and shown > months_after(begin, most)):
        yield Fault("E4006", "display_until")
    if told is None or told > today:
        yield Fault("E4007", "subject_notified_at")


def _at(entry: Entry, path: str) -> str | None:
    group, _, name = path.rpartition(".")
    members = entry[group] if group else entry
    value: str | None = members[name] if members else None
    return value
