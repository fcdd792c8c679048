"""Repair, mitigation and the question “what if” over the interface."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.refusals import language
from integrity_archive.api.uploads import SCAN, scan
from integrity_archive.intake import read
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.views import MitigationView, RepairView
from integrity_archive.remedies.what_if import Deed, Rule

PROOFS = (
    DocumentKind.PERFORMANCE,
    DocumentKind.PLEDGE,
    DocumentKind.VOLUNTEER_RECORD,
    DocumentKind.CHARITY_RECEIPT,
)


class Question(BaseModel):
    """What is done, and by which day."""

    deed: Deed
    by: date


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


async def apply_repair(call: Call) -> RepairView:
    """With a proof for every condition that the catalogue names, as parts of a multipart form."""
    sent = [(kind, call.files.get(kind)) for kind in PROOFS]
    files = [actions.Handed(kind, part.filename or kind, await part.read()) for kind, part in sent if part]
    made = await actions.apply_repair(call.path["entry"], call.input, files, by=call.by, now=clock.now())
    return await queries.repair(made.id, by=call.by)


async def repair(call: Call) -> RepairView:
    return await queries.repair(call.path["repair"], by=call.by)


async def accept(call: Call) -> RepairView:
    await actions.accept_repair(call.path["repair"], by=call.by, now=clock.now())
    return await repair(call)


async def grant(call: Call) -> RepairView:
    await actions.grant_repair(call.path["repair"], call.input, by=call.by, now=clock.now())
    return await repair(call)


async def refuse(call: Call) -> RepairView:
    await actions.refuse_repair(call.path["repair"], call.input, by=call.by, now=clock.now())
    return await repair(call)


async def withdraw_repair(call: Call) -> RepairView:
    paper = call.input or actions.Received()
    await actions.withdraw_repair(call.path["repair"], paper, await scan(call), by=call.by, now=clock.now())
    return await repair(call)


async def add_mitigation(call: Call) -> list[MitigationView]:
    entry: UUID = call.path["entry"]
    await actions.add_mitigation(entry, call.input, await scan(call), by=call.by, now=clock.now())
    return (await queries.of_entry(entry, by=call.by)).mitigations


async def what_if(call: Call) -> OutlookOut:
    assert call.request
    await queries.summary(call.path["entry"], by=call.by)
    asked, today = read(Question, call.query), clock.today(clock.now())
    told = await queries.outlook(call.path["entry"], asked.deed, asked.by, by=call.by, today=today)
    refused = told.refused.text(language(call.request)) if told.refused else None
    return OutlookOut(
        told.deed, told.by, told.rule, told.ends_on, told.on, told.possible_on, told.policy, refused, told.provisional
    )


FILE, SEE, DECIDE, OWN = Permission.REMEDY_FILE, Permission.REMEDY_SEE, Permission.REMEDY_DECIDE, Permission.OWN_FILE
OUT, ONE, ENTRY = RepairView, "/repairs/{repair:uuid}", "/entries/{entry:uuid}"
NEEDED = (DocumentKind.PERFORMANCE.value, DocumentKind.PLEDGE.value)
ENDPOINTS = (
    Endpoint(
        "POST", f"{ENTRY}/repairs", apply_repair, FILE, "登记修复申请", "take in an application for repair",
        input=actions.Applying, output=OUT, status=201, creates=True, files=NEEDED,
    ),
    Endpoint("GET", ONE, repair, SEE, "查看修复申请", "an application for repair", output=OUT),
    Endpoint("POST", f"{ONE}/acceptance", accept, FILE, "受理", "accept it", output=OUT, creates=True),
    Endpoint(
        "POST", f"{ONE}/grant", grant, DECIDE, "准予修复", "grant it", input=actions.Deciding, output=OUT, creates=True
    ),
    Endpoint(
        "POST", f"{ONE}/refusal", refuse, FILE, "不予修复", "refuse it", input=actions.Deciding, output=OUT,
        creates=True,
    ),
    Endpoint(
        "POST", f"{ONE}/withdrawal", withdraw_repair, FILE, "登记本人撤回", "the person takes it back",
        input=actions.Received, output=OUT, creates=True, files=SCAN,
    ),
    Endpoint(
        "POST", f"{ENTRY}/mitigations", add_mitigation, FILE, "登记补充履行、延期或者说明", "add what eases an entry",
        input=actions.Easing, output=list[MitigationView], status=201, creates=True, files=SCAN,
    ),
    Endpoint(
        "POST", f"/own{ENTRY}/repairs", apply_repair, OWN, "申请修复", "apply for repair", input=actions.Applying,
        output=OUT, status=201, creates=True, files=NEEDED,
    ),
    Endpoint("GET", f"/own{ONE}", repair, OWN, "查看本人的修复申请", "one's own application", output=OUT),
    Endpoint(
        "POST", f"/own{ONE}/withdrawal", withdraw_repair, OWN, "撤回修复申请", "take it back", output=OUT, creates=True
    ),
    Endpoint(
        "POST", f"/own{ENTRY}/mitigations", add_mitigation, OWN, "说明或者补充履行", "add what eases one's own entry",
        input=actions.Easing, output=list[MitigationView], status=201, creates=True,
    ),
    Endpoint(
        "GET", f"/own{ENTRY}/what-if", what_if, OWN, "如果……会怎样（deed、by）", "what if (deed, by)", output=OutlookOut
    ),
)  # fmt: skip
