"""The logo: which, how wide, and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from balie_app.queue.rules.paper import LOGO_NARROWEST, LOGO_WIDEST, LogoPlace
from balie_app.ui import look
from balie_app.ui.layout.image import KINDS, logo_of
from balie_app.ui.layout.parts import NoWheel
from balie_app.ui.setup.parts import button, label

DOTS = 8
"""In a millimetre."""


class LogoField(QWidget):
    """Choose or remove a logo, and say how it stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.data, self._width = b"", 0
        self.state = label("body")
        self.choose = button("secondary", self.tr("Logo kiezen"))
        self.remove = button("quiet", self.tr("Verwijderen"))
        look.name(self.remove, self.tr("Logo verwijderen"))
        self.told = label("small", wrap=True)
        self.told.hide()
        self.width_mm = QSpinBox()
        self.width_mm.setRange(LOGO_NARROWEST // DOTS, LOGO_WIDEST // DOTS)
        self.width_mm.setSuffix(self.tr(" mm breed"))
        self.width_mm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.name(self.width_mm, self.tr("Breedte van het logo in millimeter"))
        self.place = QComboBox()
        self.place.addItem(self.tr("Aan het begin van de regel"), LogoPlace.START)
        self.place.addItem(self.tr("In het midden"), LogoPlace.CENTRE)
        look.name(self.place, self.tr("Plaats van het logo"))
        self._lay_out()
        self.choose.clicked.connect(self.ask)
        self.remove.clicked.connect(lambda: self.put(b""))
        self.width_mm.valueChanged.connect(self._measure)
        self.place.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above, below = QHBoxLayout(), QHBoxLayout()
        for part in (self.choose, self.remove):
            above.addWidget(part)
        above.addWidget(self.state, 1)
        self.still = NoWheel(self)
        for each in (self.width_mm, self.place):
            each.installEventFilter(self.still)
            below.addWidget(each)
        below.addStretch()
        column.addLayout(above)
        column.addWidget(self.told)
        column.addLayout(below)

    @property
    def width_dots(self) -> int:
        """As it was when nobody changed it: not every width is a whole number of millimetres."""
        return self._width

    @property
    def where(self) -> LogoPlace:
        """Where it stands."""
        return LogoPlace(self.place.currentData())

    def show_logo(self, data: bytes, width: int, where: LogoPlace) -> None:
        """Show these choices."""
        self._width = width
        self.width_mm.setValue(round(width / DOTS))
        self._width = width
        self.place.setCurrentIndex(self.place.findData(where))
        self._tell(data, "")

    def ask(self) -> None:
        """Let a person choose a file."""
        dialog = QFileDialog(self, self.tr("Logo kiezen"), "", self.tr("Afbeeldingen (%1)").replace("%1", KINDS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: Path) -> None:
        """Use the logo in this file; when it is none, say so and keep the one that was."""
        data, told = logo_of(path)
        self.put(data or self.data, told)

    def put(self, data: bytes, told: str = "") -> None:
        """Use this logo, or none."""
        self._tell(data, told)
        self.changed.emit()

    def blame(self, text: str) -> None:
        """Say what is wrong with it."""
        if text:
            self._tell(self.data, text)

    def _tell(self, data: bytes, told: str) -> None:
        self.data = data
        size = self.tr("PNG, %1 kB").replace("%1", str(-(-len(data) // 1024)))
        self.state.setText(size if data else self.tr("Geen logo"))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        for part in (self.remove, self.width_mm, self.place):
            part.setEnabled(bool(data))

    def _measure(self, millimetres: int) -> None:
        self._width = millimetres * DOTS
        self.changed.emit()
