"""Repair: by the catalogue's conditions, after the policy's minimum, by two officers, with effect at once."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from integrity_archive.actors import Actor
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason, take_effect
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Forbidden, Invalid
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.letters.models import Letter
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Accepting, Applying, Deciding, Handed
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.lifecycle import RepairState
from integrity_archive.remedies.models import Repair
from integrity_archive.remedies.repairable import NothingToRepair, RefusedUntil, RepairNotYet
from integrity_archive.remedies.repairs import LaterDay, NeverAgain, RecordUsed, RepairRuns
from integrity_archive.remedies.what_if import Deed, Rule
from integrity_archive.tasks.models import Task, TaskKind, TaskState
from integrity_archive.transitions import NoSuchStep

from ..building import (
    GENERAL,
    MERIT,
    NOW,
    PDF,
    WARNED,
    Office,
    a_notified_entry,
    a_person,
    an_effective_entry,
    as_the_person,
    serve,
)  # fmt: skip
from ..letters.office import rounds, words

LOAN = "SN-LOA-01"
DECIDED, SERVED = date(2026, 9, 1), date(2026, 9, 2)
TODAY = NOW.date()
PAID = Handed(DocumentKind.PERFORMANCE, "还款证明.pdf", PDF)
PLEDGE = Handed(DocumentKind.PLEDGE, "信用承诺书.pdf", PDF)
HOURS = Handed(DocumentKind.VOLUNTEER_RECORD, "志愿服务记录证明.pdf", PDF)
RECEIPT = Handed(DocumentKind.CHARITY_RECEIPT, "捐赠票据.pdf", PDF)
ALL = [PAID, PLEDGE, HOURS]
GIFT = {"charity_receipt", "charity_no", "charity_on"}
DONE = Applying(
    text="贷款已全部还清。", volunteer_no="ZY20260001", volunteer_hours=20, volunteer_from=date(2026, 11, 1),
    volunteer_to=date(2026, 11, 20),
)  # fmt: skip
GIVEN = Applying(text="已捐赠。", charity_no="JZ20260009", charity_on=date(2026, 11, 1))
OTHER = DONE.model_copy(update={"volunteer_no": "ZY20260002"})
CHECKED = Accepting(text="已在志愿服务系统按编号查得该记录，姓名、时长一致。")
GRANTED = Deciding(text="条件已具备，准予修复。")


async def a_loan(office: Office, student: Person, **changes: Any) -> Entry:
    """A loan that was not repaid; the bank decided so on the first of September."""
    facts = {"decided_on": DECIDED, "served_on": SERVED, "conduct_ended_on": None, "consented_on": SERVED}
    facts |= {"sanction_kind": None, "sanction_text": None, "sanction_from": None, "sanction_to": None}
    entry = await a_notified_entry(office, student, LOAN, **(facts | changes))
    await serve(office, entry, SERVED)
    return await take_effect(entry.id, by=office.reviewer, now=NOW)


async def a_warning(office: Office, student: Person) -> Entry:
    """Decided on the same day, and of the mildest class."""
    facts = {"decided_on": DECIDED, "served_on": SERVED, "sanction_from": DECIDED, "sanction_to": date(2027, 8, 31)}
    entry = await a_notified_entry(office, student, **(WARNED | facts))
    await serve(office, entry, SERVED)
    return await take_effect(entry.id, by=office.reviewer, now=NOW)


async def an_exam(office: Office, student: Person) -> Entry:
    """Decided on the first of July: the minimum of three months is over."""
    return await an_effective_entry(office, student, **GENERAL)


async def test_golden_16(office: Office, student: Person, own: Actor):
    """A loan is repaid before the minimum is over: repair is refused with the day it becomes possible; of the mildest
    class it is granted at once."""
    general, minor = await a_loan(office, student), await a_warning(office, student)

    with pytest.raises(RepairNotYet) as refused:
        await actions.apply_repair(general.id, DONE, ALL, by=own, now=NOW)
    repair = await actions.apply_repair(minor.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    await actions.grant_repair(repair.id, GRANTED, by=office.reviewer, now=NOW)

    assert refused.value.facts["possible_on"] == date(2026, 12, 2)  # three months from the decision, and a day
    assert "2026-12-02" in refused.value.text("zh") and "2026-12-02" in refused.value.text("en")
    assert (await Entry.get(id=general.id)).state is State.EFFECTIVE
    assert (await Entry.get(id=minor.id)).state is State.REPAIRED
    possible = NOW + (date(2026, 12, 2) - TODAY)
    assert await actions.apply_repair(general.id, OTHER, ALL, by=own, now=possible)


async def test_a_granted_repair_ends_the_entry_at_once(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    assert await disclosable(student.id, ["EXF"], on=TODAY)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    await actions.grant_repair(repair.id, GRANTED, by=office.reviewer, now=NOW)

    kept = await Entry.get(id=entry.id)
    assert (kept.state, kept.ended_because) == (State.REPAIRED, Ending.REPAIRED)
    assert await disclosable(student.id, ["EXF"], on=TODAY) == []
    assert await Task.filter(about=repair.id, state=TaskState.OPEN).count() == 0
    assert await Event.filter(about=repair.id, kind=Kind.REPAIR_DECIDED).count() == 1


async def test_the_clocks_of_a_repair_are_three_and_ten_working_days(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    assert (repair.due_on, repair.number[:8]) == (date(2026, 11, 27), "XF-2026-")
    accepted = await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    assert accepted.due_on == date(2026, 12, 8)
    [task] = await Task.filter(about=repair.id, state=TaskState.OPEN)
    assert (task.kind, task.rule) == (TaskKind.REPAIR_DECISION, "remedies.repair_decision")


@pytest.mark.parametrize(
    ("files", "changes", "wanted"),
    [
        ([PAID, HOURS], {}, {"pledge"}),
        ([PLEDGE, HOURS], {}, {"performance"}),
        (ALL, {"volunteer_hours": 19}, {"volunteer_hours", *GIFT}),
        (ALL, {"volunteer_no": None}, {"volunteer_no", *GIFT}),
        ([PAID, PLEDGE, RECEIPT], {}, {"charity_no", "charity_on", "volunteer_record"}),
    ],
)
async def test_every_condition_is_proven(
    office: Office, student: Person, own: Actor, files: list[Handed], changes: dict[str, Any], wanted: set[str]
):
    entry = await an_exam(office, student)

    with pytest.raises(Invalid) as refused:
        await actions.apply_repair(entry.id, DONE.model_copy(update=changes), files, by=own, now=NOW)

    assert {fault.path for fault in refused.value.errors()} == wanted


async def test_a_donation_stands_for_volunteer_hours(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)

    assert await actions.apply_repair(entry.id, GIVEN, [PAID, PLEDGE, RECEIPT], by=own, now=NOW)


async def test_a_receipt_repairs_once_however_it_is_typed(office: Office, student: Person, own: Actor, arbiter: Actor):
    first, second = await an_exam(office, student), await a_warning(office, student)
    files = [PAID, PLEDGE, RECEIPT]
    repair = await actions.apply_repair(first.id, GIVEN, files, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)

    typed_otherwise = GIVEN.model_copy(update={"charity_no": "jz 2026-0009"})
    with pytest.raises(RecordUsed):
        await actions.apply_repair(second.id, typed_otherwise, files, by=own, now=NOW)
    await actions.refuse_repair(repair.id, Deciding(text="票据不清。"), by=arbiter, now=NOW)
    other = await actions.apply_repair(second.id, typed_otherwise, files, by=own, now=NOW)
    await actions.accept_repair(other.id, CHECKED, by=office.clerk, now=NOW)
    await actions.grant_repair(other.id, GRANTED, by=arbiter, now=NOW)
    with pytest.raises(RecordUsed):
        await actions.apply_repair(first.id, GIVEN, files, by=own, now=NOW)


@pytest.mark.parametrize("day", [None, date(2026, 6, 30), TODAY + timedelta(1)])
async def test_only_a_donation_between_the_decision_and_the_application_counts(
    office: Office, student: Person, own: Actor, day: date | None
):
    entry = await an_exam(office, student)
    given = GIVEN.model_copy(update={"charity_on": day})
    with pytest.raises(Invalid) as refused:
        await actions.apply_repair(entry.id, given, [PAID, PLEDGE, RECEIPT], by=own, now=NOW)

    assert "charity_on" in {fault.path for fault in refused.value.errors()}


async def test_a_refusal_names_the_reason_and_the_day(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    later = Deciding(text="志愿服务编号核对不符。", possible_on=TODAY + timedelta(30))
    await actions.refuse_repair(repair.id, later, by=arbiter, now=NOW)

    seen = await queries.repair(repair.id, by=own)
    assert (seen.state, seen.decision) == (RepairState.REFUSED, later.text)
    assert seen.possible_on == TODAY + timedelta(30)
    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE


async def test_a_refusal_without_a_day_can_be_asked_for_again_at_once(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    refused = await actions.refuse_repair(repair.id, Deciding(text="材料不清。"), by=office.clerk, now=NOW)

    assert refused.possible_on == TODAY
    assert await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)


async def test_two_officers_and_no_other_decide(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)

    with pytest.raises(NoSuchStep):
        await actions.grant_repair(repair.id, GRANTED, by=arbiter, now=NOW)
    with pytest.raises(Forbidden):
        await actions.accept_repair(repair.id, CHECKED, by=arbiter, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    with pytest.raises(Forbidden):
        await actions.grant_repair(repair.id, GRANTED, by=office.clerk, now=NOW)
    with pytest.raises(Forbidden):
        await actions.grant_repair(repair.id, GRANTED, by=own, now=NOW)


async def test_one_application_runs_at_a_time(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    first = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    with pytest.raises(RepairRuns):
        await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    await actions.withdraw_repair(first.id, by=own, now=NOW)

    assert await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)


async def test_a_merit_needs_no_repair(office: Office, student: Person, own: Actor):
    merit = await an_effective_entry(office, student, MERIT)

    with pytest.raises(NothingToRepair):
        await actions.apply_repair(merit.id, DONE, ALL, by=own, now=NOW)


async def test_of_granting_refusing_and_withdrawing_at_once_one_happens(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    results = await asyncio.gather(
        actions.grant_repair(repair.id, GRANTED, by=arbiter, now=NOW),
        actions.refuse_repair(repair.id, Deciding(text="条件不具备。"), by=office.reviewer, now=NOW),
        actions.withdraw_repair(repair.id, by=own, now=NOW),
        return_exceptions=True,
    )

    assert sorted(type(result).__name__ for result in results) == ["NoSuchStep", "NoSuchStep", "Repair"]
    granted = (await Repair.get(id=repair.id)).state is RepairState.GRANTED
    assert granted == ((await Entry.get(id=entry.id)).state is State.REPAIRED)


async def test_a_refusal_names_no_day_on_which_the_entry_is_gone(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_exam(office, student)
    assert entry.display_until
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)

    with pytest.raises(NeverAgain):
        given = Deciding(text="不符合条件。", possible_on=entry.display_until + timedelta(1))
        await actions.refuse_repair(repair.id, given, by=office.clerk, now=NOW)
    last = Deciding(text="不符合条件。", possible_on=entry.display_until)
    refused = await actions.refuse_repair(repair.id, last, by=arbiter, now=NOW)
    assert refused.possible_on == entry.display_until


async def test_no_officer_alone_shuts_the_way_for_longer_than_the_rule(office: Office, student: Person, own: Actor):
    """The clerk who takes applications in refuses them, too; and a reviewer may have registered this one."""
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    later = Deciding(text="不予修复。", possible_on=TODAY + timedelta(90))
    with pytest.raises(LaterDay) as refused:
        await actions.refuse_repair(repair.id, later, by=office.clerk, now=NOW)
    assert refused.value.facts["possible_on"] == TODAY
    await actions.withdraw_repair(repair.id, by=own, now=NOW)

    signed = Handed(DocumentKind.FILING, "修复申请书.pdf", PDF)
    on_paper = await actions.apply_repair(entry.id, OTHER, [*ALL, signed], by=office.reviewer, now=NOW)
    with pytest.raises(LaterDay):
        await actions.refuse_repair(on_paper.id, later, by=office.reviewer, now=NOW)


async def test_the_day_of_a_refusal_falls_with_the_severity(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    """Another decision takes the place of the one that the refusal was about."""
    entry = await an_exam(office, student)
    await refused_with_a_day(office, entry, own, TODAY + timedelta(90))
    again = {"sanction_kind": "SUSPEND_EXAM", "sanction_text": "暂停参加该项考试二年"}
    again |= {"sanction_from": entry.decided_on, "sanction_to": date(2028, 6, 30)}
    await settling.revise(entry.id, again, Reason(text="决定已变更。"), by=arbiter, now=NOW + timedelta(minutes=1))

    assert (await Entry.get(id=entry.id)).severity != entry.severity
    way = (await queries.of_entry(entry.id, by=own)).way
    assert way and not way.refused


async def test_an_officer_takes_no_application_back_of_his_own_accord(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)

    with pytest.raises(Invalid):
        await actions.withdraw_repair(repair.id, by=office.clerk, now=NOW)
    assert (await Repair.get(id=repair.id)).state is RepairState.APPLIED
    signed = Handed(DocumentKind.FILING, "撤回申请书.pdf", PDF)
    await actions.withdraw_repair(repair.id, files=[signed], by=office.clerk, now=NOW)
    assert (await Repair.get(id=repair.id)).state is RepairState.WITHDRAWN
    await rounds()
    assert "信用修复申请撤回告知书" in await words(await Letter.get(about=repair.id))


async def refused_with_a_day(office: Office, entry: Entry, own: Actor, day: date) -> None:
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    later = Deciding(text="请先完成整改。", possible_on=day)
    await actions.refuse_repair(repair.id, later, by=office.reviewer, now=NOW)


async def test_the_day_that_a_refusal_names_binds_until_it_comes(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    day = TODAY + timedelta(90)
    await refused_with_a_day(office, entry, own, day)

    with pytest.raises(RefusedUntil) as refused:
        await actions.apply_repair(entry.id, OTHER, ALL, by=own, now=NOW + timedelta(89))
    assert refused.value.facts["possible_on"] == day and day.isoformat() in refused.value.text("zh")
    told = await queries.outlook(entry.id, Deed.REPAIR, TODAY + timedelta(1), by=own, today=TODAY)
    assert (told.possible_on, told.rule) == (day, Rule.DISPLAY) and isinstance(told.refused, RefusedUntil)
    way = (await queries.of_entry(entry.id, by=own)).way
    assert way and way.possible_on == day
    assert await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW + timedelta(90))


async def test_a_record_of_service_repairs_once_however_it_is_typed(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    first, second = await an_exam(office, student), await a_warning(office, student)
    stranger = await a_person(office)
    third = await an_exam(office, stranger)
    repair = await actions.apply_repair(first.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)
    typed_otherwise = DONE.model_copy(update={"volunteer_no": "zy 2026-0001"})

    for entry, by in ((second, own), (third, await as_the_person(stranger))):
        with pytest.raises(RecordUsed):
            await actions.apply_repair(entry.id, typed_otherwise, ALL, by=by, now=NOW)
    await actions.grant_repair(repair.id, GRANTED, by=arbiter, now=NOW)
    with pytest.raises(RecordUsed):
        await actions.apply_repair(second.id, DONE, ALL, by=own, now=NOW)


async def test_of_two_applications_with_one_record_the_first_accepted_has_it(
    office: Office, student: Person, own: Actor
):
    first, second = await an_exam(office, student), await a_warning(office, student)
    one, other = [await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW) for entry in (first, second)]
    await actions.accept_repair(one.id, CHECKED, by=office.clerk, now=NOW)

    with pytest.raises(RecordUsed):
        await actions.accept_repair(other.id, CHECKED, by=office.clerk, now=NOW)
    await actions.refuse_repair(one.id, Deciding(text="材料不清。"), by=office.reviewer, now=NOW)
    assert (await actions.accept_repair(other.id, CHECKED, by=office.clerk, now=NOW)).state is RepairState.ACCEPTED


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ({"volunteer_from": None, "volunteer_to": None}, {"volunteer_from", "volunteer_to"}),
        ({"volunteer_from": date(2026, 6, 30)}, {"volunteer_from"}),
        ({"volunteer_to": TODAY + timedelta(1)}, {"volunteer_to"}),
        ({"volunteer_to": date(2026, 10, 31)}, {"volunteer_to"}),
    ],
)
async def test_only_service_between_the_decision_and_the_application_counts(
    office: Office, student: Person, own: Actor, days: dict[str, Any], wanted: set[str]
):
    entry = await an_exam(office, student)
    with pytest.raises(Invalid) as refused:
        await actions.apply_repair(entry.id, DONE.model_copy(update=days), ALL, by=own, now=NOW)

    assert wanted <= {fault.path for fault in refused.value.errors()}
    assert {fault.path for fault in refused.value.errors()} - wanted == GIFT


async def test_what_the_officer_checked_is_kept_and_shown(office: Office, student: Person, own: Actor):
    entry = await an_exam(office, student)
    repair = await actions.apply_repair(entry.id, DONE, ALL, by=own, now=NOW)
    await actions.accept_repair(repair.id, CHECKED, by=office.clerk, now=NOW)

    for by in (own, office.reviewer):
        assert (await queries.repair(repair.id, by=by)).checked == CHECKED.text
