"""What every paper bears around its text: letterhead, title, closing, proof box, watermark, running lines."""

from datetime import datetime

import segno
from reportlab.lib.units import mm

from integrity_archive.clock import SHANGHAI
from integrity_archive.paper.document import Document
from integrity_archive.paper.fonts import Fonts
from integrity_archive.paper.pieces import BODY, HEADING, LEADING, SMALL, Piece, baseline
from integrity_archive.paper.sheet import (
    ACCENT,
    BOTTOM,
    HAIRLINE,
    HEIGHT,
    INK,
    LEFT,
    MEASURE,
    MUTED,
    RIGHT,
    TOP,
    WATERMARK,
    WIDTH,
    Sheet,
)
from integrity_archive.paper.wrapping import wrap

QR_SIDE = 76.0  # 27 mm: telephones read its modules of 0.7 mm from a print held in the hand
TINY = 7.5
WINDOW_TOP, WINDOW_FOOT, WINDOW_WIDTH, WINDOW_LINES = 47 * mm, 90 * mm, 80 * mm, 6


def moment(at: datetime) -> str:
    """A moment as the reader's wall clock shows it, with its zone: 2026-11-24 16:35（UTC+8）."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}（UTC+8）"


def letterhead(document: Document, fonts: Fonts) -> Piece:
    """The sender above a double rule (文武线), with the sender's number at the right."""
    head = document.letterhead
    names = wrap(head.organisation, fonts.bold, 15, MEASURE)

    def draw(sheet: Sheet, y: float) -> None:
        for name in names:
            sheet.text(LEFT, y - 14, name, 15, bold=True, colour=ACCENT)
            y -= 20
        sheet.text(LEFT, y - 10, head.unit, 9, colour=MUTED)
        sheet.text(RIGHT, y - 10, head.number, 9, colour=MUTED, align="right")
        sheet.rule(LEFT, y - 21, MEASURE, weight=1.6, colour=ACCENT)
        sheet.rule(LEFT, y - 23.6, MEASURE, weight=0.4, colour=ACCENT)

    return Piece(24 + 20 * len(names), draw)


def address(document: Document, fonts: Fonts) -> Piece:
    """The reader, where an envelope's window shows it: 45 to 90 mm below the edge, as DIN 5008 form B has it."""
    lines = [line for part in document.address for line in wrap(part, fonts.regular, BODY + 1, WINDOW_WIDTH)]
    foot = HEIGHT - WINDOW_FOOT

    def draw(sheet: Sheet, y: float) -> None:
        for number, line in enumerate(lines[:WINDOW_LINES]):
            sheet.text(LEFT, baseline(HEIGHT - WINDOW_TOP, BODY + 1, number), line, BODY + 1)

    return Piece(TOP - letterhead(document, fonts).height - foot, draw)


def title(document: Document, fonts: Fonts) -> Piece:
    """What the paper is, and under which number."""
    lines = wrap(document.title, fonts.bold, 20, MEASURE)
    below = [line for line in wrap(document.subtitle, fonts.regular, BODY, MEASURE) if line]
    below.append(f"{document.words.number} {document.number}")
    # Below the window there is air enough; there the salutation follows at once, and needs the more.
    drop, foot = (16, 2) if document.address else (40, 18)

    def draw(sheet: Sheet, y: float) -> None:
        y -= drop
        for line in lines:
            sheet.text(WIDTH / 2, y, line, 20, bold=True, align="centre")
            y -= 28
        for line in below:
            sheet.text(WIDTH / 2, y + 6, line, BODY, colour=MUTED, align="centre")
            y -= BODY * LEADING

    return Piece(foot + 28 * len(lines) + BODY * LEADING * len(below), draw)


def closing(lines: tuple[str, ...], *, keeps_next: bool = False) -> Piece:
    """Who issues and when, at the right as in a Chinese letter. No seal is ever drawn: the signature is the seal."""

    def draw(sheet: Sheet, y: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(RIGHT, baseline(y, BODY, number), line, BODY, align="right")

    return Piece(len(lines) * BODY * LEADING + 14, draw, keeps_next)


def proof(document: Document, fonts: Fonts) -> Piece:
    """How anybody can check the paper: the code to type, the address, the same as a QR code."""
    words, inner, leading = document.words, 12.0, SMALL * 1.4
    width = MEASURE - 2 * inner - (QR_SIDE + 2 * inner if document.qr else 0)
    code = " ".join(document.verify_code[start : start + 4] for start in range(0, len(document.verify_code), 4))
    lines = wrap(f"{words.address}：{document.verify_url}", fonts.regular, SMALL, width)
    lines += wrap(document.verify_hint, fonts.regular, SMALL, width)
    height = max(QR_SIDE + 2 * inner if document.qr else 0, 64 + len(lines) * leading)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.canvas.setStrokeColor(HAIRLINE)
        sheet.canvas.setLineWidth(0.6)
        sheet.canvas.roundRect(LEFT, y - height, MEASURE, height, 3, stroke=1, fill=0)
        if document.qr:
            qr(sheet, RIGHT - inner - QR_SIDE, y - (height + QR_SIDE) / 2, document.verify_url)
        sheet.text(LEFT + inner, y - 23, words.verify, BODY, bold=True)
        sheet.text(LEFT + inner, y - 45, words.code, SMALL, colour=MUTED)
        gap = fonts.regular.width(words.code, SMALL) + 8
        sheet.text(LEFT + inner + gap, y - 46, code, HEADING + 2, bold=True)
        for number, line in enumerate(lines):
            sheet.text(LEFT + inner, y - 63 - number * leading, line, SMALL, colour=MUTED)

    return Piece(height, draw)


def qr(sheet: Sheet, x: float, y: float, url: str) -> None:
    """Drawn as one path of bars, a module being the unit: sharp at any size and small in the file."""
    matrix = segno.make_qr(url, error="m").matrix
    side = len(matrix)
    sheet.canvas.saveState()
    sheet.canvas.translate(x, y + QR_SIDE)
    sheet.canvas.scale(QR_SIDE / side, -QR_SIDE / side)
    path = sheet.canvas.beginPath()
    for number, row in enumerate(matrix):
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start) if 0 in row[start:] else side
            # A little higher than a module, so that no viewer shows a seam between two rows.
            path.rect(start, number, end - start, 1.02)
            start = end
    sheet.canvas.setFillColor(INK)
    sheet.canvas.drawPath(path, stroke=0, fill=1)
    sheet.canvas.restoreState()


def prepare_watermark(sheet: Sheet, words: str) -> None:
    """One form for all pages: who asked and when, lightly across the sheet, so that a copy tells whose it was."""
    if not words:
        return
    canvas, size = sheet.canvas, 11
    step = sheet.fonts.regular.width(words, size) + 60
    canvas.beginForm("watermark", 0, 0, WIDTH, HEIGHT)
    # It stands for no text: who copies or searches the page must not find it between the names.
    canvas.addLiteral("/Span <</ActualText <FEFF>>> BDC")
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(32)
    for row in range(-5, 6):
        for column in range(-1, 2):
            sheet.text((column + row % 2 / 2) * step, row * 92, words, size, colour=WATERMARK, align="centre")
    canvas.addLiteral("EMC")
    canvas.endForm()


def furnish(sheet: Sheet, document: Document, page: int, pages: int) -> None:
    """What every page bears: watermark, a running head from the second on, number, page x of y, time of issue."""
    words = document.words
    if document.watermark:
        sheet.canvas.doForm("watermark")
    if page > 1:
        organisation, *_ = wrap(document.letterhead.organisation, sheet.fonts.regular, SMALL, MEASURE / 2 - 10)
        title, *_ = wrap(document.title, sheet.fonts.regular, SMALL, MEASURE / 2 - 10)
        sheet.text(LEFT, TOP + 20, organisation, SMALL, colour=MUTED)
        sheet.text(RIGHT, TOP + 20, title, SMALL, colour=MUTED, align="right")
        sheet.rule(LEFT, TOP + 13, MEASURE)
    sheet.rule(LEFT, BOTTOM - 14, MEASURE)
    sheet.text(LEFT, BOTTOM - 27, f"{words.number} {document.number}", SMALL, colour=MUTED)
    sheet.text(WIDTH / 2, BOTTOM - 27, words.page.format(page=page, pages=pages), SMALL, colour=MUTED, align="centre")
    sheet.text(RIGHT, BOTTOM - 27, f"{words.issued} {moment(document.issued_at)}", SMALL, colour=MUTED, align="right")
    for number, line in enumerate(wrap(document.footer, sheet.fonts.regular, TINY, MEASURE)):
        sheet.text(WIDTH / 2, BOTTOM - 40 - number * TINY * 1.4, line, TINY, colour=MUTED, align="centre")
