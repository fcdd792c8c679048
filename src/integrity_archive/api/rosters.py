"""Roster files in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.api.uploads import upload
from integrity_archive.people import actions, queries
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.rosters.workbook import XLSX


class RosterFile(BaseModel):
    """What kind of roster the file holds."""

    kind: RosterKind


@dataclass(frozen=True)
class RosterOut:
    """What came of a file: imported whole, or refused whole with an error workbook."""

    id: UUID
    kind: RosterKind
    state: RosterState
    rows_seen: int
    rows_new: int
    rows_known: int
    rows_failed: int
    at: datetime


def shown(roster: Any) -> RosterOut:
    names = ("id", "kind", "state", "rows_seen", "rows_new", "rows_known", "rows_failed", "at")
    return RosterOut(**{name: getattr(roster, name) for name in names})


async def import_file(call: Call) -> RosterOut:
    name, data = await upload(call, "file")
    return shown(await actions.import_roster(call.input.kind, name, data, by=call.by, now=clock.now()))


async def listed(call: Call) -> list[RosterOut]:
    after, limit = page_of(call)
    return [shown(one) for one in await queries.rosters(call.by, after=after, limit=limit)]


async def errors(call: Call) -> Binary:
    return Binary("errors.xlsx", XLSX, await queries.roster_errors(call.path["roster"], by=call.by))


IMPORT = Permission.ROSTER_IMPORT
ENDPOINTS = (
    Endpoint("GET", "/rosters", listed, IMPORT, "名册", "rosters", output=list[RosterOut], pages=True),
    Endpoint(
        "POST", "/rosters", import_file, IMPORT, "导入名册", "import a roster", input=RosterFile, output=RosterOut,
        status=201, creates=True, files=("file",),
    ),
    Endpoint(
        "GET", "/rosters/{roster:uuid}/errors", errors, IMPORT, "错误行", "the error workbook", output=Binary
    ),
)  # fmt: skip
