"""Entries over the interface: the same verbs as the pages."""

import re
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.entry_out import EntryOut, EntryState, entry_of, standing
from integrity_archive.api.paging import page_of
from integrity_archive.api.refusals import IfMatchMissing
from integrity_archive.api.uploads import SCAN, scan, upload
from integrity_archive.entries import actions, queries, statements
from integrity_archive.entries.draft import Draft, Reason, Say
from integrity_archive.entries.kinds import ServiceOf
from integrity_archive.entries.service import WhichService
from integrity_archive.remedies.statements import make_statement

VERSION = re.compile(r'(?:W/)?"([0-9]{1,9})"')  # our ETag; what stands between may have made it weak


class NewEvidence(BaseModel):
    """Which kind of evidence the file is: one of the edition's, or a `Proof`."""

    kind: str = Field(max_length=40)
    names_others: bool = False  # then the person gets its redacted copy


class RedactedOf(BaseModel):
    """Of which document the file is a redacted copy."""

    document: UUID


class Restart(Reason):
    """Which service was void, and why."""

    which: ServiceOf


async def draft(call: Call) -> EntryState:
    return standing(await actions.draft(call.input, by=call.by, now=clock.now()))


async def listed(call: Call) -> list[queries.Row]:
    after, limit = page_of(call)
    return await queries.listing(call.by, after=after, limit=limit, on=clock.present_day())


async def show(call: Call) -> EntryOut:
    return await entry_of(call)


async def edit(call: Call) -> EntryState:
    assert call.request
    seen = VERSION.fullmatch(call.request.headers.get("if-match", ""))
    if seen is None:
        raise IfMatchMissing()
    entry = await actions.edit(call.path["entry"], call.input, version=int(seen[1]), by=call.by, now=clock.now())
    return standing(entry)


async def add_evidence(call: Call) -> EntryState:
    name, data = await upload(call, "file")
    given = call.input
    await actions.add_evidence(
        call.path["entry"], given.kind, name, data, given.names_others, by=call.by, now=clock.now()
    )
    return standing((await queries.view(call.path["entry"], by=call.by, now=clock.now())).entry)


async def add_redacted(call: Call) -> EntryState:
    name, data = await upload(call, "file")
    await actions.add_redacted(call.path["entry"], call.input.document, name, data, by=call.by, now=clock.now())
    return standing((await queries.view(call.path["entry"], by=call.by, now=clock.now())).entry)


async def evidence(call: Call) -> Binary:
    return Binary(
        *await queries.evidence(call.path["evidence"], entry_id=call.path["entry"], by=call.by, on=clock.present_day())
    )


async def file(call: Call) -> EntryState:
    return standing(await actions.file(call.path["entry"], by=call.by, now=clock.now()))


async def refer_back(call: Call) -> EntryState:
    return standing(await actions.refer_back(call.path["entry"], call.input, by=call.by, now=clock.now()))


async def notify(call: Call) -> EntryState:
    return standing(await actions.notify(call.path["entry"], by=call.by, now=clock.now()))


async def serve(call: Call) -> EntryState:
    name, data = await upload(call, "proof")
    return standing(await actions.serve(call.path["entry"], call.input, name, data, by=call.by, now=clock.now()))


async def serve_decision(call: Call) -> EntryState:
    name, data = await upload(call, "proof")
    entry = await actions.serve_decision(call.path["entry"], call.input, name, data, by=call.by, now=clock.now())
    return standing(entry)


async def sight_service(call: Call) -> EntryState:
    return standing(await actions.sight_service(call.path["entry"], call.input.which, by=call.by, now=clock.now()))


async def restart_service(call: Call) -> EntryState:
    which, reason = call.input.which, Reason(text=call.input.text)
    return standing(await actions.restart_service(call.path["entry"], which, reason, by=call.by, now=clock.now()))


async def state(call: Call) -> EntryState:
    await make_statement(call.path["entry"], call.input, await scan(call), by=call.by, now=clock.now())
    return standing((await queries.view(call.path["entry"], by=call.by, now=clock.now())).entry)


async def pass_on(call: Call) -> EntryState:
    await statements.pass_on(call.path["entry"], call.input, by=call.by, now=clock.now())
    return standing((await queries.view(call.path["entry"], by=call.by, now=clock.now())).entry)


async def take_effect(call: Call) -> EntryState:
    return standing(await actions.take_effect(call.path["entry"], by=call.by, now=clock.now()))


async def confirm(call: Call) -> EntryState:
    return standing(await actions.confirm(call.path["entry"], by=call.by, now=clock.now()))


async def withdraw(call: Call) -> EntryState:
    return standing(await actions.withdraw(call.path["entry"], call.input, by=call.by, now=clock.now()))


def act(path: str, handler: Any, permission: Permission, zh: str, en: str, **more: Any) -> Endpoint:
    """A verb of one entry: repeated under the same Idempotency-Key it is done once."""
    path = f"/entries/{{entry:uuid}}/{path}"
    return Endpoint("POST", path, handler, permission, zh, en, output=EntryState, creates=True, **more)


WRITE, REVIEW, SEE = Permission.ENTRY_DRAFT, Permission.ENTRY_REVIEW, Permission.ENTRY_SEE
SERVE = Permission.ENTRY_SERVE
SETTLE = Permission.ENTRY_SETTLE
ENDPOINTS = (
    Endpoint("GET", "/entries", listed, SEE, "本单位条目", "own entries", output=list[queries.Row], pages=True),
    Endpoint(
        "POST", "/entries", draft, WRITE, "起草条目", "begin an entry", input=Draft, output=EntryState, status=201,
        creates=True,
    ),
    Endpoint("GET", "/entries/{entry:uuid}", show, SEE, "查看条目", "one entry", output=EntryOut),
    Endpoint(
        "PATCH", "/entries/{entry:uuid}", edit, WRITE, "修改草稿", "change a draft", input=Draft, output=EntryState,
        if_match=True,
    ),
    act("evidence", add_evidence, WRITE, "添加材料", "attach a document", input=NewEvidence, files=("file",)),
    act(
        "redacted", add_redacted, WRITE, "添加遮盖副本", "attach a redacted copy", input=RedactedOf, files=("file",)
    ),
    Endpoint(
        "GET", "/entries/{entry:uuid}/evidence/{evidence:uuid}", evidence, SEE, "下载材料", "a document", output=Binary
    ),
    act("file", file, WRITE, "提交复核", "hand to the second officer"),
    act("refer-back", refer_back, REVIEW, "退回", "refer back", input=Reason),
    act("notify", notify, REVIEW, "批准告知", "approve the notice"),
    act("serve", serve, SERVE, "登记送达", "record service with proof", input=actions.Service, files=("proof",)),
    act(
        "serve-decision", serve_decision, SERVE, "登记转送的决定书的送达", "record service of the decision through us",
        input=actions.Service, files=("proof",),
    ),
    act("sight-service", sight_service, REVIEW, "查看送达凭证", "see a proof of service", input=WhichService),
    act("restart-service", restart_service, SETTLE, "送达无效，重新送达", "void a contested service", input=Restart),
    act("statement", state, WRITE, "登记本人陈述", "add the person's statement", input=Say, files=SCAN),
    act(
        "statement/passing", pass_on, REVIEW, "准予对外提供本人陈述", "let a held-back statement travel",
        input=statements.PassOn,
    ),
    act("effect", take_effect, REVIEW, "生效", "take effect"),
    act("confirm", confirm, REVIEW, "确认守信信息", "confirm a merit"),
    act("withdraw", withdraw, REVIEW, "撤回", "withdraw", input=Reason),
)  # fmt: skip
