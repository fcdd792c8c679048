"""The reader opens a letter on his own page. Where electronic service is allowed and agreed, that is its service."""

from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission
from integrity_archive.database import tx
from integrity_archive.entries.actions import Service
from integrity_archive.errors import NotFound
from integrity_archive.letters import proofs, ways
from integrity_archive.letters.addresses import address_of
from integrity_archive.letters.kinds import STARTS_CLOCK, Channel, LetterKind, LetterState
from integrity_archive.letters.lifecycle import LETTER
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.serving import METHODS, carried, reached, settle, start_clocks
from integrity_archive.letters.writing import held
from integrity_archive.recipients import actions as recipients
from integrity_archive.sealing import Key, key_of


@tx
async def open_letter(letter_id: UUID, *, by: Actor, now: datetime) -> Letter:
    """By the person himself, or by an officer of the organisation it was written to; opened again, nothing changes."""
    letter = await to_reader(letter_id, by=by)
    key = await key_of(letter.key_id)
    attempt = await Attempt.filter(letter_id=letter.id, channel=Channel.PORTAL).order_by("-id").first()
    if attempt is None:
        attempt = await ways.try_way(letter, key, Channel.PORTAL, await page_only(letter), by=SYSTEM, now=now)
    if attempt.state not in ways.OPEN:
        return letter
    counts = attempt.counts and await agreed_still(letter, attempt, key)
    if counts and letter.settled_at is None:
        proof = await proofs.electronic(letter, attempt, ways.means_of(attempt, key), now=now)
        service = Service(method=METHODS[Channel.PORTAL], served_on=clock.today(now))
        await start_clocks(letter, service, proof, by=SYSTEM, now=now)
    await settle(attempt, letter, key, "read", by=by, now=now, counts=counts)
    await carried(letter, now=now)
    if letter.kind is LetterKind.CHANGED and letter.about and letter.person_id:  # a body says it on its own page
        await recipients.fulfilled([letter.about], by=SYSTEM, now=now)
    if letter.settled_at is None and counts:
        await reached(letter, key, "read", by=by, now=now)
    elif letter.state is LetterState.DELIVERED:
        await ways.set_state(letter, LetterState(LETTER.step(letter.state, "read", by=by).after))
    return letter


async def to_reader(letter_id: UUID, *, by: Actor) -> Letter:
    """Under lock; raises `NotFound` for whoever it was not written to, and for what lies in another's envelope."""
    letter = await held(letter_id)
    if letter is None or letter.enclosed_in or letter.blob is None or not is_reader(letter, by):
        raise NotFound()
    return letter


def is_reader(letter: Letter, by: Actor) -> bool:
    if letter.person_id:
        return Permission.OWN_FILE in by.permissions and letter.person_id == by.person
    reads = Permission.DUTY_ACKNOWLEDGE in by.permissions
    return reads and letter.recipient_id is not None and letter.recipient_id == by.organisation


async def page_only(letter: Letter) -> ways.Reach:
    """An account was opened after the letter had gone another way: his page informs him, no more."""
    return ways.Reach(has_page=True, confirmed=None, post="", electronic=False)


async def agreed_still(letter: Letter, attempt: Attempt, key: Key) -> bool:
    """He may have taken his agreement back since the letter was laid there."""
    if letter.kind not in STARTS_CLOCK:
        return True
    assert letter.person_id
    confirmed = await address_of(letter.person_id, letter.organisation_id)
    means = ways.means_of(attempt, key)
    return confirmed is not None and confirmed.electronic and confirmed.id == means.confirmation
