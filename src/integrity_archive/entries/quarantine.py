"""What an officer hands in and may not have been allowed to waits, sealed under a key of its own, for a second person.

An act that is `looked_over` is done at once when its texts and file names are free of suspicion. Else nothing of it is
kept but here: the second person releases it, and the act is done in the officer's name as if it were handed in then; or
destroys it, and its key with it. 征信业管理条例 14; DOMAIN §4; nothing of it stands in a log. An act that cannot wait
is not held: its words are refused (`catalogue.wording`).
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar, get_type_hints
from uuid import UUID

from pydantic import BaseModel, TypeAdapter
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.queries import actor_of_account
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.prohibited import suspected
from integrity_archive.catalogue.terms import deadline
from integrity_archive.catalogue.wording import require_numberless
from integrity_archive.catalogue.wording import texts as texts
from integrity_archive.database import instances, rows, tx
from integrity_archive.entries.kinds import QuarantineState
from integrity_archive.entries.lifecycle import ENTRY, QUARANTINE
from integrity_archive.entries.locked import SameOfficer, known
from integrity_archive.entries.models import Change, Entry, Quarantine
from integrity_archive.errors import FieldError, NotFound, Refusal
from integrity_archive.file_types import media_type
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key, key_of, new_key
from integrity_archive.sealing import destroy as destroy_key
from integrity_archive.settings import settings
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import TaskKind

P = ParamSpec("P")
R = TypeVar("R")
Verb = Callable[..., Awaitable[Any]]
OF_ENTRY = "select * from entries_quarantine where entry_id = $1 and state = 'waiting' order by id for update"


class HeldForSecondPerson(Refusal):
    """This may hold what may not be collected. It was not saved: it waits, sealed, for a second person to look."""

    status = 202
    zh = "此处可能含有禁止采集的信息，未予保存，已封存等待另一名人员审看。"

    def __init__(self, held: UUID, concerned: list[str]) -> None:
        self.held, self.concerned = held, concerned
        super().__init__()

    def errors(self) -> list[FieldError]:
        return [FieldError(path, self.code(), self.zh, type(self).__doc__ or "") for path in self.concerned]

    def problem(self, language: str = "zh") -> dict[str, object]:
        return super().problem(language) | {"held": str(self.held)}


@dataclass(frozen=True)
class Act:
    """A verb that may have to wait, and what its actor must be allowed."""

    verb: Verb
    needs: Permission


ACTS: dict[str, Act] = {}


def looked_over(needs: Permission) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Coroutine[Any, Any, R]]]:
    """Put in front of a verb, outside its transaction. Raises `HeldForSecondPerson` once what was handed in is safe, or
    `ProhibitedContent` for a file name with a number that belongs to a person."""

    def guarded(verb: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
        name, form = verb.__name__, inspect.signature(verb)
        ACTS[name] = Act(verb, needs)

        @wraps(verb)
        async def done_or_held(*args: P.args, **kwargs: P.kwargs) -> R:
            handed = dict(form.bind(*args, **kwargs).arguments)
            by, now = handed.pop("by"), handed.pop("now")
            if by.account is None:  # our own processes make no words up
                return await verb(*args, **kwargs)
            require_numberless(handed)
            if concerned := [path for path, text in texts(handed) if any(suspected(text))]:
                raise HeldForSecondPerson(await hold(name, handed, concerned, by=by, now=now), concerned)
            return await verb(*args, **kwargs)

        return done_or_held

    return guarded


async def hold(name: str, handed: dict[str, Any], concerned: list[str], *, by: Actor, now: datetime) -> UUID:
    """Seal what was handed in and call the second person; raises whatever the act itself would have refused."""
    act, id = ACTS[name], uuid7()
    require(by, act.needs)
    said = {part: value for part, value in handed.items() if not isinstance(value, bytes)}
    file = next((value for value in handed.values() if isinstance(value, bytes)), None)
    entry_id = await entry_of(said)
    entry, entry_key = await known(entry_id, by=by) if entry_id else (None, None)
    if entry and any(step.act == name for step in ENTRY):
        ENTRY.step(entry.state, name, by=by)
    if file is None:
        await rehearse(act.verb, handed, by=by, now=now)
    else:
        media_type(file, limit=settings().upload_limit)
    async with tx():
        key = await new_key()
        blob = await asyncio.to_thread(blobs().put, key.seal(file, place=f"blob:{id}")) if file else None
        await Quarantine.create(
            id=id,
            organisation_id=by.organisation,
            entry_id=entry.id if entry else None,
            key_id=key.id,
            act=name,
            fields_concerned=concerned,
            sealed=key.seal_json(plain(said), place=f"entries_quarantine.sealed:{id}"),
            blob=blob,
            clerk_id=by.account,
            at=now,
        )
        await note(Kind.ENTRY_QUARANTINED, id, entry, entry_key, by=by, now=now, act=name, fields=concerned)
        today = clock.today(now)
        until = deadline("entries", TaskKind.QUARANTINE, since=today)
        await open_task(
            TaskKind.QUARANTINE, organisation(by), id, entry=entry.id if entry else None, due_on=until.day, since=today,
            rule="entries.quarantine", provisional=until.provisional, not_for=by.account, key=entry_key, by=by, now=now,
        )  # fmt: skip
    return id


async def entry_of(said: Mapping[str, Any]) -> UUID | None:
    """The entry that an act is about; None when it makes one."""
    if "change_id" not in said:
        return said.get("entry_id")
    change = await Change.get_or_none(id=said["change_id"])
    if change is None:
        raise NotFound()
    return change.entry_id


class Rehearsed(Exception):
    """Everything would have gone well; raised to undo it."""


async def rehearse(verb: Verb, handed: dict[str, Any], *, by: Actor, now: datetime) -> None:
    """Do the act and undo it: what it refuses is told at once, and not to the second person later."""
    try:
        async with tx():
            await verb(**handed, by=by, now=now)
            raise Rehearsed()
    except Rehearsed:
        return


def plain(said: Mapping[str, Any]) -> dict[str, Any]:
    """As JSON can hold it."""
    return {
        name: value.model_dump(mode="json") if isinstance(value, BaseModel) else value for name, value in said.items()
    }


def organisation(by: Actor) -> UUID:
    assert by.organisation  # whoever records has one
    return by.organisation


@tx
async def release(quarantine_id: UUID, *, by: Actor, now: datetime) -> Quarantine:
    """The second person found nothing prohibited: the act is done now, in the clerk's name.

    Raises what the act refuses by now (an entry that moved on); then it waits on.
    """
    held, key = await waiting(quarantine_id, "release", by=by)
    verb, author = ACTS[held.act].verb, await actor_of_account(held.clerk_id, through=by.through)
    made = await verb(**await handed_in(held, key, verb), by=author, now=now)
    if held.entry_id is None:
        held.entry_id = made.id
    entry, entry_key = await known(held.entry_id, by=by)
    await settle(held, QuarantineState.RELEASED, by=by, now=now)
    await note(Kind.ENTRY_RELEASED, held.id, entry, entry_key, by=by, now=now, act=held.act)
    return held


@tx
async def destroy(quarantine_id: UUID, *, by: Actor, now: datetime) -> Quarantine:
    """It was prohibited: nobody can read it again. The clerk finds that in the list, and in the entry's history."""
    held, _ = await waiting(quarantine_id, "destroy", by=by)
    entry, entry_key = await known(held.entry_id, by=by) if held.entry_id else (None, None)
    await settle(held, QuarantineState.DESTROYED, by=by, now=now)
    await note(Kind.ENTRY_DESTROYED, held.id, entry, entry_key, by=by, now=now, act=held.act)
    return held


async def destroy_with(entry: Entry, entry_key: Key, *, now: datetime) -> None:
    """The entry has ended: what waits for it can never be done any more, and is not kept."""
    for held in instances(Quarantine, await rows(OF_ENTRY, [entry.id])):
        step = QUARANTINE.step(held.state, "lapse", by=SYSTEM)
        await settle(held, QuarantineState(step.after), by=SYSTEM, now=now)
        await note(Kind.ENTRY_DESTROYED, held.id, entry, entry_key, by=SYSTEM, now=now, act=held.act)


async def waiting(quarantine_id: UUID, act: str, *, by: Actor) -> tuple[Quarantine, Key]:
    """Under lock, for somebody else than who handed it in; raises `SameOfficer`, `NotFound` or `NoSuchStep`."""
    require(by, Permission.ENTRY_REVIEW)
    held = await Quarantine.select_for_update().get_or_none(id=quarantine_id, organisation_id=by.organisation)
    if held is None:
        raise NotFound()
    QUARANTINE.step(held.state, act, by=by)
    if by.account in (None, held.clerk_id):
        raise SameOfficer()
    return held, await key_of(held.key_id)


async def settle(held: Quarantine, state: QuarantineState, *, by: Actor, now: datetime) -> None:
    """Nothing needs the sealed copy any more, whatever was decided: its key goes."""
    held.state, held.reviewer_id, held.decided_at = state, by.account, now
    await held.save(update_fields=["state", "reviewer_id", "decided_at", "entry_id"])
    await destroy_key(held.key_id)
    await close_task(TaskKind.QUARANTINE, held.id, by=by, now=now)


async def handed_in(held: Quarantine, key: Key, verb: Verb) -> dict[str, Any]:
    """The arguments of the act as they were handed in."""
    hints = get_type_hints(verb, include_extras=True)
    said = {
        name: TypeAdapter(hints[name]).validate_python(value)
        for name, value in key.open_json(held.sealed, place=f"entries_quarantine.sealed:{held.id}").items()
    }
    if held.blob is None:
        return said
    [place] = [name for name in inspect.signature(verb).parameters if hints.get(name) in (bytes, bytes | None)]
    return said | {place: await content(held, key)}


async def content(held: Quarantine, key: Key) -> bytes:
    assert held.blob
    return key.open(await asyncio.to_thread(blobs().get, held.blob), place=f"blob:{held.id}")


async def note(
    kind: Kind, id: UUID, entry: Entry | None, key: Key | None, *, by: Actor, now: datetime, **said: Any
) -> None:
    about = {"person": entry.person_id, "entry": entry.id} if entry else {}
    await record(kind, by=by, now=now, key=key, about=id, **about, **said)
