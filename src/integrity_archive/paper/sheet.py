"""The sheet and the pen: A4, the house colours, and text set in whichever fonts its characters need."""

from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from integrity_archive.paper.fonts import Fonts

WIDTH, HEIGHT = A4
LEFT, RIGHT = 23 * mm, WIDTH - 23 * mm
TOP, BOTTOM = HEIGHT - 25 * mm, 25 * mm
MEASURE = RIGHT - LEFT

INK, MUTED = HexColor("#1b2430"), HexColor("#5c6774")
HAIRLINE, TINT = HexColor("#d5dae0"), HexColor("#f5f6f8")
ACCENT, WARNING, WARNING_TINT = HexColor("#8f1d1d"), HexColor("#b7791f"), HexColor("#fbf6ea")
WATERMARK = HexColor("#eceff2")

Align = Literal["left", "right", "centre"]


class Sheet:
    """Draws on one document's pages; y is counted from the foot of the page, as PDF does."""

    def __init__(self, canvas: Canvas, fonts: Fonts) -> None:
        self.canvas = canvas
        self.fonts = fonts

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        colour: Color = INK,
        align: Align = "left",
        fill: float = 0,
    ) -> None:
        """One line, its baseline at y; `fill` spreads it over that many points."""
        typeface = self.fonts.bold if bold else self.fonts.regular
        if align != "left":
            x -= typeface.width(words, size) / (2 if align == "centre" else 1)
        pen = self.canvas.beginText(x, y)
        pen.setFillColor(colour)
        runs = typeface.runs(words)
        if fill:
            pen.setCharSpace((fill - typeface.width(words, size)) / max(1, sum(len(drawn) for _, drawn in runs) - 1))
        for font, drawn in runs:
            pen.setFont(font, size)
            pen.textOut(drawn)
        if fill:
            pen.setCharSpace(0)  # the spacing would outlive this text object (ISO 32000-1, 9.3.1)
        self.canvas.drawText(pen)

    def rule(self, x: float, y: float, width: float, *, weight: float = 0.5, colour: Color = HAIRLINE) -> None:
        """A horizontal line."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, colour: Color) -> None:
        """A filled rectangle whose foot is at y."""
        self.canvas.setFillColor(colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)
