"""The life of a duty to tell somebody that an entry he received has changed."""

from integrity_archive.actors import Role
from integrity_archive.recipients.kinds import DutyState
from integrity_archive.transitions import Lifecycle, Step

SYSTEM = frozenset({Role.SYSTEM})
RECEIVER = frozenset({Role.COMMITTEE, Role.CLERK, Role.REVIEWER})

DUTY = Lifecycle(
    "duty",
    Step(DutyState.DUE, "send", DutyState.SENT, by=SYSTEM, why="a letter about the change has gone out"),
    Step(DutyState.DUE, "acknowledge", DutyState.ACKNOWLEDGED, by=RECEIVER | SYSTEM, why="he read it on his desk"),
    Step(DutyState.SENT, "acknowledge", DutyState.ACKNOWLEDGED, by=RECEIVER | SYSTEM, why="he says that he knows"),
)
