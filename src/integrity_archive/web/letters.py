"""Letters at the office: what has to be handed over, posted or left; one letter with its ways; batches; letterhead."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.letters import actions, addresses, batches, heading, queries
from integrity_archive.letters.fallback import witnesses
from integrity_archive.letters.kinds import BY_HAND, Channel, LetterState, Reason
from integrity_archive.letters.serving import PROOFS, Delivery, Vain
from integrity_archive.letters.words import REASONS
from integrity_archive.people.papers import Scope
from integrity_archive.web import rows
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import Typed, as_id, below, required_file, typed

LETTER = "/letters/{letter_id:uuid}"
WAY = f"{LETTER}/ways/{{attempt_id:uuid}}"
BATCH = "/letters/batches/{batch_id:uuid}"
PERSON = "/letters/persons/{person_id:uuid}/address"
SAID_BY_OFFICERS = (Reason.NOT_MET, Reason.UNKNOWN_ADDRESS, Reason.UNCLAIMED, Reason.BOUNCED)
Act = Callable[[Request, UUID, Typed], Awaitable[Any]]


async def desk(request: Request) -> Response:
    return page(request, "letters/desk.html", **await on_the_desk(request))


async def on_the_desk(request: Request) -> dict[str, Any]:
    waiting = await queries.desk(request.user)
    recent = await queries.listing(request.user, after=rows.cursor(request), limit=rows.PAGE)
    to_do = {
        channel: [one for one in waiting if one.channel is channel and one.state is LetterState.CREATED]
        for channel in Channel
        if channel in BY_HAND
    }
    back = (LetterState.RETURNED, LetterState.REFUSED, LetterState.FAILED)
    return {
        "to_do": {channel: found for channel, found in to_do.items() if found},
        "on_the_way": [one for one in waiting if one.state is LetterState.SENT],
        "came_back": [one for one in waiting if one.state in back],
        "letters": recent,
        "after": rows.following(recent),
        "may_serve": Permission.LETTER_SERVE in request.user.permissions,
    }


async def show(request: Request) -> Response:
    return page(request, "letters/show.html", **await shown(request))


async def shown(request: Request) -> dict[str, Any]:
    view = await queries.of_office(request.path_params["letter_id"], by=request.user, on=clock.present_day())
    open_ways = {one.channel for one in view.tried if one.state in (LetterState.CREATED, LetterState.SENT)}
    early = [one for one in view.before_turn if one not in open_ways]
    reasons = [(value, name) for value, name in offered(request, REASONS) if value in SAID_BY_OFFICERS]
    return {
        "view": view,
        "early": early,
        "reasons": reasons,
        "with_proof": tuple(PROOFS),
        "witnesses": witnesses(),
        "may_serve": Permission.LETTER_SERVE in request.user.permissions,
    }


async def pdf(request: Request) -> Response:
    return attachment(*await queries.pdf(request.path_params["letter_id"], by=request.user, on=clock.present_day()))


async def decision(request: Request) -> Response:
    return attachment(
        *await queries.decision(request.path_params["letter_id"], by=request.user, on=clock.present_day())
    )


async def deliver(request: Request, attempt_id: UUID, form: Typed) -> None:
    given = read(Delivery, Typed([(name, value) for name, value in form.multi_items() if value.strip()]))
    proof = await required_file(request, f"{attempt_id}.proof")
    await actions.deliver(attempt_id, given, *proof, by=request.user, now=clock.now())


async def came_back(request: Request, attempt_id: UUID, form: Typed) -> None:
    await actions.came_back(attempt_id, read(Vain, form), by=request.user, now=clock.now())


async def refuse(request: Request, attempt_id: UUID, form: Typed) -> None:
    await actions.refuse(attempt_id, by=request.user, now=clock.now())


async def fail(request: Request, attempt_id: UUID, form: Typed) -> None:
    await actions.fail(attempt_id, read(Vain, form), by=request.user, now=clock.now())


async def publish(request: Request, attempt_id: UUID, form: Typed) -> None:
    await actions.publish(attempt_id, by=request.user, now=clock.now())


def done(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """The handler of what came of one way. Its fields carry the way's id: each is the only one of its kind."""

    async def answer(request: Request) -> Response:
        letter_id, attempt_id = request.path_params["letter_id"], request.path_params["attempt_id"]
        form = await typed(request)
        try:
            await act(request, attempt_id, form.part(str(attempt_id)))
        except Refusal as refusal:
            here = request.app.url_path_for("letters:show", letter_id=letter_id)
            fault = below(str(attempt_id), refusal)
            return again(request, "letters/show.html", fault, form, here=here, **await shown(request))
        return see(request, "letters:show", letter_id=letter_id)

    return answer


async def begin(request: Request) -> Response:
    form, letter_id = await typed(request), request.path_params["letter_id"]
    try:
        channel = Channel(form["channel"]) if form["channel"] in set(Channel) else Channel.IN_PERSON
        await actions.begin_way(letter_id, channel, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("letters:show", letter_id=letter_id)
        return again(request, "letters/show.html", refusal, form, here=here, **await shown(request))
    return see(request, "letters:show", letter_id=letter_id)


async def make_batch(request: Request) -> Response:
    form = await typed(request)
    try:
        chosen = [id for value in form.chosen("attempts") if (id := as_id(value))]
        batch = await actions.make_batch(chosen, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("letters:desk")
        return again(request, "letters/desk.html", refusal, form, here=here, **await on_the_desk(request))
    return see(request, "letters:batch", batch_id=batch)


async def batch(request: Request) -> Response:
    return page(request, "letters/batch.html", **await posting(request))


async def posting(request: Request) -> dict[str, Any]:
    batch_id = request.path_params["batch_id"]
    return {
        "batch": batch_id,
        "postings": await batches.postings(batch_id, by=request.user),
        "may_serve": Permission.LETTER_SERVE in request.user.permissions,
    }


async def batch_pdf(request: Request) -> Response:
    data = await batches.pdf(request.path_params["batch_id"], by=request.user, now=clock.now())
    return attachment("邮寄批次.pdf", "application/pdf", data)


async def posted(request: Request) -> Response:
    form, batch_id = await typed(request), request.path_params["batch_id"]
    numbers = {id: value for name, value in form.part("tracking").items() if (id := as_id(name))}
    try:
        await actions.posted(batch_id, numbers, by=request.user, now=clock.now())
    except Refusal as refusal:
        here, fault = request.app.url_path_for("letters:batch", batch_id=batch_id), below("tracking", refusal)
        return again(request, "letters/batch.html", fault, form, here=here, **await posting(request))
    return see(request, "letters:batch", batch_id=batch_id)


async def heading_form(request: Request) -> Response:
    known = await heading.heading_of(request.user)
    fields = ("heading", "word", "signatory", "contact", "email")
    form = Typed([(name, getattr(known, name)) for name in fields])
    return page(request, "letters/heading.html", form=form, letterhead=known)


async def set_heading(request: Request) -> Response:
    form = await typed(request)
    try:
        await actions.set_heading(read(heading.Heading, form), by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("letters:heading")
        known = await heading.heading_of(request.user)
        return again(request, "letters/heading.html", refusal, form, here=here, letterhead=known)
    return see(request, "letters:desk")


async def address_form(request: Request) -> Response:
    return page(request, "letters/address.html", **await addressed(request))


async def addressed(request: Request) -> dict[str, Any]:
    person_id, by = request.path_params["person_id"], request.user
    return {
        "person": await addresses.on_roster(person_id, by.organisation),
        "known": await addresses.address_of(person_id, by.organisation),
        "powers": await powers(request, person_id, Scope.FILE),
    }


async def confirm(request: Request) -> Response:
    form, person_id = await typed(request), request.path_params["person_id"]
    try:
        given = read(addresses.Confirmed, form)
        document = await required_file(request, "file")
        made = await actions.confirm(person_id, given, *document, by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("letters:address", person_id=person_id)
        return again(request, "letters/address.html", refusal, form, here=here, **await addressed(request))
    return see(request, "receipts:show", about_id=made.id)


SEE, SERVE = Permission.LETTER_SEE, Permission.LETTER_SERVE
routes = [
    get("/letters", desk, SEE, name="letters:desk"),
    get("/letters/heading", heading_form, Permission.LETTERHEAD_SET, name="letters:heading"),
    post("/letters/heading", set_heading, Permission.LETTERHEAD_SET, name="letters:set_heading"),
    post("/letters/batches", make_batch, SERVE, name="letters:make_batch"),
    get(BATCH, batch, SEE, name="letters:batch"),
    get(f"{BATCH}/pdf", batch_pdf, SERVE, name="letters:batch_pdf"),
    post(f"{BATCH}/posted", posted, SERVE, name="letters:posted"),
    get(PERSON, address_form, SERVE, name="letters:address"),
    post(PERSON, confirm, SERVE, name="letters:confirm", files=1),
    get(LETTER, show, SEE, name="letters:show"),
    get(f"{LETTER}/pdf", pdf, SEE, name="letters:pdf"),
    get(f"{LETTER}/decision", decision, SEE, name="letters:decision"),
    post(f"{LETTER}/ways", begin, SERVE, name="letters:begin"),
    *(
        post(f"{WAY}/{act.__name__.replace('_', '-')}", done(act), SERVE, name=f"letters:{act.__name__}", files=files)
        for act, files in ((deliver, 1), (came_back, 0), (refuse, 0), (fail, 0), (publish, 0))
    ),
]
