"""What happens when the program itself is wrong: log it, say it once, go on."""

from __future__ import annotations

import logging
import secrets
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

log = logging.getLogger(__name__)


class _Report(QObject):
    """Carries a case to the GUI thread and shows one dialog at a time."""

    arrived = Signal(str, str)

    def __init__(self, quiet: bool) -> None:
        super().__init__(QCoreApplication.instance())
        self._quiet = quiet
        self._open = False
        self.arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, case: str, detail: str) -> None:
        if self._quiet or self._open:
            return
        self._open = True
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Balie", self.tr("Er ging iets mis in Balie zelf. U kunt doorgaan.")
        )
        box.setInformativeText(self.tr("Zaaknummer %1. Geef dit door aan de beheerder.").replace("%1", case))
        box.setDetailedText(detail)
        copy = box.addButton(self.tr("Kopiëren"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Doorgaan"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(f"{case}\n{detail}")
        self._open = False


def install(quiet: bool) -> None:
    """Catch what nothing else caught, on any thread. ``quiet``: no dialog (kiosk, waiting screen)."""
    report = _Report(quiet)

    def caught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        case = secrets.token_hex(3).upper()
        detail = "".join(traceback.format_exception(kind, error, where))
        log.error("case %s", case, exc_info=(kind, error, where))
        sys.stderr.write(f"Zaak {case}\n{detail}")
        report.arrived.emit(case, detail)

    sys.excepthook = caught
