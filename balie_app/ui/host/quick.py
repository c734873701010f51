"""Quick contact: a question answered at once. One key, and it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.panel import Page


class QuickPage(Page):
    """Nine topics under the keys 1 to 9."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self.title = self.tr("Snel contact")
        self.topics = (
            ("way", self.tr("De weg wijzen")),
            ("hours", self.tr("Openingstijden")),
            ("make-appointment", self.tr("Afspraak maken of wijzigen")),
            ("form", self.tr("Formulier of folder")),
            ("status", self.tr("Stand van een aanvraag")),
            ("digital", self.tr("Hulp bij de website of DigiD")),
            ("elsewhere", self.tr("Verwezen naar een ander loket")),
            ("report", self.tr("Melding of klacht")),
            ("other", self.tr("Iets anders")),
        )
        hint = parts.label(self.tr("Waarover ging de vraag? Druk op het cijfer: klaar."), "muted", wrap=True)
        self._buttons = [self._button(at, *topic) for at, topic in enumerate(self.topics, start=1)]
        self._today = parts.label("", "muted")
        layout = QVBoxLayout(self)
        parts.fill(layout, (hint, *self._buttons, None, self._today), space=6)

    def _button(self, at: int, topic: str, title: str) -> QPushButton:
        made = parts.button(f"{at}   {title}")
        made.setStyleSheet("text-align: left;")
        made.clicked.connect(lambda: self._note(topic, title))
        return made

    def _note(self, topic: str, title: str) -> None:
        self._actions.quick(topic, title)
        self.finished.emit()

    def first(self) -> QWidget:
        return self._buttons[0]

    def refresh(self) -> None:
        view = self._actions.view
        count = view.figures.quick_contacts if view else 0
        self._today.setText(words.filled(self.tr("Vandaag %1 keer snel geholpen."), str(count)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if 0 <= at < len(self.topics):
            self._note(*self.topics[at])
            return
        super().keyPressEvent(event)
