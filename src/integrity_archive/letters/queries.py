"""Letters as they are read: by the office that wrote them, by their reader, and by whoever holds a copy."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.record_type_rules import DECISION
from integrity_archive.database import rows
from integrity_archive.entries import documents
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.queries import NoLongerShown
from integrity_archive.entries.redaction import released
from integrity_archive.entries.visibility import over
from integrity_archive.errors import NotFound
from integrity_archive.letters import ways
from integrity_archive.letters.content import Content
from integrity_archive.letters.fallback import may_publish
from integrity_archive.letters.kinds import BY_HAND, LASTING, Channel, LetterKind, LetterState
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.opening import is_reader
from integrity_archive.letters.ways import Means
from integrity_archive.letters.writing import envelope, opened
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.queries import names
from integrity_archive.reports.codes import LENGTH, normal_code
from integrity_archive.sealing import key_of

DESK = """
select a.id as attempt, a.channel, a.state as way, a.reason, a.waits_until, a.batch_id, a.sent_at, l.id, l.kind,
    l.number, l.state, l.created_at, l.settled_at, l.person_id, l.recipient_id, l.key_id, l.entry_id
from letters_letter l join letters_attempt a on a.letter_id = l.id
where l.organisation_id = $1 and l.settled_at is null and a.channel = any($2::text[])
order by a.id limit $3
"""
SHOWN = 500


@dataclass(frozen=True)
class Row:
    """A letter in a list."""

    id: UUID
    kind: LetterKind
    number: str
    state: LetterState
    to: str
    created_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True)
class Waiting:
    """A way by hand of a letter that has not arrived."""

    attempt: UUID
    letter: UUID
    kind: LetterKind
    number: str
    to: str
    channel: Channel
    state: LetterState
    reason: str | None
    waits_until: date | None
    batch: UUID | None


@dataclass(frozen=True)
class Tried:
    """A way that was tried, opened for its office."""

    id: UUID
    channel: Channel
    state: LetterState
    counts: bool
    reason: str | None
    made_at: datetime
    sent_at: datetime | None
    settled_at: datetime | None
    waits_until: date | None
    tries: int
    means: Means
    proven: bool


@dataclass(frozen=True)
class Page:
    """A letter opened: what it says, and what lies in the same envelope."""

    letter: Letter
    content: Content
    enclosed: list[tuple[Letter, Content]]


@dataclass(frozen=True)
class OfficePage:
    """The same for the office that wrote it, with every way that was tried and those that may be taken."""

    page: Page
    tried: list[Tried]
    may_publish: bool
    before_turn: list[Channel]


@dataclass(frozen=True)
class Inbox:
    """A line of the reader's inbox; `opened`: he has read it on his page."""

    id: UUID
    kind: LetterKind
    number: str
    organisation: str
    created_at: datetime
    opened: bool


@dataclass(frozen=True)
class Verification:
    """What anybody is told who types a letter's code: nothing of what it says, the name masked (M3)."""

    number: str
    organisation: str
    name: str
    written_at: datetime
    sha256: str


async def listing(by: Actor, *, after: UUID | None = None, limit: int = 50) -> list[Row]:
    """The envelopes of the actor's office, newest first."""
    require(by, Permission.LETTER_SEE)
    found = Letter.filter(organisation_id=by.organisation, enclosed_in=None).order_by("-id").limit(limit)
    letters = await (found.filter(id__lt=after) if after else found)
    to = await readers_of(letters)
    return [Row(one.id, one.kind, one.number, one.state, to[one.id], one.created_at, one.settled_at) for one in letters]


async def readers_of(letters: Iterable[Letter]) -> dict[UUID, str]:
    """What the readers of these letters are called."""
    letters = list(letters)
    persons = await names({one.person_id for one in letters if one.person_id})
    offices = {one.id: one.name for one in await Organisation.all()} if any(x.recipient_id for x in letters) else {}
    return {
        one.id: persons[one.person_id] if one.person_id else offices[one.recipient_id]  # type: ignore[index]
        for one in letters
    }


async def desk(by: Actor) -> list[Waiting]:
    """Every way by hand of the office's letters that have not arrived, the oldest first."""
    require(by, Permission.LETTER_SEE)
    found = await rows(DESK, [by.organisation, sorted(BY_HAND), SHOWN])
    letters = {one.id: one for one in await Letter.filter(id__in={row["id"] for row in found})}
    to = await readers_of(letters.values())
    return [
        Waiting(
            row["attempt"], row["id"], LetterKind(row["kind"]), row["number"], to[row["id"]], Channel(row["channel"]),
            LetterState(row["way"]), row["reason"], row["waits_until"], row["batch_id"],
        )
        for row in found
    ]  # fmt: skip


async def of_office(letter_id: UUID, *, by: Actor, on: date) -> OfficePage:
    """One letter of the actor's office; raises `NotFound`, and `NoLongerShown`."""
    require(by, Permission.LETTER_SEE)
    letter = await Letter.get_or_none(id=letter_id, organisation_id=by.organisation)
    if letter is None:
        raise NotFound()
    if letter.enclosed_in:
        return await of_office(letter.enclosed_in, by=by, on=on)
    await require_shown(letter, on=on)
    key = await key_of(letter.key_id)
    attempts = await Attempt.filter(letter_id=letter.id).order_by("id")
    tried = [
        Tried(
            one.id, one.channel, one.state, one.counts, one.reason, one.made_at, one.sent_at, one.settled_at,
            one.waits_until, one.tries, ways.means_of(one, key), one.proof_blob is not None,
        )
        for one in attempts
    ]  # fmt: skip
    offered = (await ways.reach_of(letter)).offered(letter.kind, person=letter.person_id is not None)
    last = may_publish(offered, {one.channel: one.state for one in attempts})
    return OfficePage(await page(letter), tried, last, await ways.before_turn(letter))


async def page(letter: Letter) -> Page:
    key = await key_of(letter.key_id)
    cover, *enclosed = await envelope(letter.id)
    return Page(cover, opened(cover, key), [(one, opened(one, key)) for one in enclosed])


async def inbox(by: Actor) -> list[Inbox]:
    """What was written to the person, or to the actor's organisation, newest first."""
    mine = {"person_id": by.person} if by.person else {"recipient_id": by.organisation}
    letters = await Letter.filter(enclosed_in=None, blob__isnull=False, **mine).order_by("-id").limit(SHOWN)
    offices = {one.id: one.name for one in await Organisation.filter(id__in={x.organisation_id for x in letters})}
    read = set(
        await Attempt.filter(
            letter_id__in=[one.id for one in letters], channel=Channel.PORTAL, state=LetterState.READ
        ).values_list("letter_id", flat=True)
    )
    return [
        Inbox(one.id, one.kind, one.number, offices[one.organisation_id], one.created_at, one.id in read)
        for one in letters
    ]


async def read(letter_id: UUID, *, by: Actor, on: date) -> Page:
    """A letter its reader has opened; raises `NotFound` for one he has not: `open_letter` comes first."""
    letter = await Letter.get_or_none(id=letter_id, enclosed_in=None)
    if letter is None or not is_reader(letter, by):
        raise NotFound()
    if not await Attempt.exists(letter_id=letter_id, channel=Channel.PORTAL, state=LetterState.READ):
        raise NotFound()
    await require_shown(letter, on=on)
    return await page(letter)


async def require_shown(letter: Letter, *, on: date) -> None:
    """What tells of an entry is read as long as the entry is shown; raises `NoLongerShown`. The answer to a remedy,
    and what says that the entry changed, are their reader's for good."""
    if letter.kind not in LASTING and letter.entry_id:
        entry = await Entry.get(id=letter.entry_id)
        if over(entry.state, entry.display_until, on=on):
            raise NoLongerShown()


async def envelope_of(letter_id: UUID, *, by: Actor, on: date) -> Letter:
    """The letter that encloses this one, for its office or for its reader who has opened it; raises `NotFound`."""
    letter = await Letter.get_or_none(id=letter_id)
    cover = await Letter.get_or_none(id=letter.enclosed_in) if letter and letter.enclosed_in else letter
    if cover is None:
        raise NotFound()
    if is_writer(cover, by):
        await require_shown(cover, on=on)
        return cover
    return (await read(cover.id, by=by, on=on)).letter


def is_writer(letter: Letter, by: Actor) -> bool:
    return Permission.LETTER_SEE in by.permissions and letter.organisation_id == by.organisation


async def pdf(letter_id: UUID, *, by: Actor, on: date) -> tuple[str, str, bytes]:
    """The signed letter; raises `NotFound` while it is not drawn, and for whom it does not concern."""
    await envelope_of(letter_id, by=by, on=on)
    letter = await Letter.get(id=letter_id)
    if letter.blob is None:
        raise NotFound()
    sealed = await asyncio.to_thread(blobs().get, letter.blob)
    data = (await key_of(letter.key_id)).open(sealed, place=f"blob:{letter.id}")
    return f"{letter.number}.pdf", "application/pdf", data


async def decision(letter_id: UUID, *, by: Actor, on: date) -> tuple[str, str, bytes]:
    """The body's own paper that goes with a letter of kind DECISION, to be printed or read; raises `NotFound`."""
    cover = await envelope_of(letter_id, by=by, on=on)
    found = await decision_in(cover, original=is_writer(cover, by))
    if found is None:
        raise NotFound()
    name, data = await documents.read(found, await key_of(cover.key_id))
    return name, found.media_type, data


async def decision_in(cover: Letter, *, original: bool) -> Evidence | None:
    """The youngest decision document, if the envelope holds a letter of kind DECISION."""
    if LetterKind.DECISION not in {one.kind for one in await envelope(cover.id)}:
        return None
    every = await Evidence.filter(entry_id=cover.entry_id).order_by("id")
    # What leaves by us, on the reader's page or printed with a batch, is what he sees of the entry: where the original
    # names third persons, the copy that makes them unreadable (PIPL 45). The office alone gets the original; that one
    # is served by an officer, by hand, where the law wants it served.
    shown = [one for one in every if one.redacts is None] if original else released(every)
    return next((one for one in reversed(shown) if one.kind == DECISION), None)


async def verify(code: str) -> Verification | None:
    """The letter with this code; None if there is none."""
    normal = normal_code(code)
    letter = await Letter.get_or_none(code=normal) if len(normal) == LENGTH else None
    if letter is None or letter.sha256 is None:
        return None
    office = await Organisation.get(id=letter.organisation_id)
    to = (await readers_of([letter]))[letter.id]
    name = mask_name(to, Level.PUBLIC) if letter.person_id else to
    return Verification(letter.number, office.name, name, letter.created_at, bytes(letter.sha256).hex())
