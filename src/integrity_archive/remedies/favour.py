"""An objection that is upheld never makes the entry worse: what its answer may correct. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from integrity_archive.catalogue.policy import Severity
from integrity_archive.entries.amending import Amended
from integrity_archive.errors import FieldError, Invalid, Refusal


class NotInHisFavour(Refusal):
    """An answer corrects in the person's favour only. Anything else is proposed by one officer, decided by another."""

    status = 422
    zh = "答复异议时只能作有利于本人的更正；其他更正须由一人提出、另一人批准。"


def require_in_favour(before: Mapping[str, Any], shown_until: date | None, amended: Amended) -> None:
    """Raises `Invalid` beside every member that would be worse for the person."""
    after = {**before, **amended.members}
    faults: list[FieldError] = []
    for name in amended.members:
        if WORSE.get(name, never)(before.get(name), after.get(name)):
            faults += NotInHisFavour(at=name).errors()
    if not faults and later(shown_until, amended.display_until):
        faults += NotInHisFavour(at=next(iter(amended.members), "changes")).errors()
    if faults:
        raise Invalid(faults)


def graver(before: Severity | None, after: Severity | None) -> bool:
    return after is not None and (before is None or (after is not before and after.reaches(before)))


def later(before: date | None, after: date | None) -> bool:
    """No day at all is the latest."""
    return before is not None and (after is None or after > before)


def added(before: object, after: object) -> bool:
    """A sanction may be cleared, not rewritten: whether another one is milder no rule can say."""
    return after is not None and after != before


def never(before: object, after: object) -> bool:
    return False


WORSE: Mapping[str, Any] = {
    "severity": graver,
    "serious_basis": added,
    "sanction_kind": added,
    "sanction_text": added,
    "sanction_to": later,
}
