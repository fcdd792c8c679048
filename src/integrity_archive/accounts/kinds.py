"""The closed lists of words of tenants and accounts. Pure."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    UNIVERSITY = "university"
    ASSOCIATION = "association"
    COMMITTEE = "committee"
    OPERATOR = "operator"


class AccountState(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"


class ApiKeyState(StrEnum):
    VALID = "valid"
    REVOKED = "revoked"
