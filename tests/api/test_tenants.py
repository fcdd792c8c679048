"""Every endpoint times somebody else: what belongs to another office, committee or person is not there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import GRANTS, SYSTEM, Actor, Role
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.entries import RedactedOf, Restart
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.demo.spreadsheets import STUDENT_COLUMNS, workbook
from integrity_archive.entries import actions as entry_actions
from integrity_archive.entries import changes, findings, legacy
from integrity_archive.entries import queries as entries
from integrity_archive.entries.changes import Change
from integrity_archive.entries.draft import Say
from integrity_archive.entries.findings import Found
from integrity_archive.entries.quarantine import HeldForSecondPerson
from integrity_archive.entries.service import WhichService
from integrity_archive.entries.statements import PassOn, state
from integrity_archive.exchange import actions as exchange
from integrity_archive.exchange import planner, registration
from integrity_archive.exchange.models import Delivery as Message
from integrity_archive.inquiries.actions import GiveConsent, Withdrawing, ask, consent_on_paper
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.journal import readers
from integrity_archive.letters.actions import open_letter
from integrity_archive.letters.kinds import Channel
from integrity_archive.letters.serving import Delivery, Vain
from integrity_archive.people.actions import import_roster
from integrity_archive.people.models import Person
from integrity_archive.people.representations import Representing, record_power
from integrity_archive.recipients.kinds import Cause, RecipientKind
from integrity_archive.recipients.models import Duty
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.kinds import DocumentKind, Ground
from integrity_archive.remedies.models import Document
from integrity_archive.remedies.redaction import Original
from integrity_archive.reports.actions import issue
from integrity_archive.rosters.kinds import RosterKind

from ..building import (
    EXAM_BODY,
    GENERAL,
    NOW,
    PDF,
    SUBSTITUTE,
    a_draft,
    a_person,
    a_reviewer,
    a_university,
    an_effective_entry,
    an_officer,
    as_the_person,
    facts,
)
from ..exchange.province import a_registration, a_unit
from ..inquiries.conftest import Asking, asking
from ..letters.office import attempt, cover, told
from .conftest import Machine, Opens
from .test_authority import named

__all__ = ["asking"]

PROOFS = ("appeal_filed", "appeal_outcome", "performance", "pledge", "volunteer_record", "charity_receipt")
PLACED = [endpoint for endpoint in ENDPOINTS if ":uuid}" in endpoint.path]
LISTS = [one for one in ENDPOINTS if one.method == "GET" and one.permission and "{" not in one.path]
FILES = {name: ("决定.pdf", PDF, "application/pdf") for name in ("file", "proof", "document", "filing", *PROOFS)}

# What some forms need beyond the usual.
FORMS: dict[Any, dict[str, Any]] = {
    Representing: {
        "number": "149901198001010017", "scope": ["see"], "valid_from": "2026-11-20", "valid_until": "2027-11-20",
    },
    Delivery: {"on": "2026-11-24"},
    Vain: {"reason": "not_met"},
    WhichService: {"which": "notice"},
    Restart: {"which": "notice"},
    remedies.Objecting: {"ground": "facts"},
    remedies.Answering: {"outcome": "dismissed"},
    remedies.Appealing: {"kind": "school_appeal", "body": "学生申诉处理委员会", "filed_on": "2026-11-20"},
    remedies.Concluding: {"outcome": "upheld", "concluded_on": "2026-11-23"},
    remedies.Easing: {"kind": "late_performance", "happened_on": "2026-11-20"},
    remedies.Applying: {
        "volunteer_no": "ZY1", "volunteer_hours": 20, "volunteer_from": "2026-11-01", "volunteer_to": "2026-11-20",
    },
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """One thing of every kind, by the name it has in a path, and who it belongs to."""

    things: dict[str, UUID]
    owners: dict[Role, Actor]
    strangers: dict[Role, Actor]

    def address(self, endpoint: Endpoint) -> str:
        path = endpoint.path + ("?deed=wait&by=2099-01-01" if endpoint.path.endswith("/what-if") else "")
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
            given.pop("kind", None)
        if endpoint.input is remedies.Complaining:
            clerk, reviewer = self.owners[Role.CLERK], self.owners[Role.REVIEWER]
            given |= {"organisation": str(clerk.organisation), "against": str(reviewer.account)}
        if endpoint.input in (GiveConsent, Withdrawing):
            given |= {"organisation": str(self.owners[Role.COMMITTEE].organisation), "purpose": "SCHOLARSHIP"}
        if endpoint.input is Change:
            given = {"kind": "correction", "summary": "由他人代考。", "reason": "原登记有误。"}
        if endpoint.input is Found:
            given |= {"evidence": [str(self.things["evidence"])]}
        if endpoint.input is RedactedOf:
            given |= {"document": str(self.things["evidence"])}
        if endpoint.input is Original:
            given |= {"document": str(self.things["outcome"])}
        if endpoint.input is PassOn:
            given = {"statement": str(self.things["statement"])}
        given |= FORMS.get(endpoint.input, {})
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
    [paper, *_] = (await entries.view(asking.entry.id, by=office.clerk, now=NOW)).evidence
    await send(office.organisation)
    student = await Person.get(id=person)
    finding = (await findings.of_entry((await a_draft(office, student)).id, by=office.clerk, on=NOW.date()))[0].id
    mended = Change.model_validate({"kind": "correction", "summary": "由他人替考。", "reason": "原登记有误。"})
    change = (await changes.propose(asking.entry.id, mended, "更正.pdf", PDF, by=office.clerk, now=NOW)).id
    with pytest.raises(HeldForSecondPerson) as held:
        await entry_actions.add_evidence(
            (await a_draft(office, student)).id, "HEARING_RECORD", "民族班笔录.pdf", PDF, by=office.clerk, now=NOW
        )
    await legacy.import_register("旧档.xlsx", an_older_register(asking), by=office.clerk, now=NOW)
    papers = await papers_of(asking, student)
    filed = await a_remedy_of_each_kind(asking, student)
    held_back = await state(asking.entry.id, Say(text="考试当天住院。"), by=asking.student, now=NOW)
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    report = await issue(answer.inquiry, by=asking.secretary, now=NOW)
    things = {
        "person": person,
        "entry": asking.entry.id,
        "evidence": paper.id,
        "roster": roster.id,
        "consent": consent.id,
        "inquiry": answer.inquiry,
        "report": report.id,
        "delivery": (await Message.get()).id,
        "duty": (await a_duty(asking)).id,
        "finding": finding,
        "change": change,
        "statement": held_back.id,
        "quarantine": held.value.held,
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
    return World(things | papers | filed, owners, strangers)


async def a_duty(asking: Asking) -> Duty:
    """The office was told something that has changed."""
    return await Duty.create(
        entry_id=asking.entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=asking.office.organisation.id,
        cause=Cause.REVOKED, event=1, due_on=NOW.date(), made_at=NOW,
    )  # fmt: skip


def an_older_register(asking: Asking) -> bytes:
    header = ("姓名", "证件号码", "信息类型", "文号", "文书名称", "决定机关", "决定机关代码", "作出日期", "事实摘要")
    who = [asking.adult.name, asking.adult.number, SUBSTITUTE]
    return workbook(header, [[*who, "旧1号", "决定书", "某中心", EXAM_BODY, "2025-07-01", "替考。"]])


async def papers_of(asking: Asking, student: Person) -> dict[str, UUID]:
    """A letter on its way and read already, a power of attorney, and a consent on paper with its receipt."""
    clerk = asking.office.clerk
    letter = await cover(await told(asking.office, student))
    await open_letter(letter.id, by=asking.student, now=NOW)
    power = Representing.model_validate({"name": "岳承安"} | FORMS[Representing])
    agreed = GiveConsent(organisation=asking.committee.id, purpose=Purpose.SCHOLARSHIP)
    return {
        "letter": letter.id,
        "way": (await attempt(letter, Channel.IN_PERSON)).id,
        "power": (await record_power(student.id, power, "委托书.pdf", PDF, by=clerk, now=NOW)).id,
        "about": (await consent_on_paper(student.id, agreed, "同意书.pdf", PDF, by=clerk, now=NOW)).id,
    }


async def a_remedy_of_each_kind(asking: Asking, student: Person) -> dict[str, UUID]:
    """An objection and an appeal against one entry, an application for the repair of another, a complaint."""
    by, entry = asking.student, (await an_effective_entry(asking.office, student)).id
    other = await an_effective_entry(asking.office, student, **GENERAL)
    proofs = [remedies.Handed(DocumentKind(kind), "证明.pdf", PDF) for kind in PROOFS]
    new: Any = remedies.Applying(text="义务已经履行。", **FORMS[remedies.Applying])
    repair = await remedies.apply_repair(other.id, new, proofs, by=by, now=NOW)
    new = remedies.Objecting(ground=Ground.FACTS, text="考试当天我不在场。")
    objection = await remedies.lodge_objection(entry, new, by=by, now=NOW)
    new = remedies.Appealing.model_validate(FORMS[remedies.Appealing])
    appeal = await remedies.open_appeal(entry, new, proofs, by=by, now=NOW)
    office, clerk = asking.office.organisation.id, asking.office.clerk.account
    new = remedies.Complaining(organisation=office, against=clerk, text="窗口人员两次拒收材料。")
    complaint = await remedies.lodge_complaint(new, student.id, by=by, now=NOW)
    decision = remedies.Handed(DocumentKind.APPEAL_OUTCOME, "复查结论.pdf", PDF)
    new = remedies.Concluding.model_validate(FORMS[remedies.Concluding] | {"text": "维持原决定。"})
    await remedies.conclude_appeal(appeal.id, new, [decision], by=await a_reviewer(asking.office.organisation), now=NOW)
    outcome = (await Document.filter(about=appeal.id, kind=DocumentKind.APPEAL_OUTCOME).order_by("id"))[-1].id
    return {
        "repair": repair.id, "objection": objection.id, "appeal": appeal.id, "complaint": complaint.id,
        "outcome": outcome,
    }  # fmt: skip


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
    """The same requests, those that change nothing first, and last the one that unmakes an entry: without this, a world
    with a hole in it would pass the test above."""
    harmless_first = sorted(PLACED, key=lambda one: (one.method != "GET", one.input is Restart))
    owners = {role: await opens(actor) for role, actor in world.owners.items()}
    answers = {named(one): await asked(owners[role_for(one)], world, one) for one in harmless_first}
    hidden = {name: answer.text for name, answer in answers.items() if answer.status_code not in (200, 201, 409, 412)}
    assert hidden == {}


async def test_nobody_elses_things_are_in_a_list(world: World, opens: Opens) -> None:
    owners = {role: await opens(actor) for role, actor in world.owners.items()}
    strangers = {role: await opens(actor) for role, actor in world.strangers.items()}
    theirs = {str(id) for id in world.things.values()}
    for one in LISTS:
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
