"""What is handed in with an objection and with its answer, and what is wrong with it."""

from typing import Self

from pydantic import BaseModel, Field, model_validator

from integrity_archive.entries.models import Entry
from integrity_archive.errors import Conflict, Refusal
from integrity_archive.remedies import redress
from integrity_archive.remedies.kinds import Ground, ObjectionOutcome
from integrity_archive.remedies.redress import Remedy
from integrity_archive.remedies.taking import Received, Text

UPHOLDING = frozenset({ObjectionOutcome.UPHELD, ObjectionOutcome.PARTLY})


class ObjectionRuns(Conflict):
    """An objection to this entry is being dealt with already; add to it, or wait for the answer."""

    zh = "对该条目的异议正在处理，请等待答复。"


class NothingToDisagreeWith(Conflict):
    """Only an objection that was dismissed can be disagreed with."""

    zh = "只有被驳回的异议才能表示不同意。"


class RedressMissing(Refusal):
    """Say what becomes of the entry when the objection is upheld."""

    status = 422
    zh = "异议成立的，请选择对条目的处理。"


class NothingToRedress(Refusal):
    """An objection that is not upheld changes nothing in the entry."""

    status = 422
    zh = "异议不成立的，不改变条目。"


class Objecting(Received):
    """What the person says is wrong, and what he wishes."""

    ground: Ground
    text: Text = Field(min_length=2, max_length=1000)
    wishes: Text | None = Field(default=None, max_length=300)


class Hearing(BaseModel):
    """What the body that decided says. A paper that names others reaches the person as its redacted copy."""

    text: Text = Field(min_length=2, max_length=1000)
    names_others: bool = False


class Answering(BaseModel):
    """The answer to the person; `remedy` says what becomes of the entry if the objection is upheld."""

    outcome: ObjectionOutcome
    text: Text = Field(min_length=2, max_length=1000)
    remedy: Remedy | None = None

    @model_validator(mode="after")
    def no_answer_for_the_person(self) -> Self:
        """Whether he disagrees he says himself."""
        if self.outcome is ObjectionOutcome.DISAGREED:
            raise ValueError("not an answer")
        return self


def require_fitting(given: Answering, entry: Entry) -> None:
    """Who upholds says what becomes of the entry, unless it has ended meanwhile; who does not changes nothing."""
    upheld = given.outcome in UPHOLDING
    if given.remedy and not upheld:
        raise NothingToRedress(at="remedy")
    if upheld and given.remedy is None and entry.state in redress.LIVING:
        raise RedressMissing(at="remedy")
