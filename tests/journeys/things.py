"""One thing of each noun that people act on, with the real verb of each act of its table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.accounts.actions import NewOrganisation, add_organisation
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.entries import actions, changes, quarantine, statements
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.changes import Change
from integrity_archive.entries.draft import Say
from integrity_archive.entries.kinds import ChangeKind, ServiceOf
from integrity_archive.entries.models import Entry
from integrity_archive.entries.quarantine import HeldForSecondPerson
from integrity_archive.entries.standing import Standing
from integrity_archive.entries.statements import PassOn
from integrity_archive.exchange import actions as exchange
from integrity_archive.exchange import planner
from integrity_archive.exchange.models import Delivery as Message
from integrity_archive.exchange.registration import Registration
from integrity_archive.journal import readers
from integrity_archive.letters import serving
from integrity_archive.letters.kinds import Channel
from integrity_archive.letters.kinds import Reason as Because
from integrity_archive.letters.serving import Delivery, Vain
from integrity_archive.people.models import Person
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients.kinds import Cause, RecipientKind
from integrity_archive.recipients.models import Duty
from integrity_archive.remedies import complaints
from integrity_archive.remedies.complaints import Complaining, Replying
from integrity_archive.remedies.kinds import AppealOutcome, ObjectionOutcome, Redress
from integrity_archive.transitions import Lifecycle

from ..building import (
    NOW,
    PDF,
    Office,
    a_person,
    a_reviewer,
    a_university,
    an_effective_entry,
    an_officer,
    an_organisation,
    as_the_person,
    facts,
)
from ..exchange.province import a_registration, a_unit
from ..letters.office import attempt, cover, told
from .model import LIFECYCLES, Chosen, Model
from .verbs import Case, Verb, on_entry, on_remedy

CHOSEN = Chosen(ServiceOf.NOTICE, False, ObjectionOutcome.DISMISSED, Redress.REVOKE, AppealOutcome.UPHELD)
SANCTION_TO = date(2028, 3, 1)
LATER = NOW + timedelta(240)  # long enough for a repair, and nothing has ended


@dataclass
class World:
    """An office, a person, and one account of each role; whoever decides had no hand in what he decides on."""

    office: Office
    person: Person
    own: Actor
    actors: dict[Role, Actor]

    async def entry(self) -> Entry:
        return await an_effective_entry(self.office, self.person)


@dataclass(frozen=True)
class Thing:
    """A row, and what can be done to it: the verb of an act, still to be told by whom and when."""

    table: str
    id: UUID
    verbs: dict[str, Verb]


async def a_world() -> World:
    office = await a_university()
    person = await a_person(office)
    own = await as_the_person(person)
    committee: Organisation = await an_organisation(OrganisationKind.COMMITTEE)
    new = NewOrganisation(kind=OrganisationKind.OPERATOR, name="岚泓省诚信档案运行中心", uscc="12149900999901073D")
    await add_organisation(new, by=SYSTEM, now=NOW)
    return World(office, person, own, {
        Role.CLERK: office.clerk,
        Role.REVIEWER: await a_reviewer(office.organisation),
        Role.COMMITTEE: await an_officer(committee, Role.COMMITTEE),
        Role.SUBJECT: own,
        Role.OPERATOR: await an_officer(None, Role.OPERATOR),
        Role.SYSTEM: SYSTEM,
    })  # fmt: skip


async def an_entry(world: World) -> Thing:
    case, model = await modelled(world)
    return Thing(
        "entries_entry", case.id, {act: on_entry(act, case, model, CHOSEN) for act in acts(LIFECYCLES["entry"])}
    )


async def a_remedy(world: World, noun: str, begin: str) -> Thing:
    case, model = await modelled(world)
    await on_remedy(noun, begin, case, model, CHOSEN)(by=world.own, now=LATER)
    verbs = {act: on_remedy(noun, act, case, model, CHOSEN) for act in acts(LIFECYCLES[noun])}
    return Thing(f"remedies_{noun}", case.ids[noun], verbs)


async def modelled(world: World) -> tuple[Case, Model]:
    """An entry as the verbs of the lives need it."""
    entry = await world.entry()
    stands, reviewer = (await Standing.of(entry)).facts, world.office.reviewer.account
    assert reviewer
    return Case(entry.id, {}, world.person.id), Model(clock.today(NOW), stands, reviewer, SANCTION_TO, {}, entry.state)


async def an_appeal(world: World) -> Thing:
    return await a_remedy(world, "appeal", "open")


async def an_objection(world: World) -> Thing:
    return await a_remedy(world, "objection", "lodge")


async def a_repair(world: World) -> Thing:
    return await a_remedy(world, "repair", "apply")


async def a_change(world: World) -> Thing:
    entry = await world.entry()
    wanted = Change(kind=ChangeKind.CORRECTION, document_title="违规处理决定书（更正）", reason="原记录有误。")
    id = (await changes.propose(entry.id, wanted, by=world.office.clerk, now=NOW)).id
    return Thing("entries_change", id, {
        "approve": lambda **who: changes.approve(id, **who),
        "refuse": lambda **who: changes.refuse(id, Reason(text="没有依据。"), **who),
    })  # fmt: skip


async def a_quarantine(world: World) -> Thing:
    with pytest.raises(HeldForSecondPerson) as held:
        draft = facts(world.person.id, summary="考生称患有乙肝。")
        await actions.draft(draft, by=world.office.clerk, now=NOW)
    id = held.value.held
    return Thing("entries_quarantine", id, {
        "release": lambda **who: quarantine.release(id, **who),
        "destroy": lambda **who: quarantine.destroy(id, **who),
    })  # fmt: skip


async def a_complaint(world: World) -> Thing:
    said = Complaining(
        organisation=world.office.organisation.id, against=world.office.reviewer.account, text="拒收材料。"
    )
    id = (await complaints.lodge_complaint(said, world.person.id, by=world.own, now=NOW)).id
    answer = Replying(text="已核实并纠正。")
    return Thing("remedies_complaint", id, {"answer": lambda **who: complaints.answer_complaint(id, answer, **who)})


async def a_statement(world: World) -> Thing:
    entry = await world.entry()
    id = (await statements.state(entry.id, Say(text="考试当天住院。"), by=world.own, now=NOW)).id
    whole = PassOn(statement=id)
    return Thing("entries_statement", id, {"pass_on": lambda **who: statements.pass_on(entry.id, whole, **who)})


async def a_way(world: World) -> Thing:
    """Of a letter about a notice."""
    letter = await cover(await told(world.office, world.person))
    id = (await attempt(letter, Channel.IN_PERSON)).id
    handed_over, in_vain = Delivery(on=NOW.date()), Vain(reason=Because.NOT_MET)
    return Thing("letters_attempt", id, {
        "deliver": lambda **who: serving.deliver(id, handed_over, "回证.pdf", PDF, **who),
        "return": lambda **who: serving.came_back(id, in_vain, **who),
        "refuse": lambda **who: serving.refuse(id, **who),
        "fail": lambda **who: serving.fail(id, in_vain, **who),
    })  # fmt: skip


async def a_delivery(world: World) -> Thing:
    await world.entry()
    await readers.enrol(planner.READER, planner.KINDS)
    target = a_registration(units=[a_unit(world.office.organisation.uscc)])
    await exchange.register(Registration.model_validate(target), by=SYSTEM, now=NOW)
    await planner.plan(now=NOW)
    id = (await Message.get()).id
    return Thing("exchange_delivery", id, {"mend": lambda **who: exchange.resend(id, **who)})


async def a_duty(world: World) -> Thing:
    entry, receiver = await world.entry(), world.actors[Role.COMMITTEE].organisation
    id = (await Duty.create(
        entry_id=entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=receiver, cause=Cause.REVOKED, event=1,
        due_on=NOW.date(), made_at=NOW,
    )).id  # fmt: skip
    return Thing("recipients_duty", id, {"acknowledge": lambda **who: recipients.acknowledge(id, **who)})


def acts(lifecycle: Lifecycle) -> set[str]:
    return {step.act for step in lifecycle}


THINGS: dict[str, Callable[[World], Awaitable[Thing]]] = {
    "entry": an_entry,
    "objection": an_objection,
    "appeal": an_appeal,
    "repair": a_repair,
    "change": a_change,
    "quarantine": a_quarantine,
    "complaint": a_complaint,
    "statement": a_statement,
    "attempt": a_way,
    "delivery": a_delivery,
    "duty": a_duty,
}
