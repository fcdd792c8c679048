"""What every verb of a remedy begins with: who files it through which door, and the remedy under its entry's lock."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import AfterValidator

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, Role, can, require
from integrity_archive.catalogue.prohibited import numberless
from integrity_archive.database import rows
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held, told_since
from integrity_archive.entries.models import Entry
from integrity_archive.entries.texts import lines, one_line
from integrity_archive.errors import Conflict, FieldError, Invalid, NotFound
from integrity_archive.intake import checked
from integrity_archive.journal import queries as journal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.representations import received
from integrity_archive.remedies.documents import Handed, Stored, attach
from integrity_archive.remedies.kinds import Channel, DocumentKind
from integrity_archive.remedies.models import Appeal, Mitigation, Objection, Repair
from integrity_archive.sealing import Key

Line = Annotated[str, AfterValidator(checked(one_line)), AfterValidator(checked(numberless))]
Text = Annotated[str, AfterValidator(checked(lines)), AfterValidator(checked(numberless))]
UNTOLD = (State.DRAFT, State.FILED, State.UNVERIFIED)  # the person does not know of the entry yet
NEXT_NUMBER = "select nextval('remedies_number') as number"
# Whoever did one of these things made the entry what it is, and does not judge a complaint or an objection about it.
HAND_IN = frozenset(
    {
        Kind.ENTRY_DRAFTED,
        Kind.ENTRY_EDITED,
        Kind.ENTRY_EVIDENCE_ADDED,
        Kind.ENTRY_FOUND,
        Kind.ENTRY_FILED,
        Kind.ENTRY_REFERRED_BACK,
        Kind.ENTRY_SERVICE_SIGHTED,
        Kind.ENTRY_NOTIFIED,
        Kind.ENTRY_SERVED,
        Kind.ENTRY_DECISION_SERVED,
        Kind.ENTRY_TOOK_EFFECT,
        Kind.ENTRY_TAKEN_UP,
        Kind.ENTRY_CHANGE_PROPOSED,
    }
)


class HadAHand(Conflict):
    """Somebody who took part in recording the entry does not decide about it: a colleague has to."""

    zh = "参与过该条目办理的人员不得对此作出处理，请由其他人员办理。"


class TookItIn(Conflict):
    """Who took it in does not decide about it: a colleague has to."""

    zh = "登记该材料的人员不得对此作出处理，请由其他人员办理。"


class Received(OnPaper):
    """What every filing says: on paper, the day it was received, from which the clocks run, and who brought it."""


SCAN_MISSING = FieldError(
    DocumentKind.FILING.value, "file-missing", "请附本人提交的书面材料的扫描件。", "Attach the scan of what was filed."
)
M = TypeVar("M", Objection, Appeal, Repair, Mitigation)


def filing(by: Actor, entry: Entry) -> Channel:
    """Through which door this actor files something about an entry; raises `Forbidden`, or `NotFound` for a person who
    has not been told of it yet."""
    if Role.SYSTEM in by.roles:
        return Channel.PLATFORM
    if by.person is not None:
        require(by, Permission.OWN_FILE, person=entry.person_id)
        if entry.state in UNTOLD:
            raise NotFound()
        return Channel.PORTAL
    require(by, Permission.REMEDY_FILE, organisation=entry.organisation_id)
    return Channel.PAPER


def require_scan(by: Actor, entry: Entry, files: Iterable[Handed]) -> None:
    """An officer files nothing without the paper: what only supports a filing is none. Raises `Invalid`."""
    if filing(by, entry) is Channel.PAPER and all(one.kind is DocumentKind.SUPPORT for one in files):
        raise Invalid([SCAN_MISSING])


async def came_in(given: OnPaper, act: Scope, entry: Entry, *, by: Actor, now: datetime) -> tuple[date, dict[str, Any]]:
    """The day the clocks begin: today, or the day a paper was received, which is neither later nor before there was
    something to answer; and what the journal says of who brought it. Raises what `representations.received` does."""
    since = entry.decided_on if act is Scope.APPEAL else await told_since(entry)
    return await received(given, act, entry.person_id, since=since, by=by, now=now)


async def taken(model: type[M], id: UUID, *, by: Actor, now: datetime) -> tuple[M, Entry, Key]:
    """A remedy with its entry and key. Every verb holds the entry's lock, so that of two only one goes first."""
    found = await model.get_or_none(id=id)
    if found is None:
        raise NotFound()
    entry, key = await held(found.entry_id, by=by, now=now)
    return await model.get(id=id), entry, key


async def said(
    kind: Kind, remedy: Objection | Appeal | Repair, entry: Entry, key: Key, /, *, by: Actor, now: datetime, **body: Any
) -> None:
    """One line about a remedy: under its number, or, of an appeal, the procedure that it mirrors."""
    name = {"procedure": remedy.kind} if isinstance(remedy, Appeal) else {"number": remedy.number}
    await record(
        kind, by=by, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id, entry=entry.id,
        about=remedy.id, **name, **body,
    )  # fmt: skip


async def taken_back(
    remedy: Objection | Repair, kind: Kind, act: Scope, paper: Received, files: list[Stored], entry: Entry, key: Key, *,
    by: Actor, now: datetime,
) -> None:  # fmt: skip
    """The paper by which a person took it back is kept, and a line about it. Raises what `came_in` does."""
    _, brought = await came_in(paper, act, entry, by=by, now=now)
    hashes = await attach(remedy.id, files, key, now=now)
    told = {"channel": filing(by, entry), "documents": hashes, **brought}
    await said(kind, remedy, entry, key, by=by, now=now, **told)


async def require_no_hand(by: Actor, entry: Entry) -> None:
    """Raises `HadAHand`."""
    if by.account is not None and (
        by.account in (entry.clerk_id, entry.reviewer_id) or await journal.took_part(by.account, entry.id, HAND_IN)
    ):
        raise HadAHand()


async def require_other(by: Actor, taken_in: Kind, about: UUID) -> None:
    """Two officers: who took the paper in is not the one who decides about it. Raises `TookItIn`."""
    if by.account is not None and await journal.did(by.account, taken_in, about):
        raise TookItIn()


def settling(by: Actor) -> Actor:
    """Who changes the entry: the officer who may settle, else the system, as a consequence of what was filed."""
    return by if can(by, Permission.ENTRY_SETTLE) else replace(SYSTEM, through=by.through)


async def next_number(prefix: str, *, now: datetime) -> str:
    """The receipt number of a filing, e.g. YY-2026-00000017."""
    [row] = await rows(NEXT_NUMBER)
    return f"{prefix}-{clock.today(now).year}-{row['number']:08d}"


def texts(**parts: str | None) -> dict[str, Any]:
    """What is sealed of a filing: the texts that were given."""
    return {name: text for name, text in parts.items() if text is not None}
