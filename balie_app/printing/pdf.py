"""A document as PDF: a page as large as the ticket, fonts embedded, text that can be selected.

Right-to-left lines are drawn as an image: reportlab neither joins nor orders Arabic letters. Their
words stand in the page's text layer only through the Dutch line beside them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from balie_app.paths import resource
from balie_app.printing.documents import Document, runs_right_to_left
from balie_app.printing.flow import MARGIN, TOP, WIDTH, Bar, Dots, Glyphs, Item, Text, flow

DOT = 80 * mm / WIDTH
REGULAR, BOLD = "BalieRegular", "BalieBold"
SHARP = 4
"""Pixels a dot of a line that is an image: 800 to the inch."""


class Paper(StrEnum):
    """What the page is as large as."""

    ROLL = "roll"
    """80 mm wide and as long as it takes."""
    A4 = "a4"


A4_DOT = 1.25 * DOT
"""A page is read from farther away than a strip in the hand."""
A4_WIDE, A4_HIGH, A4_MARGIN = 1344, 1900, 160
"""In those larger dots."""


def pdf(document: Document, paper: Paper = Paper.ROLL) -> bytes:
    """The document as a PDF: one page of 80 mm, or pages of A4. The same document gives the same bytes."""
    _register_fonts()
    wide, margin = (A4_WIDE, A4_MARGIN) if paper is Paper.A4 else (WIDTH, MARGIN)
    height, items = flow(document, _width, wide, margin)
    pages = list(sheets(items)) if paper is Paper.A4 else [items]
    high, dot = (A4_HIGH, A4_DOT) if paper is Paper.A4 else (height, DOT)
    out = io.BytesIO()
    # Without a first font of its own reportlab names Helvetica, which is not embedded (its type stubs say float).
    first: Any = REGULAR
    size = A4 if paper is Paper.A4 else (wide * DOT, high * DOT)
    canvas = Canvas(out, pagesize=size, lang=document.language, invariant=1, initialFontName=first)
    canvas.setTitle(document.title)
    canvas.setAuthor("Balie")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, start=1):
        canvas.scale(dot, dot)
        _page(canvas, [*page, *foot_of(document, number, len(pages))], high)
    canvas.save()
    return out.getvalue()


def foot_of(document: Document, number: int, count: int) -> list[Item]:
    """Below a page of several: which one it is."""
    text = f"{document.title} · {number} / {count}"
    return [Text(A4_MARGIN, A4_HIGH - A4_MARGIN, A4_WIDE - 2 * A4_MARGIN, text, 21)] if count > 1 else []


def _page(canvas: Canvas, items: Iterable[Item], height: int) -> None:
    for item in items:
        if isinstance(item, Bar):
            canvas.rect(item.x, height - item.y - item.height, item.width, item.height, stroke=0, fill=1)
        elif isinstance(item, Text):
            _text(canvas, item, height)
        elif isinstance(item, Dots):
            _dots(canvas, item, height)
    canvas.showPage()


def sheets(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items on pages of A4, broken between rows."""
    page: list[Item] = []
    down = float(A4_MARGIN - TOP)
    for item in items:
        if isinstance(item, Glyphs):
            continue
        high = item.pixels if isinstance(item, Text) else item.height
        if page and item.y + down + high > A4_HIGH - A4_MARGIN - TOP:
            yield page
            page, down = [], A4_MARGIN - item.y
        page.append(replace(item, y=item.y + down))
    yield page


@cache
def _register_fonts() -> None:
    for name, file in ((REGULAR, "IBMPlexSans-Regular.ttf"), (BOLD, "IBMPlexSans-SemiBold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))


def _width(text: str, pixels: float, bold: bool) -> float:
    if runs_right_to_left(text):
        from balie_app.printing.drawing import text_width

        return text_width(text, pixels, bold=bold)
    return float(pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, pixels))


def _text(canvas: Canvas, item: Text, height: int) -> None:
    if runs_right_to_left(item.text):
        _image(canvas, item, height)
        return
    canvas.setFont(BOLD if item.bold else REGULAR, item.pixels)
    baseline = height - item.y - item.pixels * 1.06
    if item.align == "right":
        canvas.drawRightString(item.x + item.width, baseline, item.text)
    elif item.align == "centre":
        canvas.drawCentredString(item.x + item.width / 2, baseline, item.text)
    else:
        canvas.drawString(item.x, baseline, item.text)


def _dots(canvas: Canvas, item: Dots, height: int) -> None:
    wide, high = item.bitmap.width, item.bitmap.height
    white = b"".join(item.bitmap.rows).translate(bytes(range(255, -1, -1)))  # in pictures 1 is white
    reader = ImageReader(Image.frombytes("1", (wide, high), white).convert("L"))
    canvas.drawImage(reader, item.x, height - item.y - high, wide, high)


def _image(canvas: Canvas, item: Text, height: int) -> None:
    from balie_app.printing.drawing import picture_png

    wide, high = round(item.width), round(item.pixels * 1.6)
    alone = Text(0, 0, item.width, item.text, item.pixels, item.bold, item.align)
    reader = ImageReader(io.BytesIO(picture_png(wide, high, [alone], SHARP)))
    canvas.drawImage(reader, item.x, height - item.y - high, wide, high, mask=[250, 255])
