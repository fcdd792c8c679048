"""The demo's organisations and those who act for them, as accounts made through the ordinary action."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from integrity_archive.accounts.actions import NewAccount, NewOrganisation, add_account, add_organisation
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.demo.world import Tenant


@dataclass(frozen=True)
class Login:
    """What a visitor needs to sign in."""

    where: str
    role: str
    login: str
    password: str


@dataclass
class Office:
    """One organisation with its officers."""

    tenant: Tenant
    id: UUID
    officers: dict[Role, Actor] = field(default_factory=dict)
    answering: Actor | None = None  # a second reviewer: who took part in recording an entry answers nothing about it

    @property
    def clerk(self) -> Actor:
        return self.officers[Role.CLERK]

    @property
    def reviewer(self) -> Actor:
        return self.officers[Role.REVIEWER]

    @property
    def committee(self) -> Actor:
        return self.officers[Role.COMMITTEE]

    @property
    def answers(self) -> Actor:
        assert self.answering
        return self.answering


STAFF = {Role.CLERK: "经办人", Role.REVIEWER: "复核人", Role.COMMITTEE: "评审秘书"}
ROLES = {OrganisationKind.COMMITTEE: (Role.COMMITTEE,), OrganisationKind.OPERATOR: (Role.REVIEWER,)}
RECORDING = (Role.CLERK, Role.REVIEWER)


async def open_office(tenant: Tenant, logins: list[Login], *, now: datetime) -> Office:
    """An office with a clerk and two reviewers, a committee with its secretary, or the operator with one reviewer, to
    whom complaints about an office go."""
    new = NewOrganisation(kind=tenant.kind, name=tenant.name, uscc=tenant.uscc, address=tenant.address)
    organisation = await add_organisation(new, by=SYSTEM, now=now)
    office = Office(tenant, organisation.id)
    for role in ROLES.get(tenant.kind, RECORDING):
        office.officers[role] = await open_account(
            f"{tenant.short}-{role.value}", STAFF[role], role, tenant.name, logins, organisation=office.id, now=now
        )
    if tenant.kind not in ROLES:
        office.answering = await open_account(
            f"{tenant.short}-reviewer2", "复核人（二）", Role.REVIEWER, tenant.name, logins,
            organisation=office.id, now=now,
        )  # fmt: skip
    return office


async def open_account(
    login: str,
    name: str,
    role: Role,
    where: str,
    logins: list[Login],
    *,
    organisation: UUID | None = None,
    now: datetime,
) -> Actor:
    password = secrets.token_urlsafe(9)
    new = NewAccount(login=login, name=name, password=password, roles=[role], organisation=organisation)
    account = await add_account(new, by=SYSTEM, now=now)
    logins.append(Login(where, name, login, password))
    return Actor(account.id, frozenset({role}), organisation=organisation, name=name, through="cli")
