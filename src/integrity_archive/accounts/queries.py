"""Who is asking: from a session, from a machine key, or by login on the command line."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from integrity_archive.accounts.actions import digest
from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.actors import Actor, Role
from integrity_archive.database import rows
from integrity_archive.errors import NotFound
from integrity_archive.settings import settings

TOUCH_EVERY = timedelta(minutes=1)
BY_SESSION = """
select a.id, a.organisation_id, a.roles, a.name, s.seen_at
from accounts_session s join accounts_account a on a.id = s.account_id
where s.token_hash = $1 and a.state = 'active' and s.seen_at > $2 and s.started_at > $3
"""
BY_KEY = """
select a.id, a.organisation_id, a.roles, a.name
from accounts_api_key k join accounts_account a on a.id = k.account_id
where k.hash = $1 and k.state = 'valid' and a.state = 'active'
"""


async def actor_of_session(token: str, *, now: datetime) -> Actor | None:
    """Who signed in with this token; None once it was idle or in use for too long, or its account is disabled."""
    idle, absolute = timedelta(seconds=settings().session_idle), timedelta(seconds=settings().session_absolute)
    found = await rows(BY_SESSION, [digest(token), now - idle, now - absolute])
    if not found:
        return None
    if now - found[0]["seen_at"] > TOUCH_EVERY:
        await rows("update accounts_session set seen_at = $2 where token_hash = $1", [digest(token), now])
    return actor(found[0], through="web")


async def actor_of_key(token: str, *, now: datetime) -> Actor | None:
    """Whose machine key this is; None for one that is unknown or revoked."""
    found = await rows(BY_KEY, [digest(token)])
    return actor(found[0], through="api") if found else None


async def actor_of_login(login: str) -> Actor:
    """An account named on the command line, by somebody who may read the master key; raises `NotFound`."""
    account = await Account.get_or_none(login=login)
    if account is None:
        raise NotFound()
    return actor(vars(account), through="cli")


async def actor_of_account(id: UUID, *, through: str) -> Actor:
    """Whoever handed something in before, with what his account may do now."""
    return actor(vars(await Account.get(id=id)), through=through)


def actor(row: dict[str, Any], *, through: str) -> Actor:
    roles = frozenset(Role(role) for role in row["roles"])
    return Actor(row["id"], roles, organisation=row["organisation_id"], name=row["name"], through=through)


async def organisations(ids: set[UUID]) -> dict[UUID, Organisation]:
    """Those tenants, by id."""
    return {one.id: one for one in await Organisation.filter(id__in=ids)}


async def account_names(ids: set[UUID]) -> dict[UUID, str]:
    """What officers are called, by account id."""
    return {one.id: one.name or one.login for one in await Account.filter(id__in=ids)}
