"""A logo from a file that a person chose: taken as it is when it fits, else made small enough for paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from balie_app.printing.drawing import logo_dots, png
from balie_app.queue.config.logo import problem
from balie_app.queue.rules.paper import LOGO_WIDEST

MOST_BYTES = 20_000_000
"""Of a file that is looked at."""
KINDS = "*.png *.jpg *.jpeg *.svg *.bmp *.gif"

translate = QCoreApplication.translate


def logo_of(path: Path) -> tuple[bytes, str]:
    """The logo in this file, and what to say about it: why there is none, or that it was made smaller."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError:
        return b"", translate(
            "Layout", "Dit bestand kan Balie niet lezen. Controleer of het er nog is, en of u het mag openen."
        )
    if not problem(data) and logo_dots(data, LOGO_WIDEST) is not None:
        return data, ""
    found = QImage.fromData(data)
    if found.isNull():
        return b"", translate(
            "Layout", "In dit bestand staat geen afbeelding die Balie kent. Kies een PNG, JPG of SVG."
        )
    made = fitting(found)
    if problem(made):
        return b"", translate("Layout", "Deze afbeelding blijft te groot voor een bon. Kies een eenvoudiger logo.")
    return made, translate("Layout", "Deze afbeelding is omgezet: kleiner, en in grijs.")


def fitting(found: QImage) -> bytes:
    """The image as a grey PNG on white, no larger than it can be printed."""
    longest = max(found.width(), found.height())
    if longest > LOGO_WIDEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        found = found.scaled(LOGO_WIDEST, LOGO_WIDEST, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    grey = QImage(found.size(), QImage.Format.Format_Grayscale8)
    grey.fill(QColor("white"))
    painter = QPainter(grey)
    painter.drawImage(0, 0, found)
    painter.end()
    return png(grey)
