"""What happens after a scan?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from balie_app.devices.draft import Draft
from balie_app.ui.devices.pages.paper import PaperChoice
from balie_app.ui.devices.pages.step import Around, Step


class ScannerPage(Step):
    """The printer for the number of who checked in."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Krijgt de bezoeker het nummer op papier?"))
        self.lead.setText(
            self.tr("Wie de code van de afspraak scant, is aangemeld. Het nummer kan daarna uit een printer komen.")
        )
        self.paper = PaperChoice()
        self.body.addWidget(self.paper)
        self.body.addStretch()

    def open(self, draft: Draft, around: Around) -> None:
        """The printers there are."""
        self.paper.open(draft, around)
        self.changed.emit()

    def first_focus(self) -> QWidget:
        """The choice."""
        return self.paper.box

    def filled(self, draft: Draft) -> Draft:
        """The draft with this printer."""
        return replace(draft, printer=self.paper.printer)
