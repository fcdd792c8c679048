"""The pages of letters as an officer and the person use them, without scripts."""

from datetime import timedelta
from uuid import UUID

from integrity_archive import clock
from integrity_archive.entries.models import Notice
from integrity_archive.journal import readers
from integrity_archive.letters import planner, queries, sending
from integrity_archive.letters.kinds import Channel, LetterState
from integrity_archive.letters.models import Attempt, Letter

from ..web.archive import PDF, Office
from ..web.conftest import (
    Officer,
    anybody,
    app,
    clerk,
    office,
    opens,
    person,
    reviewer,
    subject,
    university,
)

__all__ = ["anybody", "app", "clerk", "office", "opens", "person", "reviewer", "subject", "university"]
FILE = ("回证.pdf", PDF, "application/pdf")


async def letter_of(office: Office, person: UUID) -> Letter:
    await readers.enrol(planner.READER, planner.KINDS)
    entry = await office.notified(person)
    while await planner.plan(now=clock.now()) + await sending.send_due(now=clock.now()):
        pass
    return await Letter.get(entry_id=entry, enclosed_in=None)


async def test_an_officer_finds_the_letter_on_the_desk_and_records_its_delivery(
    clerk: Officer, office: Office, person: UUID
) -> None:
    letter = await letter_of(office, person)
    desk = await clerk.browser.see("letters:desk")
    assert desk.status_code == 200 and letter.number in desk.text
    by_hand = await Attempt.get(letter_id=letter.id, channel=Channel.IN_PERSON)
    shown = await clerk.browser.see("letters:show", letter_id=letter.id)
    assert shown.status_code == 200 and f"{by_hand.id}.proof" in shown.text
    ids = {"letter_id": letter.id, "attempt_id": by_hand.id}
    today = clock.today(clock.now())

    late = {f"{by_hand.id}.on": (today + timedelta(1)).isoformat()}
    refused = await clerk.browser.send("letters:deliver", late, files={f"{by_hand.id}.proof": FILE}, **ids)
    assert refused.status_code == 422 and "送达日期不得早于成文日期" in refused.text

    form = {f"{by_hand.id}.on": today.isoformat()}
    done = await clerk.browser.send("letters:deliver", form, files={f"{by_hand.id}.proof": FILE}, **ids)
    assert done.status_code == 303
    assert (await Notice.get(entry_id=letter.entry_id)).served_on == today


async def test_a_letter_comes_back_goes_to_the_post_and_gets_its_number(
    clerk: Officer, office: Office, person: UUID
) -> None:
    form = {"post": "岚泓市文源路1号", "confirmed_on": clock.today(clock.now()).isoformat()}
    saved = await clerk.browser.send("letters:confirm", form, files={"file": FILE}, person_id=person)
    assert saved.status_code == 303
    letter = await letter_of(office, person)
    by_hand = await Attempt.get(letter_id=letter.id, channel=Channel.IN_PERSON)
    ids = {"letter_id": letter.id, "attempt_id": by_hand.id}
    await clerk.browser.send("letters:came_back", {f"{by_hand.id}.reason": "not_met"}, **ids)

    by_post = await Attempt.get(letter_id=letter.id, channel=Channel.POST)
    made = await clerk.browser.send("letters:make_batch", {"attempts": str(by_post.id)})
    assert made.status_code == 303
    batch = UUID(made.headers["location"].rpartition("/")[2])
    printed = await clerk.browser.see("letters:batch_pdf", batch_id=batch)
    assert printed.content.startswith(b"%PDF")
    page = await clerk.browser.see("letters:batch", batch_id=batch)
    assert "岚泓市文源路1号" in page.text
    await clerk.browser.send("letters:posted", {f"tracking.{by_post.id}": "XA12345678914"}, batch_id=batch)
    assert (await Attempt.get(id=by_post.id)).state is LetterState.SENT
    assert "XA12345678914" in (await clerk.browser.see("letters:show", letter_id=letter.id)).text


async def test_nothing_chosen_for_the_post_is_said_on_the_desk(clerk: Officer, office: Office) -> None:
    answer = await clerk.browser.send("letters:make_batch", {})
    assert answer.status_code == 422 and "请选择待邮寄的文书" in answer.text


async def test_the_person_opens_a_letter_by_a_button_and_never_by_a_look_ahead(
    subject: Officer, office: Office, person: UUID
) -> None:
    letter = await letter_of(office, person)
    listed = await subject.browser.see("own_letters:list")
    assert letter.number in listed.text
    sealed = await subject.browser.see("own_letters:show", letter_id=letter.id)
    assert sealed.status_code == 200 and "打开文书" in sealed.text and "拟记录的信息" not in sealed.text
    assert (await subject.browser.see("own_letters:pdf", letter_id=letter.id)).status_code == 404

    await subject.browser.send("own_letters:open", letter_id=letter.id)
    read = await subject.browser.see("own_letters:show", letter_id=letter.id)
    assert "拟记录的信息" in read.text and "您的陈述" in read.text
    pdf = await subject.browser.see("own_letters:pdf", letter_id=letter.id)
    assert pdf.content.startswith(b"%PDF")


async def test_anybody_checks_a_letter_by_its_code(anybody: object, office: Office, person: UUID) -> None:
    from ..web.browser import Browser

    assert isinstance(anybody, Browser)
    letter = await letter_of(office, person)
    found = await anybody.see("verify:show", code=letter.code)
    assert found.status_code == 200 and letter.number in found.text and "文书真实" in found.text
    assert (await queries.verify(letter.code)) is not None
    assert (await anybody.see("board")).status_code == 200


async def test_the_letterhead_is_set_and_its_word_checked(clerk: Officer) -> None:
    assert "诚档" in (await clerk.browser.see("letters:heading")).text
    form = {"heading": "汾霁大学学生处", "word": "诚 告", "signatory": "汾霁大学学生处", "contact": "0349-0000000"}
    refused = await clerk.browser.send("letters:set_heading", form)
    assert refused.status_code == 422
    kept = await clerk.browser.send("letters:set_heading", form | {"word": "汾诚告"})
    assert kept.status_code == 303 and "汾诚告" in (await clerk.browser.see("letters:heading")).text


async def test_english_pages_say_everything_but_the_letters_themselves_in_english(
    clerk: Officer, office: Office, person: UUID
) -> None:
    letter = await letter_of(office, person)
    page = await clerk.browser.see("letters:show", query={"lang": "en"}, letter_id=letter.id)
    assert page.status_code == 200 and "Handed over" in page.text and "Take a way before its turn" in page.text
