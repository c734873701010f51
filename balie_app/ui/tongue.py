"""The language of this program's windows, changed while they are open; Dutch is the language of the source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from balie_app.paths import resource

_spoken: list[QTranslator] = []


def speak(language: str) -> None:
    """Put all windows in this language at once, Qt's own texts in them too."""
    silence()
    QLocale.setDefault(QLocale(language))
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("balie", str(resource("i18n"))),
    ):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"{name}_{language}", folder):
            QCoreApplication.installTranslator(translator)
            _spoken.append(translator)


def silence() -> None:
    """Back to the language of the source."""
    while _spoken:
        QCoreApplication.removeTranslator(_spoken.pop())
