"""Small pieces that all parts of the host desk are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from balie_app.ui import look

BEHIND = 6
"""Room that the look leaves behind the text of a box to tick; without text it is not wanted."""


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A text that is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        look.role(made, role)
    return made


class Tick(QWidget):
    """A box to tick, with a text of as many lines as it needs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box, self.text = QCheckBox(), label(text, wrap=True)
        look.name(self.box, text)
        line = row(self.box, self.text, space=0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.text.setMinimumHeight(self.box.sizeHint().height())
        self.box.setFixedWidth(self.box.sizeHint().width() - BEHIND)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The text is as good a place to click as the box."""
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


class Pair(QWidget):
    """Two buttons beside each other where both fit, else under each other; they do not make their panel wider."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._box = row(*buttons)
        self.setLayout(self._box)
        for each in buttons:
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A button that came or went is told as a request for layout."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        shown = [each for each in self._buttons if not each.isHidden()]
        widest = max((each.sizeHint().width() for each in shown), default=0)
        fits = len(shown) * widest + self._box.spacing() <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)


def button(text: str, role: str = "secondary", icon: str = "", key: str = "") -> QPushButton:
    """A button; ``key`` is shown behind its text (the shortcut itself belongs to the window)."""
    made = QPushButton()
    look.role(made, role)
    made.setAutoDefault(False)
    made.setProperty("sign", icon)
    rename(made, text, key)
    if icon:
        made.setProperty("ink", {"primary": "accent_text", "quiet": "accent"}.get(role, "text"))
    _dress(made)
    return made


def rename(target: QPushButton, text: str, key: str = "") -> None:
    """Another text for a button, on screen and for a screen reader."""
    shown = f"{text}  {key}" if key else text
    target.setText(f" {shown}" if text and target.property("sign") else shown)  # air between sign and word
    look.name(target, text, key)


def sign(target: QPushButton, icon: str) -> None:
    """Another icon for a button."""
    target.setProperty("sign", icon)
    _dress(target)


def refresh_icons(root: QWidget) -> None:
    """Draw the icons of all buttons again, after the theme changed."""
    for found in root.findChildren(QAbstractButton):
        _dress(found)


def _dress(target: QAbstractButton) -> None:
    sign = target.property("sign")
    if sign:
        target.setIcon(look.icon(str(sign), str(target.property("ink"))))


def row(*widgets: QWidget | None, space: int = 8) -> QHBoxLayout:
    """Widgets beside each other; None stretches."""
    layout = QHBoxLayout()
    fill(layout, widgets, space)
    return layout


def column(*widgets: QWidget | None, space: int = 8) -> QVBoxLayout:
    """Widgets under each other; None stretches."""
    layout = QVBoxLayout()
    fill(layout, widgets, space)
    return layout


def fill(layout: QBoxLayout, widgets: Sequence[QWidget | None], space: int = 8, margin: int = 0) -> None:
    """Put widgets into a layout; None stretches."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(space)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
