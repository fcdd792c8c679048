"""`pdf`: a report as we draw it ÷ the very same strokes on a bare ReportLab canvas. `sign`: our signatory ÷ bare
pyHanko with the same cached key and the same reserved space."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.pdfgen.textobject import PDFTextObject
from uuid_utils.compat import uuid7

from integrity_archive.catalogue import edition
from integrity_archive.clock import SHANGHAI
from integrity_archive.entries.disclosure import Disclosed
from integrity_archive.entries.kinds import Objection
from integrity_archive.inquiries.actions import Answer
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.paper import fonts
from integrity_archive.paper.demo_key import make_demo_signatory
from integrity_archive.paper.layout import render
from integrity_archive.paper.sheet import HEIGHT, WIDTH
from integrity_archive.paper.signature import RESERVED
from integrity_archive.reports.content import Issue, report

from .figure import Figure, Work, in_turns, of, rates

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
ROUNDS, TIMES = 25, 4  # short rounds: what disturbs the machine for a moment then spoils a few of them only
SAME = 2000  # bytes by which the two files may differ: title, author, dates
CALLS: dict[type, tuple[str, ...]] = {
    Canvas: (
        "setFillColor", "setStrokeColor", "setLineWidth", "line", "rect", "roundRect", "saveState", "restoreState",
        "translate", "scale", "rotate", "beginText", "drawText", "beginPath", "drawPath", "beginForm", "endForm",
        "doForm", "addLiteral", "showPage",
    ),
    PDFTextObject: ("setFillColor", "setCharSpace", "setFont", "textOut"),
    PDFPathObject: ("rect",),
}  # fmt: skip
Stroke = tuple[str, tuple[Any, ...], dict[str, Any]]


def document() -> Any:
    """A report with five entries and a statement."""
    kinds = [kind for kind in edition.current(date(2026, 11, 24)).record_types if kind.catalogue_item][:5]
    entries = [
        Disclosed(
            uuid7(), kind.code, kind.name, kind.polarity, kind.default_severity, date(2026, 7, 1), None,
            Objection.NONE, "本人深感懊悔，已作出书面检讨。" if kind is kinds[0] else None,
        )
        for kind in kinds
    ]  # fmt: skip
    answer = Answer(uuid7(), NOW, Purpose.SCHOLARSHIP, uuid7(), "聂䶮", "149901********0008", None, entries)
    code = "ABCDEFGHJKLMNPQR"
    url = f"https://archive.example/verify/{code}"
    issue = Issue("R-2026-000001", code, NOW, date(2026, 12, 24), "励志奖学金评审委员会", "评审秘书", url)
    return report(answer, issue)


def strokes_of(paper: Any) -> list[Stroke]:
    """Every call that drawing this paper makes on ReportLab's canvas, texts and paths: a script to be replayed."""
    script: list[Stroke] = []
    kept = {(kind, name): getattr(kind, name) for kind, names in CALLS.items() for name in names}
    depth = 0

    def recording(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(drawn_on: Any, *args: Any, **kwargs: Any) -> Any:
            nonlocal depth
            if depth == 0:
                script.append((name, args, kwargs))
            depth += 1
            try:
                return original(drawn_on, *args, **kwargs)
            finally:
                depth -= 1

        return call

    for (kind, name), original in kept.items():
        setattr(kind, name, recording(f"{kind.__name__}.{name}", original))
    try:
        render(paper)
    finally:
        for (kind, name), original in kept.items():
            setattr(kind, name, original)
    return script


def replay(script: list[Stroke]) -> bytes:
    """The strokes again, on a canvas of its own; a text or path object is drawn with what was put into it."""
    target = BytesIO()
    regular = fonts.load().regular.name
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=regular)  # type: ignore[arg-type]
    pen: Any = None
    for name, args, kwargs in script:
        kind, method = name.split(".")
        if method in ("beginText", "beginPath"):
            pen = getattr(canvas, method)(*args, **kwargs)
        elif method in ("drawText", "drawPath"):
            getattr(canvas, method)(pen, **kwargs)
        else:
            getattr(canvas if kind == "Canvas" else pen, method)(*args, **kwargs)
    canvas.save()
    return target.getvalue()


def times(work: Callable[[], object]) -> Work:
    """In a thread, because pyHanko runs an event loop of its own."""

    def several() -> None:
        for _ in range(TIMES):
            work()

    return lambda: asyncio.to_thread(several)


async def pdf() -> Figure:
    paper = document()
    script = strokes_of(paper)
    pages = sum(name == "Canvas.showPage" for name, _, _ in script)
    assert abs(len(replay(script)) - len(render(paper))) < SAME, "the replay draws the same page"
    taken = await in_turns(times(lambda: render(paper)), times(lambda: replay(script)), rounds=ROUNDS)
    return of(rates(taken, pages * TIMES), "pages/s")


async def sign(folder: Path) -> Figure:
    paper = render(document())
    signatory = make_demo_signatory(folder, now=NOW)
    meta = signers.PdfSignatureMetadata(
        field_name="Signature1", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )

    def bare() -> None:
        signer = signers.PdfSigner(meta, signatory.signer)
        signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(paper)), bytes_reserved=RESERVED)

    def ours() -> None:
        signatory.sign(paper, reason="测", at=NOW)

    await times(bare)(), await times(ours)()
    return of(rates(await in_turns(times(ours), times(bare), rounds=ROUNDS), TIMES), "signatures/s")
