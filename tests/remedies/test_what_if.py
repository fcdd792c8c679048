"""“If I do this by that day”: what is promised is what the real acts then do."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrity_archive.actors import Actor
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason, take_effect
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Refusal
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Accepting, Applying, Deciding, Easing, Handed, Objecting
from integrity_archive.remedies.kinds import DocumentKind, Ground, MitigationKind
from integrity_archive.remedies.what_if import Deed, Outlook, Rule

from ..building import GENERAL, NOW, PDF, SUBSTITUTE, WARNED, Office, a_notified_entry, a_person, as_the_person, serve

TODAY = NOW.date()
LOAN, FORGED = "SN-LOA-01", WARNED["record_type"]
CASES = [
    (SUBSTITUTE, Severity.SERIOUS), (SUBSTITUTE, Severity.GENERAL), (LOAN, Severity.GENERAL), (FORGED, Severity.MINOR),
]  # fmt: skip
PROOFS = [Handed(kind, f"{kind}.pdf", PDF) for kind in (DocumentKind.PERFORMANCE, DocumentKind.PLEDGE)]
PROOFS += [Handed(DocumentKind.VOLUNTEER_RECORD, "志愿服务记录证明.pdf", PDF)]


def done(entry: Entry) -> Applying:
    """Service of his own: no record repairs twice."""
    return Applying(
        text="义务已经履行。", volunteer_no=f"ZY{entry.id}", volunteer_hours=20, volunteer_from=date(2026, 10, 1),
        volunteer_to=date(2026, 11, 20),
    )  # fmt: skip


def at(day: date) -> datetime:
    return datetime.combine(day, time(10), SHANGHAI)


async def an_entry(office: Office, person: Person, kind: str, decided_on: date, severity: Severity) -> Entry:
    """Effective, decided on that day; the loan is still unpaid."""
    facts: dict[str, object] = {"decided_on": decided_on, "served_on": decided_on}
    if kind == LOAN:
        facts |= {"conduct_ended_on": None, "consented_on": decided_on}
    else:
        facts |= {"conduct_ended_on": decided_on, "sanction_from": decided_on, "sanction_to": date(2028, 6, 30)}
    if kind == SUBSTITUTE and severity is Severity.GENERAL:
        facts |= GENERAL
    if kind == FORGED:
        facts |= {name: value for name, value in WARNED.items() if name != "record_type"}
        facts["sanction_to"] = decided_on + timedelta(300)
    entry = await a_notified_entry(office, person, kind, **facts)
    assert entry.severity is severity
    await serve(office, entry, decided_on)
    return await take_effect(entry.id, by=office.reviewer, now=NOW)


@given(
    deed=st.sampled_from(Deed),
    case=st.sampled_from(CASES),
    decided_on=st.dates(date(2026, 4, 1), date(2026, 10, 1)),
    wait=st.integers(0, 30),
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_the_answer_agrees_with_what_the_real_acts_then_do(
    office: Office, deed: Deed, case: tuple[str, Severity], decided_on: date, wait: int
):
    student = await a_person(office)
    own = await as_the_person(student)
    entry = await an_entry(office, student, case[0], decided_on, case[1])
    by = TODAY + timedelta(wait)
    told = await queries.outlook(entry.id, deed, by, by=own, today=TODAY)

    await DOES[deed](office, own, entry, told)

    kept = await Entry.get(id=entry.id)
    assert told.ends_on
    shown_on = kept.state is State.EFFECTIVE and kept.display_until
    assert shown_on == told.ends_on or (told.rule is Rule.AT_ONCE and kept.state is State.REPAIRED)
    after = told.ends_on + timedelta(1)
    assert entry.id not in {one.entry for one in await disclosable(student.id, ["EXF", "LOA"], on=after)}


async def waits(office: Office, own: Actor, entry: Entry, told: Outlook) -> None:
    assert told.rule is Rule.DISPLAY and told.ends_on == entry.display_until


async def repairs(office: Office, own: Actor, entry: Entry, told: Outlook) -> None:
    """Applied for on that day; accepted and granted as late as the terms allow."""
    try:
        repair = await actions.apply_repair(entry.id, done(entry), PROOFS, by=own, now=at(told.by))
    except Refusal as refusal:
        assert told.refused and (refusal.code(), refusal.facts) == (told.refused.code(), told.refused.facts)
        return
    assert told.refused is None and told.on and told.possible_on and told.possible_on <= told.by
    checked = Accepting(text="已核对。")
    accepted = await actions.accept_repair(repair.id, checked, by=office.clerk, now=at(repair.due_on))
    assert accepted.due_on == told.on
    granted = Deciding(text="条件已具备，准予修复。")
    await actions.grant_repair(repair.id, granted, by=office.reviewer, now=at(told.on))


async def performs(office: Office, own: Actor, entry: Entry, told: Outlook) -> None:
    paid = Easing(kind=MitigationKind.LATE_PERFORMANCE, text="已全部还清。", happened_on=told.by)
    mitigation = await actions.add_mitigation(entry.id, paid, by=own, now=at(told.by))
    confirmed = actions.confirm_performance(mitigation.id, Reason(text="已核对。"), by=office.reviewer, now=at(told.by))
    if told.rule is Rule.NO_CLOCK:
        with pytest.raises(Refusal):
            await confirmed
        return
    await confirmed
    assert told.possible_on
    early, soon = told.possible_on - timedelta(1), told.possible_on
    if early >= told.by:
        with pytest.raises(Refusal):
            await actions.apply_repair(entry.id, done(entry), PROOFS, by=own, now=at(early))
    assert await actions.apply_repair(entry.id, done(entry), PROOFS, by=own, now=at(soon))


async def objects(office: Office, own: Actor, entry: Entry, told: Outlook) -> None:
    new = Objecting(ground=Ground.FACTS, text="考试当天我不在场。")
    objection = await actions.lodge_objection(entry.id, new, by=own, now=at(told.by))
    assert (told.rule, told.on) == (Rule.ANSWER, objection.limit_on)


async def is_lifted(office: Office, own: Actor, entry: Entry, told: Outlook) -> None:
    if told.rule is Rule.NO_TERM:
        with pytest.raises(Refusal):
            await settling.lift(entry.id, told.by, by=office.reviewer, now=at(told.by))
        return
    lifted = await settling.lift(entry.id, told.by, by=office.reviewer, now=at(told.by))
    assert (told.rule, told.on) == (Rule.EVALUATION, lifted.lifted_on)


DOES = {Deed.WAIT: waits, Deed.REPAIR: repairs, Deed.PERFORM: performs, Deed.OBJECT: objects, Deed.LIFTED: is_lifted}


async def test_nobody_asks_about_a_day_that_is_over(office: Office, student: Person, own: Actor):
    entry = await an_entry(office, student, SUBSTITUTE, date(2026, 7, 1), Severity.GENERAL)

    with pytest.raises(queries.InPast):
        await queries.outlook(entry.id, Deed.WAIT, TODAY - timedelta(1), by=own, today=TODAY)


async def test_after_the_end_of_display_nothing_helps_any_more(office: Office, student: Person, own: Actor):
    entry = await an_entry(office, student, SUBSTITUTE, date(2026, 7, 1), Severity.GENERAL)
    assert entry.display_until
    late = entry.display_until + timedelta(1)
    told = await queries.outlook(entry.id, Deed.REPAIR, late, by=own, today=TODAY)

    assert (told.rule, told.ends_on) == (Rule.OVER, entry.display_until)
