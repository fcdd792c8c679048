"""Two officers change an entry: one proposes, another approves or refuses. Nothing changes in between."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.record_type_rules import DECISION
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import tx
from integrity_archive.entries import documents, models, settling
from integrity_archive.entries.actions import Reason, schedule
from integrity_archive.entries.amending import considered, is_new_decision
from integrity_archive.entries.changeable import Members
from integrity_archive.entries.documents import Stored
from integrity_archive.entries.draft import Text
from integrity_archive.entries.kinds import ChangeKind, ChangeState, Ending, Proof
from integrity_archive.entries.lifecycle import CHANGE, ENTRY, State
from integrity_archive.entries.locked import SameOfficer, held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.entries.standing import Standing
from integrity_archive.errors import Conflict, FieldError, Invalid, NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind
from integrity_archive.transitions import NoSuchStep

ACTS = {
    ChangeKind.CORRECTION: "correct",
    ChangeKind.REVISION: "revise",
    ChangeKind.REVOCATION: "revoke",
    ChangeKind.LIFTING: "lift",
    ChangeKind.COMPLETION: "complete",
}
DOCUMENT_MISSING = FieldError(
    "document",
    "change-document-missing",
    "请附上作出该变更的决定文书。",
    "Attach the decision by which this was changed.",
)
CAUSE_MISSING = FieldError("cause", "required", "此项必填。", "This is required.")
DAY_MISSING = FieldError("lifted_on", "required", "此项必填。", "This is required.")


class ChangeOpen(Conflict):
    """A change of this entry is proposed already: it must be decided first."""

    zh = "该条目已有一项待审核的变更，请先办结。"


class Change(Members):
    """What shall become of an entry, and why.

    A correction or revision names members; a revocation its cause; a lifting its day; a completion its findings or
    the kind of body that decided. A document that `names_others` reaches the person as its redacted copy.
    """

    kind: ChangeKind
    names_others: bool = False
    reason: Text = Field(min_length=2, max_length=500)
    cause: Ending | None = None
    lifted_on: date | None = None

    @property
    def needs_document(self) -> bool:
        """What another body decided is proven by its decision; our own mistake is not."""
        return self.kind in (ChangeKind.REVISION, ChangeKind.LIFTING) or self.cause is Ending.REVOKED

    def members(self) -> dict[str, Any]:
        return self.model_dump(include=set(Members.model_fields), exclude_none=True)


@looked_over(Permission.ENTRY_DRAFT)
async def propose(
    entry_id: UUID,
    change: Change,
    document_name: str | None = None,
    document: bytes | None = None,
    *,
    by: Actor,
    now: datetime,
) -> models.Change:
    """Propose a change, with the document that proves it. Raises `ChangeOpen`, or `Invalid` beside the fields."""
    require(by, Permission.ENTRY_DRAFT)
    entry, key = await known(entry_id, by=by)
    if change.needs_document and document is None:
        raise Invalid([DOCUMENT_MISSING])
    stored = await documents.store(entry, key, document_name or "", document) if document is not None else None
    return await keep(entry.id, change, stored, by=by, now=now)


@tx
async def keep(entry_id: UUID, change: Change, stored: Stored | None, *, by: Actor, now: datetime) -> models.Change:
    entry, key = await held(entry_id, by=by, now=now)
    await require_possible(entry, key, change, now=now)
    if await models.Change.filter(entry_id=entry.id, state=ChangeState.PROPOSED).exists():
        raise ChangeOpen()
    id = uuid7()
    said = {"change": change.model_dump(mode="json"), "document": vars(stored) if stored else None}
    proposed = await models.Change.create(
        id=id,
        entry_id=entry.id,
        kind=change.kind,
        sealed=key.seal_json(said, place=f"entries_change.sealed:{id}"),
        proposed_by=by.account,
        proposed_at=now,
    )
    await record(
        Kind.ENTRY_CHANGE_PROPOSED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=id,
        kind_of_change=change.kind, reason=change.reason,
    )  # fmt: skip
    today = clock.today(now)
    until = deadline("entries", TaskKind.CHANGE, since=today)
    await open_task(
        TaskKind.CHANGE, entry.organisation_id, id, entry=entry.id, due_on=until.day, since=today,
        rule="entries.change", provisional=until.provisional, not_for=by.account, key=key, by=by, now=now,
    )  # fmt: skip
    await try_gate(entry, now=now)
    return proposed


async def try_gate(entry: Entry, *, now: datetime) -> None:
    """What our own office proposes to end or revise takes no effect meanwhile; once that is refused, time counts on."""
    if entry.state is State.NOTIFIED:
        await schedule(await Standing.of(entry), now=now)


async def require_possible(entry: Entry, key: Key, change: Change, *, now: datetime) -> None:
    """What the second officer could never approve is not proposed."""
    act = ACTS[change.kind]
    if (entry.state, act) not in ENTRY.steps:
        raise NoSuchStep(state=entry.state.value, act=act)
    match change.kind:
        case ChangeKind.REVOCATION:
            if change.cause is None:
                raise Invalid([CAUSE_MISSING])
            settling.require_cause(change.cause)
        case ChangeKind.LIFTING:
            if change.lifted_on is None:
                raise Invalid([DAY_MISSING])
            settling.require_liftable(entry, change.lifted_on, today=clock.today(now))
        case ChangeKind.COMPLETION:
            await settling.require_incomplete(entry, change.findings, change.deciding_body)
        case _:
            await considered(entry, key, change, change.kind, now=now)


@tx
async def approve(change_id: UUID, *, by: Actor, now: datetime) -> Entry:
    """Let the change happen. Raises `SameOfficer` for its proposer and for the clerk of the entry."""
    proposed, entry, key = await decided(change_id, "approve", ChangeState.APPROVED, by=by, now=now)
    change, stored = opened(proposed, key)
    kind = DECISION if is_new_decision(entry, change.kind) else Proof.CHANGE_DOCUMENT
    attached = None
    if stored:
        hides = change.names_others and kind != DECISION  # a new decision is served on him as it is
        attached = await documents.attach(entry, key, kind, stored, names_others=hides, now=now)
    reason = Reason.model_construct(text=change.reason)
    match change.kind:
        case ChangeKind.CORRECTION:
            return await settling.correct(entry.id, change.members(), reason, by=by, now=now)
        case ChangeKind.REVISION:
            decision = attached.id if attached else None
            return await settling.revise(entry.id, change.members(), reason, decision, by=by, now=now)
        case ChangeKind.REVOCATION:
            assert change.cause
            return await settling.revoke(entry.id, reason, change.cause, by=by, now=now)
        case ChangeKind.LIFTING:
            assert change.lifted_on
            return await settling.lift(entry.id, change.lifted_on, by=by, now=now)
        case ChangeKind.COMPLETION:
            return await settling.complete(entry.id, change.findings, reason, change.deciding_body, by=by, now=now)


@looked_over(Permission.ENTRY_REVIEW)
@tx
async def refuse(change_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> models.Change:
    """The entry stays as it is; its history says why."""
    proposed, entry, key = await decided(change_id, "refuse", ChangeState.REFUSED, by=by, now=now)
    await record(
        Kind.ENTRY_CHANGE_REFUSED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=proposed.id,
        reason=reason.text,
    )  # fmt: skip
    await try_gate(entry, now=now)
    return proposed


async def decided(
    change_id: UUID, act: str, state: ChangeState, *, by: Actor, now: datetime
) -> tuple[models.Change, Entry, Key]:
    """The proposal under lock behind its entry, with the decision written; its task is done."""
    require(by, Permission.ENTRY_REVIEW)
    found = await models.Change.get_or_none(id=change_id)
    if found is None:
        raise NotFound()
    entry, key = await held(found.entry_id, by=by, now=now)
    proposed = await models.Change.select_for_update().get(id=change_id)
    CHANGE.step(proposed.state, act, by=by)
    if by.account in (None, proposed.proposed_by, entry.clerk_id):
        raise SameOfficer()
    proposed.state, proposed.decided_by, proposed.decided_at = state, by.account, now
    await proposed.save(update_fields=["state", "decided_by", "decided_at"])
    await close_task(TaskKind.CHANGE, proposed.id, key=key, by=by, now=now)
    return proposed, entry, key


def opened(proposed: models.Change, key: Key) -> tuple[Change, Stored | None]:
    """What was proposed, and the document that came with it."""
    said = key.open_json(proposed.sealed, place=f"entries_change.sealed:{proposed.id}")
    document = said["document"]
    return Change.model_validate(said["change"]), Stored(**document) if document else None
