"""The people of an office: found by a number that no address holds, shown with a masked one, mended with a reason."""

from uuid import UUID

from integrity_archive.people.queries import particulars

from .archive import ADULTS, SOMEBODY, XLSX, roster_file
from .browser import Browser
from .conftest import Officer


async def test_a_roster_comes_in_and_its_people_are_listed(clerk: Officer) -> None:
    answer = await clerk.browser.send(
        "rosters:import", {"kind": "students"}, files={"file": ("名册.xlsx", roster_file(), XLSX)}
    )
    result = await clerk.browser.client.get(answer.headers["location"])
    people = (await clerk.browser.see("people:list")).text

    assert answer.status_code == 303 and "名册已导入" in result.text
    assert all(adult.name in people and adult.number not in people for adult in ADULTS)


async def test_a_roster_with_a_fault_offers_its_error_workbook(clerk: Officer) -> None:
    from dataclasses import replace

    wrong = [replace(ADULTS[0], number=ADULTS[0].number[:-1] + "W"), *ADULTS[1:]]
    answer = await clerk.browser.send(
        "rosters:import", {"kind": "students"}, files={"file": ("名册.xlsx", roster_file(wrong), XLSX)}
    )
    result = await clerk.browser.client.get(answer.headers["location"])
    workbook = await clerk.browser.client.get(f"{answer.headers['location']}/errors.xlsx")

    assert "名册没有导入" in result.text and "1 行有误" in result.text
    assert workbook.content.startswith(b"PK") and workbook.headers["content-disposition"].startswith("attachment")


async def test_a_file_that_is_no_roster_is_refused_on_the_page(clerk: Officer) -> None:
    answer = await clerk.browser.send(
        "rosters:import", {"kind": "students"}, files={"file": ("名册.xlsx", b"nothing", XLSX)}
    )
    without = await clerk.browser.send("rosters:import", {"kind": "students"})

    assert answer.status_code in (415, 422) and 'id="faults"' in answer.text
    assert without.status_code == 422 and 'id="f-file-fault"' in without.text


async def test_somebody_is_found_by_number_in_the_body_only(clerk: Officer, person: UUID) -> None:
    answer = await clerk.browser.send("people:find", {"number": SOMEBODY.number})

    assert answer.headers["location"] == f"/people/{person}"
    page = (await clerk.browser.see("people:show", person_id=person)).text
    assert SOMEBODY.name in page and SOMEBODY.number not in page


async def test_a_number_of_nobody_is_said_beside_the_field(clerk: Officer, person: UUID) -> None:
    answer = await clerk.browser.send("people:find", {"number": "149901200001010009"})

    assert answer.status_code == 422 and 'id="f-number-fault"' in answer.text


async def test_a_name_is_mended_with_a_reason(clerk: Officer, person: UUID) -> None:
    bare = await clerk.browser.send("people:correct", {"name": "滕朔"}, person_id=person)
    done = await clerk.browser.send("people:correct", {"name": "滕朔", "reason": "名册录入有误"}, person_id=person)

    assert bare.status_code == 422 and 'id="f-reason-fault"' in bare.text and 'value="滕朔"' in bare.text
    assert done.status_code == 303 and (await particulars(person)).name == "滕朔"


async def test_a_wrong_check_digit_is_said_beside_the_number(clerk: Officer, person: UUID) -> None:
    form = {"number": SOMEBODY.number[:-1] + ("0" if SOMEBODY.number[-1] != "0" else "1"), "reason": "核对原件"}

    answer = await clerk.browser.send("people:correct", form, person_id=person)

    assert answer.status_code == 422 and "校验位不符" in answer.text


async def test_the_own_page_of_nobody_is_not_found(anybody: Browser, clerk: Officer) -> None:
    assert (await clerk.browser.see("own:show")).status_code == 403
