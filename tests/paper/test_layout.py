"""What a reader finds on the printed pages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integrity_archive.paper import fonts as house
from integrity_archive.paper.document import Column, Notice, Paragraph, Section, Table, Words
from integrity_archive.paper.layout import paginate, pieces, render
from integrity_archive.paper.sheet import BOTTOM, TOP

from .printed import NOW, a_report, fonts, pages


def test_the_page_says_who_sends_what_about_whom_and_how_to_check_it():
    (page,) = pages(render(a_report()))

    for words in ("汾河大学诚信档案管理中心", "汾大诚〔2026〕118号", "个人诚信档案查询报告", "龘䶮㛃", "深感后悔"):
        assert words in page
    assert "K7QM 2XDP 9RTV W4HC" in page
    assert "编号 R-2026-000118" in page
    assert "出具时间 2026-11-24 16:35（UTC+8）" in page
    assert "第 1 页，共 1 页" in page


def test_the_same_paper_is_printed_to_the_same_bytes():
    assert render(a_report()) == render(a_report())
    assert render(a_report()) != render(a_report(issued_at=NOW + timedelta(minutes=1)))


def test_every_font_is_embedded():
    pdf = render(a_report(rows=60))

    assert fonts(pdf)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts(pdf))
    assert b"Helvetica" not in pdf


def test_a_long_table_goes_on_with_its_heading_and_every_page_is_numbered():
    printed = pages(render(a_report(rows=80)))

    assert len(printed) > 2
    assert [number for number in range(1, 81) if f"第{number}项：" not in "".join(printed)] == []
    for number, page in enumerate(printed, 1):
        assert f"第 {number} 页，共 {len(printed)} 页" in page
        assert ("决定日期" in page) == ("考试作弊" in page)


@pytest.mark.parametrize("rows", range(15, 32))
def test_no_heading_stands_alone_at_the_foot_of_a_page(rows):
    printed = pages(render(a_report(rows=rows)))

    assert any("三、本人陈述" in page and "深感后悔" in page for page in printed)


@pytest.mark.parametrize(
    "block",
    [
        Notice("本人陈述", "此事本人确有过失。" * 900),
        Table((Column("事项"), Column("说明")), (("陈述", "此事本人确有过失。" * 900),)),
        Paragraph("此事本人确有过失。" * 900),
    ],
    ids=["notice", "table", "paragraph"],
)
def test_text_longer_than_a_page_goes_on_and_none_of_it_is_lost(block):
    report = a_report(sections=(Section("陈述", (block,)),))
    text = "".join(pages(render(report)))
    strip = [place for page in paginate(pieces(report, house.load())) for place in page]

    assert text.count("过") == 900
    assert all(top - piece.height >= BOTTOM and top <= TOP for piece, top in strip)


@pytest.mark.parametrize("lines", range(10, 26))
def test_neither_who_signs_nor_the_box_of_the_code_stands_alone_on_a_page(lines):
    text = Section("", tuple(Paragraph(f"第{number}项。") for number in range(lines)))
    last = pages(render(replace(a_report(), sections=(text,), closing=("档案中心署名",))))[-1]

    assert f"第{lines - 1}项。" in last and "档案中心署名" in last and "K7QM 2XDP 9RTV W4HC" in last


def test_an_empty_table_says_so():
    table = Table((Column("事项"),), (), empty="授权范围内无在档记录")

    assert "授权范围内无在档记录" in pages(render(a_report(sections=(Section("记录", (table,)),))))[0]


def test_a_row_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="cells"):
        Table((Column("事项"), Column("日期")), (("考试作弊",),))


def test_the_layout_speaks_the_readers_language():
    english = {"第 {page} 页，共 {pages} 页": "Page {page} of {pages}", "核验码": "Code"}
    (page,) = pages(render(a_report(words=Words.spoken(lambda text: english.get(text, text)))))

    assert "Page 1 of 1" in page
    assert "核验码" not in page
