"""The documents that the demo's officers attach: a decision, what it rests on, and proofs of service."""

from datetime import datetime

from integrity_archive.demo.cases import Case
from integrity_archive.paper.document import Document, KeyValues, Letterhead, Paragraph, Section

TITLES = {
    "DECISION_SERVICE": "决定书送达回证",
    "NOTICE_SERVICE": "告知书送达回证",
    "CONSENT": "信息使用同意书",
}


def paper(case: Case, kind: str, name: str, *, now: datetime) -> Document:
    """One document of a case; `name` is what the catalogue calls this kind of evidence."""
    title = TITLES.get(kind, name)
    facts = (("当事人", case.adult.name), ("文书", case.title), ("作出单位", case.authority), ("材料", title))
    return Document(
        letterhead=Letterhead(case.authority),
        title=title,
        number=f"演示材料第{case.serial}号",
        issued_at=now,
        sections=(
            Section("基本情况", (KeyValues(facts),)),
            Section("内容", (Paragraph(case.summary), Paragraph("本材料为虚构演示材料。", quiet=True))),
        ),
        verify_url="",
        verify_code="",
    )
