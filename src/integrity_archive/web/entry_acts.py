"""Every act that the page of an entry offers."""

from uuid import UUID

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.entries import actions, statements
from integrity_archive.entries.service import WhichService
from integrity_archive.intake import read
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.web.access import post
from integrity_archive.web.acts import Call, done
from integrity_archive.web.entry_page import shown
from integrity_archive.web.filings import handed
from integrity_archive.web.pages import see
from integrity_archive.web.typed import Typed, required_file

ENTRY = "/entries/{entry_id:uuid}"


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
    said, files = read(actions.Say, form), await handed(request, (DocumentKind.FILING,))
    made = await remedies.make_statement(entry_id, said, files, by=request.user, now=clock.now())
    return see(request, "receipts:show", about_id=made.id)


async def pass_on(request: Request, entry_id: UUID, form: Typed) -> None:
    await statements.pass_on(entry_id, read(statements.PassOn, form), by=request.user, now=clock.now())


async def take_effect(request: Request, entry_id: UUID, form: Typed) -> None:
    await actions.take_effect(entry_id, by=request.user, now=clock.now())


async def withdraw(request: Request, entry_id: UUID, form: Typed) -> Response:
    """The entry is not opened any more."""
    await actions.withdraw(entry_id, read(actions.Reason, form), by=request.user, now=clock.now())
    return see(request, "put_away:list")


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


def way(path: str, call: Call, needs: Permission, *, files: int = 0) -> Route:
    answered = done(call, "entries/show.html", shown, route="entries:show", parameter="entry_id")
    return post(f"{ENTRY}/{path}", answered, needs, name=f"entries:{call.__name__}", files=files)


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
    way("statement", state, Permission.ENTRY_DRAFT, files=1),
    way("statement/passing", pass_on, Permission.ENTRY_REVIEW),
    way("take-effect", take_effect, Permission.ENTRY_REVIEW),
    way("withdraw", withdraw, Permission.ENTRY_REVIEW),
]
