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
    CHANGE_DOCUMENT = "CHANGE_DOCUMENT"  # the decision by which a body changed, quashed or lifted its first one


class ServiceMethod(StrEnum):
    """How a document reached the person (DOMAIN §3.2), in the order in which they are tried."""

    IN_PERSON = "in_person"  # handed over against signature
    LEFT = "left"  # left at the address before a witness (留置)
    POST = "post"  # by post with return receipt
    ELECTRONIC = "electronic"  # to an address the person confirmed in writing, where the decision's law allows it
    PUBLIC = "public"  # last: masked public notice (公告)


BY_OFFICERS = (ServiceMethod.IN_PERSON, ServiceMethod.POST)  # the others are proven by a letter, or not at all


class DecisionRoute(StrEnum):
    """How the body's decision reaches the person."""

    ALREADY_SERVED = "already_served"  # the body served it, and proves that
    THROUGH_US = "through_us"  # it is served together with our notice (两书同达)


class ServiceOf(StrEnum):
    """The two services whose clocks are never merged."""

    DECISION = "decision"
    NOTICE = "notice"


class ChangeKind(StrEnum):
    """Three verbs that are never confused, and the lifting of school discipline."""

    CORRECTION = "correction"  # we recorded it wrongly
    REVISION = "revision"  # the body changed its decision; the old one stays true of its time
    REVOCATION = "revocation"  # it should never have been, or no longer stands
    LIFTING = "lifting"  # the body lifted its discipline
    COMPLETION = "completion"  # what the decision found, of an entry that was notified without it


class ChangeState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class Ending(StrEnum):
    """Why an entry is shown no more; the words of contract §4.2."""

    REVOKED = "REVOKED"
    WRONG_SUBJECT = "WRONG_SUBJECT"
    EXPIRED = "EXPIRED"
    REPAIRED = "REPAIRED"
    NOT_CATALOGUED = "NOT_CATALOGUED"
    MINOR = "MINOR"
    DUPLICATE = "DUPLICATE"
    SUBJECT_RIGHT = "SUBJECT_RIGHT"


class StatementState(StrEnum):
    """Whether what the person said is in answers and pushes; in the file it always is."""

    TRAVELS = "travels"
    HELD_BACK = "held_back"  # it may hold what may not be collected, or name others


class QuarantineState(StrEnum):
    WAITING = "waiting"
    RELEASED = "released"  # the second person found nothing prohibited
    DESTROYED = "destroyed"  # it was prohibited: the text is gone, and its key with it
