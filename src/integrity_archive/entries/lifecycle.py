"""The life of an entry as a table (DESIGN §5). A merit takes the short path; nothing is ever deleted from it."""

from enum import StrEnum

from integrity_archive.actors import Role
from integrity_archive.transitions import Lifecycle, Step


class State(StrEnum):
    DRAFT = "draft"  # being written; seen by its own organisation only
    FILED = "filed"  # waits for the second officer
    NOTIFIED = "notified"  # the person has, or is being served, the notice and may answer it
    EFFECTIVE = "effective"  # in authorised answers, and pushed where the catalogue says so
    WITHDRAWN = "withdrawn"  # taken back before it took effect


CLERK = frozenset({Role.CLERK})
REVIEWER = frozenset({Role.REVIEWER})
REVIEWER_OR_WORKER = frozenset({Role.REVIEWER, Role.SYSTEM})

ENTRY = Lifecycle(
    "entry",
    Step(State.DRAFT, "edit", State.DRAFT, by=CLERK, why="a draft may change until it is filed"),
    Step(State.DRAFT, "add_evidence", State.DRAFT, by=CLERK, why="a decision is recorded with what proves it"),
    Step(State.DRAFT, "file", State.FILED, by=CLERK, why="all required documents are there"),
    Step(State.FILED, "refer_back", State.DRAFT, by=REVIEWER, why="the second officer found a fault"),
    Step(State.FILED, "notify", State.NOTIFIED, by=REVIEWER, why="a person is told before anybody else"),
    Step(State.FILED, "confirm", State.EFFECTIVE, by=REVIEWER, why="a merit needs consent, not a notice"),
    Step(State.NOTIFIED, "serve", State.NOTIFIED, by=CLERK, why="service with proof starts the person's time"),
    Step(State.NOTIFIED, "state", State.NOTIFIED, by=CLERK | {Role.SUBJECT}, why="the person may always answer"),
    Step(State.NOTIFIED, "take_effect", State.EFFECTIVE, by=REVIEWER_OR_WORKER, why="the gate is passed"),
    Step(State.FILED, "withdraw", State.WITHDRAWN, by=REVIEWER, why="it should not be recorded"),
    Step(State.NOTIFIED, "withdraw", State.WITHDRAWN, by=REVIEWER, why="the person's answer was convincing"),
)
