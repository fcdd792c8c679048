"""The catalogue: public, as the law it stands for."""

from dataclasses import dataclass
from datetime import date

from integrity_archive import clock
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.catalogue import edition, registry
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.record_types import Edition


@dataclass(frozen=True)
class Listed:
    """One edition in the list of all."""

    code: str
    name: Name
    sample: bool
    in_force_from: date
    in_force_until: date | None


async def current(call: Call) -> Edition:
    return edition.current(clock.present_day())


async def show(call: Call) -> Edition:
    await registry.know([call.path["code"]])
    return edition.load(call.path["code"])


async def listing(call: Call) -> list[Listed]:
    return [Listed(one.code, one.name, one.sample, one.in_force_from, one.in_force_until) for one in edition.editions()]


ENDPOINTS = (
    Endpoint("GET", "/catalogue", current, None, "现行目录", "the edition in force", output=Edition),
    Endpoint("GET", "/catalogue/{code}", show, None, "某一版目录", "one edition, by its code", output=Edition),
    Endpoint("GET", "/editions", listing, None, "目录各版", "all editions, oldest first", output=list[Listed]),
)
