"""Who received an entry, who knows that it changed: for the office, for the person, and for who received it."""

from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.journal import readers
from integrity_archive.recipients import planner
from integrity_archive.recipients.kinds import DutyState
from integrity_archive.recipients.models import Duty
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from .archive import Office
from .conftest import Officer
from .test_own_archive import QUESTION, consent

__all__ = ["consent"]
COMMITTEE_NAME = "励志奖学金评审委员会"


@pytest.fixture
async def revoked(office: Office, person: UUID, secretary: Officer, consent: UUID) -> UUID:
    """An entry that a committee was told, and that was revoked after that."""
    await readers.enrol(planner.READER, planner.KINDS)
    entry = await office.effective(person)
    assert (await secretary.browser.send("inquiries:ask", QUESTION)).status_code == 303
    why = Reason(text="原决定已被撤销。")
    await settling.revoke(entry, why, Ending.REVOKED, by=SYSTEM, now=clock.now())
    await planner.plan(now=clock.now())
    return entry


async def test_the_receiving_office_sees_what_changed_and_acknowledges_it(revoked: UUID, secretary: Officer) -> None:
    duty = await Duty.get()
    before = (await secretary.browser.see("recipients:changed")).text
    assert "条目已撤销" in before and f"/changed/{duty.id}/acknowledge" in before
    number, kind = (await Entry.get(id=revoked)).number, "抄袭"
    assert number in before and kind not in before, "what is over is a number, and the answer that held it"

    await secretary.browser.send("recipients:acknowledge", duty_id=duty.id)
    await secretary.browser.send("recipients:reconsidered", duty_id=duty.id)

    after = (await secretary.browser.see("recipients:changed")).text
    assert f"/changed/{duty.id}/acknowledge" not in after and "已重新审查" in after
    assert number in after and kind not in after
    assert (await Duty.get()).state is DutyState.ACKNOWLEDGED
    assert (await Task.get(kind=TaskKind.RECONSIDER)).state is TaskState.DONE


async def test_the_person_sees_who_received_a_revoked_entry_and_who_knows(
    revoked: UUID, subject: Officer, secretary: Officer
) -> None:
    assert f"/own/entries/{revoked}/recipients" in (await subject.browser.see("own:show")).text
    assert "0%" in (await subject.browser.see("own:recipients", entry_id=revoked)).text

    await secretary.browser.send("recipients:acknowledge", duty_id=(await Duty.get()).id)

    page = (await subject.browser.see("own:recipients", entry_id=revoked)).text
    assert COMMITTEE_NAME in page and "100%" in page
    assert "抄袭" not in page, "of the entry itself nothing is shown any more"


async def test_the_office_sees_who_received_its_entry(
    office: Office, person: UUID, secretary: Officer, clerk: Officer, consent: UUID
) -> None:
    entry = await office.effective(person)
    await secretary.browser.send("inquiries:ask", QUESTION)

    page = (await clerk.browser.see("entries:show", entry_id=entry)).text

    assert COMMITTEE_NAME in page and 'id="recipients"' in page


async def test_somebody_else_sees_no_recipients(revoked: UUID, subject: Officer, secretary: Officer) -> None:
    assert (await secretary.browser.see("own:recipients", entry_id=revoked)).status_code == 403
    assert (await subject.browser.see("recipients:changed")).status_code == 403
