"""The next year's notice is imported: what is refused, and what was provisional becomes certain."""

from datetime import date, datetime

import pytest
from uuid_utils.compat import uuid7

from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import actions
from integrity_archive.catalogue.calendar import DATA, official
from integrity_archive.catalogue.models import YearNotice
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries.actions import take_due_effects
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.entries.rescheduling import KINDS, READER, hear_of_notices, reschedule_provisional
from integrity_archive.exchange.rejections import ask_to_mend
from integrity_archive.journal import readers
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.journal.queries import opened
from integrity_archive.remedies import rescheduling as remedies
from integrity_archive.remedies.actions import (
    Complaining,
    Handed,
    Objecting,
    forward,
    lodge_complaint,
    lodge_objection,
)
from integrity_archive.remedies.kinds import DocumentKind, Ground
from integrity_archive.remedies.models import Complaint, Objection
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import (
    PDF,
    Office,
    a_notified_entry,
    a_person,
    a_reviewer,
    a_university,
    an_effective_entry,
    as_the_person,
    serve,
)

NOW = datetime(2026, 12, 28, 10, 0, tzinfo=SHANGHAI)
BEYOND = datetime(2027, 2, 1, 10, 0, tzinfo=SHANGHAI)
TEXT = "决定书所载的事实与实际不符。"
OBJECTING = Objecting(ground=Ground.FACTS, text=TEXT)
MOVED = {TaskKind.OBJECTION, TaskKind.OBJECTION_SOURCE, TaskKind.MEND_REJECTION}
SERVED = date(2026, 12, 28)  # five days to answer: 2027-01-02, a Saturday
NEXT_YEAR = """
year = 2027
notice = "国务院办公厅关于2027年部分节假日安排的通知"

[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-03

[[holiday]]
name = "春节"
from = 2027-02-05
to = 2027-02-11
workdays = [2027-02-13]
"""


async def a_provisional_entry(office: Office) -> Entry:
    """Notified, and served so late that the person's time to answer ends in a year nobody knows the holidays of."""
    entry = await a_notified_entry(office, await a_person(office), now=NOW)
    await serve(office, entry, SERVED, now=NOW)
    return await Entry.get(id=entry.id)


async def test_an_imported_year_is_covered_and_the_import_is_written_in_the_journal(database: object) -> None:
    assert not official().covers(date(2027, 2, 13))

    notice, new = await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)

    assert (notice.year, new) == (2027, True)
    assert official().covers(date(2027, 2, 13)) and official().is_working_day(date(2027, 2, 13))
    assert await Event.filter(kind=Kind.CALENDAR_IMPORTED, about=(await YearNotice.get()).id).count() == 1


async def test_a_year_that_is_known_already_is_not_imported_again_and_never_with_other_days(database: object) -> None:
    await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)

    assert not (await actions.import_notice(f"# 重印\n{NEXT_YEAR}", by=SYSTEM, now=NOW))[1]
    assert not (await actions.import_notice((DATA / "2026.toml").read_text("utf-8"), by=SYSTEM, now=NOW))[1]
    with pytest.raises(actions.YearCovered):
        await actions.import_notice(NEXT_YEAR.replace("2027-02-13", "2027-02-14"), by=SYSTEM, now=NOW)
    assert await YearNotice.all().count() == 1


FORMER = "国务院办公厅关于2027年部分节假日安排的通知"
HEAD = f'notice = "关于调整2027年元旦假期的通知"\nnumber = "国办发明电〔2026〕1号"\nreplaces = "{FORMER}"'
REPLACED = NEXT_YEAR.replace("to = 2027-01-03", "to = 2027-01-06").replace(f'notice = "{FORMER}"', HEAD)


async def test_a_notice_that_replaces_the_years_counts_everything_anew_and_says_so_in_the_journal(
    database: object,
) -> None:
    office = await a_university()
    entry = await a_provisional_entry(office)
    rejected = uuid7()
    await ask_to_mend(office.organisation.id, rejected, entry.id, now=datetime(2026, 12, 31, 10, 0, tzinfo=SHANGHAI))
    await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)
    await reschedule_provisional(now=NOW)
    assert (await Entry.get(id=entry.id)).effect_due_on == date(2027, 1, 5)
    certain = await Task.get(about=rejected)
    assert (certain.due_on, certain.provisional) == (date(2027, 1, 8), False)

    _, new = await actions.import_notice(REPLACED, by=SYSTEM, now=NOW)
    assert (new, official().is_working_day(date(2027, 1, 6))) == (True, False)
    assert await reschedule_provisional(now=NOW) == 1

    assert (await Entry.get(id=entry.id)).effect_due_on == date(2027, 1, 8)
    assert (await Task.get(about=rejected)).due_on == date(2027, 1, 13)
    assert not (await actions.import_notice(REPLACED, by=SYSTEM, now=NOW))[1]
    *_, line = await opened(await Event.filter(kind=Kind.CALENDAR_IMPORTED).order_by("seq"))
    assert line.body and (line.body["number"], line.body["replaces"]) == (
        "国办发明电〔2026〕1号",
        "国务院办公厅关于2027年部分节假日安排的通知",
    )


@pytest.mark.parametrize(
    "wrong",
    [
        REPLACED.replace('number = "国办发明电〔2026〕1号"\n', ""),
        REPLACED.replace('replaces = "国务院办公厅关于2027年', 'replaces = "国务院办公厅关于2026年'),
    ],
    ids=["without a number", "in the place of another"],
)
async def test_a_notice_replaces_another_only_by_its_number_and_the_others_title(database: object, wrong: str) -> None:
    await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)

    with pytest.raises(actions.YearCovered):
        await actions.import_notice(wrong, by=SYSTEM, now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        NEXT_YEAR.replace("2027-02-13", "2027-02-12"),  # a Friday
        NEXT_YEAR.replace("from = 2027-01-01", "from = 2026-10-10").replace("to = 2027-01-03", "to = 2026-10-11"),
        NEXT_YEAR.replace("notice =", "notification ="),
    ],
    ids=["on a weekday", "against the notice of 2026", "unknown word"],
)
async def test_a_notice_that_contradicts_itself_or_another_is_refused(database: object, text: str) -> None:
    with pytest.raises(actions.CalendarRefused):
        await actions.import_notice(text, by=SYSTEM, now=NOW)
    assert await YearNotice.all().count() == 0


async def test_a_provisional_entry_never_takes_effect_by_itself(database: object) -> None:
    entry = await a_provisional_entry(await a_university())

    assert entry.effect_due_on is None
    assert await take_due_effects(now=BEYOND, limit=10) == 0
    assert (await Entry.get(id=entry.id)).state is State.NOTIFIED


async def test_once_the_notice_is_imported_the_day_is_certain_and_the_entry_takes_effect_after_it(
    database: object,
) -> None:
    entry = await a_provisional_entry(await a_university())

    await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)

    assert await reschedule_provisional(now=NOW) == 1
    assert (await Entry.get(id=entry.id)).effect_due_on == date(2027, 1, 5)  # the Monday after New Year has passed
    assert await take_due_effects(now=BEYOND, limit=10) == 1


async def test_the_worker_reckons_anew_what_the_importer_did_not_live_to_do(database: object) -> None:
    await readers.enrol(READER, KINDS)
    entry = await a_provisional_entry(await a_university())
    await actions.import_notice(NEXT_YEAR, by=SYSTEM, now=NOW)

    assert await hear_of_notices(now=NOW) == 1
    assert await hear_of_notices(now=NOW) == 0

    assert (await Entry.get(id=entry.id)).effect_due_on == date(2027, 1, 5)


async def test_the_tasks_of_every_office_and_the_days_of_remedies_are_counted_anew(database: object) -> None:
    office = await a_university()
    person = await a_person(office)
    own = await as_the_person(person)
    await readers.enrol(remedies.READER, remedies.KINDS)
    entry = await an_effective_entry(office, person)
    objection = await lodge_objection(entry.id, OBJECTING, by=own, now=NOW)
    await forward(objection.id, by=office.clerk, now=NOW)
    rejected = uuid7()
    await ask_to_mend(office.organisation.id, rejected, entry.id, now=NOW)
    before = {task.kind: task for task in await Task.filter(state=TaskState.OPEN)}
    assert {before[kind].provisional for kind in MOVED} == {True}
    assert before[TaskKind.OBJECTION].due_on == date(2027, 1, 7)  # the first of January is all that is known

    await actions.import_notice(NEXT_YEAR.replace("2027-01-03", "2027-01-05"), by=SYSTEM, now=NOW)
    assert await remedies.hear_of_notices(now=NOW) == 1
    assert await remedies.hear_of_notices(now=NOW) == 0

    after = {task.kind: (task.due_on, task.provisional) for task in await Task.filter(kind__in=MOVED)}
    assert after == {
        TaskKind.OBJECTION: (date(2027, 1, 11), False),
        TaskKind.OBJECTION_SOURCE: (date(2026, 12, 31), False),
        TaskKind.MEND_REJECTION: (date(2027, 1, 7), False),
    }
    objection = await Objection.get(id=objection.id)
    assert (objection.due_on, objection.source_due_on) == (date(2027, 1, 11), date(2026, 12, 31))


async def test_no_notice_moves_the_answer_to_an_objection_behind_the_laws_own_limit(database: object) -> None:
    office = await a_university()
    person = await a_person(office)
    entry = await an_effective_entry(office, person)
    objection = await lodge_objection(entry.id, OBJECTING, by=await as_the_person(person), now=NOW)

    await actions.import_notice(NEXT_YEAR.replace("2027-01-03", "2027-01-28"), by=SYSTEM, now=NOW)
    await remedies.reschedule_remedies()

    objection = await Objection.get(id=objection.id)
    task = await Task.get(about=objection.id, kind=TaskKind.OBJECTION)
    assert (objection.due_on, task.due_on) == (objection.limit_on, objection.limit_on)


async def test_a_term_that_began_with_a_paper_is_counted_anew_from_that_day(database: object) -> None:
    office = await a_university()
    person = await a_person(office)
    reviewer = await a_reviewer(office.organisation)
    new = Complaining(
        organisation=office.organisation.id, against=office.reviewer.account, text=TEXT, received_on=date(2026, 12, 2)
    )
    scan = Handed(DocumentKind.FILING, "投诉.pdf", PDF)
    complaint = await lodge_complaint(new, person.id, [scan], by=reviewer, now=NOW)
    assert complaint.due_on == date(2027, 1, 4)  # thirty days end on the first of January

    await actions.import_notice(NEXT_YEAR.replace("2027-01-03", "2027-01-05"), by=SYSTEM, now=NOW)
    assert await remedies.reschedule_remedies() == 1

    assert (await Complaint.get(id=complaint.id)).due_on == date(2027, 1, 6)
    assert (await Task.get(about=complaint.id)).due_on == date(2027, 1, 6)
