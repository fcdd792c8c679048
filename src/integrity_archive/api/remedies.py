"""The remedies desk, what eases an entry, and the question “what if” over the interface."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.refusals import language
from integrity_archive.api.uploads import SCAN, scan
from integrity_archive.intake import read
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.views import MitigationView
from integrity_archive.remedies.what_if import Deed, Question, Rule


@dataclass(frozen=True)
class OutlookOut:
    """What follows, by which rule; `refused` says why the deed does nothing on that day."""

    deed: Deed
    by: date
    rule: Rule
    ends_on: date | None
    on: date | None
    possible_on: date | None
    policy: str | None
    refused: str | None
    provisional: bool


async def remedies(call: Call) -> list[queries.Waiting]:
    return await queries.desk(call.by)


async def add_mitigation(call: Call) -> list[MitigationView]:
    entry: UUID = call.path["entry"]
    await actions.add_mitigation(entry, call.input, await scan(call), by=call.by, now=clock.now())
    return await mitigations(call)


async def mitigations(call: Call) -> list[MitigationView]:
    return (await queries.of_entry(call.path["entry"], by=call.by)).mitigations


async def what_if(call: Call) -> OutlookOut:
    assert call.request
    await queries.summary(call.path["entry"], by=call.by)
    asked, today = read(Question, call.query), clock.present_day()
    told = await queries.outlook(call.path["entry"], asked.deed, asked.by, by=call.by, today=today)
    refused = told.refused.text(language(call.request)) if told.refused else None
    return OutlookOut(
        told.deed, told.by, told.rule, told.ends_on, told.on, told.possible_on, told.policy, refused, told.provisional
    )


FILE, SEE, OWN = Permission.REMEDY_FILE, Permission.REMEDY_SEE, Permission.OWN_FILE
ENTRY = "/entries/{entry:uuid}"
ENDPOINTS = (
    Endpoint("GET", "/remedies", remedies, SEE, "正在办理的救济", "what runs", output=list[queries.Waiting]),
    Endpoint(
        "POST", f"{ENTRY}/mitigations", add_mitigation, FILE, "登记补充履行、延期或者说明", "add what eases an entry",
        input=actions.Easing, output=list[MitigationView], status=201, creates=True, again=mitigations, files=SCAN,
    ),
    Endpoint(
        "POST", f"/own{ENTRY}/mitigations", add_mitigation, OWN, "说明或者补充履行", "add what eases one's own entry",
        input=actions.Easing, output=list[MitigationView], status=201, creates=True, again=mitigations,
    ),
    Endpoint(
        "GET", f"/own{ENTRY}/what-if", what_if, OWN, "如果……会怎样（deed、by）", "what if (deed, by)", output=OutlookOut
    ),
)  # fmt: skip
