"""Who may act for a person, consents and complaints on paper, and the receipt for a paper."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.uploads import SCAN, scan, upload
from integrity_archive.errors import NotFound
from integrity_archive.inquiries import actions as consents
from integrity_archive.people import queries as people
from integrity_archive.people import representations
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import Power, Representing
from integrity_archive.remedies import actions as remedies
from integrity_archive.reports import receipts


class PowerOut(BaseModel):
    """A power to act for a person: for which acts, from when to when."""

    id: UUID
    name: str
    scope: list[Scope]
    valid_from: date
    valid_until: date
    recorded_at: datetime
    ended_at: datetime | None


class Taken(BaseModel):
    """A paper that was taken in; its receipt has the same id."""

    id: UUID


def out(power: Power) -> PowerOut:
    return PowerOut(
        id=power.id,
        name=power.name,
        scope=sorted(power.scope),
        valid_from=power.valid_from,
        valid_until=power.valid_until,
        recorded_at=power.recorded_at,
        ended_at=power.ended_at,
    )


async def require_known(call: Call) -> None:
    """The person stands on the office's own rosters; raises `NotFound`."""
    if not await people.places(call.path["person"], organisation=call.by.organisation):
        raise NotFound()


async def powers(call: Call) -> list[PowerOut]:
    await require_known(call)
    return [out(one) for one in await representations.powers_of(call.path["person"], by=call.by)]


async def record_power(call: Call) -> Taken:
    name, data = await upload(call, "file")
    made = await representations.record_power(call.path["person"], call.input, name, data, by=call.by, now=clock.now())
    return Taken(id=made.id)


async def end_power(call: Call) -> list[PowerOut]:
    await require_known(call)
    await representations.end_power(call.path["power"], by=call.by, now=clock.now())
    return await powers(call)


async def consent(call: Call) -> Taken:
    name, data = await upload(call, "file")
    made = await consents.consent_on_paper(call.path["person"], call.input, name, data, by=call.by, now=clock.now())
    return Taken(id=made.id)


async def withdraw_consent(call: Call) -> Taken:
    name, data = await upload(call, "file")
    made = await consents.withdraw_on_paper(call.path["person"], call.input, name, data, by=call.by, now=clock.now())
    return Taken(id=made.id)


async def complaint(call: Call) -> Taken:
    """Of which the office that took it in reads nothing but its receipt, unless it is the one to answer."""
    files, by = await scan(call), call.by
    made = await remedies.lodge_complaint(call.input, call.path["person"], files, by=by, now=clock.now())
    return Taken(id=made.id)


async def receipt(call: Call) -> Binary:
    name, data = await receipts.pdf(call.path["about"], by=call.by, now=clock.now())
    return Binary(name, "application/pdf", data)


SEE, RECORD, FILE = Permission.PERSON_SEE, Permission.PERSON_CORRECT, Permission.REMEDY_FILE
PERSON = "/persons/{person:uuid}"
POWERS = f"{PERSON}/representatives"
ENDPOINTS = (
    Endpoint("GET", POWERS, powers, SEE, "代理人", "who may act for a person", output=list[PowerOut]),
    Endpoint(
        "POST", POWERS, record_power, RECORD, "登记代理人", "record a power of attorney", input=Representing,
        output=Taken, status=201, creates=True, files=("file",),
    ),
    Endpoint(
        "POST", f"{POWERS}/{{power:uuid}}/end", end_power, RECORD, "终止代理", "end a power", output=list[PowerOut],
        creates=True, again=powers,
    ),
    Endpoint(
        "POST", f"{PERSON}/consents", consent, FILE, "登记书面同意", "a consent on paper", input=consents.GiveConsent,
        output=Taken, status=201, creates=True, files=("file",),
    ),
    Endpoint(
        "POST", f"{PERSON}/consents/withdrawal", withdraw_consent, FILE, "登记书面撤回同意",
        "a consent withdrawn on paper", input=consents.Withdrawing, output=Taken, creates=True, files=("file",),
    ),
    Endpoint(
        "POST", f"{PERSON}/complaints", complaint, FILE, "登记书面投诉", "a complaint on paper",
        input=remedies.Complaining, output=Taken, status=201, creates=True, files=SCAN,
    ),
    Endpoint("GET", "/receipts/{about:uuid}", receipt, FILE, "收件回执", "the receipt for a paper", output=Binary),
)  # fmt: skip
