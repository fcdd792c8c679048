"""Changes of effective entries by two officers, and what entries said before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.entry_out import EntryState, standing
from integrity_archive.entries import changes, former
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.changes import Change
from integrity_archive.entries.kinds import ChangeKind, ChangeState


@dataclass(frozen=True)
class ChangeOut:
    """Where a proposed change stands."""

    id: UUID
    entry: UUID
    kind: ChangeKind
    state: ChangeState
    proposed_at: datetime
    decided_at: datetime | None


def shown(change: Any) -> ChangeOut:
    return ChangeOut(
        change.id, change.entry_id, change.kind, change.state, change.proposed_at, change.decided_at
    )  # fmt: skip


async def propose(call: Call) -> ChangeOut:
    """With the document that proves it, as a multipart form; a correction of our own mistake needs none."""
    part = call.files.get("document")
    name, data = (part.filename or "document", await part.read()) if part else (None, None)
    return shown(await changes.propose(call.path["entry"], call.input, name, data, by=call.by, now=clock.now()))


async def proposed(call: Call) -> list[former.Proposed]:
    return await former.of_entry(call.path["entry"], by=call.by, on=clock.present_day())


async def versions(call: Call) -> list[former.Former]:
    return await former.versions(call.path["entry"], by=call.by, on=clock.present_day())


async def approve(call: Call) -> EntryState:
    return standing(await changes.approve(call.path["change"], by=call.by, now=clock.now()))


async def refuse(call: Call) -> ChangeOut:
    return shown(await changes.refuse(call.path["change"], call.input, by=call.by, now=clock.now()))


async def document(call: Call) -> Binary:
    return Binary(*await former.document(call.path["change"], by=call.by, on=clock.present_day()))


WRITE, REVIEW, SEE = Permission.ENTRY_DRAFT, Permission.ENTRY_REVIEW, Permission.ENTRY_SEE
OF_ENTRY = "/entries/{entry:uuid}"
ENDPOINTS = (
    Endpoint(
        "POST", f"{OF_ENTRY}/changes", propose, WRITE, "提出变更", "propose a change", input=Change, output=ChangeOut,
        status=201, creates=True, files=("document",),
    ),
    Endpoint(
        "GET", f"{OF_ENTRY}/changes", proposed, SEE, "条目的变更", "changes of an entry", output=list[former.Proposed]
    ),
    Endpoint(
        "GET", f"{OF_ENTRY}/versions", versions, SEE, "条目的原内容", "what an entry said before",
        output=list[former.Former],
    ),
    Endpoint(
        "POST", "/changes/{change:uuid}/approval", approve, REVIEW, "同意变更", "approve a change", output=EntryState,
        creates=True,
    ),
    Endpoint(
        "POST", "/changes/{change:uuid}/refusal", refuse, REVIEW, "不同意变更", "refuse a change", input=Reason,
        output=ChangeOut, creates=True,
    ),
    Endpoint(
        "GET", "/changes/{change:uuid}/document", document, SEE, "变更的文书", "the document of a change", output=Binary
    ),
)  # fmt: skip
