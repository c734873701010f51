"""The field that shows what was typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui import look
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.screen.paint import fitted


class Field(QWidget):
    """Text with a caret. It takes no focus: letters come to the page, wherever the focus is."""

    def __init__(self, dress: Dress, name: str, text: str = "", *, natural: bool = False) -> None:
        """``natural``: written in the direction of the language; else always left to right, as a code is."""
        super().__init__()
        self.dress, self._name, self.natural = dress, name, natural
        self.text = text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(dress.target, dress.px(76)))
        look.name(self, name)

    def sizeHint(self) -> QSize:
        return QSize(self.dress.px(400), self.dress.px(76))

    def show_text(self, text: str) -> None:
        """Show what was typed."""
        self.text = text
        look.name(self, f"{self._name}: {text}" if text else self._name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = self.dress.px(20)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(self.dress.colour("accent")), max(2, self.dress.px(3))))
        painter.setBrush(QColor(self.dress.colour("surface")))
        painter.drawRoundedRect(body, 12 * self.dress.scale, 12 * self.dress.scale)
        inner = body.adjusted(pad, 0, -pad, 0)
        shown, role = (self.text, "number") if self.text else (self._name, "body")
        made = fitted(role, shown, inner.width() - pad, self.dress.type(34 if self.text else 22))
        painter.setFont(made)
        painter.setPen(QColor(self.dress.colour("text" if self.text else "text_quiet")))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft and (self.natural or not self.text)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        shift = 0 if self.text else self.dress.px(8)
        painter.drawText(
            inner.adjusted(shift, 0, -shift, 0),
            int(across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute),
            shown,
        )
        wide = painter.fontMetrics().horizontalAdvance(shown) if self.text else 0
        x = inner.right() - wide - 2 if mirrored else inner.left() + wide + 2
        high = min(inner.height() * 0.6, self.dress.type(34))
        caret = QRectF(x - 1, inner.center().y() - high / 2, max(2, self.dress.px(3)), high)
        painter.fillRect(caret, QColor(self.dress.colour("accent")))
        painter.end()
