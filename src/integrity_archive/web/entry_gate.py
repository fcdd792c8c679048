"""The gate of one entry in words: each condition under what it is called once met, or with why it is not."""

from dataclasses import dataclass

from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.entries import queries
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import Proof
from integrity_archive.entries.lifecycle import State
from integrity_archive.language import Language, _, translations
from integrity_archive.web.catalogue_names import spoken

# What each condition is called once it is met, and the codes of the gate that say it is not.
CONDITIONS = (
    (_("证明材料齐全，决定已有送达凭证"), frozenset({"evidence-missing"})),
    (_("作出决定的是目录所列的机关"), frozenset({"deciding-body-missing"})),
    (_("行为发生时本人已成年"), frozenset({"minor-at-conduct", "conduct-end-missing"})),
    (_("认定的事实都有材料证明"), frozenset({"finding-missing", "finding-unsupported"})),
    (_("决定机关已履行应有的程序"), frozenset({"step-missing"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
    (_("决定书已送达"), frozenset({"decision-not-served", "method-missing"})),
    (_("决定的救济期已满"), frozenset({"remedy-runs", "decision-not-served"})),
    (_("没有未结的救济程序"), frozenset({"suspended"})),
    (_("没有待审核的变更或者撤销"), frozenset({"change-pending"})),
    (_("告知书已送达，有送达凭证"), frozenset({"notice-not-served"})),
    (_("事后登记的送达，复核人已查看凭证"), frozenset({"service-not-sighted"})),
    (_("本人已陈述，或者陈述期已满"), frozenset({"statement-runs", "notice-not-served"})),
    (_("期限的日期已确定"), frozenset({"calendar-ends"})),
)
MERIT_CONDITIONS = (
    (_("证明材料齐全"), frozenset({"evidence-missing", "finding-unsupported", "step-missing"})),
    (_("作出决定的是目录所列的机关"), frozenset({"deciding-body-missing"})),
    (_("行为发生时本人已成年"), frozenset({"minor-at-conduct"})),
    (_("起草与复核为两人"), frozenset({"second-officer-missing"})),
)
CONSENTED = (_("本人已书面同意"), frozenset({"consent-missing"}))


@dataclass(frozen=True)
class Condition:
    """A condition for effect, with why it is not met."""

    words: str
    met: bool


def conditions(kind: RecordType, gate: Gate, language: Language) -> list[Condition]:
    """The gate in words: what is met, and what is not with why, once even where two conditions lack the same."""
    speak = translations(language).gettext
    found = []
    asked = CONDITIONS if kind.finality else MERIT_CONDITIONS
    for words, codes in (*asked, CONSENTED) if kind.consent_needed else asked:
        faults = [fault for fault in gate.missing if fault.code in codes]
        found += [Condition(spoken(fault, language), False) for fault in faults] or [Condition(speak(words), True)]
    return list(dict.fromkeys(found))


def documents_of(kind: RecordType) -> list[str]:
    """The kinds of documents that an entry of this type must have before it is filed."""
    proofs = [Proof.DECISION_SERVICE] if kind.finality else []
    return [*kind.required_evidence, *proofs, *([Proof.CONSENT] if kind.consent_needed else [])]


def missing(view: queries.EntryView) -> list[str]:
    faults = view.gate.missing if view.gate and view.entry.state is State.DRAFT else ()
    return [str(fault.facts["kind"]) for fault in faults if "kind" in fault.facts]
