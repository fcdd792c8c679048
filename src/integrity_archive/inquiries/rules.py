"""Whether a question may be answered. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from integrity_archive.inquiries.kinds import ConsentState, Purpose, Result


@dataclass(frozen=True)
class Given:
    """A consent of the person to the organisation that asks."""

    id: UUID
    purpose: Purpose
    families: tuple[str, ...]
    valid_from: date
    valid_until: date
    uses_left: int
    state: ConsentState


@dataclass(frozen=True)
class Decision:
    """`consent` is the one that opened the archive, or came nearest to it."""

    result: Result
    consent: Given | None = None


# the nearer a consent comes to allowing the question, the later its reason stands
NEARNESS = (
    Result.NO_AUTH,
    Result.PURPOSE_MISMATCH,
    Result.AUTH_EXPIRED,
    Result.AUTH_WITHDRAWN,
    Result.USES_EXHAUSTED,
    Result.ANSWERED,
)


def decide(consents: Iterable[Given], purpose: Purpose, *, today: date) -> Decision:
    """The best that any of these consents allows (征信业管理条例 18: consent, and for the agreed purpose only)."""
    judged = [Decision(judge(consent, purpose, today), consent) for consent in consents]
    return max(judged, key=lambda decision: NEARNESS.index(decision.result), default=Decision(Result.NO_AUTH))


def judge(consent: Given, purpose: Purpose, today: date) -> Result:
    if consent.purpose is not purpose:
        return Result.PURPOSE_MISMATCH
    if consent.state is ConsentState.WITHDRAWN:
        return Result.AUTH_WITHDRAWN
    if not consent.valid_from <= today <= consent.valid_until:
        return Result.AUTH_EXPIRED
    if consent.uses_left < 1:
        return Result.USES_EXHAUSTED
    return Result.ANSWERED
