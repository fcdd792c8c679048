"""What letters say: values that are kept sealed, shown on the reader's page, and printed. Pure.

Letters are written in Chinese. They hold no address to follow: whoever got one checks it by a code that he types into
the page he knows, or by a call to the office.
"""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from integrity_archive.clock import SHANGHAI
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


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(Value):
    """One heading with facts and sentences; `warning` is what must not be overlooked."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    warning: str = ""


class Content(Value):
    """A whole letter but its number and code: `to` is how the reader is addressed."""

    subject: str
    to: str
    parts: tuple[Part, ...]
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What stands around the text: the letterhead, the number, how to check the letter, where it goes."""

    heading: str
    signatory: str
    contact: str
    number: str
    code: str
    verify_at: str
    written_at: datetime
    address: tuple[str, ...] = ()


def document(content: Content, sheet: Sheet) -> Document:
    """The letter to be drawn."""
    day = sheet.written_at.astimezone(SHANGHAI)
    parts = [Section("", (Paragraph(f"{content.to}："),)), *(section(part) for part in content.parts)]
    if content.enclosures:
        parts.append(Section("附件", tuple(Paragraph(f"{n}. {name}") for n, name in enumerate(content.enclosures, 1))))
    return Document(
        letterhead=Letterhead(sheet.heading, unit=sheet.contact, number=sheet.number),
        title=content.subject,
        number=sheet.number,
        issued_at=sheet.written_at,
        sections=tuple(parts),
        verify_url=sheet.verify_at,
        verify_code=sheet.code,
        verify_hint=genuine(sheet.heading),
        address=sheet.address or (content.to,),
        qr=False,
        closing=(sheet.signatory, f"{day.year}年{day.month}月{day.day}日"),
        footer=f"{sheet.heading} {sheet.contact}",
    )


def section(part: Part) -> Section:
    blocks: list[Block] = []
    if part.facts:
        blocks.append(KeyValues(part.facts, columns=1))
    blocks += [Paragraph(sentence) for sentence in part.sentences]
    if part.warning:
        blocks.append(Notice("", part.warning, tone="warning"))
    return Section(part.title, tuple(blocks))


def genuine(heading: str) -> str:
    """How to check the letter without following anything that stands in it."""
    return (
        "本函不含二维码和链接，也不会要求您转账或者提供密码。核对真伪：自行打开您已知的本系统网站，在“核验”页手工输入上述"
        f"核验码；或者拨打{heading}对外公布的电话询问，不要拨打他人转告的号码。"
    )


@dataclass(frozen=True)
class Posting:
    """One line of a posting list: an envelope's number, its reader and where it goes."""

    number: str
    to: str
    address: str
    tracking: str = ""
    enclosures: tuple[str, ...] = ()
    joined: bool = False  # they are printed in the same file


def posting_list(heading: str, number: str, made_at: datetime, postings: list[Posting]) -> Document:
    """What the post office signs: one line for each envelope, with room for its tracking number.

    It stays with the office and has no code to be checked by.
    """
    columns = (
        Column("序号", 0.5),
        Column("文号", 1.8),
        Column("收件人", 1),
        Column("地址", 3),
        Column("邮件编号", 1.6),
    )
    apart, along = "另行打印原件后装入信封", "已随本批打印"
    enclosed = [
        Paragraph(f"{one.number} 附件：{'、'.join(one.enclosures)}，{along if one.joined else apart}。")
        for one in postings
        if one.enclosures
    ]
    lines = tuple((str(n), one.number, one.to, one.address, one.tracking) for n, one in enumerate(postings, 1))
    return Document(
        letterhead=Letterhead(heading, number=number),
        title="邮寄送达清单",
        number=number,
        issued_at=made_at,
        sections=(
            Section("", (Table(columns, lines),)),
            *([Section("附件", tuple(enclosed))] if enclosed else []),
            Section(
                "说明", (Paragraph("请以附回执的方式寄出；寄出后在系统中登记邮件编号，退回的逐件登记。", quiet=True),)
            ),
        ),
        verify_url="",
        verify_code="",
        qr=False,
    )
