"""From an approved notice to its served letter: the person's time begins with the proof."""

from datetime import timedelta

import pytest

from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import ServiceMethod
from integrity_archive.entries.models import Entry, Notice
from integrity_archive.letters import actions, queries
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.letters.models import Letter
from integrity_archive.letters.serving import SettledAlready
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, PDF, Office, a_notified_entry, serve
from .office import THROUGH_US, attempt, cover, hand_over, rounds, told, tried

TODAY = NOW.date()


async def test_an_approved_notice_becomes_a_numbered_signed_letter(office: Office, student: Person) -> None:
    entry = await told(office, student)
    [letter] = await Letter.filter(entry_id=entry.id)
    assert letter.kind is LetterKind.NOTICE and letter.number == "诚档〔2026〕1号"
    assert letter.state is LetterState.SENT or letter.state is LetterState.CREATED
    name, media_type, pdf = await queries.pdf(letter.id, by=office.clerk, on=NOW.date())
    assert pdf.startswith(b"%PDF") and media_type == "application/pdf" and name.endswith(".pdf")


async def test_handing_it_over_with_proof_starts_the_persons_time(office: Office, student: Person) -> None:
    entry = await told(office, student)
    assert (await Entry.get(id=entry.id)).effect_due_on is None

    letter = await hand_over(office, await cover(entry))

    notice = await Notice.get(entry_id=entry.id).prefetch_related("proof")
    assert (notice.served_on, notice.method) == (TODAY, ServiceMethod.IN_PERSON) and notice.proof is not None
    assert (await Entry.get(id=entry.id)).effect_due_on is not None
    assert letter.state is LetterState.DELIVERED
    assert not await Task.exists(state=TaskState.OPEN, kind__in=[TaskKind.SERVE_NOTICE, TaskKind.SERVE_LETTER])


async def test_a_letter_that_arrived_is_not_handed_over_again(office: Office, student: Person) -> None:
    letter = await hand_over(office, await cover(await told(office, student)))
    with pytest.raises(SettledAlready):
        await hand_over(office, letter)


async def test_decision_and_repair_notice_go_in_the_same_envelope(office: Office, student: Person) -> None:
    """两书同达: who is served a decision through us learns with it how the record can be repaired."""
    entry = await told(office, student, **THROUGH_US)
    letters = await Letter.filter(entry_id=entry.id).order_by("id")
    assert [one.kind for one in letters] == [LetterKind.NOTICE, LetterKind.DECISION, LetterKind.REPAIR_NOTICE]
    assert {one.enclosed_in for one in letters[1:]} == {letters[0].id}

    await hand_over(office, letters[0])

    served = await Entry.get(id=entry.id)
    assert (served.served_on, served.decision_method) == (TODAY, ServiceMethod.IN_PERSON)
    assert (await Notice.get(entry_id=entry.id)).served_on == TODAY
    assert {one.state for one in await Letter.filter(entry_id=entry.id)} == {LetterState.DELIVERED}


async def test_the_form_of_the_entry_is_the_way_in_person(office: Office, student: Person) -> None:
    entry = await told(office, student)
    await serve(office, entry, TODAY)
    await rounds()
    letter = await cover(entry)
    assert letter.state is LetterState.DELIVERED
    assert (await tried(letter))[Channel.IN_PERSON] is LetterState.DELIVERED


async def test_an_entry_withdrawn_before_its_letter_arrives_needs_no_letter(office: Office, student: Person) -> None:
    from integrity_archive.entries import actions as entries
    from integrity_archive.entries.actions import Reason

    entry = await told(office, student)
    await entries.withdraw(entry.id, Reason(text="本人的陈述成立，不予记录。"), by=office.reviewer, now=NOW)
    await rounds()
    letter = await cover(entry)
    assert letter.state is LetterState.FAILED and letter.settled_at
    assert set((await tried(letter)).values()) == {LetterState.FAILED}


async def test_two_workers_write_one_letter(office: Office, student: Person) -> None:
    import asyncio

    from integrity_archive.journal import readers
    from integrity_archive.letters import planner, sending

    await readers.enrol(planner.READER, planner.KINDS)
    entry = await a_notified_entry(office, student)
    await asyncio.gather(*(planner.plan(now=NOW) for _ in range(3)))
    await asyncio.gather(*(sending.send_due(now=NOW) for _ in range(3)))
    letter = await Letter.get(entry_id=entry.id)
    assert await tried(letter) == {Channel.IN_PERSON: LetterState.CREATED}


async def test_another_office_cannot_touch_the_letter(office: Office, student: Person) -> None:
    from integrity_archive.errors import NotFound
    from integrity_archive.letters.serving import Delivery

    from ..building import a_university

    letter = await cover(await told(office, student))
    stranger = await a_university(which=1)
    by_hand = await attempt(letter, Channel.IN_PERSON)
    with pytest.raises(NotFound):
        await actions.deliver(by_hand.id, Delivery(on=TODAY), "回证.pdf", PDF, by=stranger.clerk, now=NOW)
    with pytest.raises(NotFound):
        await queries.pdf(letter.id, by=stranger.clerk, on=NOW.date())


async def test_a_changed_decision_is_told_in_new_letters_and_those_of_the_former_one_prove_nothing(
    office: Office, student: Person
) -> None:
    """What is on its way when the decision changes tells of the former one: it starts no clock of the new one."""
    entry = await told(office, student)
    old = await cover(entry)
    said = {"decided_on": TODAY, "remedies_told": True, "summary": "由他人代替参加一科考试。"}
    said |= {"steps_taken": entry.steps_taken, "findings": [{"text": "只有数学一科由他人代考。"}]}
    why = Reason(text="复核机构变更了决定。")
    await settling.revise(entry.id, said, why, by=office.reviewer, now=NOW + timedelta(minutes=1))

    await hand_over(office, old)  # before the worker has noticed the change
    assert (await Notice.get(entry_id=entry.id)).served_on is None

    await rounds(now=NOW + timedelta(minutes=2))
    new = await Letter.filter(entry_id=entry.id, settled_at=None).order_by("id")
    assert [one.kind for one in new] == [LetterKind.NOTICE, LetterKind.DECISION, LetterKind.REPAIR_NOTICE]
    await hand_over(office, new[0])
    assert ((await Notice.get(entry_id=entry.id)).served_on, (await Entry.get(id=entry.id)).served_on) == (TODAY, TODAY)
