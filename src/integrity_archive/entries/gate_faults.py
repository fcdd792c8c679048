"""Why the gate is shut, each reason beside the field that it concerns. Pure."""

from datetime import date

from integrity_archive.entries.kinds import ServiceOf
from integrity_archive.errors import FieldError


def without(kind: str) -> FieldError:
    return FieldError(
        "evidence", "evidence-missing", "缺少证明材料：{kind}。", "Evidence is missing: {kind}.", {"kind": kind}
    )


def untaken(step: str) -> FieldError:
    return FieldError(
        "steps_taken",
        "step-missing",
        "未确认决定机关已履行的程序：{step}。",
        "A step the body had to take is not confirmed: {step}.",
        {"step": step},
    )


def running(window: FieldError, until: date) -> FieldError:
    return FieldError(window.path, window.code, window.zh, window.en, {"until": until})


NO_BODY = FieldError(
    "deciding_body",
    "deciding-body-missing",
    "未登记作出决定的机关属于目录所列的哪一类。",
    "Which of the bodies that the catalogue lets decide made the decision is not recorded.",
)
NO_FINDING = FieldError(
    "findings", "finding-missing", "尚未列明认定的事实。", "What the decision found has not been listed."
)
UNSUPPORTED = FieldError(
    "findings",
    "finding-unsupported",
    "有认定的事实没有对应的证明材料。",
    "A finding names no document that supports it.",
)
DECISION_NOT_SERVED = FieldError(
    "served_on", "decision-not-served", "决定书尚未送达本人。", "The decision has not been served on the person."
)
NOT_SIGHTED = {
    ServiceOf.DECISION: FieldError(
        "served_on",
        "service-not-sighted",
        "决定书的送达是事后登记的，复核人尚未查看送达凭证。",
        "The service of the decision was recorded after its day: the second officer has not seen its proof.",
    ),
    ServiceOf.NOTICE: FieldError(
        "notice",
        "service-not-sighted",
        "告知书的送达是事后登记的，复核人尚未查看送达凭证。",
        "The service of the notice was recorded after its day: the second officer has not seen its proof.",
    ),
}
SUSPENDED = FieldError(
    "suspended", "suspended", "救济程序尚未结束，中止生效。", "An outside procedure is open: nothing takes effect."
)
CHANGE_PENDING = FieldError(
    "change",
    "change-pending",
    "本单位已提出变更或者撤销，尚未审核办结，中止生效。",
    "A revision or revocation has been proposed and is not decided: nothing takes effect.",
)
NOTICE_NOT_SERVED = FieldError(
    "notice", "notice-not-served", "告知书尚未送达。", "The notice to the person has not been served."
)
REMEDY_RUNS = FieldError(
    "served_on",
    "remedy-runs",
    "决定尚未终局，救济期限至{until}。",
    "The decision is not final: its remedy may be used until {until}.",
)
STATEMENT_RUNS = FieldError(
    "statement", "statement-runs", "本人陈述期限至{until}。", "The person may answer the notice until {until}."
)
CALENDAR_ENDS = FieldError(
    "calendar",
    "calendar-ends",
    "期限超出已公布的节假日安排，日期暂定，不自动生效。",
    "A period ends beyond the published holidays: its day is provisional, and nothing takes effect by it.",
)
NO_CONSENT = FieldError(
    "consented_on", "consent-missing", "缺少本人书面同意的日期。", "The day of the person's written consent is missing."
)
ONE_OFFICER = FieldError(
    "reviewer", "second-officer-missing", "尚未经第二名工作人员复核。", "A second officer has not reviewed it."
)
NO_CONDUCT_END = FieldError(
    "conduct_ended_on",
    "conduct-end-missing",
    "未填写行为终了的日期，无法确认当事人行为时已成年。",
    "The day on which the conduct ended is missing: whether the person was an adult cannot be told.",
)
NO_METHOD = FieldError(
    "decision_method",
    "method-missing",
    "未填写决定机关的送达方式。",
    "How the body served its decision is missing.",
)
MINOR = FieldError(
    "conduct_ended_on",
    "minor-at-conduct",
    "行为发生时当事人未成年，不予记录。",
    "The person was not yet an adult on the day of the conduct; such conduct is not recorded.",
)
