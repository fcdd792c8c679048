"""From a person's consent to a signed paper that anybody can verify, over the interface alone."""

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
