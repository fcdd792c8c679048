"""Every character of a name is drawn, or the paper says which one it could not draw."""

from pathlib import Path

import pytest
import reportlab
from structlog.testing import capture_logs

from integrity_archive.errors import Fatal
from integrity_archive.paper import fonts
from integrity_archive.paper.document import KeyValues, Section
from integrity_archive.paper.layout import render

from .printed import a_report, pages

RARE = "龘䶮㛃𬭎𫖯𠅤喆堃·"
LATIN = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # has Š, which Noto Sans SC has not


def test_the_house_fonts_draw_rare_names():
    assert fonts.load().missing(RARE) == ""


def test_the_house_fonts_draw_every_ideograph_of_gb_18030_level_1():
    assert fonts.load().missing("".join(map(chr, [*range(0x4E00, 0x9FA6), *range(0x3400, 0x4DB6)]))) == ""


def test_what_no_font_draws_is_named_once_in_order_of_appearance():
    assert fonts.load().missing("张𠮷山\n𠮷Š") == "𠮷Š"


def test_a_fallback_font_draws_what_the_house_font_cannot():
    assert fonts.load((LATIN,)).missing("张𠮷山Š") == "𠮷"
    house, other = fonts.load((LATIN,)).regular.faces

    assert fonts.load((LATIN,)).regular.runs("张Šimek") == [
        (house.fontName, "张"),
        (other.fontName, "Š"),
        (house.fontName, "imek"),
    ]


def test_a_paper_uses_house_and_fallback_fonts_side_by_side():
    (page,) = pages(render(a_report(name="张Š山"), fonts.load((LATIN,))))

    assert "张\nŠ\n山" in page


def test_a_character_no_font_has_is_shown_by_its_number():
    (page,) = pages(render(a_report(name="张𠮷山")))

    assert "张〔U+20BB7〕山" in page


def test_the_log_counts_what_was_printed_by_its_number_and_says_nothing_of_the_name():
    with capture_logs() as lines:
        render(a_report(name="张𠮷山"))

    assert lines == [
        {
            "event": "characters printed by their number",
            "log_level": "warning",
            "paper": "R-2026-000118",
            "count": 1,
        }
    ]


@pytest.mark.parametrize("content", [None, b"OTTO" + bytes(64), b"not a font at all"])
def test_a_fallback_file_that_cannot_serve_stops_the_start_and_is_named(tmp_path, content):
    file = tmp_path / "extra.ttf"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(Fatal, match=r"extra\.ttf"):
        fonts.load((file,))


def test_names_outside_the_basic_plane_are_copied_as_they_were_written_in_both_weights():
    name = (Section("查询对象：张𬭎𫖯", (KeyValues((("姓名", "张𬭎𫖯"),)),)),)
    printed = pages(render(a_report(sections=name)))[0].splitlines()

    assert "查询对象：张𬭎𫖯" in printed
    assert "张𬭎𫖯" in printed


def test_the_map_to_unicode_speaks_utf_16_in_blocks_of_at_most_a_hundred():
    table = fonts.to_unicode("AAAAAA+Noto", [0, 0x2CB4E, *range(0x4E00, 0x4E00 + 120)])

    assert "<01> <D872DF4E>" in table
    assert "100 beginbfchar" in table
    assert "21 beginbfchar" in table
