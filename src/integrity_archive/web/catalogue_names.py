"""What the catalogue calls record types, families and evidence, in the visitor's language."""

from dataclasses import replace

from integrity_archive.catalogue import edition
from integrity_archive.catalogue.codes import professions
from integrity_archive.catalogue.record_types import Polarity, RecordType
from integrity_archive.entries.words import PROOFS
from integrity_archive.errors import FieldError
from integrity_archive.language import Language, translations


def type_name(code: str, *, language: Language) -> str:
    kind = edition.described(code)
    return kind.name.text(language) if kind else code


def evidence_name(code: str, *, language: Language) -> str:
    """A kind of evidence: one of the catalogue's, or one every record type may have."""
    if code in PROOFS:
        return translations(language).gettext(PROOFS[code])
    known = (one.evidence_kinds[code] for one in reversed(edition.editions()) if code in one.evidence_kinds)
    name = next(known, None)
    return name.text(language) if name else code


def place_name(kind: str, *, language: Language) -> str:
    """Where somebody is enrolled: the name of a profession, or a level of study."""
    known = professions().get(kind)
    return known.text(language) if known else translations(language).gettext(kind)


def file_kind(media_type: str) -> str:
    """application/pdf → PDF."""
    return media_type.rpartition("/")[2].upper()


def by_polarity(kinds: tuple[RecordType, ...]) -> list[tuple[Polarity, list[RecordType]]]:
    """Record types under the headings of the page where one is chosen."""
    groups = [(polarity, [kind for kind in kinds if kind.polarity is polarity]) for polarity in Polarity]
    return [(polarity, members) for polarity, members in groups if members]


def step_name(code: str, *, language: Language) -> str:
    """What a body must have done before it decided."""
    known = (one.steps[code] for one in reversed(edition.editions()) if code in one.steps)
    name = next(known, None)
    return name.text(language) if name else code


def body_name(code: str, *, language: Language) -> str:
    """A kind of body that decides."""
    known = (one.body_kinds[code] for one in reversed(edition.editions()) if code in one.body_kinds)
    name = next(known, None)
    return name.text(language) if name else code


def spoken(fault: FieldError, language: Language) -> str:
    """A fault in words; a document or a step it speaks of by its name, not by its code."""
    for fact, named in (("kind", evidence_name), ("step", step_name)):
        if fact in fault.facts:
            words = named(str(fault.facts[fact]), language=language)
            fault = replace(fault, facts=fault.facts | {fact: words})
    return fault.text(language)
