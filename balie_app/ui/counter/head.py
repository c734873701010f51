"""The head of the panel: which counter, who sits there, its state and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from balie_app.queue.rules.visit import CounterState
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.parts import OUTDENT, SMALL_LINK, label
from balie_app.ui.counter.situation import Situation, Step, why_not

_CHIPS = {CounterState.OPEN: "chip_green", CounterState.PAUSED: "chip_accent", CounterState.CLOSED: "chip"}


class Head(QWidget):
    """ "Balie 4 · Anna", the state, and opening, pausing and closing."""

    asked = Signal(object)
    """A Step."""
    someone_else = Signal()
    pinned = Signal(bool)
    widened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(role="heading", parent=self, wrap=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state = label(role="chip", parent=self, wrap=False)
        self.pin = self._toggle(self.tr("Op voorgrond"), self.tr("Dit venster blijft boven andere vensters (Ctrl+B)"))
        self.wide = self._toggle(self.tr("Breed"), self.tr("Ook de wachtrij en het verloop tonen (Ctrl+L)"))
        self.pin.toggled.connect(self.pinned)
        self.wide.toggled.connect(self.widened)
        self.doors = {
            Step.PAUSE: self._door(self.tr("&Pauze"), Step.PAUSE),
            Step.RESUME: self._door(self.tr("&Hervatten"), Step.RESUME),
            Step.CLOSE: self._door(self.tr("&Sluiten"), Step.CLOSE),
        }
        self.other = self._quiet(self.tr("&Iemand anders"))
        self.other.clicked.connect(self.someone_else)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(OUTDENT, 0, OUTDENT, 0)  # so that quiet buttons line up by their words
        second.setSpacing(4)
        first.addWidget(self.title, 1)
        first.addWidget(self.state)
        for button in (*self.doors.values(), self.other):
            second.addWidget(button)
        second.addStretch(1)
        second.addWidget(self.pin)
        second.addWidget(self.wide)
        column.addLayout(first)
        column.addLayout(second)

    def _toggle(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setStyleSheet(SMALL_LINK)
        look.role(button, "quiet")
        look.name(button, text, tip)
        return button

    def _quiet(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setStyleSheet(SMALL_LINK)
        look.role(button, "quiet")
        look.name(button, text.replace("&", ""))
        return button

    def _door(self, text: str, step: Step) -> QPushButton:
        button = self._quiet(text)
        button.clicked.connect(lambda: self.asked.emit(step))
        return button

    def show_situation(self, here: Situation) -> None:
        """Morph to what is the case now."""
        name = words.counter_name(here.counter)
        self.title.setText(f"{name} · {here.clerk.name}" if here.clerk else name)
        self.title.setToolTip(self.title.text())
        self.state.setText(words.state_name(here.work.state))
        if self.state.property("role") != _CHIPS[here.work.state]:
            look.role(self.state, _CHIPS[here.work.state])
        shut = here.work.state is CounterState.CLOSED
        self.doors[Step.PAUSE].setVisible(here.work.state is CounterState.OPEN)
        paused_but_busy = here.work.state is CounterState.PAUSED and here.current is not None
        self.doors[Step.RESUME].setVisible(paused_but_busy)
        self.doors[Step.CLOSE].setVisible(not shut)
        self.other.setVisible(shut)
        for step, button in self.doors.items():
            button.setEnabled(why_not(here, step) is None)
