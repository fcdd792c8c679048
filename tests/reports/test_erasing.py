"""When an entry is erased, what was made of it goes with it: reports, letters, and what was handed in about it."""

from datetime import timedelta

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.blobs import blobs
from integrity_archive.entries import expiry
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.entries.settling import revoke
from integrity_archive.errors import NotFound
from integrity_archive.inquiries.actions import ask
from integrity_archive.journal import readers
from integrity_archive.letters import planner as letters
from integrity_archive.letters.models import Letter
from integrity_archive.remedies import erasing as remedies
from integrity_archive.remedies.actions import Answering, Handed, Objecting, answer_objection, lodge_objection
from integrity_archive.remedies.kinds import DocumentKind, Ground, ObjectionOutcome
from integrity_archive.remedies.models import Document
from integrity_archive.remedies.queries import offices_of
from integrity_archive.reports import actions, erasing, queries
from integrity_archive.reports.queries import Standing
from integrity_archive.sealing import Unreadable, key_of

from ..building import NOW, PDF, a_person, a_reviewer, an_effective_entry
from ..inquiries.conftest import Asking, asking
from ..letters.office import rounds

__all__ = ["asking"]
MUCH_LATER = NOW + timedelta(3000)


async def erased(entry: Entry) -> None:
    """Revoked today, and erased on its day; the readers hear of it."""
    await readers.enrol(erasing.READER, erasing.KINDS)
    await readers.enrol(remedies.READER, remedies.KINDS)
    await readers.enrol(letters.READER, letters.KINDS)
    await revoke(entry.id, Reason(text="不是本人。"), Ending.WRONG_SUBJECT, by=SYSTEM, now=NOW)
    await expiry.erase_due(now=MUCH_LATER, limit=10)


async def test_a_report_that_carried_it_can_no_longer_be_opened_and_its_page_says_so(asking: Asking) -> None:
    await asking.consent(uses=2)
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    await erased(asking.entry)
    assert await erasing.erase_reports(now=MUCH_LATER) == 1
    assert await erasing.erase_reports(now=MUCH_LATER) == 0
    with pytest.raises(Unreadable):
        await key_of(issued.key_id)
    with pytest.raises(NotFound):
        blobs().get(issued.blob)
    found = await queries.verify(issued.code, now=NOW)
    assert found and (found.number, found.standing) == (issued.number, Standing.OUTDATED)


async def test_a_report_that_did_not_carry_it_stays(asking: Asking) -> None:
    await asking.consent(uses=2)
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    await erased(await an_effective_entry(asking.office, await a_person(asking.office)))
    assert await erasing.erase_reports(now=MUCH_LATER) == 1
    assert await queries.pdf(issued.id, by=asking.secretary, now=NOW)


async def test_the_files_of_its_remedies_and_letters_go_too(asking: Asking) -> None:
    student = asking.student
    assert student.person
    handed = Handed(DocumentKind.SUPPORT, "病历.pdf", PDF)
    mine = Objecting(ground=Ground.FACTS, text="考试当天我在医院值班。")
    lodged = await lodge_objection(asking.entry.id, mine, [handed], by=student, now=NOW)
    reviewer = await a_reviewer(asking.office.organisation)
    answered = Answering(outcome=ObjectionOutcome.UNVERIFIED, text="无法核实。")
    await answer_objection(lodged.id, answered, by=reviewer, now=NOW)
    await rounds()
    names = [one.blob for one in await Document.all()]
    names += [one.blob for one in await Letter.filter(entry_id=asking.entry.id) if one.blob]
    assert len(names) > 1 and all(blobs().get(str(name)) for name in names)
    await erased(asking.entry)
    assert await remedies.erase_remedies(now=MUCH_LATER) == 1
    await letters.plan(now=MUCH_LATER)
    for name in names:
        with pytest.raises(NotFound):
            blobs().get(str(name))
    [office] = await offices_of(student.person, by=asking.office.clerk)
    assert [(one.record_type, one.number) for one in office.entries] == [(None, asking.entry.number)]
