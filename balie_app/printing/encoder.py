"""A document as the bytes of a printer, in the dialect of its profile.

Text and native QR by default: such a ticket is some 250 bytes, a quarter of a second at 9600 baud.
One code page a ticket. A line with a character that page lacks, or in a right-to-left script, is
drawn and sent as dots; a "?" is never printed in its place. Texts are cleaned here once more, so
that nothing a person typed can act as a command.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod

from balie_app.printing.bitmap import qr_matrix, scaled
from balie_app.printing.dialect import CENTRE, LEFT, RIGHT, Dialect, Style
from balie_app.printing.documents import (
    Align,
    Code,
    Cut,
    Document,
    Drawer,
    Image,
    Line,
    Number,
    Pair,
    Part,
    Rule,
    Size,
    Space,
    clean,
    runs_right_to_left,
)
from balie_app.printing.escpos import EscPos
from balie_app.printing.profiles import CodePage, Profile
from balie_app.printing.star import StarLine
from balie_app.printing.wrapping import wrap

DIALECTS: dict[str, Dialect] = {"escpos": EscPos(), "star": StarLine()}
SHORT = (144, 4)
"""Dots of a short rule, across and down: 18 mm, and thicker than a wide one."""
DASH_DOTS = 12
"""Dots of one dash where a rule is made of them."""

_PLAIN = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "•": "-", "·": "-"}
    | {"€": "EUR", "×": "x"}
)
"""Signs of good typography that a code page may lack and that lose nothing in their plain form."""


def encode(document: Document, profile: Profile, job: bytes = b"0001") -> bytes:
    """The bytes that print this document, ending in the profile's done marker.

    ``job``: four printable bytes that come back in the answer of printers with a job marker.
    """
    page = best_page(document, profile)
    writer = _Writer(document, profile, page)
    for part in merged(document.parts):
        writer.put(part)
    opening, closing = markers(profile, job)
    return opening + DIALECTS[profile.dialect].start(profile, page) + bytes(writer.out) + closing


def markers(profile: Profile, job: bytes) -> tuple[bytes, bytes]:
    """What goes before and after the bytes of a job, so that the printer says when it is done."""
    if profile.done == "none":
        return b"", b""
    number = bytes(sign for sign in job if 0x20 <= sign <= 0x7E)[-4:].rjust(4, b"0")
    return DIALECTS[profile.dialect].markers(profile.done, number)


def best_page(document: Document, profile: Profile) -> CodePage:
    """The code page that holds most lines of this document; the profile's order decides between equals."""
    texts = [clean(part.text) for part in document.parts if isinstance(part, Line | Number)]
    texts += [clean(each) for part in document.parts if isinstance(part, Pair) for each in (part.left, part.right)]
    return max(profile.code_pages, key=lambda page: sum(in_page(text, page.codec) is not None for text in texts))


def in_page(text: str, codec: str) -> bytes | None:
    """The text in this code page, or None when it has to be drawn."""
    if runs_right_to_left(text):
        return None
    for candidate in (text, text.translate(_PLAIN)):
        try:
            return candidate.encode(codec)
        except UnicodeEncodeError:
            continue
    return None


def merged(parts: Iterable[Part]) -> list[Part]:
    """The parts with neighbouring white joined: one feed instead of several."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Space) and isinstance(last, Space):
            joined[-1] = Space(last.dots + part.dots)
        else:
            joined.append(part)
    return joined


class _Writer:
    """Collects bytes, and sends a style or alignment only when it changes."""

    def __init__(self, document: Document, profile: Profile, page: CodePage) -> None:
        self.document = document
        self.profile = profile
        self.dialect = DIALECTS[profile.dialect]
        self.codec = page.codec
        self.out = bytearray()
        self.style = Style()
        self.align = LEFT

    @singledispatchmethod
    def put(self, part: Part) -> None:
        raise TypeError(part)

    @put.register
    def _(self, part: Line) -> None:
        text = clean(part.text)
        if not text:
            return
        self._align(part.align)
        if in_page(text, self.codec) is None:
            self._drawn(text, part.size, bold=part.bold, align=part.align)
            return
        self._style(_style(part))
        for row in wrap(text, self._columns(part.size)):
            self._row(in_page(row, self.codec) or b"")

    @put.register
    def _(self, part: Pair) -> None:
        left, right = clean(part.left), clean(part.right)
        columns, amount = self._columns(part.size), in_page(right, self.codec)
        if amount is None:
            self.put(Line(f"{left} {right}", part.size, bold=part.bold))
            return
        self._align(Align.START)
        if in_page(left, self.codec) is None:  # the letters drawn, the amount in figures below them
            self._drawn(left, part.size, bold=part.bold, align=Align.START)
            left = ""
        self._style(_style(part))
        *rows, last = wrap(left, max(1, columns - len(amount) - 1)) or [""]
        for row in rows:
            self._row(in_page(row, self.codec) or b"")
        self._row((in_page(last, self.codec) or b"").ljust(columns - len(amount)) + amount)

    @put.register
    def _(self, part: Drawer) -> None:
        self.out += self.dialect.drawer

    @put.register
    def _(self, part: Number) -> None:
        text = clean(part.text)
        code = in_page(text, self.codec)
        self._align(Align.START)
        if code is None:
            self._drawn(text, Size.LARGE, bold=True, align=Align.START)
            return
        times = max(1, min(self.profile.number_scale, self.profile.columns // max(1, len(text))))
        self._style(Style(bold=True, times=times))
        self._row(code)
        self._style(Style(bold=True))

    @put.register
    def _(self, part: Rule) -> None:
        self._align(Align.START)
        width, height = (self.profile.dots, 2) if part.wide else SHORT
        bar = self.dialect.bar(width, height)
        if bar is None:
            self._style(Style())
            self._row(in_page("—" * (width // DASH_DOTS), self.codec) or b"")
        else:
            self.out += bar

    @put.register
    def _(self, part: Space) -> None:
        whole, rest = divmod(max(0, part.dots), 255)
        self.out += self.dialect.feed(255) * whole + (self.dialect.feed(rest) if rest else b"")

    @put.register
    def _(self, part: Code) -> None:
        payload = clean(part.payload)
        if self.profile.qr == "none" or not payload:
            return
        self._align(Align.START)
        if self.profile.qr == "native":
            self.out += self.dialect.qr(payload.encode(), self.profile.qr_module)
        else:
            code = scaled(qr_matrix(payload), self.profile.qr_module)
            self.out += self.dialect.image(code, self.profile.band)

    @put.register
    def _(self, part: Image) -> None:
        self._align(Align.START)
        self.out += self.dialect.image(part.dots.narrowed(self.profile.dots), self.profile.band)

    @put.register
    def _(self, part: Cut) -> None:
        self.out += self.profile.cut

    def _row(self, text: bytes) -> None:
        self.out += text + b"\n"

    def _columns(self, size: Size) -> int:
        return {
            Size.SMALL: self.profile.columns_small,
            Size.NORMAL: self.profile.columns,
            Size.LARGE: self.profile.columns // 2,
        }[size]

    def _style(self, style: Style) -> None:
        self.out += self.dialect.style(self.style, style)
        self.style = style

    def _align(self, align: Align) -> None:
        wanted = CENTRE if align is Align.CENTRE else RIGHT if self.document.right_to_left else LEFT
        if wanted != self.align:
            self.out += self.dialect.align(wanted)
            self.align = wanted

    def _drawn(self, text: str, size: Size, *, bold: bool, align: Align) -> None:
        # Qt is loaded only when a line needs it.
        from balie_app.printing.drawing import text_bitmap

        right = align is Align.START and self.document.right_to_left
        dots = text_bitmap(text, size, self.profile.dots, bold=bold, right=right, centre=align is Align.CENTRE)
        self.out += self.dialect.image(dots, self.profile.band)


def _style(part: Line | Pair) -> Style:
    return Style(part.size is Size.SMALL, part.bold, 2 if part.size is Size.LARGE else 1)
