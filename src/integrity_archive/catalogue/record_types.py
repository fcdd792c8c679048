"""What one edition of the catalogue says: record types, catalogue items and the words for their parts.

These models say what is written where. Whether it is lawful and agrees with itself is asked by `lint` when an
edition file is read for the first time.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from integrity_archive.catalogue import policy as policies
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.due_process import Display, Finality, Publication, Repair, Retention
from integrity_archive.catalogue.legal_basis import Data, LegalBasis
from integrity_archive.catalogue.periods import Period
from integrity_archive.catalogue.plain_text import run_together
from integrity_archive.catalogue.policy import Severity as Severity  # a record type's severity is the policies' class
from integrity_archive.errors import NotFound

TypeCode = Annotated[str, StringConstraints(pattern=r"^[SPA][NPI]-[A-Z]{3}-[0-9]{2,4}$")]  # PPG-1.0 §4
ItemCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{3,40}$")]
SanctionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
Prefix = Annotated[str, StringConstraints(pattern=r"^[SPA][NPI]-[A-Z]{3}-[0-9]{0,4}$")]


class UnknownRecordType(NotFound):
    """The catalogue has no record type with this code."""

    status = 422
    zh = "目录中没有该信息类型。"


class Polarity(StrEnum):
    NEGATIVE = "NEGATIVE"  # 失信信息
    POSITIVE = "POSITIVE"  # 守信信息
    NEUTRAL = "NEUTRAL"


class DisplayMode(StrEnum):
    """Who may see an item's information at the platform (PPG-1.0 §3.5)."""

    PUBLISH = "PUBLISH"
    AUTHORISED = "AUTHORISED"
    GOVERNMENT = "GOVERNMENT"


class Share(StrEnum):
    """共享属性 of a catalogue item."""

    UNCONDITIONAL = "UNCONDITIONAL"
    CONDITIONAL = "CONDITIONAL"
    NONE = "NONE"


class InfoDomain(StrEnum):
    """Public credit information and credit-reference information are never mixed in one answer."""

    PUBLIC = "PUBLIC"
    CREDIT_REFERENCE = "CREDIT_REFERENCE"
    INTERNAL = "INTERNAL"


class Source(StrEnum):
    """Whose power a sanction on a professional rests on."""

    ADMIN = "ADMIN"
    ASSOCIATION = "ASSOCIATION"
    EMPLOYER = "EMPLOYER"
    COURT = "COURT"


class SanctionKind(Data):
    """One sanction the deciding body may have imposed; its severity, where given, overrides the type's default."""

    code: SanctionCode
    name: Name
    severity: Severity | None = None
    has_term: bool = False  # runs from one day to another
    min_term: Period | None = None  # what the law lets the body choose between; both None: the law fixes none
    max_term: Period | None = None
    required_steps: tuple[str, ...] = ()  # in addition to the type's
    display: Display | None = None  # instead of the type's


class RecordType(Data):
    """One kind of fact that may be recorded about a person, and everything the law attaches to it."""

    code: TypeCode
    name: Name
    population: str  # STUDENT, PROFESSIONAL, ANY, or the code of one key profession
    polarity: Polarity
    domain: str
    info_domain: InfoDomain
    source: Source | None = None
    catalogue_item: ItemCode | None = None  # None: recorded, never pushed
    legal_basis: tuple[LegalBasis, ...] = Field(min_length=1)
    deciding_bodies: tuple[str, ...] = Field(min_length=1)
    required_evidence: tuple[str, ...] = Field(min_length=1)
    required_steps: tuple[str, ...] = ()  # of the body, before it decided
    default_severity: Severity | None = None
    sanctions: tuple[SanctionKind, ...] = ()
    key_supervision: tuple[str, ...] = ()  # 重点监管 tags every entry of this type carries
    conduct_may_continue: bool = False  # until the duty is performed: it may have no end yet when it is recorded
    contradicting_words: tuple[str, ...] = ()  # a decision that uses one is not a decision of this type
    finality: Finality | None = None
    electronic_service: bool = False  # the law of the decision allows it, with a signed address confirmation
    statement: Period | None = None  # how long the person may answer our own notice before the entry is passed on
    display: Display | None = None  # None: for as long as the merit stands
    retention: Retention | None = None
    repair: Repair | None = None
    not_repairable: LegalBasis | None = None  # the law that closes the way back (信用修复管理办法 2)
    publication: Publication | None = None
    consent_needed: bool = False

    @property
    def family(self) -> str:
        """The middle letters of the code, e.g. EXF."""
        return self.code.split("-")[1]

    @property
    def repairable(self) -> bool:
        return self.repair is not None

    @property
    def publishable(self) -> bool:
        return self.publication is not None

    def sanction(self, code: str) -> SanctionKind | None:
        return next((kind for kind in self.sanctions if kind.code == code), None)

    def severity_with(self, sanction_code: str | None) -> Severity | None:
        """The severity of an entry of this type with that sanction."""
        kind = self.sanction(sanction_code) if sanction_code else None
        return kind.severity if kind and kind.severity else self.default_severity

    def steps_with(self, sanction_code: str | None) -> tuple[str, ...]:
        """What the body must have done before it imposed that sanction."""
        kind = self.sanction(sanction_code) if sanction_code else None
        return (*self.required_steps, *(kind.required_steps if kind else ()))

    def with_sanction(self, sanction_code: str | None) -> "RecordType":
        """The type as it is for an entry with that sanction, which may have a display of its own."""
        kind = self.sanction(sanction_code) if sanction_code else None
        return self.model_copy(update={"display": kind.display}) if kind and kind.display else self

    def contradiction(self, text: str) -> str | None:
        """The word in a decision's text that does not go with this type: 违纪 is not 作弊 (Order 33 arts 5, 6),
        however it is written."""
        run = run_together(text)
        return next((word for word in self.contradicting_words if word in run), None)


class CatalogueItem(Data):
    """One item of the catalogue of credit information: what may be passed on, and how it may be shown."""

    code: ItemCode
    name: Name
    provider: Name
    record_types: tuple[Prefix, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = ()  # the powers whose sanctions it takes; none: it does not ask
    min_severity: Severity | None = None
    display_mode: DisplayMode
    share: Share
    max_display_months: int | None = Field(default=None, ge=1)
    update_days: int = Field(ge=1)
    legal_basis: tuple[LegalBasis, ...] = Field(min_length=1)

    def holds(self, type_code: str) -> bool:
        return type_code.startswith(self.record_types)

    def takes(self, source: Source | None) -> bool:
        """Whether what rests on this power may be under it: an employer's measure is no administrative penalty."""
        return not self.sources or source in self.sources


class Step(Name):
    """What a body must have done before it decided, and the law that asks for it."""

    legal_basis: LegalBasis | None = None


class Edition(Data):
    """All record types and items in force together, under one code that travels with every batch."""

    code: str
    name: Name
    sample: bool
    in_force_from: date
    in_force_until: date | None = None
    min_age_at_conduct: int
    body_kinds: dict[str, Name]
    evidence_kinds: dict[str, Name]
    steps: dict[str, Step]
    serious_bases: dict[str, Name]  # 晋政办发〔2018〕27号 item 8 (a)-(d)
    key_supervision: dict[str, Name]  # the six kinds of item 8
    items: tuple[CatalogueItem, ...] = Field(alias="item")
    record_types: tuple[RecordType, ...] = Field(alias="record_type")

    def record_type(self, code: str) -> RecordType:
        """The record type with this code; raises `UnknownRecordType`."""
        for kind in self.record_types:
            if kind.code == code:
                return kind
        raise UnknownRecordType()

    def item(self, code: str) -> CatalogueItem | None:
        return next((item for item in self.items if item.code == code), None)

    def item_for(self, type_code: str, severity: Severity | None) -> CatalogueItem | None:
        """The item under which an entry of this type and severity may be pushed; None: recorded, not pushable."""
        kind = self.record_type(type_code)
        item = self.item(kind.catalogue_item) if kind.catalogue_item else None
        if item and item.min_severity and not (severity and severity.reaches(item.min_severity)):
            return None
        return item

    def to_verify(self) -> Iterator[tuple[str, str]]:
        """What nobody has compared with the law's text yet: the code of the row, and what it says."""
        for code, step in self.steps.items():
            yield from ((code, said) for said in unverified(step.model_dump()))
        rows: tuple[CatalogueItem | RecordType, ...] = (*self.items, *self.record_types)
        for row in rows:
            yield from ((row.code, said) for said in dict.fromkeys(unverified(row.model_dump())))

    def policy(self, decided_on: date) -> policies.Policy:
        """The version of 信用修复管理办法 that governs a decision of that day."""
        return policies.in_force(decided_on)


def unverified(value: object) -> Iterator[str]:
    """The texts and names inside this value that are marked `to_verify`."""
    if isinstance(value, dict):
        if value.get("to_verify"):
            yield str(
                value.get("text")
                or value.get("name", {}).get("zh")
                or "、".join(remedy["name"]["zh"] for remedy in value["remedies"])
            )
        for inner in value.values():
            yield from unverified(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from unverified(inner)
