"""A changed entry: who had received it is written to and says that he knows; then the person is told, once."""

from datetime import date, timedelta

import pytest
from uuid_utils.compat import uuid7

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.deadlines.queries import running
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters import actions, queries
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.letters.models import Letter
from integrity_archive.letters.serving import Delivery, SettledAlready
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.models import Person
from integrity_archive.people.queries import particulars
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import DutyState, How, RecipientKind
from integrity_archive.recipients.models import Duty, Edge
from integrity_archive.tasks.clocks import ClockKind

from ..building import NOW, PDF, Office, an_effective_entry, an_officer, an_organisation
from .office import attempt, days, rounds_of_all, tried, words
from .test_answers import CONTENT

TOMORROW = NOW + timedelta(days=1)
WHY = Reason(text="原决定已被撤销。")
BODIES = (OrganisationKind.COMMITTEE, OrganisationKind.ASSOCIATION)


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


async def received(entry: Entry) -> list[Organisation]:
    """A committee and an association were answered with it."""
    bodies = [await an_organisation(kind) for kind in BODIES]
    for body in bodies:
        await recipients.told(
            entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=body.id, how=How.INQUIRY, about=body.id,
            now=NOW,
        )  # fmt: skip
    return bodies


async def revoked(entry: Entry) -> None:
    await settling.revoke(entry.id, WHY, Ending.REVOKED, by=SYSTEM, now=TOMORROW)
    await rounds_of_all(now=TOMORROW)


async def clearances(student: Person) -> list[Letter]:
    return await Letter.filter(kind=LetterKind.CLEARANCE, person_id=student.id).order_by("id")


async def test_when_the_last_one_knows_the_person_gets_one_signed_letter_with_names_and_days(
    student: Person, entry: Entry
) -> None:
    first, last = await received(entry)
    await revoked(entry)
    for body, day in ((first, 2), (last, 4)):
        assert await clearances(student) == []
        officer = await an_officer(body, Role.COMMITTEE if body is first else Role.CLERK)
        duty = await Duty.get(recipient=body.id)
        for _ in range(2):
            await recipients.acknowledge(duty.id, by=officer, now=days(day))
        await rounds_of_all(now=days(day))

    [letter] = await clearances(student)
    text = await words(letter)
    assert letter.blob and letter.sha256 and letter.organisation_id == entry.organisation_id
    assert entry.number in text and "该信息已撤销，不再展示、提供和使用" in text and "变动日期：2026-11-25" in text
    for body, day in ((first, "2026-11-26"), (last, "2026-11-28")):
        assert f"{body.name}：2026-11-24收到；2026-11-25已告知变动；{day}确认知悉。" in text
    assert not [one for one in CONTENT if one in text]


async def test_two_platforms_are_named_apart(student: Person, entry: Entry) -> None:
    for target in (uuid7(), uuid7()):
        await recipients.told(
            entry.id, recipient_kind=RecipientKind.PLATFORM, recipient=target, how=How.PUSH, about=target, now=NOW
        )
    for target, name in zip(await Edge.all().values_list("recipient", flat=True), ("省平台", "省教育厅"), strict=True):
        await record(Kind.TARGET_REGISTERED, by=SYSTEM, now=NOW, about=target, target=name, app_id="1")  # type: ignore[arg-type]
    await revoked(entry)
    await recipients.fulfilled([duty.id for duty in await Duty.all()], by=SYSTEM, now=TOMORROW)
    await rounds_of_all(now=TOMORROW)

    text = await words((await clearances(student))[-1])
    assert "信用信息共享平台（省平台）：" in text and "信用信息共享平台（省教育厅）：" in text


async def test_a_change_that_nobody_had_received_is_cleared_at_once(student: Person, entry: Entry) -> None:
    await revoked(entry)
    await rounds_of_all(now=TOMORROW)

    [letter] = await clearances(student)
    text = await words(letter)
    assert "没有任何单位收到过该信息" in text and entry.number in text and "确认知悉" not in text


async def test_each_change_is_cleared_for_itself(student: Person, entry: Entry) -> None:
    [first, _] = await received(entry)
    await settling.correct(entry.id, {"summary": "由他人代替参加一科考试。"}, WHY, by=SYSTEM, now=NOW)
    await rounds_of_all()
    await recipients.fulfilled([duty.id for duty in await Duty.all()], by=SYSTEM, now=NOW)
    await rounds_of_all()
    await revoked(entry)
    await recipients.fulfilled([duty.id for duty in await Duty.filter(cause="revoked")], by=SYSTEM, now=TOMORROW)
    await rounds_of_all(now=TOMORROW)

    corrected, gone = [await words(letter) for letter in await clearances(student)]
    assert "该信息已更正" in corrected and "该信息已撤销" in gone and first.name in corrected


async def test_the_letter_to_a_body_names_the_change_and_holds_nothing_of_what_was_recorded(
    student: Person, entry: Entry
) -> None:
    [body, _] = await received(entry)
    await revoked(entry)

    text = await words(await Letter.get(kind=LetterKind.CHANGED, recipient_id=body.id))

    name = (await particulars(student.id)).name
    assert mask_name(name, Level.BUSINESS) not in text  # the entry is over: its number and the days suffice
    assert entry.number in text and "2026-11-24查询答复" in text and "该信息已撤销，请停止使用" in text
    assert not [one for one in CONTENT if one in text]


async def test_who_says_on_his_page_that_he_knows_is_not_written_to_any_further(entry: Entry) -> None:
    """Else an officer would be sent to hand over a letter about what has been acknowledged."""
    [body, _] = await received(entry)
    await revoked(entry)
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=body.id)
    officer = await an_officer(body, Role.COMMITTEE)
    await recipients.acknowledge((await Duty.get(recipient=body.id)).id, by=officer, now=TOMORROW)

    await rounds_of_all(now=days(30))

    assert (await Letter.get(id=letter.id)).state is LetterState.DELIVERED
    assert await tried(letter) == {Channel.PORTAL: LetterState.SENT}, "it stays on its page, to be read"


@pytest.mark.parametrize(
    ("channel", "witnesses", "state"),
    [
        (Channel.IN_PERSON, [], DutyState.ACKNOWLEDGED),
        (Channel.POST, [], DutyState.ACKNOWLEDGED),
        (Channel.LEFT, ["见证人甲", "见证人乙"], DutyState.SENT),
    ],
)
async def test_a_receipt_that_the_body_signed_is_its_acknowledgement_and_what_was_left_is_not(
    office: Office, entry: Entry, channel: Channel, witnesses: list[str], state: DutyState
) -> None:
    [body, _] = await received(entry)
    await revoked(entry)
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=body.id)
    await actions.begin_way(letter.id, channel, by=office.clerk, now=TOMORROW)
    given = Delivery(on=date(2026, 11, 25), witnesses=witnesses)
    way = await attempt(letter, channel)
    await actions.deliver(way.id, given, "回证.pdf", PDF, by=office.clerk, now=TOMORROW)

    assert (await Duty.get(recipient=body.id)).state is state
    assert (await Letter.get(id=letter.id)).state is LetterState.DELIVERED


async def still_to_tell(office: Office) -> set[object]:
    return {one.about for one in await running(office.clerk, today=days(9).date()) if one.kind is ClockKind.TELL}


async def test_a_body_that_opened_its_letter_and_says_nothing_stays_on_the_desk_until_it_signs(
    office: Office, entry: Entry
) -> None:
    [body, other] = await received(entry)
    await revoked(entry)
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=body.id)
    duty, others = await Duty.get(recipient=body.id), await Duty.get(recipient=other.id)
    await actions.open_letter(letter.id, by=await an_officer(body, Role.COMMITTEE), now=TOMORROW)
    assert await still_to_tell(office) == {duty.id, others.id}

    with pytest.raises(SettledAlready):
        await actions.begin_way(letter.id, Channel.LEFT, by=office.clerk, now=TOMORROW)
    by_hand = await actions.begin_way(letter.id, Channel.IN_PERSON, by=office.clerk, now=TOMORROW)
    assert letter.number in {one.number for one in await queries.desk(office.clerk)}
    given = Delivery(on=TOMORROW.date())
    await actions.deliver(by_hand.id, given, "回证.pdf", PDF, by=office.clerk, now=TOMORROW)

    assert await still_to_tell(office) == {others.id}
    with pytest.raises(SettledAlready):
        await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=TOMORROW)


async def test_asked_to_sign_it_may_still_say_so_on_its_page(office: Office, entry: Entry) -> None:
    [body, _] = await received(entry)
    await revoked(entry)
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=body.id)
    officer = await an_officer(body, Role.COMMITTEE)
    await actions.open_letter(letter.id, by=officer, now=TOMORROW)
    await actions.begin_way(letter.id, Channel.POST, by=office.clerk, now=TOMORROW)
    await recipients.acknowledge((await Duty.get(recipient=body.id)).id, by=officer, now=TOMORROW)
    await rounds_of_all(now=TOMORROW)

    assert await tried(letter) == {Channel.PORTAL: LetterState.READ, Channel.POST: LetterState.FAILED}
    assert letter.number not in {one.number for one in await queries.desk(office.clerk)}
