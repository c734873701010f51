"""What is on paper, as values: a document is a list of parts, without a word about printers.

The same document becomes ESC/POS bytes (``escpos``), a PDF (``pdf``) and a picture (``picture``).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from balie_app.printing.bitmap import Bitmap

LONGEST_LINE = 400
"""Characters of one line of a document; what is longer ends in an ellipsis."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


class Size(StrEnum):
    """How large a line is printed."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class Align(StrEnum):
    """Where a line stands. Start is left, and right in a language that is read from right to left."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text; wrapped where it is printed."""

    text: str
    size: Size = Size.NORMAL
    bold: bool = False
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a ticket: as large as the paper allows."""

    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A text at the left and an amount at the right of its last row."""

    left: str
    right: str
    size: Size = Size.NORMAL
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line: short between parts, or over the whole width above a total."""

    wide: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """White between parts, in dots of 1/8 mm."""

    dots: int = 16


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    payload: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in black and white; too wide a one is made smaller where it is printed."""

    dots: Bitmap
    align: Align = Align.START
    logo: bool = False
    """Whether it is the municipality's logo, which a printer may keep in its own memory."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Opens the cash drawer that hangs on the printer; nothing on paper."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of this piece of paper."""


Part = Line | Number | Pair | Rule | Space | Code | Image | Drawer | Cut


@dataclass(frozen=True, slots=True)
class Document:
    """One piece of paper."""

    title: str
    language: str
    parts: tuple[Part, ...]

    @property
    def right_to_left(self) -> bool:
        """Whether lines start at the right."""
        return self.language in RIGHT_TO_LEFT


def clean(text: str, longest: int = LONGEST_LINE) -> str:
    """Text that is safe to print: control characters become a space, too long text is cut with an ellipsis.

    Nothing a person typed can reach a printer as a command after this. Invisible direction marks
    (category Cf) are kept out too: the drawing decides about direction.
    """
    safe = text if text.isprintable() else "".join(map(_safe, text))
    one_line = " ".join(safe.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1].rstrip() + "…"


def _safe(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    return " " if category[0] in "CZ" else sign


def runs_right_to_left(text: str) -> bool:
    """Whether the text holds letters of a right-to-left script (which have to be shaped and ordered)."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
