"""Consent to questions: given by the person on the own page, or signed on paper and taken in at the office."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.catalogue.codes import families
from integrity_archive.errors import Refusal
from integrity_archive.inquiries import consents
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.people.papers import Scope
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, page, purposes, see
from integrity_archive.web.representations import powers
from integrity_archive.web.typed import below, required_file, typed

OWN, PAPER = "/own/consents", "/people/{person_id:uuid}/consent"


async def form(request: Request) -> Response:
    return page(request, "own/consent.html", **await choices(request))


async def give(request: Request) -> Response:
    form = await typed(request)
    try:
        await consents.give_consent(read(consents.GiveConsent, form), by=request.user, now=clock.now())
    except Refusal as refusal:
        here = request.app.url_path_for("own:consent_form")
        return again(request, "own/consent.html", refusal, form, here=here, **await choices(request))
    return see(request, "own:show")


async def withdraw(request: Request) -> Response:
    await consents.withdraw_consent(request.path_params["consent_id"], by=request.user, now=clock.now())
    return see(request, "own:show")


async def paper_form(request: Request) -> Response:
    return page(request, "representations/consent.html", **await paper_choices(request))


async def paper(request: Request) -> Response:
    """Signed by the person, or by a representative whose power covers it."""
    form, person = await typed(request), request.path_params["person_id"]
    try:
        new, file = read(consents.GiveConsent, form), await required_file(request, "file")
        made = await consents.consent_on_paper(person, new, *file, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await paper_choices(request)
        return again(request, "representations/consent.html", refusal, form, here=request.url.path, **known)
    return see(request, "receipts:show", about_id=made.id)


async def withdraw_on_paper(request: Request) -> Response:
    form, person = (await typed(request)).part("withdraw"), request.path_params["person_id"]
    try:
        what, file = read(consents.Withdrawing, form), await required_file(request, "withdraw.file")
        made = await consents.withdraw_on_paper(person, what, *file, by=request.user, now=clock.now())
    except Refusal as refusal:
        known, here = await paper_choices(request), request.app.url_path_for("people:consent_form", person_id=person)
        fault, typed_in = below("withdraw", refusal), await typed(request)
        return again(request, "representations/consent.html", fault, typed_in, here=here, **known)
    return see(request, "receipts:show", about_id=made.id)


async def choices(request: Request) -> dict[str, Any]:
    """To whom, for what, and which families: those that some purpose asks for."""
    asked_for = {family for purpose in Purpose for family in allowance(purpose).families}
    return {
        "committees": [(one.id, one.name) for one in await inquiries.committees()],
        "purposes": purposes(request),
        "families": [
            (code, name.text(request.scope["language"]), None) for code, name in families().items() if code in asked_for
        ],
    }


async def paper_choices(request: Request) -> dict[str, Any]:
    person = request.path_params["person_id"]
    await people.see(person, by=request.user, now=clock.now())  # raises for somebody on no roster of the office
    named = {"person": person, "person_name": (await people.names([person]))[person]}
    return await choices(request) | named | {"powers": await powers(request, person, Scope.CONSENT)}


FILE = Permission.REMEDY_FILE
routes = [
    get(f"{OWN}/new", form, Permission.OWN_FILE, name="own:consent_form"),
    post(OWN, give, Permission.OWN_FILE, name="own:give_consent"),
    post(f"{OWN}/{{consent_id:uuid}}/withdraw", withdraw, Permission.OWN_FILE, name="own:withdraw_consent"),
    get(PAPER, paper_form, FILE, name="people:consent_form"),
    post(PAPER, paper, FILE, name="people:consent", files=1),
    post(f"{PAPER}/withdraw", withdraw_on_paper, FILE, name="people:withdraw_consent", files=1),
]
