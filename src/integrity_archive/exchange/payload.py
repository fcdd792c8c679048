"""The entry object of PPG/1.0 §4 out of what we hold: many entries in one query, each opened with its own keys."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from integrity_archive.catalogue import edition as catalogue
from integrity_archive.catalogue.record_types import CatalogueItem, DisplayMode, Polarity, RecordType, Severity
from integrity_archive.database import rows
from integrity_archive.entries.kinds import Ending, Objection
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.statements import TRAVELLING, travelling
from integrity_archive.entries.visibility import over
from integrity_archive.people.identity import DocumentKind, birth_in
from integrity_archive.sealing import Key, vault

HELD = f"""
select e.*, ek.wrapped as entry_wrapped, p.key_id as person_key, pk.wrapped as person_wrapped,
    p.sealed as person_sealed, p.verified, i.id as identifier, i.kind as id_type, i.sealed as id_sealed,
    s.id as statement, s.sealed as said, s.passed_on, s.held_back
from entries_entry e
join sealing_key ek on ek.id = e.key_id
join people_person p on p.id = e.person_id
join sealing_key pk on pk.id = p.key_id
join people_identifier i on i.person_id = p.id and i.current
{TRAVELLING}where e.id = any($1::uuid[]) and length(ek.wrapped) > 0
"""
LONGEST_STATEMENT = 500  # §4
BY_STATE = {
    State.WITHDRAWN: Ending.SUBJECT_RIGHT,  # only after its service was void: the person's time had run anew
    State.EXPIRED: Ending.EXPIRED,
    State.REPAIRED: Ending.REPAIRED,
    State.REVOKED: Ending.REVOKED,
}


@dataclass(frozen=True)
class Image:
    """What an entry says now: the members of §4 that do not depend on its place in the sequence.

    `ended`: why it may be shown no more, in the words of §4.2; it then has neither item nor members.
    """

    entry: UUID
    person: UUID
    organisation: UUID
    number: str  # our own entry number; on the wire its first 18 characters are the sending unit's
    key: Key
    item: CatalogueItem | None
    members: dict[str, Any]
    ended: Ending | None = None
    suspended: bool = False


async def images(entries: Iterable[UUID], *, today: date) -> dict[UUID, Image]:
    """The images of those entries that may be pushed on that day; the others are absent."""
    return {id: image for id, image in (await every_image(entries, today=today)).items() if not image.ended}


async def every_image(entries: Iterable[UUID], *, today: date) -> dict[UUID, Image]:
    """The images of all these entries, of the ended ones too; absent is only what has been erased."""
    found = {}
    for row in await rows(HELD, [list(entries)]):
        kind = pushable(row, today=today)
        found[row["id"]] = image(row, *kind) if kind else ended_image(row, why_ended(row, today=today))
    return found


def pushable(row: dict[str, Any], *, today: date) -> tuple[RecordType, CatalogueItem] | None:
    """The record type and the item under which an entry may be passed on.

    It needs an item in the edition in force, effect and finality, a period of display that has not run out, a person
    who was told, and for a merit that needs it consent.
    """
    edition = catalogue.current(today)
    known = {kind.code: kind for kind in edition.record_types}
    kind = known.get(row["record_type"])
    if kind is None or row["state"] != State.EFFECTIVE or row["final_on"] is None:
        return None
    if over(State.EFFECTIVE, row["display_until"], on=today):
        return None
    item = edition.item_for(kind.code, Severity(row["severity"]) if row["severity"] else None)
    told = row["told_on"] or row["consented_on"]
    if item is None or told is None or (kind.consent_needed and row["consented_on"] is None):
        return None
    return kind, item


def why_ended(row: dict[str, Any], *, today: date) -> Ending:
    """Why an entry that may not be passed on has to be withdrawn where it was: the W reason of §4.2."""
    state = State(row["state"])
    if over(state, row["display_until"], on=today):
        return Ending(row["ended_because"]) if row["ended_because"] else BY_STATE.get(state, Ending.EXPIRED)
    if state is not State.EFFECTIVE:
        return Ending.SUBJECT_RIGHT  # its service was void: the person's time runs anew
    told = row["told_on"] or row["consented_on"]
    known = {kind.code: kind for kind in catalogue.current(today).record_types}
    consent_gone = row["record_type"] in known and known[row["record_type"]].consent_needed and not row["consented_on"]
    return Ending.SUBJECT_RIGHT if consent_gone or told is None else Ending.NOT_CATALOGUED


def ended_image(row: dict[str, Any], why: Ending) -> Image:
    key = vault().unwrap(row["key_id"], row["entry_wrapped"])
    return Image(row["id"], row["person_id"], row["organisation_id"], row["number"], key, None, {}, ended=why)


def image(row: dict[str, Any], kind: RecordType, item: CatalogueItem) -> Image:
    key = vault().unwrap(row["key_id"], row["entry_wrapped"])
    told = row["told_on"] or row["consented_on"]
    facts = key.open_json(row["sealed"], place=f"entries_entry.sealed:{row['id']}")
    said = travelling(row["statement"], row["said"], row["passed_on"], row["held_back"], key)
    served, final = row["served_on"], row["final_on"]
    if kind.polarity is Polarity.POSITIVE:
        # final_on = decided_on (§4), and between the two E4005 leaves only that day for the service
        served = final = row["decided_on"]
    members = {
        "catalogue_item": item.code,
        "record_type": kind.code,
        "subject": subject(row),
        "document": {
            "no": text(facts["document_no"]),
            "title": text(facts["document_title"]),
            "authority": text(facts["authority"]),
            "authority_uscc": row["authority_uscc"],
            "decided_on": day(row["decided_on"]),
            "served_on": day(served),
            "final_on": day(final),
        },
        "conduct": {"summary": text(facts["summary"]), "ended_on": day(row["conduct_ended_on"])},
        "sanction": sanction(row, facts),
        "severity": row["severity"] if kind.polarity is Polarity.NEGATIVE else None,
        "display_until": day(row["display_until"]),
        "publish": kind.publishable and item.display_mode is DisplayMode.PUBLISH,  # else E4001
        # the contract has no mark for an appeal: until it is concluded the entry is contested there as well
        "objection": Objection.OPEN if row["suspended"] else row["objection"],
        "statement": text(fitting(said)),
        "subject_notified_at": day(told),
    }
    place = (row["id"], row["person_id"], row["organisation_id"], row["number"])
    return Image(*place, key, item, members, suspended=row["suspended"])


def subject(row: dict[str, Any]) -> dict[str, Any]:
    key = vault().unwrap(row["person_key"], row["person_wrapped"])
    person = key.open_json(row["person_sealed"], place=f"people_person.sealed:{row['person_id']}")
    number = key.open(row["id_sealed"], place=f"people_identifier.sealed:{row['identifier']}").decode()
    in_number = birth_in(DocumentKind(row["id_type"]), number)
    return {
        "name": text(person["name"]),
        "id_type": row["id_type"],
        "id_no": number,
        "birth_date": None if in_number else person["birth_on"],
        "verified": row["verified"],
    }


def sanction(row: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any] | None:
    if row["sanction_kind"] is None:
        return None
    return {
        "kind": row["sanction_kind"],
        "text": text(facts["sanction_text"]),
        "from": day(row["sanction_from"]),
        "to": day(row["sanction_to"]),
        "lifted_on": day(row["lifted_on"]),
    }


def fitting(said: list[str]) -> str:
    """What the person said in one member, each statement on lines of its own: all of it, or the last that fit in."""
    while len("\n".join(said)) > LONGEST_STATEMENT:
        said = said[1:]
    return "\n".join(said)


def text(value: str | None) -> str | None:
    """A string in the form of §2; null where nothing is left."""
    return unicodedata.normalize("NFC", value or "").replace("\r\n", "\n").strip(" \u3000\n") or None


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None
