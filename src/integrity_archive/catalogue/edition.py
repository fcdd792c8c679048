"""The catalogue editions of this process: shipped as data or adopted by an operator; and the one in force on a day.

Names: `kind` is a record type (SN-EXF-0605), an `item` is what the province's catalogue lists (ST-EXM-CHEAT).
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

from integrity_archive.catalogue import edition_file
from integrity_archive.catalogue.record_types import Edition, RecordType
from integrity_archive.errors import Conflict, NotFound

DATA = files("integrity_archive.catalogue") / "editions"


class UnknownEdition(NotFound):
    """There is no catalogue edition with this code."""

    zh = "没有该编号的目录版本。"


class NoEditionInForce(Conflict):
    """No catalogue edition is in force on {day}."""

    zh = "{day}没有生效的目录版本。"


def load(code: str) -> Edition:
    """The edition with this code; raises `UnknownEdition`."""
    found = by_code().get(code)
    if found is None:
        raise UnknownEdition()
    return found


def editions() -> tuple[Edition, ...]:
    """Every edition that this process knows, oldest first."""
    return tuple(by_code().values())


def current(on: date, *, without: str | None = None) -> Edition:
    """The edition in force on that day, the youngest if several are; raises `NoEditionInForce`.

    A sample stands in only until the first real edition begins, and never after one has ended. `without`: if this one
    were not there.
    """
    begun = [edition for edition in editions() if edition.in_force_from <= on and edition.code != without]
    counting = [edition for edition in begun if not edition.sample] or begun
    in_force = [edition for edition in counting if edition.in_force_until is None or on <= edition.in_force_until]
    if not in_force:
        raise NoEditionInForce(day=on)
    return in_force[-1]


@cache
def described(code: str) -> RecordType | None:
    """The record type as the youngest edition that has it describes it; entries keep codes for ever."""
    kinds = (kind for one in reversed(editions()) for kind in one.record_types if kind.code == code)
    return next(kinds, None)


def by_code() -> dict[str, Edition]:
    if not held:
        hold(())
    return held[0]


def hold(adopted: Iterable[Edition]) -> None:
    """From now on these count beside the shipped ones, and before a shipped one of the same code."""
    known = {edition.code: edition for edition in (*shipped(), *adopted)}
    held[:] = [dict(sorted(known.items(), key=lambda pair: (pair[1].in_force_from, pair[0])))]
    described.cache_clear()


@cache
def shipped() -> tuple[Edition, ...]:
    """The editions that come with the program."""
    return tuple(parse(text) for text in shipped_texts())


def shipped_texts() -> list[str]:
    return [file.read_text("utf-8") for file in DATA.iterdir() if file.name.endswith(".toml")]


def parse(text: str) -> Edition:
    """Read an edition file; raises `EditionRefused` with everything that is wrong with it."""
    return edition_file.read(text)


held: list[dict[str, Edition]] = []
