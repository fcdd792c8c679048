"""What a person files about an entry: on the own page, or on paper through an officer. One form for both doors."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies import words as remedy_words
from integrity_archive.remedies.documents import Handed
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.web.access import Endpoint, get, post
from integrity_archive.web.entry_heading import heading_of_shown
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import Typed, attached, typed

CHOICES = {
    "grounds": remedy_words.GROUNDS,
    "procedures": remedy_words.PROCEDURES,
    "mitigations": remedy_words.MITIGATIONS,
}


@dataclass(frozen=True)
class Filing:
    """One kind of filing; `act`: what a representative's power must cover; `documents`: the files its form asks for."""

    noun: str
    act: Scope
    model: type[BaseModel]
    lodge: Callable[..., Awaitable[Any]]
    documents: tuple[DocumentKind, ...]


FILINGS = (
    Filing("objection", Scope.OBJECT, actions.Objecting, actions.lodge_objection, (DocumentKind.SUPPORT,)),
    Filing(
        "appeal",
        Scope.APPEAL,
        actions.Appealing,
        actions.open_appeal,
        (DocumentKind.APPEAL_FILED, DocumentKind.SUPPORT),
    ),
    Filing(
        "repair",
        Scope.REPAIR,
        actions.Applying,
        actions.apply_repair,
        (
            DocumentKind.PERFORMANCE,
            DocumentKind.PLEDGE,
            DocumentKind.VOLUNTEER_RECORD,
            DocumentKind.CHARITY_RECEIPT,
        ),
    ),
    Filing("mitigation", Scope.FILE, actions.Easing, actions.add_mitigation, (DocumentKind.SUPPORT,)),
)
FILES = 5


def form_of(filing: Filing, *, own: bool) -> Endpoint:
    async def form(request: Request) -> Response:
        begun = Typed(list(request.query_params.multi_items()))  # a link may say what is wrong, e.g. ?ground=service
        return page(request, "remedies/file.html", **await shown(request, filing, own=own), form=begun)

    return form


def lodging(filing: Filing, *, own: bool) -> Endpoint:
    async def lodge(request: Request) -> Response:
        form, entry_id = await typed(request), request.path_params["entry_id"]
        try:
            given = read(filing.model, form)
            files = await handed(request, asked_for(filing, own=own))
            made = await filing.lodge(entry_id, given, files, by=request.user, now=clock.now())
        except Refusal as refusal:
            here = request.url.path
            known = await shown(request, filing, own=own)
            return again(request, "remedies/file.html", refusal, form, here=here, **known)
        return see(request, "own:entry", entry_id=entry_id) if own else see(request, "receipts:show", about_id=made.id)

    return lodge


def asked_for(filing: Filing, *, own: bool) -> tuple[DocumentKind, ...]:
    """On paper, the paper itself comes first."""
    return filing.documents if own else (DocumentKind.FILING, *filing.documents)


async def handed(request: Request, kinds: tuple[DocumentKind, ...]) -> list[Handed]:
    """The files that were chosen, each under the name of its kind."""
    found = [(kind, await attached(request, kind.value)) for kind in kinds]
    return [Handed(kind, *file) for kind, file in found if file]


async def shown(request: Request, filing: Filing, *, own: bool) -> dict[str, Any]:
    entry_id = request.path_params["entry_id"]
    known = await heading_of_shown(request, entry_id)
    return {
        "filing": filing.noun,
        "own": own,
        "answer_by": queries.answer_by(clock.today(clock.now())),
        "documents": [(kind.value, remedy_words.PAPERS[kind]) for kind in asked_for(filing, own=own)],
        "remedies": await queries.of_entry(entry_id, by=request.user),
        "powers": await powers(request, known["entry"].person, filing.act),
        **known,
        **{name: offered(request, names) for name, names in CHOICES.items()},
    }


async def document(request: Request) -> Response:
    return attachment(*await queries.document(request.path_params["document_id"], by=request.user))


def ways(filing: Filing) -> list[Route]:
    own, paper = f"/own/entries/{{entry_id:uuid}}/{filing.noun}", f"/entries/{{entry_id:uuid}}/{filing.noun}"
    name = f"file_{filing.noun}"
    return [
        get(own, form_of(filing, own=True), Permission.OWN_FILE, name=f"own:{name}_form"),
        post(own, lodging(filing, own=True), Permission.OWN_FILE, name=f"own:{name}", files=FILES),
        get(paper, form_of(filing, own=False), Permission.REMEDY_FILE, name=f"entries:{name}_form"),
        post(paper, lodging(filing, own=False), Permission.REMEDY_FILE, name=f"entries:{name}", files=FILES),
    ]


routes = [
    *(way for filing in FILINGS for way in ways(filing)),
    get("/own/documents/{document_id:uuid}", document, Permission.OWN_FILE, name="own:document"),
    get("/remedies/documents/{document_id:uuid}", document, Permission.REMEDY_SEE, name="remedies:document"),
]
