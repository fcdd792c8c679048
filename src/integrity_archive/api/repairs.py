"""Repair over the interface."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.uploads import SCAN, scan
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.views import RepairView

PROOFS = (  # which of them are needed, the catalogue says for each entry
    DocumentKind.FILING,
    DocumentKind.PERFORMANCE,
    DocumentKind.PLEDGE,
    DocumentKind.VOLUNTEER_RECORD,
    DocumentKind.CHARITY_RECEIPT,
)


async def apply_repair(call: Call) -> RepairView:
    """With a proof for every condition that the catalogue names, as parts of a multipart form."""
    sent = [(kind, call.files.get(kind)) for kind in PROOFS]
    files = [actions.Handed(kind, part.filename or kind, await part.read()) for kind, part in sent if part]
    made = await actions.apply_repair(call.path["entry"], call.input, files, by=call.by, now=clock.now())
    return await queries.repair(made.id, by=call.by)


async def repair(call: Call) -> RepairView:
    return await queries.repair(call.path["repair"], by=call.by)


async def accept(call: Call) -> RepairView:
    await actions.accept_repair(call.path["repair"], call.input, by=call.by, now=clock.now())
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


FILE, SEE, DECIDE, OWN = Permission.REMEDY_FILE, Permission.REMEDY_SEE, Permission.REMEDY_DECIDE, Permission.OWN_FILE
OUT, ONE, ENTRY = RepairView, "/repairs/{repair:uuid}", "/entries/{entry:uuid}"
OWN_PROOFS = PROOFS[1:]
ENDPOINTS = (
    Endpoint(
        "POST", f"{ENTRY}/repairs", apply_repair, FILE, "登记修复申请", "take in an application for repair",
        input=actions.Applying, output=OUT, status=201, creates=True, again=repair, made="repair", files=PROOFS,
        optional=PROOFS,
    ),
    Endpoint("GET", ONE, repair, SEE, "查看修复申请", "an application for repair", output=OUT),
    Endpoint(
        "POST", f"{ONE}/acceptance", accept, FILE, "受理", "accept it", input=actions.Accepting, output=OUT,
        creates=True, again=repair,
    ),
    Endpoint(
        "POST", f"{ONE}/grant", grant, DECIDE, "准予修复", "grant it", input=actions.Deciding, output=OUT, creates=True,
        again=repair,
    ),
    Endpoint(
        "POST", f"{ONE}/refusal", refuse, FILE, "不予修复", "refuse it", input=actions.Deciding, output=OUT,
        creates=True, again=repair,
    ),
    Endpoint(
        "POST", f"{ONE}/withdrawal", withdraw_repair, FILE, "登记本人撤回", "the person takes it back",
        input=actions.Received, output=OUT, creates=True, again=repair, files=SCAN,
    ),
    Endpoint(
        "POST", f"/own{ENTRY}/repairs", apply_repair, OWN, "申请修复", "apply for repair", input=actions.Applying,
        output=OUT, status=201, creates=True, again=repair, made="repair", files=OWN_PROOFS,
        optional=OWN_PROOFS,
    ),
    Endpoint("GET", f"/own{ONE}", repair, OWN, "查看本人的修复申请", "one's own application", output=OUT),
    Endpoint(
        "POST", f"/own{ONE}/withdrawal", withdraw_repair, OWN, "撤回修复申请", "take it back", output=OUT, creates=True,
        again=repair,
    ),
)  # fmt: skip
