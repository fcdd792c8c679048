"""What the catalogue calls record types, families and evidence, in the visitor's language."""

from dataclasses import replace
from functools import cache

from integrity_archive.catalogue import edition
from integrity_archive.catalogue.codes import professions
from integrity_archive.catalogue.record_types import Polarity, RecordType
from integrity_archive.errors import FieldError
from integrity_archive.language import Language, translations
from integrity_archive.web.words import PROOFS


@cache
def kind_of(code: str) -> RecordType | None:
    """The record type as the youngest edition that has it describes it; entries keep codes for ever."""
    kinds = (kind for one in reversed(edition.editions()) for kind in one.record_types if kind.code == code)
    return next(kinds, None)


def type_name(code: str, *, language: Language) -> str:
    kind = kind_of(code)
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


def spoken(fault: FieldError, language: Language) -> str:
    """A fault in words; a document it speaks of by its name, not by its code."""
    if "kind" in fault.facts:
        fault = replace(fault, facts=fault.facts | {"kind": evidence_name(str(fault.facts["kind"]), language=language)})
    return fault.text(language)
