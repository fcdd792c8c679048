"""What a page about an entry needs for its heading, without opening the entry: whose it is and of which type."""

from typing import Any
from uuid import UUID

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.catalogue import edition
from integrity_archive.entries.queries import NoLongerShown
from integrity_archive.entries.visibility import over
from integrity_archive.people import queries as people
from integrity_archive.remedies import queries


async def heading(request: Request, entry_id: UUID) -> dict[str, Any]:
    """For its office and its person; raises `NotFound`. Of an entry that is not shown any more, no type: its remedies
    are still read, and what they are about is a number."""
    found = await queries.summary(entry_id, by=request.user)
    ended = over(found.state, found.display_until, on=clock.present_day())
    kind = None if ended else edition.load(found.edition).record_type(found.record_type)
    names = await people.names({found.person})
    return {"entry": found, "kind": kind, "person_name": names[found.person]}


async def heading_of_shown(request: Request, entry_id: UUID) -> dict[str, Any]:
    """The same for a page on which something is asked or filed about the entry; raises `NoLongerShown`."""
    found = await heading(request, entry_id)
    if found["kind"] is None:
        raise NoLongerShown()
    return found
