"""The top line: which hall, what time, how it goes, and whether we are connected."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.host import parts, words
from balie_app.ui.host.devices import DevicesButton
from balie_app.ui.host.words import filled

DOT = 16
LOW = "QPushButton { padding: 1px 5px; min-height: 0; }"
"""A button in this line makes it no higher."""
WITH_WORDS = 1000
"""Width in px from which the connection is told in a word even when all is well."""


class Header(QWidget):
    """Name, clock, figures, connection."""

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "bar")
        self._name = parts.label("", "heading")
        self._clock = parts.label("", "muted")
        self._figures = parts.label()
        self._figures.setTextFormat(Qt.TextFormat.RichText)
        self._sign, self._link = QLabel(), parts.label("", "small")
        self._online = False
        layout = QHBoxLayout(self)
        self.devices = DevicesButton()
        self.report = parts.button("", "quiet", "print")
        self.report.setToolTip(self.tr("Dagrapport printen (Ctrl+D)"))
        self.report.setStyleSheet(LOW)
        look.name(self.report, self.tr("Dagrapport printen"), "Ctrl+D")
        parts.fill(layout, (self._name, self._clock, None, self._figures, self.report, None, self.devices), space=12)
        layout.addLayout(parts.row(self._sign, self._link, space=6))
        layout.setContentsMargins(20, 10, 20, 10)
        self.tell_link(None, online=False)

    @property
    def figures(self) -> str:
        """The figures as plain text."""
        return re.sub(r"<[^>]+>", "", self._figures.text())

    @property
    def connection(self) -> str:
        """What is said about the connection."""
        return self._link.text()

    def tell(self, view: HallView, now: datetime, clock: datetime) -> None:
        """Show the hall as of ``now``; ``clock`` is the hall's clock, which goes on without a connection."""
        self._name.setText(view.config.name)
        self._clock.setText(f"{words.day(clock, view.config)}  {words.clock(clock, view.config)}")
        bold = re.sub(r"(\d+(?: u \d+| min| %)?)", r'<span style="font-weight:600">\1</span>', words.figures(view, now))
        self._figures.setText(bold)
        look.name(self._figures, words.figures(view, now))
        self.devices.tell(view)

    def tell_link(self, view: HallView | None, online: bool) -> None:
        """Show whether the hall can be reached; without it, how old the picture is."""
        self._online = online
        if online:
            text = self.tr("verbonden")
        elif view is None:
            text = self.tr("verbinden…")
        else:
            text = filled(self.tr("geen verbinding · stand van %1"), words.clock(view.read_at, view.config))
        self._link.setText(text)
        look.role(self._link, "small" if online else "strong")
        self.refresh()

    def refresh(self) -> None:
        """Draw the sign again, after the theme or the width changed."""
        sign = look.icon("dot", "green") if self._online else look.icon("offline", "text_quiet")
        self._sign.setPixmap(sign.pixmap(DOT, DOT))
        self._sign.setToolTip(self._link.text())
        look.name(self._sign, self._link.text())
        self._link.setVisible(not self._online or self.width() >= WITH_WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()
