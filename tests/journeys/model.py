"""What an entry and its remedies must be after each act, by the pure tables, the gate and the calendar alone."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from integrity_archive.catalogue import calendar
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.periods import months_after
from integrity_archive.entries.gate import Facts, documents, examine
from integrity_archive.entries.kinds import Objection, Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.visibility import over, told
from integrity_archive.journal.kinds import Kind
from integrity_archive.remedies.kinds import AppealOutcome, ObjectionOutcome, Redress
from integrity_archive.remedies.lifecycle import APPEAL, OBJECTION, REPAIR, AppealState, ObjectionState, RepairState
from integrity_archive.remedies.repairable import way
from integrity_archive.transitions import Lifecycle

from ..building import LAW, SUBSTITUTE

LIFECYCLES: dict[str, Lifecycle] = {one.noun: one for one in (ENTRY, OBJECTION, APPEAL, REPAIR)}
BEGINS = {
    "objection": ("lodge", ObjectionState.LODGED),
    "appeal": ("open", AppealState.OPEN),
    "repair": ("apply", RepairState.APPLIED),
}
LINES = {  # the others are called as their acts
    ("entry", "redact"): Kind.ENTRY_EVIDENCE_ADDED,
    ("repair", "grant"): Kind.REPAIR_DECIDED,
    ("repair", "refuse"): Kind.REPAIR_DECIDED,
}
KIND = LAW.record_type(SUBSTITUTE)
SEVERITY = KIND.severity_with("SUSPEND_EXAM")
NEEDED = (*KIND.required_evidence, Proof.DECISION_SERVICE)
LIVING = (State.NOTIFIED, State.EFFECTIVE)
RUNNING = (ObjectionState.LODGED, ObjectionState.FORWARDED)
REPAIRING = (RepairState.APPLIED, RepairState.ACCEPTED)
UPHELD = (ObjectionOutcome.UPHELD, ObjectionOutcome.PARTLY)
VOID = ("served_on", "decision_method", "remedy_known_on", "remedy_concluded_on", "remedy_concluded")
CLOCKS = {ServiceOf.DECISION: "served_on", ServiceOf.NOTICE: "notice_served_on"}
PROOFS = {ServiceOf.DECISION: Proof.DECISION_SERVICE, ServiceOf.NOTICE: Proof.NOTICE_SERVICE}
EFFECTS = {
    Redress.REVOKE: ("revoke", ServiceOf.NOTICE),
    Redress.CORRECT: ("correct", ServiceOf.NOTICE),
    Redress.RESTART_NOTICE: ("restart_service", ServiceOf.NOTICE),
    Redress.RESTART_DECISION: ("restart_service", ServiceOf.DECISION),
}
TERMS = (date(2028, 3, 1), date(2027, 9, 1))  # last days of the sanction, as recorded and as it is corrected to
STANDING = (ObjectionOutcome.DISAGREED, ObjectionOutcome.UNVERIFIED)


@dataclass(frozen=True)
class Chosen:
    """What somebody decides beside the act itself. `late`: a service is recorded on the day after it, and a correction
    moves the end of the sanction."""

    which: ServiceOf
    late: bool
    outcome: ObjectionOutcome
    redress: Redress
    conclusion: AppealOutcome


@dataclass
class Model:
    """One adverse entry with its latest remedies. `lines`: what the act under way must write in the journal; `steps`:
    the transitions it takes."""

    today: date
    facts: Facts
    reviewer: UUID
    sanction_to: date
    typed: dict[str, Any]  # what the form of a draft says: an older register says less
    state: State
    mark: Objection = Objection.NONE
    lifted_on: date | None = None
    final_on: date | None = None
    display_until: date | None = None
    erase_after: date | None = None  # by the rules of retention, which are tested where they stand
    held: bool = False
    statements: list[date] = field(default_factory=list)
    objection: ObjectionState | None = None
    outcomes: list[ObjectionOutcome] = field(default_factory=list)
    appeal: AppealState | None = None
    concluded: list[date] = field(default_factory=list)
    to_revise: bool = False  # an outside body changed the decision
    repair: RepairState | None = None
    lines: list[Kind] = field(default_factory=list)
    steps: list[tuple[str, str, str]] = field(default_factory=list)

    def of(self, noun: str) -> StrEnum | None:
        """Where the entry or its latest remedy stands."""
        return {"entry": self.state, "objection": self.objection, "appeal": self.appeal, "repair": self.repair}[noun]

    @property
    def over(self) -> bool:
        return over(self.state, self.display_until, on=self.today)

    @property
    def living(self) -> bool:
        """Not over by rule either, whether or not the worker has marked it so."""
        return self.state in LIVING and not self.over

    @property
    def lapses_after(self) -> date:
        """The last day on which it may be kept though it never took effect."""
        assert KIND.retention
        return months_after(self.facts.conduct_ended_on or self.facts.decided_on, KIND.retention.months)

    @property
    def another_term(self) -> date:
        [other] = {*TERMS} - {self.sanction_to}
        return other

    @property
    def told(self) -> bool:
        suspended, lifted_on = self.facts.suspended, self.lifted_on
        final_on, until = self.final_on, self.display_until
        return told(self.state, final_on, until, suspended=suspended, lifted_on=lifted_on, on=self.today)

    @property
    def opens_on(self) -> date | None:
        """The day on which time alone opens the gate."""
        return examine(self.facts, calendar.official(), today=self.today).opens_on

    @property
    def resumes(self) -> bool:
        """It stood still, and says what the outside body decided."""
        still = self.living and self.facts.suspended
        return still and self.appeal is not AppealState.OPEN and not self.to_revise

    @property
    def repair_from(self) -> date:
        """The end of the shortest time of publication."""
        return way(KIND, severity=SEVERITY, decided_on=self.facts.decided_on).possible_on

    @property
    def repairable(self) -> bool:
        return self.state is State.EFFECTIVE and self.living and self.repair_from <= self.today

    def can(self, noun: str, act: str, chosen: Chosen) -> bool:
        """What is asked beyond the table: the gate, the clocks, the documents, the other remedies."""
        facts, living = self.facts, self.living
        served = {ServiceOf.DECISION: facts.served_on, ServiceOf.NOTICE: facts.notice_served_on}
        match noun, act:
            case _ if self.state is State.ERASED:
                return False
            case "entry", _ if self.state is State.EFFECTIVE and self.over and act != "expire":
                return False  # over by rule: the worker's mark is all that is missing
            case "entry", "add_finding" | "redact":
                return bool(facts.evidence)
            case "entry", "file":
                return not documents(facts)
            case "entry", "sight_service":
                return chosen.which in facts.unsighted
            case "entry", "complete":
                return False  # what it was notified with stands
            case "entry", "confirm":
                return False  # an adverse entry is never confirmed
            case "entry", "serve":
                return facts.notice_served_on is None
            case "entry", "serve_decision":
                return facts.served_on is None
            case "entry", "restart_service":
                return served[chosen.which] is not None
            case "entry", "suspend" | "resume":
                return facts.suspended is (act == "resume")
            case "entry", "take_effect":
                return examine(facts, calendar.official(), today=self.today).open
            case "entry", "expire":
                return self.over
            case "entry", "lapse":
                return self.lapses_after < self.today
            case "entry", "erase":
                return self.erase_after is not None and self.erase_after < self.today and not self.held
            case "objection", "lodge":
                return living and self.objection not in RUNNING
            case "objection", "disagree":
                return living and self.outcomes[-1] is ObjectionOutcome.DISMISSED
            case "objection", "answer" if living and chosen.outcome in UPHELD:
                effect, which = EFFECTS[chosen.redress]
                possible = (self.state, effect) in ENTRY.steps
                return possible and (effect != "restart_service" or served[which] is not None)
            case "appeal", "open":
                return living and self.appeal is not AppealState.OPEN
            case "repair", "apply":
                return self.repairable and self.repair not in REPAIRING
            case "repair", "accept":
                return self.repairable
            case "repair", "grant":
                return self.state is State.EFFECTIVE and living
        return True

    def done(self, noun: str, act: str, chosen: Chosen) -> None:
        """The act has happened: where everything stands now, and what the journal must say of it."""
        before = self.of(noun)
        self.lines.append(LINES.get((noun, act)) or Kind(f"{noun}:{act}"))
        if noun in BEGINS and act == BEGINS[noun][0]:
            setattr(self, noun, BEGINS[noun][1])
        else:
            assert before
            self.steps.append((noun, str(before), act))
            setattr(self, noun if noun != "entry" else "state", LIFECYCLES[noun].steps[before, act].after)
        {"entry": self.entry, "objection": self.objected, "appeal": self.appealed, "repair": self.repaired}[noun](
            act, chosen
        )

    def entry(self, act: str, chosen: Chosen) -> None:
        facts, which = self.facts, chosen.which
        match act:
            case "edit":
                facts = replace(facts, **self.typed)
            case "add_evidence":
                facts = replace(facts, evidence=facts.evidence | {self.next_document})
            case "add_finding":
                facts = replace(facts, supported=(*facts.supported, True))
            case "refer_back":
                facts = replace(facts, unsighted=frozenset({ServiceOf.DECISION} if facts.served_on else ()))
            case "sight_service":
                facts = replace(facts, unsighted=facts.unsighted - {which})
            case "serve":
                facts = self.served(ServiceOf.NOTICE, chosen)
            case "serve_decision":
                facts = self.served(ServiceOf.DECISION, chosen)
            case "restart_service":
                cleared = dict.fromkeys(VOID if which is ServiceOf.DECISION else (CLOCKS[which],))
                facts = replace(facts, unsighted=facts.unsighted - {which}, **cleared)  # type: ignore[arg-type]
                self.final_on = self.display_until = None
            case "state":
                self.statements.append(self.today)
            case "mark":
                self.mark = Objection.OPEN if self.mark is Objection.NONE else Objection.NONE
            case "suspend" | "resume":
                facts = replace(facts, suspended=act == "suspend")
            case "revise":
                self.to_revise = False
                if self.state is State.NOTIFIED:
                    cleared = dict.fromkeys((*VOID, CLOCKS[ServiceOf.NOTICE]))
                    facts = replace(facts, unsighted=frozenset(), supported=(True,), **cleared)  # type: ignore[arg-type]
            case "lift":
                self.lifted_on = self.today
            case "correct" if chosen.late:
                self.sanction_to = self.another_term
                self.shown_until()
            case "erase":
                self.erased()
            case "take_effect":
                self.takes_effect()
        if act in ("refer_back", "notify", "withdraw"):
            facts = replace(facts, reviewer=self.reviewer)
        if act == "erase":
            facts = replace(facts, suspended=False)
        answers = (day for day in self.statements if day >= (facts.notice_served_on or day))
        self.facts = replace(facts, stated_on=next(answers, None))

    def served_on(self, chosen: Chosen) -> date:
        return self.today - timedelta(chosen.late)

    def served(self, which: ServiceOf, chosen: Chosen) -> Facts:
        """What was recorded after its day has still to be seen by the second officer."""
        unsighted = self.facts.unsighted - {which} | ({which} if chosen.late else set())
        known = {CLOCKS[which]: self.served_on(chosen), "decision_method": self.facts.decision_method}
        if which is ServiceOf.DECISION:
            known["decision_method"] = ServiceMethod.IN_PERSON
        known |= {"evidence": self.facts.evidence | {PROOFS[which]}}
        return replace(self.facts, unsighted=unsighted, **known)  # type: ignore[arg-type]

    def erased(self) -> None:
        """Nothing that it said stands in any column."""
        self.mark, self.lifted_on, self.final_on, self.display_until = Objection.NONE, None, None, None

    def takes_effect(self) -> None:
        facts = self.facts
        self.final_on = examine(facts, calendar.official(), today=self.today).final_on
        self.shown_until()

    def shown_until(self) -> None:
        facts = self.facts
        assert self.final_on
        self.display_until = display_until(
            KIND, LAW.item_for(SUBSTITUTE, SEVERITY), decided_on=facts.decided_on, final_on=self.final_on,
            conduct_ended_on=facts.conduct_ended_on, sanction_to=self.sanction_to,
        )  # fmt: skip

    def objected(self, act: str, chosen: Chosen) -> None:
        if act == "lodge":
            self.marked(Objection.OPEN)
        elif act == "answer":
            self.outcomes.append(chosen.outcome)
            if chosen.outcome in UPHELD and self.living:
                effect, which = EFFECTS[chosen.redress]
                self.done("entry", effect, replace(chosen, which=which, late=False))
            self.marked(self.left)
        elif act == "disagree":
            self.outcomes[-1] = ObjectionOutcome.DISAGREED
            self.done("entry", "state", chosen)
            self.marked(self.left)
        elif act == "withdraw":
            self.marked(self.left)

    @property
    def left(self) -> Objection:
        """What objections that are over leave behind (征信业管理条例 25); one upheld settles those before it."""
        settled = [place for place, one in enumerate(self.outcomes) if one is ObjectionOutcome.UPHELD]
        standing = self.outcomes[settled[-1] + 1 if settled else 0 :]
        return Objection.UNRESOLVED if set(STANDING) & set(standing) else Objection.NONE

    def marked(self, wanted: Objection) -> None:
        """An entry that ended bears its last mark."""
        if self.living and self.mark is not wanted:
            self.lines.append(Kind.ENTRY_MARKED)
            self.steps.append(("entry", str(self.state), "mark"))
            self.mark = wanted

    def appealed(self, act: str, chosen: Chosen) -> None:
        if act == "open" and not self.facts.suspended:
            self.done("entry", "suspend", chosen)
        if act == "conclude" and self.living:
            if chosen.conclusion is AppealOutcome.UPHELD:
                self.concluded.append(self.today)
            if chosen.conclusion is AppealOutcome.QUASHED:
                self.done("entry", "revoke", chosen)
            elif chosen.conclusion is AppealOutcome.CHANGED:
                self.to_revise = True
            elif self.facts.suspended and not self.to_revise:
                self.done("entry", "resume", chosen)
                self.concludes()

    def concludes(self) -> None:
        """A review of the decision that was served makes it final, unless it was taken back or never looked into."""
        served_on = self.facts.served_on
        since = [day for day in self.concluded if served_on and day >= served_on]
        if self.state is State.NOTIFIED and since:
            self.facts = replace(self.facts, remedy_concluded_on=max(since), remedy_concluded=Procedure.REVIEW)

    def repaired(self, act: str, chosen: Chosen) -> None:
        if act == "grant":
            self.done("entry", "repair", chosen)

    @property
    def next_document(self) -> str:
        return next((one for one in NEEDED if one not in self.facts.evidence), NEEDED[0])
