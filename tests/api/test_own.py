"""A person's own machine, such as a portal that acts for him: his entries, his say, and who has asked."""

from integrity_archive.actors import Role
from integrity_archive.entries.lifecycle import State

from ..building import (
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    a_person,
    an_effective_entry,
    an_officer,
    as_the_person,
)
from ..inquiries.conftest import Asking, asking
from .conftest import Machine, Opens

__all__ = ["asking"]


async def test_a_person_answers_an_entry_he_was_told_of(office: Office, clerk: Machine, opens: Opens) -> None:
    person = await a_person(office)
    entry = await a_notified_entry(office, person)
    own = await opens(await as_the_person(person))
    said = await own.post(f"/own/entries/{entry.id}/statement", {"text": "当天我在外地实习，有打卡记录。"})
    assert (said.status_code, said.json()["state"]) == (200, "notified")
    for sight in (await own.get(f"/own/entries/{entry.id}"), await clerk.get(f"/entries/{entry.id}")):
        assert [one["text"] for one in sight.json()["statements"]] == ["当天我在外地实习，有打卡记录。"]


async def test_before_the_notice_neither_entry_nor_document_is_shown(
    office: Office, clerk: Machine, opens: Opens
) -> None:
    person = await a_person(office)
    own = await opens(await as_the_person(person))
    told = await an_effective_entry(office, person)
    for untold in (await a_draft(office, person), await a_filed_entry(office, person)):
        [document, *_] = (await clerk.get(f"/entries/{untold.id}")).json()["evidence"]
        for path in (f"/own/entries/{untold.id}", f"/own/entries/{untold.id}/evidence/{document['id']}"):
            assert (await own.get(path)).status_code == 404
    [row] = (await own.get("/own/entries")).json()
    assert (row["id"], row["state"]) == (str(told.id), State.EFFECTIVE)
    [document, *_] = (await own.get(f"/own/entries/{told.id}")).json()["evidence"]
    paper = await own.get(f"/own/entries/{told.id}/evidence/{document['id']}")
    assert paper.headers["content-type"] == "application/pdf" and paper.content.startswith(b"%PDF-")


async def test_a_person_sees_every_question_answered_or_not(asking: Asking, opens: Opens) -> None:
    own, committee = await opens(asking.student), await opens(asking.secretary)
    question = asking.question.model_dump(mode="json")
    refused = await committee.post("/inquiries", question)
    assert (refused.status_code, refused.json()["code"]) == (403, "inquiry-refused")
    await asking.consent()
    assert (await committee.post("/inquiries", question)).status_code == 201
    looks = (await own.get("/own/inquiries")).json()
    assert [(look["organisation"], look["result"]) for look in looks] == [
        (asking.committee.name, "ANSWERED"),
        (asking.committee.name, "NO_AUTH"),
    ]


async def test_an_account_that_is_nobodys_own_sees_nothing(opens: Opens, office: Office) -> None:
    machine = await opens(await an_officer(None, Role.SUBJECT))
    for path in ("/own/entries", "/own/inquiries", "/consents"):
        assert (await machine.get(path)).status_code == 403
