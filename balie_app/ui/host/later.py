"""Later today: at what time a visitor comes back instead of waiting. One time, one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import cast

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTimeEdit, QVBoxLayout, QWidget

from balie_app.queue.views import Wait
from balie_app.ui import look
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.panel import Page
from balie_app.ui.host.words import filled

SOONEST = timedelta(minutes=30)
"""Who would be back earlier may as well wait."""
QUARTER = 15


def suggested(now: datetime, wait: Wait | None) -> time:
    """When to come back: about when it would be their turn, on the next quarter of an hour (``now`` is local)."""
    turn = now + max(SOONEST, timedelta(minutes=wait.p50 if wait else 0.0))
    rest = -(turn.hour * 60 + turn.minute) % QUARTER
    found = turn + timedelta(minutes=rest)
    return time(23, 45) if found.date() > now.date() else found.time().replace(second=0, microsecond=0)


class LaterPage(Page):
    """Asks the time, for a new number or one that waits already."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self._then: Callable[[datetime], None] = lambda _: None
        self.title = self.tr("Later vandaag")
        self._who = parts.label("", "heading", wrap=True)
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.lineEdit().setTextMargins(8, 0, 0, 0)
        self.time.timeChanged.connect(self._tell)
        look.name(self.time, self.tr("Hoe laat komt de bezoeker terug?"))
        self._sentence = parts.label("", "muted", wrap=True)
        self.go = parts.button(self.tr("Strook printen"), "primary", "print", "↵")
        self.go.clicked.connect(self._decide)
        ask = parts.label(self.tr("Hoe laat komt de bezoeker terug?"), "strong", wrap=True)
        layout = QVBoxLayout(self)
        parts.fill(layout, (self._who, ask, self.time, self._sentence, None, self.go), space=10)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._decide)
        actions.sent_away.connect(self._done)

    def ask(self, who: str, wait: Wait | None, then: Callable[[datetime], None]) -> None:
        """Ask for this visitor; ``then`` gets the moment."""
        self._who.setText(who)
        self._then = then
        if (now := self._now()) is not None:
            self.time.setTime(cast("QTime", suggested(now, wait)))
        self._tell()

    @property
    def sentence(self) -> str:
        """What is said about the time."""
        return self._sentence.text()

    def first(self) -> QWidget:
        return self.time

    def refresh(self) -> None:
        self._tell()

    def _now(self) -> datetime | None:
        view = self._actions.view
        return None if view is None else words.local(self._actions.link.now(), view.config)

    def _chosen(self) -> datetime | None:
        now = self._now()
        at = self.time.time()
        return None if now is None else now.replace(hour=at.hour(), minute=at.minute(), second=0, microsecond=0)

    def _tell(self) -> None:
        now, at = self._now(), self._chosen()
        possible = now is not None and at is not None and at > now
        self.go.setEnabled(possible)
        clock = self.time.time().toString("HH:mm")
        text = self.tr("De bezoeker houdt de plek en wordt vóór %1 niet geroepen.")
        self._sentence.setText(filled(text, clock) if possible else self.tr("Kies een tijd die nog komt."))

    def _decide(self) -> None:
        at = self._chosen()
        if at is not None and self.go.isEnabled():
            self._then(at)

    def _done(self) -> None:
        if self.isVisible():
            self.finished.emit()
