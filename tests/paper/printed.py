"""A paper to print, and an outsider's way to read one: by the file format alone, without our code."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

from integrity_archive.paper.document import (
    Column,
    Document,
    KeyValues,
    Letterhead,
    Notice,
    Paragraph,
    Section,
    Table,
)

NOW = datetime(2026, 11, 24, 8, 35, tzinfo=UTC)
SHOWN = re.compile(rb"/(\S+) [\d.]+ Tf|\(((?:[^\\()]|\\.)*)\) Tj", re.DOTALL)
PAIR = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]+)>")


def a_report(*, name: str = "龘䶮㛃", rows: int = 3, **others: Any) -> Document:
    """A short archive report about an invented person."""
    table = Table(
        (Column("事项", 3), Column("决定日期", 1, right=True)),
        tuple((f"第{number}项：考试作弊（替考）", "2026-03-05") for number in range(1, rows + 1)),
    )
    report = Document(
        Letterhead("汾河大学诚信档案管理中心", number="汾大诚〔2026〕118号"),
        title="个人诚信档案查询报告",
        number="R-2026-000118",
        issued_at=NOW,
        sections=(
            Section("一、查询对象", (KeyValues((("姓名", name), ("学号", "202214081"), ("身份", "本科生"))),)),
            Section("二、在档记录", (table, Paragraph("本报告只列出授权范围内、出具时已生效的记录。", quiet=True))),
            Section("三、本人陈述", (Notice("本人陈述", "深感后悔，已完成诚信教育课程。"),)),
        ),
        verify_url="https://archive.fenhe.example/verify/K7QM2XDP9RTVW4HC",
        verify_code="K7QM2XDP9RTVW4HC",
        closing=("汾河大学诚信档案管理中心", "2026年11月24日"),
        watermark="奖学金评审委员会 2026-11-24 16:35",
    )
    return replace(report, **others)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, read as ISO 32000-1, 9.10 tells: shown codes through the fonts' ToUnicode maps."""
    return [_text(page) for page in _leaves(PdfFileReader(BytesIO(pdf)).root["/Pages"])]


def _leaves(node: Any) -> list[Any]:
    """The pages below a node of the page tree (7.7.3)."""
    return [page for kid in node["/Kids"] for page in _leaves(kid.get_object())] if "/Kids" in node else [node]


def fonts(pdf: bytes) -> list[Any]:
    """Every font object the pages may use."""
    reader = PdfFileReader(BytesIO(pdf))
    kids = [page.get_object() for page in reader.root["/Pages"]["/Kids"]]
    return [font for page in kids for font in _fonts(page).values()]


def _text(page: Any) -> str:
    maps = {name: _map(font) for name, font in _fonts(page).items()}
    text, current = [], {}
    for font, shown in SHOWN.findall(page["/Contents"].data):
        if font:
            current = maps[font.decode()]
        else:
            text.append("".join(current[code] for code in _codes(shown)))
    return "\n".join(text)


def _fonts(page: Any) -> dict[str, Any]:
    found = page["/Resources"]["/Font"]
    return {name[1:]: found[name] for name in found}


def _map(font: Any) -> dict[int, str]:
    pairs = PAIR.findall(font["/ToUnicode"].data.decode())
    return {int(code, 16): bytes.fromhex(units).decode("utf-16-be") for code, units in pairs if len(units) >= 4}


def _codes(shown: bytes) -> bytes:
    named = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

    def escape(found: re.Match[bytes]) -> bytes:
        word = found[1]
        return bytes([int(word, 8)]) if word[:1].isdigit() else named.get(word, word)

    return re.sub(rb"\\([0-7]{1,3}|.)", escape, shown, flags=re.DOTALL)
