"""Whether, from when and by what an entry may be repaired. Pure: the gate of repair and the what-if ask it alike.

How long to wait is the policy's in force on the day of the decision, by severity (信用修复管理办法 in its versions);
what has to be done is the catalogue's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from integrity_archive.catalogue import policy
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.due_process import RepairCondition
from integrity_archive.catalogue.periods import corresponding_end
from integrity_archive.catalogue.record_types import RecordType, Severity
from integrity_archive.errors import Conflict, FieldError
from integrity_archive.remedies.kinds import DocumentKind

PROVEN_BY = {
    RepairCondition.PERFORMANCE: DocumentKind.PERFORMANCE,
    RepairCondition.PLEDGE: DocumentKind.PLEDGE,
    RepairCondition.VOLUNTEER_HOURS: DocumentKind.VOLUNTEER_RECORD,
    RepairCondition.CHARITY: DocumentKind.CHARITY_RECEIPT,
}
WANTED = {
    RepairCondition.PERFORMANCE: ("请附已履行义务的证明。", "Attach proof that the duties are fulfilled."),
    RepairCondition.PLEDGE: ("请附信用承诺书。", "Attach the signed pledge."),
    RepairCondition.VOLUNTEER_HOURS: ("请附志愿服务记录证明。", "Attach the record of volunteer service."),
    RepairCondition.CHARITY: ("请附捐赠票据。", "Attach the receipt of the donation."),
}
# 志愿服务、慈善捐助 stand side by side in item 12: where both are named, either is enough.
EITHER = frozenset({RepairCondition.VOLUNTEER_HOURS, RepairCondition.CHARITY})


class NotRepairable(Conflict):
    """The law excludes the repair of this entry: {basis}"""

    zh = "依法不予修复：{basis}"


class NothingToRepair(Conflict):
    """Only adverse information is repaired."""

    zh = "只有失信信息才需要修复。"


class RepairNotYet(Conflict):
    """The minimum period is not over: repair becomes possible on {possible_on}."""

    zh = "最短公示期未满，自{possible_on}起可以申请修复。"


class RefusedUntil(RepairNotYet):
    """The last application was refused, and its answer named the day of the next: {possible_on}."""

    zh = "上一次申请未获准予，答复写明自{possible_on}起可以再次申请。"


@dataclass(frozen=True)
class Way:
    """The way back for one entry: open from `possible_on`, by the policy `rule` or, later, by the day that a refusal
    named (`refused`). Service counts from the decision on, the day `since`."""

    since: date
    possible_on: date
    refused: bool
    rule: str
    rule_name: Name
    conditions: tuple[RepairCondition, ...]
    volunteer_hours: int | None


@dataclass(frozen=True)
class Proven:
    """What an applicant brings: kinds of documents, and the numbers that can be checked."""

    documents: frozenset[DocumentKind]
    volunteer_hours: int | None = None
    volunteer_no: str | None = None
    volunteer_from: date | None = None
    volunteer_to: date | None = None
    charity_no: str | None = None
    charity_on: date | None = None


def way(kind: RecordType, *, severity: Severity | None, decided_on: date, refused_until: date | None = None) -> Way:
    """Raises `NothingToRepair` for a merit and `NotRepairable`, with the citation, where a law excludes it.

    The day that the last refusal named, `refused_until`, binds both sides, whatever is brought: an officer names a
    later one only for what takes time, and against a day too far away stands the complaint.
    """
    if severity is None:
        raise NothingToRepair()
    if kind.repair is None:
        raise NotRepairable(basis=kind.not_repairable.text if kind.not_repairable else "")
    governs = policy.in_force(decided_on)
    after = governs.severity(severity, domain=kind.domain).repair_after
    by_rule = corresponding_end(decided_on, after) + timedelta(days=1) if after else decided_on
    possible_on = max(by_rule, refused_until or by_rule)
    return Way(
        decided_on, possible_on, possible_on > by_rule, governs.code, governs.name, kind.repair.conditions,
        kind.repair.volunteer_hours,
    )  # fmt: skip


def require_open(found: Way, *, on: date) -> None:
    """Raises `RepairNotYet` or `RefusedUntil`, which name the day."""
    if on < found.possible_on:
        if found.refused:
            raise RefusedUntil(possible_on=found.possible_on)
        raise RepairNotYet(possible_on=found.possible_on, rule=found.rule)


def lacking(found: Way, brought: Proven, *, on: date) -> Iterator[FieldError]:
    """Every condition that is not proven, beside its field."""
    either = EITHER & set(found.conditions)
    for condition in found.conditions:
        if condition not in EITHER:
            yield from unproven(condition, found, brought, on=on)
    faults = [list(unproven(condition, found, brought, on=on)) for condition in found.conditions if condition in either]
    if all(faults):
        for some in faults:
            yield from some


def unproven(condition: RepairCondition, found: Way, brought: Proven, *, on: date) -> Iterator[FieldError]:
    kind = PROVEN_BY[condition]
    if kind not in brought.documents:
        zh, en = WANTED[condition]
        yield FieldError(kind.value, "proof-missing", zh, en)
    if condition is RepairCondition.VOLUNTEER_HOURS:
        least = found.volunteer_hours or 1
        if not brought.volunteer_no:
            yield FieldError("volunteer_no", "required", "请填写志愿服务记录编号。", "Give the number of the record.")
        if (brought.volunteer_hours or 0) < least:
            yield FieldError(
                "volunteer_hours", "too-few-hours", "志愿服务须满{least}小时。", "At least {least} hours are needed.",
                {"least": least},
            )  # fmt: skip
        yield from untimely(found, brought, on=on)
    if condition is RepairCondition.CHARITY:
        if not brought.charity_no:
            yield FieldError("charity_no", "required", "请填写捐赠票据编号。", "Give the number of the receipt.")
        yield from gift_untimely(found, brought.charity_on, on=on)


def untimely(found: Way, brought: Proven, *, on: date) -> Iterator[FieldError]:
    """Service makes good what was decided: it was done between the decision and the application."""
    first, last = brought.volunteer_from, brought.volunteer_to
    if first is None:
        yield FieldError("volunteer_from", "required", "请填写服务起始日期。", "Give the first day of service.")
    elif first < found.since:
        yield FieldError(
            "volunteer_from", "service-before-decision", "只计算作出决定（{since}）以后的志愿服务。",
            "Only service after the decision ({since}) counts.", {"since": found.since.isoformat()},
        )  # fmt: skip
    if last is None:
        yield FieldError("volunteer_to", "required", "请填写服务截止日期。", "Give the last day of service.")
    elif last > on or (first is not None and last < first):
        yield FieldError(
            "volunteer_to", "service-days-wrong", "服务截止日期不得早于起始日期，也不得晚于申请之日。",
            "The last day of service is not before the first, and not after the application.",
        )  # fmt: skip


def gift_untimely(found: Way, given: date | None, *, on: date) -> Iterator[FieldError]:
    """A gift likewise."""
    if given is None:
        yield FieldError("charity_on", "required", "请填写捐赠日期。", "Give the day of the donation.")
    elif not found.since <= given <= on:
        yield FieldError(
            "charity_on", "gift-day-wrong", "捐赠日期不得早于作出决定之日（{since}），也不得晚于申请之日。",
            "The donation is not made before the decision ({since}), and not after the application.",
            {"since": found.since.isoformat()},
        )  # fmt: skip


def as_compared(number: str) -> str:
    """The number of a record of service or of a receipt as it is compared: however it was typed."""
    return "".join(sign for sign in normalize("NFKC", number).casefold() if sign.isalnum())
