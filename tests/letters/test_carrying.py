"""A letter that says something of an entry carries it to its reader; it is handed out as long as the entry is shown."""

from datetime import timedelta

import pytest

from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.entries.queries import NoLongerShown
from integrity_archive.letters import actions, batches, queries
from integrity_archive.letters.kinds import CARRIES_ENTRY, LASTING, STARTS_CLOCK, Channel, LetterKind
from integrity_archive.letters.models import Letter
from integrity_archive.people.models import Person
from integrity_archive.recipients import queries as recipients
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.recipients.models import Duty, Edge

from ..building import NOW, Office, an_effective_entry, as_the_person, serve
from .office import THROUGH_US, attempt, confirmed, cover, hand_over, rounds, rounds_of_all, told

TODAY = NOW.date()
LATER = NOW + timedelta(days=1)


async def edges(entry: Entry) -> set[object]:
    return {edge.about for edge in await Edge.filter(entry_id=entry.id, how=How.LETTER)}


async def test_every_letter_of_a_delivered_envelope_is_an_edge_to_its_reader(office: Office, student: Person) -> None:
    entry = await told(office, student, **THROUGH_US)
    assert await edges(entry) == set(), "nothing has arrived"

    await hand_over(office, await cover(entry))

    letters = await Letter.filter(entry_id=entry.id)
    assert len(letters) == 3 and await edges(entry) == {one.id for one in letters}
    for edge in await Edge.filter(entry_id=entry.id):
        assert (edge.recipient_kind, edge.recipient, edge.used) == (RecipientKind.PERSON, student.id, False)


async def test_reading_ahead_is_an_edge_and_its_delivery_no_second_one(office: Office, student: Person) -> None:
    own = await as_the_person(student)
    entry = await told(office, student)
    letter = await cover(entry)
    await actions.open_letter(letter.id, by=own, now=NOW)
    assert await edges(entry) == {letter.id}

    await hand_over(office, letter)

    assert await Edge.filter(entry_id=entry.id).count() == 1


async def test_a_service_proven_on_the_entry_s_page_is_an_edge_too(office: Office, student: Person) -> None:
    entry = await told(office, student)
    await serve(office, entry, TODAY)
    await rounds()

    assert await edges(entry) == {(await cover(entry)).id}


async def test_the_person_himself_is_owed_nothing_for_what_was_written_to_him(office: Office, student: Person) -> None:
    """He is answered himself, and gets the clearance; that letter and the one about the change are no edges."""
    own = await as_the_person(student)
    entry = await told(office, student)
    await hand_over(office, await cover(entry))
    await settling.revoke(entry.id, Reason(text="登记有误。"), Ending.DUPLICATE, by=SYSTEM, now=LATER)
    await rounds_of_all(now=LATER)

    clearance = await Letter.get(kind=LetterKind.CLEARANCE)
    await actions.open_letter(clearance.id, by=own, now=LATER)

    assert await Duty.all().count() == 0
    assert clearance.id not in await edges(entry)
    [row] = (await recipients.of_entry(entry.id, by=own)).rows
    assert (row.kind, row.id) == (RecipientKind.PERSON, student.id)


async def test_when_the_entry_is_over_its_letters_are_handed_out_to_nobody(office: Office, student: Person) -> None:
    own = await as_the_person(student)
    await confirmed(office, student)
    entry = await told(office, student, **THROUGH_US)
    letter = await cover(entry)
    await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=NOW)
    batch = await actions.make_batch([(await attempt(letter, Channel.POST)).id], by=office.clerk, now=NOW)
    await actions.open_letter(letter.id, by=own, now=NOW)
    inside = await Letter.get(enclosed_in=letter.id, kind=LetterKind.DECISION)
    ways = [
        lambda by: queries.pdf(letter.id, by=by, on=TODAY),
        lambda by: queries.pdf(inside.id, by=by, on=TODAY),
        lambda by: queries.decision(inside.id, by=by, on=TODAY),
    ]
    pages = [
        lambda: queries.read(letter.id, by=own, on=TODAY),
        lambda: queries.of_office(letter.id, by=office.clerk, on=TODAY),
        lambda: batches.pdf(batch, by=office.clerk, now=NOW),
    ]
    asked = [*pages, *(lambda way=way, by=by: way(by) for way in ways for by in (own, office.clerk))]
    for ask in asked:
        assert await ask()

    await settling.revoke(entry.id, Reason(text="登记有误。"), Ending.DUPLICATE, by=SYSTEM, now=NOW)

    for ask in asked:
        with pytest.raises(NoLongerShown) as refused:
            await ask()
        assert refused.value.status == 410


async def test_what_says_that_it_ended_is_read_for_good(office: Office, student: Person) -> None:
    own: Actor = await as_the_person(student)
    entry = await an_effective_entry(office, student)
    await settling.revoke(entry.id, Reason(text="登记有误。"), Ending.DUPLICATE, by=SYSTEM, now=LATER)
    await rounds_of_all(now=LATER)
    letter = await Letter.get(kind=LetterKind.CLEARANCE)

    await actions.open_letter(letter.id, by=own, now=LATER)

    for by in (own, office.clerk):
        assert (await queries.pdf(letter.id, by=by, on=LATER.date()))[2].startswith(b"%PDF")


def test_a_letter_lasts_or_ends_with_its_entry_and_only_what_ends_or_answers_carries_one() -> None:
    assert frozenset(LetterKind) - LASTING == STARTS_CLOCK
    assert not CARRIES_ENTRY & {LetterKind.CHANGED, LetterKind.CLEARANCE, LetterKind.REMINDER}
