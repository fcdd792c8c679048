"""The closed lists of words of consents and inquiries. Pure."""

from enum import StrEnum


class Purpose(StrEnum):
    """What an archive may be asked for (晋政办发〔2018〕27号, item 15)."""

    FURTHER_STUDY = "FURTHER_STUDY"
    GRADUATION = "GRADUATION"
    AWARD = "AWARD"
    SCHOLARSHIP = "SCHOLARSHIP"
    APPRAISAL = "APPRAISAL"


class ConsentState(StrEnum):
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class Result(StrEnum):
    """How an inquiry ended. A refusal tells the asker no more than this."""

    ANSWERED = "ANSWERED"
    NO_AUTH = "NO_AUTH"
    AUTH_EXPIRED = "AUTH_EXPIRED"
    AUTH_WITHDRAWN = "AUTH_WITHDRAWN"
    PURPOSE_MISMATCH = "PURPOSE_MISMATCH"
    USES_EXHAUSTED = "USES_EXHAUSTED"


class NoAdverse(StrEnum):
    """“连续三年以上无不良信用记录” (晋政办发〔2018〕27号, item 7), as an answer and not as a mark."""

    YES = "YES"
    NO = "NO"
    INSUFFICIENT = "INSUFFICIENT"  # the archive has not been kept for so long
    UNCERTAIN = "UNCERTAIN"  # all that stands against it is itself in question
