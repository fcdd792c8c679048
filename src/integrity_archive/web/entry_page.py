"""What the page of one entry shows: the steps it takes, the gate, its history, and how it stands with the province."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import queries
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.lifecycle import State
from integrity_archive.exchange import queries as exchange
from integrity_archive.language import Language, translations
from integrity_archive.people import queries as people
from integrity_archive.web import history
from integrity_archive.web.catalogue_names import spoken
from integrity_archive.web.words import _

ROAD = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
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
    says: str = ""


@dataclass(frozen=True)
class Condition:
    """A condition for effect, with why it is not met."""

    words: str
    met: bool


async def shown(request: Request) -> dict[str, Any]:
    """Everything `entries/show.html` needs."""
    language = request.scope["language"]
    view = await queries.view(request.path_params["entry_id"], by=request.user, now=clock.now())
    kind = edition.load(view.entry.edition).record_type(view.entry.record_type)
    standing = await exchange.of_entry(view.entry.id)
    attached = {item.kind for item in view.evidence}
    return {
        "view": view,
        "kind": kind,
        "steps": steps(view.entry.state, kind, view.gate),
        "gate": conditions(kind, view.gate, language) if view.gate else [],
        "missing_evidence": [code for code in kind.required_evidence if code not in attached],
        "deciding": bool(DECIDING & set(view.acts)),
        "reasons": REASONS,
        "deliveries": standing.deliveries,
        "phrases": history.PHRASES,
        "tried": None,
        "with_fields": WITH_FIELDS,
    }


def steps(state: State, kind: RecordType, gate: Gate | None) -> list[Step]:
    """The road of this entry; one that was withdrawn ends where it was taken back."""
    road = ROAD if kind.finality else SHORT_ROAD
    if state is State.WITHDRAWN:
        return [Step(State.DRAFT, "done"), Step(State.FILED, "done"), Step(State.WITHDRAWN, "ended")]
    reached = road.index(state)
    final = state is State.EFFECTIVE
    marks = ["done" if place < reached or final else "now" if place == reached else "" for place in range(len(road))]
    return [Step(step, mark) for step, mark in zip(road, marks, strict=True)]


def conditions(kind: RecordType, gate: Gate, language: Language) -> list[Condition]:
    """The gate in words: what is met, and for what is not, since when it will be."""
    speak = translations(language).gettext
    found = []
    for words, codes in CONDITIONS if kind.finality else MERIT_CONDITIONS:
        faults = [fault for fault in gate.missing if fault.code in codes]
        found += [Condition(spoken(fault, language), False) for fault in faults] or [Condition(speak(words), True)]
    return found
