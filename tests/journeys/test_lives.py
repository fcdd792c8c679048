"""Lives of entries on the pure tables: whatever anybody tries, in whatever order, on whatever day.

`pytest --hypothesis-profile=whole` lives ten times as many.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from integrity_archive.actors import Actor, Role
from integrity_archive.catalogue import calendar
from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.periods import months_after
from integrity_archive.entries.gate import Facts, examine
from integrity_archive.entries.kinds import Objection, Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import CHANGE, ENTRY, QUARANTINE, STATEMENT, State
from integrity_archive.entries.visibility import OVER, over, told
from integrity_archive.errors import Forbidden
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY
from integrity_archive.letters.lifecycle import ATTEMPT, LETTER
from integrity_archive.recipients.lifecycle import DUTY
from integrity_archive.remedies.lifecycle import (
    APPEAL,
    COMPLAINT,
    OBJECTION,
    REPAIR,
    AppealState,
    ObjectionState,
    RepairState,
)
from integrity_archive.transitions import Lifecycle, NoSuchStep

from ..building import LAW, MERIT, SUBSTITUTE

CLERK, REVIEWER = UUID(int=1), UUID(int=2)
KIND, GOOD = LAW.record_type(SUBSTITUTE), LAW.record_type(MERIT)
BEGUN = date(2024, 3, 1)
EVERY = (
    ENTRY, CHANGE, STATEMENT, QUARANTINE, OBJECTION, APPEAL, REPAIR, COMPLAINT, LETTER, ATTEMPT, DUTY, DELIVERY, BATCH,
)  # fmt: skip
WHOLE = settings.get_current_profile_name() == "whole"
LIVES = 2000 if WHOLE else 200
REACHED: Counter[tuple[str, str, str]] = Counter()
NEVER = {("entry", "notified", "complete")}  # an older entry's
ROLES = st.sampled_from(Role)
ROAD = {
    State.UNVERIFIED: ("take_up",),
    State.DRAFT: ("add_evidence", "add_finding", "file"),
    State.FILED: ("notify", "confirm"),
    State.NOTIFIED: ("serve", "serve_decision", "sight_service", "take_effect"),
}


def actor(role: Role) -> Actor:
    return Actor(account=UUID(int=9), roles=frozenset({role}))


class Life(RuleBasedStateMachine):
    """One entry, now and then a merit, what is on record about it, and the remedies that are open."""

    @initialize(
        state=st.sampled_from([State.DRAFT, State.UNVERIFIED]),
        decided=st.integers(0, 60),
        told=st.booleans(),
        already=st.booleans(),
        merit=st.integers(0, 9),
    )
    def begins(self, state: State, decided: int, told: bool, already: bool, merit: int) -> None:
        self.today = BEGUN + timedelta(decided)
        self.state, self.already_served = state, already
        self.kind = GOOD if merit == 0 else KIND
        self.facts = Facts(
            kind=self.kind,
            deciding_body=next(iter(self.kind.deciding_bodies), None),
            evidence=frozenset(),
            supported=(),
            steps_taken=frozenset(),
            sanction_kind=None,
            born_on=date(2001, 5, 1),
            adult_from=LAW.min_age_at_conduct,
            conduct_ended_on=BEGUN - timedelta(30) if self.kind is KIND else None,
            decided_on=BEGUN,
            decision_method=ServiceMethod.IN_PERSON,
            served_on=None,
            remedies_told=told,
            remedy_known_on=None,
            remedy_concluded_on=None,
            remedy_concluded=None,
            notice_served_on=None,
            stated_on=None,
            consented_on=None if self.kind is KIND else BEGUN,
            unsighted=frozenset(),
            suspended=False,
            change_pending=False,
            clerk=CLERK,
            reviewer=None,
        )
        self.mark = Objection.NONE
        self.lifted_on: date | None = None
        self.final_on: date | None = None
        self.display_until: date | None = None
        self.erase_after: date | None = None
        self.ended_on: date | None = None
        self.objection: ObjectionState | None = None
        self.appeal: AppealState | None = None
        self.repair: RepairState | None = None

    @rule(days=st.sampled_from([1, 7, 15, 30, 400, 1500]))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days)

    @rule(act=st.sampled_from(sorted({step.act for step in ENTRY})), role=ROLES)
    def somebody_acts(self, act: str, role: Role) -> None:
        """Lawful or not: the table lets it through, or nothing happens at all."""
        before = (self.state, self.facts, self.mark)
        after = stepped(ENTRY, self.state, act, role)
        if after is None:
            assert before == (self.state, self.facts, self.mark)
        elif self.possible(act):
            reached(ENTRY, self.state, act)
            self.take(act, State(after))

    @rule(data=st.data())
    def somebody_does_what_he_may(self, data: st.DataObject) -> None:
        """Most of what is tried at random is refused: this is how a life gets on."""
        steps = [step for step in ENTRY if step.before is self.state and self.possible(step.act)]
        if steps:
            step = data.draw(st.sampled_from(steps))
            self.somebody_acts(step.act, min(step.by))

    @rule(rounds=st.integers(1, 5))
    def the_office_goes_on(self, rounds: int) -> None:
        """The next acts of the main road, whatever else is open."""
        for _ in range(rounds):
            for act in ROAD.get(self.state, ()):
                if (self.state, act) in ENTRY.steps and self.possible(act):
                    self.somebody_acts(act, min(ENTRY.steps[self.state, act].by))
            if self.state is State.NOTIFIED:
                self.today = examine(self.facts, calendar.official(), today=self.today).due_on or self.today

    def possible(self, act: str) -> bool:
        """What is asked beyond the table: the gate, the clocks, the documents."""
        facts = self.facts
        if self.state is State.EFFECTIVE and self.over and act != "expire":
            return False  # over by rule, whether or not the worker has marked it
        match act:
            case "file":
                return not [
                    fault
                    for fault in examine(facts, calendar.official(), today=self.today).missing
                    if fault.code in {"evidence-missing", "step-missing", "finding-missing", "finding-unsupported"}
                ]
            case "complete":
                return not facts.supported
            case "notify" | "confirm" if (act == "notify") is not (self.kind is KIND):
                return False  # a merit is never notified, an adverse entry never confirmed
            case "confirm":
                return examine(replace(facts, reviewer=REVIEWER), calendar.official(), today=self.today).open
            case "serve":
                return facts.notice_served_on is None
            case "serve_decision":
                return facts.served_on is None
            case "sight_service":
                return bool(facts.unsighted)
            case "restart_service":
                return facts.notice_served_on is not None
            case "take_effect":
                return examine(facts, calendar.official(), today=self.today).open
            case "expire":
                return self.over
            case "lapse":
                assert KIND.retention
                return months_after(facts.conduct_ended_on or facts.decided_on, KIND.retention.months) < self.today
            case "erase":
                return self.erase_after is not None and self.erase_after < self.today
        return True

    def take(self, act: str, after: State) -> None:
        facts, today = self.facts, self.today
        if act == "add_evidence":
            needed = {*self.kind.required_evidence, Proof.DECISION_SERVICE, Proof.CONSENT}
            facts = replace(facts, evidence=frozenset(needed))
            facts = replace(facts, steps_taken=frozenset(self.kind.steps_with(None)))
            if self.already_served or self.kind is GOOD:
                late = frozenset({ServiceOf.DECISION} if self.kind is KIND else ())
                facts = replace(facts, served_on=facts.decided_on, unsighted=late)
        elif act == "add_finding":
            facts = replace(facts, supported=(True,))
        elif act == "notify":
            facts = replace(facts, reviewer=REVIEWER)
        elif act == "serve":
            late = facts.unsighted | {ServiceOf.NOTICE} if today.day % 2 else facts.unsighted
            facts = replace(facts, notice_served_on=today, unsighted=late)
        elif act == "serve_decision":
            facts = replace(facts, served_on=today)
        elif act == "sight_service":
            facts = replace(facts, unsighted=frozenset())
        elif act == "restart_service":
            facts = replace(facts, notice_served_on=None, unsighted=frozenset(), stated_on=None)
            self.final_on = self.display_until = None
        elif act == "revise" and after is State.NOTIFIED:
            anew = {"served_on": None, "notice_served_on": None, "unsighted": frozenset(), "stated_on": None}
            facts = replace(facts, remedy_concluded_on=None, remedy_concluded=None, **anew)
        elif act == "state":
            facts = replace(facts, stated_on=facts.stated_on or today)
        elif act == "mark":
            self.mark = Objection.OPEN if self.mark is Objection.NONE else Objection.NONE
        elif act == "suspend":
            facts = replace(facts, suspended=True)
        elif act == "resume":
            facts = replace(facts, suspended=False)
        elif act == "lift":
            self.lifted_on = today
        elif act in ("take_effect", "confirm"):
            facts = replace(facts, reviewer=REVIEWER)
            passed = examine(facts, calendar.official(), today=today)
            self.final_on = passed.final_on
            assert passed.final_on
            self.display_until = display_until(
                self.kind, None, decided_on=facts.decided_on, final_on=passed.final_on,
                conduct_ended_on=facts.conduct_ended_on, sanction_to=None,
            )  # fmt: skip
        if after in OVER and after is not State.ERASED:
            self.erase_after = today + timedelta(365)
        self.facts, self.state = facts, after

    @rule(data=st.data(), act=st.sampled_from(sorted({step.act for step in OBJECTION})), upheld=st.booleans())
    @precondition(lambda self: self.objection is not None)
    def somebody_handles_the_objection(self, data: st.DataObject, act: str, upheld: bool) -> None:
        assert self.objection
        role = data.draw(handlers(OBJECTION, self.objection, act))
        if after := stepped(OBJECTION, self.objection, act, role):
            reached(OBJECTION, self.objection, act)
            self.objection = ObjectionState(after)
            if act == "answer" and upheld and self.settles("revoke"):
                self.take("revoke", State.REVOKED)
            elif act in ("answer", "withdraw"):
                self.mark = Objection.NONE
            elif act == "disagree":
                self.mark = Objection.UNRESOLVED

    @rule()
    @precondition(lambda self: self.living and self.objection in (None, "answered"))
    def the_person_objects(self) -> None:
        self.objection, self.mark = ObjectionState.LODGED, Objection.OPEN

    @rule()
    @precondition(lambda self: self.living and self.kind is KIND and self.appeal is not AppealState.OPEN)
    def the_person_appeals(self) -> None:
        self.appeal, self.facts = AppealState.OPEN, replace(self.facts, suspended=True)

    @rule(role=ROLES, quashed=st.booleans())
    @precondition(lambda self: self.appeal is AppealState.OPEN)
    def somebody_records_the_outcome(self, role: Role, quashed: bool) -> None:
        assert self.appeal
        if stepped(APPEAL, self.appeal, "conclude", role):
            reached(APPEAL, self.appeal, "conclude")
            self.appeal, self.facts = AppealState.CONCLUDED, replace(self.facts, suspended=False)
            if quashed and self.settles("revoke"):
                self.take("revoke", State.REVOKED)
            else:
                self.facts = replace(self.facts, remedy_concluded_on=self.facts.remedy_concluded_on or self.today)

    @rule()
    @precondition(lambda self: self.settles("repair") and self.kind is KIND)
    @precondition(lambda self: self.repair not in ("applied", "accepted"))
    def the_person_applies_for_repair(self) -> None:
        self.repair = RepairState.APPLIED

    @rule(data=st.data(), act=st.sampled_from(sorted({step.act for step in REPAIR})))
    @precondition(lambda self: self.repair is not None)
    def somebody_handles_the_repair(self, data: st.DataObject, act: str) -> None:
        assert self.repair
        role = data.draw(handlers(REPAIR, self.repair, act))
        after = stepped(REPAIR, self.repair, act, role)
        if after and (act != "grant" or self.settles("repair")):
            reached(REPAIR, self.repair, act)
            self.repair = RepairState(after)
            if act == "grant":
                self.take("repair", State.REPAIRED)

    def settles(self, act: str) -> bool:
        return (self.state, act) in ENTRY.steps and not self.over

    @property
    def over(self) -> bool:
        return over(self.state, self.display_until, on=self.today)

    @property
    def living(self) -> bool:
        return self.state in (State.NOTIFIED, State.EFFECTIVE) and not self.over

    def shown(self) -> bool:
        return told(
            self.state, self.final_on, self.display_until,
            suspended=self.facts.suspended, lifted_on=self.lifted_on, on=self.today,
        )  # fmt: skip

    @invariant()
    def nothing_is_told_but_what_went_through_the_gate(self) -> None:
        if self.shown():
            facts = self.facts
            assert facts.reviewer not in (None, facts.clerk) and not facts.suspended
            assert self.final_on and self.final_on <= self.today
            if self.kind is KIND:
                assert facts.served_on and facts.notice_served_on and facts.supported
                assert facts.served_on < self.final_on
                assert self.display_until and self.today <= self.display_until
            else:
                assert facts.consented_on, "nobody is praised against his will"

    @invariant()
    def what_ended_stays_ended(self) -> None:
        if self.over:
            self.ended_on = self.ended_on or self.today
        if self.ended_on:
            assert not self.living and not self.shown()

    @invariant()
    def what_is_erased_never_moves_again(self) -> None:
        if self.state is State.ERASED:
            assert not [step for step in ENTRY if step.before is State.ERASED]


def handlers(lifecycle: Lifecycle, state: object, act: str) -> st.SearchStrategy[Role]:
    """Anybody, but more often somebody whose act it is."""
    step = lifecycle.steps.get((state, act))  # type: ignore[call-overload]
    return st.sampled_from(sorted(step.by)) | ROLES if step else ROLES


def stepped(lifecycle: Lifecycle, state: object, act: str, role: Role) -> str | None:
    """Where the table lets this role go, or None where it refuses, by the right refusal."""
    known = lifecycle.steps.get((state, act))  # type: ignore[call-overload]
    try:
        return lifecycle.step(state, act, by=actor(role)).after.value  # type: ignore[arg-type]
    except NoSuchStep:
        assert known is None
    except Forbidden:
        assert known is not None and role not in known.by
    return None


def reached(lifecycle: Lifecycle, state: object, act: str) -> None:
    REACHED[lifecycle.noun, str(state), act] += 1


def test_no_life_leads_where_it_should_not_and_every_step_is_taken() -> None:
    REACHED.clear()
    run_state_machine_as_test(Life, settings=settings(max_examples=LIVES, stateful_step_count=50, deadline=None))
    steps = {(one.noun, step.before.value, step.act) for one in (ENTRY, OBJECTION, APPEAL, REPAIR) for step in one}
    if WHOLE:
        assert steps - set(REACHED) == NEVER
