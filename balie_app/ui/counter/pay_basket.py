"""What is being paid for, while it is put together: pieces of each tariff, what is exempt, how it is paid. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from balie_app.queue.config.search import plain
from balie_app.queue.money.commands import Wish
from balie_app.queue.rules.money import MOST_PIECES, Method, Payment, Tariff, cents_of


@dataclass(slots=True)
class Basket:
    """The tariffs of this year and how many of each."""

    tariffs: tuple[Tariff, ...]
    products: tuple[str, ...] = ()
    """What the visitor came for."""
    pieces: dict[str, int] = field(default_factory=dict)
    exempt: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for slug in self.products:
            fitting = [each.code for each in self.tariffs if slug in each.products]
            if len(fitting) == 1:  # with several (for adults and for children, say) the clerk has to choose
                self.pieces[fitting[0]] = self.pieces.get(fitting[0], 0) + 1

    def add(self, code: str, count: int) -> None:
        """So many more of a tariff (or, below nought, fewer)."""
        if code not in {each.code for each in self.tariffs}:
            return
        left = min(MOST_PIECES, max(0, self.pieces.get(code, 0) + count))
        self.pieces[code] = left
        if not left:
            self.exempt.discard(code)

    def turn_exempt(self, code: str) -> None:
        """Charge this tariff, or no longer."""
        if self.pieces.get(code):
            self.exempt ^= {code}

    def shown(self, typed: str) -> list[Tariff]:
        """What is chosen first, then what belongs to the visitor's products, then the rest; or what fits the words."""
        fitting = [each for each in self.tariffs if _fits(typed.strip(), each)]
        mine = set(self.products)
        return sorted(fitting, key=lambda each: (not self.pieces.get(each.code), mine.isdisjoint(each.products)))

    def wishes(self, reason: str) -> tuple[Wish, ...]:
        """The lines of the receipt; ``reason``: why some are exempt."""
        chosen = [each for each in self.tariffs if self.pieces.get(each.code)]
        return tuple(
            Wish(each.code, self.pieces[each.code], reason if each.code in self.exempt else "") for each in chosen
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is chosen."""
        return not any(self.pieces.values())

    @property
    def total(self) -> int:
        """In cents."""
        return sum(self.amount(each) for each in self.tariffs)

    def amount(self, tariff: Tariff) -> int:
        """What the pieces of one tariff come to, in cents."""
        return 0 if tariff.code in self.exempt else self.pieces.get(tariff.code, 0) * tariff.cents

    @property
    def needs_reason(self) -> bool:
        """Whether something is given for nothing."""
        return not self.empty and (bool(self.exempt) or self.total == 0)


def _fits(typed: str, tariff: Tariff) -> bool:
    """Whether the words are in its description, or it begins with this article or code."""
    text = plain(tariff.description)
    return (
        tariff.article.startswith(typed)
        or tariff.code.startswith(typed)
        or all(w in text for w in plain(typed).split())
    )


@dataclass(frozen=True, slots=True)
class Paying:
    """How it is paid, as it stands in the fields."""

    way: str
    """card, cash, mixed or later."""
    reference: str = ""
    by_card: str = ""
    """Of a mixed payment: the amount on the card."""
    given: str = ""

    def payments(self, total: int) -> tuple[Payment, ...] | None:
        """The parts; None when an amount cannot be read or does not fit."""
        if total == 0:
            return ()
        if self.way == "later":
            return (Payment(Method.LATER, total),)
        card = {"card": total, "cash": 0}.get(self.way, cents_of(self.by_card))
        if card is None or not 0 <= card <= total:
            return None
        parts = [Payment(Method.CARD, card, self.reference.strip())] if card else []
        if cash := total - card:
            given = cents_of(self.given) if self.given.strip() else None
            if self.given.strip() and (given is None or given < cash):
                return None
            parts.append(Payment(Method.CASH, cash, given=given))
        return tuple(parts)


def refund_payments(back: int, open_cents: int, way: str, reference: str) -> tuple[Payment, ...]:
    """How ``back`` cents go back: first off what is still to be paid, the rest by card or cash."""
    off = min(back, open_cents)
    parts = [Payment(Method.LATER, -off)] if off else []
    if back - off:
        card = way == "card"
        parts.append(Payment(Method.CARD if card else Method.CASH, off - back, reference if card else ""))
    return tuple(parts)


def change_of(payments: Iterable[Payment]) -> int:
    """Cash to give back, in cents."""
    return sum(payment.change for payment in payments)
