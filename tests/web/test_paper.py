"""Whatever a person may do can be done on paper at the office, by himself or by a representative, for a receipt."""

from datetime import timedelta
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.actors import Role
from integrity_archive.entries.models import Statement
from integrity_archive.inquiries.models import Consent
from integrity_archive.people.models import Representation
from integrity_archive.remedies.models import Appeal, Complaint, Mitigation, Objection

from .archive import PDF, SOMEBODY, Office
from .conftest import Officer, Opens

FILE = ("材料.pdf", PDF, "application/pdf")
TODAY = clock.today(clock.now())
EVERY = ("see", "state", "object", "appeal", "repair", "consent", "file")


@pytest.fixture
async def entry(office: Office, person: UUID) -> UUID:
    return await office.effective(person)


async def a_representative(clerk: Officer, person: UUID, *scope: str) -> UUID:
    form = {
        "name": "岳承安", "number": "149901198001010017", "scope": list(scope),
        "valid_from": (TODAY - timedelta(30)).isoformat(), "valid_until": (TODAY + timedelta(30)).isoformat(),
    }  # fmt: skip
    sent = await clerk.browser.send("people:record_representative", form, files={"file": FILE}, person_id=person)
    assert sent.status_code == 303, sent.text
    return (await Representation.get()).id


async def test_a_clerk_records_a_representative_and_ends_him(clerk: Officer, reviewer: Officer, person: UUID) -> None:
    empty = await clerk.browser.send("people:record_representative", {}, person_id=person)
    power = await a_representative(clerk, person, "object", "see")
    shown = await reviewer.browser.see("people:representatives", person_id=person)
    await clerk.browser.send("people:end_representative", {}, person_id=person, power_id=power)
    ended = await clerk.browser.see("people:representatives", person_id=person)

    assert empty.status_code == 422 and 'id="f-scope"' in empty.text
    assert "岳承安" in shown.text and "提出异议" in shown.text and "登记代理人" not in shown.text
    assert "149901198001010017" not in shown.text
    assert "已终止" in ended.text


async def test_an_objection_on_paper_by_a_representative_gets_a_receipt_with_its_clocks(
    clerk: Officer, person: UUID, entry: UUID
) -> None:
    power = await a_representative(clerk, person, "object")
    form = await clerk.browser.see("entries:file_objection_form", entry_id=entry)
    came = (TODAY - timedelta(3)).isoformat()
    filed = {"ground": "facts", "text": "论文第三章已注明出处。", "received_on": came, "representation": str(power)}
    sent = await clerk.browser.send("entries:file_objection", filed, files={"filing": FILE}, entry_id=entry)
    objection = await Objection.get()
    receipt = await clerk.browser.client.get(sent.headers["location"])
    paper = await clerk.browser.see("receipts:pdf", about_id=objection.id)

    assert "岳承安" in form.text and "<script" not in form.text
    assert objection.limit_on == TODAY - timedelta(3) + timedelta(20)
    for words in (objection.number, "岳承安", came, objection.limit_on.isoformat(), SOMEBODY.name):
        assert words in receipt.text, words
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF-")


async def test_a_paper_beyond_the_power_comes_back_with_the_reason(clerk: Officer, person: UUID, entry: UUID) -> None:
    power = await a_representative(clerk, person, "see")
    filed = {"ground": "facts", "text": "论文第三章已注明出处。", "representation": str(power)}
    sent = await clerk.browser.send("entries:file_objection", filed, entry_id=entry)
    assert sent.status_code == 422 and "该代理权限不包括此事项" in sent.text
    assert await Objection.all().count() == 0


async def test_every_other_paper_gets_its_receipt_too(
    clerk: Officer, reviewer: Officer, opens: Opens, university: UUID, office: Office, person: UUID, committee: UUID
) -> None:
    await opens(Role.REVIEWER, university, "arbiter")  # a desk that the complaint does not concern
    entry, power = await office.served(person), await a_representative(clerk, person, *EVERY)
    by_him, browser = {"representation": str(power)}, clerk.browser
    said = {"state.text": "本人已向学院说明。", "state.representation": str(power)}
    of_person, of_entry = {"person_id": person}, {"entry_id": entry}
    appeal = {"kind": "school_appeal", "body": "学生申诉处理委员会", "filed_on": TODAY.isoformat()}
    explained = {"kind": "self_explanation", "text": "家中有急事。", "happened_on": TODAY.isoformat()}
    consent = {"organisation": str(committee), "purpose": "SCHOLARSHIP"}
    address = {"post": "岚泓市文源路1号", "confirmed_on": TODAY.isoformat()}
    complaint = {"about": f"{university}/{reviewer.actor.account}", "text": "催了三次才给回执。"}
    sent = [
        await browser.send("entries:state", said, **of_entry),
        await browser.send("entries:file_appeal", appeal | by_him, files={"appeal_filed": FILE}, **of_entry),
        await browser.send("entries:file_mitigation", explained | by_him, files={"filing": FILE}, **of_entry),
        await browser.send("people:consent", consent | by_him, files={"file": FILE}, **of_person),
        await browser.send("letters:confirm", address | by_him, files={"file": FILE}, **of_person),
        await browser.send("people:complain", complaint | by_him, **of_person),
    ]
    assert [one.status_code for one in sent] == [303] * 6, [one.text for one in sent if one.status_code != 303]
    receipts = [await browser.client.get(one.headers["location"]) for one in sent]
    assert all("收件回执" in one.text and "岳承安" in one.text for one in receipts)
    counts = [await model.all().count() for model in (Statement, Appeal, Mitigation, Consent, Complaint)]
    assert counts == [2, 1, 1, 1, 1]  # an explanation is a statement, too


async def test_a_statement_counts_from_the_day_the_paper_came(clerk: Officer, office: Office, person: UUID) -> None:
    entry, came = await office.served(person, on=TODAY - timedelta(4)), TODAY - timedelta(2)
    said = {"state.text": "本人已向学院说明。", "state.received_on": came.isoformat()}
    await clerk.browser.send("entries:state", said, entry_id=entry)
    assert (await Statement.get()).received_on == came


async def test_a_receipt_is_for_the_office_that_took_the_paper(
    clerk: Officer, secretary: Officer, subject: Officer, entry: UUID
) -> None:
    await subject.browser.send(
        "own:file_objection", {"ground": "facts", "text": "论文第三章已注明出处。"}, entry_id=entry
    )
    objection = await Objection.get()  # filed by himself: there is no paper
    assert (await clerk.browser.see("receipts:show", about_id=objection.id)).status_code == 404
    assert (await secretary.browser.see("receipts:show", about_id=objection.id)).status_code == 403
