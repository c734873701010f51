"""The foot of the panel: how many wait for this counter, who is next, and whoever was set aside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.visit import Contact
from balie_app.ui import look
from balie_app.ui.counter.parts import label
from balie_app.ui.counter.situation import Situation


class Elided(QWidget):
    """One quiet line, cut with "…" when it does not fit; it keeps its place when it is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setFixedHeight(QFontMetrics(look.font("small")).height() + 2)

    def show_text(self, text: str) -> None:
        """Show this; the whole of it is in the tip."""
        if text != self.text:
            self.text = text
            self.setToolTip(text)
            look.name(self, text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.colour("text_quiet"))
        fitting = QFontMetrics(font).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


class Footer(QWidget):
    """ "wachten 12 · volgende U 007", the note of the next one, and the numbers set aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = label(parent=self)
        self.aside = Elided(self)
        look.role(self, "footer")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(2)
        column.addWidget(self.queue)
        column.addWidget(self.aside)

    def show_situation(self, here: Situation) -> None:
        """Morph to what is the case now."""
        count = self.tr("wachten %1").replace("%1", str(len(here.waiting)))
        if here.next:
            text = f"{count} · " + self.tr("volgende %1").replace("%1", shown(here.next.label))
        else:
            text = count if here.waiting else self.tr("niemand wacht op deze balie")
        self.queue.setText(text)
        parts = []
        if here.next and here.next.note and here.current:  # when idle the note stands above, in full
            note = self.tr("notitie %1: %2").replace("%1", shown(here.next.label)).replace("%2", here.next.note)
            parts.append(note)
        if here.parked:
            parts.insert(0, self.tr("geparkeerd %1").replace("%1", _labels(here.parked)))
        if here.producing:
            parts.append(self.tr("in de maak %1").replace("%1", _labels(here.producing)))
        self.aside.show_text(" · ".join(parts))


def _labels(contacts: tuple[Contact, ...]) -> str:
    """At most three numbers, and how many more."""
    listed = ", ".join(shown(contact.label) for contact in contacts[:3])
    return f"{listed} +{len(contacts) - 3}" if len(contacts) > 3 else listed
