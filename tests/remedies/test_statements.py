"""A statement on paper is worth what one on the own page is: kept with its scan, and heard from the day it came."""

from datetime import timedelta

import pytest

from integrity_archive.actors import Actor
from integrity_archive.catalogue.terms import due
from integrity_archive.entries.actions import Say
from integrity_archive.entries.models import Statement
from integrity_archive.errors import Invalid, NotFound
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Handed
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.reports import receipts
from integrity_archive.tasks.models import Task, TaskKind

from ..building import NOW, PDF, Office, a_filed_entry, a_notified_entry, serve

CAME = NOW.date() - timedelta(3)
SAID = Say(text="入场的是我本人。", received_on=CAME)
SCAN = Handed(DocumentKind.FILING, "陈述.pdf", PDF)


async def test_it_is_not_taken_in_without_its_scan(office: Office, student: Person):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    for files in ([], [Handed(DocumentKind.SUPPORT, "照片.pdf", PDF)]):
        with pytest.raises(Invalid):
            await actions.make_statement(entry.id, SAID, files, by=office.clerk, now=NOW)

    assert not await Statement.exists()


async def test_the_reviewer_hears_it_from_the_day_it_came_and_both_may_read_the_paper(
    office: Office, student: Person, own: Actor
):
    entry = await a_notified_entry(office, student)
    await serve(office, entry)

    made = await actions.make_statement(entry.id, SAID, [SCAN], by=office.clerk, now=NOW)

    task = await Task.get(kind=TaskKind.HEAR_STATEMENT, about=entry.id)
    assert (made.received_on, task.since) == (CAME, CAME)
    assert task.due_on == due("entries", TaskKind.HEAR_STATEMENT, since=CAME)
    [paper] = (await queries.of_entry(entry.id, by=own)).papers[made.id]
    for reader in (own, office.reviewer):
        assert await queries.document(paper.id, by=reader) == ("陈述.pdf", "application/pdf", PDF)
    receipt = await receipts.receipt(made.id, by=office.clerk)
    assert receipt.received_on == CAME and len(receipt.documents) == 1


async def test_himself_he_needs_none_and_what_he_was_not_told_of_he_does_not_find(
    office: Office, student: Person, own: Actor
):
    with pytest.raises(NotFound):
        await actions.make_statement((await a_filed_entry(office, student)).id, SAID, by=own, now=NOW)
    entry = await a_notified_entry(office, student, document_no="校处〔2026〕18号")
    await serve(office, entry)

    assert (await actions.make_statement(entry.id, SAID, by=own, now=NOW)).received_on is None
