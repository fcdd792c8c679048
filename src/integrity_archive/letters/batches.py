"""Print and post: one file with a list and every letter, its reader in the envelope's window; then tracking numbers."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import documents
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.letters import ways
from integrity_archive.letters.content import Posting, document, posting_list
from integrity_archive.letters.drawing import sheet_of
from integrity_archive.letters.heading import letterhead
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.letters.lifecycle import ATTEMPT, LETTER
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.queries import decision_in, require_shown
from integrity_archive.letters.serving import SettledAlready, taken
from integrity_archive.letters.writing import envelope, held, opened
from integrity_archive.paper import fonts
from integrity_archive.paper.document import Document
from integrity_archive.paper.joining import joinable, joined
from integrity_archive.paper.layout import render_all
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

LARGEST = 200
TRACKING = 40


class NothingToPost(Refusal):
    """Choose letters that wait to be posted."""

    status = 422
    zh = "请选择待邮寄的文书。"


class NoAddress(Refusal):
    """Nothing can be posted to a reader whose postal address is not known."""

    status = 422
    zh = "收件人没有确认的邮寄地址，不能邮寄。"


@tx
async def make_batch(attempts: list[UUID], *, by: Actor, now: datetime) -> UUID:
    """Put letters that wait to be posted into one batch; those that lie in another already stay there."""
    require(by, Permission.LETTER_SERVE)
    batch = uuid7()
    made = 0
    for id in sorted(set(attempts))[:LARGEST]:
        attempt, letter, _ = await taken(id, by=by)
        waits = attempt.channel is Channel.POST and attempt.state is LetterState.CREATED
        if waits and attempt.batch_id is None and letter.settled_at is None:
            made += await Attempt.filter(id=id).update(batch_id=batch)
    if not made:
        raise NothingToPost(at="attempts")
    return batch


async def batch(batch_id: UUID, *, by: Actor) -> list[tuple[Attempt, Letter]]:
    """The envelopes of a batch of the actor's office, in the order of the list; raises `NotFound`."""
    require(by, Permission.LETTER_SEE)
    found = await Attempt.filter(batch_id=batch_id).order_by("id")
    letters = {one.id: one for one in await Letter.filter(id__in=[attempt.letter_id for attempt in found])}
    mine = [(one, letters[one.letter_id]) for one in found if letters[one.letter_id].organisation_id == by.organisation]
    if not mine:
        raise NotFound()
    return mine


async def postings(batch_id: UUID, *, by: Actor) -> list[tuple[Attempt, Posting]]:
    listed = []
    for attempt, letter in await batch(batch_id, by=by):
        key = await key_of(letter.key_id)
        means = ways.means_of(attempt, key)
        enclosed = await enclosures(letter)
        listed.append((attempt, Posting(letter.number, opened(letter, key).to, means.to, means.tracking, enclosed)))
    return listed


async def enclosures(cover: Letter) -> tuple[str, ...]:
    """What goes into this envelope and was not written here: the body's own decision."""
    key, found = await key_of(cover.key_id), await envelope(cover.id)
    return tuple(name for one in found if one.kind is LetterKind.DECISION for name in opened(one, key).enclosures)


async def pdf(batch_id: UUID, *, by: Actor, now: datetime) -> bytes:
    """The list, then each envelope's letters and the body's decision behind them, if it can be joined; the list says of
    which one it cannot. Printed anew, not signed: the signed letters are kept as they were."""
    require(by, Permission.LETTER_SERVE)
    found = await batch(batch_id, by=by)
    head = await letterhead(found[0][1].organisation_id)
    listed = [posting for _, posting in await postings(batch_id, by=by)]
    number = f"{clock.today(now):%Y%m%d}-{str(batch_id)[-6:].upper()}"
    envelopes: list[tuple[list[Document], bytes]] = []
    for _, cover in found:
        await require_shown(cover, on=clock.today(now))
        envelopes.append(([await paper(letter) for letter in await envelope(cover.id)], await decision_to_join(cover)))
    listed = [replace(line, joined=bool(decision)) for line, (_, decision) in zip(listed, envelopes, strict=True)]
    first = posting_list(head.heading, number, now, listed)
    return await asyncio.to_thread(printed, [([first], b""), *envelopes])


def printed(envelopes: list[tuple[list[Document], bytes]]) -> bytes:
    """Papers of ours that follow each other are drawn together: they share their fonts."""
    house = fonts.load(settings().fallback_fonts)
    files: list[bytes] = []
    waiting: list[Document] = []
    for papers, decision in envelopes:
        waiting += papers
        if decision:
            files += [render_all(waiting, house), decision]
            waiting = []
    if waiting:
        files.append(render_all(waiting, house))
    return joined(files) if len(files) > 1 else files[0]


async def decision_to_join(cover: Letter) -> bytes:
    """Empty where there is none, or none that can be joined: a picture, a paper with a seal beside its pages."""
    found = await decision_in(cover, original=False)
    if found is None:
        return b""
    _, data = await documents.read(found, await key_of(cover.key_id))
    return data if await asyncio.to_thread(joinable, data) else b""


async def paper(letter: Letter) -> Document:
    content = opened(letter, await key_of(letter.key_id))
    return document(content, await sheet_of(letter, content))


@says_nothing_prohibited
@tx
async def posted(batch_id: UUID, numbers: Mapping[UUID, str], *, by: Actor, now: datetime) -> int:
    """The post has them, each under its tracking number; from today they are given their time."""
    require(by, Permission.LETTER_SERVE)
    done = 0
    for listed, _ in await batch(batch_id, by=by):
        attempt, letter, key = await taken(listed.id, by=by)
        tracking = numbers.get(attempt.id, "").strip()[:TRACKING]
        if not tracking or attempt.state is not LetterState.CREATED or letter.settled_at:
            continue
        attempt.state = LetterState(ATTEMPT.step(attempt.state, "send", by=by).after)
        attempt.sealed = ways.seal(
            attempt.id, ways.means_of(attempt, key).model_copy(update={"tracking": tracking}), key
        )
        attempt.sent_at, attempt.waits_until = now, ways.wait(Channel.POST, since=clock.today(now)).day
        await attempt.save(update_fields=["state", "sealed", "sent_at", "waits_until"])
        await ways.sent(letter, attempt, key, by=by, now=now, tracking=tracking)
        done += 1
    return done


@tx
async def begin_way(letter_id: UUID, channel: Channel, *, by: Actor, now: datetime) -> Attempt:
    """An officer takes a way before its turn: the reader stands at the counter, the post is quicker, or a body that
    opened its letter long ago is asked to sign that it knows."""
    require(by, Permission.LETTER_SERVE)
    found = await Letter.get_or_none(id=letter_id, organisation_id=by.organisation, enclosed_in=None)
    if found is None or channel not in ways.BEFORE_TURN:
        raise NotFound()
    letter = await held(letter_id)
    assert letter
    allowed = await ways.before_turn(letter)
    if letter.settled_at:
        if channel not in allowed:
            raise SettledAlready()
        letter.settled_at = None
        await ways.set_state(letter, LetterState(LETTER.step(letter.state, "ask", by=by).after))
    if channel not in allowed:
        raise NoAddress(at="channel")
    key = await key_of(letter.key_id)
    running = await Attempt.get_or_none(letter_id=letter.id, channel=channel, state__in=ways.OPEN)
    return running or await ways.try_way(letter, key, channel, await ways.reach_of(letter), by=SYSTEM, now=now)
