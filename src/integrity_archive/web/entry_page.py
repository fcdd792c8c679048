"""What the page of one entry shows: the steps it takes, the gate, its history, and how it stands with the province."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import findings, former, queries
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import BY_OFFICERS, Proof, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.exchange import queries as exchange
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.queries import Act
from integrity_archive.language import Language, translations
from integrity_archive.people import queries as people
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import queries as remedies
from integrity_archive.web import recipients
from integrity_archive.web.catalogue_names import evidence_name, spoken
from integrity_archive.web.history import PHRASES
from integrity_archive.web.pages import offered
from integrity_archive.web.representations import powers
from integrity_archive.web.words import METHODS, PAPERS, STANDINGS, _

LOOKS = frozenset({Kind.ENTRY_SEEN, Kind.OWN_FILE_SEEN, Kind.PERSON_SEEN})
HOUSEKEEPING = frozenset({Kind.TASK_OPENED, Kind.TASK_DONE})
ROAD = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
REACHED_BY = {
    Kind.ENTRY_DRAFTED: State.DRAFT,
    Kind.ENTRY_FILED: State.FILED,
    Kind.ENTRY_NOTIFIED: State.NOTIFIED,
    Kind.ENTRY_TOOK_EFFECT: State.EFFECTIVE,
    Kind.ENTRY_WITHDRAWN: State.WITHDRAWN,
    Kind.ENTRY_IMPORTED: State.UNVERIFIED,
    Kind.ENTRY_TAKEN_UP: State.DRAFT,
    Kind.ENTRY_REVOKED: State.REVOKED,
    Kind.ENTRY_REPAIRED: State.REPAIRED,
    Kind.ENTRY_EXPIRED: State.EXPIRED,
    Kind.ENTRY_ERASED: State.ERASED,
}
CHANGING = (State.NOTIFIED, State.EFFECTIVE)
GONE = (State.WITHDRAWN, State.EXPIRED, State.REPAIRED, State.REVOKED, State.ERASED)
SHORT_ROAD = (State.DRAFT, State.FILED, State.EFFECTIVE)
DECIDING = frozenset({"take_up", "file", "notify", "confirm", "take_effect", "refer_back", "withdraw"})
WITH_FIELDS = frozenset(
    {
        "add_evidence",
        "redact",
        "add_finding",
        "serve",
        "serve_decision",
        "restart_service",
        "state",
        "refer_back",
        "withdraw",
    }
)
SERVINGS = (
    (ServiceOf.DECISION, "serve_decision", _("登记决定书的送达"), _("决定书签收单或者邮寄回执的扫描件")),
    (ServiceOf.NOTICE, "serve", _("登记告知书的送达"), _("签收单或者邮寄回执的扫描件")),
)
REASONS = (
    ("refer_back", "entries:refer_back", _("退回修改"), _("退回的原因"), _("经办人员会看到。")),
    ("withdraw", "entries:withdraw", _("撤回条目"), _("撤回的原因"), _("撤回后不能恢复。")),
)
# What each condition is called once it is met, and the codes of the gate that say it is not.
CONDITIONS = (
    (_("证明材料齐全，决定已有送达凭证"), frozenset({"evidence-missing"})),
    (_("行为发生时本人已成年"), frozenset({"minor-at-conduct", "conduct-end-missing"})),
    (_("认定的事实都有材料证明"), frozenset({"finding-missing", "finding-unsupported"})),
    (_("决定机关已履行应有的程序"), frozenset({"step-missing"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
    (_("决定书已送达"), frozenset({"decision-not-served", "method-missing"})),
    (_("决定的救济期已满"), frozenset({"remedy-runs", "decision-not-served"})),
    (_("没有未结的救济程序"), frozenset({"suspended"})),
    (_("告知书已送达，有送达凭证"), frozenset({"notice-not-served"})),
    (_("事后登记的送达，复核人已查看凭证"), frozenset({"service-not-sighted"})),
    (_("本人已陈述，或者陈述期已满"), frozenset({"statement-runs", "notice-not-served"})),
    (_("期限的日期已确定"), frozenset({"calendar-ends"})),
)
MERIT_CONDITIONS = (
    (_("证明材料齐全"), frozenset({"evidence-missing", "finding-unsupported", "step-missing"})),
    (_("行为发生时本人已成年"), frozenset({"minor-at-conduct"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
)
CONSENTED = (_("本人已书面同意"), frozenset({"consent-missing"}))


@dataclass(frozen=True)
class Step:
    """A step of the road; `mark` is done, now, ended or nothing."""

    state: State
    mark: str
    reached: datetime | None = None


@dataclass(frozen=True)
class Condition:
    """A condition for effect, with why it is not met."""

    words: str
    met: bool


@dataclass(frozen=True)
class Told:
    """A line of the history in plain words."""

    kind: Kind
    at: datetime
    by: str
    detail: str | None  # the reason that was given, or what the act was about


async def shown(request: Request) -> dict[str, Any]:
    """Everything `entries/show.html` needs."""
    language = request.scope["language"]
    view = await queries.view(request.path_params["entry_id"], by=request.user, now=clock.now())
    law = edition.load(view.entry.edition)
    kind = law.record_type(view.entry.record_type)
    names = await people.names({view.entry.person_id})
    standing = await exchange.of_entry(view.entry.id)
    told = await history(view.history, language)
    served = {one.which for one in view.services if one.served_on}
    return {
        "view": view,
        "powers": await powers(request, view.entry.person_id, Scope.STATE),
        "readers": await powers(request, view.entry.person_id, Scope.SEE),
        "findings": await findings.of_entry(view.entry.id, by=request.user, on=clock.present_day()),
        "originals": [
            (str(one.id), f"{evidence_name(one.kind, language=language)}：{one.file_name}")
            for one in view.evidence
            if one.redacts is None
        ],
        "evidence_choices": [
            (str(one.id), f"{evidence_name(one.kind, language=language)}：{one.file_name}", None)
            for one in view.evidence
        ],
        "changes": await former.of_entry(view.entry.id, by=request.user, on=clock.present_day()),
        "versions": await former.versions(view.entry.id, by=request.user, on=clock.present_day()),
        "may_propose": view.entry.state in CHANGING and Permission.ENTRY_DRAFT in request.user.permissions,
        "remedies": await remedies.of_entry(view.entry.id, by=request.user),
        "may_file": Permission.REMEDY_FILE in request.user.permissions,
        "may_decide": Permission.REMEDY_DECIDE in request.user.permissions,
        "kind": kind,
        "law": law,
        "servings": SERVINGS,
        "methods": [way for way in offered(request, METHODS) if way[0] in BY_OFFICERS],
        "restartable": [(which, words) for which, words in offered(request, PAPERS) if which in served],
        "evidence_route": "entries:evidence",
        "person_name": names[view.entry.person_id],
        "steps": steps(view.entry.state, kind, view.history),
        "gate": conditions(kind, view.gate, language) if view.gate else [],
        "missing_evidence": missing(view),
        "evidence_kinds": [(code, evidence_name(code, language=language)) for code in documents_of(kind)],
        "deciding": bool(DECIDING & set(view.acts)),
        "reasons": REASONS,
        "history": [line for line in told if line.kind not in LOOKS | HOUSEKEEPING],
        "looks": [line for line in told if line.kind in LOOKS],
        "phrases": PHRASES,
        "standing": in_one_sentence(view, kind, standing),
        "deliveries": standing.deliveries,
        "tried": None,
        "with_fields": WITH_FIELDS,
        **await recipients.of_entry(request, view.entry.id),
    }


def documents_of(kind: RecordType) -> list[str]:
    """The kinds of documents that an entry of this type must have before it is filed."""
    proofs = [Proof.DECISION_SERVICE] if kind.finality else []
    return [*kind.required_evidence, *proofs, *([Proof.CONSENT] if kind.consent_needed else [])]


def missing(view: queries.EntryView) -> list[str]:
    faults = view.gate.missing if view.gate and view.entry.state is State.DRAFT else ()
    return [str(fault.facts["kind"]) for fault in faults if "kind" in fault.facts]


async def history(acts: list[Act], language: Language) -> list[Told]:
    """Who did what, oldest first; what the system did by itself bears no name."""
    names = await account_names({act.actor for act in acts if act.actor})
    return [
        Told(act.kind, act.at, names.get(act.actor, "") if act.actor else "", detail(act, language)) for act in acts
    ]


def detail(act: Act, language: Language) -> str | None:
    """What stands in the journal beside the act, as far as a reader needs it."""
    body = act.body or {}
    if act.kind is Kind.ENTRY_EVIDENCE_ADDED and "kind_of_evidence" in body:
        return evidence_name(body["kind_of_evidence"], language=language)
    if "which" in body:  # of which paper a service was seen, or declared void
        paper = translations(language).gettext(PAPERS[body["which"]])
        return f"{paper} · {body['reason']}" if "reason" in body else paper
    return body.get("reason")


def in_one_sentence(view: queries.EntryView, kind: RecordType, standing: exchange.Standing) -> str:
    """Where the entry stands with the province."""
    if view.entry.state is State.WITHDRAWN:
        return _("条目已撤回，不会报送。")
    if not kind.catalogue_item:
        return _("目录没有规定报送，这条信息只在本系统记录。")
    if view.entry.state in GONE and not standing.deliveries:
        return _("条目已经终止，不会报送。")
    if view.entry.state is not State.EFFECTIVE and view.entry.state not in GONE:
        return _("条目尚未生效，不会报送。")
    if standing.deliveries:
        return STANDINGS[standing.deliveries[0].state]
    if standing.unregistered:
        return _("平台尚未登记由本单位报送这一目录项，暂时不能报送。")
    return _("已生效，即将报送。")


def steps(state: State, kind: RecordType, acts: list[Act]) -> list[Step]:
    """The road of this entry, with the day each step was last reached; one that has ended ends there."""
    road: tuple[State, ...] = ROAD if kind.finality else SHORT_ROAD
    when = {REACHED_BY[act.kind]: act.at for act in acts if act.kind in REACHED_BY}
    if state in GONE:
        past = [Step(step, "done", when[step]) for step in road if step in when]
        return [*past, Step(state, "ended", when.get(state))]
    if state is State.UNVERIFIED:
        return [Step(state, "now", when.get(state)), *(Step(step, "") for step in road)]
    here = road.index(state)
    marks = [
        "done" if place < here or state is road[-1] else "now" if place == here else "" for place in range(len(road))
    ]
    return [Step(step, mark, when.get(step) if mark else None) for step, mark in zip(road, marks, strict=True)]


def conditions(kind: RecordType, gate: Gate, language: Language) -> list[Condition]:
    """The gate in words: what is met, and for what is not, since when it will be."""
    speak = translations(language).gettext
    found = []
    asked = CONDITIONS if kind.finality else MERIT_CONDITIONS
    for words, codes in (*asked, CONSENTED) if kind.consent_needed else asked:
        faults = [fault for fault in gate.missing if fault.code in codes]
        found += [Condition(spoken(fault, language), False) for fault in faults] or [Condition(speak(words), True)]
    return found
