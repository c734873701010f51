"""From a document to bytes and to a page, in processor time of this thread: other programs do not count."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from balie_app.bench.measure import Figure, figure
from balie_app.bench.queue.filling import walk_in_products
from balie_app.printing.documents import Document, Line, Pair
from balie_app.printing.encoder import encode
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.pdf import REGULAR, Paper, pdf
from balie_app.printing.profiles import profile
from balie_app.printing.ticket import ticket
from balie_app.queue.money.papers import ReceiptPaper
from balie_app.queue.rules import money
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import Contact, ContactState, Visit

WARM = 5
"""Rounds that do not count: fonts, texts and profiles are read once a process."""


@dataclass(frozen=True, slots=True)
class Making:
    """Something that is made, beside the least that has to be done for it."""

    label: str
    target: float | None
    """Milliseconds."""
    found: Figure
    floor: Figure


def processor_time(act: Callable[[], object], rounds: int) -> Figure:
    """How long that takes this thread, so many times."""
    for _ in range(WARM):
        act()
    took = []
    for _ in range(rounds):
        begun = time.thread_time()
        act()
        took.append(time.thread_time() - begun)
    return figure(took)


def making(config: HallConfig, at: datetime, rounds: int) -> list[Making]:
    """All that is measured of making paper."""
    slip = ticket_of(config, at)
    notice = notice_of(config, at)
    epson, clone = profile("epson"), profile("clone")
    plain, arabic = slip("nl"), slip("ar")

    def measured(label: str, target: float | None, act: Callable[[], object], floor: Callable[[], object]) -> Making:
        return Making(label, target, processor_time(act, rounds), processor_time(floor, rounds))

    return [
        measured("nummerbon, tekst → bytes", 2.0, lambda: encode(slip("nl"), epson), lambda: _bare_bytes(plain)),
        measured("nummerbon, Arabisch → bytes", 2.0, lambda: encode(slip("ar"), epson), lambda: _bare_dots(arabic)),
        measured("nummerbon, QR als beeld → bytes", None, lambda: encode(slip("nl"), clone), lambda: _bare_code(plain)),
        measured("kennisgeving → bytes", None, lambda: encode(notice(), epson), lambda: _bare_bytes(notice())),
        measured("kennisgeving → pdf", 30.0, lambda: pdf(notice(), Paper.A4), lambda: _bare_page(notice())),
        measured("nummerbon, Arabisch → pdf", None, lambda: pdf(slip("ar")), lambda: _bare_page(plain)),
    ]


def ticket_of(config: HallConfig, at: datetime) -> Callable[[str], Document]:
    """Makes a ticket in a language: the first product with things to bring; each a minute after the one before."""
    products = walk_in_products(config)
    product = next((each for each in products if each.bring), products[0])
    contact = Contact(
        id="bench",
        visit="bench",
        day=at.date(),
        label="A012",
        state=ContactState.WAITING,
        contact_type=product.contact_type,
        products=(product.slug,),
        arrived_at=at,
        due_at=at,
        waiting_since=at,
    )

    turns = count()

    def make(language: str) -> Document:
        turn = next(turns)
        visit = Visit(
            id="bench",
            day=at.date(),
            label="A012",
            code=f"k7Q2mZx9{turn:04d}",
            arrived_at=at + timedelta(minutes=turn % 300),
            language=language,
            told_low=5 * (turn % 4),
            told_high=5 * (turn % 7) + 15,
        )
        return ticket(config, visit, contact, turn % 9)

    return make


def notice_of(config: HallConfig, at: datetime) -> Callable[[], Document]:
    """Makes a notice of fees with three lines, paid in two ways."""
    charged = [
        money.Line("pas", "1.2.1", at.year, "Paspoort, 18 jaar en ouder", 2, 8000, ledger="8001"),
        money.Line("id", "1.2.3", at.year, "Identiteitskaart", 1, 7500, exempt="brand in de woning", ledger="8001"),
        money.Line("boek", "V.1", at.year, "Trouwboekje", 1, 3000, money.TariffKind.SALE, 21, "8401"),
    ]
    card = money.Payment(money.Method.CARD, 12_000, "A12F34")
    cash = money.Payment(money.Method.CASH, 7000, given=10_000)
    number = money.number_of(at.year, 123)
    receipt = money.Receipt(
        number=number,
        year=at.year,
        serial=123,
        kind=money.ReceiptKind.RECEIPT,
        day=at.date(),
        at=at,
        counter=1,
        clerk="b12",
        ticket="A012",
        till=0,
        period=12,
        lines=tuple(charged),
        payments=(card, cash),
        total_cents=19_000,
        first=number,
        ready_on=date(at.year, at.month, at.day) + timedelta(days=7),
    )
    return lambda: receipt_document(config, ReceiptPaper(receipt))


def _texts(document: Document) -> list[str]:
    texts = [part.text for part in document.parts if isinstance(part, Line)]
    return texts + [f"{part.left} {part.right}" for part in document.parts if isinstance(part, Pair)]


def _bare_bytes(document: Document) -> bytes:
    """The floor of text: its words in a code page."""
    return "\n".join(_texts(document)).encode("cp1252", "replace")


def _bare_dots(document: Document) -> None:
    """The floor of a drawn line: Qt draws the same words, and nothing is made of them."""
    from PySide6.QtGui import QImage, QPainter

    from balie_app.printing.documents import runs_right_to_left
    from balie_app.printing.drawing import font

    letters = font(27)
    for text in filter(runs_right_to_left, _texts(document)):
        image = QImage(576, 40, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.setFont(letters)
        painter.drawText(0, 30, text)
        painter.end()


def _bare_code(_document: Document) -> None:
    """The floor of a code: the library makes it."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data("k7Q2mZx9TbRw")
    code.make()


def _bare_page(document: Document) -> bytes:
    """The floor of a page: reportlab writes the same words in the same font, one below the other."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    first: Any = REGULAR
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=first)
    canvas.setFont(REGULAR, 10)
    for row, text in enumerate(_texts(document)):
        canvas.drawString(50, 800 - 14 * row, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
