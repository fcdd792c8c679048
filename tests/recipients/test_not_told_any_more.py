"""Of an entry that may be told no more its recipients still hear what became of it, and not whom it is about."""

from datetime import datetime, time, timedelta

import pytest

from integrity_archive.clock import SHANGHAI
from integrity_archive.entries import expiry, settling
from integrity_archive.entries.actions import Reason
from integrity_archive.inquiries.actions import ask
from integrity_archive.letters.models import Letter
from integrity_archive.people import queries as people
from integrity_archive.recipients import planner, queries
from integrity_archive.recipients.kinds import Cause
from integrity_archive.recipients.models import Duty
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.actions import Answering, Appealing, Concluding, Handed, Objecting, Remedy
from integrity_archive.remedies.kinds import (
    AppealKind,
    AppealOutcome,
    DocumentKind,
    Ground,
    ObjectionOutcome,
    Redress,
)
from integrity_archive.tasks.models import Task, TaskKind

from ..building import NOW, PDF, a_reviewer
from ..inquiries.conftest import Asking
from ..letters.office import rounds_of_all, words

LATER = NOW + timedelta(days=1)
FILED = Handed(DocumentKind.APPEAL_FILED, "受理通知书.pdf", PDF)
DECIDED = Handed(DocumentKind.APPEAL_OUTCOME, "复核决定书.pdf", PDF)


def after(graph: Asking) -> datetime:
    """The day after the last of its display."""
    assert graph.entry.display_until
    return datetime.combine(graph.entry.display_until + timedelta(1), time(9), tzinfo=SHANGHAI)


async def concluded_after_the_end(graph: Asking, outcome: AppealOutcome, *, marked: bool) -> datetime:
    new = Appealing(kind=AppealKind.REVIEW, body="岚泓省教育考试复核机构", filed_on=NOW.date())
    appeal = await remedies.open_appeal(graph.entry.id, new, [FILED], by=graph.student, now=LATER)
    then = after(graph)
    if marked:
        await expiry.expire_due(now=then, limit=10)
        await planner.plan(now=then)
    then += timedelta(hours=1)
    said = Concluding(outcome=outcome, concluded_on=then.date(), text="复核机构已作出决定。")
    await remedies.conclude_appeal(appeal.id, said, [DECIDED], by=await a_reviewer(graph.office.organisation), now=then)
    await planner.plan(now=then)
    return then


@pytest.mark.parametrize("outcome", [AppealOutcome.QUASHED, AppealOutcome.CHANGED])
@pytest.mark.parametrize("marked", [True, False])
async def test_a_decision_overturned_after_the_end_reaches_all_who_decided_with_it(
    graph: Asking, outcome: AppealOutcome, marked: bool
) -> None:
    """The letter about the end had told them that their decisions stand: now they look at them again."""
    await ask(graph.question, by=graph.secretary, now=NOW)
    then = await concluded_after_the_end(graph, outcome, marked=marked)

    duty = await Duty.get(cause=Cause.OVERTURNED)
    assert duty.recipient == graph.committee.id
    assert await Task.exists(kind=TaskKind.RECONSIDER, about=duty.id)
    await rounds_of_all(now=then)
    letter = await words(await Letter.get(about=duty.id))
    assert "撤销或者变更" in letter and "请重新审查" in letter


async def test_a_decision_upheld_after_the_end_is_told_to_nobody(graph: Asking) -> None:
    await ask(graph.question, by=graph.secretary, now=NOW)
    await concluded_after_the_end(graph, AppealOutcome.UPHELD, marked=True)

    assert [duty.cause for duty in await Duty.all()] == [Cause.EXPIRED]


async def test_a_quash_is_told_once(graph: Asking) -> None:
    await ask(graph.question, by=graph.secretary, now=NOW)
    new = Appealing(kind=AppealKind.REVIEW, body="岚泓省教育考试复核机构", filed_on=NOW.date())
    appeal = await remedies.open_appeal(graph.entry.id, new, [FILED], by=graph.student, now=NOW)
    said = Concluding(outcome=AppealOutcome.QUASHED, concluded_on=LATER.date(), text="撤销原决定。")
    judge = await a_reviewer(graph.office.organisation)
    await remedies.conclude_appeal(appeal.id, said, [DECIDED], by=judge, now=LATER)
    await planner.plan(now=LATER)

    assert (await Duty.get()).cause is Cause.REVOKED


async def test_while_its_service_runs_anew_the_receiving_office_is_told_a_number(graph: Asking) -> None:
    await ask(graph.question, by=graph.secretary, now=NOW)
    mine = Objecting(ground=Ground.FACTS, text="告知书没有送达本人。")
    objection = await remedies.lodge_objection(graph.entry.id, mine, by=graph.student, now=LATER)
    anew = Answering(outcome=ObjectionOutcome.UPHELD, text="送达无效。", remedy=Remedy(kind=Redress.RESTART_NOTICE))
    await remedies.answer_objection(objection.id, anew, by=await a_reviewer(graph.office.organisation), now=LATER)
    await planner.plan(now=LATER)

    [shown] = await queries.changed(graph.secretary)
    assert shown.cause is Cause.RESTARTED and shown.number == graph.entry.number
    assert (shown.name, shown.record_type, shown.edition) == (None, None, None)


async def test_while_it_is_suspended_the_receiving_office_is_told_a_number(graph: Asking) -> None:
    await ask(graph.question, by=graph.secretary, now=NOW)
    better, why = {"summary": "由他人代替参加一科考试。"}, Reason(text="事实摘要有误。")
    await settling.correct(graph.entry.id, better, why, by=graph.office.reviewer, now=LATER)
    await settling.suspend(graph.entry.id, Reason(text="已申请复核。"), by=graph.office.reviewer, now=LATER)
    await planner.plan(now=LATER)

    [shown] = await queries.changed(graph.secretary)
    assert (shown.cause, shown.name, shown.record_type) == (Cause.CORRECTED, None, None)


async def test_the_letter_about_the_end_names_nobody(graph: Asking) -> None:
    await ask(graph.question, by=graph.secretary, now=NOW)
    then = after(graph)
    await expiry.expire_due(now=then, limit=10)
    await rounds_of_all(now=then)

    letter = await words(await Letter.get(about=(await Duty.get()).id))
    name = (await people.names([graph.entry.person_id]))[graph.entry.person_id]
    assert graph.entry.number in letter and NOW.date().isoformat() in letter
    assert name not in letter
