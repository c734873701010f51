"""One set of line icons, drawn in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from balie_app import paths

SIZES = (16, 20, 24, 32, 48, 64, 96, 160)
"""Pixels an icon is drawn at, so that it stays sharp from a chip at 100 % to a kiosk at 200 %."""


def names() -> list[str]:
    """All icons there are."""
    return sorted(path.stem for path in paths.resource("icons").glob("*.svg"))


@lru_cache(maxsize=512)
def svg(name: str, colour: str, ground: str) -> bytes:
    """The drawing in ``colour``; what lies over a filled part is drawn in ``ground`` (both "#RRGGBB")."""
    text = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("#ground", ground).replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, ground: str, px: int) -> QPixmap:
    """The icon as a picture of ``px`` device pixels square."""
    picture = QPixmap(px, px)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg(name, colour, ground))).render(painter, QRectF(0, 0, px, px))
    painter.end()
    return picture


@lru_cache(maxsize=512)
def icon(name: str, colour: str, ground: str, disabled: str) -> QIcon:
    """The icon in all sizes, with its paler picture for a disabled control."""
    made = QIcon()
    for px in SIZES:
        made.addPixmap(pixmap(name, colour, ground, px), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, disabled, ground, px), QIcon.Mode.Disabled)
    return made
