"""Somebody acts for a person, for certain acts and a certain time (民法典 163, 165; PIPL 45, 50).

A representative acts on paper, at the office that recorded his power: the officer names the power with every paper, and
a paper that the power does not cover is refused.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.errors import Forbidden, NotFound, Refusal
from integrity_archive.file_types import media_type
from integrity_archive.intake import checked
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people import queries
from integrity_archive.people.identity import normal_name
from integrity_archive.people.models import Representation
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.sealing import Key, key_of
from integrity_archive.settings import settings

# What the office does for a representative, it does on the day it does it: a power that is over gives no right to that.
THE_OFFICE_ACTS = frozenset({Scope.SEE, Scope.CONSENT})


class NoSuchPower(Refusal):
    """This office has recorded no such power for this person."""

    status = 422
    zh = "本单位没有登记过该当事人的这一代理。"


class PowerNotInForce(Refusal):
    """The power is in force from {valid_from} to {valid_until}, and not on that day."""

    status = 422
    zh = "代理期限为{valid_from}至{valid_until}，该日不在期限内。"


class PowerEnded(Refusal):
    """This power has been ended."""

    status = 422
    zh = "该代理关系已经终止。"


class OutsideScope(Refusal):
    """The power does not cover this act."""

    status = 422
    zh = "该代理权限不包括此事项。"


class RepresentativeOnPaper(Forbidden):
    """A representative acts on paper at the office, not on the person's own page."""

    zh = "代理人须持委托书到记录单位书面办理，不能在本人页面办理。"


class EndsBeforeItBegins(Refusal):
    """The power must not end before it begins."""

    status = 422
    zh = "代理期限的截止日期不得早于起始日期。"


class ReceivedLater(Refusal):
    """A paper is received no later than today."""

    status = 422
    zh = "收到材料的日期不得晚于今天。"


class ReceivedBefore(Refusal):
    """The person could not answer before {since}, when he was told: the paper was not received earlier."""

    status = 422
    zh = "本人自{since}起才知道该事项，材料的收到日期不得早于该日。"


def some(scope: list[Scope]) -> list[Scope]:
    if not scope:
        raise PydanticCustomError("missing", "one act at least")
    return list(dict.fromkeys(scope))


class Representing(BaseModel):
    """What the power of attorney says. The number is of the representative's identity document."""

    name: Annotated[str, AfterValidator(checked(normal_name))] = Field(min_length=2, max_length=100)
    number: str = Field(min_length=4, max_length=32)
    phone: str = Field(default="", max_length=16, pattern=r"^(\+?[0-9]{6,15})?$")
    scope: Annotated[list[Scope], AfterValidator(some)]
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class Power:
    """A power, opened."""

    id: UUID
    name: str
    phone: str
    scope: frozenset[Scope]
    valid_from: date
    valid_until: date
    recorded_at: datetime
    ended_at: datetime | None

    def in_force(self, on: date) -> bool:
        return self.ended_at is None and self.valid_from <= on <= self.valid_until


@says_nothing_prohibited
async def record_power(
    person: UUID, new: Representing, file_name: str, data: bytes, *, by: Actor, now: datetime
) -> Representation:
    """Record a signed power of attorney for a person on the office's rosters."""
    require(by, Permission.PERSON_CORRECT)
    assert by.organisation
    if new.valid_until < new.valid_from:
        raise EndsBeforeItBegins(at="valid_until")
    if not await queries.places(person, organisation=by.organisation):
        raise NotFound()
    media_type(data, limit=settings().upload_limit)
    key, id = await key_of((await queries.particulars(person)).key), uuid7()
    blob = await asyncio.to_thread(blobs().put, key.seal(data, place=f"blob:{id}"))
    return await keep(id, person, new, file_name, blob, key, by=by, now=now)


@tx
async def keep(
    id: UUID, person: UUID, new: Representing, file_name: str, blob: str, key: Key, *, by: Actor, now: datetime
) -> Representation:
    said = {"name": new.name, "number": new.number, "phone": new.phone, "file_name": file_name[-200:]}
    made = await Representation.create(
        id=id,
        person_id=person,
        organisation_id=by.organisation,
        sealed=key.seal_json(said, place=place(id)),
        scope=list(new.scope),
        valid_from=new.valid_from,
        valid_until=new.valid_until,
        blob=blob,
        recorded_by=by.account,
        recorded_at=now,
    )
    await record(
        Kind.REPRESENTATION_RECORDED, by=by, now=now, key=key, person=person, about=id, scope=list(new.scope),
        valid_from=new.valid_from.isoformat(), valid_until=new.valid_until.isoformat(), blob=blob,
    )  # fmt: skip
    return made


@tx
async def end_power(representation_id: UUID, *, by: Actor, now: datetime) -> None:
    """The person took it back, or the representative gave it up; harmless when it has ended. What was filed stands."""
    require(by, Permission.PERSON_CORRECT)
    found = await Representation.select_for_update().get_or_none(id=representation_id, organisation_id=by.organisation)
    if found is None:
        raise NotFound()
    if found.ended_at is None:
        await Representation.filter(id=found.id).update(ended_at=now)
        key = await key_of((await queries.particulars(found.person_id)).key)
        await record(Kind.REPRESENTATION_ENDED, by=by, now=now, key=key, person=found.person_id, about=found.id)


async def powers_of(person: UUID, *, by: Actor) -> list[Power]:
    """For the person: all. For an officer: those his own office has recorded. The youngest first.

    Raises `NotFound` for somebody on no roster of the office.
    """
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.PERSON_SEE, person=person if own else None)
    if not own and not await queries.places(person, organisation=by.organisation):
        raise NotFound()
    found = (
        Representation.filter(person_id=person)
        if own
        else Representation.filter(person_id=person, organisation_id=by.organisation)
    )
    return [await opened(one) for one in await found.order_by("-id")]


async def usable(person: UUID, act: Scope, *, on: date, by: Actor) -> list[Power]:
    """The powers that an officer may choose from for such a paper on that day."""
    return [one for one in await powers_of(person, by=by) if one.in_force(on) and act in one.scope]


async def require_power(
    person: UUID, act: Scope, representation_id: UUID | None, *, on: date, by: Actor
) -> dict[str, Any]:
    """What the journal says of who brought a paper on that day: nothing for the person himself, else the power.

    Raises `RepresentativeOnPaper`, `NoSuchPower`, `PowerEnded`, `PowerNotInForce` or `OutsideScope`.
    """
    if representation_id is None:
        return {}
    if by.person is not None:
        raise RepresentativeOnPaper()
    found = await Representation.get_or_none(id=representation_id, person_id=person, organisation_id=by.organisation)
    if found is None:
        raise NoSuchPower(at="representation")
    if found.ended_at is not None and clock.today(found.ended_at) <= on:
        raise PowerEnded(at="representation")
    if not found.valid_from <= on <= found.valid_until:
        raise PowerNotInForce(at="representation", valid_from=found.valid_from, valid_until=found.valid_until)
    if act not in found.scope:
        raise OutsideScope(at="representation")
    return {"representation": str(found.id)}


async def received(
    paper: OnPaper, act: Scope, person: UUID, *, since: date | None = None, by: Actor, now: datetime
) -> tuple[date, dict[str, Any]]:
    """The day from which the clocks of a filing run, and what the journal says of how it came.

    On the own page that is today; on paper the day it was received, at the earliest `since`, when what it answers came
    about. A power to see or to consent is in force today, too. Raises `ReceivedLater`, `ReceivedBefore`, and what
    `require_power` does.
    """
    today = clock.today(now)
    if by.person is not None or by.organisation is None:
        return today, await require_power(person, act, paper.representation, on=today, by=by)
    day = paper.received_on or today
    if day > today:
        raise ReceivedLater(at="received_on")
    if since is not None and day < since:
        raise ReceivedBefore(at="received_on", since=since)
    if act in THE_OFFICE_ACTS:
        await require_power(person, act, paper.representation, on=today, by=by)
    power = await require_power(person, act, paper.representation, on=day, by=by)
    return day, {"received_on": day.isoformat(), **power}


async def document(representation_id: UUID, *, by: Actor) -> tuple[str, str, bytes]:
    """The power itself, for the office that recorded it and for the person; raises `NotFound`."""
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.PERSON_SEE, person=by.person if own else None)
    mine: dict[str, Any] = {"person_id": by.person} if own else {"organisation_id": by.organisation}
    found = await Representation.get_or_none(id=representation_id, **mine)
    if found is None:
        raise NotFound()
    key = await key_of((await queries.particulars(found.person_id)).key)
    data = key.open(await asyncio.to_thread(blobs().get, found.blob), place=f"blob:{found.id}")
    return key.open_json(found.sealed, place=place(found.id))["file_name"], media_type(data, limit=len(data)), data


async def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What representatives are called, by the id of their power."""
    return {one.id: (await opened(one)).name for one in await Representation.filter(id__in=list(ids))}


async def opened(found: Representation) -> Power:
    key = await key_of((await queries.particulars(found.person_id)).key)
    said = key.open_json(found.sealed, place=place(found.id))
    return Power(
        id=found.id,
        name=said["name"],
        phone=said["phone"],
        scope=frozenset(Scope(one) for one in found.scope),
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        recorded_at=found.recorded_at,
        ended_at=found.ended_at,
    )


def place(id: UUID) -> str:
    return f"people_representation.sealed:{id}"
