"""Which days are working days in China: weekends, the State Council's yearly notice, nothing else.

A year is covered once its notice is known: shipped with the program, or imported; its last days only once the next
year's is known too, which may rule on them. Beyond that a day is judged by weekends and the holidays of fixed date
alone, and whoever asks is told that the answer is provisional.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from pydantic import Field, ValidationError

from integrity_archive.catalogue.legal_basis import Data, Text

DATA = files("integrity_archive.catalogue") / "calendars"
SATURDAY = 5
LONGEST_HOLIDAY = 31  # more days than this in a row is a slip of the pen


class Holiday(Data):
    """Days off in a row, and the weekend days that are worked in exchange (调休)."""

    name: str
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    workdays: frozenset[date] = frozenset()

    @property
    def days(self) -> set[date]:
        if not 0 <= (self.last - self.first).days < LONGEST_HOLIDAY:
            raise ValueError(f"not a holiday: {self.first} to {self.last}")
        return {self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)}


class Notice(Data):
    """The State Council's notice of one year. It may begin in the last days of the year before.

    A later notice may change the year (2020's Spring Festival was prolonged): it has the whole year as it is from then
    on, its own number, and the title of the one that it `replaces`.
    """

    year: int = Field(ge=2000, le=2200)
    notice: Text  # its title
    number: Text | None = None  # 文号
    replaces: Text | None = None
    holidays: tuple[Holiday, ...] = Field(alias="holiday", min_length=1)

    @property
    def days(self) -> tuple[frozenset[date], frozenset[date]]:
        """What is off and what is worked; raises ValueError if the notice contradicts itself or its year."""
        off = frozenset(day for holiday in self.holidays for day in holiday.days)
        worked = frozenset(day for holiday in self.holidays for day in holiday.workdays)
        if strange := sorted(day for day in off | worked if day.year not in (self.year - 1, self.year)):
            raise ValueError(f"the notice of {self.year} cannot speak of {listed(strange)}")
        if wrong := sorted(day for day in worked if day.weekday() < SATURDAY):
            raise ValueError(f"make-up working days must be weekend days: {listed(wrong)}")
        return off, worked


@dataclass(frozen=True)
class Fixed:
    """What is so in every year, as months and days: holidays (全国年节及纪念日放假办法 2), and the day from which the
    next year's notice may still change the rest of the year."""

    days: frozenset[tuple[int, int]]
    unsettled_from: tuple[int, int]


@dataclass(frozen=True)
class Calendar:
    """The days known to differ from the plain week, and the years for which a notice was published."""

    years: frozenset[int]
    holidays: frozenset[date]
    workdays: frozenset[date]  # weekend days worked in exchange for a longer holiday (调休)
    fixed: Fixed

    def covers(self, day: date) -> bool:
        unsettled = (day.month, day.day) >= self.fixed.unsettled_from
        return day.year in self.years and (not unsettled or day.year + 1 in self.years)

    def is_working_day(self, day: date) -> bool:
        if day in self.workdays:
            return True
        if day in self.holidays or day.weekday() >= SATURDAY:
            return False
        return self.covers(day) or (day.month, day.day) not in self.fixed.days


def official() -> Calendar:
    """The calendar of this process: the notices shipped with the program, and those it holds beside them."""
    return known()[1]


def notices() -> dict[int, Notice]:
    """The notices behind it, by year."""
    return known()[0]


def known() -> tuple[dict[int, Notice], Calendar]:
    if not held:
        hold(())
    return held[0]


def hold(imported: Iterable[Notice]) -> None:
    """From now on `official` knows these notices too; for a year that is shipped as well, the imported one counts."""
    by_year = {**shipped(), **{notice.year: notice for notice in imported}}
    held[:] = [(by_year, calendar(by_year.values()))]


@cache
def shipped() -> dict[int, Notice]:
    """The notices that come with the program, by year."""
    texts = (file.read_text("utf-8") for file in DATA.iterdir() if file.name[:4].isdigit())
    return {notice.year: notice for notice in map(read, texts)}


def read(text: str) -> Notice:
    """The notice in this file; raises ValueError for what is none, or contradicts itself."""
    try:
        notice = Notice.model_validate(tomllib.loads(text))
    except ValidationError as wrong:
        raise ValueError("; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors())) from None
    calendar([notice])
    return notice


def calendar(notices: Iterable[Notice]) -> Calendar:
    """Put yearly notices together; raises ValueError if one contradicts itself, its year or another notice."""
    years: set[int] = set()
    holidays: set[date] = set()
    workdays: set[date] = set()
    for notice in notices:
        if notice.year in years:
            raise ValueError(f"calendar year given twice: {notice.year}")
        years.add(notice.year)
        off, worked = notice.days
        holidays |= off
        workdays |= worked
    if both := sorted(holidays & workdays):
        raise ValueError(f"both holiday and working day: {listed(both)}")
    return Calendar(frozenset(years), frozenset(holidays), frozenset(workdays), fixed())


@cache
def fixed() -> Fixed:
    """Read from `fixed.toml`."""
    data = tomllib.loads((DATA / "fixed.toml").read_text("utf-8"))
    return Fixed(frozenset(map(month_and_day, data["days"])), month_and_day(data["unsettled_from"]))


def month_and_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


def listed(days: Iterable[date]) -> str:
    return ", ".join(day.isoformat() for day in days)


held: list[tuple[dict[int, Notice], Calendar]] = []
