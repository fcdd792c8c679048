"""A clock that runs: what is due on which day, who has to act, by which rule. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from integrity_archive.actors import Actor, Role
from integrity_archive.tasks.models import TaskKind


class ClockKind(StrEnum):
    """Clocks that are no tasks: nobody has to take them off a desk."""

    EFFECT = "effect"  # an entry is examined at its gate
    DISPLAY = "display"  # an entry stops being shown
    LAPSE = "lapse"  # an entry that never took effect ends
    ERASE = "erase"  # an entry's key is destroyed
    HOLD = "hold"  # a legal hold ends: who placed it may have to place another
    WAIT = "wait"  # a way of service is given no longer: the next follows, or a public notice has served its letter
    OBJECTION_LIMIT = "objection_limit"  # the law's last day for answering an objection
    TELL = "tell_recipient"  # a recipient has to know of a change
    WITHDRAW = "withdraw"  # a platform has to have withdrawn or marked an entry


@dataclass(frozen=True)
class Clock:
    """`id` is the same for as long as the clock runs, also when its day moves. `owners`: the roles that must act; none
    where it happens by itself. `not_for`: the account that may not do it. `rule` names the words (`catalogue.terms`).
    """

    id: UUID
    kind: TaskKind | ClockKind
    organisation: UUID
    about: UUID
    entry: UUID | None
    due_on: date
    provisional: bool
    rule: str
    owners: frozenset[Role]
    not_for: UUID | None = None

    def overdue(self, today: date) -> bool:
        """By a provisional day nothing is late; and what happens by itself is never late."""
        return bool(self.owners) and today > self.due_on and not self.provisional

    def is_for(self, by: Actor) -> bool:
        """May this officer do it?"""
        return bool(self.owners & by.roles) and (self.not_for is None or self.not_for != by.account)


def clock_id(about: UUID, kind: ClockKind) -> UUID:
    """The lasting id of a clock that has no row of its own (RFC 9562, version 5)."""
    return uuid5(about, kind)


def most_urgent_first(clocks: Iterable[Clock], *, today: date) -> list[Clock]:
    """What is overdue first, the longest overdue on top; then by day."""
    return sorted(clocks, key=lambda one: (not one.overdue(today), one.due_on, one.kind, one.id))
