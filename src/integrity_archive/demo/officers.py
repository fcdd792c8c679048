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

    @property
    def clerk(self) -> Actor:
        return self.officers[Role.CLERK]

    @property
    def reviewer(self) -> Actor:
        return self.officers[Role.REVIEWER]

    @property
    def committee(self) -> Actor:
        return self.officers[Role.COMMITTEE]


STAFF = {Role.CLERK: "经办人", Role.REVIEWER: "复核人", Role.COMMITTEE: "评审秘书"}


async def open_office(tenant: Tenant, logins: list[Login], *, now: datetime) -> Office:
    """The organisation with a clerk and a reviewer, or a committee with its secretary."""
    new = NewOrganisation(kind=tenant.kind, name=tenant.name, uscc=tenant.uscc, address=tenant.address)
    organisation = await add_organisation(new, by=SYSTEM, now=now)
    office = Office(tenant, organisation.id)
    asks = tenant.kind is OrganisationKind.COMMITTEE
    for role in (Role.COMMITTEE,) if asks else (Role.CLERK, Role.REVIEWER):
        office.officers[role] = await open_account(
            f"{tenant.short}-{role.value}", STAFF[role], role, tenant.name, logins, organisation=office.id, now=now
        )
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
