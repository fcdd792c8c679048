"""Entries over the interface: the same verbs as the pages."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.api.refusals import IfMatchMissing, language
from integrity_archive.api.uploads import upload
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.entries import actions, queries
from integrity_archive.entries.draft import Draft, Reason, Say
from integrity_archive.entries.kinds import DecisionRoute, Objection, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.offered import Served
from integrity_archive.entries.service import WhichService
from integrity_archive.language import Language

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


@dataclass(frozen=True)
class EntryState:
    """Where an entry stands after an act."""

    id: UUID
    number: str
    state: State
    version: int
    effect_due_on: date | None
    final_on: date | None
    display_until: date | None


@dataclass(frozen=True)
class Missing:
    """Why an entry may not take effect yet."""

    code: str
    detail: str


@dataclass(frozen=True)
class EntryOut:
    """One entry, opened. `acts` are those that this key may do now."""

    id: UUID
    number: str
    person: UUID
    record_type: str
    edition: str
    severity: Severity | None
    state: State
    state_since: datetime
    version: int
    objection: Objection
    facts: dict[str, str | None]
    decided_on: date
    decision_route: DecisionRoute
    decision_method: ServiceMethod | None
    served_on: date | None
    remedies_told: bool
    remedy_known_on: date | None
    remedy_concluded_on: date | None
    remedy_concluded: Procedure | None
    steps_taken: list[str]
    serious_basis: str | None
    key_supervision: list[str]
    suspended: bool
    notice_served_on: date | None
    services: list[Served]
    effect_due_on: date | None
    final_on: date | None
    display_until: date | None
    evidence: list[queries.Attached]
    statements: list[queries.Said]
    certificate: queries.Proven | None
    missing: list[Missing]
    acts: list[str]


def standing(entry: Any) -> EntryState:
    names = ("id", "number", "state", "version", "effect_due_on", "final_on", "display_until")
    return EntryState(**{name: getattr(entry, name) for name in names})


async def entry_of(call: Call) -> EntryOut:
    """The entry of the path, in the asker's language."""
    assert call.request
    view = await queries.view(call.path["entry"], by=call.by, now=clock.now())
    return opened(view, language(call.request))


def opened(view: queries.EntryView, spoken: Language) -> EntryOut:
    entry = view.entry
    return EntryOut(
        id=entry.id,
        number=entry.number,
        person=entry.person_id,
        record_type=entry.record_type,
        edition=entry.edition,
        severity=entry.severity,
        state=entry.state,
        state_since=entry.state_since,
        version=entry.version,
        objection=entry.objection,
        facts=view.facts,
        decided_on=entry.decided_on,
        decision_route=entry.decision_route,
        decision_method=entry.decision_method,
        served_on=entry.served_on,
        remedies_told=entry.remedies_told,
        remedy_known_on=entry.remedy_known_on,
        remedy_concluded_on=entry.remedy_concluded_on,
        remedy_concluded=entry.remedy_concluded,
        steps_taken=list(entry.steps_taken),
        serious_basis=entry.serious_basis,
        key_supervision=list(entry.key_supervision),
        suspended=entry.suspended,
        services=view.services,
        notice_served_on=view.notice.served_on if view.notice else None,
        effect_due_on=entry.effect_due_on,
        final_on=entry.final_on,
        display_until=entry.display_until,
        evidence=view.evidence,
        statements=view.statements,
        certificate=view.certificate,
        missing=[Missing(one.code, one.text(spoken)) for one in view.gate.missing] if view.gate else [],
        acts=view.acts,
    )


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
    await actions.state(call.path["entry"], call.input, by=call.by, now=clock.now())
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
    act("statement", state, WRITE, "登记本人陈述", "add the person's statement", input=Say),
    act("effect", take_effect, REVIEW, "生效", "take effect"),
    act("confirm", confirm, REVIEW, "确认守信信息", "confirm a merit"),
    act("withdraw", withdraw, REVIEW, "撤回", "withdraw", input=Reason),
)  # fmt: skip
