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
    ENTRY_SERVE = "entry:serve"  # record that the decision or our notice reached the person
    ENTRY_SEE = "entry:see"
    ENTRY_SETTLE = "entry:settle"  # change an effective entry as the outcome of a remedy
    ENTRY_HOLD = "entry:hold"
    REMEDY_FILE = "remedy:file"  # take in on paper what a person files
    REMEDY_DECIDE = "remedy:decide"
    REMEDY_SEE = "remedy:see"
    COMPLAINT_ANSWER = "complaint:answer"
    LETTER_SERVE = "letter:serve"
    LETTER_SEE = "letter:see"
    LETTERHEAD_SET = "letterhead:set"
    CATALOGUE_ADOPT = "catalogue:adopt"
    DUTY_SEE = "duty:see"
    DUTY_ACKNOWLEDGE = "duty:acknowledge"
    DESK_SEE = "desk:see"  # see what waits for oneself
    TASK_SEE = "task:see"  # see what waits for the whole office
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
            Permission.ENTRY_SERVE,
            Permission.ENTRY_SEE,
            Permission.DESK_SEE,
            Permission.TASK_SEE,
            Permission.REMEDY_FILE,
            Permission.REMEDY_SEE,
            Permission.LETTER_SERVE,
            Permission.LETTER_SEE,
            Permission.LETTERHEAD_SET,
            Permission.DUTY_SEE,
            Permission.DUTY_ACKNOWLEDGE,
            Permission.DELIVERY_SEE,
            Permission.DELIVERY_RESEND,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            Permission.PERSON_SEE,
            Permission.ENTRY_REVIEW,
            Permission.ENTRY_SEE,
            Permission.ENTRY_SETTLE,
            Permission.ENTRY_HOLD,
            Permission.DESK_SEE,
            Permission.TASK_SEE,
            Permission.REMEDY_FILE,
            Permission.REMEDY_SEE,
            Permission.REMEDY_DECIDE,
            Permission.COMPLAINT_ANSWER,
            Permission.LETTER_SEE,
            Permission.LETTERHEAD_SET,
            Permission.DUTY_SEE,
            Permission.DUTY_ACKNOWLEDGE,
            Permission.DELIVERY_SEE,
        }
    ),
    Role.COMMITTEE: frozenset(
        {Permission.INQUIRY_MAKE, Permission.REPORT_ISSUE, Permission.DUTY_ACKNOWLEDGE, Permission.DESK_SEE}
    ),
    Role.SUBJECT: frozenset({Permission.OWN_FILE}),
    Role.OPERATOR: frozenset({Permission.TARGET_REGISTER, Permission.ACCOUNT_MAKE, Permission.CATALOGUE_ADOPT}),
    Role.SYSTEM: frozenset(
        {
            Permission.ENTRY_REVIEW,
            Permission.ENTRY_SETTLE,
            Permission.ENTRY_SERVE,
            Permission.REMEDY_SEE,
            Permission.LETTER_SERVE,
            Permission.CATALOGUE_ADOPT,
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
