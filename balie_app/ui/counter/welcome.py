"""The page before work: which counter is this, and who sits here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from balie_app.queue.rules.visit import CounterState
from balie_app.queue.views import HallView
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice, Choices
from balie_app.ui.counter.parts import KeyButton, label


class Welcome(QWidget):
    """Two short lists at most; what is known already is not asked."""

    chosen = Signal(int, str)
    """Counter number and clerk's code."""

    def __init__(self, counter: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fixed = counter
        self.title = label(role="title", parent=self)
        self.where = label(self.tr("Welke plek is dit?"), "heading", self)
        self.counters = Choices(self.tr("Welke plek is dit?"), self)
        self.who = label(self.tr("Wie zit hier?"), "heading", self)
        self.clerks = Choices(self.tr("Wie zit hier?"), self)
        self.go = KeyButton(self.tr("Balie openen"), "Enter", self)
        self.go.set_rank("primary")
        self.go.clicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        for part, stretch in ((self.title, 0), (self.where, 0), (self.counters, 3), (self.who, 0), (self.clerks, 4)):
            column.addWidget(part, stretch)
        column.addWidget(self.go)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go)
        for part in (self.where, self.counters):
            part.setVisible(counter is None)
        self.counters.doubleClicked.connect(self.clerks.setFocus)
        self.clerks.doubleClicked.connect(self._go)

    def show_view(self, view: HallView) -> None:
        """Fill the lists, and prefer what is free."""
        first = not self.counters.chosen
        self.counters.morph(_counters(view))
        self.clerks.morph(_clerks(view, self.fixed))
        counter = view.config.counter_by_number.get(self.fixed or 0)
        self.title.setText(words.counter_name(counter) if counter else self.tr("Goedendag"))
        if first:
            closed = next((work for work in view.counters if work.state is CounterState.CLOSED), None)
            self.counters.choose(str(closed.number) if closed else "")

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.clerks if self.fixed is not None else self.counters

    def _go(self) -> None:
        counter = str(self.fixed) if self.fixed is not None else self.counters.chosen
        if counter and self.clerks.chosen:
            self.chosen.emit(int(counter), self.clerks.chosen)


def _counters(view: HallView) -> list[Choice]:
    rows = []
    for work in view.counters:
        counter = view.config.counter_by_number.get(work.number)
        clerk = view.config.clerk_by_code.get(work.clerk or "")
        if counter:
            tail = clerk.name if clerk else words.state_name(work.state)
            rows.append(Choice(str(work.number), words.counter_name(counter), words.counter_kind(counter), tail))
    return rows


def _clerks(view: HallView, here: int | None) -> list[Choice]:
    """All clerks; who sits somewhere else already comes last, with where."""
    busy = {work.clerk: work.number for work in view.counters if work.clerk and work.number != here}
    rows = []
    for clerk in sorted(view.config.clerks, key=lambda clerk: (clerk.code in busy, clerk.name)):
        counter = view.config.counter_by_number.get(busy.get(clerk.code, 0))
        rows.append(Choice(clerk.code, clerk.name, tail=words.counter_name(counter) if counter else ""))
    return rows
