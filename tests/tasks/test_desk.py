"""Work lies on the desk of those who may do it, once, until it is done."""

from integrity_archive.entries import actions
from integrity_archive.entries.actions import Reason
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import Task, TaskKind
from integrity_archive.tasks.queries import desk

from ..building import NOW, a_filed_entry, a_person, a_university, serve


async def test_an_entry_walks_from_desk_to_desk(database: object) -> None:
    office = await a_university()
    entry = await a_filed_entry(office, await a_person(office))
    assert [task.kind for task in await desk(office.reviewer)] == [TaskKind.REVIEW]
    assert await desk(office.clerk) == []

    await actions.refer_back(entry.id, Reason(text="文号有误"), by=office.reviewer, now=NOW)
    assert [task.kind for task in await desk(office.clerk)] == [TaskKind.REFERRED_BACK]
    await actions.file(entry.id, by=office.clerk, now=NOW)
    await actions.notify(entry.id, by=office.reviewer, now=NOW)
    assert [task.kind for task in await desk(office.clerk)] == [TaskKind.SERVE_NOTICE]
    await serve(office, entry)
    assert await desk(office.clerk) == [] and await desk(office.reviewer) == []


async def test_another_offices_work_is_not_seen(database: object) -> None:
    office, other = await a_university(), await a_university(which=1)
    await a_filed_entry(office, await a_person(office))
    assert await desk(other.reviewer) == []


async def test_the_same_work_is_not_put_there_twice(database: object) -> None:
    office = await a_university()
    about = office.organisation.id
    for _ in range(2):
        await open_task(TaskKind.REVIEW, about, about, due_on=NOW.date(), by=office.clerk, now=NOW)
    assert await Task.all().count() == 1
    await close_task(TaskKind.REVIEW, about, by=office.reviewer, now=NOW)
    await open_task(TaskKind.REVIEW, about, about, due_on=NOW.date(), by=office.clerk, now=NOW)
    assert await Task.all().count() == 2 and len(await desk(office.reviewer)) == 1
