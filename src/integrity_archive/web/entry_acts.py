"""Every act that the page of an entry offers: read the form, call the action, come back to the page."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import actions
from integrity_archive.entries.service import WhichService
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.web.access import Endpoint, post
from integrity_archive.web.entry_page import shown
from integrity_archive.web.pages import again, see
from integrity_archive.web.typed import Typed, below, required_file, typed

ENTRY = "/entries/{entry_id:uuid}"
Call = Callable[[Request, UUID, Typed], Awaitable[Any]]


async def file(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.file(entry_id, by=request.user, now=clock.now())


async def refer_back(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.refer_back(entry_id, read(actions.Reason, form), by=request.user, now=clock.now())


async def notify(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.notify(entry_id, by=request.user, now=clock.now())


async def confirm(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.confirm(entry_id, by=request.user, now=clock.now())


async def serve(request: Request, entry_id: UUID, form: Typed) -> None:
    service = read(actions.Service, form)
    proof = await required_file(request, "serve.proof")
    await actions.serve(entry_id, service, *proof, by=request.user, now=clock.now())


async def serve_decision(request: Request, entry_id: UUID, form: Typed) -> None:
    service = read(actions.Service, form)
    proof = await required_file(request, "serve_decision.proof")
    await actions.serve_decision(entry_id, service, *proof, by=request.user, now=clock.now())


async def sight_service(request: Request, entry_id: UUID, form: Typed) -> None:
    which = read(WhichService, form).which
    await actions.sight_service(entry_id, which, by=request.user, now=clock.now())


async def restart_service(request: Request, entry_id: UUID, form: Typed) -> None:
    which, reason = read(WhichService, form).which, read(actions.Reason, form)
    await actions.restart_service(entry_id, which, reason, by=request.user, now=clock.now())


async def state(request: Request, entry_id: UUID, form: Typed) -> Response:
    made = await actions.state(entry_id, read(actions.Say, form), by=request.user, now=clock.now())
    return see(request, "receipts:show", about_id=made.id)


async def take_effect(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.take_effect(entry_id, by=request.user, now=clock.now())


async def withdraw(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.withdraw(entry_id, read(actions.Reason, form), by=request.user, now=clock.now())


class Original(BaseModel):
    """Of which document the redacted copy was made."""

    document: UUID


async def add_evidence(request: Request, entry_id: UUID, form: Typed) -> None:
    document = await required_file(request, "add_evidence.file")
    names_others = form["names_others"] == "true"
    await actions.add_evidence(entry_id, form["kind"], *document, names_others, by=request.user, now=clock.now())


async def redact(request: Request, entry_id: UUID, form: Typed) -> None:
    of, document = read(Original, form).document, await required_file(request, "redact.file")
    await actions.add_redacted(entry_id, of, *document, by=request.user, now=clock.now())


def done(call: Call) -> Endpoint:
    """The handler of one act. Its fields carry the act's name (`serve.method`), so that each is one of its kind on the
    page and a fault opens the right form."""
    act = call.__name__

    async def answer(request: Request) -> Response:
        form, entry_id = await typed(request), request.path_params["entry_id"]
        try:
            elsewhere = await call(request, entry_id, form.part(act))
        except Refusal as refusal:
            here = request.app.url_path_for("entries:show", entry_id=entry_id)
            known = await shown(request)
            return again(request, "entries/show.html", below(act, refusal), form, here=here, **known | {"tried": act})
        return elsewhere or see(request, "entries:show", entry_id=entry_id)

    return answer


def way(path: str, call: Call, needs: Permission, *, files: int = 0) -> Route:
    return post(f"{ENTRY}/{path}", done(call), needs, name=f"entries:{call.__name__}", files=files)


routes = [
    way("evidence", add_evidence, Permission.ENTRY_DRAFT, files=1),
    way("redacted", redact, Permission.ENTRY_DRAFT, files=1),
    way("file", file, Permission.ENTRY_DRAFT),
    way("refer-back", refer_back, Permission.ENTRY_REVIEW),
    way("notify", notify, Permission.ENTRY_REVIEW),
    way("confirm", confirm, Permission.ENTRY_REVIEW),
    way("serve", serve, Permission.ENTRY_SERVE, files=1),
    way("serve-decision", serve_decision, Permission.ENTRY_SERVE, files=1),
    way("sight-service", sight_service, Permission.ENTRY_REVIEW),
    way("restart-service", restart_service, Permission.ENTRY_SETTLE),
    way("statement", state, Permission.ENTRY_DRAFT),
    way("take-effect", take_effect, Permission.ENTRY_REVIEW),
    way("withdraw", withdraw, Permission.ENTRY_REVIEW),
]
