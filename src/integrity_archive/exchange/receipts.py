"""What comes back: the feed of receipts and notices, and the platform's answer about a batch when the feed is silent.

Effects and cursor are stored in one transaction (PPG/1.0 §3.5).
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog

from integrity_archive.catalogue.terms import due
from integrity_archive.database import rows, tx
from integrity_archive.errors import Retry
from integrity_archive.exchange import effects, rejections
from integrity_archive.exchange.connectors.outcome import Answered, Refused, Unknown
from integrity_archive.exchange.connectors.service import Service
from integrity_archive.exchange.feed_items import is_cursor, sorted_out
from integrity_archive.exchange.links import Links
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.waits import CHINA
from integrity_archive.killpoints import reach

CURSOR_GONE = "E1107"
log = structlog.get_logger()

SILENT = """
with chosen as materialized (
    select id from exchange_batch where target_id = $1 and state = 'received' and next_at <= $3
    order by next_at limit 20 for update skip locked)
update exchange_batch b set next_at = $2, attempts = b.attempts + 1 from chosen where b.id = chosen.id
returning b.id, b.number, b.attempts
"""
PENDING = """
select h.number, d.state_since from exchange_delivery d join exchange_head h on h.id = d.head_id
where d.batch_id = $1 and d.state = 'pending'
"""
MOVE_CURSOR = """
update exchange_target set feed_cursor = $2 where id = $1 and feed_cursor is not distinct from $3 returning id
"""


async def collect(links: Links, *, now: datetime) -> int:
    """Read every feed, ask about what is overdue, send again what may pass now; returns the number of items handled."""

    async def one(target: Target, link: Service, now: datetime) -> int:
        if now < links.next_poll.get(target.id, now):
            return 0
        done = await read_feed(target, link, now=now)
        failures = 0 if done is not None else links.failures.get(target.id, 0) + 1
        links.failures[target.id] = failures
        links.next_poll[target.id] = now + (link.waits.after(failures) if failures else link.waits.between_polls)
        if failures:
            return 0
        await ask_about_silent(target, link, now=now)
        return (done or 0) + await rejections.retry(target.id, link.waits, now=now)

    return await links.with_each(one, now=now)


async def read_feed(target: Target, link: Service, *, now: datetime) -> int | None:
    """Apply page after page; None if the platform did not answer."""
    done, cursor = 0, target.feed_cursor
    while True:
        outcome = await link.events(cursor)
        if isinstance(outcome, Refused) and outcome.code == CURSOR_GONE and cursor is not None:
            log.error("alarm: the feed's cursor is no longer known, reading from the oldest", target=target.name)
            await rows(MOVE_CURSOR, [target.id, None, cursor])
            return done
        if not isinstance(outcome, Answered):
            what = outcome.reason if isinstance(outcome, Unknown) else outcome.code
            log.warning("feed not read", target=target.name, reason=what)
            return None
        items, following = outcome.body.get("items"), outcome.body.get("next")
        if not isinstance(items, list) or not is_cursor(following):
            log.error("alarm: a page of the feed is not in the contract's form", target=target.name)
            return None
        await apply_page(target, link, items, cursor, following, now=outcome.at)
        done, cursor = done + len(items), following
        if outcome.body.get("more") is not True:
            return done


@tx
async def apply_page(
    target: Target, link: Service, items: list[Any], cursor: str | None, following: str, *, now: datetime
) -> None:
    receipts, notices = sorted_out(items)
    await effects.apply(target, link.waits, receipts, now=now)
    await effects.note(target, notices, now=now)
    if cursor != following and not await rows(MOVE_CURSOR, [target.id, following, cursor]):
        raise Retry("another worker has applied this page")
    reach("receipts.before_commit")


async def ask_about_silent(target: Target, link: Service, *, now: datetime) -> None:
    """Batches that were received long enough ago to have all their first receipts, and have not."""
    again = now + timedelta(seconds=max(link.waits.silence, link.waits.base))
    for batch in await rows(SILENT, [target.id, again, now]):
        outcome = await link.batch(batch["number"])
        if isinstance(outcome, Answered) and isinstance(outcome.body.get("receipts"), list):
            receipts = [{"type": "RECEIPT"} | item for item in outcome.body["receipts"] if isinstance(item, dict)]
            async with tx():
                await effects.apply(target, link.waits, sorted_out(receipts)[0], now=outcome.at)
        else:
            log.warning("no answer about a batch", batch=batch["number"], outcome=type(outcome).__name__)
        await ask_about_pending(link, batch["id"], now=now)


async def ask_about_pending(link: Service, batch: UUID, *, now: datetime) -> None:
    """An entry must not stay pending for more than five working days (§3.5): an alarm, with what the platform says."""
    for row in await rows(PENDING, [batch]):
        began = row["state_since"].astimezone(CHINA).date()
        if now.astimezone(CHINA).date() <= due("exchange", "pending", since=began):
            continue
        outcome = await link.entry(row["number"])
        there = outcome.body.get("seq") if isinstance(outcome, Answered) else type(outcome).__name__
        log.error("alarm: an entry has been pending too long", entry=row["number"], accepted_there=there)
