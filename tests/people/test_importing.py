"""A roster becomes persons and places, all of it or nothing."""

import asyncio
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.demo.spreadsheets import STUDENT_COLUMNS, workbook
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.people import queries
from integrity_archive.people.actions import (
    AccountUnfit,
    CorrectIdentity,
    IdentityTaken,
    attach_account,
    correct,
    import_roster,
)
from integrity_archive.people.identity import check_character
from integrity_archive.people.models import Enrolment, EnrolmentStatus, Identifier, Membership, Person
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.models import Roster

from ..building import NOW, Office, a_person, a_university, an_adult, an_association, as_the_person

Line = list[str | float]


def line(name: str, number: str | float, own: str, status: str = "在读") -> Line:
    return [name, "居民身份证", number, own, "本科", "信息学院", "统计学", "2024-09-01", status]


async def hand_in(office: Office, *lines: Line) -> Roster:
    data = workbook(STUDENT_COLUMNS, list(lines))
    return await import_roster(RosterKind.STUDENTS, "名册.xlsx", data, by=office.clerk, now=NOW)


async def test_every_row_becomes_a_person_who_is_found_by_number(database: object) -> None:
    office, one, other = await a_university(), an_adult(), an_adult()
    roster = await hand_in(office, line(one.name, one.number, "20240001"), line(other.name, other.number, "20240002"))
    assert (roster.state, roster.rows_new, roster.rows_failed) == (RosterState.IMPORTED, 2, 0)
    by_number, by_own = await queries.find(one.number, by=office.clerk), await queries.find("20240001", by=office.clerk)
    assert by_number and by_number == by_own and (by_number.name, by_number.birth_on) == (one.name, one.birth)
    assert await Event.filter(kind=Kind.ROSTER_IMPORTED).count() == 1


async def test_a_number_stored_as_a_number_refuses_the_whole_file_and_changes_nothing(database: object) -> None:
    office, one, other = await a_university(), an_adult(), an_adult()
    roster = await hand_in(
        office, line(one.name, one.number, "20240001"), line(other.name, float(other.number[:17] + "0"), "20240002")
    )
    assert (roster.state, roster.rows_new, roster.rows_failed) == (RosterState.REFUSED, 0, 1)
    assert (await Person.all().count(), await Enrolment.all().count()) == (0, 0)
    errors = openpyxl.load_workbook(BytesIO(await queries.roster_errors(roster.id, by=office.clerk))).active
    assert errors is not None and errors.max_row == 2, "the header and the one row that failed"
    assert "被存为数字" in str([cell.value for cell in errors[2]])


async def test_the_same_roster_again_is_harmless_and_its_newer_word_counts(database: object) -> None:
    office, one = await a_university(), an_adult()
    await hand_in(office, line(one.name, one.number, "20240001"))
    again = await hand_in(office, line(one.name, one.number, "20240001", "毕业"))
    assert (again.rows_new, again.rows_known) == (0, 1)
    assert await Person.all().count() == 1
    assert (await Enrolment.get()).status is EnrolmentStatus.GRADUATED


async def test_one_person_at_two_universities_is_one_person(database: object) -> None:
    first, second, one = await a_university(), await a_university(which=1), an_adult()
    await hand_in(first, line(one.name, one.number, "20240001"))
    await hand_in(second, line(one.name, one.number, "S-1"))
    assert (await Person.all().count(), await Enrolment.all().count()) == (1, 2)
    assert (await queries.find("S-1", by=second.clerk)) is not None
    assert (await queries.find("20240001", by=second.clerk)) is None, "the other university's number opens nothing"


async def test_a_name_that_does_not_go_with_the_number_is_a_fault_that_tells_nothing(database: object) -> None:
    first, second, one = await a_university(), await a_university(which=1), an_adult()
    await hand_in(first, line(one.name, one.number, "20240001"))
    roster = await hand_in(second, line("桑别名", one.number, "S-1"))
    assert roster.state is RosterState.REFUSED
    errors = await queries.roster_errors(roster.id, by=second.clerk)
    text = str([cell.value for row in openpyxl.load_workbook(BytesIO(errors)).active for cell in row])  # type: ignore[union-attr]
    assert "不匹配" in text and one.name not in text


async def test_a_number_of_the_office_belongs_to_one_person(database: object) -> None:
    office, one, other = await a_university(), an_adult(), an_adult()
    await hand_in(office, line(one.name, one.number, "20240001"))
    roster = await hand_in(office, line(other.name, other.number, "20240001"))
    assert roster.state is RosterState.REFUSED and await Person.all().count() == 1


async def test_members_of_an_association_keep_their_licence_sealed(database: object) -> None:
    office = await an_association()
    await a_person(office, profession="医师")
    membership = await Membership.get()
    assert membership.profession == "DOC" and b"ZY" not in membership.sealed


async def test_a_corrected_number_is_current_and_the_former_one_is_still_known(database: object) -> None:
    office, one, right = await a_university(), an_adult(), an_adult()
    person = await a_person(office, one)
    mended = CorrectIdentity(name="桑正名", number=right.number, reason="已核对证件原件")
    await correct(person.id, mended, by=office.clerk, now=NOW)
    found = await queries.particulars(person.id)
    assert (found.name, found.number, found.birth_on) == ("桑正名", right.number, right.birth)
    assert await Identifier.filter(person_id=person.id).order_by("id").values_list("current", flat=True) == [
        False,
        True,
    ]
    former = await queries.find(one.number, by=office.clerk)
    assert former and former.id == person.id


async def test_a_number_of_somebody_else_cannot_be_given_to_a_person(database: object) -> None:
    office, other = await a_university(), an_adult()
    person = await a_person(office)
    await a_person(office, other)
    with pytest.raises(IdentityTaken):
        await correct(person.id, CorrectIdentity(number=other.number, reason="误填"), by=office.clerk, now=NOW)


async def a_permit_holder(office: Office) -> queries.Particulars:
    roster = "姓名,证件类型,证件号码,出生日期,学号,层次\n桑港,港澳居民来往内地通行证,H1234567801,2001-02-03,S-9,本科\n"
    await import_roster(RosterKind.STUDENTS, "名册.csv", roster.encode(), by=office.clerk, now=NOW)
    found = await queries.find("S-9", by=office.clerk)
    assert found
    return found


async def test_the_next_issue_of_a_permit_takes_the_place_of_the_last(database: object) -> None:
    office = await a_university()
    holder = await a_permit_holder(office)
    renewed = CorrectIdentity(number="H1234567802", birth_on=holder.birth_on, reason="换发新证")
    await correct(holder.id, renewed, by=office.clerk, now=NOW)
    assert (await queries.particulars(holder.id)).number == "H1234567802"
    back = renewed.model_copy(update={"number": "H1234567801"})
    await correct(holder.id, back, by=office.clerk, now=NOW)
    assert (await queries.particulars(holder.id)).number == "H1234567801"
    assert await Identifier.filter(person_id=holder.id).count() == 2, "a document that comes back is not a third one"


async def test_a_permit_holder_is_found_by_any_issue_of_the_permit(database: object) -> None:
    office = await a_university()
    holder = await a_permit_holder(office)
    for number in ("H1234567801", "h12345678 02"):
        assert await queries.find(number, by=office.clerk) == holder


async def test_a_date_of_birth_is_mended_with_and_without_a_name(database: object) -> None:
    office = await a_university()
    holder = await a_permit_holder(office)
    for changes in ({"birth_on": date(2002, 2, 3)}, {"birth_on": date(2003, 2, 3), "name": "桑正"}):
        await correct(holder.id, CorrectIdentity(**changes, reason="误填"), by=office.clerk, now=NOW)  # type: ignore[arg-type]
        assert (await queries.particulars(holder.id)).birth_on == changes["birth_on"]


async def test_the_truth_is_accepted_about_somebody_who_is_a_minor_still(database: object) -> None:
    office = await a_university()
    person = await a_person(office)
    minor = "14990020150101001"
    mended = CorrectIdentity(number=minor + check_character(minor), reason="误填")
    await correct(person.id, mended, by=office.clerk, now=NOW)
    assert (await queries.particulars(person.id)).birth_on == date(2015, 1, 1)


async def test_of_two_persons_given_one_number_at_once_one_is_refused(database: object) -> None:
    office, right = await a_university(), an_adult()
    persons = [await a_person(office) for _ in range(4)]
    mended = CorrectIdentity(number=right.number, reason="误填")
    outcomes = await asyncio.gather(
        *(correct(person.id, mended, by=office.clerk, now=NOW) for person in persons), return_exceptions=True
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["IdentityTaken"] * 3 + ["Person"]


async def test_an_account_belongs_to_one_person_and_never_to_an_officer(database: object) -> None:
    office = await a_university()
    person, other = await a_person(office), await a_person(office)
    own = (await as_the_person(person)).account
    assert own and office.clerk.account
    await attach_account(person.id, own, by=SYSTEM, now=NOW)
    for whose, account in ((other, own), (other, office.clerk.account), (person, office.clerk.account)):
        with pytest.raises(AccountUnfit):
            await attach_account(whose.id, account, by=SYSTEM, now=NOW)
    assert (await Person.get(id=person.id)).account_id == own
