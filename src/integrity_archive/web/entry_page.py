"""What the page of one entry shows: the steps it takes, the gate, its history, and how it stands with the province."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import queries
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import Proof
from integrity_archive.entries.lifecycle import State
from integrity_archive.exchange import queries as exchange
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.queries import Act
from integrity_archive.language import Language, translations
from integrity_archive.people import queries as people
from integrity_archive.web.catalogue_names import evidence_name, spoken
from integrity_archive.web.history import PHRASES
from integrity_archive.web.words import STANDINGS, _

LOOKS = frozenset({Kind.ENTRY_SEEN, Kind.OWN_FILE_SEEN, Kind.PERSON_SEEN})
HOUSEKEEPING = frozenset({Kind.TASK_OPENED, Kind.TASK_DONE})
ROAD = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
REACHED_BY = {
    Kind.ENTRY_DRAFTED: State.DRAFT,
    Kind.ENTRY_FILED: State.FILED,
    Kind.ENTRY_NOTIFIED: State.NOTIFIED,
    Kind.ENTRY_TOOK_EFFECT: State.EFFECTIVE,
    Kind.ENTRY_WITHDRAWN: State.WITHDRAWN,
}
SHORT_ROAD = (State.DRAFT, State.FILED, State.EFFECTIVE)
DECIDING = frozenset({"file", "notify", "confirm", "take_effect", "refer_back", "withdraw"})
WITH_FIELDS = frozenset({"add_evidence", "serve", "state", "refer_back", "withdraw"})
REASONS = (
    ("refer_back", "entries:refer_back", _("退回修改"), _("退回的原因"), _("经办人员会看到。")),
    ("withdraw", "entries:withdraw", _("撤回条目"), _("撤回的原因"), _("撤回后不能恢复。")),
)
# What each condition is called once it is met, and the codes of the gate that say it is not.
CONDITIONS = (
    (_("证明材料齐全，决定已有送达凭证"), frozenset({"evidence-missing"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
    (_("决定的救济期已满"), frozenset({"remedy-runs"})),
    (_("告知书已送达，有送达凭证"), frozenset({"notice-not-served"})),
    (_("本人已陈述，或者陈述期已满"), frozenset({"statement-runs", "notice-not-served"})),
    (_("期限的日期已确定"), frozenset({"calendar-ends"})),
)
MERIT_CONDITIONS = (
    (_("证明材料齐全"), frozenset({"evidence-missing"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
    (_("本人已书面同意"), frozenset({"consent-missing"})),
)


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
    kind = edition.load(view.entry.edition).record_type(view.entry.record_type)
    names = await people.names({view.entry.person_id})
    standing = await exchange.of_entry(view.entry.id)
    told = await history(view.history, language)
    return {
        "view": view,
        "kind": kind,
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
    return body.get("reason")


def in_one_sentence(view: queries.EntryView, kind: RecordType, standing: exchange.Standing) -> str:
    """Where the entry stands with the province."""
    if view.entry.state is State.WITHDRAWN:
        return _("条目已撤回，不会报送。")
    if not kind.catalogue_item:
        return _("目录没有规定报送，这条信息只在本系统记录。")
    if view.entry.state is not State.EFFECTIVE:
        return _("条目尚未生效，不会报送。")
    if standing.deliveries:
        return STANDINGS[standing.deliveries[0].state]
    return _("本单位尚未在平台登记，暂时不能报送。") if standing.unregistered else _("已生效，即将报送。")


def steps(state: State, kind: RecordType, acts: list[Act]) -> list[Step]:
    """The road of this entry, with the day each step was last reached; one that was withdrawn ends there."""
    road: tuple[State, ...] = ROAD if kind.finality else SHORT_ROAD
    when = {REACHED_BY[act.kind]: act.at for act in acts if act.kind in REACHED_BY}
    if state is State.WITHDRAWN:
        gone = [Step(step, "done", when[step]) for step in road if step in when]
        return [*gone, Step(State.WITHDRAWN, "ended", when.get(State.WITHDRAWN))]
    here = road.index(state)
    marks = [
        "done" if place < here or state is road[-1] else "now" if place == here else "" for place in range(len(road))
    ]
    return [Step(step, mark, when.get(step) if mark else None) for step, mark in zip(road, marks, strict=True)]


def conditions(kind: RecordType, gate: Gate, language: Language) -> list[Condition]:
    """The gate in words: what is met, and for what is not, since when it will be."""
    speak = translations(language).gettext
    found = []
    for words, codes in CONDITIONS if kind.finality else MERIT_CONDITIONS:
        faults = [fault for fault in gate.missing if fault.code in codes]
        found += [Condition(spoken(fault, language), False) for fault in faults] or [Condition(speak(words), True)]
    return found
