"""Paper as it would be: a ticket and a receipt that belong to nobody, for previews and trial prints.

Their numbers are never given: series begin at 001, and receipts at 000001.
"""

from __future__ import annotations

from datetime import datetime

from balie_app.printing.documents import Document
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.ticket import ticket
from balie_app.queue.money.papers import ReceiptPaper
from balie_app.queue.rules.hall import ContactType, HallConfig, Product
from balie_app.queue.rules.money import Line, Method, Payment, Receipt, ReceiptKind
from balie_app.queue.rules.visit import Contact, ContactState, Visit

TOLD_LOW, TOLD_HIGH, BEFORE = 8, 14, 5
"""Minutes that the visitor was told, and how many wait before them."""
CODE = "voorbeeld"


def sample_ticket(config: HallConfig, language: str, at: datetime) -> Document:
    """A ticket of this hall at this moment, with a checklist when one of its products has one."""
    kind, products = _matter(config)
    day, label = at.date(), f"{kind.letter}000"
    visit = Visit(
        id="", day=day, label=label, code=CODE, arrived_at=at, language=language, told_low=TOLD_LOW, told_high=TOLD_HIGH
    )
    contact = Contact("", "", day, label, ContactState.WAITING, kind.code, products, at, at, at)
    return ticket(config, visit, contact, BEFORE)


def _matter(config: HallConfig) -> tuple[ContactType, tuple[str, ...]]:
    """What the visitor comes for: the first product with a checklist, or the first kind of contact."""
    asked: Product | None = next((product for product in config.products if product.bring), None)
    if asked is None:
        return config.contact_types[0], ()
    return config.contact_type_by_code[asked.contact_type], (asked.slug,)


def sample_receipt(config: HallConfig, at: datetime) -> Document:
    """A receipt of this hall at this moment: two things, paid by card."""
    lines = (
        Line("paspoort", "1.2.1", at.year, "Paspoort, 18 jaar en ouder", 1, 8385),
        Line("uittreksel", "1.3.2", at.year, "Uittreksel uit de basisregistratie", 1, 1715),
    )
    total = sum(line.cents for line in lines)
    receipt = Receipt(
        number=f"{at.year}-000000", year=at.year, serial=0, kind=ReceiptKind.RECEIPT, day=at.date(), at=at,
        counter=config.counters[0].number, clerk="b12", ticket=f"{config.contact_types[0].letter}000", till=0, period=1,
        lines=lines, payments=(Payment(Method.CARD, total, "A12F34"),), total_cents=total, first="",
    )  # fmt: skip
    return receipt_document(config, ReceiptPaper(receipt))
