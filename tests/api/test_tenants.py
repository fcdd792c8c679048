"""Every endpoint times somebody else: what belongs to another office, committee or person is not there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import GRANTS, SYSTEM, Actor, Permission, Role
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.demo.spreadsheets import STUDENT_COLUMNS, workbook
from integrity_archive.entries import queries as entries
from integrity_archive.exchange import actions as exchange
from integrity_archive.exchange import planner, registration
from integrity_archive.exchange.models import Delivery
from integrity_archive.inquiries.actions import ask
from integrity_archive.journal import readers
from integrity_archive.people.actions import import_roster
from integrity_archive.reports.actions import issue
from integrity_archive.rosters.kinds import RosterKind

from ..building import NOW, PDF, a_person, a_university, an_officer, as_the_person, facts
from ..exchange.province import a_registration, a_unit
from ..inquiries.conftest import Asking, asking
from .conftest import Machine, Opens
from .test_authority import named

__all__ = ["asking"]

PLACED = [endpoint for endpoint in ENDPOINTS if ":uuid}" in endpoint.path]
LISTS = [one for one in ENDPOINTS if one.method == "GET" and one.permission and "{" not in one.path]
FILES = {name: ("决定.pdf", PDF, "application/pdf") for name in ("file", "proof")}


@dataclass(frozen=True)
class World:
    """One thing of every kind, by the name it has in a path, and who it belongs to."""

    things: dict[str, UUID]
    owners: dict[Role, Actor]
    strangers: dict[Role, Actor]

    def address(self, endpoint: Endpoint) -> str:
        path = endpoint.path
        for name, id in self.things.items():
            path = path.replace(f"{{{name}:uuid}}", str(id))
        return path

    def body(self, endpoint: Endpoint) -> dict[str, Any]:
        """What the endpoint takes, so that nothing but the asker can be wrong."""
        usual = {
            "reason": "原登记有误。", "text": "原登记有误。", "name": "温岚", "kind": "DECISION_DOCUMENT",
            "method": "in_person",
        }  # fmt: skip
        draft = facts(self.things["person"]).model_dump(mode="json", exclude_none=True)
        given = {name: (draft | usual).get(name) for name in (endpoint.input.model_fields if endpoint.input else ())}
        if endpoint.noun == "persons":
            del given["kind"]
        return {name: value for name, value in given.items() if value is not None}


def role_for(endpoint: Endpoint) -> Role:
    return next(role for role in Role if endpoint.permission in GRANTS[role])


@pytest.fixture
async def world(asking: Asking) -> World:
    office, person = asking.office, asking.entry.person_id
    stranger = await a_university(which=1)
    nameless = ["", "居民身份证", "1", "1", "本科", "信息学院", "统计学", "2024-09-01", "在读"]
    refused = workbook(STUDENT_COLUMNS, [nameless])
    roster = await import_roster(RosterKind.STUDENTS, "名册.xlsx", refused, by=office.clerk, now=NOW)
    assert roster.error_blob
    consent = await asking.consent(uses=2)
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    report = await issue(answer.inquiry, by=asking.secretary, now=NOW)
    [paper, *_] = (await entries.view(asking.entry.id, by=office.clerk, now=NOW)).evidence
    await send(office.organisation)
    things = {
        "person": person,
        "entry": asking.entry.id,
        "evidence": paper.id,
        "roster": roster.id,
        "consent": consent.id,
        "inquiry": answer.inquiry,
        "report": report.id,
        "delivery": (await Delivery.get()).id,
    }
    owners = {
        Role.CLERK: office.clerk,
        Role.REVIEWER: office.reviewer,
        Role.COMMITTEE: asking.secretary,
        Role.SUBJECT: asking.student,
    }
    strangers = {
        Role.CLERK: stranger.clerk,
        Role.REVIEWER: stranger.reviewer,
        Role.COMMITTEE: await an_officer(stranger.organisation, Role.COMMITTEE),
        Role.SUBJECT: await as_the_person(await a_person(stranger)),
    }
    return World(things, owners, strangers)


async def send(organisation: Organisation) -> None:
    """The entry in effect has become a message to a platform."""
    await readers.enrol(planner.READER, planner.KINDS)
    target = a_registration(units=[a_unit(organisation.uscc)])
    await exchange.register(registration.Registration.model_validate(target), by=SYSTEM, now=NOW)
    await planner.plan(now=NOW)


async def asked(machine: Machine, world: World, endpoint: Endpoint) -> httpx2.Response:
    headers = {"Idempotency-Key": uuid7().hex, "If-Match": '"1"'}
    body, files = world.body(endpoint), {name: FILES[name] for name in endpoint.files}
    sent: dict[str, Any] = {"data": body, "files": files} if files else {"json": body} if endpoint.input else {}
    return await machine.client.request(endpoint.method, world.address(endpoint), headers=headers, **sent)


async def test_what_is_somebody_elses_is_not_there(world: World, opens: Opens) -> None:
    strangers = {role: await opens(actor) for role, actor in world.strangers.items()}
    answers = {named(one): await asked(strangers[role_for(one)], world, one) for one in PLACED}
    assert {name: (answer.status_code, answer.json()["code"]) for name, answer in answers.items()} == {
        name: (404, "not-found") for name in answers
    }


async def test_to_those_it_belongs_to_it_is_there(world: World, opens: Opens) -> None:
    """The same requests: without this, a world with a hole in it would pass the test above."""
    owners = {role: await opens(actor) for role, actor in world.owners.items()}
    answers = {named(one): await asked(owners[role_for(one)], world, one) for one in PLACED}
    hidden = {name: answer.text for name, answer in answers.items() if answer.status_code not in (200, 201, 409, 412)}
    assert hidden == {}


async def test_nobody_elses_things_are_in_a_list(world: World, opens: Opens) -> None:
    owners = {role: await opens(actor) for role, actor in world.owners.items()}
    strangers = {role: await opens(actor) for role, actor in world.strangers.items()}
    theirs = {str(id) for id in world.things.values()}
    for one in LISTS:
        if one.permission is Permission.TASK_SEE:
            continue
        own = (await owners[role_for(one)].get(one.path)).json()
        other = (await strangers[role_for(one)].get(one.path)).json()
        assert own, named(one)
        assert not theirs & {str(value) for row in other for value in row.values()}, named(one)


async def test_a_number_finds_persons_of_the_own_rosters_only(asking: Asking, world: World, opens: Opens) -> None:
    clerk, stranger = await opens(world.owners[Role.CLERK]), await opens(world.strangers[Role.CLERK])
    number = {"number": asking.adult.number}
    found = (await clerk.post("/persons/find", number)).json()
    assert found["id"] == str(world.things["person"]) and asking.adult.number not in str(found)
    missed = await stranger.post("/persons/find", number)
    nobody = await stranger.post("/persons/find", {"number": "149901199001011239"})
    assert (missed.status_code, missed.json()) == (404, nobody.json())
