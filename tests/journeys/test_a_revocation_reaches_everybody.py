"""The recipient graph from end to end: an entry that was answered with, printed and told by letter is revoked by two
officers; whoever had it is told, decides anew, and the person is cleared at the end and not before."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Role
from integrity_archive.entries import changes
from integrity_archive.entries.actions import take_effect
from integrity_archive.entries.changes import Change
from integrity_archive.entries.kinds import ChangeKind, Ending
from integrity_archive.entries.models import Entry
from integrity_archive.inquiries.actions import GiveConsent, Question, ask, give_consent
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.letters import actions as letters
from integrity_archive.letters import queries as read
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.letters.models import Letter
from integrity_archive.recipients import actions as recipients
from integrity_archive.recipients import queries
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind
from integrity_archive.recipients.models import Duty
from integrity_archive.reports.actions import issue
from integrity_archive.reports.queries import Standing, verify
from integrity_archive.tasks.models import Task, TaskKind, TaskState

from ..building import NOW, PDF, Office, a_person, a_reviewer, a_university, an_adult, an_officer, an_organisation
from ..building import as_the_person as signed_in
from ..letters.office import attempt, cover, hand_over, rounds_of_all, told, words

ASKED, REVOKED, KNOWN, DECIDED = (NOW + timedelta(days=days) for days in (1, 2, 3, 4))
SERVED = NOW - timedelta(days=30)
DECISION = ("撤销决定书.pdf", PDF)


@dataclass(frozen=True)
class Told:
    """An entry in effect, and everybody who had it."""

    office: Office
    own: Actor
    entry: Entry
    committee: Organisation
    secretary: Actor
    code: str

    async def percent(self) -> int | None:
        """How many of those who must know do, as its office and the person see it."""
        [office, own] = [await queries.of_entry(self.entry.id, by=by) for by in (self.office.clerk, self.own)]
        assert office.percent == own.percent
        return office.percent

    async def cleared(self) -> bool:
        return await Letter.exists(kind=LetterKind.CLEARANCE)


@pytest.fixture
async def graph(database: object) -> Told:
    """Its notice was handed over; a committee and, later, an association were answered with it, one on paper."""
    office, adult = await a_university(), an_adult()
    person = await a_person(office, adult)
    own = await signed_in(person)
    entry = await told(office, person, now=SERVED)
    await hand_over(office, await cover(entry), now=SERVED)
    entry = await take_effect(entry.id, by=office.reviewer, now=ASKED)
    committee = await an_organisation(OrganisationKind.COMMITTEE)
    secretary = await an_officer(committee, Role.COMMITTEE)
    await give_consent(GiveConsent(organisation=committee.id, purpose=Purpose.SCHOLARSHIP), by=own, now=ASKED)
    question = Question(number=adult.number, name=adult.name, purpose=Purpose.SCHOLARSHIP)
    answer = await ask(question, by=secretary, now=ASKED)
    assert [one.entry for one in answer.entries] == [entry.id]
    code = (await issue(answer.inquiry, by=secretary, now=ASKED)).code
    return Told(office, own, entry, committee, secretary, code)


async def an_association_was_written_to(graph: Told) -> UUID:
    """A second recipient, so that there is a time when some know and others do not."""
    other = await an_organisation(OrganisationKind.ASSOCIATION)
    await recipients.told(
        graph.entry.id, recipient_kind=RecipientKind.ORGANISATION, recipient=other.id, how=How.LETTER, about=other.id,
        now=ASKED,
    )  # fmt: skip
    return other.id


async def two_officers_revoke(graph: Told, *, now: datetime) -> None:
    change = Change(kind=ChangeKind.REVOCATION, reason="决定机关已撤销原决定。", cause=Ending.REVOKED)
    proposed = await changes.propose(graph.entry.id, change, *DECISION, by=graph.office.clerk, now=now)
    await rounds_of_all(now=now)
    assert await Duty.all().count() == 0 and not await graph.cleared(), "one officer alone changes nothing"
    await changes.approve(proposed.id, by=await a_reviewer(graph.office.organisation), now=now)
    await rounds_of_all(now=now)


async def test_a_revocation_reaches_everybody_and_the_person_is_cleared_at_the_end(graph: Told) -> None:
    association = await an_association_was_written_to(graph)
    edges = (await queries.of_entry(graph.entry.id, by=graph.office.clerk)).rows
    ways = {(one.kind, way.how) for one in edges for way in one.carried}
    body, person = RecipientKind.ORGANISATION, RecipientKind.PERSON
    assert ways == {(body, How.INQUIRY), (body, How.REPORT), (body, How.LETTER), (person, How.LETTER)}
    assert await graph.percent() is None, "nothing has changed"

    await two_officers_revoke(graph, now=REVOKED)

    duty = await Duty.get(recipient=graph.committee.id)
    assert (duty.cause, duty.state) == (Cause.REVOKED, DutyState.SENT)
    assert (await verify(graph.code, now=REVOKED)).standing is not Standing.VALID  # type: ignore[union-attr]
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=graph.committee.id)
    await letters.open_letter(letter.id, by=graph.secretary, now=REVOKED)
    page = await read.read(letter.id, by=graph.secretary, on=REVOKED.date())
    assert page.content.subject == "信息变动告知函"
    assert await graph.percent() == 0, "to have read it is not to have said so"

    await recipients.acknowledge(duty.id, by=graph.secretary, now=KNOWN)
    await rounds_of_all(now=KNOWN)
    assert await graph.percent() == 50 and not await graph.cleared()
    again = await Task.get(kind=TaskKind.RECONSIDER, organisation_id=graph.committee.id)
    assert again.state is TaskState.OPEN, "to know is not to have decided anew"

    await recipients.reconsidered(duty.id, by=graph.secretary, now=DECIDED)
    await rounds_of_all(now=DECIDED)
    await again.refresh_from_db()
    assert again.state is TaskState.DONE
    assert await graph.percent() == 50 and not await graph.cleared()

    await its_receipt_is_signed(graph, association)
    await rounds_of_all(now=DECIDED)

    assert await graph.percent() == 100
    await the_person_reads_it(graph)


async def its_receipt_is_signed(graph: Told, association: UUID) -> None:
    """It has no officer here; a courier brings the letter and comes back with its receipt."""
    letter = await Letter.get(kind=LetterKind.CHANGED, recipient_id=association)
    await letters.begin_way(letter.id, Channel.IN_PERSON, by=graph.office.clerk, now=DECIDED)
    assert (await attempt(letter, Channel.IN_PERSON)).state is LetterState.CREATED
    await hand_over(graph.office, letter, now=DECIDED)


async def the_person_reads_it(graph: Told) -> None:
    letter = await Letter.get(kind=LetterKind.CLEARANCE)
    await letters.open_letter(letter.id, by=graph.own, now=DECIDED)
    text = await words(letter)
    assert f"{graph.committee.name}：2026-11-25收到；2026-11-26已告知变动；2026-11-27确认知悉。" in text
    assert "2026-11-28确认知悉" in text and "由他人冒名" not in text
    assert (await read.pdf(letter.id, by=graph.own, on=DECIDED.date()))[2].startswith(b"%PDF")
