"""The cash desk at the counter: open the day, see how it stands, count and close it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from balie_app.queue.commands import Command
from balie_app.queue.money.commands import CloseTill, OpenTill, PrintTill
from balie_app.queue.rules.money import amount, cents_of, euro
from balie_app.queue.rules.till import DENOMINATIONS, MOST_COUNTED, Count, Report, TillDay
from balie_app.ui import look
from balie_app.ui.counter.pages import PAGES
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.parts import KeyButton, label
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

COLUMNS = 3
SMALL_BOX = "QLineEdit { padding: 2px 6px; min-height: 24px; } QLineEdit:focus { padding: 1px 5px; }"


def _name(cents: int) -> str:
    """A note or coin, short: "50", "0,20"."""
    return amount(cents).removesuffix(",00")


def till_panel(here: Situation, till: Report, printer: str | None) -> Panel:
    """The panel for the till as it stands: to open it, or to look, count and close."""
    opened = till.till_day is not None and till.till_day.closed_at is None
    return CloseTillPanel(here, till, printer) if opened else OpenTillPanel(here, till)


class OpenTillPanel(Panel):
    """A new day of the cash desk begins with the float that was counted."""

    def __init__(self, here: Situation, till: Report, parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Kas openen"), translate("Panel", "Openen"), here, parent)
        self.till = till.till
        self.begin = self.field(self.tr("Beginbedrag in de kas"), self.tr("bijvoorbeeld 150,00"))
        text = self.tr("Dit wordt kasdag %1. Tel het wisselgeld en vul het bedrag in.")
        self.explain(text.replace("%1", str(till.number)))
        self.column.addStretch(1)
        self.finish_layout()

    def command(self) -> Command | None:
        cents = cents_of(self.begin.text())
        if cents is None or cents < 0:
            self.said.emit(self.tr("Vul het beginbedrag in, zoals 150,00."))
            return None
        return OpenTill(till=self.till, counter=self.here.counter.number, float_cents=cents)


class CloseTillPanel(Panel):
    """How the till stands (X), the count of each note and coin, and the close (Z) that is final."""

    def __init__(
        self, here: Situation, till: Report, printer: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Panel", "Kas van vandaag"), translate("Panel", "Afsluiten"), here, parent)
        self.till, self.printer = till, printer
        self.sure = False
        self.counts: dict[int, QLineEdit] = {}
        self._report(printer or PAGES)
        self._figures()
        self._grid()
        self.outcome = label(role="strong", parent=self)
        self.column.addWidget(self.outcome)
        self.remark = self.field(self.tr("Opmerking bij het verschil"), self.tr("hoe komt dat?"))
        self.column.addStretch(1)
        self.finish_layout()
        self._tell()

    def _report(self, printer: str) -> None:
        """The X report on paper, beside the title."""
        button = KeyButton(self.tr("X-rapport"), "Ctrl+R", self)
        button.set_tight(True)
        button.clicked.connect(lambda: self._print(printer))
        self._key(QKeySequence("Ctrl+R"), lambda: self._print(printer))
        row = QHBoxLayout()
        self.column.removeWidget(self.heading)
        row.addWidget(self.heading, 1)
        row.addWidget(button)
        self.column.addLayout(row)

    def _print(self, printer: str) -> None:
        self.decided.emit(PrintTill(self.till.till, printer))

    def _figures(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        paid = self.till.paid
        opened = self.till.till_day
        rows = (
            (self.tr("Bonnen"), str(self.till.receipts + self.till.refunds + self.till.corrections)),
            (self.tr("Met pas"), amount(paid.get("card", 0))),
            (self.tr("Contant"), amount(paid.get("cash", 0))),
            (self.tr("Later te betalen"), amount(paid.get("later", 0))),
            (self.tr("Beginbedrag"), amount(opened.float_cents if opened else 0)),
            (self.tr("Moet in de kas zijn"), euro(self.till.expected_cents)),
        )
        for row, (name, value) in enumerate(rows):
            role = "strong" if row == len(rows) - 1 else "muted"
            figure = label(value, role, self, wrap=False)
            look.name(figure, f"{name}: {value}")
            grid.addWidget(label(name, role, self), row, 0)
            grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(grid)

    def _grid(self) -> None:
        """A box for each note and coin, in columns, from large to small."""
        self.column.addWidget(label(self.tr("Tel de kas: hoeveel stuks van elk?"), "muted", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        rows = -(-len(DENOMINATIONS) // COLUMNS)
        for place, cents in enumerate(DENOMINATIONS):
            edit = QLineEdit(self)
            edit.setValidator(QIntValidator(0, MOST_COUNTED, edit))
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.setStyleSheet(SMALL_BOX)
            look.name(edit, self.tr("Aantal van %1").replace("%1", euro(cents)))
            edit.textChanged.connect(self._tell)
            self.counts[cents] = edit
            side, row = divmod(place, rows)
            name = label(_name(cents), parent=self, wrap=False)
            grid.addWidget(name, row, side * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(edit, row, side * 2 + 1)
        self.column.addLayout(grid)

    def counted(self) -> tuple[Count, ...]:
        """What was filled in."""
        found = ((cents, edit.text().strip()) for cents, edit in self.counts.items())
        return tuple(Count(cents, int(text)) for cents, text in found if text)

    @property
    def difference(self) -> int:
        """Counted above what should be there, in cents."""
        return sum(each.cents * each.pieces for each in self.counted()) - self.till.expected_cents

    def _tell(self) -> None:
        self.sure = False
        total = sum(each.cents * each.pieces for each in self.counted())
        text = self.tr("Geteld %1 · verschil %2")
        self.outcome.setText(text.replace("%1", euro(total)).replace("%2", euro(self.difference)))
        differs = self.difference != 0 and bool(self.counted())
        self.remark.setVisible(differs)
        self.titles[self.remark].setVisible(differs)
        self.explain("")

    def command(self) -> Command | None:
        if self.difference and not self.remark.text().strip():
            self.remark.show()
            self.titles[self.remark].show()
            self.said.emit(self.tr("De telling verschilt. Tel nog eens, of schrijf erbij hoe dat komt."))
            self.remark.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if not self.sure:
            self.sure = True
            self.explain(self.tr("Hierna staat deze kasdag vast. Druk nog een keer op Enter om af te sluiten."))
            return None
        return CloseTill(
            till=self.till.till,
            counter=self.here.counter.number,
            counts=self.counted(),
            remark=self.remark.text().strip(),
            printer=self.printer,
        )

    def first_focus(self) -> QWidget:
        return self.counts[DENOMINATIONS[0]]


def till_told(day: TillDay) -> str:
    """What a clerk wants to hear after opening or closing."""
    if day.closed_at is None:
        return translate("Panel", "De kas is open.")
    text = translate("Panel", "Kasdag %1 is afgesloten. Verschil: %2.")
    return text.replace("%1", str(day.number)).replace("%2", euro(day.difference_cents))
