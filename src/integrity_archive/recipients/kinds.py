"""The closed lists of words of who received an entry and who must be told. Pure."""

from enum import StrEnum


class RecipientKind(StrEnum):
    PLATFORM = "platform"  # a provincial or city platform: a target of the exchange
    ORGANISATION = "organisation"  # a committee or another body that asked
    PERSON = "person"  # the person himself, or whoever he gave a paper to


class How(StrEnum):
    """Through which channel an entry reached its recipient."""

    PUSH = "push"
    INQUIRY = "inquiry"
    REPORT = "report"
    LETTER = "letter"


class Cause(StrEnum):
    """Why everybody who received an entry must be told."""

    REVOKED = "revoked"
    CORRECTED = "corrected"
    REVISED = "revised"
    UPHELD = "upheld"
    OVERTURNED = "overturned"  # quashed or changed by the body appealed to
    REPAIRED = "repaired"
    RESTARTED = "restarted"
    EXPIRED = "expired"  # its display period is over: what was decided with it stands, but nobody uses it any more


class DutyState(StrEnum):
    DUE = "due"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
