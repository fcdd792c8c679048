"""Letters: the office's with their ways, and those that were written to whoever asks."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.api.uploads import upload
from integrity_archive.letters import actions, queries
from integrity_archive.letters.content import Content
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.letters.serving import Delivery, Vain


@dataclass(frozen=True)
class WayOut:
    """A way that was tried."""

    id: UUID
    channel: Channel
    state: LetterState
    counts: bool
    reason: str | None
    sent_at: datetime | None
    settled_at: datetime | None
    waits_until: date | None


@dataclass(frozen=True)
class LetterOut:
    """A letter of the office, with every way that was tried."""

    id: UUID
    kind: LetterKind
    number: str
    state: LetterState
    created_at: datetime
    settled_at: datetime | None
    content: Content
    enclosed: list[UUID]
    ways: list[WayOut]


@dataclass(frozen=True)
class ReadOut:
    """A letter its reader has opened; `enclosed`: what lies in the same envelope."""

    id: UUID
    kind: LetterKind
    number: str
    content: Content
    enclosed: list["ReadOut"]


async def listed(call: Call) -> list[queries.Row]:
    after, limit = page_of(call)
    return await queries.listing(call.by, after=after, limit=limit)


async def show(call: Call) -> LetterOut:
    return await letter_out(call.path["letter"], call)


async def letter_out(id: UUID, call: Call) -> LetterOut:
    view = await queries.of_office(id, by=call.by, on=clock.present_day())
    letter = view.page.letter
    ways = [
        WayOut(one.id, one.channel, one.state, one.counts, one.reason, one.sent_at, one.settled_at, one.waits_until)
        for one in view.tried
    ]
    return LetterOut(
        letter.id, letter.kind, letter.number, letter.state, letter.created_at, letter.settled_at,
        view.page.content, [one.id for one, _ in view.page.enclosed], ways,
    )  # fmt: skip


async def pdf(call: Call) -> Binary:
    return Binary(*await queries.pdf(call.path["letter"], by=call.by, on=clock.present_day()))


async def deliver(call: Call) -> LetterOut:
    name, data = await upload(call, "proof")
    letter = await actions.deliver(call.path["way"], call.input, name, data, by=call.by, now=clock.now())
    return await letter_out(letter.id, call)


async def came_back(call: Call) -> LetterOut:
    letter = await actions.came_back(call.path["way"], call.input, by=call.by, now=clock.now())
    return await letter_out(letter.id, call)


async def refuse(call: Call) -> LetterOut:
    letter = await actions.refuse(call.path["way"], by=call.by, now=clock.now())
    return await letter_out(letter.id, call)


async def inbox(call: Call) -> list[queries.Inbox]:
    return await queries.inbox(call.by)


async def open_letter(call: Call) -> ReadOut:
    await actions.open_letter(call.path["letter"], by=call.by, now=clock.now())
    return await read(call)


async def read(call: Call) -> ReadOut:
    page = await queries.read(call.path["letter"], by=call.by, on=clock.present_day())
    enclosed = [ReadOut(one.id, one.kind, one.number, content, []) for one, content in page.enclosed]
    return ReadOut(page.letter.id, page.letter.kind, page.letter.number, page.content, enclosed)


SEE, SERVE, OWN = Permission.LETTER_SEE, Permission.LETTER_SERVE, Permission.OWN_FILE
WAY = "/letters/ways/{way:uuid}"
ENDPOINTS = (
    Endpoint("GET", "/letters", listed, SEE, "文书", "letters", output=list[queries.Row], pages=True),
    Endpoint("GET", "/letters/{letter:uuid}", show, SEE, "一份文书", "a letter", output=LetterOut),
    Endpoint("GET", "/letters/{letter:uuid}/pdf", pdf, SEE, "下载文书", "the signed letter", output=Binary),
    Endpoint(
        "POST", f"{WAY}/delivery", deliver, SERVE, "登记送达", "record a delivery with its proof", input=Delivery,
        output=LetterOut, creates=True, again=show, made="letter", files=("proof",),
    ),
    Endpoint(
        "POST", f"{WAY}/return", came_back, SERVE, "登记退回", "record that it came back", input=Vain,
        output=LetterOut, creates=True, again=show, made="letter",
    ),
    Endpoint(
        "POST", f"{WAY}/refusal", refuse, SERVE, "登记拒收", "record that the person refused it", output=LetterOut,
        creates=True, again=show, made="letter",
    ),
    Endpoint("GET", "/own/letters", inbox, OWN, "给本人的文书", "one's own letters", output=list[queries.Inbox]),
    Endpoint(
        "POST", "/own/letters/{letter:uuid}/open", open_letter, OWN, "打开文书", "open a letter", output=ReadOut,
        creates=True, again=read,
    ),
    Endpoint("GET", "/own/letters/{letter:uuid}/pdf", pdf, OWN, "下载本人的文书", "its PDF", output=Binary),
)  # fmt: skip
