"""Receipts that were made: print a copy, pay money back, or take what was to be paid later."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from balie_app.queue.commands import Command
from balie_app.queue.money.commands import CopyReceipt, Refund, Settle
from balie_app.queue.rules.money import Payment, ReceiptKind, amount, euro
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice
from balie_app.ui.counter.pages import PAGES
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.parts import KeyButton
from balie_app.ui.counter.pay_basket import Paying, refund_payments
from balie_app.ui.counter.pay_data import Known
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

COPY, BACK, SETTLE = "copy", "back", "settle"
CARD, CASH = "card", "cash"


class ReceiptsPanel(Panel):
    """The latest receipts, and what can still be done with each."""

    def __init__(
        self, here: Situation, known: tuple[Known, ...], printer: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Panel", "Bonnen"), translate("Panel", "Uitvoeren"), here, parent)
        self.known = {each.receipt.number: each for each in known}
        self.printer = printer
        self.act, self.way = COPY, CARD
        self.about = ""
        """The receipt whose lines are in the list; empty: the receipts are."""
        self.pieces: list[int] = []
        """How many of each of its lines go back."""
        self.search, self.list = self.searched_list(self.tr("Zoek op bonnummer of volgnummer"), self.tr("Bonnen"))
        self.list.moved.connect(self._tell)
        acts = {
            COPY: (self.tr("Kopie"), "Ctrl+1"),
            BACK: (self.tr("Terug"), "Ctrl+2"),
            SETTLE: (self.tr("Innen"), "Ctrl+3"),
        }
        self.acts = self.one_of(acts, self._choose_act)
        self.counting = self._counting()
        self.reason = self.field(self.tr("Reden, voor bon en logboek"), self.tr("waarom geld terug?"))
        ways = {CARD: (self.tr("Met pas"), "Ctrl+4"), CASH: (self.tr("Contant"), "Ctrl+5")}
        self.ways = self.one_of(ways, self._choose_way)
        self.reference = self.field(self.tr("Code van de pinbon"), self.tr("staat op de bon van het pinapparaat"))
        self.reference.setMaxLength(12)
        self.finish_layout()
        self.refresh(here)

    def _counting(self) -> QWidget:
        """Fewer or more of the line that is chosen goes back."""
        box, row = QWidget(self), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, key, count in ((self.tr("Minder"), "Ctrl+-", -1), (self.tr("Meer"), "Ctrl++", 1)):
            button = KeyButton(text, key, box)
            button.set_tight(True)
            button.clicked.connect(lambda _on=False, count=count: self._count(count))
            self._key(QKeySequence(key), lambda count=count: self._count(count))
            row.addWidget(button)
        for key, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            self._key(QKeySequence(key), lambda by=by: self.list.step(by))
        box.setLayout(row)
        self.column.addWidget(box)
        return box

    def _count(self, by: int) -> None:
        if not self.about or not self.list.chosen:
            return
        line = int(self.list.chosen)
        self.pieces[line] = min(self.known[self.about].left[line], max(0, self.pieces[line] + by))
        self.refresh(self.here)

    def _choose_act(self, act: str) -> None:
        known, self.act = self.chosen, act
        self.acts[act].setChecked(True)
        self.about = known.receipt.number if act == BACK and known else ""
        self.pieces = list(known.left) if known else []
        self.refresh(self.here)
        if known and not self.about:
            self.list.choose(known.receipt.number)
        # never on a field that has just gone: keys would reach nothing any more
        {BACK: self.reason, SETTLE: self.reference}.get(act, self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_way(self, way: str) -> None:
        self.way, typing = way, self.reference.hasFocus()
        self.ways[way].setChecked(True)
        self._tell()
        if typing and way == CASH:  # the field has gone; the next one might be "Terug"
            (self.reason if self.act == BACK else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Known | None:
        """The receipt that is chosen, with what is left of it."""
        return self.known.get(self.about or self.list.chosen)

    def refresh(self, here: Situation) -> None:
        self.here = here
        if self.about:
            self.list.morph(self._lines(self.known[self.about]))
            self._tell()
            return
        typed = self.search.text().replace(" ", "").upper()
        fitting = (e for e in self.known.values() if typed in f"{e.receipt.number} {e.receipt.ticket}".upper())
        self.list.morph(self._row(each) for each in fitting)
        self._tell()

    def _row(self, known: Known) -> Choice:
        receipt = known.receipt
        kinds = {ReceiptKind.REFUND: self.tr("terugbetaling"), ReceiptKind.CORRECTION: self.tr("correctie")}
        open_now = self.tr("nog %1").replace("%1", euro(known.open_cents)) if known.open_cents else ""
        at = f"{receipt.day:%d-%m} {words.clock(receipt.at, self.here.config)}"
        details = (at, kinds.get(receipt.kind, ""), receipt.lines[0].description, open_now)
        return Choice(receipt.number, receipt.number, " · ".join(e for e in details if e), amount(receipt.total_cents))

    def _lines(self, known: Known) -> Iterator[Choice]:
        """The lines of which something is left: how many go back, and what that comes to."""
        for index, (line, left) in enumerate(zip(known.receipt.lines, known.left, strict=True)):
            if left:
                text = self.tr("%1 van %2 × %3").replace("%1", str(self.pieces[index])).replace("%2", str(left))
                cents = 0 if line.exempt else self.pieces[index] * line.unit_cents
                yield Choice(str(index), text.replace("%3", line.description), line.article, amount(cents))

    def _tell(self) -> None:
        """Only what the chosen act needs."""
        self.search.setVisible(not self.about)
        self.counting.setVisible(bool(self.about))
        money = self.act in {BACK, SETTLE}
        card = money and self.way == CARD
        for widget, needed in ((self.reason, self.act == BACK), (self.reference, card)):
            widget.setVisible(needed)
            self.titles[widget].setVisible(needed)
        for button in self.ways.values():
            button.setVisible(money)
        known = self.chosen
        self.explain(self._explanation(known) if known else self.tr("Er zijn nog geen bonnen."))
        look.name(self.confirm, self.confirm.text(), self.explanation.text())

    def _explanation(self, known: Known) -> str:
        if self.act == COPY:
            if self.printer is None:
                return self.tr("Print de bon nog eens op A4, met KOPIE erop.")
            return self.tr("Print de bon nog eens, met KOPIE erop.")
        if self.act == BACK:
            text = self.tr("Terug van bon %1: %2. Klopt er iets niet op de bon? Dan maakt de beheerder een correctie.")
            return text.replace("%1", known.receipt.number).replace("%2", euro(known.back_cents(self.pieces)))
        return self.tr("Nog te betalen: %1").replace("%1", euro(known.open_cents))

    def _payments(self, known: Known) -> tuple[Payment, ...]:
        reference = self.reference.text().strip()
        if self.act == BACK:
            return refund_payments(known.back_cents(self.pieces), known.open_cents, self.way, reference)
        return Paying(self.way, reference).payments(known.open_cents) or ()

    def command(self) -> Command | None:
        known = self.chosen
        if known is None or (missing := self._missing(known)):
            self.said.emit(missing if known else self.explanation.text())
            return None
        counter, number = self.here.counter.number, known.receipt.number
        if self.act == COPY:
            return CopyReceipt(number, self.printer or PAGES)
        if self.act == SETTLE:
            return Settle(counter, number, self._payments(known), self.printer)
        reason = self.reason.text().strip()
        return Refund(counter, number, tuple(self.pieces), reason, self._payments(known), printer=self.printer)

    def _missing(self, known: Known) -> str:
        """Why it cannot be done, or what must still be filled in; empty when all is well."""
        if self.act == COPY:
            return ""
        if self.act == SETTLE:
            return "" if known.open_cents else self.tr("Op deze bon staat niets meer open.")
        if not any(known.left):
            return self.tr("Van deze bon is niets meer over om terug te geven.")
        if not any(self.pieces):
            return self.tr("Kies eerst wat er terug gaat, met Meer.")
        if not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Geef eerst een reden.")
        return ""
