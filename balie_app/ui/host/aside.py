"""The quiet second section: who did not come, who is away for a moment, what is being made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts
from balie_app.ui.host.lines import Line
from balie_app.ui.host.words import filled

HIGHEST = 132
"""Height in px of three lines; more of them scroll."""

WIDEST = "W 000"
"""As wide as a number gets, so that the words stand under those of the waiting."""


class AsideRow(QWidget):
    """One ticket with its one action."""

    acted = Signal(object)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self._lead = QLabel()
        self._text, self._under = parts.label(), parts.label("", "small")
        self._under.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button: QPushButton = parts.button("-", "quiet")
        self.button.clicked.connect(lambda: self.acted.emit(self.line))
        layout = QHBoxLayout(self)
        parts.fill(layout, (self._lead, self._text, self._under, self.button), space=12)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.setStretch(2, 1)
        self.tell(line)

    def tell(self, line: Line) -> None:
        """Show this line."""
        self.line = line
        self._lead.setText(line.lead)
        font = look.font("number", 0.5)
        self._lead.setFont(font)
        self._lead.setMinimumWidth(QFontMetrics(font).horizontalAdvance(WIDEST))
        self._text.setText(line.text)
        self._under.setText(line.tail)
        self.setToolTip(line.under)
        action = self.tr("Gereed") if line.action == "ready" else self.tr("Is terug")
        self.button.setText(action)
        look.name(self.button, filled("%1: %2", line.lead, action))


class Aside(QWidget):
    """Rows that stay the same widgets as long as their ticket is here."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, AsideRow] = {}
        self._inner = QWidget()
        look.role(self._inner, "scrolled")
        self._layout = QVBoxLayout(self._inner)
        parts.fill(self._layout, (), space=0)
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        rule = QFrame()
        look.role(rule, "line")
        title = parts.label(self.tr("Even niet in de rij"), "muted")
        title.setContentsMargins(12, 4, 12, 0)
        layout = QVBoxLayout(self)
        parts.fill(layout, (rule, title, self._scroll), space=4)
        self.hide()

    @property
    def rows(self) -> tuple[AsideRow, ...]:
        """The rows on show, in order."""
        return tuple(self._rows.values())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Morph into these lines."""
        for key in self._rows.keys() - {line.id for line in lines}:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()
        ordered = {line.id: self._row(line) for line in lines}
        for at, row in enumerate(ordered.values()):
            if self._layout.indexOf(row) != at:
                self._layout.insertWidget(at, row)
        self._rows = ordered
        for one, after in pairwise((self, *(row.button for row in self.rows))):
            QWidget.setTabOrder(one, after)
        self.setVisible(bool(lines))
        high = sum(row.sizeHint().height() for row in self.rows)
        self._scroll.setFixedHeight(min(HIGHEST, high + 2))

    def _row(self, line: Line) -> AsideRow:
        row = self._rows.get(line.id)
        if row is None:
            row = AsideRow(line)
            row.acted.connect(self.acted)
        row.tell(line)
        return row
