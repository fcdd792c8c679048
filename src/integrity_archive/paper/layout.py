"""From a `Document` to PDF bytes: its pieces one below the other, page after page.

Drawn straight on ReportLab's canvas: its own flow engine (platypus) breaks lines by Japanese rules, knows no
fallback font, and slips an unembedded Helvetica in wherever a style forgets to name a font.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import structlog
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from integrity_archive.clock import SHANGHAI
from integrity_archive.paper import fonts as house
from integrity_archive.paper import furniture
from integrity_archive.paper.document import Document, Paragraph, Section
from integrity_archive.paper.fonts import Fonts
from integrity_archive.paper.pieces import Piece, of_section, space
from integrity_archive.paper.sheet import BOTTOM, HEIGHT, TOP, WIDTH, Sheet

rl_config.useA85 = 0  # page streams as they are, not as text: smaller by a fifth and sooner done
log = structlog.get_logger(__name__)

Page = list[tuple[Piece, float]]


def render(document: Document, fonts: Fonts | None = None) -> bytes:
    """The paper as PDF, every font embedded; what no font has is printed as its number and counted in the log."""
    return render_all([document], fonts)


def render_all(documents: Sequence[Document], fonts: Fonts | None = None) -> bytes:
    """Several papers in one file, each with page numbers of its own, to be printed at once; the first describes it."""
    fonts = fonts or house.load()
    for document in documents:
        if missing := fonts.missing("".join(document.texts())):
            # Not which: a rare character in a name may say whose paper it is.
            log.warning("characters printed by their number", paper=document.number, count=len(missing))
    target = BytesIO()
    # invariant: neither the clock nor a random number goes into the file.
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        initialFontName=fonts.regular.name,  # type: ignore[arg-type]  # the stubs ask for a number; Helvetica otherwise
    )
    _describe(canvas, documents[0])
    sheet = Sheet(canvas, fonts)
    for document in documents:
        _draw(document, sheet)
    canvas.save()
    return target.getvalue()


def _draw(document: Document, sheet: Sheet) -> None:
    furniture.prepare_watermark(sheet, document.watermark)
    pages = list(paginate(pieces(document, sheet.fonts)))
    for number, page in enumerate(pages, 1):
        furniture.furnish(sheet, document, number, len(pages))
        for piece, top in page:
            piece.draw(sheet, top)
        sheet.canvas.showPage()


def pieces(document: Document, fonts: Fonts) -> Iterator[Piece]:
    """The whole paper as one endless strip."""
    yield furniture.letterhead(document, fonts)
    if document.address:
        yield furniture.address(document, fonts)
    yield furniture.title(document, fonts)
    text = [piece for section in document.sections for piece in of_section(section, fonts)]
    # Who signs never stands alone on a page, nor the box by which the paper is checked: the last line goes with them.
    follows = bool(document.closing or document.verify_code)
    kept = 2 if follows and document.sections and ends_in_words(document.sections[-1]) else 0
    yield from text[: len(text) - kept]
    yield from (replace(piece, keeps_next=True) for piece in text[len(text) - kept :])
    yield space(10, keeps_next=follows)
    if document.closing:
        yield furniture.closing(document.closing, keeps_next=bool(document.verify_code))
    if document.verify_code:
        yield furniture.proof(document, fonts)


def ends_in_words(section: Section) -> bool:
    """Then its last two pieces are a line of a paragraph, and the space below it."""
    return bool(section.blocks) and isinstance(section.blocks[-1], Paragraph)


def paginate(strip: Iterable[Piece]) -> Iterator[Page]:
    """Fill pages from the top; what must keep with its next moves with it, and table headings are said again."""
    page: Page = []
    y = TOP
    group: list[Piece] = []
    for piece in strip:
        group.append(piece)
        if piece.keeps_next:
            continue
        if page and y - sum(member.height for member in group) < BOTTOM:
            yield page
            page, y = [], TOP
            if group[0].again:
                group.insert(0, group[0].again)
        for member in group:
            page.append((member, y))
            y -= member.height
        group = []
    yield page


def _describe(canvas: Canvas, document: Document) -> None:
    issued = document.issued_at.astimezone(SHANGHAI)
    canvas.setTitle(f"{document.title} {document.number}")
    canvas.setAuthor(document.letterhead.organisation)
    canvas.setSubject(document.verify_url)
    canvas.setCreator("integrity-archive")
    canvas.setDateFormatter(lambda *_: issued.strftime("D:%Y%m%d%H%M%S+08'00'"))
