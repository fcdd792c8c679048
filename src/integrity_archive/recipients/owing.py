"""Who must be told that an entry changed, and when everybody has been. Pure.

征信业管理条例 25 and 晋政办发〔2018〕27号, item 12: what was wrong is put right wherever it was passed on. The person
whom the entry is about is not on this list: he is answered himself, and told when the last of the others knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from integrity_archive.journal.kinds import Kind
from integrity_archive.recipients.kinds import Cause, DutyState, RecipientKind

CAUSES: dict[Kind, Cause] = {
    Kind.ENTRY_REVOKED: Cause.REVOKED,
    Kind.ENTRY_CORRECTED: Cause.CORRECTED,
    Kind.ENTRY_REVISED: Cause.REVISED,
    Kind.ENTRY_REPAIRED: Cause.REPAIRED,
    Kind.ENTRY_SERVICE_RESTARTED: Cause.RESTARTED,
    Kind.ENTRY_EXPIRED: Cause.EXPIRED,
    Kind.OBJECTION_ANSWERED: Cause.UPHELD,
    Kind.APPEAL_CONCLUDED: Cause.OVERTURNED,
}
# Of these only what was decided against the entry counts, also where it is over and nothing in it can follow any more.
AGAINST_IT = {
    Kind.OBJECTION_ANSWERED: ("upheld", "partly"),
    Kind.APPEAL_CONCLUDED: ("quashed", "changed"),
}


RECONSIDERED = frozenset(Cause) - {Cause.EXPIRED}  # it was right to decide with what was shown at the time


@dataclass(frozen=True, order=True)
class Recipient:
    """Somebody who may have received entries."""

    kind: RecipientKind
    id: UUID


@dataclass(frozen=True)
class Reached:
    """A version of an entry reached somebody; `used`: he decided with it."""

    recipient: Recipient
    version: int
    used: bool


def owed(reached: Iterable[Reached], *, version: int | None, subject: UUID) -> dict[Recipient, bool]:
    """Everybody who must be told of a change that led to this version, and whether he decided with what he had.

    Who received the changed entry only has nothing to be told; a platform is answered by the exchange, which knows by
    itself what it has there. `version` None: what the change led to can no longer be read, and everybody is told.
    """
    found: dict[Recipient, bool] = {}
    for one in reached:
        stale = version is None or one.version < version or one.recipient.kind is RecipientKind.PLATFORM
        if stale and one.recipient != Recipient(RecipientKind.PERSON, subject):
            found[one.recipient] = found.get(one.recipient, False) or one.used
    return found


def complete(states: Iterable[DutyState]) -> bool:
    """Everybody who had to be told of one change knows it."""
    return all(state is DutyState.ACKNOWLEDGED for state in states)
