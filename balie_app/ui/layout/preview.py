"""The paper at the right: it follows what is typed, and never holds it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from balie_app.printing.profiles import profile, profile_names
from balie_app.ui import look, words
from balie_app.ui.layout.parts import NoWheel
from balie_app.ui.layout.picture import DESIGNED, RECEIPT, TICKET, Shown, Wish, shown
from balie_app.ui.setup.parts import label

QUICKEST_MS = 100
"""At most one picture in this time, however fast somebody types."""
SCALE = 0.56
"""Pixels a dot on a screen at 100 %: 80 mm of paper is 358 px wide."""


class Thinks(Protocol):
    """Who works something out elsewhere, and says it here (``ui/link.py``)."""

    def consider(self, thought: Callable[[], object], done: Callable[[Shown], None]) -> None:
        """Call ``done`` on this thread with what ``thought`` answered on another."""


class Preview(QWidget):
    """Which paper, in which language, from which printer; and its picture."""

    changed = Signal()
    """Something else should be shown."""
    spoken = Signal(str)
    """The language that is shown now."""

    def __init__(self, mind: Thinks, languages: tuple[str, ...], printer: str = DESIGNED) -> None:
        super().__init__()
        self.mind = mind
        self.what, self.language, self.printer = QComboBox(), QComboBox(), QComboBox()
        self.paper, self.cost = QLabel(), label("small")
        self.shown: Shown | None = None
        self._next: Wish | None = None
        self._drawing = self._stopped = False
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(QUICKEST_MS)
        self._pace.timeout.connect(self._go_on)
        self._fill(languages, printer)
        self._lay_out()
        self.what.currentIndexChanged.connect(self._choose)
        self.printer.currentIndexChanged.connect(self._choose)
        self.language.currentIndexChanged.connect(self._choose_language)

    def _fill(self, languages: tuple[str, ...], printer: str) -> None:
        self.what.addItem(self.tr("Nummer"), TICKET)
        self.what.addItem(self.tr("Kassabon"), RECEIPT)
        look.name(self.what, self.tr("Welk papier"))
        for language in languages:
            self.language.addItem(words.language(language).capitalize(), language)
        look.name(self.language, self.tr("Taal van de bezoeker"))
        self.printer.addItem(self.tr("Zoals ontworpen"), DESIGNED)
        for name in profile_names():
            self.printer.addItem(profile(name).title.replace(" (80 mm)", ""), name)
        look.name(self.printer, self.tr("Welke printer"))
        self.printer.setCurrentIndex(max(0, self.printer.findData(printer)))
        still = NoWheel(self)
        for each in (self.what, self.language, self.printer):
            each.installEventFilter(still)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        above, below = QHBoxLayout(), QVBoxLayout()
        above.setSpacing(12)
        below.setSpacing(4)
        above.addWidget(self.what)
        above.addWidget(self.language)
        above.addStretch()
        self.cost.setWordWrap(True)
        below.addWidget(self.printer)
        below.addWidget(self.cost)
        column.addLayout(above)
        column.addWidget(self._ground(), 1)
        column.addLayout(below)

    def _ground(self) -> QWidget:
        self.paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        look.role(inside, "sunken")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(inside)
        look.name(area, self.tr("Voorbeeld van het papier"))
        self.area = area
        return area

    def _choose(self) -> None:
        self.language.setEnabled(self.what.currentData() == TICKET)
        self.changed.emit()

    def _choose_language(self) -> None:
        self.spoken.emit(str(self.language.currentData()))
        self.changed.emit()

    @property
    def at_rest(self) -> bool:
        """Whether the picture is that of the last wish."""
        return self.shown is not None and self._next is None and not self._drawing

    def draw(self, wish: Wish) -> None:
        """Show this soon; of several wishes the last."""
        self._next = wish
        self._go_on()

    def stop(self) -> None:
        """The window closes: a picture that is under way comes too late."""
        self._stopped = True
        self._pace.stop()

    def _go_on(self) -> None:
        """The next picture, when the last one is there and its time is over."""
        if self._drawing or self._pace.isActive():
            return
        wish, self._next = self._next, None
        if wish is not None:
            self._drawing = True
            self._pace.start()
            self.mind.consider(lambda: shown(wish), self._show)

    def _show(self, found: Shown) -> None:
        self._drawing = False
        if self._stopped:
            return
        self.shown = found
        picture = QPixmap()
        picture.loadFromData(found.png, "PNG")
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.paper.setPixmap(picture)
        look.name(self.paper, self.tr("Voorbeeld"), found.words)
        look.name(self.area, self.tr("Voorbeeld van het papier"), found.words)
        self.cost.setText(self._cost(found))
        self._go_on()

    def _cost(self, found: Shown) -> str:
        if not found.size:
            return self.tr("Kies een printer om te zien hoe die het print.")
        seconds = f"{found.seconds:.1f}".replace(".", ",")
        told = self.tr("%1 bytes. Op een trage lijn (9600 baud) duurt dat %2 seconden.")
        return words.filled(told, str(found.size), seconds)
