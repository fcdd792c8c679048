"""Complaints over the interface."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.views import ComplaintView


async def lodge_complaint(call: Call) -> ComplaintView:
    made = await actions.lodge_complaint(call.input, call.person, by=call.by, now=clock.now())
    return await queries.complaint(made.id, by=call.by)


async def complaints_made(call: Call) -> list[ComplaintView]:
    return await queries.complaints_of(call.person)


async def complaints(call: Call) -> list[ComplaintView]:
    return await queries.complaints(call.by)


async def complaint(call: Call) -> ComplaintView:
    return await queries.complaint(call.path["complaint"], by=call.by)


async def answer(call: Call) -> ComplaintView:
    await actions.answer_complaint(call.path["complaint"], call.input, by=call.by, now=clock.now())
    return await complaint(call)


OUT, ONE, ANSWER = ComplaintView, "/complaints/{complaint:uuid}", Permission.COMPLAINT_ANSWER
ENDPOINTS = (
    Endpoint(
        "POST", "/own/complaints", lodge_complaint, Permission.OWN_FILE, "投诉", "complain", input=actions.Complaining,
        output=OUT, status=201, creates=True, again=complaint, made="complaint",
    ),
    Endpoint(
        "GET", "/own/complaints", complaints_made, Permission.OWN_FILE, "本人的投诉", "one's own complaints",
        output=list[ComplaintView],
    ),
    Endpoint("GET", f"/own{ONE}", complaint, Permission.OWN_FILE, "查看本人的投诉", "one of them", output=OUT),
    Endpoint(
        "GET", "/complaints", complaints, ANSWER, "待答复的投诉", "complaints to answer", output=list[ComplaintView]
    ),
    Endpoint("GET", ONE, complaint, ANSWER, "查看投诉", "a complaint", output=OUT),
    Endpoint(
        "POST", f"{ONE}/answer", answer, ANSWER, "答复投诉", "answer it", input=actions.Replying, output=OUT,
        creates=True, again=complaint,
    ),
)  # fmt: skip
