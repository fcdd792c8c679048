"""What is said of every paper that comes in through an officer. Pure."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel


class Scope(StrEnum):
    """What a power to act for a person may cover: a closed list."""

    SEE = "see"  # the decision, its evidence, the case file
    STATE = "state"
    OBJECT = "object"
    APPEAL = "appeal"
    REPAIR = "repair"
    CONSENT = "consent"  # to an inquiry
    FILE = "file"  # any other paper: what eases a loss of trust, a complaint, an address confirmation


class OnPaper(BaseModel):
    """The day a paper was received, from which the clocks run, and who brought it: the person himself, or his
    representative."""

    received_on: date | None = None
    representation: UUID | None = None
