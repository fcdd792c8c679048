"""Begin the ways by which a letter is served: which are offered, what each needs, and the task they make."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.catalogue.periods import Deadline
from integrity_archive.catalogue.terms import deadline
from integrity_archive.entries.locked import known
from integrity_archive.entries.standing import kind_of
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.addresses import Known, address_of
from integrity_archive.letters.fallback import after_refusal, begin, following, informs_only, may_publish
from integrity_archive.letters.kinds import BY_HAND, SIGNED_FOR, STARTS_CLOCK, Channel, LetterKind, LetterState
from integrity_archive.letters.lifecycle import LETTER
from integrity_archive.letters.models import Attempt, Letter, Letterhead
from integrity_archive.people.models import Person
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import DutyState
from integrity_archive.recipients.models import Duty
from integrity_archive.sealing import Key
from integrity_archive.settings import settings
from integrity_archive.tasks.actions import open_task
from integrity_archive.tasks.models import Task, TaskKind, TaskState

OPEN = (LetterState.CREATED, LetterState.SENT)
BEFORE_TURN = (Channel.IN_PERSON, Channel.POST, Channel.LEFT)


class Means(BaseModel):
    """What a way needs and what it brought; sealed in its row."""

    to: str = ""  # a mail address, a telephone number, a postal address
    confirmation: UUID | None = None
    confirmed_on: date | None = None
    tracking: str = ""
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reach:
    """How the reader of a letter can be reached."""

    has_page: bool
    confirmed: Known | None
    post: str
    electronic: bool  # the law of the decision and the person allow electronic service
    email: str = ""  # of an organisation

    def offered(self, kind: LetterKind, *, person: bool) -> set[Channel]:
        if kind is LetterKind.REMINDER:  # an officer who is late is not helped by a letter that he must serve himself
            return {Channel.PORTAL, Channel.EMAIL} if self.email and settings().smtp_host else {Channel.PORTAL}
        # Where he would not take it, it is left: in his dormitory, at his work; he need not have signed for an address.
        ways = {Channel.IN_PERSON, Channel.LEFT}
        if self.has_page:
            ways.add(Channel.PORTAL)
        if self.confirmed and self.confirmed.email and settings().smtp_host:
            ways.add(Channel.EMAIL)
        if self.confirmed and self.confirmed.phone and settings().text_url:
            ways.add(Channel.TEXT)
        if self.post:
            ways.add(Channel.POST)
        if person and kind in STARTS_CLOCK:
            ways.add(Channel.PUBLIC)
        return ways

    def means(self, channel: Channel) -> Means:
        if self.confirmed is None:
            known = {Channel.POST: self.post, Channel.LEFT: self.post, Channel.EMAIL: self.email}
            return Means(to=known.get(channel, ""))
        to = {Channel.EMAIL: self.confirmed.email, Channel.TEXT: self.confirmed.phone}
        to |= dict.fromkeys((Channel.POST, Channel.LEFT), self.post)
        return Means(to=to.get(channel, ""), confirmation=self.confirmed.id, confirmed_on=self.confirmed.confirmed_on)


async def reach_of(letter: Letter) -> Reach:
    if letter.recipient_id:
        recipient = await Organisation.get(id=letter.recipient_id)
        head = await Letterhead.get_or_none(organisation_id=recipient.id)
        mail = head.email if head else ""
        return Reach(has_page=True, confirmed=None, post=recipient.address, electronic=False, email=mail)
    assert letter.person_id
    person = await Person.get(id=letter.person_id)
    confirmed = await address_of(person.id, letter.organisation_id)
    allowed = bool(confirmed and confirmed.electronic and await law_allows(letter))
    return Reach(person.account_id is not None, confirmed, confirmed.post if confirmed else "", allowed)


async def law_allows(letter: Letter) -> bool:
    if letter.entry_id is None:
        return False
    entry, _ = await known(letter.entry_id, by=SYSTEM)
    return kind_of(entry).electronic_service


async def before_turn(letter: Letter) -> list[Channel]:
    """The ways by hand that an officer may take at once. Of a letter that has arrived none; but a body that has its
    letter about a change and has not said that it knows may still be asked to sign for it."""
    offered = (await reach_of(letter)).offered(letter.kind, person=letter.person_id is not None)
    if letter.settled_at is None:
        return [channel for channel in BEFORE_TURN if channel in offered]
    owed = letter.kind is LetterKind.CHANGED and await Duty.exists(id=letter.about, state=DutyState.SENT)
    return [channel for channel in BEFORE_TURN if owed and channel in offered & SIGNED_FOR]


async def begin_letter(letter: Letter, key: Key, *, now: datetime) -> None:
    """Try the first ways of an envelope that lies ready, under its lock."""
    reach = await reach_of(letter)
    ways = begin(
        letter.kind, reach.offered(letter.kind, person=letter.person_id is not None), electronic=reach.electronic
    )
    for channel in ways:
        await try_way(letter, key, channel, reach, by=SYSTEM, now=now)


async def go_on(letter: Letter, key: Key, *, refused: Channel | None = None, now: datetime) -> list[Channel]:
    """Try the ways of the next step, under the letter's lock; none is left if the list is empty."""
    reach = await reach_of(letter)
    offered = reach.offered(letter.kind, person=letter.person_id is not None)
    tried = {one.channel: one.state for one in await Attempt.filter(letter_id=letter.id).order_by("id")}
    if not may_publish(offered, tried):
        offered.discard(Channel.PUBLIC)
    ways = after_refusal(refused, offered, tried) if refused else following(offered, tried)
    for channel in ways:
        await try_way(letter, key, channel, reach, by=SYSTEM, now=now)
    return ways


async def try_way(letter: Letter, key: Key, channel: Channel, reach: Reach, *, by: Actor, now: datetime) -> Attempt:
    """Begin one way. What lies on the reader's page is there at once; machines send later, officers are asked."""
    id, today = uuid7(), clock.today(now)
    at_once, by_machine = channel is Channel.PORTAL, channel in (Channel.EMAIL, Channel.TEXT)
    counts = not informs_only(letter.kind, channel, electronic=reach.electronic)
    waits = counts and channel not in (Channel.POST, Channel.PUBLIC)  # these wait from the day they are sent
    attempt = await Attempt.create(
        id=id,
        letter_id=letter.id,
        channel=channel,
        state=LetterState.SENT if at_once else LetterState.CREATED,
        counts=counts,
        sealed=seal(id, reach.means(channel), key),
        made_at=now,
        sent_at=now if at_once else None,
        next_at=now if by_machine else None,
        waits_until=wait(channel, since=today).day if waits else None,
    )
    if at_once:
        await sent(letter, attempt, key, by=by, now=now)
    if channel in BY_HAND:
        await ask_officers(letter, key, by=by, now=now)
    return attempt


def wait(channel: Channel, *, since: date) -> Deadline:
    """How long that way is given."""
    return deadline("letters", channel, since=since)


def seal(attempt: UUID, means: Means, key: Key) -> bytes:
    return key.seal(means.model_dump_json().encode(), place=f"letters_attempt.sealed:{attempt}")


def means_of(attempt: Attempt, key: Key) -> Means:
    if attempt.sealed is None:
        return Means()
    return Means.model_validate_json(key.open(attempt.sealed, place=f"letters_attempt.sealed:{attempt.id}"))


async def sent(letter: Letter, attempt: Attempt, key: Key, *, by: Actor, now: datetime, **said: Any) -> None:
    """The envelope is on its way: written once for each way that is tried. One that has arrived has arrived."""
    if letter.settled_at is None:
        step = LETTER.step(letter.state, "send", by=SYSTEM)
        await set_state(letter, LetterState(step.after))
    if letter.kind is LetterKind.CHANGED and letter.about:
        await recipients.sent(letter.about, by=SYSTEM, now=now)
    await record(
        Kind.LETTER_SENT, by=by, now=now, key=key, organisation=letter.organisation_id, person=letter.person_id,
        entry=letter.entry_id, about=letter.id, attempt=str(attempt.id), channel=attempt.channel, **said,
    )  # fmt: skip


async def set_state(letter: Letter, state: LetterState, *, settled_at: datetime | None = None) -> None:
    """Of the letter and of all that goes in its envelope."""
    letter.state, letter.settled_at = state, settled_at or letter.settled_at
    values = {"state": state, "settled_at": letter.settled_at}
    await Letter.filter(id=letter.id).update(**values)
    await Letter.filter(enclosed_in=letter.id).update(**values)


async def ask_officers(letter: Letter, key: Key, *, by: Actor, now: datetime) -> None:
    """Put it on the desk; not beside the task that the entry's notice has opened already."""
    asked = TaskKind.SERVE_NOTICE
    if letter.entry_id and await Task.exists(kind=asked, about=letter.entry_id, state=TaskState.OPEN):
        return
    until = deadline("letters", TaskKind.SERVE_LETTER, since=clock.today(now))
    await open_task(
        TaskKind.SERVE_LETTER, letter.organisation_id, letter.id, entry=letter.entry_id, due_on=until.day,
        since=clock.today(now), rule="letters.serve_letter", provisional=until.provisional, key=key, by=by, now=now,
    )  # fmt: skip
