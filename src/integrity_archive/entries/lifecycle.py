"""The life of an entry as a table (DESIGN §5). A merit takes the short path; nothing is ever deleted from it."""

from enum import StrEnum

from integrity_archive.actors import Role
from integrity_archive.entries.kinds import ChangeState, QuarantineState, StatementState
from integrity_archive.transitions import Lifecycle, Step


class State(StrEnum):
    UNVERIFIED = "unverified"  # brought over from an older register; in no answer until somebody takes it up
    DRAFT = "draft"  # being written; seen by its own organisation only
    FILED = "filed"  # waits for the second officer
    NOTIFIED = "notified"  # the person has, or is being served, the notice and may answer it
    EFFECTIVE = "effective"  # in authorised answers, and pushed where the catalogue says so
    EXPIRED = "expired"  # its display period is over; it left every answer on that day by rule, not by this state
    REPAIRED = "repaired"  # the deciding body granted repair
    REVOKED = "revoked"  # it should not have been, or no longer stands
    WITHDRAWN = "withdrawn"  # taken back before it took effect
    ERASED = "erased"  # its key is destroyed; only the fact of its existence is left


CLERK = frozenset({Role.CLERK})
REVIEWER = frozenset({Role.REVIEWER})
SYSTEM = frozenset({Role.SYSTEM})
OFFICER = CLERK | REVIEWER
REVIEWER_OR_WORKER = REVIEWER | SYSTEM
SEEN = (State.DRAFT, State.FILED, State.NOTIFIED, State.EFFECTIVE)
UNFINISHED = (State.UNVERIFIED, State.DRAFT, State.FILED, State.NOTIFIED)
ENDED = (State.EXPIRED, State.REPAIRED, State.REVOKED, State.WITHDRAWN)

ENTRY = Lifecycle(
    "entry",
    Step(State.UNVERIFIED, "take_up", State.DRAFT, by=CLERK, why="what an older register says is proven anew"),
    Step(State.UNVERIFIED, "withdraw", State.WITHDRAWN, by=REVIEWER, why="nothing proves it"),
    Step(State.DRAFT, "edit", State.DRAFT, by=CLERK, why="a draft may change until it is filed"),
    Step(State.DRAFT, "add_evidence", State.DRAFT, by=CLERK, why="a decision is recorded with what proves it"),
    Step(State.DRAFT, "add_finding", State.DRAFT, by=CLERK, why="each finding names the evidence it rests on"),
    Step(State.DRAFT, "file", State.FILED, by=CLERK, why="all required documents are there"),
    Step(State.FILED, "refer_back", State.DRAFT, by=REVIEWER, why="the second officer found a fault"),
    Step(State.FILED, "sight_service", State.FILED, by=REVIEWER, why="a service told of later is believed on sight"),
    Step(State.FILED, "notify", State.NOTIFIED, by=REVIEWER, why="a person is told before anybody else"),
    Step(State.FILED, "confirm", State.EFFECTIVE, by=REVIEWER, why="a merit needs consent, not a notice"),
    Step(State.FILED, "withdraw", State.WITHDRAWN, by=REVIEWER, why="it should not be recorded"),
    Step(State.NOTIFIED, "serve", State.NOTIFIED, by=CLERK | SYSTEM, why="service with proof starts the person's time"),
    Step(State.NOTIFIED, "serve_decision", State.NOTIFIED, by=CLERK | SYSTEM, why="the decision's time runs apart"),
    Step(State.NOTIFIED, "sight_service", State.NOTIFIED, by=REVIEWER, why="a date before its recording needs proof"),
    Step(State.NOTIFIED, "restart_service", State.NOTIFIED, by=REVIEWER_OR_WORKER, why="the service was contested"),
    Step(State.NOTIFIED, "state", State.NOTIFIED, by=CLERK | {Role.SUBJECT}, why="the person may always answer"),
    Step(State.NOTIFIED, "mark", State.NOTIFIED, by=OFFICER | SYSTEM, why="an objection shows at once"),
    Step(State.NOTIFIED, "suspend", State.NOTIFIED, by=OFFICER | SYSTEM, why="an appeal stops finality"),
    Step(State.NOTIFIED, "resume", State.NOTIFIED, by=OFFICER | SYSTEM, why="the appeal is concluded"),
    Step(State.NOTIFIED, "revise", State.NOTIFIED, by=REVIEWER_OR_WORKER, why="the changed decision is told anew"),
    Step(State.NOTIFIED, "complete", State.NOTIFIED, by=REVIEWER_OR_WORKER, why="it was notified without findings"),
    Step(State.NOTIFIED, "take_effect", State.EFFECTIVE, by=REVIEWER_OR_WORKER, why="the gate is passed"),
    Step(State.NOTIFIED, "withdraw", State.WITHDRAWN, by=REVIEWER, why="the person's answer was convincing"),
    Step(State.NOTIFIED, "revoke", State.REVOKED, by=REVIEWER_OR_WORKER, why="the decision was quashed"),
    Step(State.EFFECTIVE, "state", State.EFFECTIVE, by=CLERK | {Role.SUBJECT}, why="the person may always answer"),
    Step(State.EFFECTIVE, "mark", State.EFFECTIVE, by=OFFICER | SYSTEM, why="an objection shows at once"),
    Step(State.EFFECTIVE, "suspend", State.EFFECTIVE, by=OFFICER | SYSTEM, why="a later suit suspends display"),
    Step(State.EFFECTIVE, "resume", State.EFFECTIVE, by=OFFICER | SYSTEM, why="the suit is concluded"),
    Step(State.EFFECTIVE, "restart_service", State.NOTIFIED, by=REVIEWER_OR_WORKER, why="it was never served"),
    Step(State.EFFECTIVE, "lift", State.EFFECTIVE, by=REVIEWER_OR_WORKER, why="lifted discipline burdens no more"),
    Step(State.EFFECTIVE, "correct", State.EFFECTIVE, by=REVIEWER_OR_WORKER, why="we had recorded it wrongly"),
    Step(State.EFFECTIVE, "revise", State.EFFECTIVE, by=REVIEWER_OR_WORKER, why="the body changed its decision"),
    Step(State.EFFECTIVE, "revoke", State.REVOKED, by=REVIEWER_OR_WORKER, why="it no longer stands"),
    Step(State.EFFECTIVE, "repair", State.REPAIRED, by=REVIEWER_OR_WORKER, why="repair ends display and use at once"),
    Step(State.EFFECTIVE, "expire", State.EXPIRED, by=SYSTEM, why="no display period is for ever"),
    *(Step(state, "redact", state, by=CLERK, why="the person sees his documents, not others") for state in SEEN),
    *(
        Step(state, "lapse", State.WITHDRAWN, by=SYSTEM, why="in effect or not, nothing is kept for ever")
        for state in UNFINISHED
    ),
    *(Step(state, "erase", State.ERASED, by=SYSTEM, why="what nobody may use is destroyed") for state in ENDED),
)

CHANGE = Lifecycle(
    "change",
    Step(ChangeState.PROPOSED, "approve", ChangeState.APPROVED, by=REVIEWER, why="two officers agree"),
    Step(ChangeState.PROPOSED, "refuse", ChangeState.REFUSED, by=REVIEWER, why="the second officer does not agree"),
    Step(ChangeState.PROPOSED, "lapse", ChangeState.REFUSED, by=SYSTEM, why="its entry has ended"),
)

STATEMENT = Lifecycle(
    "statement",
    Step(StatementState.HELD_BACK, "pass_on", StatementState.TRAVELS, by=REVIEWER_OR_WORKER, why="he may be heard"),
)

QUARANTINE = Lifecycle(
    "quarantine",
    Step(QuarantineState.WAITING, "release", QuarantineState.RELEASED, by=REVIEWER, why="the words are innocent"),
    Step(QuarantineState.WAITING, "destroy", QuarantineState.DESTROYED, by=REVIEWER, why="it may not be collected"),
    Step(QuarantineState.WAITING, "lapse", QuarantineState.DESTROYED, by=SYSTEM, why="what it waits for has ended"),
)
