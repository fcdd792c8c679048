"""What other people's PDF tools find in our papers (poppler: pdftotext, pdffonts, pdfsig; a QR reader)."""

import subprocess
from pathlib import Path

import pytest

from integrity_archive.paper.coverage import BLOCKS
from integrity_archive.paper.demo_key import make_demo_signatory
from integrity_archive.paper.document import Notice, Paragraph, Section
from integrity_archive.paper.fonts import load
from integrity_archive.paper.layout import render

from ..paper.printed import NOW, a_report

pytestmark = pytest.mark.e2e
RARE = "龘䶮㛃𬭎𫖯𠅤"
RARE_SECTION = {
    "regular": lambda text: Section("查询对象", (Paragraph(text),)),
    "bold": lambda text: Section("查询对象", (Notice(text, "本人陈述"),)),
}


def tool(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.fixture
def paper(tmp_path):
    signatory = make_demo_signatory(tmp_path / "demo", now=NOW)
    file = tmp_path / "report.pdf"
    file.write_bytes(signatory.sign(render(a_report(name=RARE, rows=60)), reason="出具报告", at=NOW))
    return file


def test_every_font_is_embedded_and_has_a_unicode_map(paper):
    rows = tool("pdffonts", paper).splitlines()[2:]

    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_names_are_copied_as_they_were_written_and_the_watermark_is_not_between_them(paper):
    text = tool("pdftotext", "-layout", paper, "-")

    assert RARE in text
    assert "奖学金评审委员会" not in text


@pytest.mark.parametrize("where", ["regular", "bold"])
def test_every_ideograph_outside_the_basic_plane_that_the_house_fonts_draw_is_copied_whole(tmp_path, where):
    assigned = {code for runs in BLOCKS.values() for first, last in runs for code in range(first, last + 1)}
    drawn = "".join(chr(code) for code in sorted(assigned & load().bold.repertoire()) if code > 0xFFFF)
    file = tmp_path / "rare.pdf"
    file.write_bytes(render(a_report(sections=(RARE_SECTION[where](drawn),))))

    text = "".join(tool("pdftotext", file, "-").split())

    assert drawn in text
    assert "〔U+" not in text


def test_the_signature_is_valid_and_a_changed_paper_is_told(paper):
    assert "Signature Validation: Signature is Valid." in tool("pdfsig", "-nocert", paper)

    changed = bytearray(paper.read_bytes())
    changed[len(changed) // 3] ^= 1
    paper.write_bytes(changed)

    assert "Digest Mismatch" in tool("pdfsig", "-nocert", paper)


def test_the_qr_code_leads_to_the_verify_page(paper):
    tool("pdftoppm", "-r", "150", "-png", paper, paper.with_suffix(""))
    (*_, last) = sorted(paper.parent.glob("report-*.png"))

    assert tool("zbarimg", "--quiet", "--raw", last).strip() == a_report().verify_url
