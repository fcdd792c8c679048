"""What a person sees of himself, whom he lets ask, and what comes of the asking."""

from uuid import UUID

import pytest

from integrity_archive.inquiries.models import Consent
from integrity_archive.reports.models import Report

from .archive import SOMEBODY, Office
from .browser import Browser
from .conftest import Officer

QUESTION = {"kind": "111", "number": SOMEBODY.number, "name": SOMEBODY.name, "purpose": "SCHOLARSHIP"}


@pytest.fixture
async def consent(subject: Officer, committee: UUID) -> UUID:
    """The student lets the committee ask for a scholarship, once."""
    await subject.browser.send("own:give_consent", {"organisation": str(committee), "purpose": "SCHOLARSHIP"})
    return (await Consent.get()).id


async def test_a_person_sees_the_own_entries_but_none_that_is_still_a_draft(
    subject: Officer, office: Office, person: UUID
) -> None:
    draft, told = await office.drafted(person), await office.served(person)

    page = (await subject.browser.see("own:show")).text

    assert str(told) in page and str(draft) not in page
    assert (await subject.browser.see("own:entry", entry_id=draft)).status_code == 404


async def test_a_person_answers_the_notice(subject: Officer, office: Office, person: UUID) -> None:
    entry = await office.served(person)

    empty = await subject.browser.send("own:state", {"state.text": ""}, entry_id=entry)
    long = await subject.browser.send("own:state", {"state.text": "我不同意。" * 2000}, entry_id=entry)
    await subject.browser.send("own:state", {"state.text": "论文已重新撰写。"}, entry_id=entry)

    assert empty.status_code == 422 and 'id="f-state-text-fault"' in empty.text
    assert long.status_code == 422 and "我不同意。" * 2000 in long.text, "what was typed is kept however long it is"
    assert "论文已重新撰写。" in (await subject.browser.see("own:entry", entry_id=entry)).text


async def test_consent_is_given_seen_and_taken_back(subject: Officer, consent: UUID) -> None:
    given = (await subject.browser.see("own:show")).text
    await subject.browser.send("own:withdraw_consent", consent_id=consent)
    after = (await subject.browser.see("own:show")).text

    assert "励志奖学金评审委员会" in given and f"/own/consents/{consent}/withdraw" in given
    assert f"/own/consents/{consent}/withdraw" not in after


async def test_a_consent_without_a_purpose_is_not_given(subject: Officer, committee: UUID) -> None:
    answer = await subject.browser.send("own:give_consent", {"organisation": str(committee), "uses": "many"})

    assert answer.status_code == 422
    assert 'id="f-purpose-fault"' in answer.text and 'id="f-uses-fault"' in answer.text
    assert f'value="{committee}" selected' in answer.text


async def test_a_committee_asks_and_gets_its_paper_which_anybody_may_verify(
    subject: Officer, secretary: Officer, office: Office, person: UUID, consent: UUID, anybody: Browser
) -> None:
    await office.effective(person)

    asked = await secretary.browser.send("inquiries:ask", QUESTION)
    answer = await secretary.browser.client.get(asked.headers["location"])
    issued = await secretary.browser.client.post(
        f"{asked.headers['location']}/report", data={"_token": await secretary.browser.token()}
    )
    paper = await secretary.browser.client.get(f"{asked.headers['location']}/report.pdf")
    report = await Report.get()
    public = await anybody.see("verify:show", code=report.code)

    assert asked.status_code == 303 and SOMEBODY.number not in asked.headers["location"]
    assert "学术不端" in answer.text and SOMEBODY.name in answer.text and SOMEBODY.number not in answer.text
    assert issued.status_code == 303 and paper.content.startswith(b"%PDF-")
    assert public.status_code == 200 and "报告真实" in public.text and SOMEBODY.name not in public.text


async def test_a_question_without_consent_is_refused_registered_and_seen_by_the_person(
    subject: Officer, secretary: Officer, person: UUID
) -> None:
    answer = await secretary.browser.send("inquiries:ask", QUESTION)

    assert answer.status_code == 403 and "没有本人的有效授权" in answer.text
    assert f'value="{SOMEBODY.name}"' in answer.text
    assert "没有本人的有效授权" in (await secretary.browser.see("inquiries:register")).text
    assert "没有本人的有效授权" in (await subject.browser.see("own:show")).text


async def test_a_number_of_nobody_looks_like_no_consent(secretary: Officer, person: UUID) -> None:
    known = await secretary.browser.send("inquiries:ask", QUESTION | {"name": "滕朔"})
    nobody = await secretary.browser.send("inquiries:ask", QUESTION | {"name": "滕朔", "number": "149901200001010009"})

    assert known.status_code == nobody.status_code == 403
    assert known.text.replace(SOMEBODY.number, "") == nobody.text.replace("149901200001010009", "")


async def test_an_unknown_code_verifies_nothing(anybody: Browser) -> None:
    led = await anybody.see("verify:form", query={"code": "abcd efgh jkmn pqrs"})
    answer = await anybody.client.get(led.headers["location"])

    assert led.headers["location"] == "/verify/ABCDEFGHJKMNPQRS"
    assert answer.status_code == 422 and "没有这个核验码对应的报告" in answer.text


async def test_a_subject_account_without_a_person_has_no_archive(opens: object, anybody: Browser) -> None:
    from integrity_archive.actors import Role

    lonely = await opens(Role.SUBJECT, None, "lonely")  # type: ignore[operator]

    assert (await lonely.browser.see("own:show")).status_code == 404
