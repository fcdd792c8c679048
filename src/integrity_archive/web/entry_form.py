"""The form of an entry: its type first, because everything else follows from it; then what the document says."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import Edition, RecordType, Severity
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.entries import actions, queries
from integrity_archive.entries.draft import steps_of
from integrity_archive.entries.kinds import DecisionRoute, ServiceMethod
from integrity_archive.entries.words import DECISION_ROUTES, METHODS
from integrity_archive.errors import FieldError, Invalid, NotFound, Refusal
from integrity_archive.intake import read
from integrity_archive.language import Language, _
from integrity_archive.people import queries as people
from integrity_archive.settings import settings
from integrity_archive.web.catalogue_names import by_polarity, evidence_name
from integrity_archive.web.entry_gate import documents_of
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.people import Shown, masked
from integrity_archive.web.typed import Typed, as_id, attached, typed

MEGABYTE = 1024 * 1024
TOLD = (
    "document_title", "document_no", "authority", "authority_uscc", "deciding_body", "decided_on", "decision_route",
    "decision_method", "served_on", "remedies_told", "remedy_known_on", "steps_taken", "summary", "conduct_ended_on",
    "severity", "serious_basis", "key_supervision", "sanction_kind", "sanction_text", "sanction_from", "sanction_to",
    "consented_on",
)  # fmt: skip
FRESH = Typed([("decision_route", DecisionRoute.ALREADY_SERVED)])


async def new(request: Request) -> Response:
    """A type is chosen on the first page, the form comes on the second."""
    person = await somebody(request, request.query_params.get("person", ""))
    law = edition.current(clock.present_day())
    if "type" not in request.query_params:
        kinds = tuple(kind for kind in law.record_types if person.may_have(kind))
        return page(request, "entries/type.html", person=person, groups=by_polarity(kinds))
    kind = law.record_type(request.query_params["type"])
    return page(request, "entries/draft.html", form=FRESH, **context(request, person, kind))


async def draft(request: Request) -> Response:
    form = await typed(request)
    try:
        entry = await actions.draft(read(actions.Draft, form), by=request.user, now=clock.now())
    except Refusal as refusal:
        person = await somebody(request, form["person"])
        kind = edition.current(clock.present_day()).record_type(form["record_type"])
        here = f"{request.app.url_path_for('entries:new')}?person={form['person']}&type={kind.code}"
        return again(request, "entries/draft.html", refusal, form, here=here, **context(request, person, kind))
    return await attach(request, entry.id, form)


async def edit_form(request: Request) -> Response:
    return page(request, "entries/draft.html", **await existing(request))


async def edit(request: Request) -> Response:
    form, entry_id = await typed(request), request.path_params["entry_id"]
    version = int(form["version"]) if form["version"].isdecimal() else 0
    try:
        new = read(actions.Draft, form.without("version"))
        await actions.edit(entry_id, new, version=version, by=request.user, now=clock.now())
    except Refusal as refusal:
        # whoever was too late must look at the newest first: his form keeps the version that he saw
        return await edited_again(request, refusal, form, version=form["version"])
    return await attach(request, entry_id, form)


async def attach(request: Request, entry_id: UUID, form: Typed) -> Response:
    """Add the documents that came with the form; one that is refused is shown beside its field of the saved draft."""
    for name in await request.form():
        kind = name.removeprefix("evidence.")
        sent = await attached(request, name) if kind != name else None
        if sent is None:
            continue
        try:
            await actions.add_evidence(entry_id, kind, *sent, by=request.user, now=clock.now())
        except Refusal as refusal:
            request.path_params["entry_id"] = entry_id
            return await edited_again(request, Invalid([at(name, refusal)]), form)
    return see(request, "entries:show", entry_id=entry_id)


async def edited_again(request: Request, refusal: Refusal, form: Typed, **seen: str) -> Response:
    known = await existing(request)
    del known["form"], known["chosen"]  # what was typed stands there instead
    return again(request, "entries/draft.html", refusal, form, here=known["action"], **known | seen)


async def existing(request: Request) -> dict[str, Any]:
    """The form of a draft that has been saved, filled with what it says."""
    entry_id = request.path_params["entry_id"]
    view = await queries.view(entry_id, by=request.user, now=clock.now())
    kind = edition.load(view.entry.edition).record_type(view.entry.record_type)
    person = await somebody(request, str(view.entry.person_id))
    form = told(view)
    known = context(request, person, kind, entry_id=entry_id)
    return known | {"form": form, "chosen": form.chosen, "version": view.entry.version}


async def somebody(request: Request, person: str) -> Shown:
    """The person the form is about; raises `NotFound` for a stranger, or for what is no id."""
    id = as_id(person)
    if id is None:
        raise NotFound()
    return masked(*await people.see(id, by=request.user, now=clock.now()))


def told(view: queries.EntryView) -> Typed:
    """What a saved draft says, as a form holds it."""
    entry, facts = view.entry, view.facts
    values = {name: facts.get(name) if name in facts else getattr(entry, name) for name in TOLD}
    return Typed([(name, text(one)) for name, value in values.items() for one in each(value) if one is not None])


def each(value: object) -> list[object]:
    """Every box that is ticked; of other fields their one value."""
    return value if isinstance(value, list) else [value]


def text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def at(name: str, refusal: Refusal) -> FieldError:
    """A refusal of one file, beside the field it came from."""
    return FieldError(name, refusal.code(), refusal.zh, type(refusal).__doc__ or "", refusal.facts)


def bodies_of(kind: RecordType, law: Edition, language: Language) -> list[tuple[str, str]]:
    """The bodies that may decide of such facts, to choose from."""
    return [(code, law.body_kinds[code].text(language)) for code in kind.deciding_bodies]


def bases_of(law: Edition, language: Language) -> list[tuple[str, str]]:
    """What may make a lapse a serious one, to choose from."""
    return [(code, f"{code} {name.text(language)}") for code, name in law.serious_bases.items()]


def context(request: Request, person: Shown, kind: RecordType, *, entry_id: UUID | None = None) -> dict[str, Any]:
    """What the form needs to know about its type."""
    language, law = request.scope["language"], edition.current(clock.present_day())
    route, params = ("entries:edit", {"entry_id": entry_id}) if entry_id else ("entries:draft", {})
    return {
        "title": _("修改草稿") if entry_id else _("记录新条目"),
        "person": person,
        "kind": kind,
        "entry_id": entry_id,
        "version": None,
        "action": request.app.url_path_for(route, **params),
        "bodies": bodies_of(kind, law, language),
        "sanctions": [(sanction.code, sanction.name.text(language)) for sanction in kind.sanctions],
        "routes": offered(request, DECISION_ROUTES),
        "methods": [
            (method, words)
            for method, words in offered(request, METHODS)
            if kind.electronic_service or method != ServiceMethod.ELECTRONIC
        ],
        "steps": [(code, law.steps[code].text(language), None) for code in steps_of(kind)],
        "serious_bases": bases_of(law, language),
        "tags": [(code, name.text(language), None) for code, name in law.key_supervision.items()],
        "severities": [one for one in offered(request, SEVERITIES) if one[0] == Severity.SERIOUS],
        "evidence_kinds": [(code, evidence_name(code, language=language)) for code in documents_of(kind)],
        "largest": settings().upload_limit // MEGABYTE,
    }
