"""The catalogue edition in force: public, as the law it stands for."""

from integrity_archive import clock
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import Edition


async def current(call: Call) -> Edition:
    return edition.current(clock.today(clock.now()))


ENDPOINTS = (Endpoint("GET", "/catalogue", current, None, "现行目录", "the edition in force", output=Edition),)
