"""The golden cases that are about asking."""

from datetime import date

import pytest

from integrity_archive.entries import changes
from integrity_archive.entries import queries as entries
from integrity_archive.entries.changes import Change
from integrity_archive.entries.models import Entry
from integrity_archive.exchange.payload import images
from integrity_archive.inquiries import actions, queries
from integrity_archive.inquiries.actions import InquiryRefused, ask
from integrity_archive.inquiries.kinds import Purpose, Result
from integrity_archive.journal.kinds import Kind

from ..building import NOW, PDF, a_draft, an_effective_entry
from .conftest import Asking


async def test_golden_14(asking: Asking) -> None:
    """A school lifts its discipline: who asks for a scholarship is shown nothing of it, the person his history."""
    person, office = await asking.entry.person, asking.office
    demerit = await an_effective_entry(
        office, person, "SN-EXS-02", sanction_kind="DEMERIT", sanction_text="记过处分，期限六个月",
        sanction_from=date(2026, 7, 1), sanction_to=date(2026, 12, 31),
    )  # fmt: skip
    await asking.consent(uses=2)
    before = await ask(asking.question, by=asking.secretary, now=NOW)
    assert {told.entry for told in before.entries} == {asking.entry.id, demerit.id}

    lifting = Change.model_validate({"kind": "lifting", "reason": "学校提前解除。", "lifted_on": date(2026, 11, 20)})
    change = await changes.propose(demerit.id, lifting, "解除决定书.pdf", PDF, by=office.clerk, now=NOW)
    await changes.approve(change.id, by=office.reviewer, now=NOW)

    after = await ask(asking.question, by=asking.secretary, now=NOW)
    assert {told.entry for told in after.entries} == {asking.entry.id}
    own = await entries.view(demerit.id, by=asking.student, now=NOW)
    assert own.entry.lifted_on == date(2026, 11, 20)
    assert [act.kind for act in own.history if act.kind in (Kind.ENTRY_TOOK_EFFECT, Kind.ENTRY_LIFTED)] == [
        Kind.ENTRY_TOOK_EFFECT, Kind.ENTRY_LIFTED,
    ]  # fmt: skip


async def test_golden_15(asking: Asking) -> None:
    """A committee asks after the person took the consent back: refused with the reason, and registered."""
    consent = await asking.consent(uses=3)
    await ask(asking.question, by=asking.secretary, now=NOW)
    await actions.withdraw_consent(consent.id, by=asking.student, now=NOW)
    with pytest.raises(InquiryRefused) as refusal:
        await ask(asking.question, by=asking.secretary, now=NOW)
    assert refusal.value.facts["result"] is Result.AUTH_WITHDRAWN
    lines = await queries.register(asking.secretary)
    assert [line.result for line in lines] == [Result.AUTH_WITHDRAWN, Result.ANSWERED]
    assert asking.student.person
    assert [look.result for look in await queries.who_looked(asking.student.person)] == [line.result for line in lines]


async def test_golden_21(asking: Asking) -> None:
    """A volunteer's record without consent to disclose it is kept, and neither told nor pushed."""
    person = await asking.entry.person
    merit = await a_draft(asking.office, person, "SP-VOL-03", consented_on=None)
    assert (await Entry.get(id=merit.id)).consented_on is None, "it is kept"
    agreed = await an_effective_entry(asking.office, person, "SP-VOL-03")
    await asking.consent(purpose=Purpose.SCHOLARSHIP)
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    assert {told.entry for told in answer.entries} == {asking.entry.id, agreed.id}
    assert set(await images([merit.id, agreed.id], today=NOW.date())) == {agreed.id}
