"""Answers given once under an `Idempotency-Key` are given again, so that a lost answer does no act twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor
from integrity_archive.database import rows, tx
from integrity_archive.errors import Refusal
from integrity_archive.sealing import new_key, vault
from integrity_archive.settings import settings

GIVEN = """
select r.id, r.request_hash, r.status, r.sealed, k.id as key, k.wrapped
from accounts_reply r join sealing_key k on k.id = r.key_id where r.account_id = $1 and r.idempotency_key = $2
"""
KEEP = """
insert into accounts_reply (id, account_id, idempotency_key, request_hash, status, key_id, sealed, at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
"""
OLD = """
delete from accounts_reply where id in (select id from accounts_reply where at < $1 order by at limit $2)
returning key_id
"""


class IdempotencyKeyReused(Refusal):
    """This Idempotency-Key was used for another request."""

    status = 422
    zh = "该幂等键已用于另一请求。"


@dataclass(frozen=True)
class Kept:
    """An answer as it was given."""

    status: int
    body: Any


async def recall(by: Actor, idempotency_key: str, request_hash: bytes) -> Kept | None:
    """The answer given before under this key; raises `IdempotencyKeyReused` when the request was another one."""
    found = await rows(GIVEN, [by.account, idempotency_key])
    if not found:
        return None
    [reply] = found
    if reply["request_hash"] != request_hash:
        raise IdempotencyKeyReused()
    key = vault().unwrap(reply["key"], reply["wrapped"])
    return Kept(reply["status"], key.open_json(reply["sealed"], place=f"accounts_reply.sealed:{reply['id']}"))


async def keep(by: Actor, idempotency_key: str, request_hash: bytes, kept: Kept, *, now: datetime) -> None:
    """Keep an answer, in the transaction of the act it answers; a second one for the same key violates uniqueness."""
    id, key = uuid7(), await new_key()
    sealed = key.seal_json(kept.body, place=f"accounts_reply.sealed:{id}")
    await rows(KEEP, [id, by.account, idempotency_key, request_hash, kept.status, key.id, sealed, now])


@tx
async def forget(*, now: datetime, limit: int) -> int:
    """Erase answers that nobody can be waiting for any more, each with its key; returns how many."""
    old = await rows(OLD, [now - timedelta(seconds=settings().reply_kept), limit])
    await rows("delete from sealing_key where id = any($1::uuid[])", [[row["key_id"] for row in old]])
    return len(old)
