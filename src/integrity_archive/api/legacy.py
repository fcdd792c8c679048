"""Older registers in, and their entries taken up to be proven."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.entry_out import EntryState, standing
from integrity_archive.api.paging import page_of
from integrity_archive.api.rosters import RosterOut, shown
from integrity_archive.api.uploads import upload
from integrity_archive.entries import legacy, queries
from integrity_archive.entries.lifecycle import State


async def import_register(call: Call) -> RosterOut:
    name, data = await upload(call, "file")
    return shown(await legacy.import_register(name, data, by=call.by, now=clock.now()))


async def listed(call: Call) -> list[queries.Row]:
    after, limit = page_of(call)
    return await queries.listing(call.by, state=State.UNVERIFIED, after=after, limit=limit, on=clock.present_day())


async def take_up(call: Call) -> EntryState:
    return standing(await legacy.take_up(call.path["entry"], by=call.by, now=clock.now()))


WRITE, SEE = Permission.ENTRY_DRAFT, Permission.ENTRY_SEE
ENDPOINTS = (
    Endpoint("GET", "/legacy", listed, SEE, "旧档", "unverified entries", output=list[queries.Row], pages=True),
    Endpoint(
        "POST", "/legacy", import_register, WRITE, "导入旧档登记簿", "import an older register", output=RosterOut,
        status=201, creates=True, files=("file",),
    ),
    Endpoint(
        "POST", "/entries/{entry:uuid}/take-up", take_up, WRITE, "着手核实旧档", "take an older entry up",
        output=EntryState, creates=True,
    ),
)  # fmt: skip
