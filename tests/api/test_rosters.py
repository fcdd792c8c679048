"""A roster over the interface: taken in whole, or refused whole with the workbook that says why."""

from io import BytesIO

import httpx2
from openpyxl import load_workbook

from integrity_archive.demo.spreadsheets import STUDENT_COLUMNS, workbook
from integrity_archive.people.models import Person

from ..building import an_adult
from .conftest import Machine

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLACE = ["本科", "信息学院", "统计学", "2024-09-01", "在读"]


def students(*numbers: str, name: str = "温岚泓") -> bytes:
    lines = [[name, "居民身份证", number, f"S{place}", *PLACE] for place, number in enumerate(numbers)]
    return workbook(STUDENT_COLUMNS, lines)


async def hand_in(machine: Machine, data: bytes, **options: str) -> httpx2.Response:
    files = {"file": ("名册.xlsx", data, XLSX)}
    return await machine.post("/rosters", data={"kind": "students"}, files=files, **options)


async def test_the_persons_of_a_roster_are_found_by_number_and_listed_in_pages(clerk: Machine) -> None:
    numbers = [an_adult().number for _ in range(3)]
    taken = await hand_in(clerk, students(*numbers))
    assert (taken.status_code, taken.json()["state"], taken.json()["rows_new"]) == (201, "imported", 3)
    found = (await clerk.post("/persons/find", {"number": numbers[1]})).json()
    first = (await clerk.get("/persons?limit=2")).json()
    rest = (await clerk.get(f"/persons?limit=2&after={first[-1]['id']}")).json()
    assert (len(first), len(rest)) == (2, 1)
    assert found["id"] in {row["id"] for row in first + rest} and found["name"] == "温岚泓"
    assert not any(number in str(first + rest) for number in numbers)


async def test_one_wrong_row_changes_nothing_and_is_named_in_the_workbook(clerk: Machine) -> None:
    right = an_adult().number
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    refused = (await hand_in(clerk, students(right, wrong))).json()
    assert (refused["state"], refused["rows_seen"], refused["rows_failed"]) == ("refused", 2, 1)
    assert await Person.all().count() == 0
    answer = await clerk.get(f"/rosters/{refused['id']}/errors")
    assert answer.headers["content-type"] == XLSX and "errors.xlsx" in answer.headers["content-disposition"]
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None and wrong in {cell.value for row in sheet for cell in row}


async def test_a_file_sent_twice_is_taken_in_once(clerk: Machine) -> None:
    data = students(an_adult().number)
    first, again = await hand_in(clerk, data, key="k"), await hand_in(clerk, data, key="k")
    assert first.json() == again.json() and again.headers["idempotent-replayed"] == "true"
    assert len((await clerk.get("/rosters")).json()) == 1


async def test_rosters_come_in_pages(clerk: Machine) -> None:
    for _ in range(3):
        await hand_in(clerk, students(an_adult().number, name="温岚"))
    first = (await clerk.get("/rosters?limit=2")).json()
    rest = (await clerk.get(f"/rosters?limit=2&after={first[-1]['id']}")).json()
    assert (len(first), len({row["id"] for row in first + rest})) == (2, 3)


async def test_what_is_no_workbook_is_refused_as_a_problem(clerk: Machine) -> None:
    for data in (b"", b"not a workbook", b"PK\x03\x04"):
        answer = await hand_in(clerk, data)
        assert 400 <= answer.status_code < 500 and answer.headers["content-type"] == "application/problem+json"
    assert (await clerk.get("/rosters")).json() == []
