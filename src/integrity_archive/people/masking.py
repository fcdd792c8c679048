"""How much of a name and a document number is shown, by who looks. Masked text is for eyes, never for matching."""

import re
from enum import Enum

from integrity_archive.people.identity import SEPARATOR

HIDDEN = "*"


class Level(Enum):
    """From everything to nothing; each surface has one."""

    FULL = 0  # the person, the unit that recorded it, the encrypted push
    BUSINESS = 1  # a committee with the person's consent
    LIST = 2  # search lists; logs never more than this
    PUBLIC = 3  # publication and model cases


def mask_name(name: str, level: Level) -> str:
    """张三丰 → 张**; the parts of a dotted or a Latin name are masked one by one."""
    if level in (Level.FULL, Level.BUSINESS):
        return name
    return "".join(_first_only(part) for part in re.split(rf"([{SEPARATOR} ])", name))


def mask_number(number: str, level: Level) -> str:
    """A citizen number keeps 6+4 characters for committees and 2+1 in lists; shorter numbers keep a third or less."""
    if level is Level.FULL:
        return number
    if level is Level.PUBLIC:
        return ""
    if len(number) == 18:
        before, after = (6, 4) if level is Level.BUSINESS else (2, 1)
    else:
        before, after = (2, len(number) // 3 - 2) if level is Level.BUSINESS else (1, 1)
    return number[:before] + HIDDEN * (len(number) - before - after) + number[len(number) - after :]


def _first_only(part: str) -> str:
    if part in (SEPARATOR, " ", ""):
        return part
    return part[0] + HIDDEN * (len(part) - 1) if len(part) > 1 else HIDDEN
