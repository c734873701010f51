"""A document as the bytes of an ESC/POS printer.

Text and native QR by default: such a ticket is some 250 bytes, a quarter of a second at 9600 baud.
One code page a ticket. A line with a character that page lacks, or in a right-to-left script, is
drawn and sent as dots; a "?" is never printed in its place. Texts are cleaned here once more, so
that nothing a person typed can act as a command.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod

from balie_app.printing.bitmap import Bitmap, qr_matrix, scaled
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
from balie_app.printing.keptlogo import stored_picture
from balie_app.printing.profiles import CodePage, Profile
from balie_app.printing.wrapping import wrap

ESC, GS = b"\x1b", b"\x1d"
RESET = ESC + b"@"
AUTO_STATUS = GS + b"a\xff"
DONE_MARKER = GS + b"r\x01"
"""Paper sensor, asked through the ordinary buffer: its answer says that everything before it is done."""

STATUS_REQUEST = b"".join(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
"""Printer, cause of offline, error, paper; four answers of one byte, in this order."""
KIOSK_STATUS_REQUEST = b"\x10\x04\x14"
"""Custom: one answer of six bytes."""
NIPPON_STATUS_REQUEST = ESC + b"v"
RECOVER = b"\x10\x05\x02"
"""Go on after an error, with empty buffers."""

DRAWER = ESC + b"p\x00\x19\xfa"
"""A pulse of 50 ms on the first of the two connectors for drawers, and half a second of rest."""

SMALL, BOLD, DOUBLE = 0x01, 0x08, 0x30
RULE_BYTES, RULE_ROWS = 9, 2
"""A short bar: with dots doubled both ways it is 144 dots (18 mm) wide and 4 high."""

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
    opening, closing = _markers(profile, job)
    return opening + _start(profile, page) + bytes(writer.out) + closing


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


def raster(bitmap: Bitmap, band: int) -> bytes:
    """Dots as GS v 0, in bands of at most ``band`` rows."""
    out = bytearray()
    for top in range(0, bitmap.height, band):
        rows = bitmap.rows[top : top + band]
        out += GS + b"v0\0" + _two(bitmap.width // 8) + _two(len(rows)) + b"".join(rows)
    return bytes(out)


def native_qr(payload: bytes, module: int) -> bytes:
    """A QR code that the printer makes itself: model 2, correction level M."""
    steps = (b"A2\0", b"C" + bytes((module,)), b"E1", b"P0" + payload, b"Q0")
    return b"".join(GS + b"(k" + _two(len(step) + 1) + b"1" + step for step in steps)


def _two(number: int) -> bytes:
    return number.to_bytes(2, "little")


def _start(profile: Profile, page: CodePage) -> bytes:
    # The reset switches automatic status off, so it is asked for again at once.
    automatic = AUTO_STATUS if profile.auto_status else b""
    return RESET + automatic + profile.start + ESC + b"t" + bytes((page.number,))


def _markers(profile: Profile, job: bytes) -> tuple[bytes, bytes]:
    number = bytes(sign for sign in job if 0x20 <= sign <= 0x7E)[-4:].rjust(4, b"0")
    return {
        "gs-r": (b"", DONE_MARKER),
        "gs-h": (b"", GS + b"(H\x06\x0000" + number),
        "nippon": (GS + b"G1" + number, GS + b"G0"),
        "none": (b"", b""),
    }[profile.done]


class _Writer:
    """Collects bytes, and sends a style or alignment only when it changes."""

    def __init__(self, document: Document, profile: Profile, page: CodePage) -> None:
        self.document = document
        self.profile = profile
        self.codec = page.codec
        self.out = bytearray()
        self.style = 0
        self.align = 0

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
            self.out += (in_page(row, self.codec) or b"") + b"\n"

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
        self._style(_style(Line("", part.size, bold=part.bold)))
        *rows, last = wrap(left, max(1, columns - len(amount) - 1)) or [""]
        for row in rows:
            self.out += (in_page(row, self.codec) or b"") + b"\n"
        self.out += (in_page(last, self.codec) or b"").ljust(columns - len(amount)) + amount + b"\n"

    @put.register
    def _(self, part: Drawer) -> None:
        self.out += DRAWER

    @put.register
    def _(self, part: Number) -> None:
        text = clean(part.text)
        code = in_page(text, self.codec)
        self._align(Align.START)
        if code is None:
            self._drawn(text, Size.LARGE, bold=True, align=Align.START)
            return
        times = max(1, min(self.profile.number_scale, self.profile.columns // max(1, len(text)))) - 1
        self._style(BOLD)
        self.out += GS + b"!" + bytes((times << 4 | times,)) + code + b"\n" + GS + b"!\0"

    @put.register
    def _(self, part: Rule) -> None:
        self._align(Align.START)
        across, rows = (self.profile.dots // 16, 1) if part.wide else (RULE_BYTES, RULE_ROWS)
        self.out += GS + b"v0\x03" + _two(across) + _two(rows) + b"\xff" * (across * rows)

    @put.register
    def _(self, part: Space) -> None:
        whole, rest = divmod(max(0, part.dots), 255)
        self.out += (ESC + b"J\xff") * whole + (ESC + b"J" + bytes((rest,)) if rest else b"")

    @put.register
    def _(self, part: Code) -> None:
        payload = clean(part.payload)
        if self.profile.qr == "none" or not payload:
            return
        self._align(Align.START)
        if self.profile.qr == "native":
            self.out += native_qr(payload.encode(), self.profile.qr_module)
        else:
            self.out += raster(scaled(qr_matrix(payload), self.profile.qr_module), self.profile.band)

    @put.register
    def _(self, part: Image) -> None:
        mode = self.profile.logo if part.logo else "raster"
        if mode == "none":
            return
        self._align(part.align)
        kept = stored_picture(self.profile.logo_key)
        self.out += kept if mode == "stored" else raster(part.dots.narrowed(self.profile.dots), self.profile.band)

    @put.register
    def _(self, part: Cut) -> None:
        self.out += self.profile.cut

    def _columns(self, size: Size) -> int:
        return {
            Size.SMALL: self.profile.columns_small,
            Size.NORMAL: self.profile.columns,
            Size.LARGE: self.profile.columns // 2,
        }[size]

    def _style(self, style: int) -> None:
        if style != self.style:
            self.out += ESC + b"!" + bytes((style,))
            self.style = style

    def _align(self, align: Align) -> None:
        wanted = 1 if align is Align.CENTRE else 2 if self.document.right_to_left else 0
        if wanted != self.align:
            self.out += ESC + b"a" + bytes((wanted,))
            self.align = wanted

    def _drawn(self, text: str, size: Size, *, bold: bool, align: Align) -> None:
        # Qt is loaded only when a line needs it.
        from balie_app.printing.drawing import text_bitmap

        right = align is Align.START and self.document.right_to_left
        dots = text_bitmap(text, size, self.profile.dots, bold=bold, right=right, centre=align is Align.CENTRE)
        self.out += raster(dots, self.profile.band)


def _style(line: Line) -> int:
    size = {Size.SMALL: SMALL, Size.NORMAL: 0, Size.LARGE: DOUBLE}[line.size]
    return size | (BOLD if line.bold else 0)
