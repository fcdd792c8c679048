"""A committee's questions: each is registered, answered or not."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.inquiries import actions, queries


async def ask(call: Call) -> actions.Answer:
    return await actions.ask(call.input, by=call.by, now=clock.now())


async def register(call: Call) -> list[queries.RegisterRow]:
    after, limit = page_of(call)
    return await queries.register(call.by, after=after, limit=limit)


async def show(call: Call) -> actions.Answer:
    return await queries.answer(call.path["inquiry"], by=call.by, now=clock.now())


ASK = Permission.INQUIRY_MAKE
ENDPOINTS = (
    Endpoint(
        "GET", "/inquiries", register, ASK, "查询登记", "the register", output=list[queries.RegisterRow], pages=True
    ),
    Endpoint(
        "POST", "/inquiries", ask, ASK, "查询", "ask", input=actions.Question, output=actions.Answer, status=201,
        creates=True, again=show, made="inquiry",
    ),
    Endpoint("GET", "/inquiries/{inquiry:uuid}", show, ASK, "查询结果", "an answer given", output=actions.Answer),
)  # fmt: skip
