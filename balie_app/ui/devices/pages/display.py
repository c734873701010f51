"""Above which counters does it hang, and at which address does each listen?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPushButton, QScrollArea, QSpinBox, QWidget

from balie_app.devices.draft import Draft, template_of
from balie_app.devices.values import Address
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.step import Around, Step
from balie_app.ui.setup.parts import button, clear, label
from balie_app.ui.words import filled

translate = QCoreApplication.translate
MOST_COUNTERS = 99
ANY_ADDRESS = Address("binary", low=0, high=255)
"""Of a driver that is code: it has no table of addresses."""


class Row:
    """One display: its counter, its address, and a way out."""

    def __init__(self, page: DisplayPage, number: int, counter: int, address: int) -> None:
        self.counter, self.address = QComboBox(), QSpinBox()
        for each in page.counters(counter):
            self.counter.addItem(words.counter(each, page.config), each)
        self.counter.setCurrentIndex(self.counter.findData(counter))
        self.address.setRange(page.address.low, page.address.high)
        self.address.setValue(address)
        self.address.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.away: QPushButton = button("quiet", "", "cross")
        look.name(self.counter, filled(translate("DisplayPage", "Balie van display %1"), str(number)))
        look.name(self.address, filled(translate("DisplayPage", "Adres van display %1"), str(number)))
        look.name(self.away, filled(translate("DisplayPage", "Display %1 verwijderen"), str(number)))
        self.away.setToolTip(self.away.accessibleName())
        self.counter.currentIndexChanged.connect(lambda _: page.check())
        self.address.valueChanged.connect(lambda _: page.check())
        self.away.clicked.connect(lambda: page.remove(self))

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What stands in the row."""
        return (self.counter, self.address, self.away)

    @property
    def value(self) -> tuple[int, int]:
        """Counter and address."""
        return int(self.counter.currentData()), self.address.value()


class DisplayPage(Step):
    """A small table of counters and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.config: HallConfig | None = None
        self.address = ANY_ADDRESS
        self.has_address = True
        self.title.setText(self.tr("Boven welke balie hangt het?"))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(3, 1)
        self.heads = (label("small", self.tr("Balie")), label("small", self.tr("Adres op de lijn")))
        inside = QWidget()
        look.role(inside, "scrolled")
        inside.setLayout(self.grid)
        self.grid.setContentsMargins(0, 0, 12, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.more = button("secondary", self.tr("Nog een display op deze lijn"), "add")
        self.more.clicked.connect(self.add)
        self.wrong = label("small", "", wrap=True)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.wrong)

    def open(self, draft: Draft, around: Around) -> None:
        """The displays that were chosen before, or one."""
        self.config = around.config
        try:
            template = template_of(draft.model, around.folder)
        except ConfigMistakes:
            template = None
        self.address = template.address if template is not None else ANY_ADDRESS
        self.has_address = self.address.style != "none"
        one = self.tr("Dit model heeft geen adres. Aan deze lijn kan maar één display.")
        many = self.tr(
            "Hangen er meer aan deze lijn? Geef elk display zijn balie en zijn adres. "
            "Het adres staat in het display zelf."
        )
        self.lead.setText(many if self.has_address else one)
        for row in list(self.rows):
            self._take_out(row)
        for counter, address in draft.counters.items():
            self._put(counter, address)
        if not self.rows:
            self.add()
        self.check()

    def counters(self, wanted: int) -> list[int]:
        """Counters to choose from: the hall's, else plain numbers."""
        own = [each.number for each in self.config.counters] if self.config is not None else []
        return sorted({wanted, *(own or range(1, MOST_COUNTERS + 1))})

    def add(self) -> None:
        """One more display: the next counter, the next address."""
        taken = {row.value[0] for row in self.rows}
        counter = next((each for each in self.counters(1) if each not in taken), 1)
        addresses = {row.value[1] for row in self.rows}
        free = range(max(1, self.address.low), self.address.high + 1)
        address = counter if counter in free and counter not in addresses else self._next(addresses, free)
        self._put(counter, address)
        self.rows[-1].counter.setFocus()
        self.check()

    def _next(self, taken: set[int], free: range) -> int:
        return next((each for each in free if each not in taken), self.address.low)

    def remove(self, row: Row) -> None:
        """This display is not there."""
        if len(self.rows) > 1:
            self._take_out(row)
            self.rows[-1].counter.setFocus()
            self.check()

    def _put(self, counter: int, address: int) -> None:
        row = Row(self, len(self.rows) + 1, counter, address)
        self.rows.append(row)
        self._lay_out()

    def _take_out(self, row: Row) -> None:
        self.rows.remove(row)
        for part in row.parts:
            self.grid.removeWidget(part)
            clear(part)
        self._lay_out()

    def _lay_out(self) -> None:
        for column, head in enumerate(self.heads):
            self.grid.addWidget(head, 0, column)
        self.heads[1].setVisible(self.has_address)
        for at, row in enumerate(self.rows, start=1):
            for column, part in enumerate(row.parts):
                self.grid.addWidget(part, at, column)
            row.counter.show()
            row.address.setVisible(self.has_address)
            row.away.setVisible(len(self.rows) > 1)
        self.grid.addWidget(self.more, len(self.rows) + 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(self.has_address)
        for at in range(self.grid.rowCount()):
            self.grid.setRowStretch(at, 0)
        self.grid.setRowStretch(len(self.rows) + 2, 1)

    def check(self) -> None:
        """Each counter once, each address once."""
        values = [row.value for row in self.rows]
        counters, addresses = ({value[at] for value in values} for at in (0, 1))
        wrong = ""
        if len(counters) < len(values):
            wrong = self.tr("Een balie staat twee keer in de lijst.")
        elif self.has_address and len(addresses) < len(values):
            wrong = self.tr("Elk display heeft een eigen adres nodig.")
        self.wrong.setText(wrong)
        self.changed.emit()

    def complete(self) -> bool:
        """Nothing is wrong."""
        return bool(self.rows) and not self.wrong.text()

    def first_focus(self) -> QWidget:
        """The first counter."""
        return self.rows[0].counter if self.rows else self

    def filled(self, draft: Draft) -> Draft:
        """The draft with these displays."""
        return replace(draft, counters=dict(row.value for row in self.rows))
