"""The closed lists of words of letters. Pure."""

from enum import StrEnum


class LetterKind(StrEnum):
    NOTICE = "notice"  # we record a decision and will pass it on
    DECISION = "decision"  # the decision itself, served through us
    REPAIR_NOTICE = "repair_notice"  # how the record can be repaired; served with the decision (两书同达)
    OBJECTION_ANSWER = "objection_answer"
    REPAIR_ANSWER = "repair_answer"
    COMPLAINT_ANSWER = "complaint_answer"
    CHANGED = "changed"  # to a recipient: what you were told has changed
    CLEARANCE = "clearance"  # to the person: everybody has been told
    REMINDER = "reminder"  # to an officer


class Channel(StrEnum):
    """The ways to a reader, in the order in which they are tried (`terms.toml`); the last is tried last."""

    PORTAL = "portal"  # the reader's own page; read when he opened it himself
    EMAIL = "email"  # says that a document waits, nothing of what it says
    TEXT = "text"  # the same on a telephone
    IN_PERSON = "in_person"  # handed over against signature
    POST = "post"  # printed, posted with a return receipt
    LEFT = "left"  # left where he lives, studies or works, before witnesses (留置)
    PUBLIC = "public"  # masked public notice (公告), after the others failed


class LetterState(StrEnum):
    CREATED = "created"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    RETURNED = "returned"
    REFUSED = "refused"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a try did not reach the reader."""

    NOT_MET = "not_met"  # nobody was there
    UNKNOWN_ADDRESS = "unknown_address"
    UNCLAIMED = "unclaimed"  # not fetched from the post office
    DECLINED = "declined"  # the reader would not take it
    REFUSED_BY_SERVER = "refused_by_server"  # the mail or message service refused the address for good
    NO_ANSWER = "no_answer"  # the service could not be reached, again and again
    BOUNCED = "bounced"  # taken by the mail server, and sent back later
    SERVED_OTHERWISE = "served_otherwise"  # another way was quicker
    WITHDRAWN = "withdrawn"  # what the letter is about was taken back


STARTS_CLOCK = frozenset({LetterKind.NOTICE, LetterKind.DECISION, LetterKind.REPAIR_NOTICE})
# What carried an entry to its reader; the others say that there was one, and what became of it.
CARRIES_ENTRY = frozenset({*STARTS_CLOCK, LetterKind.OBJECTION_ANSWER, LetterKind.REPAIR_ANSWER})
# Read for good, also when the entry is shown no more: they hold its number and nothing of what it said.
LASTING = frozenset(
    {
        LetterKind.OBJECTION_ANSWER, LetterKind.REPAIR_ANSWER, LetterKind.COMPLAINT_ANSWER,
        LetterKind.CHANGED, LetterKind.CLEARANCE, LetterKind.REMINDER,
    }
)  # fmt: skip
# The reader himself signed that he has it: 送达回证, 邮寄回执. For a body that was told of a change this is its
# acknowledgement. What was left before witnesses or lies opened on its page nobody has signed for: there it says on its
# own page that it knows, by somebody who may speak for it.
SIGNED_FOR = frozenset({Channel.IN_PERSON, Channel.POST})
ELECTRONIC = frozenset({Channel.PORTAL, Channel.EMAIL, Channel.TEXT})
BY_HAND = frozenset({Channel.IN_PERSON, Channel.POST, Channel.LEFT, Channel.PUBLIC})
