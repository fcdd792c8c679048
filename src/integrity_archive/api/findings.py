"""What decisions found, and the documents it rests on."""

from dataclasses import dataclass
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.entries import findings
from integrity_archive.entries.findings import Found


@dataclass(frozen=True)
class FindingOut:
    """The finding that was written or taken out."""

    id: UUID


async def add_finding(call: Call) -> FindingOut:
    made = await findings.add_finding(call.path["entry"], call.input, by=call.by, now=clock.now())
    return FindingOut(made.id)


async def findings_of(call: Call) -> list[findings.Shown]:
    return await findings.of_entry(call.path["entry"], by=call.by, on=clock.present_day())


async def remove(call: Call) -> FindingOut:
    await findings.remove_finding(call.path["finding"], by=call.by, now=clock.now())
    return FindingOut(call.path["finding"])


WRITE, SEE = Permission.ENTRY_DRAFT, Permission.ENTRY_SEE
ENDPOINTS = (
    Endpoint(
        "POST", "/entries/{entry:uuid}/findings", add_finding, WRITE, "登记认定的事实", "add a finding", input=Found,
        output=FindingOut, status=201, creates=True,
    ),
    Endpoint(
        "GET", "/entries/{entry:uuid}/findings", findings_of, SEE, "认定的事实", "what was found",
        output=list[findings.Shown],
    ),
    Endpoint(
        "POST", "/findings/{finding:uuid}/removal", remove, WRITE, "删去认定的事实", "take a finding out",
        output=FindingOut, creates=True,
    ),
)  # fmt: skip
