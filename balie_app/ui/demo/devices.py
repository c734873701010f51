"""What the simulated devices of the demo are doing on their serial lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from balie_app.devices.farend import Exchange
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.demo.props import BUTTONS, Props
from balie_app.ui.setup.parts import button, card, label

TICKET_WIDTH, ROLL_HEIGHT = 190, 196
LAST_EXCHANGES = 4
LAST_BYTES, BYTES_BESIDE_TICKET = 8, 5


class DevicesCard(QWidget):
    """Printer with its last ticket, dispenser with its buttons, counter displays."""

    def __init__(self, props: Props, config: HallConfig) -> None:
        super().__init__()
        self._props = props
        self._config = config
        self._shown_papers = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._printer_card())
        column.addWidget(self._dispenser_card())
        column.addWidget(self._displays_card())

    def refresh(self) -> None:
        """Show what the devices did last."""
        self._refresh_printer()
        self._lamp.setText(self.tr("Lampje: buiten gebruik") if self._props.dispenser.lamp else self.tr("Lampje uit"))
        for number, face in self._faces.items():
            face.setText(self._props.display_text(number).strip() or " ")
        self._wire.setText(wire_text(self._props.displays.exchanges))

    def _printer_card(self) -> QWidget:
        self._state, self._bytes = label("body"), label("small")
        self._ticket = QLabel()
        self._ticket.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        look.name(self._ticket, self.tr("De laatste bon"))
        roll = QScrollArea()
        roll.setWidgetResizable(True)
        roll.setWidget(self._ticket)
        roll.setFixedSize(TICKET_WIDTH + 26, ROLL_HEIGHT)
        self._paper_out = _switch(self.tr("Papier op"))
        self._paper_out.toggled.connect(lambda on: self._props.printer.fault("paper_out", on))
        self._unplug = _switch(self.tr("Kabel los"))
        self._unplug.toggled.connect(lambda on: self._props.printer.fault("unplug", on))
        side = QVBoxLayout()
        side.addWidget(label("strong", self.tr("Bonprinter")))
        side.addWidget(self._state)
        side.addWidget(self._bytes)
        side.addStretch(1)
        side.addWidget(self._paper_out)
        side.addWidget(self._unplug)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(side, 1)
        row.addWidget(roll)
        return card(row, margin=16)

    def _refresh_printer(self) -> None:
        printer = self._props.printer
        count = printer.printed
        self._state.setText(self.tr("%1 geprint").replace("%1", str(count)))
        self._bytes.setText(wire_text(printer.exchanges, BYTES_BESIDE_TICKET))
        if count != self._shown_papers and printer.papers:
            self._shown_papers = count
            picture = QPixmap()
            picture.loadFromData(printer.papers[-1].paper().png())
            mode = Qt.TransformationMode.SmoothTransformation
            self._ticket.setPixmap(picture.scaledToWidth(TICKET_WIDTH, mode))

    def _dispenser_card(self) -> QWidget:
        self._lamp = label("small")
        grid = QGridLayout()
        grid.addWidget(label("strong", self.tr("Nummerautomaat bij de deur")), 0, 0)
        grid.addWidget(self._lamp, 0, 1, Qt.AlignmentFlag.AlignRight)
        for row, key in enumerate(BUTTONS, start=1):
            push = button("secondary", self._props.product_of(key, self._config), "ticket")
            push.clicked.connect(lambda _on=False, key=key: self._props.dispenser.press(key))
            grid.addWidget(push, row, 0, 1, 2)
        return card(grid, margin=16)

    def _displays_card(self) -> QWidget:
        self._faces = {number: _led() for number in self._props.counters}
        self._wire = label("small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.addWidget(label("strong", self.tr("Displays boven de balies")), 0, 0, 1, len(self._faces))
        for column, (number, face) in enumerate(self._faces.items()):
            grid.addWidget(label("small", self.tr("Balie %1").replace("%1", str(number))), 1, column)
            grid.addWidget(face, 2, column)
        grid.addWidget(self._wire, 3, 0, 1, len(self._faces))
        return card(grid, margin=16)


def wire_text(exchanges: Iterable[Exchange], count: int = LAST_BYTES) -> str:
    """The last bytes that went over a line, as a technician reads them."""
    last = [each for each in [*exchanges][-LAST_EXCHANGES:] if each.direction == "in"]
    return f"→ {last[-1].data[-count:].hex(' ')}" if last else ""


def _switch(text: str) -> QPushButton:
    made = button("secondary", text)
    made.setCheckable(True)
    return made


def _led() -> QLabel:
    face = QLabel(" ")
    face.setAlignment(Qt.AlignmentFlag.AlignCenter)
    face.setFont(look.font("heading"))
    face.setStyleSheet("background: #14181c; color: #ff5a36; border-radius: 6px; padding: 6px 10px;")
    face.setMinimumWidth(84)
    return face
