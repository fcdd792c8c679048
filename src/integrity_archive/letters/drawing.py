"""Draw and sign the letters that have been written, and lay them ready: work for a processor, outside transactions."""

import asyncio
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import structlog

from integrity_archive.blobs import blobs
from integrity_archive.database import rows, tx
from integrity_archive.letters import ways
from integrity_archive.letters.content import Content, Sheet, document
from integrity_archive.letters.heading import letterhead
from integrity_archive.letters.kinds import LetterState
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.writing import held, opened
from integrity_archive.paper import fonts
from integrity_archive.paper.layout import render
from integrity_archive.reports.actions import signatory
from integrity_archive.sealing import key_of
from integrity_archive.settings import settings

log = structlog.get_logger()
SIGNED_BECAUSE = "诚信档案文书"
UNDRAWN = "select id from letters_letter where blob is null and state = 'created' order by created_at, id limit $1"
DRAWN = "update letters_letter set blob = $2, sha256 = $3 where id = $1 and blob is null"
READY = """
select l.id from letters_letter l
where l.state = 'created' and l.settled_at is null and l.enclosed_in is null and l.blob is not null
    and not exists (select from letters_letter e where e.enclosed_in = l.id and e.blob is null)
    and not exists (select from letters_attempt a where a.letter_id = l.id)
order by l.created_at, l.id limit $1
"""


async def sheet_of(letter: Letter, content: Content) -> Sheet:
    """What stands around the words of this letter."""
    head = await letterhead(letter.organisation_id)
    post = (await ways.reach_of(letter)).post
    return Sheet(
        heading=head.heading,
        signatory=head.signatory,
        contact=head.contact,
        number=letter.number,
        code=letter.code,
        verify_at=verify_at(),
        written_at=letter.created_at,
        address=(content.to, post) if post else (content.to,),
    )


def verify_at() -> str:
    """Without its scheme: viewers make a link of whatever looks like one."""
    return f"{settings().public_url.partition('://')[2]}/verify"


async def draw(letter_id: UUID, *, now: datetime) -> None:
    """Drawn twice at once, the first one stored is the letter."""
    letter = await Letter.get(id=letter_id)
    key = await key_of(letter.key_id)
    content = opened(letter, key)
    sheet = await sheet_of(letter, content)
    pdf = await asyncio.to_thread(printed, content, sheet, now)
    blob = await asyncio.to_thread(blobs().put, key.seal(pdf, place=f"blob:{letter.id}"))
    await rows(DRAWN, [letter.id, blob, sha256(pdf).digest()])


def printed(content: Content, sheet: Sheet, now: datetime) -> bytes:
    drawn = render(document(content, sheet), fonts.load(settings().fallback_fonts))
    return signatory(now).sign(drawn, reason=SIGNED_BECAUSE, at=now)


async def draw_due(*, now: datetime, limit: int) -> int:
    """Draw what has been written; returns how many letters there were."""
    found = await rows(UNDRAWN, [limit])
    drawn = 0
    for row in found:
        try:
            await draw(row["id"], now=now)
            drawn += 1
        except Exception as wrong:
            log.error("alarm: a letter cannot be drawn", letter=str(row["id"]), error=type(wrong).__name__)
    return drawn


async def begin_due(*, now: datetime, limit: int) -> int:
    """Begin the first ways of the envelopes that lie ready."""
    found = await rows(READY, [limit])
    for row in found:
        await begin_one(row["id"], now=now)
    return len(found)


@tx
async def begin_one(letter_id: UUID, *, now: datetime) -> None:
    letter = await held(letter_id)
    if letter is None or letter.state is not LetterState.CREATED or await Attempt.exists(letter_id=letter.id):
        return
    await ways.begin_letter(letter, await key_of(letter.key_id), now=now)
