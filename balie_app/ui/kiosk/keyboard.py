"""A keyboard on the screen with big keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui import look
from balie_app.ui.kiosk import words
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.kiosk.parts import Tile

SIDE = 2.4
"""Width of the keys at the end, in keys."""


@dataclass(frozen=True, slots=True)
class Side:
    """A wide key at the end of the rows, from one row to another."""

    tile: Tile
    first: int
    last: int


class Keyboard(QWidget):
    """Rows of keys, with wide keys at the end. Always left to right: so are the figures on it."""

    def __init__(
        self,
        dress: Dress,
        rows: Sequence[str],
        typed: Callable[[str], object],
        erase: Callable[[], None],
        *,
        space: bool = False,
        enter: Tile | None = None,
    ) -> None:
        super().__init__()
        self.dress = dress
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.rows = [[self._key(letter, typed) for letter in row] for row in rows]
        self.space = self._space(typed) if space else None
        self.erase = Tile(dress, words.erase(), erase, kind="key", icon="back")
        self.erase.size_px *= 0.7
        self.enter = enter
        for tile in (self.erase, enter):
            if tile is not None:
                tile.setParent(self)

    def _key(self, letter: str, typed: Callable[[str], object]) -> Tile:
        key = Tile(self.dress, letter, lambda *_: typed(letter), kind="key")
        key.setParent(self)
        if letter == "-":
            look.name(key, words.hyphen())
        return key

    def _space(self, typed: Callable[[str], object]) -> Tile:
        key = Tile(self.dress, words.space(), lambda *_: typed(" "), kind="key")
        key.size_px *= 0.7
        key.setParent(self)
        return key

    @property
    def count(self) -> int:
        """Rows of keys, the space bar included."""
        return len(self.rows) + (1 if self.space else 0)

    def sizeHint(self) -> QSize:
        high = max(self.dress.target, self.dress.px(64))
        return QSize(self.dress.px(900), self.count * high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.dress.target * 5, self.count * self.dress.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        longest = max(len(row) for row in self.rows)
        beside = 0.0 if self.dress.portrait else SIDE
        count = self.count + (1 if self.dress.portrait else 0)
        wide = self.width() / (longest + beside)
        high = min(self.height() / count, max(1.3 * wide, self.dress.target))
        top = self.height() - count * high
        for number, row in enumerate(self.rows):
            start = (longest - len(row)) * wide / 2
            for place, key in enumerate(row):
                key.setGeometry(QRectF(start + place * wide, top + number * high, wide, high).toRect())
        if self.space is not None:
            at = QRectF(longest * wide * 0.2, top + (self.count - 1) * high, longest * wide * 0.6, high)
            self.space.setGeometry(at.toRect())
        self._ends(longest * wide, beside * wide, high, top)

    def _ends(self, start: float, wide: float, high: float, top: float) -> None:
        """Erase, and the key that sends it off: beside the rows, or under them in a narrow window."""
        if not wide:
            half = start / 2 if self.enter else start
            self.erase.setGeometry(QRectF(0, top + self.count * high, half, high).toRect())
            if self.enter is not None:
                self.enter.setGeometry(QRectF(half, top + self.count * high, half, high).toRect())
            return
        middle = self.count // 2 if self.enter else self.count
        self.erase.setGeometry(QRectF(start, top, wide, middle * high).toRect())
        if self.enter is not None:
            self.enter.setGeometry(QRectF(start, top + middle * high, wide, (self.count - middle) * high).toRect())
