"""What the page of one entry shows: its steps, what it offers, its history, and how it stands with the province."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import findings, former, publishing, queries
from integrity_archive.entries.kinds import BY_OFFICERS, DecisionRoute, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.words import METHODS, PAPERS
from integrity_archive.exchange import queries as exchange
from integrity_archive.exchange.words import STANDINGS
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.queries import Act
from integrity_archive.language import Language, _, translations
from integrity_archive.letters import words as letter_words
from integrity_archive.people import queries as people
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import queries as remedies
from integrity_archive.web import recipients
from integrity_archive.web.catalogue_names import evidence_name
from integrity_archive.web.entry_gate import conditions, documents_of, missing
from integrity_archive.web.history import PHRASES
from integrity_archive.web.pages import offered
from integrity_archive.web.representations import powers

LOOKS = frozenset({Kind.ENTRY_SEEN, Kind.OWN_FILE_SEEN, Kind.PERSON_SEEN})
HOUSEKEEPING = frozenset({Kind.TASK_OPENED, Kind.TASK_DONE})
ROAD = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
REACHED_BY = {
    Kind.ENTRY_DRAFTED: State.DRAFT,
    Kind.ENTRY_FILED: State.FILED,
    Kind.ENTRY_NOTIFIED: State.NOTIFIED,
    Kind.ENTRY_TOOK_EFFECT: State.EFFECTIVE,
    Kind.ENTRY_IMPORTED: State.UNVERIFIED,
    Kind.ENTRY_TAKEN_UP: State.DRAFT,
}
CHANGING = (State.NOTIFIED, State.EFFECTIVE)
SHORT_ROAD = (State.DRAFT, State.FILED, State.EFFECTIVE)
DECIDING = frozenset({"take_up", "file", "notify", "confirm", "take_effect", "refer_back", "withdraw"})
WITH_FIELDS = frozenset(
    {
        "add_evidence",
        "redact",
        "add_finding",
        "pass_on",
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


@dataclass(frozen=True)
class Step:
    """A step of the road; `mark` is done, now or nothing."""

    state: State
    mark: str
    reached: datetime | None = None


@dataclass(frozen=True)
class Told:
    """A line of the history in plain words."""

    kind: Kind
    at: datetime
    by: str
    detail: str | None  # the reason that was given, or what the act was about


async def shown(request: Request) -> dict[str, Any]:
    """Everything `entries/show.html` needs."""
    language, by, on = request.scope["language"], request.user, clock.present_day()
    view = await queries.view(request.path_params["entry_id"], by=by, now=clock.now())
    entry, law = view.entry, edition.load(view.entry.edition)
    kind = law.record_type(entry.record_type)
    return {
        "view": view,
        "kind": kind,
        "law": law,
        "published": publishing.window(entry, law),
        "person_name": (await people.names({entry.person_id}))[entry.person_id],
        "steps": steps(entry.state, kind, view.history),
        "gate": conditions(kind, view.gate, language) if view.gate else [],
        "findings": await findings.of_entry(entry.id, by=by, on=on),
        "changes": await former.of_entry(entry.id, by=by, on=on),
        "versions": await former.versions(entry.id, by=by, on=on),
        "remedies": await remedies.of_entry(entry.id, by=by),
        "evidence_route": "entries:evidence",
        "powers": await powers(request, entry.person_id, Scope.STATE),
        "readers": await powers(request, entry.person_id, Scope.SEE),
        **offers(request, view, kind),
        **await histories(view, language),
        **await with_the_province(view, kind),
        **await recipients.of_entry(request, entry.id),
    }


def offers(request: Request, view: queries.EntryView, kind: RecordType) -> dict[str, Any]:
    """What the forms of the page offer to choose, and which of them this visitor may use."""
    language, may = request.scope["language"], request.user.permissions
    named = [(one, f"{evidence_name(one.kind, language=language)}：{one.file_name}") for one in view.evidence]
    served = {one.which for one in view.services if one.served_on}
    return {
        "originals": [(str(one.id), name) for one, name in named if one.redacts is None],
        "evidence_choices": [(str(one.id), name, None) for one, name in named],
        "evidence_kinds": [(code, evidence_name(code, language=language)) for code in documents_of(kind)],
        "missing_evidence": missing(view),
        "servings": SERVINGS,
        "methods_of": {which: methods(request, view, kind, which) for which in ServiceOf},
        "restartable": [(which, words) for which, words in offered(request, PAPERS) if which in served],
        "may_propose": view.entry.state in CHANGING and Permission.ENTRY_DRAFT in may,
        "may_pass_on": Permission.ENTRY_REVIEW in may,
        "may_file": Permission.REMEDY_FILE in may,
        "may_decide": Permission.REMEDY_DECIDE in may,
        "deciding": bool(DECIDING & set(view.acts)),
        "reasons": REASONS,
        "with_fields": WITH_FIELDS,
        "tried": None,
    }


def methods(request: Request, view: queries.EntryView, kind: RecordType, which: ServiceOf) -> list[tuple[str, str]]:
    """What an officer records himself; of a decision that its body served, every way that the law allows it."""
    ways = offered(request, METHODS)
    if which is ServiceOf.DECISION and view.entry.decision_route is DecisionRoute.ALREADY_SERVED:
        return [way for way in ways if kind.electronic_service or way[0] != ServiceMethod.ELECTRONIC]
    return [way for way in ways if way[0] in BY_OFFICERS]


async def histories(view: queries.EntryView, language: Language) -> dict[str, Any]:
    """What was done, and apart from it who looked."""
    told = await history(view.history, language)
    return {
        "history": [line for line in told if line.kind not in LOOKS | HOUSEKEEPING],
        "looks": [line for line in told if line.kind in LOOKS],
        "phrases": PHRASES,
    }


async def with_the_province(view: queries.EntryView, kind: RecordType) -> dict[str, Any]:
    standing = await exchange.of_entry(view.entry.id)
    return {"standing": in_one_sentence(view, kind, standing), "deliveries": standing.deliveries}


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
    reason = body.get("reason")
    if act.kind is Kind.LETTER_SETTLED and reason in letter_words.REASONS:
        return translations(language).gettext(letter_words.REASONS[reason])
    return reason


def in_one_sentence(view: queries.EntryView, kind: RecordType, standing: exchange.Standing) -> str:
    """Where the entry stands with the province."""
    if not kind.catalogue_item:
        return _("目录没有规定报送，这条信息只在本系统记录。")
    if view.entry.state is not State.EFFECTIVE:
        return _("条目尚未生效，不会报送。")
    if standing.deliveries:
        return STANDINGS[standing.deliveries[0].state]
    if standing.unregistered:
        return _("平台尚未登记由本单位报送这一目录项，暂时不能报送。")
    return _("已生效，即将报送。")


def steps(state: State, kind: RecordType, acts: list[Act]) -> list[Step]:
    """The road of this entry, with the day each step was last reached."""
    road: tuple[State, ...] = ROAD if kind.finality else SHORT_ROAD
    when = {REACHED_BY[act.kind]: act.at for act in acts if act.kind in REACHED_BY}
    if state is State.UNVERIFIED:
        return [Step(state, "now", when.get(state)), *(Step(step, "") for step in road)]
    here = road.index(state)
    marks = [
        "done" if place < here or state is road[-1] else "now" if place == here else "" for place in range(len(road))
    ]
    return [Step(step, mark, when.get(step) if mark else None) for step, mark in zip(road, marks, strict=True)]
