"""Somebody may act for a person, for the acts and the time that his power says, and for no other."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from integrity_archive.actors import Role
from integrity_archive.errors import Forbidden, NotFound
from integrity_archive.file_types import NotADocument
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.representations import (
    EndsBeforeItBegins,
    NoSuchPower,
    OutsideScope,
    PowerEnded,
    PowerNotInForce,
    ReceivedBefore,
    ReceivedLater,
    RepresentativeOnPaper,
    Representing,
    document,
    end_power,
    powers_of,
    received,
    record_power,
    require_power,
    usable,
)
from integrity_archive.remedies.actions import Complaining, Handed, Objecting, lodge_complaint, lodge_objection
from integrity_archive.remedies.kinds import DocumentKind, Ground

from ..building import (
    NOW,
    PDF,
    Office,
    a_clerk,
    a_person,
    a_university,
    an_effective_entry,
    an_officer,
    as_the_person,
)  # fmt: skip

TODAY = NOW.date()
OBJECTING = Objecting(ground=Ground.FACTS, text="进入考场的是我本人。")


@pytest.fixture
async def office(database: object) -> Office:
    return await a_university()


@pytest.fixture
async def person(office: Office) -> Person:
    return await a_person(office)


async def a_power(office: Office, person: Person, **changes: Any) -> UUID:
    given: dict[str, Any] = {
        "name": "岳承安", "number": "149901198001010017", "scope": [Scope.OBJECT, Scope.SEE],
        "valid_from": TODAY - timedelta(10), "valid_until": TODAY + timedelta(10),
    }  # fmt: skip
    new = Representing.model_validate(given | changes)
    return (await record_power(person.id, new, "委托书.pdf", PDF, by=office.clerk, now=NOW)).id


async def test_the_office_knows_who_may_act_and_the_person_sees_it(office: Office, person: Person) -> None:
    power = await a_power(office, person)
    own = await as_the_person(person)

    [seen] = await powers_of(person.id, by=own)
    assert (seen.id, seen.name, seen.scope) == (power, "岳承安", frozenset({Scope.OBJECT, Scope.SEE}))
    assert await document(power, by=own) == ("委托书.pdf", "application/pdf", PDF)
    assert Kind.REPRESENTATION_RECORDED in [one.kind for one in await journal.of_person(person.id)]


async def test_another_office_neither_records_nor_sees_nor_uses_it(office: Office, person: Person) -> None:
    power, other = await a_power(office, person), await a_university(which=1)
    with pytest.raises(NotFound):
        await a_power(other, person)
    with pytest.raises(NotFound):
        await powers_of(person.id, by=other.clerk)
    with pytest.raises(NotFound):
        await document(power, by=other.clerk)
    with pytest.raises(NoSuchPower):
        await require_power(person.id, Scope.OBJECT, power, on=TODAY, by=other.clerk)


async def test_a_clerk_records_it_on_a_document_with_a_term(office: Office, person: Person) -> None:
    new = Representing(name="岳承安", number="X123", scope=[Scope.SEE], valid_from=TODAY, valid_until=TODAY)
    with pytest.raises(Forbidden):
        await record_power(person.id, new, "委托书.pdf", PDF, by=office.reviewer, now=NOW)
    with pytest.raises(NotADocument):
        await record_power(person.id, new, "委托书.pdf", b"MZ", by=office.clerk, now=NOW)
    with pytest.raises(EndsBeforeItBegins):
        await a_power(office, person, valid_until=TODAY - timedelta(11))


@pytest.mark.parametrize("days", [-10, 0, 10])
async def test_it_covers_its_acts_on_each_day_of_its_term(office: Office, person: Person, days: int) -> None:
    power, on = await a_power(office, person), TODAY + timedelta(days)
    assert await require_power(person.id, Scope.OBJECT, power, on=on, by=office.clerk) == {"representation": str(power)}


async def test_it_covers_nothing_else(office: Office, person: Person) -> None:
    power, stranger = await a_power(office, person), await a_person(office)
    for outside in set(Scope) - {Scope.OBJECT, Scope.SEE}:
        with pytest.raises(OutsideScope):
            await require_power(person.id, outside, power, on=TODAY, by=office.clerk)
    for days in (-11, 11):
        with pytest.raises(PowerNotInForce):
            await require_power(person.id, Scope.OBJECT, power, on=TODAY + timedelta(days), by=office.clerk)
    for somebody, id in ((stranger.id, power), (person.id, uuid4())):
        with pytest.raises(NoSuchPower):
            await require_power(somebody, Scope.OBJECT, id, on=TODAY, by=office.clerk)


async def test_the_person_himself_needs_no_power_and_his_page_takes_none(office: Office, person: Person) -> None:
    power, own = await a_power(office, person), await as_the_person(person)
    assert await require_power(person.id, Scope.OBJECT, None, on=TODAY, by=own) == {}
    with pytest.raises(RepresentativeOnPaper):
        await require_power(person.id, Scope.OBJECT, power, on=TODAY, by=own)


async def test_an_ended_power_takes_no_new_paper_and_leaves_the_old(office: Office, person: Person) -> None:
    power = await a_power(office, person)
    for _ in range(2):
        await end_power(power, by=office.clerk, now=NOW)

    with pytest.raises(PowerEnded):
        await require_power(person.id, Scope.OBJECT, power, on=TODAY, by=office.clerk)
    assert await require_power(person.id, Scope.OBJECT, power, on=TODAY - timedelta(1), by=office.clerk)
    assert await usable(person.id, Scope.OBJECT, on=TODAY, by=office.clerk) == []
    ended = [one for one in await journal.of_person(person.id) if one.kind is Kind.REPRESENTATION_ENDED]
    assert len(ended) == 1


async def test_a_paper_counts_from_the_day_it_came_and_not_from_a_day_to_come(office: Office, person: Person) -> None:
    early = OnPaper(received_on=date(2026, 11, 20))
    day, said = await received(early, Scope.OBJECT, person.id, by=office.clerk, now=NOW)
    assert (day, said) == (date(2026, 11, 20), {"received_on": "2026-11-20"})
    with pytest.raises(ReceivedLater):
        late = OnPaper(received_on=TODAY + timedelta(1))
        await received(late, Scope.OBJECT, person.id, by=office.clerk, now=NOW)


async def test_what_the_office_does_for_a_representative_needs_his_power_on_that_very_day(
    office: Office, person: Person
) -> None:
    """Whatever day is typed in for the paper: over is over where he would see the file or consent."""
    power = await a_power(office, person, scope=[Scope.SEE, Scope.CONSENT, Scope.OBJECT])
    await end_power(power, by=office.clerk, now=NOW)
    yesterday = OnPaper(representation=power, received_on=TODAY - timedelta(1))
    for act in (Scope.SEE, Scope.CONSENT):
        with pytest.raises(PowerEnded):
            await received(yesterday, act, person.id, by=office.clerk, now=NOW)
    assert await received(yesterday, Scope.OBJECT, person.id, by=office.clerk, now=NOW)


async def test_a_representative_objects_on_paper_and_the_journal_names_his_power(
    office: Office, person: Person
) -> None:
    power = await a_power(office, person)
    entry = await an_effective_entry(office, person)
    given = OBJECTING.model_copy(update={"representation": power, "received_on": date(2026, 11, 20)})
    signed = Handed(DocumentKind.FILING, "异议申请书.pdf", PDF)
    objection = await lodge_objection(entry.id, given, [signed], by=office.clerk, now=NOW)

    assert objection.limit_on == date(2026, 12, 10)
    [line] = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.OBJECTION_LODGED]
    assert line.body and line.body["representation"] == str(power) and line.body["received_on"] == "2026-11-20"


async def test_no_paper_was_received_before_its_matter_was_known(office: Office, person: Person) -> None:
    """Neither do clocks begin years ago, nor does a day long gone revive a power that is over."""
    entry = await an_effective_entry(office, person)
    known = entry.served_on
    assert known
    signed = Handed(DocumentKind.FILING, "异议申请书.pdf", PDF)
    for early in (date(2020, 1, 1), known - timedelta(1)):
        with pytest.raises(ReceivedBefore) as refused:
            given = OBJECTING.model_copy(update={"received_on": early})
            await lodge_objection(entry.id, given, [signed], by=office.clerk, now=NOW)
        assert known.isoformat() in refused.value.text("zh")
    unfair = Complaining(
        organisation=office.organisation.id, against=office.reviewer.account, entry=entry.id, text="窗口人员拒收材料。",
        received_on=date(2020, 1, 1),
    )  # fmt: skip
    await an_officer(office.organisation, Role.REVIEWER)
    with pytest.raises(ReceivedBefore):
        await lodge_complaint(unfair, person.id, [signed], by=await a_clerk(office.organisation), now=NOW)
    on_that_day = OBJECTING.model_copy(update={"received_on": known})
    assert await lodge_objection(entry.id, on_that_day, [signed], by=office.clerk, now=NOW)


async def test_a_paper_beyond_the_power_is_refused_and_changes_nothing(office: Office, person: Person) -> None:
    power = await a_power(office, person, scope=[Scope.SEE])
    entry = await an_effective_entry(office, person)
    with pytest.raises(OutsideScope):
        given = OBJECTING.model_copy(update={"representation": power})
        await lodge_objection(entry.id, given, by=office.clerk, now=NOW)
    assert Kind.OBJECTION_LODGED not in [one.kind for one in await journal.of_entry(entry.id)]
