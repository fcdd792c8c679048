"""Work lies on the desk of those who may do it, once, until it is done."""

import asyncio
from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive.actors import Actor, Role
from integrity_archive.database import tx
from integrity_archive.entries import actions
from integrity_archive.entries.actions import Reason
from integrity_archive.errors import Forbidden
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.tasks.actions import close_task, open_task
from integrity_archive.tasks.models import Task, TaskKind, TaskState
from integrity_archive.tasks.queries import DESKS, desk

from ..building import NOW, a_filed_entry, a_person, a_university, an_officer, serve


async def test_an_entry_walks_from_desk_to_desk(database: object) -> None:
    office = await a_university()
    entry = await a_filed_entry(office, await a_person(office))
    assert await kinds(office.reviewer) == {TaskKind.REVIEW, TaskKind.SIGHT_SERVICE}
    assert await kinds(office.clerk) == set()

    await actions.refer_back(entry.id, Reason(text="文号有误"), by=office.reviewer, now=NOW)
    assert await kinds(office.clerk) == {TaskKind.REFERRED_BACK}
    await actions.file(entry.id, by=office.clerk, now=NOW)
    await actions.notify(entry.id, by=office.reviewer, now=NOW)
    assert await kinds(office.clerk) == {TaskKind.SERVE_NOTICE}
    await serve(office, entry)
    assert await kinds(office.clerk) == await kinds(office.reviewer) == set()


async def kinds(by: Actor) -> set[TaskKind]:
    return {task.kind for task in await desk(by)}


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


async def test_work_put_there_by_two_at_once_lies_there_once(database: object) -> None:
    office, about = await a_university(), uuid7()

    async def put() -> None:
        async with tx():
            await open_task(TaskKind.REVIEW, office.organisation.id, about, due_on=NOW.date(), by=office.clerk, now=NOW)

    await asyncio.gather(*(put() for _ in range(5)))
    assert await Task.all().count() == 1
    assert await Event.filter(kind=Kind.TASK_OPENED).count() == 1


async def test_the_database_itself_refuses_a_second_open_task_of_a_kind(database: object) -> None:
    office, about = await a_university(), uuid7()
    organisation = office.organisation.id
    await open_task(TaskKind.REVIEW, organisation, about, due_on=NOW.date(), by=office.clerk, now=NOW)
    await open_task(TaskKind.SERVE_NOTICE, organisation, about, due_on=NOW.date(), by=office.clerk, now=NOW)
    with pytest.raises(IntegrityError):
        async with tx():
            await Task.filter(kind=TaskKind.SERVE_NOTICE).update(kind=TaskKind.REVIEW)


async def test_each_role_sees_its_own_work_and_who_has_both_sees_both(database: object) -> None:
    office = await a_university()
    organisation = office.organisation
    every = await an_officer(organisation, Role.CLERK, Role.REVIEWER, Role.COMMITTEE)
    for kind in TaskKind:
        await open_task(kind, organisation.id, uuid7(), due_on=NOW.date(), by=office.clerk, now=NOW)

    seen = {by: {task.kind for task in await desk(by)} for by in (office.clerk, office.reviewer, every)}
    assert seen == {office.clerk: DESKS[Role.CLERK], office.reviewer: DESKS[Role.REVIEWER], every: set(TaskKind)}


async def test_work_does_not_lie_on_the_desk_of_whom_it_concerns(database: object) -> None:
    office = await a_university()
    colleague, organisation = await an_officer(office.organisation, Role.REVIEWER), office.organisation.id
    await open_task(
        TaskKind.COMPLAINT, organisation, uuid7(), due_on=NOW.date(), not_for=office.reviewer.account,
        by=office.clerk, now=NOW,
    )  # fmt: skip

    assert await desk(office.reviewer) == []
    assert await kinds(colleague) == {TaskKind.COMPLAINT}


async def test_the_most_urgent_work_lies_on_top(database: object) -> None:
    office = await a_university()
    for days in (3, 1, 2):
        due = NOW.date() + timedelta(days)
        await open_task(TaskKind.REVIEW, office.organisation.id, uuid7(), due_on=due, by=office.clerk, now=NOW)

    assert [(task.due_on - NOW.date()).days for task in await desk(office.reviewer)] == [1, 2, 3]


@pytest.mark.parametrize("role", [Role.SUBJECT, Role.OPERATOR])
async def test_who_has_no_desk_sees_none(database: object, role: Role) -> None:
    office = await a_university()
    with pytest.raises(Forbidden):
        await desk(await an_officer(office.organisation, role))


async def test_opening_and_doing_are_each_on_record_once(database: object) -> None:
    office, about = await a_university(), uuid7()
    await open_task(TaskKind.REVIEW, office.organisation.id, about, due_on=NOW.date(), by=office.clerk, now=NOW)
    for _ in range(2):
        await close_task(TaskKind.REVIEW, about, by=office.reviewer, now=NOW + timedelta(1))

    task = await Task.get()
    assert (task.state, task.done_at) == (TaskState.DONE, NOW + timedelta(1))
    events = await Event.filter(about=task.id).order_by("seq")
    assert [(event.kind, event.actor) for event in events] == [
        (Kind.TASK_OPENED, office.clerk.account), (Kind.TASK_DONE, office.reviewer.account),
    ]  # fmt: skip
