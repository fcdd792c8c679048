"""How the interface speaks: problems, languages, repetitions, versions."""

import asyncio

from integrity_archive.entries.models import Entry
from integrity_archive.inquiries.models import Inquiry
from integrity_archive.settings import settings

from ..building import PDF, Office, a_person, an_adult, facts
from ..inquiries.conftest import Asking, asking
from .conftest import Machine, Opens

__all__ = ["asking"]


async def draft(office: Office, **changes: object) -> dict[str, object]:
    person = await a_person(office)
    return facts(person.id).model_dump(mode="json", exclude_none=True) | changes


async def test_faults_are_named_by_pointer_and_never_repeat_what_was_sent(clerk: Machine, office: Office) -> None:
    secret = an_adult().number
    answer = await clerk.post("/entries", await draft(office, decided_on=secret, authority_uscc=secret, person=secret))
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert {fault["pointer"] for fault in problem["errors"]} == {"/decided_on", "/authority_uscc", "/person"}
    assert (problem["type"], problem["code"]) == ("/problems/invalid", "invalid")
    assert secret not in answer.text


async def test_english_for_those_who_ask_for_it(clerk: Machine) -> None:
    chinese = (await clerk.post("/persons/find", {})).json()
    english = (await clerk.post("/persons/find", {}, headers={"Accept-Language": "en-GB,en"})).json()
    assert chinese["errors"][0]["detail"] == "此项必填。" and english["errors"][0]["detail"] == "This is required."


async def test_what_cannot_be_read_is_refused_as_a_problem(clerk: Machine) -> None:
    json = {"Content-Type": "application/json"}
    for body, headers, status in (
        (b"{", json, 400),
        (b'{"number": "\xff"}', json, 400),
        (b"[1]", json, 400),
        (b"[" * 100_000, json, 400),
        (b"number=1", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b"{}", {"Content-Type": "text/plain"}, 415),
    ):
        answer = await clerk.client.post("/persons/find", content=body, headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


async def test_unknown_addresses_methods_and_sizes_are_problems_too(clerk: Machine) -> None:
    assert (await clerk.get("/nothing")).json()["code"] == "not-found"
    assert (await clerk.client.delete("/entries")).json()["code"] == "method-not-allowed"
    big = b"x" * (settings().upload_limit + 200_000)
    answer = await clerk.client.post("/persons/find", content=big, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413 and answer.json()["code"] == "too-large"


async def test_answers_are_kept_in_no_cache(clerk: Machine, office: Office) -> None:
    assert (await clerk.get("/entries")).headers["cache-control"] == "no-store"
    assert (await clerk.post("/entries", await draft(office))).headers["cache-control"] == "no-store"


async def test_a_repetition_gets_the_first_answer_and_does_nothing(clerk: Machine, office: Office) -> None:
    body = await draft(office)
    first, again = await clerk.post("/entries", body, key="k"), await clerk.post("/entries", body, key="k")
    assert (first.status_code, again.status_code, first.json()) == (201, 201, again.json())
    assert (first.headers["idempotent-replayed"], again.headers["idempotent-replayed"]) == ("false", "true")
    other = await clerk.post("/entries", body | {"summary": "另一事实。"}, key="k")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    assert await Entry.all().count() == 1


async def test_two_at_once_under_one_key_make_one_entry(clerk: Machine, office: Office) -> None:
    body = await draft(office)
    answers = await asyncio.gather(*(clerk.post("/entries", body, key="k") for _ in range(4)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1
    assert await Entry.all().count() == 1


async def test_a_creating_request_needs_a_key(clerk: Machine, office: Office) -> None:
    for key in (b"", b"x" * 256, "clé".encode("latin-1")):
        headers = {"Idempotency-Key": key}
        answer = await clerk.client.post("/entries", json=await draft(office), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency-key-missing")


async def test_a_refused_inquiry_is_registered_once_however_often_it_is_repeated(asking: Asking, opens: Opens) -> None:
    committee = await opens(asking.secretary)
    question = {"number": asking.adult.number, "name": asking.adult.name, "purpose": "SCHOLARSHIP"}
    answers = [await committee.post("/inquiries", question, key="k") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert await Inquiry.all().count() == 1
    register = (await committee.get("/inquiries")).json()
    assert [row["result"] for row in register] == ["NO_AUTH"] and register[0]["name"] is None


async def test_an_edit_needs_the_version_that_was_looked_at(clerk: Machine, office: Office) -> None:
    body = await draft(office)
    made = await clerk.post("/entries", body)
    path, tag = f"/entries/{made.json()['id']}", made.headers["etag"]
    assert (await clerk.client.patch(path, json=body)).status_code == 428
    changed = await clerk.client.patch(path, json=body | {"document_no": "甲1号"}, headers={"If-Match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag
    stale = await clerk.client.patch(path, json=body, headers={"If-Match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "edited-meanwhile")


async def test_lists_come_in_pages(clerk: Machine, office: Office) -> None:
    for _ in range(3):
        await clerk.post("/entries", await draft(office))
    first = (await clerk.get("/entries?limit=2")).json()
    rest = (await clerk.get(f"/entries?limit=2&after={first[-1]['id']}")).json()
    assert (len(first), len(rest)) == (2, 1)
    assert len({row["id"] for row in first + rest}) == 3
    for wrong in ("limit=0", "limit=9999", "limit=x", "after=x"):
        assert (await clerk.get(f"/entries?{wrong}")).status_code == 422


async def test_the_road_of_an_entry_over_the_interface_alone(clerk: Machine, reviewer: Machine, office: Office) -> None:
    entry = (await clerk.post("/entries", await draft(office))).json()["id"]
    early = await clerk.post(f"/entries/{entry}/file")
    assert {fault["code"] for fault in early.json()["errors"]} == {"evidence-missing"}
    for kind in ("DECISION_DOCUMENT", "INVIGILATOR_RECORD", "DECISION_SERVICE"):
        added = await clerk.post(
            f"/entries/{entry}/evidence", data={"kind": kind}, files={"file": ("决定.pdf", PDF, "application/pdf")}
        )
        assert added.status_code == 200, added.text
    assert (await clerk.post(f"/entries/{entry}/file")).json()["state"] == "filed"
    assert (await reviewer.post(f"/entries/{entry}/notify")).json()["state"] == "notified"
    closed = await reviewer.post(f"/entries/{entry}/effect")
    assert (closed.status_code, closed.json()["code"]) == (409, "gate-closed")
    served = await clerk.post(
        f"/entries/{entry}/serve",
        data={"method": "in_person", "served_on": "2026-07-10"},
        files={"proof": ("回证.pdf", PDF, "application/pdf")},
    )
    assert served.status_code == 200, served.text
    assert (await reviewer.post(f"/entries/{entry}/effect")).json()["state"] == "effective"
    shown = (await clerk.get(f"/entries/{entry}")).json()
    assert len(shown["evidence"]) == 4 and shown["certificate"]["sha256"] and shown["missing"] == []
    paper = await clerk.get(f"/entries/{entry}/evidence/{shown['evidence'][0]['id']}")
    assert paper.content == PDF and paper.headers["content-disposition"].startswith("attachment")
