"""Money at a counter: tariffs, the lines of a receipt, how it is paid. Every amount is a whole number of cents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from balie_app.queue.rules.refused import Refused

MOST_CENTS = 10_000_000
"""The dearest tariff: a hundred thousand euro. More is a typing mistake."""
MOST_PIECES, MOST_LINES, MOST_PAYMENTS = 999, 40, 9
MOST_TEXT, MOST_DESCRIPTION, MOST_LEDGER = 5000, 200, 32
KEPT_YEARS = 7
_AMOUNT = re.compile(r"(-?)(?:€[ \u00a0]*)?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[.,](\d{2}|-))?", re.ASCII)
_REFERENCE = re.compile(r"[0-9A-Za-z-]{1,12}")


class TariffKind(StrEnum):
    """A fee (leges) carries no VAT; a sale is taxed."""

    FEE = "fee"
    SALE = "sale"


class Method(StrEnum):
    """How is paid."""

    CARD = "card"
    CASH = "cash"
    LATER = "later"


class ReceiptKind(StrEnum):
    """What a numbered receipt is."""

    RECEIPT = "receipt"
    REFUND = "refund"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Tariff:
    """What one thing costs in one year, and the article that says so."""

    id: str
    """Year and code, such as "2026/paspoort"."""
    year: int
    code: str
    article: str
    description: str
    cents: int
    kind: TariffKind = TariffKind.FEE
    vat_percent: int = 0
    ledger: str = ""
    products: tuple[str, ...] = ()
    """Slugs of the catalogue that are paid with this tariff."""
    ready_days: int | None = None
    """Working days until what is paid for is ready."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a receipt, complete in itself: a changed tariff changes no receipt."""

    code: str
    article: str
    year: int
    description: str
    quantity: int
    """Below nought when it takes back a line of an earlier receipt."""
    unit_cents: int
    kind: TariffKind = TariffKind.FEE
    vat_percent: int = 0
    ledger: str = ""
    exempt: str = ""
    """Why nothing is charged; empty: it is charged."""
    of: int | None = None
    """Which line of the earlier receipt is taken back, from 0."""

    @property
    def cents(self) -> int:
        """What this line comes to."""
        return 0 if self.exempt else self.quantity * self.unit_cents

    @property
    def vat_cents(self) -> int:
        """The VAT in that. Counted for each line, so that receipts, reports and ledgers never differ by a cent."""
        return vat_in(self.cents, self.vat_percent) if self.kind is TariffKind.SALE else 0


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of what is paid. ``cents`` is below nought when it is paid back."""

    method: Method
    cents: int
    reference: str = ""
    """Authorisation of the card terminal."""
    given: int | None = None
    """Cash handed over, in cents; what is more than ``cents`` is change."""

    @property
    def change(self) -> int:
        """Cash given back, in cents."""
        return 0 if self.given is None else self.given - self.cents


@dataclass(frozen=True, slots=True)
class Receipt:
    """A numbered receipt. It never changes: what was wrong is put right by another one that refers to it."""

    number: str
    """Year and serial number, such as "2026-000123"."""
    year: int
    serial: int
    kind: ReceiptKind
    day: date
    at: datetime
    counter: int
    clerk: str
    ticket: str
    till: int
    period: int
    """Which day of the cash desk it is booked in."""
    lines: tuple[Line, ...]
    payments: tuple[Payment, ...]
    total_cents: int
    first: str
    """The receipt it all began with; its own number on that one."""
    about: str = ""
    """The receipt that is refunded or corrected."""
    reason: str = ""
    note: str = ""
    ready_on: date | None = None
    revision: int = 1


def number_of(year: int, serial: int) -> str:
    """The number of a receipt."""
    return f"{year}-{serial:06d}"


def euro(cents: int) -> str:
    """An amount as people write it: "€ 1.234,50"."""
    return f"€ {amount(cents)}"


def amount(cents: int) -> str:
    """An amount without its sign of money: "1.234,50"."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole:,}".replace(",", ".") + f",{rest:02d}"


def cents_of(text: str) -> int | None:
    """The cents of an amount as people write it ("12", "12,50", "1.234,50", "€ 5,-"); None when it is no amount."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, rest = found.groups()
    cents = int(whole.replace(".", "")) * 100 + int(rest if rest and rest != "-" else "0")
    return -cents if sign else cents


def kept_text(text: str) -> str:
    """A remark as it is kept: without control characters, and cut with an ellipsis when it is very long."""
    plain = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text).strip()
    return plain if len(plain) <= MOST_TEXT else f"{plain[: MOST_TEXT - 1]}…"


def tariff_id(year: int, code: str) -> str:
    """The key of a tariff."""
    return f"{year}/{code}"


def wrong_tariff(tariff: Tariff, year: int) -> str:
    """What is wrong with a tariff in the table of ``year``, as a Dutch phrase; empty when it is right."""
    if tariff.year != year:
        return f"is van {tariff.year}, niet van {year}"
    if not 0 <= tariff.cents <= MOST_CENTS:
        return f"kost {amount(tariff.cents)}; een bedrag is 0 tot en met {amount(MOST_CENTS)}"
    if tariff.kind is TariffKind.FEE and tariff.vat_percent:
        return "is een leges met btw; op leges zit geen btw"
    if not 0 <= tariff.vat_percent <= 100 or (tariff.ready_days is not None and not 0 <= tariff.ready_days <= 250):
        return "heeft een btw-tarief of een aantal werkdagen dat niet kan"
    for text, most in ((tariff.code, 64), (tariff.article, 64), (tariff.description, MOST_DESCRIPTION)):
        if not text.strip() or len(text) > most:
            return f"heeft geen code, artikel of omschrijving, of een langere dan {most} tekens"
    return "heeft een te lange grootboekcode" if len(tariff.ledger) > MOST_LEDGER else ""


def priced(tariff: Tariff, quantity: int, exempt: str) -> Line:
    """A line of a receipt for so many of a tariff."""
    if not 1 <= quantity <= MOST_PIECES:
        raise Refused("wrong-quantity", most=MOST_PIECES)
    return Line(
        code=tariff.code,
        article=tariff.article,
        year=tariff.year,
        description=tariff.description,
        quantity=quantity,
        unit_cents=tariff.cents,
        kind=tariff.kind,
        vat_percent=tariff.vat_percent,
        ledger=tariff.ledger,
        exempt=exempt.strip(),
    )


def taken_back(line: Line, index: int, quantity: int) -> Line:
    """The line that takes back ``quantity`` of line ``index`` of an earlier receipt."""
    return Line(
        code=line.code,
        article=line.article,
        year=line.year,
        description=line.description,
        quantity=-quantity,
        unit_cents=line.unit_cents,
        kind=line.kind,
        vat_percent=line.vat_percent,
        ledger=line.ledger,
        exempt=line.exempt,
        of=index,
    )


def total_of(lines: Iterable[Line]) -> int:
    """What the lines come to, in cents."""
    return sum(line.cents for line in lines)


def vat_in(cents: int, percent: int) -> int:
    """The VAT in an amount that includes it, in whole cents, half a cent away from nought."""
    tax = (abs(cents) * percent * 2 + 100 + percent) // (2 * (100 + percent))
    return tax if cents >= 0 else -tax


def taxed(lines: Iterable[Line]) -> tuple[tuple[int, int, int], ...]:
    """(VAT percentage, what was sold with VAT, the VAT in it) of each percentage. Fees are not in it."""
    found: dict[int, tuple[int, int]] = {}
    for line in lines:
        if line.kind is TariffKind.SALE:
            cents, vat = found.get(line.vat_percent, (0, 0))
            found[line.vat_percent] = cents + line.cents, vat + line.vat_cents
    return tuple((percent, *sums) for percent, sums in sorted(found.items()))


def left_of(receipt: Receipt, later: Iterable[Receipt]) -> tuple[int, ...]:
    """How many of each line of a receipt still stand after the later ones that refer to it."""
    left = [max(0, line.quantity) for line in receipt.lines]
    for each in later:
        for line in each.lines if each.about == receipt.number else ():
            if line.of is not None:
                left[line.of] += line.quantity
    return tuple(left)


def paid_in(payments: Iterable[Payment], method: Method) -> int:
    """What was paid this way, in cents."""
    return sum(payment.cents for payment in payments if payment.method is method)


def demand_paid(kind: ReceiptKind, total: int, payments: Sequence[Payment]) -> None:
    """Refuse payments that do not come to the total, exactly and in the right direction."""
    paid = sum(payment.cents for payment in payments)
    if paid != total or len(payments) > MOST_PAYMENTS:
        raise Refused("wrong-payment", total=euro(total), paid=euro(paid))
    sign = {ReceiptKind.RECEIPT: 1, ReceiptKind.REFUND: -1, ReceiptKind.CORRECTION: 0}[kind]
    for payment in payments:
        if payment.cents == 0 or payment.cents * sign < 0:
            raise Refused("wrong-payment", total=euro(total), paid=euro(paid))
        _demand_sound(payment)


def _demand_sound(payment: Payment) -> None:
    if payment.method is Method.CARD and not _REFERENCE.fullmatch(payment.reference):
        raise Refused("card-reference-missing")
    if payment.given is not None and payment.method is not Method.CASH:
        raise Refused("given-without-cash")
    if payment.given is not None and not payment.cents <= payment.given <= MOST_CENTS:
        raise Refused("given-too-little", total=euro(payment.cents), given=euro(payment.given))
