"""A document as PDF: a page as large as the ticket, fonts embedded, text that can be selected and read aloud.

reportlab neither joins nor orders Arabic letters, so it gets the signs as they stand on paper (``arabic``): text like
any other, in a font of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from balie_app.paths import resource
from balie_app.printing.arabic import from_left_to_right
from balie_app.printing.documents import Document, runs_right_to_left
from balie_app.printing.flow import MARGIN, TOP, WIDTH, Bar, Dots, Glyphs, Item, Text, flow
from balie_app.printing.tagging import HEADING, PARAGRAPH, Tags

DOT = 80 * mm / WIDTH
REGULAR, BOLD = "BalieRegular", "BalieBold"
ARABIC, ARABIC_BOLD = "BalieArabic", "BalieArabicBold"
_FILES = {
    REGULAR: "IBMPlexSans-Regular",
    BOLD: "IBMPlexSans-SemiBold",
    ARABIC: "IBMPlexSansArabic-Regular",
    ARABIC_BOLD: "IBMPlexSansArabic-SemiBold",
}


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
    canvas = Canvas(out, pagesize=size, lang=document.language, invariant=1, initialFontName=first, pdfVersion=(1, 7))
    canvas.setTitle(document.title)
    canvas.setSubject(document.title)
    canvas.setAuthor("Balie")
    canvas.setCreator("Balie")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    tags = Tags(canvas)
    heading = max((item for item in items if isinstance(item, Text)), key=lambda item: item.pixels, default=None)
    for number, page in enumerate(pages, start=1):
        canvas.scale(dot, dot)
        _page(canvas, tags, page, foot_of(document, number, len(pages)), high, heading.text if heading else "")
    tags.finish()
    canvas.save()
    return out.getvalue()


def foot_of(document: Document, number: int, count: int) -> list[Item]:
    """Below a page of several: which one it is."""
    text = f"{document.title} · {number} / {count}"
    return [Text(A4_MARGIN, A4_HIGH - A4_MARGIN, A4_WIDE - 2 * A4_MARGIN, text, 21)] if count > 1 else []


def _page(canvas: Canvas, tags: Tags, items: Iterable[Item], foot: Iterable[Item], height: int, heading: str) -> None:
    for words, run in groupby(items, lambda item: isinstance(item, Text)):
        if not words:
            with tags.artifact():
                _drawn(canvas, run, height)
            continue
        for item in run:
            if isinstance(item, Text):
                with tags.piece(HEADING if item.text == heading else PARAGRAPH):
                    _text(canvas, item, height)
    with tags.artifact():
        for item in foot:
            if isinstance(item, Text):
                _text(canvas, item, height)
    canvas.showPage()
    tags.page_done()


def _drawn(canvas: Canvas, items: Iterable[Item], height: int) -> None:
    for item in items:
        if isinstance(item, Bar):
            canvas.rect(item.x, height - item.y - item.height, item.width, item.height, stroke=0, fill=1)
        elif isinstance(item, Dots):
            _dots(canvas, item, height)


def sheets(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items on pages of A4, broken between rows; a line stays with the words above it."""
    page: list[Item] = []
    down = float(A4_MARGIN - TOP)
    for item in items:
        if isinstance(item, Glyphs):
            continue
        high = item.pixels if isinstance(item, Text) else item.height
        if page and item.y + down + high > A4_HIGH - A4_MARGIN - TOP:
            full, taken = _parted(page, item)
            yield [replace(each, y=each.y + down) for each in full]
            page, down = taken, A4_MARGIN - (taken or [item])[0].y
        page.append(item)
    yield [replace(each, y=each.y + down) for each in page]


def _parted(page: list[Item], following: Item) -> tuple[list[Item], list[Item]]:
    """What stays on a page that is full, and what goes to the next one with the item that does not fit any more."""
    row = page[-1].y
    words = isinstance(following, Bar) and isinstance(page[-1], Text) and page[0].y < row
    return ([each for each in page if each.y != row], [each for each in page if each.y == row]) if words else (page, [])


@cache
def _register_fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{file}.ttf"))))


def _width(text: str, pixels: float, bold: bool) -> float:
    name, signs = _set(text, bold)
    return float(pdfmetrics.stringWidth(signs, name, pixels))


def _set(text: str, bold: bool) -> tuple[str, str]:
    """The font for a row, and its signs from left to right."""
    if runs_right_to_left(text):
        return ARABIC_BOLD if bold else ARABIC, from_left_to_right(text)
    return BOLD if bold else REGULAR, text


def _text(canvas: Canvas, item: Text, height: int) -> None:
    name, signs = _set(item.text, item.bold)
    canvas.setFont(name, item.pixels)
    baseline = height - item.y - item.pixels * 1.06
    if item.align == "right":
        canvas.drawRightString(item.x + item.width, baseline, signs)
    elif item.align == "centre":
        canvas.drawCentredString(item.x + item.width / 2, baseline, signs)
    else:
        canvas.drawString(item.x, baseline, signs)


def _dots(canvas: Canvas, item: Dots, height: int) -> None:
    wide, high = item.bitmap.width, item.bitmap.height
    white = b"".join(item.bitmap.rows).translate(bytes(range(255, -1, -1)))  # in pictures 1 is white
    reader = ImageReader(Image.frombytes("1", (wide, high), white).convert("L"))
    canvas.drawImage(reader, item.x, height - item.y - high, wide, high)
