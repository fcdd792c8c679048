"""What may be wrong with one record type. Each rule tells everything it finds; `lint` asks them all."""

from collections.abc import Callable, Iterator

from integrity_archive.catalogue import legal_limits
from integrity_archive.catalogue import policy as policies
from integrity_archive.catalogue.codes import domains, professions
from integrity_archive.catalogue.due_process import CountedFrom, Display, FinalityRule, RepairCondition
from integrity_archive.catalogue.findings import Finding
from integrity_archive.catalogue.limits import limits
from integrity_archive.catalogue.periods import Period, Unit, end_of, longer
from integrity_archive.catalogue.record_types import Edition, InfoDomain, Polarity, RecordType

DECISION = "DECISION_DOCUMENT"
POLARITIES = {"N": Polarity.NEGATIVE, "P": Polarity.POSITIVE, "I": Polarity.NEUTRAL}
POPULATIONS = {"S": {"STUDENT"}, "P": {"PROFESSIONAL"}, "A": {"ANY"}}


def code_and_kind(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    if POLARITIES[kind.code[1]] is not kind.polarity:
        yield Finding("polarity", f"{kind.code} polarity", "信息性质与代码不符。", "The polarity contradicts the code.")
    fitting = POPULATIONS[kind.code[0]] | (set(professions()) if kind.code[0] == "P" else set())
    if kind.population not in fitting:
        yield Finding("population", f"{kind.code} population", "人群与代码不符。", "The population is not the code's.")
    if kind.population in professions() and kind.source is None:
        yield missing(kind, "source", "处理权力的来源", "source of the power to sanction")


def references(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    steps = {*kind.required_steps, *(step for sanction in kind.sanctions for step in sanction.required_steps)}
    for member, used, known, zh, en in (
        ("domain", {kind.domain}, domains(), "领域", "field of activity"),
        ("deciding_bodies", set(kind.deciding_bodies), edition.body_kinds, "单位", "body"),
        ("required_evidence", set(kind.required_evidence), edition.evidence_kinds, "证明材料", "evidence"),
        ("required_steps", steps, edition.steps, "程序", "step"),
        ("key_supervision", set(kind.key_supervision), edition.key_supervision, "重点监管类别", "kind of supervision"),
    ):
        for code in sorted(used - set(known)):
            yield Finding(
                f"unknown-{member}", f"{kind.code} {member}", f"没有{zh}{code}。", f"There is no {en} {code}."
            )


def due_process(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """A negative type has all that protects the person; nothing else has sanctions."""
    if kind.polarity is not Polarity.NEGATIVE:
        if kind.default_severity or kind.finality or kind.statement or kind.retention or kind.sanctions:
            yield Finding(
                "not-adverse",
                kind.code,
                "只有失信信息才有严重程度、救济途径和处理结果。",
                "Only negative types have a severity, remedies or sanctions.",
            )
        return
    for member, value, zh, en in (
        ("default_severity", kind.default_severity, "严重程度", "severity"),
        ("finality", kind.finality, "救济途径", "remedy"),
        ("statement", kind.statement, "陈述期限", "time to answer our notice"),
        ("display", kind.display, "展示期限", "term of display"),
        ("retention", kind.retention, "保存期限", "term of retention"),
        (
            "repair",
            kind.repair or kind.not_repairable,
            "修复途径或者不可修复的依据",
            "way of repair, or the ground for none,",
        ),
    ):
        if value is None:
            yield missing(kind, member, zh, en)
    if DECISION not in kind.required_evidence:
        yield missing(kind, "required_evidence", "决定文书", "decision document")
    if kind.repair and kind.not_repairable:
        yield Finding(
            "repair-both", f"{kind.code} repair", "既可修复又不可修复。", "It can be repaired and it cannot: say one."
        )


def remedies(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    finality = kind.finality
    if finality is None:
        return
    if finality.rule is FinalityRule.ON_SERVICE:
        if finality.basis is None:
            yield missing(
                kind, "finality.basis", "决定送达即生效的法律依据", "law that makes the decision final at once"
            )
        return
    if finality.basis is None:
        yield missing(kind, "finality.basis", "规定救济途径的法律依据", "law that gives the remedies")
    if not finality.remedies:
        yield missing(kind, "finality.remedies", "救济途径", "remedy")
    if finality.untold_limit is None:
        yield missing(kind, "finality.untold_limit", "未告知救济途径时的最长期限", "limit for who was not told")
    elif any(longer(remedy.period, finality.untold_limit) for remedy in finality.remedies):
        yield Finding(
            "untold-limit",
            f"{kind.code} finality.untold_limit",
            "未告知救济途径者的期限不得短于被告知者。",
            "Who was not told of a remedy cannot have less time than who was.",
        )


def sanctions(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    codes = [sanction.code for sanction in kind.sanctions]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield Finding(
            "code-twice", f"{kind.code} sanctions", f"处理结果{code}重复。", f"The sanction {code} is listed twice."
        )
    for sanction in kind.sanctions:
        least, most = sanction.min_term, sanction.max_term
        if (least or most) and not sanction.has_term:
            yield Finding(
                "sanction-term",
                f"{kind.code} sanctions.{sanction.code}",
                "没有期限的处理结果不得规定期限长短。",
                "A sanction without a term has no shortest or longest term.",
            )
        if least and most and longer(least, most):
            yield Finding(
                "sanction-term",
                f"{kind.code} sanctions.{sanction.code}",
                "最短期限长于最长期限。",
                "The shortest term is longer than the longest.",
            )


def terms(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    adverse = kind.polarity is Polarity.NEGATIVE and kind.finality
    if (
        kind.display
        and adverse
        and adverse.rule is not FinalityRule.ON_SERVICE
        and _over_before_final(kind, kind.display)
    ):
        yield Finding(
            "display-before-finality",
            f"{kind.code} display",
            "决定终局之前展示期已经届满。",
            "The display would be over before the decision is final.",
        )
    sanctions = ((f"{kind.code} sanctions.{sanction.code}.display", sanction.display) for sanction in kind.sanctions)
    for place, display in ((f"{kind.code} display", kind.display), *sanctions):
        if display and not complete(display):
            yield Finding(
                "display-incomplete",
                place,
                "应写明months；随处分期满的，应写明min_months和max_months，且前者不大于后者。",
                "Give months or, where the sanction's end counts, min_months and max_months in this order.",
            )


def _over_before_final(kind: RecordType, display: Display) -> bool:
    shortest = display.months if display.counted_from is not CountedFrom.SANCTION_END else display.min_months
    strict = kind.finality and kind.finality.rule is FinalityRule.STRICT
    counting = kind.finality.remedies[: None if strict else 1] if kind.finality else ()
    return any(shortest and not longer(Period(count=shortest, unit=Unit.MONTH), remedy.period) for remedy in counting)


def repair(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    if kind.repair and (RepairCondition.VOLUNTEER_HOURS in kind.repair.conditions) != bool(kind.repair.volunteer_hours):
        yield Finding(
            "volunteer-hours",
            f"{kind.code} repair.volunteer_hours",
            "以志愿服务修复的应写明时长，其他的不写。",
            "Repair by volunteering says how many hours, no other repair does.",
        )


def consent(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    for rule in limits().consent:
        if kind.family in rule.families and not kind.consent_needed:
            yield Finding(
                "consent",
                f"{kind.code} consent_needed",
                f"提供该类信息须经本人同意（{rule.basis}）。",
                "This information is passed on only with the person's consent.",
            )


def publication(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    if kind.publication is None:
        return
    place = f"{kind.code} publication"
    if kind.code[0] == "S":
        yield Finding("student-published", place, "学生信息一律不公示。", "Nothing about students is published.")
    if kind.polarity is Polarity.NEGATIVE and kind.publication.max_months:
        most = class_maximum(kind)
        if most is None or longer(Period(count=kind.publication.max_months, unit=Unit.MONTH), most):
            yield Finding(
                "too-long",
                place,
                "公示期超过信用修复管理办法为其严重程度规定的最长期限。",
                "Publication is longer than the policy allows for any severity this type can have.",
            )


def class_maximum(kind: RecordType) -> Period | None:
    """The longest publication that the youngest policy allows for any severity of this type."""
    severities = {kind.default_severity, *(sanction.severity for sanction in kind.sanctions)} - {None}
    youngest = policies.policies()[-1]
    longest = [youngest.classes[one].publish_max for one in severities if one and one in youngest.classes]
    return max((one for one in longest if one), key=end_of, default=None)


def pushing(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """A record type's references must lead to one item, and the item's back to it."""
    holding = [item.code for item in edition.items if item.holds(kind.code)]
    place = f"{kind.code} catalogue_item"
    if kind.info_domain is InfoDomain.INTERNAL and (kind.catalogue_item or holding):
        yield Finding("internal-pushed", place, "内部信息不得列入目录项。", "Internal information is under no item.")
    if kind.info_domain is InfoDomain.CREDIT_REFERENCE and (kind.catalogue_item or holding):
        yield Finding(
            "credit-reference-pushed",
            place,
            "征信信息不得列入公共信用信息的目录项。",
            "Credit-reference information is under no item of public credit information.",
        )
    item = edition.item(kind.catalogue_item) if kind.catalogue_item else None
    if item and not item.takes(kind.source):
        yield Finding(
            "item-source",
            place,
            f"目录项{item.code}不收由该来源作出处理的信息。",
            f"The item {item.code} does not take what rests on this power.",
        )
    if kind.catalogue_item and item is None:
        yield Finding(
            "unknown-item", place, f"没有目录项{kind.catalogue_item}。", f"There is no item {kind.catalogue_item}."
        )
    elif holding != [code for code in (kind.catalogue_item,) if code]:
        yield Finding(
            "item-mismatch",
            place,
            "目录项所列的信息类型与本类型所列的目录项不一致。",
            "The items that list this type and the item this type names are not the same.",
        )


def missing(kind: RecordType, member: str, zh: str, en: str) -> Finding:
    return Finding("missing", f"{kind.code} {member}", f"缺少{zh}。", f"The {en} is missing.")


def complete(display: Display) -> bool:
    if display.counted_from is not CountedFrom.SANCTION_END:
        return bool(display.months) and not (display.min_months or display.max_months)
    least, most = display.min_months, display.max_months
    return display.months is None and least is not None and most is not None and least <= most


RULES: tuple[Callable[[RecordType, Edition], Iterator[Finding]], ...] = (
    code_and_kind,
    references,
    due_process,
    remedies,
    sanctions,
    terms,
    repair,
    consent,
    publication,
    pushing,
    *legal_limits.RULES,
)
