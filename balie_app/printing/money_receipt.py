"""A receipt on paper: a formal, dated notice when it holds fees. In Dutch, as a decision of the municipality is."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Align, Cut, Document, Drawer, Line, Pair, Part, Rule, Size, Space, clean
from balie_app.printing.money_texts import in_full, moment, paragraphs, say
from balie_app.printing.stationery import logo, rows
from balie_app.queue.money.papers import ReceiptPaper
from balie_app.queue.rules import money
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.money import Method, Payment, Receipt, ReceiptKind, TariffKind, amount, euro, taxed
from balie_app.queue.rules.numbering import place, shown

GAP, WIDE = Space(12), Space(24)


def receipt_document(config: HallConfig, paper: ReceiptPaper, *, copy: bool = False) -> Document:
    """The receipt as a document."""
    receipt = paper.receipt
    title = title_of(receipt)
    parts = [
        *([Drawer()] if paper.drawer else []),
        *_head(config, copy=copy),
        *_about(config, paper, title),
        *_lines(receipt),
        *_total(receipt),
        *_paid(config, paper),
        *_after(receipt),
        *_foot(config, receipt),
        Cut(),
    ]
    return Document(f"{title} {receipt.number}", "nl", tuple(parts))


def title_of(receipt: Receipt) -> str:
    """What this paper is called."""
    if receipt.kind is not ReceiptKind.RECEIPT:
        return say(receipt.kind.value)
    return say("notice" if _has_fees(receipt) else "sale")


def address(config: HallConfig) -> tuple[str, ...]:
    """The municipality's address, a line each; empty when the hall does not give it."""
    return tuple(line for line in config.texts.get("address", {}).get("nl", "").split("\n") if line.strip())


def _has_fees(receipt: Receipt) -> bool:
    return any(line.kind is TariffKind.FEE for line in receipt.lines)


def _head(config: HallConfig, *, copy: bool) -> Iterator[Part]:
    if copy:
        yield Line(say("copy"), Size.LARGE, bold=True, align=Align.CENTRE)
        yield GAP
    yield from logo(config)
    yield Line(config.municipality, bold=True)
    yield from rows(config.paper.header, "nl")
    for line in address(config):
        yield Line(line, Size.SMALL)
    yield WIDE


def _about(config: HallConfig, paper: ReceiptPaper, title: str) -> Iterator[Part]:
    receipt = paper.receipt
    yield Line(title, Size.LARGE, bold=True)
    yield Line(say("number", number=receipt.number), bold=True)
    yield Line(moment(config, receipt.at))
    if receipt.about and paper.about_day is not None:
        yield Line(say("about", number=receipt.about, day=f"{paper.about_day:%d-%m-%Y}"))
    if receipt.reason:
        yield Line(say("reason", reason=clean(receipt.reason)))
    counter = config.counter_by_number.get(receipt.counter)
    where = place(counter, "nl") if counter else f"Balie {receipt.counter}"
    yield Line(say("place", place=where, clerk=receipt.clerk), Size.SMALL)
    if receipt.ticket:
        yield Line(say("ticket", ticket=shown(receipt.ticket)), Size.SMALL)
    yield from (GAP, Rule(wide=True), GAP)


def _lines(receipt: Receipt) -> Iterator[Part]:
    for line in receipt.lines:
        yield Pair(clean(line.description), amount(line.cents))
        if abs(line.quantity) != 1 or line.exempt:
            yield Line(say("unit", quantity=line.quantity, amount=amount(line.unit_cents)), Size.SMALL)
        if line.exempt:
            yield Line(say("exempt", reason=clean(line.exempt)), Size.SMALL)
        yield Line(_tariff(line), Size.SMALL)
        yield Space(6)


def _tariff(line: money.Line) -> str:
    if line.kind is TariffKind.SALE:
        return say("sold", article=clean(line.article), percent=line.vat_percent)
    return say("article", article=clean(line.article), year=line.year)


def _total(receipt: Receipt) -> Iterator[Part]:
    yield from (Rule(wide=True), GAP)
    refund = receipt.kind is ReceiptKind.REFUND
    total = abs(receipt.total_cents) if refund else receipt.total_cents
    yield Pair(say("back" if refund else "total"), euro(total), Size.LARGE, bold=True)
    for percent, cents, vat in taxed(receipt.lines):
        yield Pair(say("vat", percent=percent, net=amount(cents - vat)), amount(vat), Size.SMALL)
    if _has_fees(receipt):
        yield Line(say("no_vat"), Size.SMALL)
    yield GAP


def _paid(config: HallConfig, paper: ReceiptPaper) -> Iterator[Part]:
    receipt = paper.receipt
    for payment in receipt.payments:
        if payment.method is not Method.LATER or payment.cents < 0:  # what is still to be paid has its own row
            yield from _payment(_how(payment), payment)
    for payment in paper.settled:
        if payment.method is not Method.LATER:
            yield from _payment(say("settled", how=_how(payment)), payment)
    if paper.open_cents:
        yield Pair(say("still_open"), euro(paper.open_cents), bold=True)
        if how := config.texts.get("pay_later", {}).get("nl", ""):
            yield from _long(" ".join(how.split()), bold=False)
    if not receipt.payments and receipt.total_cents == 0:
        yield Line(say("nothing"), bold=True)


def _payment(how: str, payment: Payment) -> Iterator[Part]:
    yield Pair(how, amount(payment.cents))
    if payment.given is not None:
        yield Pair(say("given"), amount(payment.given), Size.SMALL)
        yield Pair(say("change"), amount(payment.change), Size.SMALL)


def _how(payment: Payment) -> str:
    back = "_back" if payment.cents < 0 else ""
    return say(f"{payment.method.value}{back}", reference=payment.reference)


def _after(receipt: Receipt) -> Iterator[Part]:
    if receipt.ready_on is not None:
        yield GAP
        yield Line(say("ready", date=in_full(receipt.ready_on)), bold=True)
    if receipt.note:
        yield GAP
        yield Line(say("note", note=clean(receipt.note)))


def _foot(config: HallConfig, receipt: Receipt) -> Iterator[Part]:
    yield from (WIDE, Rule(), GAP)
    if _has_fees(receipt):
        yield from _objection(config, receipt)
        yield GAP
    yield Line(say("keep"), Size.SMALL)


def _objection(config: HallConfig, receipt: Receipt) -> Iterator[Part]:
    own = config.texts.get("objection", {}).get("nl", "")
    paper = say("notice" if receipt.kind is ReceiptKind.RECEIPT else receipt.kind.value).split()[0].lower()
    house = paragraphs("objection", municipality=_named(config), paper=paper)
    for at, text in enumerate(own.split("\n") if own else house):
        yield from _long(text, bold=at == 0 and not own)
    if not own and receipt.total_cents > 0:
        yield Line(say("objection_pay"), Size.SMALL)


def _named(config: HallConfig) -> str:
    """The municipality in a sentence: "de gemeente Haarlem"."""
    words = config.municipality.split()
    return " ".join(["de gemeente", *(words[1:] if words[0].lower() == "gemeente" else words)])


def _long(text: str, *, bold: bool) -> Iterator[Part]:
    """A paragraph of any length as lines: a single line of a document is cut at four hundred characters."""
    row: list[str] = []
    for sentence in text.replace(". ", ".\0").split("\0"):
        if row and len(" ".join(row)) + len(sentence) > 300:
            yield Line(" ".join(row), Size.SMALL, bold=bold)
            row = []
        row.append(sentence)
    yield Line(" ".join(row), Size.SMALL, bold=bold)
