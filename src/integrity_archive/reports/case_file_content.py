"""What the case file says, as a document to be printed. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from integrity_archive.catalogue.record_types import Edition, RecordType
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries.findings import Shown
from integrity_archive.entries.former import Former
from integrity_archive.entries.queries import Attached, EntryView
from integrity_archive.entries.redaction import released
from integrity_archive.entries.words import CHANGES, FIELDS, METHODS, PAPERS, PROOFS, STATES
from integrity_archive.paper.document import (
    Block,
    Column,
    Document,
    KeyValues,
    Letterhead,
    Notice,
    Paragraph,
    Section,
    Table,
)
from integrity_archive.recipients.queries import RecipientRow, Recipients
from integrity_archive.recipients.words import DUTIES, HOWS, RECIPIENTS
from integrity_archive.remedies.documents import Listed
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.queries import OfEntry
from integrity_archive.remedies.words import MITIGATIONS, OBJECTIONS, OUTCOMES, PROCEDURES, REPAIRS
from integrity_archive.remedies.words import PAPERS as HANDED

FORMER = frozenset(
    {
        "document_no", "document_title", "authority", "deciding_body", "summary", "severity", "sanction_text",
        "sanction_from", "sanction_to", "decided_on", "served_on", "conduct_ended_on", "display_until", "findings",
    }
)  # fmt: skip
USE = (
    "本案卷依个人信息保护法第四十五条提供给本人。含有他人个人信息的材料，以遮盖副本代替。",
    "所列材料均作为附件装在本PDF文件内，可以用PDF阅读器的“附件”栏取出；电子签章覆盖全部附件，任何改动都会使签章失效。",
    "附件的SHA-256散列值与清单一致的，即为本案卷所附的材料。核验码可以在本系统“核验”页手工输入，查看本案卷的散列值和当前状态。",
)


@dataclass(frozen=True)
class Enclosed:
    """A document inside the file."""

    name: str
    what: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Contents:
    """All that the file says. `given_to` is the representative it was handed to, if one."""

    number: str
    code: str
    made_at: datetime
    address: str
    organisation: str
    person: str
    given_to: str
    law: Edition
    kind: RecordType
    view: EntryView
    findings: Sequence[Shown]
    versions: Sequence[Former]
    remedies: OfEntry
    recipients: Recipients
    enclosed: Sequence[Enclosed]

    def for_the_person(self) -> list[Attached]:
        """The documents of the entry that the person may have."""
        return released(self.view.evidence)

    def handed_in(self) -> list[Listed]:
        """What was handed in with remedies, the oldest first; of what names others, the redacted copies."""
        every = (self.remedies.objections, self.remedies.appeals, self.remedies.repairs, self.remedies.mitigations)
        papers = [paper for some in every for one in some for paper in one.documents]
        return sorted(released(papers), key=lambda one: one.at)


def document(held: Contents) -> Document:
    """The paper, section by section."""
    moment = held.made_at.astimezone(SHANGHAI)
    return Document(
        letterhead=Letterhead(held.organisation, number=held.number),
        title="条目案卷",
        number=held.number,
        issued_at=held.made_at,
        sections=(
            Section("条目", (KeyValues(tuple(entry(held))),)),
            Section("决定", (KeyValues(tuple(decided(held)), columns=1),)),
            Section("认定的事实", (found(held),)),
            Section("送达与凭证", (served(held),)),
            Section("生效凭据", (KeyValues(tuple(effect(held)), columns=1),)),
            Section("本人陈述", tuple(statements(held))),
            Section("异议、救济与修复", tuple(remedies(held))),
            Section("变更前的内容", (versions(held),)),
            Section("谁收到了这个条目", (recipients(held),)),
            Section("附件清单", (enclosed(held),)),
            Section("说明", tuple(Paragraph(text, quiet=True) for text in USE)),
        ),
        verify_url=f"{held.address}/verify/{held.code}",
        verify_code=held.code,
        verify_hint="在核验页面输入核验码，核对本案卷的散列值和当前状态。",
        watermark=f"{held.organisation} {moment:%Y-%m-%d %H:%M}",
        footer="本件为电子签章文件，签名可用PDF阅读器验证；附件在本文件之内。",
    )


def entry(held: Contents) -> Iterator[tuple[str, str]]:
    one = held.view.entry
    yield "当事人", held.person
    yield "条目编号", one.number
    yield "信息类型", held.kind.name.zh
    yield "等级", SEVERITIES[one.severity] if one.severity else "—"
    yield "状态", STATES[one.state]
    yield "版本", str(one.version)
    yield "终局日", iso(one.final_on)
    yield "展示至", iso(one.display_until)
    if held.given_to:
        yield "交付代理人", held.given_to


def decided(held: Contents) -> Iterator[tuple[str, str]]:
    one, facts = held.view.entry, held.view.facts
    yield "文书", facts["document_title"] or "—"
    yield "文号", facts["document_no"] or "—"
    yield "决定机关", f"{facts['authority']}（{one.authority_uscc}）"
    yield "决定机关类别", held.law.body_kinds[one.deciding_body].zh if one.deciding_body else "未登记"
    yield "作出日期", one.decided_on.isoformat()
    yield FIELDS["summary"], facts["summary"] or "—"
    yield "处理内容", facts.get("sanction_text") or "—"
    yield "已告知救济途径", "是" if one.remedies_told else "否"


def found(held: Contents) -> Table:
    shown = {one.redacts or one.id: evidence_name(one, held.law) for one in held.for_the_person()}
    lines = tuple((one.text, "；".join(shown[id] for id in one.evidence if id in shown)) for one in held.findings)
    return Table((Column("认定的事实", 1.4), Column("所依据的材料", 1)), lines, empty="没有登记认定的事实")


def served(held: Contents) -> Table:
    hashes = {one.id: one.sha256 for one in held.view.evidence}
    lines = tuple(
        (
            PAPERS[one.which],
            f"{iso(one.served_on)} {METHODS[one.method] if one.method else ''}",
            f"{iso(one.recorded_on)}{'（事后登记）' if one.recorded_later else ''}",
            hashes.get(one.proof, "—") if one.proof else "—",
        )
        for one in held.view.services
    )
    columns = (Column("文书", 0.6), Column("送达", 1.2), Column("登记", 1), Column("凭证的SHA-256", 1.8))
    return Table(columns, lines, empty="没有送达记录")


def effect(held: Contents) -> Iterator[tuple[str, str]]:
    proven = held.view.certificate
    if proven is None:
        yield "生效凭据", "条目尚未生效，没有凭据"
        return
    yield "存证时间", moment(proven.at)
    yield "内容的SHA-256", proven.sha256


def statements(held: Contents) -> Iterator[Block]:
    for one in held.view.statements:
        yield Notice(moment(one.at), one.text)
    if not held.view.statements:
        yield Paragraph("没有陈述。", quiet=True)


def remedies(held: Contents) -> Iterator[Block]:
    """Each remedy with what was said, and what became of it."""
    given = held.remedies
    for one in given.objections:
        outcome = OUTCOMES[one.outcome] if one.outcome else OBJECTIONS[one.state]
        yield Notice(f"异议 {one.number} {moment(one.lodged_at)} {outcome}", said(one.text, one.source, one.answer))
    for appeal in given.appeals:
        ended = f"，{iso(appeal.concluded_on)}办结" if appeal.concluded_on else "，办理中"
        title = f"{PROCEDURES[appeal.kind]} {appeal.body} {iso(appeal.filed_on)}提出{ended}"
        yield Notice(title, said(appeal.case_no, appeal.text, appeal.result))
    for repair in given.repairs:
        title = f"信用修复 {repair.number} {moment(repair.applied_at)} {REPAIRS[repair.state]}"
        yield Notice(title, said(repair.text, repair.decision))
    for eased in given.mitigations:
        yield Notice(f"{MITIGATIONS[eased.kind]} {iso(eased.happened_on)}", eased.text)
    if not (given.objections or given.appeals or given.repairs or given.mitigations):
        yield Paragraph("没有。", quiet=True)


def said(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part) or "—"


def versions(held: Contents) -> Table:
    lines = tuple(
        (
            str(one.version),
            CHANGES[one.kind],
            moment(one.until),
            "；".join(former(one, held.law)),
        )
        for one in held.versions
    )
    columns = (Column("版本", 0.4), Column("性质", 1), Column("至", 0.9), Column("当时的内容", 2.6))
    return Table(columns, lines, empty="条目没有变更过")


def former(one: Former, law: Edition) -> Iterator[str]:
    """What the entry said, member by member."""
    for name, value in one.members.items():
        if value and name in FORMER:
            yield f"{FIELDS[name]}：{in_words(name, value, law)}"


def in_words(name: str, value: str, law: Edition) -> str:
    """What stands in words where the entry has a code."""
    if name == "deciding_body":
        return law.body_kinds[value].zh
    return SEVERITIES[value] if name == "severity" else value


def recipients(held: Contents) -> Table:
    lines = tuple(
        (
            one.name or RECIPIENTS[one.kind],
            "；".join(f"{HOWS[way.how]} {moment(way.at)}" for way in one.carried) or "—",
            told(one),
        )
        for one in held.recipients.rows
    )
    columns = (Column("接收方", 1.2), Column("经由", 1.6), Column("变化的告知", 1.4))
    return Table(columns, lines, empty="没有任何单位收到这个条目")


def told(one: RecipientRow) -> str:
    return "；".join(f"{DUTIES[duty.state]}（最迟{duty.due_on.isoformat()}）" for duty in one.told) or "没有变化"


def enclosed(held: Contents) -> Table:
    lines = tuple((one.name, one.what, str(one.size), one.sha256) for one in held.enclosed)
    columns = (Column("文件", 1.3), Column("材料", 1), Column("字节", 0.5, right=True), Column("SHA-256", 2))
    return Table(columns, lines, empty="没有附件")


def evidence_name(one: Attached, law: Edition) -> str:
    name = PROOFS[one.kind] if one.kind in PROOFS else law.evidence_kinds[one.kind].zh
    return f"{name}（遮盖副本）" if one.redacts else name


def paper_name(kind: DocumentKind) -> str:
    return HANDED[kind]


def iso(day: date | None) -> str:
    return day.isoformat() if day else "—"


def moment(at: datetime) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
