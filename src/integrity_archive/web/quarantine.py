"""What waits because it may hold what may not be collected: the list, and the page on which a second person decides."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import groupby
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Permission
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.entries import quarantine, suspicions
from integrity_archive.entries.words import CHANGES, DECISION_ROUTES, METHODS
from integrity_archive.errors import Refusal
from integrity_archive.language import Language, translations
from integrity_archive.web import rows
from integrity_archive.web.access import Endpoint, get, post
from integrity_archive.web.catalogue_names import body_name, evidence_name, step_name, type_name
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import Typed

ONE = "/quarantine/{quarantine_id:uuid}"
LISTS = {
    "decision_route": DECISION_ROUTES,
    "decision_method": METHODS,
    "method": METHODS,
    "severity": SEVERITIES,
}


async def listing(request: Request) -> Response:
    found = await suspicions.listing(request.user, after=rows.cursor(request), limit=rows.PAGE)
    return page(
        request,
        "quarantine/list.html",
        held=found,
        names=await account_names({row.clerk for row in found}),
        after=rows.following(found),
        may_decide=Permission.ENTRY_REVIEW in request.user.permissions,
    )


async def show(request: Request) -> Response:
    return page(request, "quarantine/show.html", **await shown(request))


async def file(request: Request) -> Response:
    return attachment(*await suspicions.file(request.path_params["quarantine_id"], by=request.user))


async def shown(request: Request) -> dict[str, Any]:
    opened = await suspicions.look(request.path_params["quarantine_id"], by=request.user, now=clock.now())
    names = await account_names({opened.row.clerk})
    return {
        "opened": opened,
        "texts": by_field(in_words(opened.texts, request.scope["language"])),
        "names": names,
        "mine": opened.row.clerk == request.user.account,
    }


def in_words(texts: list[suspicions.Suspected], language: Language) -> list[suspicions.Suspected]:
    """What was handed in, with what its codes mean in the place of the codes."""
    known = {one.field: one.text for one in texts}
    return [replace(one, text=meaning(one.field, one.text, known, language)) for one in texts]


def by_field(texts: list[suspicions.Suspected]) -> list[tuple[str, list[suspicions.Suspected]]]:
    """A field of several texts is named once."""
    return [(field, list(several)) for field, several in groupby(texts, key=lambda one: one.field)]


def meaning(field: str, text: str, known: dict[str, str], language: Language) -> str:
    if field in LISTS and text in LISTS[field]:
        return translations(language).gettext(LISTS[field][text])
    match field:
        case "record_type":
            return type_name(text, language=language)
        case "deciding_body":
            return body_name(text, language=language)
        case "steps_taken":
            return step_name(text, language=language)
        case "kind" if text in CHANGES:
            return translations(language).gettext(CHANGES[text])
        case "kind":
            return evidence_name(text, language=language)
        case "sanction_kind":
            kind = edition.described(known.get("record_type", ""))
            found = (one.name.text(language) for one in kind.sanctions if one.code == text) if kind else iter(())
            return next(found, text)
    return text


def deciding(decide: Callable[..., Awaitable[Any]]) -> Endpoint:
    """Release or destroy; what is refused is said on the page, and it waits on."""

    async def answer(request: Request) -> Response:
        quarantine_id: UUID = request.path_params["quarantine_id"]
        try:
            await decide(quarantine_id, by=request.user, now=clock.now())
        except Refusal as refusal:
            here = request.app.url_path_for("quarantine:show", quarantine_id=quarantine_id)
            return again(request, "quarantine/show.html", refusal, Typed(), here=here, **await shown(request))
        return see(request, "quarantine:list")

    return answer


routes = [
    get("/quarantine", listing, Permission.ENTRY_SEE, name="quarantine:list"),
    get(ONE, show, Permission.ENTRY_REVIEW, name="quarantine:show"),
    get(f"{ONE}/file", file, Permission.ENTRY_REVIEW, name="quarantine:file"),
    post(f"{ONE}/release", deciding(quarantine.release), Permission.ENTRY_REVIEW, name="quarantine:release"),
    post(f"{ONE}/destroy", deciding(quarantine.destroy), Permission.ENTRY_REVIEW, name="quarantine:destroy"),
]
