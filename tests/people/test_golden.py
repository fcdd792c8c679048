"""The golden cases that are about who somebody is."""

from datetime import date

import pytest

from integrity_archive.people.actions import import_roster
from integrity_archive.people.identity import DocumentKind, WrongDocumentNumber, check_character, identify
from integrity_archive.people.models import Person
from integrity_archive.rosters.kinds import RosterKind, RosterState

from ..building import NOW, a_university

NUMBER = "140106200306150003"
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("place", range(17))
def test_golden_18_a_single_wrong_digit_is_caught(place: int) -> None:
    """ISO 7064 MOD 11-2 finds every single wrong digit."""
    for digit in "0123456789":
        if digit != NUMBER[place]:
            assert check_character(NUMBER[:place] + digit + NUMBER[place + 1 : 17]) != NUMBER[17]


async def test_golden_18(database: object) -> None:
    """Two persons of one name, whose numbers differ in one digit and the check character, stay two."""
    first = NUMBER
    second = NUMBER[:16] + "2"
    second += check_character(second)
    office = await a_university()
    roster = f"姓名,证件号码,学号,培养层次\n桑明远,{first},S-1,本科\n桑明远,{second},S-2,本科\n"
    kept = await import_roster(RosterKind.STUDENTS, "名册.csv", roster.encode(), by=office.clerk, now=NOW)
    assert kept.state is RosterState.IMPORTED
    assert await Person.all().count() == 2


@pytest.mark.parametrize(
    ("kind", "number", "born"),
    [
        (DocumentKind.PERMANENT_RESIDENT, "911124198108030024", date(1981, 8, 3)),
        (DocumentKind.RESIDENT_ID, "830000200101010007", date(2001, 1, 1)),
    ],
)
def test_golden_19(kind: DocumentKind, number: str, born: date) -> None:
    """A foreign permanent resident's card and a Taiwan resident's permit are numbers like any other."""
    assert identify(kind, number, birth_on=None, today=TODAY).birth_on == born
    with pytest.raises(WrongDocumentNumber):
        identify(kind, number[:-1] + ("1" if number[-1] != "1" else "2"), birth_on=None, today=TODAY)
