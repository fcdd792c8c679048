"""The golden cases that are about asking."""

import pytest

from integrity_archive.entries.models import Entry
from integrity_archive.exchange.payload import images
from integrity_archive.inquiries import actions, queries
from integrity_archive.inquiries.actions import InquiryRefused, ask
from integrity_archive.inquiries.kinds import Purpose, Result

from ..building import NOW, a_draft, an_effective_entry
from .conftest import Asking


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
