"""Which members of an entry are changed in which way, and how a change names them. Pure."""

import json
from contextlib import suppress
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field

from integrity_archive.catalogue.record_types import Severity
from integrity_archive.entries.draft import Code, DocumentNo, Found, Line, Text
from integrity_archive.entries.kinds import ChangeKind, DecisionRoute
from integrity_archive.errors import Refusal

FIXED = (
    "record_type", "document_no", "authority_uscc", "decided_on", "served_on", "final_on", "catalogue_item",
)  # fmt: skip
WORDING = ("document_title", "authority", "deciding_body")
SANCTION = ("sanction_kind", "sanction_text", "sanction_from", "sanction_to")
CHANGEABLE: dict[ChangeKind, frozenset[str]] = {
    ChangeKind.CORRECTION: frozenset(
        {*WORDING, "summary", "conduct_ended_on", "severity", "serious_basis", *SANCTION, "consented_on"}
    ),
    ChangeKind.REVISION: frozenset({"summary", "severity", "serious_basis", *SANCTION, "display_until"}),
}
OF_A_NEW_DECISION = CHANGEABLE[ChangeKind.CORRECTION] - {"consented_on"} | {
    "document_no", "authority_uscc", "decided_on", "decision_route", "remedies_told", "remedy_known_on", "steps_taken",
}  # fmt: skip
# Nothing of this stays from the former decision: it is said, or it is so.
SAID_ANEW: dict[str, Any] = {
    "decision_route": DecisionRoute.THROUGH_US, "decision_method": None, "served_on": None, "remedy_known_on": None,
    "steps_taken": [],
}  # fmt: skip
MAY_BE_EMPTY = frozenset({"conduct_ended_on", "consented_on", "serious_basis", *SANCTION})


class FixedMember(Refusal):
    """Everybody who received the entry knows it by this. It cannot be changed: revoke the entry and record it anew."""

    status = 422
    zh = "该项已随条目告知各接收方，不能更正；请撤销本条目后重新记录。"


class NotOfThisChange(Refusal):
    """This is not changed in this way."""

    status = 422
    zh = "该项不属于此种变更。"


class NothingToChange(Refusal):
    """Nothing would be different."""

    status = 422
    zh = "没有任何变化。"


class DisplayTooLong(Refusal):
    """By the catalogue's rule the entry is shown until {until} at most."""

    status = 422
    zh = "依目录规定，展示期最长至{until}。"


class ChangedBeforeDecided(Refusal):
    """A decision is changed no earlier than it was made."""

    status = 422
    zh = "变更决定的日期不得早于原决定的日期。"


class FoundAnew(Found):
    """What the changed decision found. It rests on that decision, and on the documents that are named."""

    evidence: list[UUID] = Field(default=[], max_length=50)


def worded(said: Any) -> Any:
    """A form sends texts: an object as JSON, or a finding that rests on nothing but the decision."""
    if not isinstance(said, str):
        return said
    with suppress(ValueError):
        return json.loads(said) if said.startswith("{") else {"text": said}
    return {"text": said}


AnyFound = Annotated[FoundAnew, BeforeValidator(worded)]


class Members(BaseModel):
    """What an entry shall say from now on; what is absent stays, what is named in `cleared` is emptied.

    The fixed members are here so that an attempt is answered, not passed over.
    """

    document_title: Line | None = Field(default=None, max_length=200)
    authority: Line | None = Field(default=None, max_length=200)
    deciding_body: str | None = Field(default=None, max_length=40)
    summary: Text | None = Field(default=None, max_length=500)
    conduct_ended_on: date | None = None
    severity: Severity | None = None
    serious_basis: str | None = Field(default=None, max_length=1)
    sanction_kind: str | None = Field(default=None, max_length=40)
    sanction_text: Line | None = Field(default=None, max_length=200)
    sanction_from: date | None = None
    sanction_to: date | None = None
    consented_on: date | None = None
    display_until: date | None = None
    decision_route: DecisionRoute | None = None
    remedies_told: bool | None = None
    remedy_known_on: date | None = None
    steps_taken: list[str] | None = Field(default=None, max_length=20)
    findings: list[AnyFound] = Field(default=[], max_length=50)  # in the place of those that stood there
    cleared: list[str] = Field(default=[], max_length=len(MAY_BE_EMPTY))
    record_type: str | None = Field(default=None, max_length=16)
    document_no: DocumentNo | None = Field(default=None, max_length=100)
    authority_uscc: Code | None = None
    decided_on: date | None = None
    served_on: date | None = None
    final_on: date | None = None
    catalogue_item: str | None = Field(default=None, max_length=40)

    def wanted(self) -> dict[str, Any]:
        """The members that were given, and the emptied ones as None."""
        names = [name for name in Members.model_fields if name not in ("cleared", "findings")]
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        return given | {name: None for name in self.cleared if name not in given}
