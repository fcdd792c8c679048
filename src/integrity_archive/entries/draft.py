"""What a clerk hands in, and whether it agrees with the catalogue, the calendar and itself. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from integrity_archive.accounts.uscc import normal_uscc
from integrity_archive.catalogue.periods import corresponding_end
from integrity_archive.catalogue.prohibited import document_number, numberless
from integrity_archive.catalogue.record_types import (
    Edition,
    Polarity,
    RecordType,
    SanctionKind,
    Severity,
    UnknownRecordType,
)
from integrity_archive.entries.draft_faults import (
    ConductAfterDecision,
    ConductEndMissing,
    ContradictsType,
    DecidingBodyMissing,
    ElectronicServiceNotAllowed,
    InFuture,
    KnownBeforeDecided,
    MinorAtConduct,
    NothingToServe,
    NotItsDecidingBody,
    NotSerious,
    NotServedYet,
    RemedyWasTold,
    SanctionMissing,
    SanctionTermWrong,
    SanctionTooLong,
    SanctionTooShort,
    ServedBeforeDecided,
    ServiceDayMissing,
    ServiceMethodMissing,
    SeverityFixed,
    SeverityNotFitting,
    UnknownSanction,
    UnknownSeriousBasis,
    UnknownStep,
    UnknownTag,
)
from integrity_archive.entries.kinds import DecisionRoute, ServiceMethod
from integrity_archive.entries.texts import lines, one_line
from integrity_archive.errors import Invalid, Refusal
from integrity_archive.intake import checked
from integrity_archive.people.identity import adult_on
from integrity_archive.people.papers import OnPaper

# what a clerk writes is looked over once more when it is handed in (quarantine.py)
Line = Annotated[str, AfterValidator(checked(one_line)), AfterValidator(checked(numberless))]
Text = Annotated[str, AfterValidator(checked(lines)), AfterValidator(checked(numberless))]
DocumentNo = Annotated[str, AfterValidator(checked(one_line)), AfterValidator(checked(document_number))]
Code = Annotated[str, AfterValidator(checked(normal_uscc))]


class Draft(BaseModel):
    """One decided fact, or one merit. Lengths are those of PPG/1.0 §4."""

    person: UUID
    record_type: str = Field(max_length=16)
    document_no: DocumentNo = Field(max_length=100)
    document_title: Line = Field(max_length=200)
    authority: Line = Field(max_length=200)
    authority_uscc: Code
    deciding_body: str | None = Field(default=None, max_length=40)  # one of the kinds that may decide of this type
    decided_on: date
    decision_route: DecisionRoute = DecisionRoute.ALREADY_SERVED
    decision_method: ServiceMethod | None = None
    served_on: date | None = None  # None exactly when it is to be served through us
    remedies_told: bool = False
    remedy_known_on: date | None = None  # when the person learnt of the remedy that the letter was silent about
    steps_taken: list[str] = Field(default=[], max_length=20)  # what the body did before it decided, as its file shows
    summary: Text = Field(max_length=500)
    conduct_ended_on: date | None = None
    severity: Severity | None = None
    serious_basis: str | None = Field(default=None, max_length=1)
    key_supervision: list[str] = Field(default=[], max_length=20)
    sanction_kind: str | None = Field(default=None, max_length=40)
    sanction_text: Line | None = Field(default=None, max_length=200)
    sanction_from: date | None = None
    sanction_to: date | None = None
    consented_on: date | None = None

    def sealed_facts(self) -> dict[str, str | None]:
        """The members that stand sealed in the row."""
        names = ("document_no", "document_title", "authority", "summary", "sanction_text")
        return {name: getattr(self, name) for name in names}


class Found(BaseModel):
    """One thing that was found, and the documents that support it: at least one."""

    text: Text = Field(min_length=2, max_length=500)
    evidence: list[UUID] = Field(min_length=1, max_length=50)


class Reason(BaseModel):
    """Why an act was done; the other officers and the person may read it."""

    text: Text = Field(min_length=2, max_length=500)


class Say(OnPaper):
    """The person's own statement. His words are his; how much of them travels is decided after (`statements`)."""

    text: Text = Field(min_length=2, max_length=500)


def judge(new: Draft, edition: Edition, *, born_on: date, today: date) -> RecordType:
    """The record type of an acceptable draft; raises `Invalid` with every fault beside its field."""
    try:
        kind = edition.record_type(new.record_type)
    except UnknownRecordType as unknown:
        unknown.at = "record_type"
        raise Invalid(unknown.errors()) from None
    faults = [fault for refusal in wrong(new, kind, edition, born_on, today) for fault in refusal.errors()]
    if faults:
        raise Invalid(faults)
    return kind


def wrong(new: Draft, kind: RecordType, edition: Edition, born_on: date, today: date) -> Iterator[Refusal]:
    for field in ("decided_on", "served_on", "remedy_known_on", "conduct_ended_on", "consented_on"):
        day = getattr(new, field)
        if day is not None and day > today:
            yield InFuture(at=field)
    yield from wrong_conduct(new, kind, edition, born_on)
    yield from wrong_service(new, kind)
    yield from wrong_words(new, kind)
    yield from wrong_body(new.deciding_body, kind)
    yield from wrong_sanction(new, kind)
    yield from wrong_grade(new, kind, edition)


def wrong_conduct(new: Draft, kind: RecordType, edition: Edition, born_on: date) -> Iterator[Refusal]:
    """The person was an adult when it ended; only conduct that may continue has no end yet (民法典 17, DOMAIN §4)."""
    if new.conduct_ended_on is None and kind.polarity is Polarity.NEGATIVE and not kind.conduct_may_continue:
        yield ConductEndMissing(at="conduct_ended_on")
    if new.conduct_ended_on and new.conduct_ended_on > new.decided_on:
        yield ConductAfterDecision(at="conduct_ended_on")
    if not adult_on(born_on, new.conduct_ended_on or new.decided_on, age=edition.min_age_at_conduct):
        yield MinorAtConduct(at="conduct_ended_on", age=edition.min_age_at_conduct)


def wrong_service(new: Draft, kind: RecordType) -> Iterator[Refusal]:
    """How the decision reached the person, and whether it told of the remedy (DOMAIN §3.2)."""
    adverse = kind.polarity is Polarity.NEGATIVE
    if new.decision_route is DecisionRoute.THROUGH_US:
        if not adverse:
            yield NothingToServe(at="decision_route")
        elif new.served_on or new.decision_method:
            yield NotServedYet(at="served_on")
    elif new.served_on is None:
        yield ServiceDayMissing(at="served_on")
    elif new.served_on < new.decided_on:
        yield ServedBeforeDecided(at="served_on")
    elif adverse and new.decision_method is None:
        yield ServiceMethodMissing(at="decision_method")
    if adverse and new.decision_method:
        yield from wrong_method(new.decision_method, kind, at="decision_method")
    if new.remedy_known_on and new.remedies_told:
        yield RemedyWasTold(at="remedy_known_on")
    elif new.remedy_known_on and new.remedy_known_on < new.decided_on:
        yield KnownBeforeDecided(at="remedy_known_on")


def wrong_method(method: ServiceMethod, kind: RecordType, *, at: str) -> Iterator[Refusal]:
    if method is ServiceMethod.ELECTRONIC and not kind.electronic_service:
        yield ElectronicServiceNotAllowed(at=at)


def wrong_words(new: Draft, kind: RecordType) -> Iterator[Refusal]:
    """A decision that found something else is not recorded under this type (golden case 6)."""
    for field in ("document_title", "summary", "sanction_text"):
        if word := kind.contradiction(getattr(new, field) or ""):
            yield ContradictsType(at=field, word=word)
    if set(new.steps_taken) - set(steps_of(kind)):
        yield UnknownStep(at="steps_taken")


def wrong_body(body: str | None, kind: RecordType) -> Iterator[Refusal]:
    """Only a body that the law lets decide of such facts is recorded as having decided (山西省社会信用条例 27)."""
    if body is None:
        yield DecidingBodyMissing(at="deciding_body")
    elif body not in kind.deciding_bodies:
        yield NotItsDecidingBody(at="deciding_body")


def wrong_sanction(new: Draft, kind: RecordType) -> Iterator[Refusal]:
    if new.sanction_kind is None:
        if new.sanction_text or new.sanction_from or new.sanction_to:
            yield SanctionMissing(at="sanction_kind")
        return
    sanction = kind.sanction(new.sanction_kind)
    if sanction is None:
        yield UnknownSanction(at="sanction_kind")
    elif sanction.has_term:
        yield from wrong_term(sanction, new.sanction_from, new.sanction_to)


def wrong_term(sanction: SanctionKind, first: date | None, last: date | None) -> Iterator[Refusal]:
    """A term the law lets the body choose. Its last day is the corresponding day or, as most decisions count, the day
    before it."""
    if first is None or last is None or first > last:
        yield SanctionTermWrong(at="sanction_to")
        return
    if sanction.min_term and last < (least := corresponding_end(first, sanction.min_term) - timedelta(1)):
        yield SanctionTooShort(at="sanction_to", until=least)
    if sanction.max_term and last > (most := corresponding_end(first, sanction.max_term)):
        yield SanctionTooLong(at="sanction_to", until=most)


def wrong_grade(new: Draft, kind: RecordType, edition: Edition) -> Iterator[Refusal]:
    """Severity, the ground of serious dishonesty and key supervision (DOMAIN R-26, R-27).

    The catalogue fixes the severity, by type and sanction; only a ground of serious dishonesty lifts an entry above it.
    """
    adverse = kind.polarity is Polarity.NEGATIVE
    if new.severity and not adverse:
        yield SeverityNotFitting(at="severity")
    elif new.severity and new.severity is not kind.severity_with(new.sanction_kind):
        if new.severity is not Severity.SERIOUS:
            yield SeverityFixed(at="severity")
        elif not new.serious_basis:
            yield SeverityFixed(at="serious_basis")
    if new.serious_basis and severity_of(new, kind) is not Severity.SERIOUS:
        yield NotSerious(at="serious_basis")
    elif new.serious_basis and new.serious_basis not in edition.serious_bases:
        yield UnknownSeriousBasis(at="serious_basis")
    if new.key_supervision and not (adverse and set(new.key_supervision) <= set(edition.key_supervision)):
        yield UnknownTag(at="key_supervision")


def severity_of(new: Draft, kind: RecordType) -> Severity | None:
    """What the catalogue says of the sanction or the type, unless it is serious on a ground of its own."""
    return new.severity or kind.severity_with(new.sanction_kind)


def tags_of(new: Draft, kind: RecordType) -> list[str]:
    """The tags of key supervision: what the clerk chose, and what every entry of the type carries."""
    return sorted({*new.key_supervision, *kind.key_supervision})


def steps_of(kind: RecordType) -> list[str]:
    """Every step that the type, or one of its sanctions, asks of the body."""
    asked = [*kind.required_steps, *(step for sanction in kind.sanctions for step in sanction.required_steps)]
    return list(dict.fromkeys(asked))
