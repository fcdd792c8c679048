"""What came of a way: handed over, left, back from the post, refused, published, opened. Proof starts the clocks.

Whoever settles something holds the lock of the letter that encloses the others. A way settles once; what is told of it
later (a bounce behind a delivery) is recorded and changes nothing.
"""

import asyncio
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, Role, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import actions as entries
from integrity_archive.entries.actions import Service
from integrity_archive.entries.kinds import ServiceMethod
from integrity_archive.entries.models import Entry, Notice
from integrity_archive.errors import Conflict, NotFound, Refusal
from integrity_archive.file_types import media_type
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters import ways
from integrity_archive.letters.fallback import witnesses
from integrity_archive.letters.kinds import (
    BY_HAND,
    CARRIES_ENTRY,
    SIGNED_FOR,
    STARTS_CLOCK,
    Channel,
    LetterKind,
    LetterState,
    Reason,
)
from integrity_archive.letters.lifecycle import ATTEMPT, LETTER, SETTLED
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.writing import envelope, held
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.sealing import Key, key_of
from integrity_archive.settings import settings
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

METHODS = {
    Channel.PORTAL: ServiceMethod.ELECTRONIC,
    Channel.IN_PERSON: ServiceMethod.IN_PERSON,
    Channel.POST: ServiceMethod.POST,
    Channel.LEFT: ServiceMethod.LEFT,
    Channel.PUBLIC: ServiceMethod.PUBLIC,
}
PROOFS = {Channel.IN_PERSON: "送达回证", Channel.POST: "邮寄回执", Channel.LEFT: "留置送达记录"}
SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
Witness = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]


class DeliveredWhen(Refusal):
    """A letter is delivered no earlier than it was written, and no later than today."""

    status = 422
    zh = "送达日期不得早于成文日期，也不得晚于今天。"


class WitnessesMissing(Refusal):
    """Leaving a letter needs the names of {count} witnesses and a picture that proves it."""

    status = 422
    zh = "留置送达须填写{count}名见证人的姓名，并附照片。"


class NotByHand(Conflict):
    """Nobody can say of this way that it delivered the letter: it shows by itself."""

    zh = "此方式的送达由系统登记，不能人工登记。"


class SettledAlready(Conflict):
    """This letter has been delivered already, or need not be delivered any more."""

    zh = "该文书已经送达，或者不再需要送达。"


class Delivery(BaseModel):
    """When it was handed over, left, or arrived by post; who witnessed that it was left."""

    on: date
    witnesses: list[Witness] = []


class Vain(BaseModel):
    """Why a way did not reach the reader."""

    reason: Reason


async def taken(attempt_id: UUID, *, by: Actor) -> tuple[Attempt, Letter, Key]:
    """The way and its letter under lock; raises `NotFound` for another office's."""
    require(by, Permission.LETTER_SERVE)
    attempt = await Attempt.get_or_none(id=attempt_id)
    letter = await held(attempt.letter_id) if attempt else None
    if attempt is None or letter is None or not mine(letter, by):
        raise NotFound()
    await attempt.refresh_from_db()
    return attempt, letter, await key_of(letter.key_id)


def mine(letter: Letter, by: Actor) -> bool:
    return Role.SYSTEM in by.roles or letter.organisation_id == by.organisation


@says_nothing_prohibited
async def deliver(
    attempt_id: UUID, given: Delivery, proof_name: str, proof: bytes, *, by: Actor, now: datetime
) -> Letter:
    """Record, with its proof, that a way by hand reached the reader: from that day the person's time runs."""
    kind = media_type(proof, limit=settings().upload_limit)
    async with tx():
        attempt, letter, key = await taken(attempt_id, by=by)
        if attempt.channel not in PROOFS:
            raise NotByHand()
        if letter.settled_at:
            raise SettledAlready()
        if not clock.today(letter.created_at) <= given.on <= clock.today(now):
            raise DeliveredWhen(at="on")
        if attempt.channel is Channel.LEFT and len({*given.witnesses}) < witnesses():
            raise WitnessesMissing(at="witnesses", count=witnesses())
        means = ways.means_of(attempt, key)
        if given.witnesses:
            means = means.model_copy(update={"witnesses": tuple(given.witnesses)})
            attempt.sealed = ways.seal(attempt.id, means, key)
        sealed = key.seal(proof, place=f"blob:{attempt.id}")
        attempt.proof_blob = await asyncio.to_thread(blobs().put, sealed)
        name = f"{PROOFS[attempt.channel]}{SUFFIXES[kind]}"
        await arrived(attempt, letter, key, given.on, (name, proof), by=by, now=now)
    return letter


async def arrived(
    attempt: Attempt, letter: Letter, key: Key, on: date, proof: tuple[str, bytes], *, by: Actor, now: datetime
) -> None:
    """One way has reached the reader: the clocks of what is in the envelope start, the other ways end."""
    await start_clocks(letter, Service(method=METHODS[attempt.channel], served_on=on), proof, by=by, now=now)
    await settle(attempt, letter, key, "deliver", by=by, now=now, on=on.isoformat())
    await reached(letter, key, "deliver", by=SYSTEM, now=now)
    if attempt.channel is not Channel.PUBLIC:  # the board says that something waits, and nothing of it
        await carried(letter, now=now)
    if letter.kind is LetterKind.CHANGED and letter.about and (letter.person_id or attempt.channel in SIGNED_FOR):
        await recipients.fulfilled([letter.about], by=SYSTEM, now=now)


async def carried(letter: Letter, *, now: datetime) -> None:
    """What an envelope says of an entry is in its reader's hands: one of those on whom the entry's changes are owed."""
    person = letter.person_id is not None
    reader = letter.person_id or letter.recipient_id
    assert reader
    for one in await envelope(letter.id):
        if one.entry_id and one.kind in CARRIES_ENTRY:
            await recipients.told(
                one.entry_id, recipient_kind=RecipientKind.PERSON if person else RecipientKind.ORGANISATION,
                recipient=reader, how=How.LETTER, about=one.id, now=now,
            )  # fmt: skip


async def start_clocks(letter: Letter, service: Service, proof: tuple[str, bytes], *, by: Actor, now: datetime) -> None:
    """In the running transaction. A clock that runs already is left alone: it was proven elsewhere."""
    kinds = {one.kind for one in await envelope(letter.id)} & STARTS_CLOCK
    if letter.entry_id is None or not kinds:
        return
    entry = await Entry.get(id=letter.entry_id)
    notice = await Notice.get_or_none(entry_id=entry.id)
    if notice and letter.created_at < notice.approved_at:
        return  # it tells of a decision that was changed meanwhile
    if LetterKind.DECISION in kinds and entry.served_on is None:
        await entries.decision_served_by_letter(entry.id, service, *proof, by=by, now=now)
    if LetterKind.NOTICE in kinds and notice and notice.served_on is None:
        await entries.notice_served_by_letter(entry.id, service, *proof, by=by, now=now)


async def settle(
    attempt: Attempt, letter: Letter, key: Key, act: str, *, by: Actor, now: datetime, reason: Reason | None = None,
    **said: Any,
) -> None:  # fmt: skip
    """Write what came of one way."""
    step = ATTEMPT.step(attempt.state, act, by=by)
    attempt.state, attempt.settled_at, attempt.waits_until, attempt.next_at = LetterState(step.after), now, None, None
    attempt.reason = reason
    await attempt.save()
    await told(letter, attempt, key, by=by, now=now, outcome=step.after, reason=reason, **said)


async def told(letter: Letter, attempt: Attempt, key: Key, *, by: Actor, now: datetime, **said: Any) -> None:
    await record(
        Kind.LETTER_SETTLED, by=by, now=now, key=key, organisation=letter.organisation_id, person=letter.person_id,
        entry=letter.entry_id, about=letter.id, attempt=str(attempt.id), channel=attempt.channel, **said,
    )  # fmt: skip


async def reached(letter: Letter, key: Key, act: str, *, by: Actor, now: datetime) -> None:
    """The letter has arrived: nothing more is tried, and nobody has to do anything."""
    step = LETTER.step(letter.state, act, by=by)
    await ways.set_state(letter, LetterState(step.after), settled_at=now)
    await end_ways(letter, key, Reason.SERVED_OTHERWISE, now=now)


async def end_ways(letter: Letter, key: Key, reason: Reason, *, now: datetime) -> None:
    """End whatever is still tried. What lies on the reader's page stays there, and may still be read."""
    for other in await Attempt.filter(letter_id=letter.id, state__in=ways.OPEN):
        if other.channel is Channel.PORTAL and reason is not Reason.WITHDRAWN:
            await Attempt.filter(id=other.id).update(waits_until=None)
            continue
        await settle(other, letter, key, "fail", by=SYSTEM, now=now, reason=reason)
    await close_task(TaskKind.SERVE_LETTER, letter.id, key=key, by=SYSTEM, now=now)


@tx
async def came_back(attempt_id: UUID, given: Vain, *, by: Actor, now: datetime) -> Letter:
    """It came back, or nobody was met: the next way begins."""
    return await in_vain(attempt_id, "return", given.reason, by=by, now=now)


@tx
async def refuse(attempt_id: UUID, *, by: Actor, now: datetime) -> Letter:
    """The reader would not take it: it is left with him before witnesses."""
    return await in_vain(attempt_id, "refuse", Reason.DECLINED, by=by, now=now)


@tx
async def fail(attempt_id: UUID, given: Vain, *, by: Actor, now: datetime) -> Letter:
    """It could not be sent, or bounced."""
    return await in_vain(attempt_id, "fail", given.reason, by=by, now=now)


async def in_vain(attempt_id: UUID, act: str, reason: Reason, *, by: Actor, now: datetime) -> Letter:
    attempt, letter, key = await taken(attempt_id, by=by)
    if attempt.state in SETTLED:
        await told(letter, attempt, key, by=by, now=now, outcome=act, reason=reason, late=True)
        return letter
    await settle(attempt, letter, key, act, by=by, now=now, reason=reason)
    if attempt.counts and letter.settled_at is None:
        step = LETTER.step(letter.state, act, by=by)
        await ways.set_state(letter, LetterState(step.after))
        refused = attempt.channel if act == "refuse" else None
        begun = await ways.go_on(letter, key, refused=refused, now=now)
        if not begun and not await Attempt.exists(letter_id=letter.id, state__in=ways.OPEN, channel__in=BY_HAND):
            await ways.ask_officers(letter, key, by=SYSTEM, now=now)
    return letter


async def served_elsewhere(entry_id: UUID, *, now: datetime) -> None:
    """The service was proven on the entry's own page: its letter has arrived, once every clock in it runs."""
    entry = await Entry.get(id=entry_id)
    notice = await Notice.get_or_none(entry_id=entry_id)
    done = {LetterKind.REPAIR_NOTICE}
    done |= {LetterKind.NOTICE} if notice and notice.served_on else set()
    done |= {LetterKind.DECISION} if entry.served_on else set()
    for letter, key in await unsettled(entry_id):
        kinds = {one.kind for one in await envelope(letter.id)}
        if not kinds <= done:
            continue
        method = notice.method if notice and LetterKind.NOTICE in kinds else entry.decision_method
        for attempt in await Attempt.filter(letter_id=letter.id, state__in=ways.OPEN):
            if METHODS.get(attempt.channel) is method and attempt.channel is not Channel.PORTAL:
                await settle(attempt, letter, key, "deliver", by=SYSTEM, now=now)
        await reached(letter, key, "deliver", by=SYSTEM, now=now)
        if method is not ServiceMethod.PUBLIC:
            await carried(letter, now=now)


async def known_already(duty_id: UUID, *, now: datetime) -> None:
    """Who received the entry says that he knows of its change: the letter about it need not arrive any more."""
    for id in await Letter.filter(kind=LetterKind.CHANGED, about=duty_id, settled_at=None).values_list("id", flat=True):
        letter = await held(id)  # type: ignore[arg-type]
        if letter and letter.settled_at is None:
            await reached(letter, await key_of(letter.key_id), "deliver", by=SYSTEM, now=now)


async def taken_back(entry_id: UUID, *, now: datetime) -> None:
    """The entry was withdrawn or revoked before its letter arrived: it need not arrive any more."""
    for letter, key in await unsettled(entry_id):
        step = LETTER.step(letter.state, "fail", by=SYSTEM)
        await ways.set_state(letter, LetterState(step.after), settled_at=now)
        await end_ways(letter, key, Reason.WITHDRAWN, now=now)


async def unsettled(entry_id: UUID) -> Iterable[tuple[Letter, Key]]:
    """The envelopes of an entry that start a clock and have not arrived, each under lock."""
    found = []
    for id in await Letter.filter(
        entry_id=entry_id, kind__in=STARTS_CLOCK, enclosed_in=None, settled_at=None
    ).values_list("id", flat=True):
        letter = await held(id)  # type: ignore[arg-type]
        if letter and letter.settled_at is None:
            found.append((letter, await key_of(letter.key_id)))
    return found
