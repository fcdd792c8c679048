"""What the person says about an entry, and how much of it travels with the entry.

All of it stays in the file, and whoever decides about the entry reads it: his right to be heard may need his illness.
But an answer and a push reach others, and he may name third persons (征信业管理条例 14; PIPL 28). So a statement that
may hold what may not be collected is held back from them until a second officer has agreed, or has left clauses out; if
nobody has by the last day of the term, the clauses that hold nothing of it travel by rule (`passing`). Meanwhile they
are told that there is one.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.prohibited import permitted, suspected
from integrity_archive.database import tx
from integrity_archive.entries.clauses import left_out
from integrity_archive.entries.draft import Say, Text
from integrity_archive.entries.kinds import StatementState
from integrity_archive.entries.lifecycle import ENTRY, STATEMENT, State
from integrity_archive.entries.locked import STATING, hand_on, held, require_no_hand
from integrity_archive.entries.models import Entry, Statement
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import received
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

LOOKED_AT = "本人有陈述，正在审看。"  # where a statement would stand that is held back: that there is one is no secret
TRAVELLING = """
left join lateral (
    select array_agg(id order by at, id) filter (where state = 'travels') as id,
        array_agg(sealed order by at, id) filter (where state = 'travels') as sealed,
        array_agg(passed_on order by at, id) filter (where state = 'travels') as passed_on,
        coalesce(bool_or(state = 'held_back'), false) as held_back
    from entries_statement where entry_id = e.id) s on true
"""  # all that travel: a later explanation takes nothing from an earlier disagreement (征信业管理条例 25)


class NotHisWords(Refusal):
    """Leave out only whole clauses that speak of illness and the like, with （略） for each; change no other word."""

    status = 422
    zh = "只能整句（两个标点之间）删去涉及疾病、信仰等内容的语句，每句以“（略）”代替，标点照留；不得改动本人的话。"


class PassOn(BaseModel):
    """Which statement, and as much of its text as may travel; all of it where nothing is said."""

    statement: UUID
    text: Text | None = Field(default=None, min_length=2, max_length=500)


@tx
async def state(entry_id: UUID, said: Say, papers: Sequence[str] = (), *, by: Actor, now: datetime) -> Statement:
    """Add the person's statement: by himself, or on paper through the clerk. It travels with the entry from now on,
    unless it may hold what may not be collected: then a second officer looks first (`pass_on`).

    It brings nothing nearer by itself: the reviewer is called to hear it, from the day on which it came in. `papers`
    are the hashes of its scan, which whoever takes it in has kept (`remedies.statements`).
    """
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.ENTRY_DRAFT, person=by.person)
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "state", by=by)
    received_on, body = await received(said, Scope.STATE, entry.person_id, by=by, now=now)
    id = uuid7()
    sealed = key.seal(said.text.encode(), place=f"entries_statement.sealed:{id}")
    on_paper = None if own else received_on
    held_back = any(suspected(said.text))
    statement = await Statement.create(
        id=id,
        entry_id=entry.id,
        sealed=sealed,
        state=StatementState.HELD_BACK if held_back else StatementState.TRAVELS,
        received_on=on_paper,
        at=now,
    )
    await record(
        Kind.ENTRY_STATED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=id, own=own,
        documents=list(papers), **body,
    )  # fmt: skip
    if entry.state is State.NOTIFIED:
        await hand_on(TaskKind.HEAR_STATEMENT, entry, since=received_on, key=key, by=by, now=now)
    if held_back:
        await hand_on(TaskKind.PASS_ON, entry, key=key, by=by, now=now)
    return statement


@tx
async def pass_on(entry_id: UUID, new: PassOn, *, by: Actor, now: datetime) -> Statement:
    """A second officer lets a statement travel, whole or with clauses left out (`clauses`).

    Raises `SameOfficer` for the entry's clerk and for who took it in on paper, `NotHisWords`, and `ProhibitedContent`
    for what the platform refuses in any case.
    """
    require(by, Permission.ENTRY_REVIEW)
    entry, key = await held(entry_id, by=by, now=now)
    statement = await Statement.select_for_update().get_or_none(id=new.statement, entry_id=entry.id)
    if statement is None:
        raise NotFound()
    STATEMENT.step(statement.state, "pass_on", by=by)
    await require_no_hand(entry, STATING, by=by)
    said = whole(statement, key)
    less = permitted(new.text or said, at="text")
    omitted = left_out(said, less)
    if omitted is None:
        raise NotHisWords(at="text")
    await let_travel(statement, entry, key, said, less, Kind.ENTRY_STATEMENT_PASSED_ON, omitted, by=by, now=now)
    await close_when_done(entry, key, by=by, now=now)
    return statement


async def let_travel(
    statement: Statement, entry: Entry, key: Key, said: str, less: str, kind: Kind, omitted: int | None, *, by: Actor,
    now: datetime,
) -> None:  # fmt: skip
    """So much of it travels from now on, and the journal says how many clauses do not (None: all of it is left out)."""
    statement.state = StatementState(STATEMENT.step(statement.state, "pass_on", by=by).after)
    if less != said:
        statement.passed_on = key.seal(less.encode(), place=f"entries_statement.passed_on:{statement.id}")
    await statement.save(update_fields=["state", "passed_on"])
    await record(
        kind, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=statement.id,
        whole=less == said, left_out=omitted,
    )  # fmt: skip


async def close_when_done(entry: Entry, key: Key, *, by: Actor, now: datetime) -> None:
    if not await Statement.exists(entry_id=entry.id, state=StatementState.HELD_BACK):
        await close_task(TaskKind.PASS_ON, entry.id, key=key, by=by, now=now)


def whole(statement: Statement, key: Key) -> str:
    return key.open(statement.sealed, place=f"entries_statement.sealed:{statement.id}").decode()


def travelling(
    ids: Sequence[UUID] | None, sealed: Sequence[bytes], passed_on: Sequence[bytes | None], held_back: bool, key: Key
) -> list[str]:
    """As much of the statements as travels, from the columns of `TRAVELLING`, in the order he made them in; before
    them, where one is held back, that it is."""
    said = [travels(*one, key) for one in zip(ids or (), sealed or (), passed_on or (), strict=True)]
    return [LOOKED_AT, *said] if held_back else said


def travels(id: UUID, sealed: bytes, passed_on: bytes | None, key: Key) -> str:
    if passed_on is not None:
        return key.open(passed_on, place=f"entries_statement.passed_on:{id}").decode()
    return key.open(sealed, place=f"entries_statement.sealed:{id}").decode()


def shown(statement: Statement, key: Key) -> dict[str, Any]:
    """For those who read the file: all of it, and what of it travels."""
    goes = statement.state is StatementState.TRAVELS
    return {
        "text": whole(statement, key),
        "travels": travels(statement.id, statement.sealed, statement.passed_on, key) if goes else None,
    }
