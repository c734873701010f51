"""A picture of the paper with these choices: as it is designed, or as one kind of printer prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from balie_app.printing.documents import Document, Image, Line, Number, Pair
from balie_app.printing.encoder import encode
from balie_app.printing.keptlogo import store_picture
from balie_app.printing.picture import picture
from balie_app.printing.profiles import profile
from balie_app.printing.render import new_paper
from balie_app.printing.sample import sample_receipt, sample_ticket
from balie_app.queue.rules.hall import HallConfig

TICKET, RECEIPT = "ticket", "receipt"
"""What can be shown."""
DESIGNED = ""
"""The name of no printer: paper as it is designed."""
BAUD = 9600


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see."""

    config: HallConfig
    what: str
    language: str
    printer: str
    """A profile, or DESIGNED."""
    at: datetime
    scale: float
    """Pixels a dot."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, its words for who cannot see it, and what it costs to send."""

    png: bytes
    words: str
    size: int
    """Bytes; 0 when no printer was chosen."""

    @property
    def seconds(self) -> float:
        """On a line of 9600 baud, ten bits a byte."""
        return self.size * 10 / BAUD


def document_of(wish: Wish) -> Document:
    """The paper that is wished for."""
    if wish.what == RECEIPT:
        return sample_receipt(wish.config, wish.at)
    return sample_ticket(wish.config, wish.language, wish.at)


def shown(wish: Wish) -> Shown:
    """The picture. Takes its time: not for the thread of the windows."""
    document = document_of(wish)
    if wish.printer == DESIGNED:
        return Shown(picture(document, wish.scale), words_of(document), 0)
    printer = profile(wish.printer)
    data = encode(document, printer)
    roll = new_paper(printer)
    if printer.logo == "stored":
        roll.feed(kept(document, printer.logo_key))
    roll.feed(data)
    return Shown(roll.png(wish.scale), words_of(document), len(data))


def kept(document: Document, key: bytes) -> bytes:
    """What puts this document's logo into the memory of a printer; nothing when it has none."""
    logos = (part.dots for part in document.parts if isinstance(part, Image) and part.logo)
    return b"".join(store_picture(dots, key) for dots in logos)


def words_of(document: Document) -> str:
    """Everything that can be read on it, a line each."""
    said = []
    for part in document.parts:
        if isinstance(part, Line | Number):
            said.append(part.text)
        elif isinstance(part, Pair):
            said.append(f"{part.left} {part.right}")
    return "\n".join(said)
