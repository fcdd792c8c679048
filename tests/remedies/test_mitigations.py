"""Late performance, a request for extension, an explanation: attached to the entry and visible with it."""

from datetime import date, timedelta

import pytest

from integrity_archive.actors import Actor
from integrity_archive.entries.actions import Reason, take_effect
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.draft_faults import InFuture
from integrity_archive.entries.models import Entry, Version
from integrity_archive.errors import Forbidden
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.actions import Easing, Handed
from integrity_archive.remedies.kinds import DocumentKind, MitigationKind
from integrity_archive.remedies.mitigations import NothingToEnd, PerformedBeforeDecided

from ..building import NOW, PDF, Office, a_notified_entry, an_effective_entry, serve

TODAY = NOW.date()
PAID = Handed(DocumentKind.SUPPORT, "还款证明.pdf", PDF)
SEEN = Reason(text="已核对还款证明。")


def easing(kind: MitigationKind, on: date = TODAY) -> Easing:
    return Easing(kind=kind, text="已于近日还清全部本息。", happened_on=on)


async def an_unpaid_loan(office: Office, student: Person) -> Entry:
    """The default goes on: it has no last day."""
    decided, served = date(2026, 9, 1), date(2026, 9, 2)
    entry = await a_notified_entry(
        office, student, "SN-LOA-01", decided_on=decided, served_on=served, conduct_ended_on=None, consented_on=served
    )
    await serve(office, entry, served)
    return await take_effect(entry.id, by=office.reviewer, now=NOW)


@pytest.mark.parametrize("kind", MitigationKind)
async def test_what_eases_an_entry_is_seen_by_whoever_opens_it(
    office: Office, student: Person, own: Actor, kind: MitigationKind
):
    entry = await an_effective_entry(office, student)
    await actions.add_mitigation(entry.id, easing(kind), [PAID], by=own, now=NOW)

    for by in (own, office.clerk, office.reviewer):
        [seen] = (await queries.of_entry(entry.id, by=by)).mitigations
        assert (seen.kind, seen.text, len(seen.documents)) == (kind, "已于近日还清全部本息。", 1)


async def test_an_explanation_travels_with_the_entry(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    await actions.add_mitigation(entry.id, easing(MitigationKind.SELF_EXPLANATION), by=own, now=NOW)

    [shown] = await disclosable(student.id, ["EXF"], on=TODAY)
    assert shown.statement == "已于近日还清全部本息。"


async def test_nothing_is_added_that_has_not_happened(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)

    with pytest.raises(InFuture):
        tomorrow = easing(MitigationKind.LATE_PERFORMANCE, TODAY + timedelta(1))
        await actions.add_mitigation(entry.id, tomorrow, by=own, now=NOW)


async def test_repayment_that_a_reviewer_confirmed_ends_the_conduct(office: Office, student: Person, own: Actor):
    entry = await an_unpaid_loan(office, student)
    paid = await actions.add_mitigation(entry.id, easing(MitigationKind.LATE_PERFORMANCE), [PAID], by=own, now=NOW)
    assert (await Entry.get(id=entry.id)).conduct_ended_on is None
    with pytest.raises(Forbidden):
        await actions.confirm_performance(paid.id, SEEN, by=office.clerk, now=NOW)
    await actions.confirm_performance(paid.id, SEEN, by=office.reviewer, now=NOW)

    kept = await Entry.get(id=entry.id)
    assert kept.conduct_ended_on == TODAY
    assert kept.display_until == entry.display_until  # nobody is shown longer because he performed
    assert await Version.filter(entry_id=entry.id).count() == 1


async def test_conduct_that_is_over_does_not_end_again(office: Office, student: Person, own: Actor):
    entry = await an_effective_entry(office, student)
    late = await actions.add_mitigation(entry.id, easing(MitigationKind.LATE_PERFORMANCE), by=own, now=NOW)

    with pytest.raises(NothingToEnd):
        await actions.confirm_performance(late.id, SEEN, by=office.reviewer, now=NOW)


async def test_nothing_is_performed_late_before_it_was_decided(office: Office, student: Person, own: Actor):
    """Otherwise a day long past would end the display before the decision is final."""
    entry = await an_unpaid_loan(office, student)

    with pytest.raises(PerformedBeforeDecided):
        before = easing(MitigationKind.LATE_PERFORMANCE, entry.decided_on - timedelta(1))
        await actions.add_mitigation(entry.id, before, [PAID], by=own, now=NOW)
