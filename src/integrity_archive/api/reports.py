"""Signed reports, and their public verification."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.errors import NotFound
from integrity_archive.reports import actions, queries


class IssueReport(BaseModel):
    """The inquiry whose answer is to be printed."""

    inquiry: UUID


@dataclass(frozen=True)
class ReportOut:
    id: UUID
    number: str
    code: str
    valid_until: date


def shown(report: Any) -> ReportOut:
    return ReportOut(report.id, report.number, report.code, report.valid_until)


async def issue(call: Call) -> ReportOut:
    return shown(await actions.issue(call.input.inquiry, by=call.by, now=clock.now()))


async def pdf(call: Call) -> Binary:
    return Binary("report.pdf", "application/pdf", await queries.pdf(call.path["report"], by=call.by, now=clock.now()))


async def verify(call: Call) -> queries.Verification:
    found = await queries.verify(call.path["code"], now=clock.now())
    if found is None:
        raise NotFound()
    return found


ISSUE = Permission.REPORT_ISSUE
ENDPOINTS = (
    Endpoint(
        "POST", "/reports", issue, ISSUE, "出具报告", "issue a report", input=IssueReport, output=ReportOut, status=201,
        creates=True, refusals=(404,),
    ),
    Endpoint("GET", "/reports/{report:uuid}/pdf", pdf, ISSUE, "下载报告", "the signed PDF", output=Binary),
    Endpoint("GET", "/verify/{code}", verify, None, "核验报告", "verify a report", output=queries.Verification),
)  # fmt: skip
