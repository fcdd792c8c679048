"""A report is made once of an answer, is signed, and says on its public page what it is worth today."""

import asyncio
from datetime import timedelta

import pytest

from integrity_archive.actors import SYSTEM, Role
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.models import Entry
from integrity_archive.entries.settling import revoke
from integrity_archive.errors import NotFound
from integrity_archive.inquiries.actions import ask, withdraw_consent
from integrity_archive.inquiries.queries import ConsentWithdrawn
from integrity_archive.paper.signature import verify as verify_signature
from integrity_archive.people.actions import CorrectIdentity, correct
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.reports import actions, queries
from integrity_archive.reports.codes import ALPHABET, new_code, normal_code
from integrity_archive.reports.content import Issue, report
from integrity_archive.reports.models import Report
from integrity_archive.reports.queries import Standing
from integrity_archive.settings import settings

from ..building import NOW, an_officer
from ..inquiries.conftest import Asking, asking

__all__ = ["asking"]


async def test_a_report_is_signed_and_verifies_by_its_code(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    again = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    assert issued.id == again.id

    pdf = await queries.pdf(issued.id, by=asking.secretary, now=NOW)
    root = (settings().home / "keys" / "paper" / "root.pem").read_bytes()
    signed = await asyncio.to_thread(verify_signature, pdf, root, now=NOW)
    assert signed.intact and signed.trusted
    broken = await asyncio.to_thread(verify_signature, pdf[:2000] + b"X" + pdf[2001:], root, now=NOW)
    assert not broken.intact

    found = await queries.verify(read_off(issued.code), now=NOW)
    assert found and found.standing is Standing.VALID and found.organisation == asking.committee.name
    assert found.name == mask_name(asking.adult.name, Level.PUBLIC) != asking.adult.name


def read_off(code: str) -> str:
    """As somebody types what stands on the paper."""
    return f" {code[:4]}-{code[4:8]} {code[8:12]}-{code[12:]} ".lower()


async def test_two_officers_at_once_get_the_same_report(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    first, second = await asyncio.gather(
        actions.issue(answer.inquiry, by=asking.secretary, now=NOW),
        actions.issue(answer.inquiry, by=asking.secretary, now=NOW),
    )
    assert first.id == second.id and await Report.all().count() == 1


async def test_no_report_is_made_of_an_entry_whose_display_has_ended(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    await Entry.filter(id=asking.entry.id).update(display_until=NOW.date())
    with pytest.raises(actions.AnswerOutdated):
        await actions.issue(answer.inquiry, by=asking.secretary, now=NOW + timedelta(days=1))
    assert await Report.all().count() == 0


async def test_the_public_page_says_when_a_report_is_old_or_no_longer_true(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    later = await queries.verify(issued.code, now=NOW + timedelta(days=40))
    assert later and later.standing is Standing.EXPIRED
    await Entry.filter(id=asking.entry.id).update(display_until=NOW.date() - timedelta(days=1))
    changed = await queries.verify(issued.code, now=NOW)
    assert changed and changed.standing is Standing.OUTDATED
    assert await queries.verify(new_code(), now=NOW) is None


async def test_a_report_on_particulars_that_were_mended_since_is_outdated(asking: Asking) -> None:
    await asking.consent(uses=2)
    printed, unprinted = [await ask(asking.question, by=asking.secretary, now=NOW) for _ in range(2)]
    issued = await actions.issue(printed.inquiry, by=asking.secretary, now=NOW)
    mended = CorrectIdentity(name="桑正名", reason="已核对证件原件")
    await correct(printed.person, mended, by=asking.office.clerk, now=NOW)
    found = await queries.verify(issued.code, now=NOW)
    assert found and found.standing is Standing.OUTDATED
    with pytest.raises(actions.AnswerOutdated):
        await actions.issue(unprinted.inquiry, by=asking.secretary, now=NOW)


async def test_only_the_committee_that_asked_gets_the_paper(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    stranger = await an_officer(asking.office.organisation, Role.COMMITTEE)
    for attempt in (queries.pdf(issued.id, by=stranger, now=NOW), actions.issue(answer.inquiry, by=stranger, now=NOW)):
        with pytest.raises(NotFound):
            await attempt


async def test_the_paper_says_what_the_answer_said_and_what_it_is_not(asking: Asking) -> None:
    consent = await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issue = Issue("R-2026-000001", new_code(), NOW, NOW.date(), asking.committee.name, "秘书", "https://x.example/")
    said = " ".join(report(answer, issue).texts())
    assert answer.number in said and asking.adult.number not in said
    assert "由他人冒名代替参加考试" in said and "不作评分" in said and "由人作出" in said
    await withdraw_consent(consent.id, by=asking.student, now=NOW)


def test_codes_are_read_off_paper_without_mistakes() -> None:
    code = new_code()
    assert len(code) == 16 and set(code) <= set(ALPHABET) and not set("01IO") & set(ALPHABET)
    assert normal_code(read_off(code)) == code


async def test_a_paper_is_handed_out_as_long_as_it_is_true(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    issued = await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
    await revoke(asking.entry.id, Reason(text="决定已被撤销。"), Ending.REVOKED, by=SYSTEM, now=NOW)
    with pytest.raises(queries.NoLongerHandedOut):
        await queries.pdf(issued.id, by=asking.secretary, now=NOW)


async def test_no_paper_is_made_of_an_answer_whose_consent_was_withdrawn(asking: Asking) -> None:
    consent = await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    await withdraw_consent(consent.id, by=asking.student, now=NOW)
    with pytest.raises(ConsentWithdrawn):
        await actions.issue(answer.inquiry, by=asking.secretary, now=NOW)
