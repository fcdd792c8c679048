"""Objections over the interface."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.uploads import SCAN, scan
from integrity_archive.entries.draft import Say
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.views import ObjectionView


async def lodge_objection(call: Call) -> ObjectionView:
    made = await actions.lodge_objection(call.path["entry"], call.input, await scan(call), by=call.by, now=clock.now())
    return await queries.objection(made.id, by=call.by)


async def objection(call: Call) -> ObjectionView:
    return await queries.objection(call.path["objection"], by=call.by)


async def forward(call: Call) -> ObjectionView:
    await actions.forward(call.path["objection"], by=call.by, now=clock.now())
    return await objection(call)


async def hear(call: Call) -> ObjectionView:
    await actions.source_answers(call.path["objection"], call.input, by=call.by, now=clock.now())
    return await objection(call)


async def answer(call: Call) -> ObjectionView:
    await actions.answer_objection(call.path["objection"], call.input, by=call.by, now=clock.now())
    return await objection(call)


async def disagree_with_objection(call: Call) -> ObjectionView:
    await actions.disagree(call.path["objection"], call.input, await scan(call), by=call.by, now=clock.now())
    return await objection(call)


async def withdraw_objection(call: Call) -> ObjectionView:
    paper = call.input or actions.Received()
    await actions.withdraw_objection(call.path["objection"], paper, await scan(call), by=call.by, now=clock.now())
    return await objection(call)


FILE, SEE, DECIDE, OWN = Permission.REMEDY_FILE, Permission.REMEDY_SEE, Permission.REMEDY_DECIDE, Permission.OWN_FILE
OUT, ONE = ObjectionView, "/objections/{objection:uuid}"
ENDPOINTS = (
    Endpoint(
        "POST", "/entries/{entry:uuid}/objections", lodge_objection, FILE, "登记书面异议", "take in an objection",
        input=actions.Objecting, output=OUT, status=201, creates=True, again=objection, made="objection", files=SCAN,
    ),
    Endpoint("GET", ONE, objection, SEE, "查看异议", "an objection", output=OUT),
    Endpoint(
        "POST", f"{ONE}/forward", forward, FILE, "转决定机关核查", "ask the body that decided", output=OUT,
        creates=True, again=objection,
    ),
    Endpoint(
        "POST", f"{ONE}/hearing", hear, FILE, "登记核查意见", "record what that body says", input=actions.Hearing,
        output=OUT, creates=True, again=objection,
    ),
    Endpoint(
        "POST", f"{ONE}/answer", answer, DECIDE, "答复异议", "answer it", input=actions.Answering, output=OUT,
        creates=True, again=objection,
    ),
    Endpoint(
        "POST", f"{ONE}/disagreement", disagree_with_objection, FILE, "登记本人不同意", "the person disagrees",
        input=Say, output=OUT, creates=True, again=objection, files=SCAN,
    ),
    Endpoint(
        "POST", f"{ONE}/withdrawal", withdraw_objection, FILE, "登记本人撤回", "the person takes it back",
        input=actions.Received, output=OUT, creates=True, again=objection, files=SCAN,
    ),
    Endpoint(
        "POST", "/own/entries/{entry:uuid}/objections", lodge_objection, OWN, "提出异议", "object",
        input=actions.Objecting, output=OUT, status=201, creates=True, again=objection, made="objection",
    ),
    Endpoint("GET", f"/own{ONE}", objection, OWN, "查看本人的异议", "one's own objection", output=OUT),
    Endpoint(
        "POST", f"/own{ONE}/disagreement", disagree_with_objection, OWN, "不同意答复", "disagree", input=Say,
        output=OUT, creates=True, again=objection,
    ),
    Endpoint(
        "POST", f"/own{ONE}/withdrawal", withdraw_objection, OWN, "撤回异议", "take it back", output=OUT, creates=True,
        again=objection,
    ),
)  # fmt: skip
