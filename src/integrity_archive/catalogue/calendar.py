"""Which days are working days in China: weekends, the State Council's yearly notice, nothing else.

A year is covered once its notice is among the data files. Beyond that a day is judged by weekends and the
holidays of fixed date alone, and whoever asks is told that the answer is provisional.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

DATA = files("integrity_archive.catalogue") / "calendars"
SATURDAY = 5
LONGEST_HOLIDAY = 31  # more days than this in a row is a slip of the pen


@dataclass(frozen=True)
class Calendar:
    """The days known to differ from the plain week, and the years for which a notice was published."""

    years: frozenset[int]
    holidays: frozenset[date]
    workdays: frozenset[date]  # weekend days worked in exchange for a longer holiday (调休)
    fixed: frozenset[tuple[int, int]]  # month and day of holidays that fall on the same date every year

    def covers(self, day: date) -> bool:
        return day.year in self.years

    def is_working_day(self, day: date) -> bool:
        if day in self.workdays:
            return True
        if day in self.holidays or day.weekday() >= SATURDAY:
            return False
        return self.covers(day) or (day.month, day.day) not in self.fixed


@cache
def official() -> Calendar:
    """The calendar shipped with the program."""
    return calendar(
        (tomllib.loads(file.read_text("utf-8")) for file in DATA.iterdir() if file.name[:4].isdigit()),
        fixed=tomllib.loads((DATA / "fixed.toml").read_text("utf-8"))["days"],
    )


def calendar(notices: Iterable[dict[str, object]], *, fixed: Iterable[str]) -> Calendar:
    """Read yearly notices; a notice that contradicts itself or its year is refused with ValueError."""
    years: set[int] = set()
    holidays: set[date] = set()
    workdays: set[date] = set()
    for notice in notices:
        year = notice["year"]
        if not isinstance(year, int) or year in years:
            raise ValueError(f"calendar year given twice or unreadable: {year!r}")
        years.add(year)
        entries = notice["holiday"]
        assert isinstance(entries, list)
        for entry in entries:
            rest, worked = set(_days(entry["from"], entry["to"])), set(entry.get("workdays", ()))
            if strange := {day for day in rest | worked if day.year not in (year - 1, year)}:
                raise ValueError(f"the notice of {year} cannot speak of {sorted(strange)}")
            holidays |= rest
            workdays |= worked
    if holidays & workdays:
        raise ValueError(f"both holiday and working day: {sorted(holidays & workdays)}")
    if wrong := sorted(day for day in workdays if day.weekday() < SATURDAY):
        raise ValueError(f"make-up working days must be weekend days: {wrong}")
    return Calendar(
        frozenset(years),
        frozenset(holidays),
        frozenset(workdays),
        frozenset((int(day[:2]), int(day[3:])) for day in fixed),
    )


def _days(first: date, last: date) -> Iterable[date]:
    if not 0 <= (last - first).days < LONGEST_HOLIDAY:
        raise ValueError(f"not a holiday: {first} to {last}")
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
