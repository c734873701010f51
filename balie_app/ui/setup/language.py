"""The language of this program's windows, changed while they are open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from balie_app.paths import resource

_spoken: list[QTranslator] = []
FILES = ("balie", "setup")


def speak(language: str) -> None:
    """Put all windows in this language at once; Dutch is the language of the source."""
    while _spoken:
        QCoreApplication.removeTranslator(_spoken.pop())
    QLocale.setDefault(QLocale(language))
    for name in FILES:
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"{name}_{language}", str(resource("i18n"))):
            QCoreApplication.installTranslator(translator)
            _spoken.append(translator)
