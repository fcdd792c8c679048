"""The closed lists of words that stand on a roster. Pure."""

from enum import StrEnum


class RosterKind(StrEnum):
    STUDENTS = "students"
    MEMBERS = "members"
    LEGACY = "legacy"  # an older register of entries: no roster of people, but handed in and answered in the same way


class RosterState(StrEnum):
    IMPORTED = "imported"
    REFUSED = "refused"  # rows had faults: nothing was changed, the error workbook is kept
