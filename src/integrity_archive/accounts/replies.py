"""Answers given once under an `Idempotency-Key` are given again, so that a lost answer does no act twice."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Reply
from integrity_archive.actors import Actor
from integrity_archive.database import rows, tx
from integrity_archive.errors import Refusal
from integrity_archive.sealing import key_of, new_key
from integrity_archive.settings import settings

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
    reply = await Reply.get_or_none(account_id=by.account, idempotency_key=idempotency_key)
    if reply is None:
        return None
    if reply.request_hash != request_hash:
        raise IdempotencyKeyReused()
    key = await key_of(reply.key_id)
    return Kept(reply.status, json.loads(key.open(reply.sealed, place=f"accounts_reply.sealed:{reply.id}")))


async def keep(by: Actor, idempotency_key: str, request_hash: bytes, kept: Kept, *, now: datetime) -> None:
    """Keep an answer, in the transaction of the act it answers; a second one for the same key violates uniqueness."""
    id, key = uuid7(), await new_key()
    await Reply.create(
        id=id,
        account_id=by.account,
        idempotency_key=idempotency_key,
        request_hash=request_hash,
        status=kept.status,
        key_id=key.id,
        sealed=key.seal_json(kept.body, place=f"accounts_reply.sealed:{id}"),
        at=now,
    )


@tx
async def forget(*, now: datetime, limit: int) -> int:
    """Erase answers that nobody can be waiting for any more, each with its key; returns how many."""
    old = await rows(OLD, [now - timedelta(seconds=settings().reply_kept), limit])
    await rows("delete from sealing_key where id = any($1::uuid[])", [[row["key_id"] for row in old]])
    return len(old)
