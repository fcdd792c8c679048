"""An appeal to an outside body: suspends at once; its outcome is followed."""

from datetime import date, timedelta

import pytest

from integrity_archive.actors import Actor
from integrity_archive.entries import actions as entries
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Forbidden, Invalid
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Appealing, Concluding, Handed
from integrity_archive.remedies.appeals import AppealRuns, ConcludedBeforeFiled, FiledBeforeDecided
from integrity_archive.remedies.kinds import AppealKind, AppealOutcome, DocumentKind
from integrity_archive.remedies.models import Appeal
from integrity_archive.remedies.resuming import resume_revised
from integrity_archive.remedies.taking import HadAHand, TookItIn
from integrity_archive.tasks.models import Task, TaskKind, TaskState
from integrity_archive.transitions import NoSuchStep

from ..building import DECIDED, NOTICE_SERVED, NOW, PDF, Office, a_notified_entry, a_reviewer, an_effective_entry, serve

RECEIPT = Handed(DocumentKind.APPEAL_FILED, "受理通知书.pdf", PDF)
OUTCOME = Handed(DocumentKind.APPEAL_OUTCOME, "复核决定书.pdf", PDF)
TODAY = NOW.date()
FILED = TODAY - timedelta(10)


def review(kind: AppealKind = AppealKind.REVIEW, on: date = FILED) -> Appealing:
    return Appealing(kind=kind, body="岚泓省教育考试复核机构", case_no="复〔2026〕3号", filed_on=on)


def outcome(of: AppealOutcome, on: date = TODAY) -> Concluding:
    return Concluding(outcome=of, concluded_on=on, text="复核机构已作出决定。")


async def concluded(entry: Entry, of: AppealOutcome, own: Actor, arbiter: Actor) -> Entry:
    appeal = await actions.open_appeal(entry.id, review(), [RECEIPT], by=own, now=NOW)
    await actions.conclude_appeal(appeal.id, outcome(of), [OUTCOME], by=arbiter, now=NOW)
    return await Entry.get(id=entry.id)


async def test_an_appeal_suspends_the_entry_at_once(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    appeal = await actions.open_appeal(entry.id, review(), [RECEIPT], by=own, now=NOW)

    assert (await Entry.get(id=entry.id)).suspended
    task = await Task.get(about=appeal.id)
    assert (task.kind, task.rule, task.due_on) == (TaskKind.APPEAL, "remedies.appeal_review", FILED + timedelta(30))
    assert (await queries.appeal(appeal.id, by=own)).body == "岚泓省教育考试复核机构"


async def test_an_appeal_is_proven_when_it_is_opened(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)

    with pytest.raises(Invalid):
        await actions.open_appeal(entry.id, review(), by=own, now=NOW)
    with pytest.raises(FiledBeforeDecided):
        await actions.open_appeal(entry.id, review(on=DECIDED - timedelta(1)), [RECEIPT], by=own, now=NOW)
    assert not (await Entry.get(id=entry.id)).suspended


async def test_one_procedure_is_opened_once(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    await actions.open_appeal(entry.id, review(), [RECEIPT], by=own, now=NOW)

    with pytest.raises(AppealRuns):
        await actions.open_appeal(entry.id, review(), [RECEIPT], by=office.clerk, now=NOW)


async def test_a_quashed_decision_revokes_the_entry(office: Office, student: Person, own: Actor, arbiter: Actor):
    entry = await an_effective_entry(office, student)

    assert (await concluded(entry, AppealOutcome.QUASHED, own, arbiter)).state is State.REVOKED


@pytest.mark.parametrize("of", [AppealOutcome.UPHELD, AppealOutcome.WITHDRAWN])
async def test_a_decision_that_stands_is_resumed(
    office: Office, student: Person, own: Actor, arbiter: Actor, of: AppealOutcome
):
    entry = await an_effective_entry(office, student)
    kept = await concluded(entry, of, own, arbiter)

    assert (kept.state, kept.suspended) == (State.EFFECTIVE, False)
    assert await Task.filter(kind=TaskKind.APPEAL, state=TaskState.OPEN).count() == 0


async def test_a_changed_decision_is_shown_again_only_when_the_entry_says_what_was_decided(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    kept = await concluded(entry, AppealOutcome.CHANGED, own, arbiter)

    assert kept.suspended
    assert await resume_revised(now=NOW, limit=10) == 0
    assert await Task.filter(kind=TaskKind.REVISE, about=entry.id, state=TaskState.OPEN).exists()

    changes = {"summary": "复议机关变更：由他人代替参加一科考试。"}
    await settling.revise(entry.id, changes, Reason(text="复议决定变更。"), by=office.reviewer, now=NOW)
    assert await resume_revised(now=NOW, limit=10) == 1
    assert not (await Entry.get(id=entry.id)).suspended


async def test_an_upheld_decision_is_final_the_day_after_the_conclusion(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOTICE_SERVED)
    await concluded(entry, AppealOutcome.UPHELD, own, arbiter)

    with pytest.raises(entries.GateClosed):
        await entries.take_effect(entry.id, by=office.reviewer, now=NOW)
    effective = await entries.take_effect(entry.id, by=office.reviewer, now=NOW + timedelta(1))
    assert effective.final_on == NOW.date() + timedelta(1)


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        (AppealKind.SUIT, AppealOutcome.UPHELD),
        (AppealKind.RECONSIDERATION, AppealOutcome.UPHELD),
        (AppealKind.REVIEW, AppealOutcome.NOT_ADMITTED),
        (AppealKind.REVIEW, AppealOutcome.WITHDRAWN),
    ],
)
async def test_what_is_not_the_decisions_first_remedy_or_was_not_looked_into_moves_no_clock(
    office: Office, student: Person, own: Actor, arbiter: Actor, kind: AppealKind, of: AppealOutcome
):
    decided, served = TODAY - timedelta(8), TODAY - timedelta(6)
    entry = await a_notified_entry(office, student, decided_on=decided, served_on=served, sanction_from=decided)
    await serve(office, entry, served)
    appeal = await actions.open_appeal(entry.id, review(kind, served), [RECEIPT], by=own, now=NOW)
    await actions.conclude_appeal(appeal.id, outcome(of, TODAY - timedelta(1)), [OUTCOME], by=arbiter, now=NOW)

    kept = await Entry.get(id=entry.id)
    assert (kept.suspended, kept.remedy_concluded_on, kept.remedy_concluded) == (False, None, None)
    assert kept.effect_due_on == date(2026, 12, 4)  # the day after the fifteen days from the 18th


async def test_a_review_that_was_concluded_while_a_suit_ran_is_not_forgotten(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOTICE_SERVED)
    suit = await actions.open_appeal(entry.id, review(AppealKind.SUIT), [RECEIPT], by=own, now=NOW)
    await concluded(entry, AppealOutcome.UPHELD, own, arbiter)
    await actions.conclude_appeal(suit.id, outcome(AppealOutcome.NOT_ADMITTED), [OUTCOME], by=arbiter, now=NOW)

    kept = await Entry.get(id=entry.id)
    assert (kept.remedy_concluded, kept.remedy_concluded_on) == (AppealKind.REVIEW, TODAY)


async def test_the_entry_stays_suspended_while_another_procedure_is_open(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    suit = await actions.open_appeal(entry.id, review(AppealKind.SUIT), [RECEIPT], by=own, now=NOW)
    kept = await concluded(entry, AppealOutcome.UPHELD, own, arbiter)
    assert kept.suspended

    await actions.conclude_appeal(suit.id, outcome(AppealOutcome.UPHELD), [OUTCOME], by=arbiter, now=NOW)
    assert not (await Entry.get(id=entry.id)).suspended


async def test_an_outcome_is_recorded_once_by_a_reviewer_with_its_document(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    appeal = await actions.open_appeal(entry.id, review(), [RECEIPT], by=own, now=NOW)
    upheld = outcome(AppealOutcome.UPHELD)

    for nobody in (own, office.clerk):
        with pytest.raises(Forbidden):
            await actions.conclude_appeal(appeal.id, upheld, [OUTCOME], by=nobody, now=NOW)
    with pytest.raises(Invalid):
        await actions.conclude_appeal(appeal.id, upheld, by=arbiter, now=NOW)
    with pytest.raises(ConcludedBeforeFiled):
        early = outcome(AppealOutcome.UPHELD, FILED - timedelta(1))
        await actions.conclude_appeal(appeal.id, early, [OUTCOME], by=arbiter, now=NOW)
    await actions.conclude_appeal(appeal.id, upheld, [OUTCOME], by=arbiter, now=NOW)
    with pytest.raises(NoSuchStep):
        await actions.conclude_appeal(appeal.id, upheld, [OUTCOME], by=arbiter, now=NOW)
    assert (await Appeal.get(id=appeal.id)).outcome is AppealOutcome.UPHELD


async def test_recording_an_appeal_and_its_outcome_needs_two_who_had_no_hand_in_the_entry(
    office: Office, student: Person, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    appeal = await actions.open_appeal(entry.id, review(), [RECEIPT], by=arbiter, now=NOW)

    with pytest.raises(HadAHand):
        await actions.conclude_appeal(appeal.id, outcome(AppealOutcome.QUASHED), [OUTCOME], by=office.reviewer, now=NOW)
    with pytest.raises(TookItIn):
        await actions.conclude_appeal(appeal.id, outcome(AppealOutcome.QUASHED), [OUTCOME], by=arbiter, now=NOW)
    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE
    another = await a_reviewer(office.organisation)
    await actions.conclude_appeal(appeal.id, outcome(AppealOutcome.QUASHED), [OUTCOME], by=another, now=NOW)
    assert (await Entry.get(id=entry.id)).state is State.REVOKED


async def test_a_changed_decision_is_not_shown_until_revised_whichever_appeal_ends_last(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    entry = await an_effective_entry(office, student)
    first = await actions.open_appeal(entry.id, review(AppealKind.RECONSIDERATION), [RECEIPT], by=own, now=NOW)
    second = await actions.open_appeal(entry.id, review(AppealKind.SUIT), [RECEIPT], by=own, now=NOW)
    await actions.conclude_appeal(first.id, outcome(AppealOutcome.CHANGED), [OUTCOME], by=arbiter, now=NOW)
    await actions.conclude_appeal(second.id, outcome(AppealOutcome.WITHDRAWN), [OUTCOME], by=arbiter, now=NOW)

    assert (await Entry.get(id=entry.id)).suspended


async def test_the_revision_is_no_longer_asked_for_once_the_entry_has_ended(
    office: Office, student: Person, own: Actor, arbiter: Actor
):
    """Before it took effect, ending it is the only way: it is recorded anew as the changed decision reads."""
    entry = await a_notified_entry(office, student)
    await serve(office, entry, NOTICE_SERVED)
    kept = await concluded(entry, AppealOutcome.CHANGED, own, arbiter)
    assert (kept.state, kept.suspended) == (State.NOTIFIED, True)
    await settling.revoke(entry.id, Reason(text="决定已变更，重新记录。"), Ending.REVOKED, by=office.reviewer, now=NOW)

    assert not await Task.exists(kind=TaskKind.REVISE, about=entry.id, state=TaskState.OPEN)
