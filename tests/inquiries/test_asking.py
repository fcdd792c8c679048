"""A question is answered with consent only, and registered always."""

import asyncio
from datetime import date, timedelta

import pytest

from integrity_archive.errors import Forbidden
from integrity_archive.inquiries import actions, queries
from integrity_archive.inquiries.actions import InquiryRefused, ask
from integrity_archive.inquiries.kinds import Purpose, Result
from integrity_archive.inquiries.models import Consent, Inquiry
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people import queries as queries_of_people
from integrity_archive.people.actions import import_roster
from integrity_archive.people.identity import DocumentKind
from integrity_archive.people.models import Person
from integrity_archive.rosters.kinds import RosterKind

from ..building import NOW, an_adult, as_the_person
from .conftest import Asking


async def refused(asking: Asking, *, now: object = NOW, **changes: object) -> Result:
    question = asking.question.model_copy(update=changes)
    with pytest.raises(InquiryRefused) as refusal:
        await ask(question, by=asking.secretary, now=now)  # type: ignore[arg-type]
    result = refusal.value.facts["result"]
    assert isinstance(result, Result)
    last = await Inquiry.all().order_by("-event").first()
    assert last is not None and last.result is result and last.entries == []
    assert (await Event.get(seq=last.event)).kind is Kind.INQUIRY_REFUSED
    return result


async def test_with_consent_the_answer_holds_what_the_purpose_needs_and_no_more(asking: Asking) -> None:
    await asking.consent()
    answer = await ask(asking.question, by=asking.secretary, now=NOW)
    [told] = answer.entries
    assert (answer.name, told.entry, told.record_type) == (asking.adult.name, asking.entry.id, "SN-EXF-0605")
    assert answer.number == asking.adult.number[:6] + "********" + asking.adult.number[-4:]
    assert not hasattr(told, "summary")
    row = await Inquiry.get()
    assert (row.result, [str(id) for id in row.entries]) == (Result.ANSWERED, [str(asking.entry.id)])
    assert await queries.answer(answer.inquiry, by=asking.secretary, now=NOW) == answer


async def test_each_way_of_lacking_consent_has_its_reason(asking: Asking) -> None:
    assert await refused(asking) is Result.NO_AUTH
    consent = await asking.consent()
    assert await refused(asking, purpose=Purpose.GRADUATION) is Result.PURPOSE_MISMATCH
    assert await refused(asking, now=NOW + timedelta(days=400)) is Result.AUTH_EXPIRED
    await ask(asking.question, by=asking.secretary, now=NOW)
    assert await refused(asking) is Result.USES_EXHAUSTED
    await actions.withdraw_consent(consent.id, by=asking.student, now=NOW)
    assert await refused(asking) is Result.AUTH_WITHDRAWN


async def test_a_stranger_a_wrong_name_and_no_consent_cannot_be_told_apart(asking: Asking) -> None:
    stranger = an_adult()
    assert await refused(asking) is Result.NO_AUTH
    assert await refused(asking, name="桑别名") is Result.NO_AUTH
    assert await refused(asking, number=stranger.number, name=stranger.name) is Result.NO_AUTH
    assert await refused(asking, number="not a number") is Result.NO_AUTH
    assert await Inquiry.filter(person_id=None).count() == 3, "what is nobody's is on nobody's list"


async def test_a_holder_of_a_passport_is_asked_about_with_the_date_of_birth(asking: Asking) -> None:
    roster = "姓名,证件类型,证件号码,出生日期,学号,培养层次\nAnna Berg,护照,NZLAB123456,2001-02-03,S-9,本科\n"
    await import_roster(RosterKind.STUDENTS, "名册.csv", roster.encode(), by=asking.office.clerk, now=NOW)
    guest = await queries_of_people.find("S-9", by=asking.office.clerk)
    assert guest
    student = await as_the_person(await Person.get(id=guest.id))
    new = actions.GiveConsent(organisation=asking.committee.id, purpose=Purpose.SCHOLARSHIP)
    await actions.give_consent(new, by=student, now=NOW)
    passport = {"kind": DocumentKind.PASSPORT, "number": "NZLAB123456", "name": "Anna Berg"}
    assert await refused(asking, **passport) is Result.NO_AUTH
    question = asking.question.model_copy(update=passport | {"birth_on": date(2001, 2, 3)})
    assert (await ask(question, by=asking.secretary, now=NOW)).name == "Anna Berg"


async def test_two_questions_at_once_do_not_share_one_use(asking: Asking) -> None:
    await asking.consent(uses=1)
    asked = [ask(asking.question, by=asking.secretary, now=NOW) for _ in range(4)]
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(one, actions.Answer) for one in outcomes) == 1
    assert sum(isinstance(one, InquiryRefused) for one in outcomes) == 3
    assert (await Consent.get()).uses_left == 0 and await Inquiry.all().count() == 4


async def test_an_entry_past_its_display_is_in_no_answer(asking: Asking) -> None:
    await asking.consent(uses=3)
    assert asking.entry.display_until
    await Consent.all().update(valid_until=asking.entry.display_until + timedelta(days=9))
    last_day = NOW.replace(year=asking.entry.display_until.year, month=asking.entry.display_until.month)
    last_day = last_day.replace(day=asking.entry.display_until.day)
    assert len((await ask(asking.question, by=asking.secretary, now=last_day)).entries) == 1
    assert (await ask(asking.question, by=asking.secretary, now=last_day + timedelta(days=1))).entries == []


async def test_the_person_sees_who_looked_and_who_was_refused(asking: Asking) -> None:
    await refused(asking)
    await asking.consent()
    await ask(asking.question, by=asking.secretary, now=NOW)
    assert asking.student.person
    looks = await queries.who_looked(asking.student.person)
    assert sorted(look.result for look in looks) == [Result.ANSWERED, Result.NO_AUTH]
    assert {look.organisation for look in looks} == {asking.committee.name}


async def test_only_a_committee_asks_and_only_a_committee_can_be_allowed(asking: Asking) -> None:
    with pytest.raises(Forbidden):
        await ask(asking.question, by=asking.office.clerk, now=NOW)
    university = actions.GiveConsent(organisation=asking.office.organisation.id, purpose=Purpose.SCHOLARSHIP)
    with pytest.raises(actions.NotAnAsker):
        await actions.give_consent(university, by=asking.student, now=NOW)


async def test_consent_is_never_longer_or_wider_than_its_purpose(asking: Asking) -> None:
    wide = {"organisation": asking.committee.id, "purpose": Purpose.SCHOLARSHIP}
    for changes, refusal in (
        ({"valid_until": NOW.date() + timedelta(days=91)}, actions.ConsentTooLong),
        ({"uses": 99}, actions.ConsentTooOften),
        ({"families": ["LAW"]}, actions.FamilyNotOfPurpose),
    ):
        with pytest.raises(refusal):
            await actions.give_consent(actions.GiveConsent(**wide | changes), by=asking.student, now=NOW)  # type: ignore[arg-type]
