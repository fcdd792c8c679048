"""What the person says about an entry, and how much of it travels with the entry.

All of it stays in the file, and whoever decides about the entry reads it: his right to be heard may need his illness.
But an answer and a push reach others, and he may name third persons (征信业管理条例 14; PIPL 28). So a statement that
may hold what may not be collected is held back from them until a second officer has agreed, or has left words out.
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
from integrity_archive.entries.draft import Say, Text
from integrity_archive.entries.kinds import StatementState
from integrity_archive.entries.lifecycle import ENTRY, STATEMENT, State
from integrity_archive.entries.locked import STATING, hand_on, held, require_no_hand
from integrity_archive.entries.models import Statement
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.people.representations import received
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

LEFT_OUT = "（略）"
TRAVELLING = """
left join lateral (
    select array_agg(id order by at, id) as id, array_agg(sealed order by at, id) as sealed,
        array_agg(passed_on order by at, id) as passed_on
    from entries_statement where entry_id = e.id and state = 'travels') s on true
"""  # all that travel: a later explanation takes nothing from an earlier disagreement (征信业管理条例 25)


class NotHisWords(Refusal):
    """Leave words of the statement out where something may not be passed on, and put （略） there; add none."""

    status = 422
    zh = "只能删去不宜对外提供的内容，并以“（略）”代替；不得增加或者改动本人的话。"


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
    """A second officer lets a statement travel, whole or with words left out.

    Raises `SameOfficer` for the entry's clerk and for who took it in on paper, `NotHisWords`, and `ProhibitedContent`
    for what the platform refuses in any case.
    """
    require(by, Permission.ENTRY_REVIEW)
    entry, key = await held(entry_id, by=by, now=now)
    statement = await Statement.select_for_update().get_or_none(id=new.statement, entry_id=entry.id)
    if statement is None:
        raise NotFound()
    statement.state = StatementState(STATEMENT.step(statement.state, "pass_on", by=by).after)
    await require_no_hand(entry, STATING, by=by)
    said = whole(statement, key)
    less = permitted(new.text or said, at="text")
    if not leaves_out(said, less):
        raise NotHisWords(at="text")
    if less != said:
        statement.passed_on = key.seal(less.encode(), place=f"entries_statement.passed_on:{statement.id}")
    await statement.save(update_fields=["state", "passed_on"])
    await record(
        Kind.ENTRY_STATEMENT_PASSED_ON, by=by, now=now, key=key, person=entry.person_id, entry=entry.id,
        about=statement.id, whole=less == said,
    )  # fmt: skip
    if not await Statement.exists(entry_id=entry.id, state=StatementState.HELD_BACK):
        await close_task(TaskKind.PASS_ON, entry.id, key=key, by=by, now=now)
    return statement


def leaves_out(said: str, less: str) -> bool:
    """Whether one is the other with nothing but omissions, each marked."""
    first, *parts = less.split(LEFT_OUT)
    if not said.startswith(first) or not said.endswith(parts[-1] if parts else first):
        return False
    place = len(first)
    for part in parts:
        found = said.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return bool(parts) or said == less


def whole(statement: Statement, key: Key) -> str:
    return key.open(statement.sealed, place=f"entries_statement.sealed:{statement.id}").decode()


def travelling(
    ids: Sequence[UUID] | None, sealed: Sequence[bytes], passed_on: Sequence[bytes | None], key: Key
) -> list[str]:
    """As much of the statements as travels, from the columns of `TRAVELLING`, in the order in which he made them."""
    return [travels(*one, key) for one in zip(ids or (), sealed or (), passed_on or (), strict=True)]


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
