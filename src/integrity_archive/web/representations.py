"""Who may act for a person, recorded at the office; and the receipt for what came in on paper."""

from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.errors import Refusal
from integrity_archive.inquiries import actions as consents
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.intake import read
from integrity_archive.people import queries as people
from integrity_archive.people import representations
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import Representing
from integrity_archive.reports import receipts
from integrity_archive.web.access import get, post
from integrity_archive.web.pages import again, offered, page, see
from integrity_archive.web.replies import attachment
from integrity_archive.web.typed import required_file, typed
from integrity_archive.web.words import FAMILIES, PURPOSES, SCOPES, _

PERSON = "/people/{person_id:uuid}"
FILED = {
    "entry:state": _("本人陈述"),
    "objection:lodge": _("异议申请"),
    "objection:withdraw": _("异议的撤回"),
    "appeal:open": _("申诉、复议或诉讼的登记"),
    "repair:apply": _("信用修复申请"),
    "repair:withdraw": _("信用修复申请的撤回"),
    "mitigation:add": _("补充履行、延期或者说明"),
    "complaint:lodge": _("投诉"),
    "consent:give": _("查询同意书"),
    "address:confirm": _("送达地址确认书"),
}


async def listing(request: Request) -> Response:
    return page(request, "representations/list.html", **await shown(request))


async def shown(request: Request) -> dict[str, Any]:
    person, today = request.path_params["person_id"], clock.present_day()
    powers = await representations.powers_of(person, by=request.user)
    return {
        "person": person,
        "person_name": (await people.names([person]))[person],
        "powers": [(one, one.in_force(today)) for one in powers],
        "scopes": [(value, name, None) for value, name in offered(request, SCOPES)],
        "may_record": Permission.PERSON_CORRECT in request.user.permissions,
    }


async def record(request: Request) -> Response:
    form, person = await typed(request), request.path_params["person_id"]
    try:
        new, file = read(Representing, form), await required_file(request, "file")
        await representations.record_power(person, new, *file, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await shown(request)
        return again(request, "representations/list.html", refusal, form, here=request.url.path, **known)
    return see(request, "people:representatives", person_id=person)


async def end(request: Request) -> Response:
    await representations.end_power(request.path_params["power_id"], by=request.user, now=clock.now())
    return see(request, "people:representatives", person_id=request.path_params["person_id"])


async def document(request: Request) -> Response:
    return attachment(*await representations.document(request.path_params["power_id"], by=request.user))


async def powers(request: Request, person: UUID, act: Scope) -> list[tuple[str, str]]:
    """The choices of an officer's form: who brought the paper, if it was not the person himself."""
    if request.user.person is not None:
        return []
    usable = await representations.usable(person, act, on=clock.present_day(), by=request.user)
    return [(str(one.id), one.name) for one in usable]


async def receipt(request: Request) -> Response:
    found = await receipts.receipt(request.path_params["about_id"], by=request.user)
    return page(request, "representations/receipt.html", found=found, filed=FILED[found.kind])


async def receipt_pdf(request: Request) -> Response:
    name, data = await receipts.pdf(request.path_params["about_id"], by=request.user, now=clock.now())
    return attachment(name, "application/pdf", data)


async def consent_form(request: Request) -> Response:
    return page(request, "representations/consent.html", **await choices(request))


async def consent(request: Request) -> Response:
    """A consent that the person, or his representative, signed on paper."""
    form, person = await typed(request), request.path_params["person_id"]
    try:
        new, file = read(consents.GiveConsent, form), await required_file(request, "file")
        made = await consents.consent_on_paper(person, new, *file, by=request.user, now=clock.now())
    except Refusal as refusal:
        known = await choices(request)
        return again(request, "representations/consent.html", refusal, form, here=request.url.path, **known)
    return see(request, "receipts:show", about_id=made.id)


async def choices(request: Request) -> dict[str, Any]:
    person = request.path_params["person_id"]
    asked_for = {family for purpose in Purpose for family in allowance(purpose).families}
    await people.see(person, by=request.user, now=clock.now())  # raises for somebody on no roster of the office
    return {
        "person": person,
        "person_name": (await people.names([person]))[person],
        "committees": [(one.id, one.name) for one in await inquiries.committees()],
        "purposes": offered(request, PURPOSES),
        "families": [(code, name, None) for code, name in offered(request, FAMILIES) if code in asked_for],
        "powers": await powers(request, person, Scope.CONSENT),
    }


SEE, FILE, RECORD = Permission.PERSON_SEE, Permission.REMEDY_FILE, Permission.PERSON_CORRECT
POWERS = f"{PERSON}/representatives"
routes = [
    get(POWERS, listing, SEE, name="people:representatives"),
    post(POWERS, record, RECORD, name="people:record_representative", files=1),
    post(f"{POWERS}/{{power_id:uuid}}/end", end, RECORD, name="people:end_representative"),
    get("/representatives/{power_id:uuid}/document", document, SEE, name="people:power"),
    get("/own/representatives/{power_id:uuid}/document", document, Permission.OWN_FILE, name="own:power"),
    get(f"{PERSON}/consent", consent_form, FILE, name="people:consent_form"),
    post(f"{PERSON}/consent", consent, FILE, name="people:consent", files=1),
    get("/receipts/{about_id:uuid}", receipt, FILE, name="receipts:show"),
    get("/receipts/{about_id:uuid}/pdf", receipt_pdf, FILE, name="receipts:pdf"),
]
