"""One entry in effect that has been everywhere: served by letter, corrected, objected to, appealed against, pushed,
answered with and printed. All of it by noon of the last day of its display, whose end is then an end like any other.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from starlette.applications import Starlette

from integrity_archive import clock
from integrity_archive.accounts.actions import issue_api_key
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Account
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.app import create_app
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries import actions, changes
from integrity_archive.entries.actions import Say
from integrity_archive.entries.changes import Change
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.exchange import planner as exchange
from integrity_archive.exchange.models import Delivery, Target, Unit
from integrity_archive.inquiries.actions import GiveConsent, Question, ask, give_consent
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.journal import readers
from integrity_archive.letters import actions as letters
from integrity_archive.letters.addresses import Confirmed
from integrity_archive.letters.kinds import Channel, LetterKind
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.actions import Accepting, Appealing, Applying, Concluding, Handed, Objecting
from integrity_archive.remedies.kinds import AppealKind, AppealOutcome, DocumentKind, Ground
from integrity_archive.remedies.models import Document
from integrity_archive.reports.actions import issue
from integrity_archive.sealing import new_key
from integrity_archive.settings import settings

from ..api.conftest import Machine
from ..building import (
    FOUND,
    LAW,
    PDF,
    SUBSTITUTE,
    Office,
    a_filed_entry,
    a_person,
    a_reviewer,
    a_university,
    an_adult,
    an_officer,
    an_organisation,
    as_the_person,
    sight,
)
from ..letters.office import THROUGH_US, cover, hand_over, rounds
from ..web.browser import Browser
from ..web.conftest import PASSWORD, password_hash

RECORDED = datetime(2026, 7, 6, 10, 0, tzinfo=SHANGHAI)
SERVED = datetime(2026, 7, 8, 10, 0, tzinfo=SHANGHAI)
FINAL = datetime(2026, 9, 30, 10, 0, tzinfo=SHANGHAI)
PAPERS = [Handed(kind, f"{kind}.pdf", PDF) for kind in DocumentKind]
SAYS = ("暂停参加该项考试二年", "由他人冒名代替参加考试", "岚考〔2026〕17号", "我不同意这个结论", FOUND, SUBSTITUTE)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=SHANGHAI)


@contextmanager
def it_is(at: datetime) -> Iterator[None]:
    """The doors ask the clock for the time, as nobody else does; for them it is this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: at)
        yield


@dataclass
class Doors:
    """The whole application in this process, and everybody of this world signed in when he first asks for something.

    A session does not outlive a night, so there is one for each moment.
    """

    actors: Mapping[str, Actor]
    app: Starlette = field(default_factory=lambda: create_app(settings()))
    browsers: dict[tuple[str, datetime], Browser] = field(default_factory=dict)
    machines: dict[str, Machine] = field(default_factory=dict)

    async def browser(self, who: str) -> Browser:
        if (who, clock.now()) not in self.browsers:
            browser = self.browsers[who, clock.now()] = Browser(self.app)
            account = await Account.get(id=self.actors[who].account)
            await Account.filter(id=account.id).update(password_hash=password_hash())
            assert (await browser.sign_in(account.login, PASSWORD)).status_code == 303
        return self.browsers[who, clock.now()]

    async def machine(self, who: str) -> Machine:
        if who not in self.machines:
            account = self.actors[who].account
            assert account
            self.machines[who] = Machine(self.app, await issue_api_key(account, "test", by=SYSTEM, now=clock.now()))
        return self.machines[who]

    async def close(self) -> None:
        for visitor in (*self.browsers.values(), *self.machines.values()):
            await visitor.client.aclose()


@dataclass
class World:
    """The entry, who may see it through which door, and what hangs on it by the names that addresses use."""

    office: Office
    arbiter: Actor
    own: Actor
    secretary: Actor
    number: str
    name: str
    entry: Entry
    noon: datetime
    doors: Doors
    ids: dict[str, Any] = field(default_factory=dict)
    unprinted: list[UUID] = field(default_factory=list)
    says: tuple[str, ...] = (*SAYS, LAW.record_type(SUBSTITUTE).name.zh)

    @property
    def question(self) -> Question:
        return Question(number=self.number, name=self.name, purpose=Purpose.SCHOLARSHIP)

    def tells(self, text: str) -> bool:
        """Whether a text holds anything of what the entry says; that it exists may be known."""
        return any(words in text for words in self.says)


async def an_entry_everywhere() -> World:
    adult, office = an_adult(), await a_university()
    person = await a_person(office, adult)
    await readers.enrol(exchange.READER, exchange.KINDS)
    entry = await served_by_letter(office, person)
    last = (await Entry.get(id=entry.id)).display_until
    assert last
    own, arbiter = await as_the_person(person), await a_reviewer(office.organisation)
    committee = await an_organisation(OrganisationKind.COMMITTEE)
    secretary = await an_officer(committee, Role.COMMITTEE)
    doors = Doors({"clerk": office.clerk, "own": own, "secretary": secretary})
    made = World(office, arbiter, own, secretary, adult.number, adult.name, entry, noon(last), doors)
    made.ids |= {"entry": entry.id, "person": person.id}
    made.ids["evidence"] = (await Evidence.get(entry_id=entry.id, kind="DECISION_DOCUMENT")).id
    await change(made)
    await remedy(made)
    await push(made)
    await answer(made, committee.id)
    await write(made)
    made.entry = await Entry.get(id=entry.id)
    return made


async def served_by_letter(office: Office, person: Any) -> Entry:
    """Decision and notice in one envelope, handed over; in effect once nothing can be done against it any more."""
    address = Confirmed(confirmed_on=RECORDED.date(), post="岚泓市文源路1号")
    await letters.confirm(person.id, address, "确认书.pdf", PDF, by=office.clerk, now=RECORDED)
    entry = await a_filed_entry(office, person, now=RECORDED, **THROUGH_US)
    await actions.notify(entry.id, by=office.reviewer, now=RECORDED)
    await rounds(now=RECORDED)
    letter = await cover(entry)
    by_post = await letters.begin_way(letter.id, Channel.POST, by=office.clerk, now=RECORDED)
    await letters.make_batch([by_post.id], by=office.clerk, now=RECORDED)
    await hand_over(office, letter, now=SERVED)
    await sight(office, entry, now=SERVED)
    return await actions.take_effect(entry.id, by=office.reviewer, now=FINAL)


async def change(made: World) -> None:
    """It was corrected once, and another correction is proposed."""
    by, then = made.office.clerk, made.noon
    first = Change(kind="correction", reason="文书名称有误。", document_title="违规处理决定书")
    proposed = await changes.propose(made.entry.id, first, by=by, now=then)
    await changes.approve(proposed.id, by=made.office.reviewer, now=then)
    second = Change(kind="correction", reason="事实摘要不全。", summary="由他人冒名代替参加考试两科。")
    proposed = await changes.propose(made.entry.id, second, "说明.pdf", PDF, by=by, now=then)
    made.ids["change"] = proposed.id


async def remedy(made: World) -> None:
    """An appeal was of no avail; an objection and an application for repair are open."""
    entry, then, today = made.entry.id, made.noon, made.noon.date()
    suit = Appealing(kind=AppealKind.SUIT, body="岚泓市中级人民法院", filed_on=today)
    appeal = await remedies.open_appeal(entry, suit, PAPERS, by=made.own, now=then)
    stands = Concluding(outcome=AppealOutcome.UPHELD, concluded_on=today, text="维持原决定。")
    await remedies.conclude_appeal(appeal.id, stands, PAPERS, by=made.arbiter, now=then)
    await actions.state(entry, Say(text="我不同意这个结论。"), by=made.own, now=then)
    mine = Objecting(ground=Ground.FACTS, text="考试当天我在医院值班。")
    objection = await remedies.lodge_objection(entry, mine, by=made.own, now=then)
    done = Applying(
        text="已完成志愿服务。", volunteer_no="ZY20260001", volunteer_hours=20, volunteer_from=today, volunteer_to=today
    )
    repair = await remedies.apply_repair(entry, done, PAPERS, by=made.own, now=then)
    await remedies.accept_repair(repair.id, Accepting(text="已核对。"), by=made.office.clerk, now=then)
    made.ids |= {"appeal": appeal.id, "objection": objection.id, "repair": repair.id}
    made.ids["document"] = (await Document.get(about=repair.id, kind=DocumentKind.PLEDGE)).id


async def push(made: World) -> None:
    """A message about it waits to be sent."""
    key = await new_key()
    edition = {"edition": LAW.code, "items": [item.model_dump(mode="json") for item in LAW.items]}
    target = await Target.create(
        name="province", app_id="IA", batch_prefix="IA", key_id=key.id, sealed=b"-", edition=edition
    )
    office, items = made.office.organisation, [LAW.record_type(SUBSTITUTE).catalogue_item]
    unit = {"organisation": office, "uscc": office.uscc, "unit_code": "U1", "catalogue_items": items}
    await Unit.create(target=target, **unit)
    await exchange.plan(now=made.noon)
    made.ids |= {"target": target.id, "delivery": (await Delivery.all().get()).id}


async def answer(made: World, committee: UUID) -> None:
    """A committee was answered with it: once on a signed report, and twice not printed."""
    consent = GiveConsent(organisation=committee, purpose=Purpose.SCHOLARSHIP, uses=3)
    for _ in range(3):
        await give_consent(consent, by=made.own, now=made.noon)
    first, *others = [(await ask(made.question, by=made.secretary, now=made.noon)).inquiry for _ in range(3)]
    report = await issue(first, by=made.secretary, now=made.noon)
    made.unprinted = others
    made.ids |= {"inquiry": first, "report": report.id, "code": report.code}


async def write(made: World) -> None:
    """The envelope was once in a batch for the post; the person has opened it on his own page."""
    letter = await cover(made.entry)
    posted = await Attempt.get(letter_id=letter.id, batch_id__not_isnull=True)
    await letters.open_letter(letter.id, by=made.own, now=made.noon)
    enclosed = await Letter.get(enclosed_in=letter.id, kind=LetterKind.DECISION)
    made.ids |= {"letter": letter.id, "enclosed": enclosed.id, "batch": posted.batch_id}
