"""How the interface speaks: problems, languages, repetitions, versions."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest
from uuid_utils.compat import uuid7

from integrity_archive.api.routes import JSON_LIMIT
from integrity_archive.entries.models import Entry
from integrity_archive.inquiries.models import Inquiry

from ..building import PDF, Office, a_clerk, a_person, an_adult, facts
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
        ('{"number": "1"}'.encode("utf-16"), json, 400),
        (b'{"number": ' + b"1" * 5000 + b"}", json, 400),
        (b'{"number": "\\ud800"}', json, 400),
        (b"number=1", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b"{}", {"Content-Type": "text/plain"}, 415),
    ):
        answer = await clerk.client.post("/persons/find", content=body, headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


async def test_a_broken_form_is_refused_as_a_problem(clerk: Machine, office: Office) -> None:
    entry = (await clerk.post("/entries", await draft(office))).json()["id"]
    for form in ("multipart/form-data", "multipart/form-data; boundary=a"):
        headers = {"Content-Type": form, "Idempotency-Key": "k"}
        answer = await clerk.client.post(f"/entries/{entry}/evidence", content=b"no form", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, "unreadable-body")
    json = await clerk.post(f"/entries/{entry}/evidence", {"kind": "DECISION_DOCUMENT"})
    assert (json.status_code, json.json()["code"]) == (415, "wrong-media-type")
    nothing = await clerk.post(f"/entries/{entry}/evidence", data={"kind": "CONSENT"}, files={"other": ("a.pdf", PDF)})
    assert [fault["pointer"] for fault in nothing.json()["errors"]] == ["/file"]


async def test_what_is_not_there_is_a_problem_too(clerk: Machine) -> None:
    for path in ("/nothing", "/entries/149901200001011234", f"/entries/{uuid7()}", f"/verify/{'A' * 16}"):
        answer = await clerk.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        assert answer.json()["code"] == "not-found"


@pytest.mark.parametrize("code", ["149901200001011234", "A" * 5000, "%00", "ABCD-EFGH"])
async def test_no_report_has_a_code_of_another_form(nobody: Machine, code: str) -> None:
    assert (await nobody.get(f"/verify/{code}")).status_code == 404


async def test_an_address_names_the_methods_it_takes(clerk: Machine) -> None:
    for path, allowed in (("/entries", "GET, HEAD, POST"), (f"/entries/{uuid7()}", "GET, HEAD, PATCH")):
        answer = await clerk.client.delete(path)
        assert (answer.status_code, answer.json()["code"]) == (405, "method-not-allowed")
        assert answer.headers["allow"] == allowed
    document = await clerk.client.post("http://127.0.0.1/api/openapi.json")
    assert document.status_code == 405 and set(document.headers["allow"].split(", ")) == {"GET", "HEAD"}


async def test_a_body_that_is_too_large_is_refused_by_its_stated_length_or_while_it_comes(clerk: Machine) -> None:
    async def without_length() -> AsyncIterator[bytes]:
        for _ in range(JSON_LIMIT // 8192 + 1):
            yield b" " * 8192

    for content in (b" " * (JSON_LIMIT + 1), without_length()):
        answer = await clerk.client.post("/persons/find", content=content, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    within = await clerk.client.post(
        "/persons/find", content=b"{}".ljust(JSON_LIMIT), headers={"Content-Type": "application/json"}
    )
    assert within.status_code == 422


async def test_answers_are_kept_in_no_cache(clerk: Machine, nobody: Machine, office: Office) -> None:
    assert (await clerk.get("/entries")).headers["cache-control"] == "no-store"
    assert (await clerk.post("/entries", await draft(office))).headers["cache-control"] == "no-store"
    for refused in (clerk.get("/nothing"), nobody.get("/entries"), clerk.get("/entries?limit=0")):
        assert (await refused).headers["cache-control"] == "no-store"


async def test_a_repetition_gets_the_first_answer_and_does_nothing(clerk: Machine, office: Office) -> None:
    body = await draft(office)
    first, again = await clerk.post("/entries", body, key="k"), await clerk.post("/entries", body, key="k")
    assert (first.status_code, again.status_code, first.json()) == (201, 201, again.json())
    assert (first.headers["idempotent-replayed"], again.headers["idempotent-replayed"]) == ("false", "true")
    other = await clerk.post("/entries", body | {"summary": "另一事实。"}, key="k")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    assert await Entry.all().count() == 1


async def test_a_repeated_upload_is_known_by_its_content(clerk: Machine, office: Office) -> None:
    """A client makes a new boundary each time; the fields and the files are what it says."""
    entry = (await clerk.post("/entries", await draft(office))).json()["id"]

    async def attach(kind: str, data: bytes, name: str = "决定.pdf") -> httpx2.Response:
        files = {"file": (name, data, "application/pdf")}
        return await clerk.post(f"/entries/{entry}/evidence", data={"kind": kind}, files=files, key="k")

    first, again = await attach("DECISION_DOCUMENT", PDF), await attach("DECISION_DOCUMENT", PDF)
    assert (first.status_code, again.status_code, again.headers["idempotent-replayed"]) == (200, 200, "true")
    for other in (("INVIGILATOR_RECORD", PDF), ("DECISION_DOCUMENT", PDF + b"%"), ("DECISION_DOCUMENT", PDF, "b.pdf")):
        assert (await attach(*other)).json()["code"] == "idempotency-key-reused"
    [kept] = (await clerk.get(f"/entries/{entry}")).json()["evidence"]
    assert (await clerk.get(f"/entries/{entry}/evidence/{kept['id']}")).content == PDF


async def test_a_refusal_is_repeated_too_until_another_key_is_used(clerk: Machine, office: Office) -> None:
    entry = (await clerk.post("/entries", await draft(office))).json()["id"]
    first, again = [await clerk.post(f"/entries/{entry}/file", key="k") for _ in range(2)]
    assert (first.status_code, again.status_code, first.json()) == (422, 422, again.json())
    assert again.headers["idempotent-replayed"] == "true"
    assert again.headers["content-type"] == "application/problem+json"


async def test_each_account_has_keys_of_its_own(opens: Opens, clerk: Machine, office: Office) -> None:
    colleague = await opens(await a_clerk(office.organisation))
    body = await draft(office)
    made = [(await machine.post("/entries", body, key="k")).json()["id"] for machine in (clerk, colleague)]
    assert len(set(made)) == 2


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
    assert [answer.headers["idempotent-replayed"] for answer in answers] == ["false", "true"]
    assert await Inquiry.all().count() == 1
    register = (await committee.get("/inquiries")).json()
    assert [row["result"] for row in register] == ["NO_AUTH"] and register[0]["name"] is None


async def test_an_edit_needs_the_version_that_was_looked_at(clerk: Machine, office: Office) -> None:
    body = await draft(office)
    made = await clerk.post("/entries", body)
    path, tag = f"/entries/{made.json()['id']}", made.headers["etag"]
    for looked_at in ({}, {"If-Match": "*"}, {"If-Match": '"x"'}, {"If-Match": f'"{"9" * 5000}"'}):
        refused = await clerk.client.patch(path, json=body, headers=looked_at)
        assert (refused.status_code, refused.json()["code"]) == (428, "if-match-missing")
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
    assert {fault["code"] for fault in early.json()["errors"]} == {"evidence-missing", "finding-missing"}
    for kind in ("DECISION_DOCUMENT", "INVIGILATOR_RECORD", "DECISION_SERVICE"):
        added = await clerk.post(
            f"/entries/{entry}/evidence", data={"kind": kind}, files={"file": ("决定.pdf", PDF, "application/pdf")}
        )
        assert added.status_code == 200, added.text
    documents = (await clerk.get(f"/entries/{entry}")).json()["evidence"]
    found = {"text": "由他人冒名代替参加考试。", "evidence": [documents[0]["id"]]}
    assert (await clerk.post(f"/entries/{entry}/findings", found)).status_code == 201
    assert (await clerk.post(f"/entries/{entry}/file")).json()["state"] == "filed"
    assert (await reviewer.post(f"/entries/{entry}/sight-service", {"which": "decision"})).status_code == 200
    assert (await reviewer.post(f"/entries/{entry}/notify")).json()["state"] == "notified"
    closed = await reviewer.post(f"/entries/{entry}/effect")
    assert (closed.status_code, closed.json()["code"]) == (409, "gate-closed")
    served = await clerk.post(
        f"/entries/{entry}/serve",
        data={"method": "in_person", "served_on": "2026-07-10"},
        files={"proof": ("回证.pdf", PDF, "application/pdf")},
    )
    assert served.status_code == 200, served.text
    unseen = await reviewer.post(f"/entries/{entry}/effect")
    assert [fault["code"] for fault in unseen.json()["errors"]] == ["service-not-sighted"]
    assert (await clerk.post(f"/entries/{entry}/sight-service", {"which": "notice"})).status_code == 403
    assert (await reviewer.post(f"/entries/{entry}/sight-service", {"which": "notice"})).status_code == 200
    assert (await reviewer.post(f"/entries/{entry}/effect")).json()["state"] == "effective"
    shown = (await clerk.get(f"/entries/{entry}")).json()
    assert len(shown["evidence"]) == 4 and shown["certificate"]["sha256"] and shown["missing"] == []
    assert [(one["which"], one["recorded_later"], one["sighted"]) for one in shown["services"]] == [
        ("decision", True, True), ("notice", True, True),
    ]  # fmt: skip
    paper = await clerk.get(f"/entries/{entry}/evidence/{shown['evidence'][0]['id']}")
    assert paper.content == PDF and paper.headers["content-disposition"].startswith("attachment")
