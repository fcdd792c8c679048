"""Public notice (公告送达), the last way: a masked name and a number, never what the letter says."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict
from integrity_archive.letters import proofs, ways
from integrity_archive.letters.fallback import may_publish
from integrity_archive.letters.kinds import Channel, LetterState
from integrity_archive.letters.lifecycle import ATTEMPT
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.serving import NotByHand, SettledAlready, arrived, taken
from integrity_archive.letters.telling import name_of
from integrity_archive.letters.writing import held
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.sealing import Key, key_of

LAPSED = """
select a.id from letters_attempt a join letters_letter l on l.id = a.letter_id
where a.state in ('created', 'sent') and a.waits_until < $1 and l.settled_at is null
order by a.waits_until, a.id limit $2
"""
SHOWN = 200


class OtherWaysFirst(Conflict):
    """Public notice is allowed only after every other way has been tried in vain."""

    zh = "其他送达方式均无法送达的，才可以公告送达。"


@dataclass(frozen=True)
class Hanging:
    """One public notice, as anybody sees it: the name masked (M3), nothing of the content."""

    number: str
    organisation: str
    name: str
    since: datetime
    until: date
    provisional: bool


@tx
async def publish(attempt_id: UUID, *, by: Actor, now: datetime) -> Letter:
    """Hang out the notice; when its time is over the letter counts as served. Raises `OtherWaysFirst`."""
    attempt, letter, key = await taken(attempt_id, by=by)
    if attempt.channel is not Channel.PUBLIC:
        raise NotByHand()
    if letter.settled_at:
        raise SettledAlready()
    step = ATTEMPT.step(attempt.state, "send", by=by)
    reach = await ways.reach_of(letter)
    tried = {one.channel: one.state for one in await Attempt.filter(letter_id=letter.id).order_by("id")}
    if not may_publish(reach.offered(letter.kind, person=letter.person_id is not None), tried):
        raise OtherWaysFirst()
    attempt.state, attempt.sent_at = LetterState(step.after), now
    until = ways.wait(Channel.PUBLIC, since=clock.today(now))
    attempt.waits_until = until.day
    await attempt.save(update_fields=["state", "sent_at", "waits_until"])
    await ways.sent(letter, attempt, key, by=by, now=now, until=until.day.isoformat(), provisional=until.provisional)
    return letter


async def hanging() -> list[Hanging]:
    """What hangs on the public board now, the newest first."""
    found = await Attempt.filter(channel=Channel.PUBLIC, state=LetterState.SENT).order_by("-sent_at").limit(SHOWN)
    letters = {letter.id: letter for letter in await Letter.filter(id__in=[one.letter_id for one in found])}
    offices = {one.id: one.name for one in await Organisation.all()}
    shown = []
    for one in found:
        letter = letters[one.letter_id]
        assert letter.person_id and one.sent_at
        until = ways.wait(Channel.PUBLIC, since=clock.today(one.sent_at))
        name = mask_name(await name_of(letter.person_id), Level.PUBLIC)
        office = offices[letter.organisation_id]
        shown.append(Hanging(letter.number, office, name, one.sent_at, until.day, until.provisional))
    return shown


async def lapse(*, now: datetime, limit: int) -> int:
    """End the waits that are over: a public notice has served its letter, any other way is followed by the next."""
    found = await rows(LAPSED, [clock.today(now), limit])
    for row in found:
        await lapse_one(row["id"], now=now)
    return len(found)


@tx
async def lapse_one(attempt_id: UUID, *, now: datetime) -> None:
    attempt = await Attempt.get(id=attempt_id)
    letter = await held(attempt.letter_id)
    await attempt.refresh_from_db()
    today = clock.today(now)
    if letter is None or letter.settled_at or attempt.waits_until is None or attempt.state not in ways.OPEN:
        return
    key = await key_of(letter.key_id)
    # Asked again: a day beyond the calendar may have moved since it was written down, and nothing lapses by one.
    until = ways.wait(attempt.channel, since=clock.today(attempt.sent_at or attempt.made_at))
    if not until.lapsed(today):
        attempt.waits_until = max(until.day, today)
        await attempt.save(update_fields=["waits_until"])
    elif attempt.channel is Channel.PUBLIC:
        await served(attempt, letter, key, until.day, now=now)
    else:
        attempt.waits_until = None
        await attempt.save(update_fields=["waits_until"])
        await ways.go_on(letter, key, now=now)


async def served(attempt: Attempt, letter: Letter, key: Key, on: date, *, now: datetime) -> None:
    proof = await proofs.published(letter, attempt, on, now=now)
    await arrived(attempt, letter, key, on, proof, by=SYSTEM, now=now)
