"""Mails and messages go out here, at least once, under an identification that stays.

claim (committed) → on the wire → settle. Whoever dies in between leaves a claim that ends; the next one sends the same
again, and the other side knows it by its identification.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.database import instances, rows, tx
from integrity_archive.errors import Retry
from integrity_archive.killpoints import reach
from integrity_archive.letters import board, drawing, ways
from integrity_archive.letters.channel import Hint, Sender, Undeliverable
from integrity_archive.letters.kinds import Channel, LetterState, Reason
from integrity_archive.letters.lifecycle import ATTEMPT
from integrity_archive.letters.mail import Mail
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.serving import in_vain, taken
from integrity_archive.letters.texts import Texts
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

AT_ONCE = 20
LEASE = 2  # a claim outlasts the longest try so many times
CLAIM = """
with chosen as materialized (
    select id from letters_attempt where state = 'created' and channel = any($3::text[]) and next_at <= $1
    order by next_at, id limit $4 for update skip locked)
update letters_attempt a set next_at = $2, tries = a.tries + 1 from chosen where a.id = chosen.id
returning a.*
"""
LATER = "update letters_attempt set next_at = $2 where id = $1 and state = 'created'"
log = structlog.get_logger()


@dataclass(frozen=True)
class Claimed:
    attempt: Attempt
    hint: Hint


def senders() -> dict[Channel, Sender]:
    """What the operator has set up; what is not set is not offered."""
    found: list[Sender] = []
    if settings().smtp_host:
        found.append(Mail())
    if settings().text_url:
        found.append(Texts())
    return {sender.channel: sender for sender in found}


async def send_due(*, now: datetime) -> int:
    """Everything that waits: draw, begin, send, and go on where a wait is over. Returns how much was done."""
    done = await drawing.draw_due(now=now, limit=AT_ONCE)
    done += await drawing.begin_due(now=now, limit=AT_ONCE)
    done += await board.lapse(now=now, limit=AT_ONCE)
    return done + await send(senders(), now=now)


async def send(given: dict[Channel, Sender], *, now: datetime) -> int:
    """Send what is due; returns how many were tried. One that fails hinders no other."""
    claimed = await claim(list(given), now=now) if given else []
    reach("letters.after_claim")
    await asyncio.gather(*(send_one(one, given[one.attempt.channel], now=now) for one in claimed))
    return len(claimed)


@tx
async def claim(channels: list[Channel], *, now: datetime) -> list[Claimed]:
    until = now + timedelta(seconds=LEASE * settings().letters_timeout)
    found = instances(Attempt, await rows(CLAIM, [now, until, channels, AT_ONCE]))
    return [Claimed(one, await hint(one)) for one in found]


async def hint(attempt: Attempt) -> Hint:
    letter = await Letter.get(id=attempt.letter_id)
    office = await Organisation.get(id=letter.organisation_id)
    means = ways.means_of(attempt, await key_of(letter.key_id))
    to_office = letter.recipient_id is not None
    return Hint(attempt.id, means.to, office.name, letter.code, attempt.made_at, to_office)


async def send_one(one: Claimed, sender: Sender, *, now: datetime) -> None:
    try:
        await sender.send(one.hint)
    except Undeliverable as refused:
        await gave_up(one, refused.reason, now=now)
    except Retry as reason:
        await again(one, str(reason), now=now)
    else:
        reach("letters.after_send")
        await was_sent(one, now=now)


async def again(one: Claimed, reason: str, *, now: datetime) -> None:
    """Later, each time twice as late; after the last try the way has failed."""
    attempt, given = one.attempt, settings()
    log.info("left to a later try", attempt=str(attempt.id), channel=attempt.channel, reason=reason)
    if attempt.tries >= given.letters_tries:
        await gave_up(one, Reason.NO_ANSWER, now=now)
        return
    wait = min(given.letters_wait * 2 ** min(attempt.tries - 1, 30), given.letters_wait_cap)
    await rows(LATER, [attempt.id, now + timedelta(seconds=wait)])


@tx
async def gave_up(one: Claimed, reason: Reason, *, now: datetime) -> None:
    await in_vain(one.attempt.id, "fail", reason, by=SYSTEM, now=now)


@tx
async def was_sent(one: Claimed, *, now: datetime) -> None:
    attempt, letter, key = await taken(one.attempt.id, by=SYSTEM)
    if attempt.state is not LetterState.CREATED:  # it was settled while the mail was on the wire
        return
    attempt.state = LetterState(ATTEMPT.step(attempt.state, "send", by=SYSTEM).after)
    attempt.sent_at, attempt.next_at = now, None
    await attempt.save(update_fields=["state", "sent_at", "next_at"])
    if letter.settled_at is None:
        await ways.sent(letter, attempt, key, by=SYSTEM, now=now, tries=attempt.tries)
    reach("letters.before_settle")
