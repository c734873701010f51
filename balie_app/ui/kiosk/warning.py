"""Are you still there?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.kiosk.parts import Block, Prose, Tile
from balie_app.ui.kiosk.words import still_there, translate


class StillThere(QWidget):
    """Over the page, until the visitor says yes or the time is up."""

    def __init__(self, dress: Dress, parent: QWidget, stay: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(parent)
        self.dress = dress
        self.told = Prose(dress, (), centre=True)
        self.stay = Tile(dress, translate("kiosk", "Ja, ik ga verder"), lambda *_: stay(), kind="primary")
        self.leave = Tile(dress, translate("kiosk", "Nee, opnieuw beginnen"), lambda *_: leave(), kind="quiet")
        for tile in (self.stay, self.leave):
            tile.setFixedHeight(max(dress.target, dress.px(92)))
        box = QVBoxLayout(self)
        across, down = self._margins()
        box.setContentsMargins(across, down, across, down)
        box.addWidget(self.told, 1)
        row = QHBoxLayout()
        row.setSpacing(dress.px(12))
        row.addWidget(self.leave, 1)
        row.addWidget(self.stay, 1)
        box.addLayout(row)
        self.setGeometry(parent.rect())

    def _margins(self) -> tuple[int, int]:
        width, height = self.dress.size.width(), self.dress.size.height()
        across = round(width * (0.08 if self.dress.portrait else 0.16))
        return across + self.dress.px(28), round(height * 0.24) + self.dress.px(28)

    def show_seconds(self, seconds: int) -> None:
        """How long is left."""
        over = translate("kiosk", "Anders begint dit scherm opnieuw over: %1 s").replace("%1", str(seconds))
        self.told.show_blocks(
            [
                Block(still_there(), 42, bold=True),
                Block(over, 24, colour="text_quiet", gap=16),
            ]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor("#000000")
        shade.setAlphaF(0.55)
        painter.fillRect(self.rect(), shade)
        across, down = self._margins()
        pad = self.dress.px(28)
        card = QRectF(self.rect()).adjusted(across - pad, down - pad, pad - across, pad - down)
        painter.setPen(QPen(QColor(self.dress.colour("line_strong")), 2))
        painter.setBrush(QColor(self.dress.colour("surface")))
        painter.drawRoundedRect(card, 16 * self.dress.scale, 16 * self.dress.scale)
        painter.end()
