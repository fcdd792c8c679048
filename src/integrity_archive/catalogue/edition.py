"""The catalogue editions shipped as data, and the one in force on a day.

Names: `kind` is a record type (SN-EXF-0605), an `item` is what the province's catalogue lists (ST-EXM-CHEAT).
"""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from integrity_archive.catalogue.record_types import Edition
from integrity_archive.errors import Conflict, NotFound

DATA = files("integrity_archive.catalogue") / "editions"


class UnknownEdition(NotFound):
    """There is no catalogue edition with this code."""

    zh = "没有该编号的目录版本。"


class NoEditionInForce(Conflict):
    """No catalogue edition is in force on {day}."""

    zh = "{day}没有生效的目录版本。"


@cache
def load(code: str) -> Edition:
    """The edition with this code; raises `UnknownEdition`."""
    for edition in editions():
        if edition.code == code:
            return edition
    raise UnknownEdition()


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition shipped with the program, oldest first."""
    texts = (file.read_text("utf-8") for file in DATA.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted((parse(text) for text in texts), key=lambda edition: edition.in_force_from))


def parse(text: str) -> Edition:
    """Read an edition file; one that contradicts itself is refused with ValueError."""
    return Edition.model_validate(tomllib.loads(text))


def current(on: date) -> Edition:
    """The edition in force on that day, the youngest if several are; raises `NoEditionInForce`."""
    in_force = [e for e in editions() if e.in_force_from <= on and (e.in_force_until is None or on <= e.in_force_until)]
    if not in_force:
        raise NoEditionInForce(day=on)
    return in_force[-1]
