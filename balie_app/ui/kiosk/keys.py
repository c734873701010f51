"""What a press on a key means: a scanner that types, a keypad that walks, a keyboard that writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

SCANNER_SECONDS = 0.05
"""A scanner types faster than this from key to key; a person does not."""
SHORTEST_CODE = 4
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Scanner:
    """Tells a scanned code from typing by its speed."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._kept = ""
        self._last = 0.0

    def key(self, text: str) -> None:
        """A letter came in."""
        now = self._seconds()
        if now - self._last > SCANNER_SECONDS:
            self._kept = ""
        self._kept += text
        self._last = now

    def scanned(self) -> str:
        """At Enter: the code, or "" when this was no scanner."""
        fast = self._seconds() - self._last <= SCANNER_SECONDS
        kept, self._kept = self._kept, ""
        return code_of(kept) if fast and len(kept) >= SHORTEST_CODE else ""


def code_of(scanned: str) -> str:
    """The code of an appointment in what was scanned: alone, or at the end of a web address."""
    parts = [part for part in re.split(r"[/=?#&\s]+", scanned.strip()) if part]
    return parts[-1].upper() if parts else ""


def neighbour(buttons: Sequence[QAbstractButton], here: QWidget, way: tuple[int, int]) -> QAbstractButton | None:
    """The nearest button in that direction (dx, dy); None when there is none."""
    from_ = _place(here)
    best: tuple[float, QAbstractButton] | None = None
    for button in buttons:
        distance = _distance(from_, _place(button), way)
        if button is not here and distance is not None and (best is None or distance < best[0]):
            best = (distance, button)
    return best[1] if best else None


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _distance(here: QRect, there: QRect, way: tuple[int, int]) -> float | None:
    """How far it is that way, straight ahead counting least; None when it lies elsewhere."""
    step = there.center() - here.center()
    ahead = step.x() * way[0] + step.y() * way[1]
    if ahead <= 0:
        return None
    if way[0]:
        overlap = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        aside = abs(step.y())
    else:
        overlap = min(here.right(), there.right()) - max(here.left(), there.left())
        aside = abs(step.x())
    return ahead + (0.3 if overlap > 0 else 3.0) * aside
