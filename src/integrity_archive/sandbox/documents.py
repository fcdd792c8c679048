"""Identity documents (PPG/1.0 §4.1), social credit codes (GB 32100), ages (§4.3 E3005)."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from integrity_archive.sandbox.codes import Fault
from integrity_archive.sandbox.moments import is_date

WEIGHTS = [pow(2, 17 - place, 11) for place in range(17)]
NUMBERED = re.compile("[1-8][0-9]{16}[0-9X]")
RESIDENT_FOREIGNER = re.compile("9[0-9]{16}[0-9X]")
OLD_RESIDENT_FOREIGNER = re.compile("[A-Z]{3}[0-9]{12}")
UNDATED = {
    "516": re.compile("[HM][0-9]{8}([0-9]{2})?"),
    "511": re.compile("[0-9]{8}([0-9]{2})?"),
    "414": re.compile("[A-Z]{3}[A-Z0-9]{5,9}"),
    "553": OLD_RESIDENT_FOREIGNER,
}
DATED = {"111": NUMBERED, "553": RESIDENT_FOREIGNER}
CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def identity_faults(subject: dict[str, Any]) -> tuple[list[Fault], date | None]:
    """What is wrong with the document, and the date of birth it proves."""
    kind, number, stated = subject["id_type"], subject["id_no"], subject["birth_date"]
    if kind not in DATED and kind not in UNDATED:
        return [Fault("E3006", "subject.id_type")], None
    if kind in DATED and DATED[kind].fullmatch(number):
        born = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
        if not is_date(born) or not check_digit_fits(number):
            return [Fault("E3001", "subject.id_no")], None
        if stated is not None:
            return [Fault("E3001", "subject.birth_date")], None
        return [], date.fromisoformat(born)
    if kind not in UNDATED or not UNDATED[kind].fullmatch(number):
        return [Fault("E3001", "subject.id_no")], None
    if stated is None:
        return [Fault("E3001", "subject.birth_date")], None
    return [], date.fromisoformat(stated)


def check_digit_fits(number: str) -> bool:
    """GB 11643: MOD 11-2, the sum with the last digit leaves 1."""
    last = 10 if number[17] == "X" else int(number[17])
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return (total + last) % 11 == 1


def come_of_age(born: date) -> date:
    """The 18th birthday; of a 29 February the 1st of March, as the year is never a leap year."""
    if (born.month, born.day) == (2, 29):
        return date(born.year + 18, 3, 1)
    return born.replace(year=born.year + 18)


@lru_cache(maxsize=4096)
def credit_code_fits(code: str) -> bool:
    """GB 32100: weights 3^i mod 31, the check character makes the sum a multiple of 31."""
    total = sum(CREDIT_CODE.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return (total + CREDIT_CODE.index(code[17])) % 31 == 0


def months_later(start: date, months: int) -> date:
    """The corresponding day, else the end of the month (§4.3 E4006)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in (start.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
