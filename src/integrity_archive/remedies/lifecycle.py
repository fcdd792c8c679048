"""The lives of an objection, an appeal, a repair and a complaint as tables."""

from enum import StrEnum

from integrity_archive.actors import Role
from integrity_archive.transitions import Lifecycle, Step

CLERK = frozenset({Role.CLERK})
REVIEWER = frozenset({Role.REVIEWER})
OFFICER = CLERK | REVIEWER
ANYBODY = OFFICER | {Role.SUBJECT, Role.SYSTEM}


class ObjectionState(StrEnum):
    LODGED = "lodged"
    FORWARDED = "forwarded"  # the body that decided has been asked
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class AppealState(StrEnum):
    OPEN = "open"
    CONCLUDED = "concluded"


class RepairState(StrEnum):
    APPLIED = "applied"
    ACCEPTED = "accepted"  # its conditions are met; the body that decided now decides on it
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ComplaintState(StrEnum):
    LODGED = "lodged"
    ANSWERED = "answered"


OBJECTION = Lifecycle(
    "objection",
    Step(ObjectionState.LODGED, "forward", ObjectionState.FORWARDED, by=OFFICER, why="who decided knows the facts"),
    Step(ObjectionState.FORWARDED, "hear", ObjectionState.FORWARDED, by=OFFICER, why="the deciding body has answered"),
    Step(ObjectionState.LODGED, "answer", ObjectionState.ANSWERED, by=REVIEWER, why="our own recording is in question"),
    Step(ObjectionState.FORWARDED, "answer", ObjectionState.ANSWERED, by=REVIEWER, why="the facts are verified"),
    Step(ObjectionState.ANSWERED, "disagree", ObjectionState.ANSWERED, by=ANYBODY, why="both views stand"),
    Step(ObjectionState.LODGED, "withdraw", ObjectionState.WITHDRAWN, by=ANYBODY, why="the person takes it back"),
    Step(ObjectionState.FORWARDED, "withdraw", ObjectionState.WITHDRAWN, by=ANYBODY, why="the person takes it back"),
)
APPEAL = Lifecycle(
    "appeal",
    Step(AppealState.OPEN, "conclude", AppealState.CONCLUDED, by=REVIEWER, why="the outside body has decided"),
)
REPAIR = Lifecycle(
    "repair",
    Step(RepairState.APPLIED, "accept", RepairState.ACCEPTED, by=CLERK, why="its conditions are met and proven"),
    Step(RepairState.APPLIED, "refuse", RepairState.REFUSED, by=OFFICER, why="a condition is not met; the day is told"),
    Step(RepairState.ACCEPTED, "grant", RepairState.GRANTED, by=REVIEWER, why="the body that decided agrees"),
    Step(RepairState.ACCEPTED, "refuse", RepairState.REFUSED, by=REVIEWER, why="the body that decided does not"),
    Step(RepairState.APPLIED, "withdraw", RepairState.WITHDRAWN, by=ANYBODY, why="the person takes it back"),
    Step(RepairState.ACCEPTED, "withdraw", RepairState.WITHDRAWN, by=ANYBODY, why="the person takes it back"),
)
COMPLAINT = Lifecycle(
    "complaint",
    Step(ComplaintState.LODGED, "answer", ComplaintState.ANSWERED, by=OFFICER, why="by a desk it does not concern"),
)
