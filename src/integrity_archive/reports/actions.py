"""Issue a signed report of an answer: drawn and signed outside any transaction, stored in one."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from tortoise.exceptions import IntegrityError
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.blobs import blobs
from integrity_archive.catalogue.terms import due
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict, Fatal
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.inquiries.actions import Answer
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.paper import fonts
from integrity_archive.paper.demo_key import make_demo_signatory
from integrity_archive.paper.layout import render
from integrity_archive.paper.signature import Signatory
from integrity_archive.recipients.actions import told_all
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.reports.codes import new_code
from integrity_archive.reports.content import Issue, report
from integrity_archive.reports.models import Report
from integrity_archive.sealing import DataKey, Key, vault
from integrity_archive.settings import settings

NEXT = "select nextval('reports_number') as number"
SIGNED_BECAUSE = "诚信档案查询报告"


class AnswerOutdated(Conflict):
    """What was answered has changed since. Ask again, with the person's consent."""

    zh = "查询之后信息已有变化，不能再据此出具报告，请经本人同意后重新查询。"


@dataclass(frozen=True)
class Printed:
    """A signed paper, sealed and durable under a key that is not in the database yet."""

    id: UUID
    key: Key
    wrapped: bytes
    blob: str
    sha256: bytes


async def issue(inquiry_id: UUID, *, by: Actor, now: datetime) -> Report:
    """The signed report of an inquiry of the actor's committee; asked for twice, it is the same one.

    Raises `NotFound` for a refused inquiry and for somebody else's, `ConsentWithdrawn`, and `AnswerOutdated` where the
    same question would be answered otherwise today: an expired entry is in no paper.
    """
    require(by, Permission.REPORT_ISSUE)
    if earlier := await issued(inquiry_id, by=by):
        return earlier
    answer = await inquiries.answer(inquiry_id, by=by, now=now)
    if not await inquiries.still_true(inquiry_id, today=clock.today(now)):
        raise AnswerOutdated()
    [number] = await rows(NEXT)
    paper = await heading(answer, number["number"], by=by, now=now)
    pdf = await asyncio.to_thread(printed, answer, paper, now)
    try:
        return await keep(answer, paper, await stored(pdf), by=by, now=now)
    except IntegrityError:  # somebody issued it at the same moment: that one is the report
        if earlier := await issued(inquiry_id, by=by):
            return earlier
        raise


async def issued(inquiry_id: UUID, *, by: Actor) -> Report | None:
    return await Report.get_or_none(inquiry_id=inquiry_id, organisation_id=by.organisation)


async def heading(answer: Answer, number: int, *, by: Actor, now: datetime) -> Issue:
    organisation = await Organisation.get(id=by.organisation)
    code, today = new_code(), clock.today(now)
    return Issue(
        number=f"R-{today.year}-{number:06d}",
        code=code,
        issued_at=now,
        valid_until=due("reports", "validity", since=today),
        organisation=organisation.name,
        officer=by.name,
        verify_url=f"{settings().public_url}/verify/{code}",
    )


def printed(answer: Answer, paper: Issue, now: datetime) -> bytes:
    """Draw and sign; takes a core for a while, so never in the event loop."""
    drawn = render(report(answer, paper), fonts.load(settings().fallback_fonts))
    return signatory(now).sign(drawn, reason=SIGNED_BECAUSE, at=now)


async def stored(pdf: bytes) -> Printed:
    id, (key, wrapped) = uuid7(), vault().new_key()
    blob = await asyncio.to_thread(blobs().put, key.seal(pdf, place=f"blob:{id}"))
    return Printed(id, key, wrapped, blob, sha256(pdf).digest())


@tx
async def keep(answer: Answer, paper: Issue, pdf: Printed, *, by: Actor, now: datetime) -> Report:
    await DataKey.create(id=pdf.key.id, wrapped=pdf.wrapped)
    kept = await Report.create(
        id=pdf.id,
        number=paper.number,
        code=paper.code,
        inquiry_id=answer.inquiry,
        organisation_id=by.organisation,
        person_id=answer.person,
        key_id=pdf.key.id,
        blob=pdf.blob,
        sha256=pdf.sha256,
        issued_at=now,
        valid_until=paper.valid_until,
    )
    await record(
        Kind.REPORT_ISSUED,
        by=by,
        now=now,
        key=pdf.key,
        person=answer.person,
        about=kept.id,
        number=paper.number,
        sha256=pdf.sha256.hex(),
    )
    assert by.organisation
    carried, to = [(told.entry, kept.id) for told in answer.entries], RecipientKind.ORGANISATION
    await told_all(carried, recipient_kind=to, recipient=by.organisation, how=How.REPORT, now=now)
    return kept


signatories: dict[str, Signatory] = {}


def signatory(now: datetime) -> Signatory:
    """Who signs: the configured key; in demo and tests a key whose certificate says what it is. Raises `Fatal`."""
    folder = settings().home / "keys" / "paper"
    if str(folder) not in signatories:
        signatories[str(folder)] = configured() or make_demo_signatory(folder, now=now)
    return signatories[str(folder)]


def configured() -> Signatory | None:
    """The signatory the operator has set; production has no other."""
    key, certificate = settings().report_key_file, settings().report_certificate_file
    if key and certificate:
        return Signatory.load(key, certificate)
    if settings().profile == "production":
        raise Fatal("未设置报告签名密钥 / set IA_REPORT_KEY_FILE and IA_REPORT_CERTIFICATE_FILE")
    return None
