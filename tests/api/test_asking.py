"""From a person's consent to a signed paper that anybody can verify, over the interface alone."""

from integrity_archive.actors import SYSTEM
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.settling import revoke
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event

from ..building import NOW
from ..inquiries.conftest import Asking, asking
from .conftest import Machine, Opens

__all__ = ["asking"]


async def test_consent_question_report_and_its_verification(asking: Asking, opens: Opens, nobody: Machine) -> None:
    own, committee = await opens(asking.student), await opens(asking.secretary)
    consent = await own.post("/consents", {"organisation": str(asking.committee.id), "purpose": "SCHOLARSHIP"})
    assert (consent.status_code, consent.json()["state"]) == (201, "given")
    answer = await committee.post("/inquiries", asking.question.model_dump(mode="json"))
    assert [entry["entry"] for entry in answer.json()["entries"]] == [str(asking.entry.id)]
    assert asking.adult.number not in answer.text
    again = await committee.get(f"/inquiries/{answer.json()['inquiry']}")
    assert again.json()["entries"] == answer.json()["entries"]
    report = (await committee.post("/reports", {"inquiry": answer.json()["inquiry"]})).json()
    paper = await committee.get(f"/reports/{report['id']}/pdf")
    assert (paper.headers["content-type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    verified = (await nobody.get(f"/verify/{report['code']}")).json()
    assert (verified["number"], verified["standing"]) == (report["number"], "valid")
    assert asking.adult.name not in str(verified)


async def test_a_withdrawn_consent_opens_nothing(asking: Asking, opens: Opens) -> None:
    own, committee = await opens(asking.student), await opens(asking.secretary)
    consent = await asking.consent()
    withdrawn = await own.post(f"/consents/{consent.id}/withdraw")
    assert (withdrawn.status_code, withdrawn.json()["state"]) == (200, "withdrawn")
    refused = await committee.post("/inquiries", asking.question.model_dump(mode="json"))
    assert (refused.status_code, refused.json()["code"]) == (403, "inquiry-refused")
    assert [row["state"] for row in (await own.get("/consents")).json()] == ["withdrawn"]


async def test_an_unknown_number_a_wrong_name_and_no_consent_look_alike(asking: Asking, opens: Opens) -> None:
    committee = await opens(asking.secretary)
    question = asking.question.model_dump(mode="json")
    answers = [
        await committee.post("/inquiries", question | changed)
        for changed in ({}, {"name": "别的姓名"}, {"number": "149901199001011239"}, {"number": "1"})
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(403, answers[0].text)}


async def test_the_register_comes_in_pages_newest_first(asking: Asking, opens: Opens) -> None:
    committee = await opens(asking.secretary)
    for _ in range(3):
        await committee.post("/inquiries", asking.question.model_dump(mode="json"))
    whole = (await committee.get("/inquiries")).json()
    first = (await committee.get("/inquiries?limit=2")).json()
    rest = (await committee.get(f"/inquiries?limit=2&after={first[-1]['id']}")).json()
    assert (len(whole), first + rest) == (3, whole)
    assert whole == sorted(whole, key=lambda row: row["at"], reverse=True)


async def test_a_repeated_question_is_answered_as_of_today_and_registered(asking: Asking, opens: Opens) -> None:
    """What was given under an Idempotency-Key is not kept: of an entry that has ended nothing is told once more."""
    committee, question = await opens(asking.secretary), asking.question.model_dump(mode="json")
    await asking.consent()
    first = await committee.post("/inquiries", question, key="k")
    assert [entry["entry"] for entry in first.json()["entries"]] == [str(asking.entry.id)]
    same = await committee.post("/inquiries", question, key="k")
    assert (same.json(), same.headers["idempotent-replayed"]) == (first.json(), "true")
    await revoke(asking.entry.id, Reason(text="原决定已被撤销。"), Ending.WRONG_SUBJECT, by=SYSTEM, now=NOW)
    again = await committee.post("/inquiries", question, key="k")
    assert (again.status_code, again.headers["idempotent-replayed"]) == (201, "true")
    assert again.json() == first.json() | {"entries": [], "no_adverse": "INSUFFICIENT"}
    assert await Event.filter(kind=Kind.INQUIRY_READ, about=first.json()["inquiry"]).count() == 2


async def test_an_answer_is_opened_no_more_once_its_consent_is_withdrawn(asking: Asking, opens: Opens) -> None:
    """Golden case 15, for the answer that was given before: not over its address and not under its key."""
    own, committee = await opens(asking.student), await opens(asking.secretary)
    consent, question = await asking.consent(), asking.question.model_dump(mode="json")
    first = await committee.post("/inquiries", question, key="k")
    await own.post(f"/consents/{consent.id}/withdraw")
    inquiry = first.json()["inquiry"]
    for again in (await committee.post("/inquiries", question, key="k"), await committee.get(f"/inquiries/{inquiry}")):
        assert (again.status_code, again.json()["code"]) == (409, "consent-withdrawn")
    assert await Event.filter(kind=Kind.INQUIRY_READ, about=inquiry).count() == 2
