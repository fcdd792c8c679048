"""Two acts on one entry at the same moment are two acts in a row: the first counts, the second finds it done."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.entries import actions
from integrity_archive.entries.actions import EditedMeanwhile, Reason, ServedAlready
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Certificate, Entry, Evidence, Notice
from integrity_archive.errors import Refusal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskKind
from integrity_archive.transitions import NoSuchStep

from ..building import (
    MERIT,
    NOW,
    Office,
    a_clerk,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    a_reviewer,
    facts,
    serve,
)

FAULT = Reason(text="决定书文号有误。")


async def together(*acts: Awaitable[Any]) -> tuple[list[Any], list[Refusal]]:
    """What was done and what was refused; what failed in any other way is raised."""
    answers = await asyncio.gather(*acts, return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException) and not isinstance(answer, Refusal):
            raise answer
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    return [answer for answer in answers if not isinstance(answer, Refusal)], refused


async def acts_of(entry: Entry, kind: Kind) -> int:
    return await Event.filter(entry=entry.id, kind=kind).count()


@pytest.fixture
async def colleague(office: Office) -> Actor:
    return await a_reviewer(office.organisation)


async def test_of_two_reviewers_who_approve_at_once_one_bears_the_name(
    office: Office, student: Person, colleague: Actor
):
    entry = await a_filed_entry(office, student)

    done, refused = await together(*(actions.notify(entry.id, by=by, now=NOW) for by in (office.reviewer, colleague)))

    assert [type(refusal) for refusal in refused] == [NoSuchStep]
    kept, [winner] = await Entry.get(id=entry.id), done
    assert (kept.state, kept.reviewer_id, kept.version) == (State.NOTIFIED, winner.reviewer_id, winner.version)
    [notified] = await Event.filter(entry=entry.id, kind=Kind.ENTRY_NOTIFIED)
    assert notified.actor == kept.reviewer_id
    assert await Notice.filter(entry_id=entry.id).count() == 1
    assert await Task.filter(about=entry.id, kind=TaskKind.SERVE_NOTICE).count() == 1


async def test_approval_and_reference_back_at_once_do_not_both_happen(
    office: Office, student: Person, colleague: Actor
):
    entry = await a_filed_entry(office, student)

    done, refused = await together(
        actions.notify(entry.id, by=office.reviewer, now=NOW),
        actions.refer_back(entry.id, FAULT, by=colleague, now=NOW),
    )

    assert (len(done), [type(refusal) for refusal in refused]) == (1, [NoSuchStep])
    state = (await Entry.get(id=entry.id)).state
    notified = state is State.NOTIFIED
    assert state in (State.NOTIFIED, State.DRAFT)
    assert await acts_of(entry, Kind.ENTRY_NOTIFIED) == notified
    assert await acts_of(entry, Kind.ENTRY_REFERRED_BACK) == (not notified)
    assert await Notice.filter(entry_id=entry.id).count() == notified


async def test_an_entry_takes_effect_once_though_worker_and_reviewer_come_together(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    _, refused = await together(
        *(actions.take_effect(entry.id, by=by, now=NOW) for by in (SYSTEM, office.reviewer, SYSTEM))
    )

    assert [type(refusal) for refusal in refused] == [NoSuchStep] * 2
    assert await Certificate.filter(entry_id=entry.id).count() == 1
    assert await acts_of(entry, Kind.ENTRY_TOOK_EFFECT) == 1


async def test_two_workers_share_what_is_due_and_do_nothing_twice(office: Office, student: Person):
    due = [await a_notified_entry(office, student) for _ in range(3)]
    for entry in due:
        await serve(office, entry)

    counts, refused = await together(*(actions.take_due_effects(now=NOW, limit=10) for _ in range(2)))

    assert refused == [] and sum(counts) == len(due)
    assert await Entry.filter(state=State.EFFECTIVE).count() == len(due)
    assert await Certificate.all().count() == len(due)


async def test_an_entry_is_withdrawn_or_takes_effect_and_never_both(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    done, refused = await together(
        actions.withdraw(entry.id, FAULT, by=office.reviewer, now=NOW),
        actions.take_effect(entry.id, by=SYSTEM, now=NOW),
    )

    assert (len(done), [type(refusal) for refusal in refused]) == (1, [NoSuchStep])
    effective = (await Entry.get(id=entry.id)).state is State.EFFECTIVE
    assert await Certificate.filter(entry_id=entry.id).count() == effective
    assert await acts_of(entry, Kind.ENTRY_WITHDRAWN) == (not effective)


async def test_of_two_confirmations_of_a_merit_one_counts(office: Office, student: Person, colleague: Actor):
    merit = await a_filed_entry(office, student, MERIT)

    _, refused = await together(*(actions.confirm(merit.id, by=by, now=NOW) for by in (office.reviewer, colleague)))

    assert [type(refusal) for refusal in refused] == [NoSuchStep]
    assert await Certificate.filter(entry_id=merit.id).count() == 1


async def test_of_two_clerks_who_record_one_service_one_is_told_it_is_done(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    other = Office(office.organisation, clerk=await a_clerk(office.organisation), reviewer=office.reviewer)

    _, refused = await together(serve(office, entry), serve(other, entry))

    assert [type(refusal) for refusal in refused] == [ServedAlready]
    assert await Evidence.filter(entry_id=entry.id, kind="NOTICE_SERVICE").count() == 1
    assert await acts_of(entry, Kind.ENTRY_SERVED) == 1


async def test_of_two_edits_of_one_version_the_second_looks_again(office: Office, student: Person):
    entry = await a_draft(office, student)
    texts = ["替考。", "代考。"]

    done, refused = await together(
        *(
            actions.edit(entry.id, facts(student.id, summary=text), version=entry.version, by=office.clerk, now=NOW)
            for text in texts
        )
    )

    assert (len(done), [type(refusal) for refusal in refused]) == (1, [EditedMeanwhile])
    assert (await Entry.get(id=entry.id)).version == entry.version + 1


async def test_entries_begun_at_once_have_numbers_of_their_own(office: Office, student: Person):
    drafts, refused = await together(*(actions.draft(facts(student.id), by=office.clerk, now=NOW) for _ in range(8)))

    assert refused == [] and len({entry.number for entry in drafts}) == 8
