"""The clearance letter (澄清函): the person learns that whoever had received a changed entry knows of the change."""

from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.entries.models import Entry
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.journal.readers import Line
from integrity_archive.letters import answers, serving
from integrity_archive.letters.answers import Knows
from integrity_archive.letters.kinds import LetterKind
from integrity_archive.letters.telling import name_of
from integrity_archive.letters.writing import create
from integrity_archive.recipients import queries as recipients
from integrity_archive.recipients.kinds import Cause, RecipientKind
from integrity_archive.recipients.planner import key_of
from integrity_archive.recipients.queries import RecipientRow

PLATFORM = "信用信息共享平台（{name}）"


async def acknowledged(line: Line, *, now: datetime) -> None:
    """Somebody knows: his letter need not arrive any more; after the last one of a change the person is told.

    Of all lines of one change a single one says `all`, and a line is read once: so there is one letter for a change.
    """
    assert line.about
    await serving.known_already(line.about, now=now)
    [act] = await journal.opened([await Event.get(seq=line.seq)])
    if act.body is None or not act.body["all"]:
        return
    entry, cause, everybody = await recipients.of_change(line.about)
    named = {one.id: await platform(one.id) for one in everybody.rows if one.kind is RecipientKind.PLATFORM}
    told = [knows(one, named.get(one.id)) for one in everybody.rows]
    await write(entry, cause, act.body["event"], told, about=line.about, now=now)


async def nobody(line: Line, *, now: datetime) -> None:
    """An entry changed that nobody had received."""
    assert line.entry
    [act] = await journal.opened([await Event.get(seq=line.seq)])
    if act.body is not None:
        await write(line.entry, Cause(act.body["cause"]), act.body["event"], [], about=line.entry, now=now)


async def platform(id: UUID) -> str:
    """What a platform is called: as it was last registered, which the journal tells, for letters know no platforms."""
    registered = await Event.filter(about=id, kind=Kind.TARGET_REGISTERED).order_by("-seq").first()
    [act] = await journal.opened([registered]) if registered else [None]
    return PLATFORM.format(name=act.body["target"] if act and act.body else id)


def knows(one: RecipientRow, platform: str | None) -> Knows:
    [told] = one.told
    assert told.sent_at and told.acknowledged_at
    return Knows(
        name=one.name or platform or str(one.id),
        received_on=min((clock.today(way.at) for way in one.carried), default=None),
        told_on=clock.today(told.sent_at),
        acknowledged_on=clock.today(told.acknowledged_at),
    )


async def write(
    entry_id: UUID, cause: Cause, event: int, everybody: list[Knows], *, about: UUID, now: datetime
) -> None:
    """Under the entry's key or, when the entry has been erased in the meantime, under a key of its own."""
    entry = await Entry.get(id=entry_id)
    content = answers.clearance(
        await name_of(entry.person_id), number=entry.number, cause=cause,
        changed_on=clock.today((await Event.get(seq=event)).at), everybody=everybody,
    )  # fmt: skip
    await create(
        LetterKind.CLEARANCE, content, organisation=entry.organisation_id, person=entry.person_id, entry=entry.id,
        about=about, key=await key_of(entry), by=SYSTEM, now=now,
    )  # fmt: skip
