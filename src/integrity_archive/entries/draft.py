"""What a clerk hands in, and whether it agrees with the catalogue, the calendar and itself. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from integrity_archive.accounts.uscc import normal_uscc
from integrity_archive.catalogue.record_types import Edition, Polarity, RecordType, Severity, UnknownRecordType
from integrity_archive.entries.prohibited import permitted
from integrity_archive.entries.texts import lines, one_line
from integrity_archive.errors import Invalid, Refusal
from integrity_archive.intake import checked
from integrity_archive.people.identity import adult_on


class ServedBeforeDecided(Refusal):
    """A decision is not served before it is made."""

    status = 422
    zh = "送达日期不得早于作出决定的日期。"


class InFuture(Refusal):
    """This day has not come yet."""

    status = 422
    zh = "日期不得晚于今天。"


class ConductAfterDecision(Refusal):
    """The conduct ended before it was decided upon."""

    status = 422
    zh = "行为终了日期不得晚于作出决定的日期。"


class SeverityNotFitting(Refusal):
    """Only adverse entries have a severity."""

    status = 422
    zh = "只有失信信息才有严重程度。"


class UnknownSanction(Refusal):
    """The catalogue has no such sanction for this record type."""

    status = 422
    zh = "目录中该信息类型没有这种处理结果。"


class SanctionTermWrong(Refusal):
    """This sanction has a term: give its first and last day, in this order."""

    status = 422
    zh = "该处理结果有期限，请填写起止日期，且起始不晚于终止。"


class SanctionMissing(Refusal):
    """Name the sanction that the text and the days belong to."""

    status = 422
    zh = "填写了处理结果的内容或者期限，请选择处理结果。"


class MinorAtConduct(Refusal):
    """The person was not yet {age} on the day of the conduct; such conduct is not recorded."""

    status = 422
    zh = "行为发生时当事人未满{age}周岁，不予记录。"


Line = Annotated[str, AfterValidator(checked(one_line)), AfterValidator(checked(permitted))]
Text = Annotated[str, AfterValidator(checked(lines)), AfterValidator(checked(permitted))]


class Draft(BaseModel):
    """One decided fact, or one merit. Lengths are those of PPG/1.0 §4."""

    person: UUID
    record_type: str = Field(max_length=16)
    document_no: Annotated[str, AfterValidator(checked(one_line))] = Field(max_length=100)
    document_title: Line = Field(max_length=200)
    authority: Line = Field(max_length=200)
    authority_uscc: Annotated[str, AfterValidator(checked(normal_uscc))]
    decided_on: date
    served_on: date
    remedies_told: bool = False
    summary: Text = Field(max_length=500)
    conduct_ended_on: date | None = None
    severity: Severity | None = None
    sanction_kind: str | None = Field(default=None, max_length=40)
    sanction_text: Line | None = Field(default=None, max_length=200)
    sanction_from: date | None = None
    sanction_to: date | None = None
    consented_on: date | None = None

    def sealed_facts(self) -> dict[str, str | None]:
        """The members that stand sealed in the row."""
        names = ("document_no", "document_title", "authority", "summary", "sanction_text")
        return {name: getattr(self, name) for name in names}


class Reason(BaseModel):
    """Why an act was done; the other officers and the person may read it."""

    text: Text = Field(min_length=2, max_length=500)


class Say(BaseModel):
    """The person's own statement."""

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
    for field in ("decided_on", "served_on", "conduct_ended_on", "consented_on"):
        day = getattr(new, field)
        if day is not None and day > today:
            yield InFuture(at=field)
    if new.served_on < new.decided_on:
        yield ServedBeforeDecided(at="served_on")
    if new.conduct_ended_on and new.conduct_ended_on > new.decided_on:
        yield ConductAfterDecision(at="conduct_ended_on")
    if new.severity and kind.polarity is not Polarity.NEGATIVE:
        yield SeverityNotFitting(at="severity")
    if not adult_on(born_on, new.conduct_ended_on or new.decided_on, age=edition.min_age_at_conduct):
        yield MinorAtConduct(at="conduct_ended_on", age=edition.min_age_at_conduct)
    yield from wrong_sanction(new, kind)


def wrong_sanction(new: Draft, kind: RecordType) -> Iterator[Refusal]:
    if new.sanction_kind is None:
        if new.sanction_text or new.sanction_from or new.sanction_to:
            yield SanctionMissing(at="sanction_kind")
        return
    sanction = kind.sanction(new.sanction_kind)
    if sanction is None:
        yield UnknownSanction(at="sanction_kind")
    elif sanction.has_term and not (new.sanction_from and new.sanction_to and new.sanction_from <= new.sanction_to):
        yield SanctionTermWrong(at="sanction_to")


def severity_of(new: Draft, kind: RecordType) -> Severity | None:
    """What the clerk chose, else what the sanction or the type says."""
    return new.severity or kind.severity_with(new.sanction_kind)
