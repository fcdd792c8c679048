"""Which way follows which, what counts as service, and when public notice is allowed."""

from datetime import date, timedelta

import pytest

from integrity_archive.catalogue.terms import rule
from integrity_archive.clock import today
from integrity_archive.deadlines.queries import running
from integrity_archive.entries.kinds import ServiceMethod
from integrity_archive.entries.models import Entry, Evidence, Notice
from integrity_archive.errors import NotFound
from integrity_archive.letters import actions, board, queries
from integrity_archive.letters.batches import NoAddress
from integrity_archive.letters.board import OtherWaysFirst
from integrity_archive.letters.kinds import Channel, LetterState, Reason
from integrity_archive.letters.models import Letter
from integrity_archive.letters.serving import Delivery, NotByHand, Vain, WitnessesMissing
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.models import Person
from integrity_archive.people.queries import particulars
from integrity_archive.tasks.clocks import ClockKind
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, PDF, Office, as_the_person
from .office import attempt, confirmed, cover, days, rounds, told, tried

MISCONDUCT = "SN-ACM-2701"
SENT, CREATED, RETURNED = LetterState.SENT, LetterState.CREATED, LetterState.RETURNED
NOT_MET = Vain(reason=Reason.NOT_MET)


def electronic_type() -> str | None:
    from integrity_archive.catalogue import edition

    law = edition.current(NOW.date())
    found = [
        kind.code
        for kind in law.record_types
        if kind.electronic_service and kind.polarity == "NEGATIVE" and kind.population == "STUDENT"
    ]
    return next((code for code in found if code == MISCONDUCT), found[0] if found else None)


async def test_looking_at_it_on_the_own_page_informs_and_serves_nothing(office: Office, student: Person) -> None:
    """国家教育考试 decisions are served on paper: the person may read ahead, his time does not run."""
    person = await as_the_person(student)
    entry = await told(office, student)
    letter = await cover(entry)
    assert await tried(letter) == {Channel.PORTAL: SENT, Channel.IN_PERSON: CREATED}

    await actions.open_letter(letter.id, by=person, now=NOW)

    assert (await Notice.get(entry_id=entry.id)).served_on is None
    assert await tried(letter) == {Channel.PORTAL: LetterState.READ, Channel.IN_PERSON: CREATED}
    assert (await Letter.get(id=letter.id)).settled_at is None


async def test_a_letter_is_read_only_after_it_was_opened(office: Office, student: Person) -> None:
    person = await as_the_person(student)
    letter = await cover(await told(office, student))
    [line] = await queries.inbox(person)
    assert not line.opened
    with pytest.raises(NotFound):
        await queries.read(letter.id, by=person, on=NOW.date())
    await actions.open_letter(letter.id, by=person, now=NOW)
    page = await queries.read(letter.id, by=person, on=NOW.date())
    assert page.content.to == (await particulars(student.id)).name
    [line] = await queries.inbox(person)
    assert line.opened


async def electronically(office: Office, student: Person, *, agreed: bool) -> Entry:
    code = electronic_type()
    if code is None:
        pytest.skip("no type of the edition allows electronic service")
    await confirmed(office, student, electronic=agreed, email="student@mail.example")
    return await told(office, student, record_type=code)


async def test_opening_serves_where_the_law_and_the_person_allow_it(office: Office, student: Person) -> None:
    person = await as_the_person(student)
    entry = await electronically(office, student, agreed=True)
    letter = await cover(entry)
    assert await tried(letter) == {Channel.PORTAL: SENT}, "paper waits until the page had its time"

    await actions.open_letter(letter.id, by=person, now=days(1))

    notice = await Notice.get(entry_id=entry.id)
    assert (notice.method, notice.served_on) == (ServiceMethod.ELECTRONIC, today(days(1)))
    proof = await Evidence.get(id=notice.proof_id)
    assert proof.media_type == "application/pdf" and proof.kind == "NOTICE_SERVICE"
    assert (await Letter.get(id=letter.id)).state is LetterState.READ


async def test_opening_serves_nothing_without_a_signed_agreement(office: Office, student: Person) -> None:
    person = await as_the_person(student)
    entry = await electronically(office, student, agreed=False)
    letter = await cover(entry)
    assert (await tried(letter))[Channel.IN_PERSON] is CREATED
    await actions.open_letter(letter.id, by=person, now=NOW)
    assert (await Notice.get(entry_id=entry.id)).served_on is None


async def test_who_takes_his_agreement_back_is_served_on_paper(office: Office, student: Person) -> None:
    person = await as_the_person(student)
    entry = await electronically(office, student, agreed=True)
    await actions.withdraw_electronic(by=person, now=NOW)
    await actions.open_letter((await cover(entry)).id, by=person, now=NOW)
    assert (await Notice.get(entry_id=entry.id)).served_on is None


async def test_a_page_that_is_not_opened_in_time_is_followed_by_paper(office: Office, student: Person) -> None:
    await as_the_person(student)
    entry = await electronically(office, student, agreed=True)
    letter = await cover(entry)
    until = (await attempt(letter, Channel.PORTAL)).waits_until
    assert until == date(2026, 11, 27), "three working days after a Tuesday"
    await rounds(now=days(3))
    assert Channel.IN_PERSON not in await tried(letter)
    await rounds(now=days(4))
    assert await tried(letter) == {Channel.PORTAL: SENT, Channel.IN_PERSON: CREATED}
    await actions.open_letter(letter.id, by=await account(student), now=days(5))
    assert (await Notice.get(entry_id=entry.id)).served_on == today(days(5)), "read late is read"
    assert (await tried(letter))[Channel.IN_PERSON] is LetterState.FAILED


async def account(student: Person) -> object:
    from dataclasses import replace

    from integrity_archive.accounts.models import Account
    from integrity_archive.accounts.queries import actor_of_login

    known = await Person.get(id=student.id)
    login = (await Account.get(id=known.account_id)).login
    return replace(await actor_of_login(login), person=student.id)


async def test_nobody_met_it_is_posted_and_back_from_the_post_it_is_left(office: Office, student: Person) -> None:
    await confirmed(office, student)
    entry = await told(office, student)
    letter = await cover(entry)
    by_hand = await attempt(letter, Channel.IN_PERSON)
    await actions.came_back(by_hand.id, NOT_MET, by=office.clerk, now=NOW)
    assert await tried(letter) == {Channel.IN_PERSON: RETURNED, Channel.POST: CREATED}

    by_post = await attempt(letter, Channel.POST)
    batch = await actions.make_batch([by_post.id], by=office.clerk, now=NOW)
    assert await actions.posted(batch, {by_post.id: "XA12345678914"}, by=office.clerk, now=NOW) == 1
    posted = await attempt(letter, Channel.POST)
    assert (posted.state, posted.waits_until) == (SENT, date(2026, 12, 8)), "ten working days"

    await actions.came_back(by_post.id, Vain(reason=Reason.UNCLAIMED), by=office.clerk, now=days(7))
    assert (await tried(letter))[Channel.LEFT] is CREATED
    left = await attempt(letter, Channel.LEFT)
    with pytest.raises(WitnessesMissing):
        one = Delivery(on=today(days(7)), witnesses=["见证人甲"])
        await actions.deliver(left.id, one, "照片.png", PDF, by=office.clerk, now=days(7))
    two = Delivery(on=today(days(7)), witnesses=["见证人甲", "见证人乙"])
    await actions.deliver(left.id, two, "照片.pdf", PDF, by=office.clerk, now=days(7))
    notice = await Notice.get(entry_id=entry.id)
    assert (notice.method, notice.served_on) == (ServiceMethod.LEFT, today(days(7)))
    [*_, way] = (await queries.of_office(letter.id, by=office.clerk, on=NOW.date())).tried
    assert way.means.witnesses == ("见证人甲", "见证人乙")


async def test_who_refuses_at_the_door_has_it_left_with_him(office: Office, student: Person) -> None:
    await confirmed(office, student)
    letter = await cover(await told(office, student))
    await actions.refuse((await attempt(letter, Channel.IN_PERSON)).id, by=office.clerk, now=NOW)
    assert await tried(letter) == {Channel.IN_PERSON: LetterState.REFUSED, Channel.LEFT: CREATED}


async def test_who_has_signed_for_no_address_has_it_left_where_he_refused_it_before_anything_is_published(
    office: Office, student: Person
) -> None:
    letter = await cover(await told(office, student))
    await actions.refuse((await attempt(letter, Channel.IN_PERSON)).id, by=office.clerk, now=NOW)
    assert await tried(letter) == {Channel.IN_PERSON: LetterState.REFUSED, Channel.LEFT: CREATED}
    with pytest.raises(NoAddress):
        await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=NOW)

    left = await attempt(letter, Channel.LEFT)
    seen_by_one = Delivery(on=NOW.date(), witnesses=["见证人甲"] * 2)
    with pytest.raises(WitnessesMissing) as refused:
        await actions.deliver(left.id, seen_by_one, "照片.pdf", PDF, by=office.clerk, now=NOW)
    assert "2名见证人" in refused.value.text("zh")

    await actions.came_back(left.id, NOT_MET, by=office.clerk, now=NOW)
    assert (await tried(letter))[Channel.PUBLIC] is CREATED


async def test_public_notice_comes_last_names_nobody_and_serves_after_thirty_days(
    office: Office, student: Person
) -> None:
    await confirmed(office, student)
    entry = await told(office, student)
    letter = await cover(entry)
    for channel in (Channel.IN_PERSON, Channel.POST, Channel.LEFT):
        assert Channel.PUBLIC not in await tried(letter)
        await actions.came_back((await attempt(letter, channel)).id, NOT_MET, by=office.clerk, now=NOW)
    public = await attempt(letter, Channel.PUBLIC)
    assert (public.state, public.waits_until) == (CREATED, None), "an officer publishes, no machine"
    with pytest.raises(NotByHand):
        await actions.deliver(public.id, Delivery(on=NOW.date()), "公告.pdf", PDF, by=office.clerk, now=NOW)
    await actions.publish(public.id, by=office.clerk, now=NOW)

    [hanging] = await board.hanging()
    name = (await particulars(student.id)).name
    assert hanging.name == mask_name(name, Level.PUBLIC) and name not in repr(hanging)
    assert (hanging.until, hanging.provisional) == (date(2026, 12, 24), False)
    await rounds(now=days(30))
    assert (await Notice.get(entry_id=entry.id)).served_on is None
    await rounds(now=days(31))
    notice = await Notice.get(entry_id=entry.id)
    assert (notice.method, notice.served_on) == (ServiceMethod.PUBLIC, date(2026, 12, 24))
    assert await board.hanging() == []


async def test_a_public_notice_that_ends_beyond_the_calendar_hangs_until_a_provisional_day(
    office: Office, student: Person
) -> None:
    await confirmed(office, student)
    letter = await cover(await told(office, student))
    for channel in (Channel.IN_PERSON, Channel.POST, Channel.LEFT):
        await actions.came_back((await attempt(letter, channel)).id, NOT_MET, by=office.clerk, now=NOW)
    await actions.publish((await attempt(letter, Channel.PUBLIC)).id, by=office.clerk, now=days(16))

    [hanging] = await board.hanging()
    assert (hanging.until, hanging.provisional) == (date(2027, 1, 11), True)  # the thirtieth day is a Saturday


async def waits(office: Office, channel: Channel, today: date) -> list[tuple[date, bool, str]]:
    """The clocks of that way on the desk of deadlines: last day, provisional, what happens then."""
    rules = {True: "letters.wait_public", False: "letters.wait"}
    found = [one for one in await running(office.clerk, today=today) if one.kind is ClockKind.WAIT]
    assert all(rule(one.rule) and not one.overdue(today + timedelta(99)) for one in found)
    wanted = rules[channel is Channel.PUBLIC]
    return [(one.due_on, one.provisional, one.rule) for one in found if one.rule == wanted]


async def test_the_desk_shows_until_when_a_way_is_given_and_when_a_public_notice_serves(
    office: Office, student: Person
) -> None:
    await confirmed(office, student)
    letter = await cover(await told(office, student))
    handing = await attempt(letter, Channel.IN_PERSON)
    assert (handing.waits_until, False, "letters.wait") in await waits(office, Channel.IN_PERSON, NOW.date())
    for channel in (Channel.IN_PERSON, Channel.POST, Channel.LEFT):
        await actions.came_back((await attempt(letter, channel)).id, NOT_MET, by=office.clerk, now=NOW)
    await actions.publish((await attempt(letter, Channel.PUBLIC)).id, by=office.clerk, now=NOW)

    [clock] = await waits(office, Channel.PUBLIC, NOW.date())
    assert clock == (date(2026, 12, 24), False, "letters.wait_public")
    await rounds(now=days(31))
    assert await waits(office, Channel.PUBLIC, days(31).date()) == []


async def test_public_notice_is_refused_while_another_way_is_open(office: Office, student: Person) -> None:
    await confirmed(office, student)
    letter = await cover(await told(office, student))
    for channel in (Channel.IN_PERSON, Channel.POST, Channel.LEFT):
        await actions.came_back((await attempt(letter, channel)).id, NOT_MET, by=office.clerk, now=NOW)
    await actions.begin_way(letter.id, Channel.IN_PERSON, by=office.clerk, now=NOW)
    with pytest.raises(OtherWaysFirst):
        await actions.publish((await attempt(letter, Channel.PUBLIC)).id, by=office.clerk, now=NOW)


async def test_an_old_public_notice_waits_where_the_calendar_ends(office: Office, student: Person) -> None:
    """A day beyond the last notice of the State Council is provisional: nothing lapses by it."""
    await confirmed(office, student)
    at = NOW + timedelta(days=20)
    letter = await cover(await told(office, student, now=NOW))
    for channel in (Channel.IN_PERSON, Channel.POST, Channel.LEFT):
        await actions.came_back((await attempt(letter, channel)).id, NOT_MET, by=office.clerk, now=at)
    await actions.publish((await attempt(letter, Channel.PUBLIC)).id, by=office.clerk, now=at)
    await rounds(now=NOW + timedelta(days=80))
    assert (await Letter.get(id=letter.id)).settled_at is None


async def test_an_answer_that_starts_no_clock_is_settled_by_reading_it(office: Office, student: Person) -> None:
    from integrity_archive.letters.content import Content, Part
    from integrity_archive.letters.kinds import LetterKind

    person = await as_the_person(student)
    content = Content(
        subject="收件回执", to="本人", parts=(Part(title="一、收到的材料", sentences=("书面陈述一份。",)),)
    )
    letter = await actions.create(
        LetterKind.COMPLAINT_ANSWER, content, organisation=office.organisation.id, person=student.id,
        by=office.clerk, now=NOW,
    )  # fmt: skip
    await rounds()
    assert await tried(letter) == {Channel.PORTAL: SENT}
    await actions.open_letter(letter.id, by=person, now=NOW)
    assert (await Letter.get(id=letter.id)).state is LetterState.READ


async def test_a_letter_without_a_page_or_an_address_becomes_work_for_an_officer(
    office: Office, student: Person
) -> None:
    from integrity_archive.letters.content import Content
    from integrity_archive.letters.kinds import LetterKind

    letter = await actions.create(
        LetterKind.COMPLAINT_ANSWER, Content(subject="答复", to="本人", parts=()),
        organisation=office.organisation.id, person=student.id, by=office.clerk, now=NOW,
    )  # fmt: skip
    await rounds()
    task = await Task.get(kind=TaskKind.SERVE_LETTER, about=letter.id)
    assert task.due_on == date(2026, 12, 3), "seven working days (行政处罚法 61)"
    by_hand = await attempt(letter, Channel.IN_PERSON)
    await actions.deliver(by_hand.id, Delivery(on=NOW.date()), "回证.pdf", PDF, by=office.clerk, now=NOW)
    await task.refresh_from_db()
    assert task.state is TaskState.DONE


async def test_a_body_that_received_an_entry_is_written_to_and_reading_it_is_no_acknowledgement(
    office: Office, student: Person
) -> None:
    """The duty is sent with the letter; done when the body says so on its own page (test_clearance)."""
    from integrity_archive.accounts.kinds import OrganisationKind
    from integrity_archive.actors import SYSTEM, Role
    from integrity_archive.journal.actions import record
    from integrity_archive.journal.kinds import Kind
    from integrity_archive.letters import planner
    from integrity_archive.recipients.actions import told as tell
    from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind
    from integrity_archive.recipients.models import Duty

    from ..building import an_effective_entry, an_officer, an_organisation

    committee = await an_organisation(OrganisationKind.COMMITTEE)
    secretary = await an_officer(committee, Role.COMMITTEE)
    entry = await an_effective_entry(office, student)
    seq = await record(Kind.ENTRY_REVOKED, by=SYSTEM, now=NOW, person=student.id)  # the line of the change
    duty = await Duty.create(
        entry_id=entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=committee.id, cause=Cause.REVOKED,
        event=seq, due_on=NOW.date(), made_at=NOW,
    )  # fmt: skip
    await tell(
        entry.id,
        recipient_kind=RecipientKind.ORGANISATION,
        recipient=committee.id,
        how=How.INQUIRY,
        about=committee.id,
        now=NOW,
    )
    await record(Kind.RECIPIENT_OWED, by=SYSTEM, now=NOW, entry=entry.id, about=duty.id)
    assert Kind.RECIPIENT_OWED in planner.KINDS
    await rounds()

    letter = await Letter.get(about=duty.id)
    await duty.refresh_from_db()
    assert (letter.recipient_id, duty.state) == (committee.id, DutyState.SENT)
    await actions.open_letter(letter.id, by=secretary, now=NOW)
    await duty.refresh_from_db()
    assert duty.state is DutyState.SENT and (await Letter.get(id=letter.id)).state is LetterState.READ
    assert (await queries.pdf(letter.id, by=secretary, on=NOW.date()))[2].startswith(b"%PDF")
