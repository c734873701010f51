"""The language of the kiosk, changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from balie_app.paths import resource
from balie_app.ui.tongue import silence


class Tongue:
    """Speaks one language at a time; Dutch is the language of the source."""

    def __init__(self) -> None:
        silence()  # where Dutch is wanted, the language that this station was started in would be heard
        self.language = ""
        self._spoken: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Use this language for everything that is translated from now on."""
        if language == self.language:
            return
        self.language = language
        self.silence()
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"balie_{language}", str(resource("i18n"))):
            QCoreApplication.installTranslator(translator)
            self._spoken = translator

    def silence(self) -> None:
        """Back to the language of the source."""
        if self._spoken is not None:
            QCoreApplication.removeTranslator(self._spoken)
            self._spoken.deleteLater()
            self._spoken = None
