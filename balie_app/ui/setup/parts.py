"""Labels, buttons and boxes, set the way all pages of the set-up set them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QWidget

from balie_app.ui import look


def label(role: str, text: str = "", wrap: bool = False) -> QLabel:
    """A text in one of the look's roles."""
    made = QLabel(text)
    made.setWordWrap(wrap)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    look.role(made, role)
    return made


def button(role: str, text: str = "", icon: str = "") -> QPushButton:
    """A button, with an icon in the colour of its text."""
    made = QPushButton(text)
    look.role(made, role)
    if icon:
        shade = {"primary": "accent_text", "quiet": "accent", "danger": "red_text"}.get(role, "text")
        made.setIcon(look.icon(icon, shade))
    return made


def card(layout: QLayout, role: str = "card", margin: int = 20) -> QFrame:
    """A frame around a layout."""
    frame = QFrame()
    look.role(frame, role)
    layout.setContentsMargins(margin, margin, margin, margin)
    frame.setLayout(layout)
    return frame


def picture(icon: str, px: int = 24, colour: str = "accent") -> QLabel:
    """An icon as decoration."""
    made = QLabel()
    made.setPixmap(look.icon(icon, colour).pixmap(px, px))
    made.setFixedWidth(px + 4)
    return made


def clear(widget: QWidget) -> None:
    """Take a widget out of its place, for good."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
