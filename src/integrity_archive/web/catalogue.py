"""The public catalogue: what may be recorded of a person, on what ground, and what the person can do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.catalogue import edition, registry, words
from integrity_archive.catalogue.codes import families
from integrity_archive.catalogue.record_types import Edition, RecordType
from integrity_archive.language import Language
from integrity_archive.web.access import Open, get
from integrity_archive.web.pages import page
from integrity_archive.web.typed import Typed


@dataclass(frozen=True)
class Group:
    """The record types of one family."""

    family: str
    name: str
    kinds: Sequence[RecordType]


async def show(request: Request) -> Response:
    """The edition in force today, or the one that was asked for by its code."""
    code, asked = request.path_params.get("code"), request.query_params.get("family", "")
    if code:
        await registry.know([code])
    in_force = edition.current(clock.present_day())
    law = edition.load(code) if code else in_force
    groups = grouped(law, request.scope["language"])
    chosen = [group for group in groups if group.family == asked]
    shown = chosen or groups
    return page(
        request,
        "catalogue/show.html",
        law=law,
        data=f"/api/v1/catalogue/{law.code}",
        in_force=in_force,
        editions=list(reversed(edition.editions())),
        families=[(group.family, group.name) for group in groups],
        form=Typed([("family", asked)] if chosen else []),
        asked=bool(chosen),
        groups=shown,
        items=[item for item in law.items if any(item.holds(kind.code) for group in shown for kind in group.kinds)],
        to_verify=unverified(law.model_dump(mode="json")),
        unverified_types={kind.code for kind in law.record_types if unverified(kind.model_dump(mode="json"))},
        said=words,
    )


def grouped(law: Edition, language: Language) -> list[Group]:
    """Record types by family, in the order of the edition."""
    held: dict[str, list[RecordType]] = {}
    for kind in law.record_types:
        held.setdefault(kind.family, []).append(kind)
    return [Group(family, families()[family].text(language), kinds) for family, kinds in held.items()]


def unverified(value: object) -> int:
    """How many facts of an edition have not been compared with the law's text yet."""
    if isinstance(value, dict):
        return (value.get("to_verify") is True) + sum(unverified(inner) for inner in value.values())
    return sum(unverified(inner) for inner in value) if isinstance(value, list) else 0


routes = [
    get("/catalogue", show, Open.PUBLIC, name="catalogue:current"),
    get("/catalogue/{code}", show, Open.PUBLIC, name="catalogue:show"),
]
