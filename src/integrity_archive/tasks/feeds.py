"""An officer's calendar feed: an address that nobody can guess, of which only the hash is kept, and that he can end.

Calendar programs cannot sign in, so the address itself is the key, and addresses end in logs (RFC 6750, 2.3): what it
opens is therefore ids, kinds and days, nothing about a person.
"""

import secrets
from datetime import datetime

from integrity_archive.accounts.actions import digest
from integrity_archive.accounts.queries import actor
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind

MAKE = """
insert into tasks_feed (account_id, token_hash, made_at) values ($1, $2, $3)
on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
"""
REVOKE = "delete from tasks_feed where account_id = $1 returning account_id"
READER = """
select a.id, a.organisation_id, a.roles, a.name from tasks_feed f join accounts_account a on a.id = f.account_id
where f.token_hash = $1 and a.state = 'active'
"""
SINCE = "select made_at from tasks_feed where account_id = $1"


@tx
async def make_feed(*, by: Actor, now: datetime) -> str:
    """A new address's secret, told this once; the one before ends."""
    require(by, Permission.DESK_SEE)
    token = secrets.token_urlsafe(32)
    await rows(MAKE, [by.account, digest(token), now])
    await record(Kind.FEED_MADE, by=by, now=now, about=by.account)
    return token


@tx
async def revoke_feed(*, by: Actor, now: datetime) -> None:
    """The address answers nobody any more; harmless when there is none."""
    require(by, Permission.DESK_SEE)
    if await rows(REVOKE, [by.account]):
        await record(Kind.FEED_REVOKED, by=by, now=now, about=by.account)


async def feed_since(by: Actor) -> datetime | None:
    """Since when the officer has a feed."""
    found = await rows(SINCE, [by.account])
    return found[0]["made_at"] if found else None


async def reader(token: str) -> Actor | None:
    """Whose feed this is; None for a secret that is wrong or revoked, and for an account that was disabled or may see
    no tasks any more."""
    found = await rows(READER, [digest(token)])
    officer = actor(found[0], through="feed") if found else None
    return officer if officer and Permission.DESK_SEE in officer.permissions else None
