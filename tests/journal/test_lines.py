"""What one line of the journal holds, and where: the clear columns, the sealed body, and the key it lies under."""

import json
from hashlib import sha256

import asyncpg
import pytest
from uuid_utils.compat import uuid7

from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.database import credentials, rows
from integrity_archive.journal import queries
from integrity_archive.journal.actions import HOUSE_KEY, SALT, Line, record, record_all
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.sealing import Unreadable, new_key

from ..building import NOW
from ..conftest import Database

BODY = {"reason": "决定书文号有误", "version": 3}
CLERK = Actor(account=uuid7(), roles=frozenset({Role.CLERK}), organisation=uuid7())


async def test_the_clear_columns_are_who_when_through_what_and_about_what(database: Database) -> None:
    entry, person, about = uuid7(), uuid7(), uuid7()
    seq = await record(Kind.ENTRY_FILED, by=CLERK, now=NOW, entry=entry, person=person, about=about)

    event = await Event.get(seq=seq)
    assert (event.kind, event.at, event.actor, event.through) == (Kind.ENTRY_FILED, NOW, CLERK.account, "web")
    assert (event.organisation, event.entry, event.person, event.about) == (CLERK.organisation, entry, person, about)


async def test_the_same_words_twice_have_two_commitments(database: Database) -> None:
    key = await new_key()
    for _ in range(2):
        await record(Kind.ENTRY_REFERRED_BACK, by=CLERK, now=NOW, key=key, **BODY)

    first, second = await Event.all()
    assert first.commitment != second.commitment


async def test_a_sealed_body_that_is_moved_to_another_line_does_not_open(database: Database) -> None:
    key = await new_key()
    for kind in (Kind.ENTRY_DRAFTED, Kind.ENTRY_EDITED):
        await record(kind, by=CLERK, now=NOW, key=key, **BODY)

    first, second = await Event.all().order_by("seq")
    with pytest.raises(Unreadable):
        key.open(first.sealed, place=f"journal_event:{second.id}")


async def test_an_act_that_concerns_nobody_is_sealed_under_the_house_key(database: Database) -> None:
    await record(Kind.ORGANISATION_ADDED, by=SYSTEM, now=NOW, name="汾霁大学")

    event = await Event.get()
    assert event.key == HOUSE_KEY
    assert [act.body for act in await queries.opened([event])] == [{"name": "汾霁大学"}]


async def test_many_lines_written_together_are_as_good_as_one_by_one(database: Database) -> None:
    key, entries = await new_key(), [uuid7() for _ in range(3)]
    lines = [Line(Kind.ENTRY_SEEN, key, entry=entry, body={"n": n}) for n, entry in enumerate(entries)]

    await record_all(lines, by=CLERK, now=NOW)

    for n, event in enumerate(await Event.all().order_by("seq")):
        opened = key.open(event.sealed, place=f"journal_event:{event.id}")
        assert json.loads(opened[SALT:]) == {"n": n}
        assert event.commitment == sha256(opened).digest()
        assert (event.entry, event.actor, event.organisation) == (entries[n], CLERK.account, CLERK.organisation)


async def test_who_took_part_in_an_entry_is_known_by_the_kind_of_act(database: Database) -> None:
    entry, both = uuid7(), {Kind.ENTRY_EDITED, Kind.ENTRY_FILED}
    await record(Kind.ENTRY_EDITED, by=CLERK, now=NOW, entry=entry)
    assert CLERK.account

    assert await queries.took_part(CLERK.account, entry, both)
    assert not await queries.took_part(CLERK.account, entry, {Kind.ENTRY_FILED})
    assert not await queries.took_part(CLERK.account, uuid7(), both)
    assert not await queries.took_part(uuid7(), entry, both)


async def test_the_application_was_given_the_right_to_add_and_read_and_no_other(database: Database) -> None:
    granted = await rows(
        "select privilege_type as may from information_schema.role_table_grants where grantee = $1 and table_name = $2",
        ["ia_app", "journal_event"],
    )

    assert {row["may"] for row in granted} == {"INSERT", "SELECT"}


@pytest.mark.parametrize(
    "statement",
    [
        "alter table journal_event disable trigger append_only",
        "drop trigger append_only on journal_event",
        "set session_replication_role = replica",
    ],
)
async def test_the_application_does_not_switch_the_guard_off(database: Database, statement: str) -> None:
    line = await asyncpg.connect(**credentials(database.app))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await line.execute(statement)
    finally:
        await line.close()
