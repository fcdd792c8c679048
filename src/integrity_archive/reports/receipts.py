"""The receipt for what was filed on paper: its number, its day, and the clocks that run from that day.

It is made of the journal's own line, so that it can say nothing that is not on record.
"""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.terms import rule
from integrity_archive.errors import NotFound
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.language import _
from integrity_archive.paper import fonts
from integrity_archive.paper.document import Column, Document, KeyValues, Letterhead, Paragraph, Section, Table
from integrity_archive.paper.layout import render
from integrity_archive.people import queries as people
from integrity_archive.people.representations import names_of
from integrity_archive.remedies import limits
from integrity_archive.reports.actions import signatory
from integrity_archive.settings import settings
from integrity_archive.tasks import queries as tasks

FILED = {
    Kind.ENTRY_STATED: _("本人陈述"),
    Kind.OBJECTION_LODGED: _("异议申请"),
    Kind.OBJECTION_DISAGREED: _("不同意异议答复的意见"),
    Kind.OBJECTION_WITHDRAWN: _("异议的撤回"),
    Kind.APPEAL_OPENED: _("申诉、复议或诉讼的登记"),
    Kind.REPAIR_APPLIED: _("信用修复申请"),
    Kind.REPAIR_WITHDRAWN: _("信用修复申请的撤回"),
    Kind.MITIGATION_ADDED: _("补充履行、延期或者说明"),
    Kind.COMPLAINT_LODGED: _("投诉"),
    Kind.CONSENT_GIVEN: _("查询同意书"),
    Kind.CONSENT_WITHDRAWN: _("查询同意的撤回"),
    Kind.ADDRESS_CONFIRMED: _("送达地址确认书"),
}
SIGNED_BECAUSE = "书面材料收件回执"
USE = (
    "期限自收到材料之日起计算，与在系统中提交的相同。标明“暂定”的日期在国务院办公厅公布放假安排后确定。",
    "对办理有异议的，可以凭本回执向本单位查询，或者依法投诉。",
)


@dataclass(frozen=True)
class Running:
    """A clock that the filing began."""

    name: str
    due_on: date
    provisional: bool
    lapse: str


@dataclass(frozen=True)
class Receipt:
    """What was filed; `representative` is empty where the person came himself."""

    about: UUID
    kind: Kind
    number: str
    received_on: date
    recorded_at: datetime
    person: UUID
    entry: UUID | None
    person_name: str
    representative: str
    officer: str
    organisation: UUID
    office: str
    clocks: list[Running]
    documents: list[str]


async def receipt(about: UUID, *, by: Actor) -> Receipt:
    """Of what an officer of the actor's own office took in last on paper about it; raises `NotFound`.

    That of a complaint is for the officer who took it in: whom it concerns may sit at the next desk (R-57).
    """
    require(by, Permission.REMEDY_FILE)
    found = await Event.filter(about=about, kind__in=list(FILED)).order_by("-seq")
    for event, act in zip(found, await journal.opened(found), strict=True):
        if act.body and "received_on" in act.body and await taken_by(act, by) and event.person:
            return await told(event.person, act, act.body)
    raise NotFound()


async def taken_by(act: journal.Act, by: Actor) -> bool:
    """Complaints lie on another desk: what counts is whose officer took the paper."""
    if act.kind is Kind.COMPLAINT_LODGED:
        return act.actor == by.account
    return act.actor is not None and await Organisation.exists(id=by.organisation, accounts__id=act.actor)


async def told(person: UUID, act: journal.Act, body: dict[str, object]) -> Receipt:
    assert act.about and act.actor
    office = await Organisation.get(accounts__id=act.actor)
    power = UUID(str(body["representation"])) if body.get("representation") else None
    documents = body.get("documents")
    return Receipt(
        about=act.about,
        kind=act.kind,
        number=str(body.get("number") or act.about),
        received_on=date.fromisoformat(str(body["received_on"])),
        recorded_at=act.at,
        person=person,
        entry=act.entry,
        person_name=(await people.names([person]))[person],
        representative=(await names_of([power])).get(power, "") if power else "",
        officer=(await account_names({act.actor}))[act.actor],
        organisation=office.id,
        office=office.name,
        clocks=await clocks_of(act.about),
        documents=[str(one) for one in documents] if isinstance(documents, list) else [],
    )


async def clocks_of(about: UUID) -> list[Running]:
    """What runs because of it, as long as it runs."""
    running = [*await tasks.running(about=about), *await limits.running(about=about)]
    said = [(one, rule(one.rule)) for one in sorted(running, key=lambda one: one.due_on)]
    return [Running(words.name.zh, one.due_on, one.provisional, words.lapse.zh) for one, words in said if words]


async def pdf(about: UUID, *, by: Actor, now: datetime) -> tuple[str, bytes]:
    """File name and signed paper."""
    found = await receipt(about, by=by)
    return f"收件回执-{found.number}.pdf", await asyncio.to_thread(printed, found, now)


def printed(found: Receipt, now: datetime) -> bytes:
    """Draw and sign; takes a core for a while, so never in the event loop."""
    drawn = render(document(found, str(settings().public_url)), fonts.load(settings().fallback_fonts))
    return signatory(now).sign(drawn, reason=SIGNED_BECAUSE, at=now)


def document(found: Receipt, address: str) -> Document:
    came = f"代理人{found.representative}" if found.representative else "本人"
    facts = (
        ("材料", FILED[found.kind]),
        ("编号", found.number),
        ("收到日期", found.received_on.isoformat()),
        ("登记时间", f"{found.recorded_at.astimezone(clock.SHANGHAI):%Y-%m-%d %H:%M}"),
        ("当事人", found.person_name),
        ("递交人", came),
        ("收件人员", found.officer),
    )
    columns = (Column("期限", 2), Column("最后一日", 1.2), Column("届满后", 3))
    lines = tuple(
        (one.name, f"{one.due_on.isoformat()}{'（暂定）' if one.provisional else ''}", one.lapse)
        for one in found.clocks
    )
    papers = tuple((hash,) for hash in found.documents)
    return Document(
        letterhead=Letterhead(found.office, number=found.number),
        title="收件回执",
        number=found.number,
        issued_at=found.recorded_at,
        sections=(
            Section("收到的材料", (KeyValues(facts, columns=1),)),
            Section("自收到之日起计算的期限", (Table(columns, lines, empty="这份材料不产生办理期限"),)),
            Section("附件的SHA-256", (Table((Column("散列值", 1),), papers, empty="没有另附文件"),)),
            Section("说明", tuple(Paragraph(text, quiet=True) for text in USE)),
        ),
        verify_url=address,
        verify_code=str(found.about)[-12:].upper(),
        verify_hint="回执由记录单位出具；请凭编号向该单位查询。",
        qr=False,
        footer="本件为电子签章文件，签名可用PDF阅读器验证。",
    )
