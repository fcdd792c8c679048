"""Consent, by the person himself."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.inquiries import actions, queries
from integrity_archive.inquiries.kinds import ConsentState, Purpose


@dataclass(frozen=True)
class ConsentOut:
    id: UUID
    purpose: Purpose
    families: list[str]
    valid_until: date
    uses_left: int
    state: ConsentState


def shown(consent: Any) -> ConsentOut:
    names = ("id", "purpose", "families", "valid_until", "uses_left", "state")
    return ConsentOut(**{name: getattr(consent, name) for name in names})


async def give(call: Call) -> ConsentOut:
    return shown(await actions.give_consent(call.input, by=call.by, now=clock.now()))


async def withdraw(call: Call) -> ConsentOut:
    return shown(await actions.withdraw_consent(call.path["consent"], by=call.by, now=clock.now()))


async def listed(call: Call) -> list[queries.ConsentRow]:
    return await queries.consents_of(call.person)


OWN = Permission.OWN_FILE
ENDPOINTS = (
    Endpoint("GET", "/consents", listed, OWN, "本人的同意", "one's own consents", output=list[queries.ConsentRow]),
    Endpoint(
        "POST", "/consents", give, OWN, "同意查询", "give consent", input=actions.GiveConsent, output=ConsentOut,
        status=201, creates=True,
    ),
    Endpoint(
        "POST", "/consents/{consent:uuid}/withdraw", withdraw, OWN, "撤回同意", "withdraw consent", output=ConsentOut,
        creates=True,
    ),
)  # fmt: skip
