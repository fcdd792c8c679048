"""What proves a service that no paper proves: when it was sent and opened, how long it hung on the board."""

import asyncio
from datetime import date, datetime

from integrity_archive.clock import SHANGHAI
from integrity_archive.letters.heading import letterhead
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.letters.ways import Means
from integrity_archive.paper import fonts
from integrity_archive.paper.document import Document, KeyValues, Letterhead, Paragraph, Section
from integrity_archive.paper.layout import render
from integrity_archive.reports.actions import signatory
from integrity_archive.settings import settings

SIGNED_BECAUSE = "送达记录"


async def electronic(letter: Letter, attempt: Attempt, means: Means, *, now: datetime) -> tuple[str, bytes]:
    """The person opened it on his own page, and had agreed to be served so."""
    facts = (
        ("送达方式", "电子送达：本人登录后在“我的档案”中打开"),
        ("送达地址确认书签署日期", means.confirmed_on.isoformat() if means.confirmed_on else "—"),
        ("文书到达时间", spoken(attempt.sent_at)),
        ("本人打开时间", spoken(now)),
        ("文书校验值", f"SHA-256 {bytes(letter.sha256).hex()}" if letter.sha256 else "—"),
    )
    return "电子送达记录.pdf", await drawn(letter, "电子送达记录", facts, now=now)


async def published(letter: Letter, attempt: Attempt, until: date, *, now: datetime) -> tuple[str, bytes]:
    """The masked public notice hung for its whole time, after the other ways had failed."""
    facts = (
        ("送达方式", "公告送达：姓名隐去，不载明文书内容"),
        ("公告发布时间", spoken(attempt.sent_at)),
        ("公告期满日", until.isoformat()),
    )
    return "公告送达记录.pdf", await drawn(letter, "公告送达记录", facts, now=now)


def spoken(at: datetime | None) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}（北京时间）" if at else "—"


async def drawn(letter: Letter, title: str, facts: tuple[tuple[str, str], ...], *, now: datetime) -> bytes:
    head = await letterhead(letter.organisation_id)
    document = Document(
        letterhead=Letterhead(head.heading, unit=head.contact, number=letter.number),
        title=title,
        number=letter.number,
        issued_at=now,
        sections=(
            Section("", (KeyValues((("送达的文书", letter.number), *facts), columns=1),)),
            Section("", (Paragraph("本记录由系统依据自身的登记生成并签名。", quiet=True),)),
        ),
        verify_url=f"{settings().public_url.partition('://')[2]}/verify",
        verify_code=letter.code,
        qr=False,
    )
    return await asyncio.to_thread(signed, document, now)


def signed(document: Document, now: datetime) -> bytes:
    return signatory(now).sign(render(document, fonts.load(settings().fallback_fonts)), reason=SIGNED_BECAUSE, at=now)
