"""An entry that has been everywhere is erased: no row that leads to it, or to the person, tells what it was about.

`entries/erased.toml` names each column of every table that knows of entries; what is not named there fails here.
"""

import json
from datetime import timedelta
from typing import Any

import pytest
from asyncpg import InsufficientPrivilegeError as RaiseError

from integrity_archive.actors import SYSTEM
from integrity_archive.database import rows
from integrity_archive.entries import expiry
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.erasing import erased
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.settling import revoke
from integrity_archive.journal import readers
from integrity_archive.letters import planner as letters
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies import erasing as erasing_remedies
from integrity_archive.remedies.actions import Complaining
from integrity_archive.reports import erasing as erasing_reports
from integrity_archive.sealing import Unreadable, key_of

from .one_entry_everywhere import World, an_entry_everywhere

COLUMNS = """
select table_name as table, array_agg(column_name::text) as columns from information_schema.columns
where table_schema = 'public' group by table_name
"""
LEADING = frozenset({"entry", "entry_id", "entry_number", "entries"})
BY_WAY_OF = frozenset({"entries_entry", "exchange_delivery", "remedies_document"})  # about it, and not by its id
ELSEWHERE = {
    "letters_attempt": "ways of a letter of which nobody can say any more whom it was for",
}
UNGUARDED = ("entries_finding", "remedies_document", "exchange_platform_notice")  # a draft's; a complaint's; by number
ALWAYS = ("SN-EXF-0605", "SUSPEND_EXAM", "2026-06-07", "2026-07-01", "DECISION_DOCUMENT", "FACTS")


async def tables() -> dict[str, set[str]]:
    return {row["table"]: set(row["columns"]) for row in await rows(COLUMNS)}


async def test_every_column_about_an_entry_is_named_with_what_becomes_of_it(database: object) -> None:
    found = await tables()
    about = {table for table, columns in found.items() if columns & LEADING or table in BY_WAY_OF}
    assert about <= erased().keys() | ELSEWHERE.keys(), "a table about entries that the list does not know"
    for table, rule in erased().items():
        named = {*rule.get("emptied", {}), *rule.get("kept", {})}
        assert bool(named) != bool(rule.get("deleted")), table
        if named:
            assert named == found[table], f"{table}: each column is emptied, or kept for a reason"
            assert len(rule.get("emptied", {})) + len(rule.get("kept", {})) == len(named), f"{table}: one or the other"


@pytest.fixture
async def world(database: object) -> World:
    return await an_entry_everywhere()


async def end(world: World) -> None:
    """Revoked, and erased on its day; the readers hear of it."""
    for part in (erasing_reports, erasing_remedies, letters):
        await readers.enrol(part.READER, part.KINDS)
    later = world.noon + timedelta(3000)
    await revoke(world.entry.id, Reason(text="原决定被撤销。"), Ending.REVOKED, by=SYSTEM, now=world.noon)
    assert await expiry.erase_due(now=later, limit=10) == 1
    await letters.plan(now=later)
    await erasing_reports.erase_reports(now=later)
    await erasing_remedies.erase_remedies(now=later)


async def of_table(table: str) -> list[dict[str, Any]]:
    return [json.loads(row["line"]) for row in await rows(f'select to_jsonb(t) as line from "{table}" t')]


async def test_no_row_tells_what_an_erased_entry_was_about(world: World) -> None:
    before = {table: len(await of_table(table)) for table, rule in erased().items() if rule.get("deleted")}
    emptied_by_this_life = {table for table, count in before.items() if count}
    assert emptied_by_this_life >= {
        "entries_notice", "entries_statement", "entries_finding", "entries_evidence", "entries_change",
        "entries_version", "remedies_objection", "remedies_appeal", "remedies_repair", "remedies_document",
    }  # fmt: skip
    links = {str(world.entry.id), world.entry.number, str(world.entry.person_id)}

    await end(world)

    for table, columns in (await tables()).items():
        for row in await of_table(table):
            line = json.dumps(row, ensure_ascii=False)
            if any(link in line for link in links):
                assert not erased().get(table, {}).get("deleted"), f"{table} still knows of it"
                assert not [one for one in (*ALWAYS, *world.says) if one in line], f"{table}: {columns}"
    [left] = await rows("select * from entries_entry where id = $1", [world.entry.id])
    assert left["erase_after"] is None and left["record_type"] == ""


async def test_letters_and_work_lead_no_longer_to_the_person(world: World) -> None:
    await end(world)

    assert not await rows("select id from letters_letter where person_id = $1", [world.entry.person_id])
    assert not await rows("select id from tasks_task where entry = $1 and state = 'done'", [world.entry.id])


async def test_the_register_keeps_the_question_and_forgets_that_there_was_something_adverse(world: World) -> None:
    asked = "select no_adverse, result from inquiries_inquiry where person_id = $1"
    before = await rows(asked, [world.entry.person_id])
    assert {row["no_adverse"] for row in before} & {"NO", "UNCERTAIN"}

    await end(world)

    after = await rows(asked, [world.entry.person_id])
    assert [row["result"] for row in after] == [row["result"] for row in before]
    assert {row["no_adverse"] for row in after} <= {None, "YES", "INSUFFICIENT"}


async def test_a_report_that_said_no_more_than_the_indicator_can_no_longer_be_opened(world: World) -> None:
    [report] = await rows("select * from reports_report")
    await rows("update recipients_edge set about = id where how = 'report'")  # as if it had not carried the entry

    await end(world)

    with pytest.raises(Unreadable):
        await key_of(report["key_id"])


async def test_what_officers_answered_cannot_be_read_any_more(world: World) -> None:
    """A complaint keeps its own key until the person has had a month to read the answer; then it goes, too."""
    text = "经办人员态度恶劣，说我由他人冒名代替参加考试。"
    office, clerk = world.office.organisation.id, world.office.clerk.account
    mine = Complaining(organisation=office, against=clerk, text=text, entry=world.entry.id)
    complaint = await remedies.lodge_complaint(mine, world.entry.person_id, by=world.own, now=world.noon)
    key = complaint.key_id
    await end(world)
    assert await key_of(key), "it has not been answered"
    answered = world.noon + timedelta(3001)
    await rows("update remedies_complaint set state = 'answered', answered_at = $1", [answered])

    assert await erasing_remedies.erase_remedies(now=answered + timedelta(20)) == 0
    assert await erasing_remedies.erase_remedies(now=answered + timedelta(40)) == 1
    with pytest.raises(Unreadable):
        await key_of(key)


async def test_of_a_living_entry_nothing_can_be_deleted(world: World) -> None:
    for table, rule in erased().items():
        if rule.get("deleted") and table not in UNGUARDED and await of_table(table):
            with pytest.raises(RaiseError, match="keeps what is said of a living entry"):
                await rows(f'delete from "{table}"')
