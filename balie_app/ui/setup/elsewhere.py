"""How to open stations on other computers: the steps to one PostgreSQL for the whole hall."""

from __future__ import annotations

import shlex
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.setup.parts import button, label

SERVER = "postgresql://gebruiker@server/balie"


class Elsewhere(QDialog):
    """Four steps, with the commands to copy."""

    def __init__(self, where: str, municipality: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.municipality = municipality
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Op andere computers"))
        self.setMinimumWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(label("title", self.tr("Op andere computers")))
        shared = "://" in where
        lead = self.tr("Deze hal staat al op een server. Start op elke computer het venster dat u daar nodig hebt.")
        if not shared:
            lead = self.tr(
                "Nu staat uw hal in een bestand op deze computer. Werken er meer computers in één hal? Zet de hal "
                "dan op een PostgreSQL-server (versie 15 of nieuwer)."
            )
        column.addWidget(label("muted", lead, wrap=True))
        column.addSpacing(8)
        for at, (text, command) in enumerate(self.steps(where), 1):
            self._step(column, at, text, command)
        close = button("primary", self.tr("Sluiten"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column.addSpacing(12)
        column.addLayout(foot)
        close.setFocus()

    def steps(self, where: str) -> list[tuple[str, str]]:
        """What to do, in order, with the command for it ("" when there is none)."""
        if "://" in where:
            return [(self.tr("Op elke computer:"), f"balie host --hall {shlex.quote(where)}")]
        here, file = shlex.quote(where), shlex.quote(str(Path(where).with_name("hall.toml")))
        name = shlex.quote(self.municipality)
        return [
            (self.tr("Vraag uw beheerder om een lege database op de server, en om een gebruiker ervoor."), ""),
            (self.tr("Bewaar de inrichting van deze hal:"), f"balie hall export --hall {here} {file}"),
            (
                self.tr("Maak de hal op de server:"),
                f"balie hall new --template one-desk --municipality {name} {SERVER}",
            ),
            (self.tr("Geef die hal uw inrichting:"), f"balie hall import --hall {SERVER} {file}"),
            (self.tr("Start op elke computer het venster dat u daar nodig hebt:"), f"balie host --hall {SERVER}"),
        ]

    def _step(self, column: QVBoxLayout, at: int, text: str, command: str) -> None:
        column.addSpacing(6)
        column.addWidget(label("strong", f"{at}. {text}", wrap=True))
        if not command:
            return
        field = QLineEdit(command)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        look.name(field, f"{at}. {text}")
        copy = button("quiet", self.tr("Kopiëren"))
        look.name(copy, self.tr("Opdracht %1 kopiëren").replace("%1", str(at)))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(copy)
        column.addLayout(row)
