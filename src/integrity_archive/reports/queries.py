"""Reports read back: the paper for its committee, its state for whoever holds a copy."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.errors import NotFound, Refusal
from integrity_archive.inquiries.queries import still_true
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.queries import names
from integrity_archive.reports.codes import LENGTH, normal_code
from integrity_archive.reports.models import Report
from integrity_archive.sealing import key_of


class Standing(StrEnum):
    """What a copy of a report is worth today."""

    VALID = "valid"
    EXPIRED = "expired"  # its validity is over: ask again
    OUTDATED = "outdated"  # what it says is no longer what would be answered


class NoLongerHandedOut(Refusal):
    """This report is not valid any more. Ask again, with the person's consent."""

    status = 410
    zh = "该报告已失效，不再提供下载；请经本人同意后重新查询。"


@dataclass(frozen=True)
class Verification:
    """What the public page tells: nothing of the content, the name masked as for the public."""

    number: str
    organisation: str
    name: str
    issued_at: datetime
    valid_until: date
    sha256: str
    standing: Standing


async def pdf(report_id: UUID, *, by: Actor, now: datetime) -> bytes:
    """The signed paper, for the committee that asked; raises `NotFound`, and `NoLongerHandedOut` once its validity is
    over or what it says has changed: an entry that is shown no more is in no paper either."""
    require(by, Permission.REPORT_ISSUE)
    report = await Report.get_or_none(id=report_id, organisation_id=by.organisation)
    if report is None:
        raise NotFound()
    if await standing(report, today=clock.today(now)) is not Standing.VALID:
        raise NoLongerHandedOut()
    sealed = await asyncio.to_thread(blobs().get, report.blob)
    return (await key_of(report.key_id)).open(sealed, place=f"blob:{report.id}")


async def of_inquiries(inquiries: list[UUID], *, by: Actor) -> dict[UUID, Report]:
    """Which of these inquiries of the actor's committee have a report."""
    require(by, Permission.REPORT_ISSUE)
    found = await Report.filter(inquiry_id__in=inquiries, organisation_id=by.organisation)
    return {report.inquiry_id: report for report in found}


async def verify(code: str, *, now: datetime) -> Verification | None:
    """The present state of the report with this code; None if there is none."""
    normal = normal_code(code)
    report = await Report.get_or_none(code=normal) if len(normal) == LENGTH else None
    if report is None:
        return None
    organisation = await Organisation.get(id=report.organisation_id)
    called = await names([report.person_id])
    return Verification(
        number=report.number,
        organisation=organisation.name,
        name=mask_name(called[report.person_id], Level.PUBLIC),
        issued_at=report.issued_at,
        valid_until=report.valid_until,
        sha256=bytes(report.sha256).hex(),
        standing=await standing(report, today=clock.today(now)),
    )


async def standing(report: Report, *, today: date) -> Standing:
    if today > report.valid_until:
        return Standing.EXPIRED
    return Standing.VALID if await still_true(report.inquiry_id, today=today) else Standing.OUTDATED
