"""The closed lists of words that stand in an entry and beside it. Pure."""

from enum import StrEnum


class Objection(StrEnum):
    """The mark that travels with every answer and push (contract §4 `objection`)."""

    NONE = "NONE"
    OPEN = "OPEN"
    UNRESOLVED = "UNRESOLVED"


class Proof(StrEnum):
    """The kinds of evidence that every record type may have, beside those its catalogue edition names."""

    DECISION_SERVICE = "DECISION_SERVICE"  # that the body served its decision
    NOTICE_SERVICE = "NOTICE_SERVICE"  # that our notice was served
    CONSENT = "CONSENT"  # the person's written consent to disclose


class ServiceMethod(StrEnum):
    IN_PERSON = "in_person"  # handed over against signature
    POST = "post"  # by post with return receipt
