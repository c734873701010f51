"""The number that was just given, big enough to read aloud across the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from balie_app.queue.rules.visit import Visit
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import told


def wait_sentence(low: int, high: int) -> str:
    """An expected wait as on the ticket."""
    from balie_app.printing.waiting import wait_text

    return wait_text(low, high, words.own_language())


class Given(QWidget):
    """Number, expected wait, and what happens with the paper."""

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "sunken")
        self._what = parts.label("", "muted")
        self._number = parts.label("", "display")
        self._wait = parts.label("", "strong", wrap=True)
        self._paper = parts.label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        parts.fill(layout, (self._what, self._number, self._wait, self._paper), space=4, margin=16)
        for text in (self._what, self._number, self._wait, self._paper):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def number(self) -> str:
        """The number on show."""
        return self._number.text()

    def show_visit(self, visit: Visit, view: HallView, printed: bool) -> None:
        """Show this visit's number."""
        self._what.setText(self._about(visit, view))
        self._number.setText(words.ticket(visit.label))
        range_ = told(visit)
        self._wait.setText(wait_sentence(*range_) if range_ else "")
        self._wait.setVisible(range_ is not None)
        by_mouth = self.tr("Noem het nummer, of schrijf het op.")
        self._paper.setText(self.tr("De bon komt uit de printer.") if printed else by_mouth)
        look.name(self, self.tr("Nummer") + " " + words.ticket(visit.label), self._wait.text())

    def _about(self, visit: Visit, view: HallView) -> str:
        if visit.appointment is None:
            return self.tr("Nummer")
        start = next((a.start for a in view.appointments if a.code == visit.appointment), visit.arrived_at)
        return words.filled(self.tr("Afspraak %1"), words.clock(start, view.config))
