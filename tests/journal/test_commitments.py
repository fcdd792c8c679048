"""A line says nothing in clear, is bound to what it says, and outlives the key that opens it."""

from hashlib import sha256

import rfc8785

from integrity_archive.database import rows
from integrity_archive.journal import queries
from integrity_archive.journal.actions import SALT
from integrity_archive.journal.models import Event
from integrity_archive.sealing import key_of

from ..building import a_person, a_university, an_adult, an_effective_entry


async def test_the_commitment_is_the_hash_of_salt_and_body(database: object) -> None:
    office = await a_university()
    await an_effective_entry(office, await a_person(office))
    for event in await Event.all():
        opened = (await key_of(event.key)).open(event.sealed, place=f"journal_event:{event.id}")
        assert sha256(opened).digest() == event.commitment
        [act] = await queries.opened([event])
        assert act.body is not None and rfc8785.dumps(act.body) == opened[SALT:]


async def test_no_table_holds_a_name_a_number_or_a_narrative_in_clear(database: object) -> None:
    office, someone = await a_university(), an_adult()
    await an_effective_entry(office, await a_person(office, someone), summary="由他人冒名代替参加考试。")
    tables = [row["tablename"] for row in await rows("select tablename from pg_tables where schemaname = 'public'")]
    text = "".join([str(await rows(f"select t::text from {table} t")) for table in tables if table != "aerich"])
    for clear in (someone.name, someone.number, "冒名代替", "暂停参加该项考试二年", "岚考〔2026〕17号"):
        assert clear not in text
        assert clear.encode().hex() not in text


async def test_after_its_key_is_destroyed_an_act_is_still_there_but_says_nothing(database: object) -> None:
    office = await a_university()
    entry = await an_effective_entry(office, await a_person(office))
    before = {event.seq: event.commitment for event in await Event.filter(entry=entry.id)}
    kinds = [act.kind for act in await queries.of_entry(entry.id)]

    keys = {event.key for event in await Event.filter(entry=entry.id)}
    await rows("update sealing_key set wrapped = '' where id = any($1::uuid[])", [list(keys)])

    acts = await queries.of_entry(entry.id)
    assert [act.kind for act in acts] == kinds and {act.body for act in acts} == {None}
    assert {event.seq: event.commitment for event in await Event.filter(entry=entry.id)} == before
