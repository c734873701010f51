"""Tiles in rows and columns; what does not fit comes on a next sheet, so that nobody has to scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui.kiosk import words
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.kiosk.parts import Tile

MOST_COLUMNS = 3


class Grid(QWidget):
    """Tiles of one height, in reading order: down the rows, along with the direction of the language."""

    def __init__(self, dress: Dress, tiles: Sequence[Tile] = (), *, width: float = 300, height: float = 74) -> None:
        """``width`` and ``height``: the least of a tile on 1024 × 768."""
        super().__init__()
        self.dress, self._width, self._height = dress, width, height
        self.sheet = 0
        self.tiles: list[Tile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.more = Tile(dress, words.more(), self._next, kind="quiet", icon="forward")
        self.more.setParent(self)
        self.show_tiles(tiles)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles."""
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        self.tiles = list(tiles)
        self.sheet = 0
        for tile in self.tiles:
            tile.setParent(self)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.dress.target, self.dress.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _next(self) -> None:
        self.sheet = (self.sheet + 1) % max(1, self.sheets)
        self._arrange()

    # -- where everything goes -------------------------------------------------------------------

    @property
    def gap(self) -> int:
        return self.dress.px(6)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns there is room for."""
        wide = max(self.dress.px(self._width) * min(self.dress.text, 1.15), self.dress.target)
        high = self._tile_height
        rows = max(1, (self.height() + self.gap) // (high + self.gap))
        columns = max(1, min(MOST_COLUMNS, int((self.width() + self.gap) // (wide + self.gap))))
        while columns > 1 and rows * (columns - 1) >= len(self.tiles) and columns > 2:
            columns -= 1  # two calm columns rather than three, when they hold everything
        return rows, columns

    @property
    def _tile_height(self) -> int:
        return max(self.dress.target, round(self.dress.px(self._height) * min(self.dress.text, 1.15)))

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        rows, columns = self.shape
        room = rows * columns
        return 1 if len(self.tiles) <= room else -(-len(self.tiles) // max(1, room - 1))

    def _arrange(self) -> None:
        rows, columns = self.shape
        several = self.sheets > 1
        room = max(1, rows * columns - (1 if several else 0))
        self.sheet = min(self.sheet, self.sheets - 1)
        first = self.sheet * room
        seen = self.tiles[first : first + room]
        for tile in self.tiles:
            tile.setVisible(tile in seen)
        self.more.setVisible(several)
        for place, tile in enumerate([*seen, self.more] if several else seen):
            last = several and tile is self.more
            tile.setGeometry(self._cell(room if last else place, rows, columns))
        self._order(seen)

    def _order(self, seen: list[Tile]) -> None:
        for one, other in zip(seen, [*seen[1:], self.more], strict=False):
            QWidget.setTabOrder(one, other)

    def _cell(self, place: int, rows: int, columns: int) -> QRect:
        row, column = divmod(place, columns)
        wide = (self.width() - (columns - 1) * self.gap) // columns
        used = min(rows, -(-len(self.tiles) // columns)) if self.sheets == 1 else rows
        most = round(self._tile_height * (2.0 if self.dress.portrait else 1.5))
        high = min(most, (self.height() - (used - 1) * self.gap) // max(1, used))
        left = column * (wide + self.gap)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - wide
        return QRect(left, row * (high + self.gap), wide, high)
