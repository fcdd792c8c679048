"""Who acts, and what a role may do. Authority is data: one table, one pure question."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from integrity_archive.errors import Forbidden


class Role(StrEnum):
    CLERK = "clerk"  # records decided facts for one university or association
    REVIEWER = "reviewer"  # the second officer of the same organisation
    COMMITTEE = "committee"  # asks with the person's consent
    SUBJECT = "subject"  # the person an archive is about
    OPERATOR = "operator"  # runs the service; sees no entry content
    SYSTEM = "system"  # our own worker and command line


class Permission(StrEnum):
    """`noun:verb`, closed."""

    ROSTER_IMPORT = "roster:import"
    PERSON_SEE = "person:see"
    PERSON_CORRECT = "person:correct"
    ENTRY_DRAFT = "entry:draft"
    ENTRY_REVIEW = "entry:review"
    ENTRY_SEE = "entry:see"
    TASK_SEE = "task:see"
    DELIVERY_SEE = "delivery:see"
    DELIVERY_RESEND = "delivery:resend"
    INQUIRY_MAKE = "inquiry:make"
    REPORT_ISSUE = "report:issue"
    OWN_FILE = "own:file"  # see one's own archive, make a statement, give and withdraw consent
    TARGET_REGISTER = "target:register"
    EXCHANGE_RUN = "exchange:run"
    ACCOUNT_MAKE = "account:make"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: frozenset(
        {
            Permission.ROSTER_IMPORT,
            Permission.PERSON_SEE,
            Permission.PERSON_CORRECT,
            Permission.ENTRY_DRAFT,
            Permission.ENTRY_SEE,
            Permission.TASK_SEE,
            Permission.DELIVERY_SEE,
            Permission.DELIVERY_RESEND,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            Permission.PERSON_SEE,
            Permission.ENTRY_REVIEW,
            Permission.ENTRY_SEE,
            Permission.TASK_SEE,
            Permission.DELIVERY_SEE,
        }
    ),
    Role.COMMITTEE: frozenset({Permission.INQUIRY_MAKE, Permission.REPORT_ISSUE}),
    Role.SUBJECT: frozenset({Permission.OWN_FILE}),
    Role.OPERATOR: frozenset({Permission.TARGET_REGISTER, Permission.ACCOUNT_MAKE}),
    Role.SYSTEM: frozenset(
        {
            Permission.ENTRY_REVIEW,
            Permission.EXCHANGE_RUN,
            Permission.ACCOUNT_MAKE,
            Permission.TARGET_REGISTER,
        }
    ),
}


@dataclass(frozen=True)
class Actor:
    """Somebody who acts. A person acts for himself (`person`), an officer for an organisation."""

    account: UUID | None
    roles: frozenset[Role]
    organisation: UUID | None = None
    person: UUID | None = None
    name: str = ""
    through: str = "web"  # web, api, worker or cli: which door was used
    permissions: frozenset[Permission] = field(init=False)

    def __post_init__(self) -> None:
        granted = frozenset[Permission]().union(*(GRANTS[role] for role in self.roles))
        object.__setattr__(self, "permissions", granted)


SYSTEM = Actor(account=None, roles=frozenset({Role.SYSTEM}), name="system", through="worker")


def can(actor: Actor, permission: Permission, *, organisation: UUID | None = None, person: UUID | None = None) -> bool:
    """May this actor do that to something of this organisation, or of this person?

    An officer reaches only his own organisation's things, a person only his own; our own processes reach all.
    """
    if permission not in actor.permissions:
        return False
    if Role.SYSTEM in actor.roles:
        return True
    if permission is Permission.OWN_FILE:
        return person is not None and person == actor.person
    return organisation is None or organisation == actor.organisation


def require(
    actor: Actor, permission: Permission, *, organisation: UUID | None = None, person: UUID | None = None
) -> None:
    """Raises `Forbidden` unless `can`."""
    if not can(actor, permission, organisation=organisation, person=person):
        raise Forbidden()
