"""Paying at the counter: what, how many, what is exempt, how, and the change. Everything by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from balie_app.queue.commands import Command
from balie_app.queue.money.commands import MakeReceipt
from balie_app.queue.rules.money import Receipt, Tariff, amount, euro
from balie_app.ui import look
from balie_app.ui.counter.choices import Choice
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.parts import KeyButton, label
from balie_app.ui.counter.pay_basket import Basket, Paying, change_of
from balie_app.ui.counter.pay_data import Prices
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

CARD, CASH, MIXED, LATER = "card", "cash", "mixed", "later"


class PayPanel(Panel):
    """One list of prices with pieces, the total, and how it is paid."""

    def __init__(
        self, here: Situation, prices: Prices, printer: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Panel", "Betalen"), translate("Panel", "Bon maken"), here, parent)
        self.printer, self.prices = printer, prices
        self.basket = Basket(prices.tariffs, here.current.products if here.current else ())
        self._heading()
        self.search, self.list = self.searched_list(self.tr("Zoek een tarief"), self.tr("Tarieven"))
        self.list.doubleClicked.disconnect()
        self.list.doubleClicked.connect(lambda: self._add(1))
        self.list.setMinimumHeight(140)
        self.search.installEventFilter(self)
        self._pieces()
        self.reason = self.field(self.tr("Reden van vrijstelling"), self.tr("waarom hoeft dit niet betaald?"))
        self._ways()
        self.by_card = self.field(self.tr("Bedrag met de pas"), self.tr("bijvoorbeeld 50,00"))
        self.reference = self.field(self.tr("Code van de pinbon"), self.tr("staat op de bon van het pinapparaat"))
        self.reference.setMaxLength(12)
        self.given = self.field(self.tr("Contant gekregen"), self.tr("leeg is: gepast"))
        for field in (self.by_card, self.reference, self.given, self.reason):
            field.textChanged.connect(self._tell)
        self.finish_layout()
        self._choose_way(CARD)
        self.refresh(here)

    # -- putting together ------------------------------------------------------------------------

    def _heading(self) -> None:
        """The total stands beside the title, in sight whatever is scrolled."""
        self.total = label(role="heading", parent=self, wrap=False)
        row = QHBoxLayout()
        self.column.removeWidget(self.heading)
        row.addWidget(self.heading, 1)
        row.addWidget(self.total)
        self.column.addLayout(row)

    def _pieces(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        buttons = (
            (self.tr("Minder"), "-", lambda: self._add(-1)),
            (self.tr("Meer"), "+", lambda: self._add(1)),
            (self.tr("Vrij"), "Ctrl+E", self._exempt),
        )
        for text, key, act in buttons:
            button = KeyButton(text, key, self)
            button.clicked.connect(act)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.set_tight(True)
            row.addWidget(button)
            self._key(QKeySequence(key), act)
        self.column.addLayout(row)

    def _ways(self) -> None:
        self.group = QButtonGroup(self)
        self.ways: dict[str, KeyButton] = {}
        grid = QGridLayout()
        grid.setSpacing(8)
        texts = {
            CARD: (self.tr("Pas"), "Ctrl+1"),
            CASH: (self.tr("Contant"), "Ctrl+2"),
            MIXED: (self.tr("Deels"), "Ctrl+3"),
            LATER: (self.tr("Later"), "Ctrl+4"),
        }
        for place, (way, (text, key)) in enumerate(texts.items()):
            button = KeyButton(text, key, self)
            button.setCheckable(True)
            button.set_tight(True)
            self.group.addButton(button)
            button.clicked.connect(lambda _on=False, way=way: self._choose_way(way))
            self._key(QKeySequence(key), lambda way=way: self._choose_way(way))
            self.ways[way] = button
            grid.addWidget(button, *divmod(place, 2))
        self.column.addLayout(grid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Plus and minus in the search box are pieces, not letters to search for."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.text() in {"+", "-"}:
            self._add(1 if event.text() == "+" else -1)
            return True
        return super().eventFilter(watched, event)

    def _add(self, count: int) -> None:
        code = self.list.chosen
        self.basket.add(code, count)
        self.search.clear()
        self.refresh(self.here)
        self.list.choose(code)

    def _exempt(self) -> None:
        code = self.list.chosen
        if not self.basket.pieces.get(code):
            self.basket.add(code, 1)
        self.basket.turn_exempt(code)
        self.refresh(self.here)
        self.list.choose(code)
        if code in self.basket.exempt:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_way(self, way: str) -> None:
        self.way = way
        self.ways[way].setChecked(True)
        self._tell()
        if self.isVisible():  # never on a field that has just gone: the next one might be "Terug"
            wanted = {CARD: self.reference, MIXED: self.by_card, CASH: self.given}.get(way, self.search)
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, here: Situation) -> None:
        self.here = here
        self.list.morph(self._row(each) for each in self.basket.shown(self.search.text()))
        self._tell()

    def _row(self, tariff: Tariff) -> Choice:
        pieces, free = self.basket.pieces.get(tariff.code, 0), tariff.code in self.basket.exempt
        name = f"{pieces} × {tariff.description}" if pieces else tariff.description
        tail = amount(self.basket.amount(tariff)) if pieces else amount(tariff.cents)
        return Choice(tariff.code, name, self.tr("vrijgesteld") if free else tariff.article, tail)

    # -- telling -----------------------------------------------------------------------------------

    def _paying(self) -> Paying:
        return Paying(self.way, self.reference.text(), self.by_card.text(), self.given.text())

    def _tell(self) -> None:
        """Total, change, and only the fields that this way of paying needs."""
        due = self.basket.total
        text = self.tr("Totaal %1").replace("%1", euro(due))
        self.total.setText(text)
        look.name(self.total, text)
        wanted = {
            self.reason: self.basket.needs_reason,
            self.by_card: due > 0 and self.way == MIXED,
            self.reference: due > 0 and self.way in {CARD, MIXED},
            self.given: due > 0 and self.way in {CASH, MIXED},
        }
        for field, needed in wanted.items():
            field.setVisible(needed)
            self.titles[field].setVisible(needed)
        for button in self.ways.values():
            button.setEnabled(due > 0 or self.basket.empty)
        self.explain(self._explanation(due))

    def _explanation(self, due: int) -> str:
        if not self.prices.tariffs:
            text = self.tr("Er zijn nog geen tarieven van %1. Vraag de beheerder de tabel in te lezen.")
            return text.replace("%1", str(self.prices.year))
        payments = self._paying().payments(due)
        if due and payments is None:
            return self.tr("Dit bedrag past niet bij het totaal.")
        if due and self.way in {CASH, MIXED} and not self.prices.cash:
            return self.tr("De kas is nog niet open. Open de kas met Ctrl+F6.")
        change = change_of(payments or ())
        return self.tr("Wisselgeld: %1").replace("%1", euro(change)) if change else ""

    # -- answering ---------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Enter takes the tariff that was searched for; with nothing typed it makes the receipt."""
        if self.search.hasFocus() and self.search.text().strip():
            self._add(1)
        else:
            super()._enter()

    def command(self) -> Command | None:
        missing = self._missing()
        if missing is not None:
            field, text = missing
            self.said.emit(text)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        reason = self.reason.text().strip()
        return MakeReceipt(
            counter=self.here.counter.number,
            lines=self.basket.wishes(reason),
            payments=self._paying().payments(self.basket.total) or (),
            reason=reason if self.basket.needs_reason and not self.basket.exempt else "",
            printer=self.printer,
        )

    def _missing(self) -> tuple[QLineEdit, str] | None:
        """The field that must still be filled in, and what to say."""
        due = self.basket.total
        if self.basket.empty:
            return self.search, self.tr("Kies eerst wat er betaald wordt, met + of Enter.")
        if self.basket.needs_reason and not self.reason.text().strip():
            return self.reason, self.tr("Geef de reden: vrijstelling of kosteloos.")
        if due and self._paying().payments(due) is None:
            return (self.by_card if self.way == MIXED else self.given), self.tr("Dit bedrag past niet bij het totaal.")
        if due and self.way in {CARD, MIXED} and not self.reference.text().strip():
            return self.reference, self.tr("Vul de code van de pinbon in.")
        return None


def receipt_made(receipt: Receipt, printer: str | None) -> str:
    """What a clerk wants to hear after a receipt was made: its number and the change."""
    text = (
        translate("Panel", "Bon %1 is gemaakt.") if printer else translate("Panel", "Bon %1 is gemaakt, niet geprint.")
    )
    change = change_of(receipt.payments)
    back = translate("Panel", " Wisselgeld: %1.").replace("%1", euro(change)) if change else ""
    return text.replace("%1", receipt.number) + back
