"""Where does the number come out? For dispensers and scanners."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from balie_app.devices.draft import Draft
from balie_app.ui import look
from balie_app.ui.devices.pages.step import Around
from balie_app.ui.setup.parts import label
from balie_app.ui.words import filled

OWN, ROLL = "", "\0roll"


class PaperChoice(QWidget):
    """One of this computer's printers, the device itself, or paper with numbers on it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caption = label("strong")
        self.box = QComboBox()
        self.box.setMinimumContentsLength(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.caption)
        row.addWidget(self.box)
        row.addStretch()
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def open(self, draft: Draft, around: Around) -> None:
        """What there is to choose for this kind of device."""
        dispenser = draft.kind == "dispenser"
        self.caption.setText(self.tr("Het nummer komt uit") if dispenser else self.tr("Na het scannen"))
        look.name(self.box, self.caption.text())
        self.box.clear()
        own = self.tr("de nummerautomaat zelf") if dispenser else self.tr("geen papier")
        choices = [(own, OWN)]
        choices += [(filled(self.tr("printer ‘%1’"), name), name) for name in around.file.printers]
        choices += [(self.tr("een rol waar de nummers al op staan"), ROLL)] if dispenser else []
        for text, key in choices:
            self.box.addItem(text, key)
        self.box.setCurrentIndex(max(0, self.box.findData(ROLL if draft.roll else draft.printer)))

    @property
    def printer(self) -> str:
        """The printer chosen; "" for none."""
        return "" if self.roll else str(self.box.currentData() or "")

    @property
    def roll(self) -> bool:
        """Whether the numbers are on the paper already."""
        return bool(self.box.currentData() == ROLL)
