"""What the report on an answer says, as a document to be printed. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from integrity_archive.catalogue.record_types import Polarity
from integrity_archive.catalogue.words import SEVERITIES
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries.disclosure import Disclosed
from integrity_archive.entries.words import OBJECTIONS
from integrity_archive.inquiries.actions import Answer
from integrity_archive.inquiries.purposes import allowance
from integrity_archive.paper.document import Column, Document, KeyValues, Letterhead, Notice, Paragraph, Section, Table


@dataclass(frozen=True)
class Issue:
    """Which paper this is: its number, code, dates and sender."""

    number: str
    code: str
    issued_at: datetime
    valid_until: date
    organisation: str
    officer: str
    verify_url: str


def report(answer: Answer, issue: Issue) -> Document:
    """The report. It holds what the answer held, nothing more, and says what it is not."""
    moment = issue.issued_at.astimezone(SHANGHAI)
    return Document(
        letterhead=Letterhead(issue.organisation, number=issue.number),
        title="个人诚信档案查询报告",
        number=issue.number,
        issued_at=issue.issued_at,
        sections=(
            Section("查询对象与事项", (KeyValues(asked(answer, issue)),)),
            Section("失信信息", (adverse(answer.entries), *statements(answer.entries))),
            Section("守信信息", (merits(answer.entries),)),
            Section("使用说明", tuple(Paragraph(text, quiet=True) for text in USE)),
        ),
        verify_url=issue.verify_url,
        verify_code=issue.code,
        verify_hint="扫描二维码，或在核验页面输入核验码，查看本报告的当前状态。",
        watermark=f"{issue.organisation} {moment:%Y-%m-%d %H:%M}",
        footer="本件为电子签章文件，签名可用PDF阅读器验证；纸质复印件以核验页为准。",
    )


def asked(answer: Answer, issue: Issue) -> tuple[tuple[str, str], ...]:
    moment = answer.at.astimezone(SHANGHAI)
    return (
        ("姓名", answer.name),
        ("证件号码", answer.number),
        ("查询机构", issue.organisation),
        ("经办", issue.officer),
        ("查询用途", allowance(answer.purpose).name.zh),
        ("授权依据", "本人书面同意"),
        ("查询时间", f"{moment:%Y-%m-%d %H:%M}（北京时间）"),
        ("有效期至", issue.valid_until.isoformat()),
    )


def adverse(entries: list[Disclosed]) -> Table:
    columns = (
        Column("信息类型", 3.4),
        Column("程度", 0.8),
        Column("决定日期", 1.3),
        Column("处理期满", 1.3),
        Column("异议", 1.2),
    )
    shown = [one for one in entries if one.polarity is Polarity.NEGATIVE]
    rows = tuple(
        (
            one.name.zh,
            SEVERITIES[one.severity] if one.severity else "—",
            one.decided_on.isoformat(),
            one.sanction_to.isoformat() if one.sanction_to else "—",
            OBJECTIONS[one.objection],
        )
        for one in shown
    )
    return Table(columns, rows, empty="授权范围内没有已生效、仍在展示期内的失信信息")


def statements(entries: list[Disclosed]) -> tuple[Notice, ...]:
    """The person's words stand beside the entry they are about (征信业管理条例 16)."""
    return tuple(Notice(f"本人陈述（{one.name.zh}）", one.statement) for one in entries if one.statement)


def merits(entries: list[Disclosed]) -> Table:
    shown = [one for one in entries if one.polarity is Polarity.POSITIVE]
    rows = tuple((one.name.zh, one.decided_on.isoformat()) for one in shown)
    return Table((Column("信息类型", 4), Column("授予日期", 1.3)), rows, empty="没有经本人同意披露的守信信息")


USE = (
    "本报告只列出授权范围内、出具时已生效且仍在展示期内的信息，不含证明材料，不作评分。",
    "本报告仅供查询机构按上述用途参考，不是自动作出决定的依据；是否评定由人作出并说明理由（个人信息保护法第二十四条）。",
    "不得用于约定以外的用途，不得向第三人提供（征信业管理条例第二十条）。当事人对内容有异议的，可向记录单位提出。",
)
