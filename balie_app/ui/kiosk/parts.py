"""What kiosk pages are made of: tiles to press, and text that always fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from balie_app.ui import look
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.screen.paint import Paragraph, font, wrapped

Press = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a tile: names of the theme."""

    ground: str
    text: str
    edge: str


KINDS = {
    "choice": Paint("surface", "text", "line_strong"),
    "big": Paint("surface", "text", "accent"),
    "primary": Paint("accent", "accent_text", "accent"),
    "quiet": Paint("background", "accent", "line_strong"),
    "key": Paint("surface", "text", "line_strong"),
    "aid": Paint("background", "text", "line_strong"),
    "language": Paint("surface", "text", "line_strong"),
    "toggle": Paint("surface", "text", "line_strong"),
}
CENTRED = frozenset({"big", "primary", "quiet", "key", "aid", "language", "toggle"})
SIZES = {"choice": 21, "big": 32, "primary": 24, "quiet": 19, "key": 24, "aid": 15, "language": 19, "toggle": 20}


class Tile(QPushButton):
    """Anything a visitor can press. Its text wraps, and gets smaller rather than cut."""

    def __init__(
        self, dress: Dress, text: str, then: Press, *, kind: str = "choice", icon: str = "", sub: str = ""
    ) -> None:
        super().__init__(text)
        self.dress, self.kind, self.sign, self.sub = dress, kind, icon, sub
        self.size_px = dress.type(SIZES[kind])
        self.setProperty("role", "visitor_tile")
        self.setObjectName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.name(self, text, sub)
        self.clicked.connect(then)

    def say(self, text: str) -> None:
        """Other words in the same place."""
        if text != self.text():
            self.setText(text)
            self.setObjectName(text)
            look.name(self, text, self.sub)

    def sizeHint(self) -> QSize:
        return QSize(max(self.dress.target, self.dress.px(120)), max(self.dress.target, self.dress.px(76)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.dress.target, self.dress.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the window knows what keys mean, also those of a scanner

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    # -- drawing ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        ring = max(3.0, 4 * self.dress.scale)
        body = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        shades = self._shades()
        radius = 12 * self.dress.scale
        painter.setPen(QPen(QColor(self.dress.colour(shades.edge)), max(1.5, 2 * self.dress.scale)))
        painter.setBrush(QColor(self.dress.colour(shades.ground)))
        painter.drawRoundedRect(body, radius, radius)
        if self.hasFocus() and bool(self.window().property("by_keys")):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.dress.colour("focus")), ring))
            half = ring / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half), radius + half, radius + half
            )
        self._fill(painter, body, shades)
        painter.end()

    def _shades(self) -> Paint:
        shades = KINDS[self.kind]
        if not self.isEnabled():
            return Paint("sunken", "text_disabled", "sunken")
        if self.isDown() or self.isChecked():
            strong = self.kind in {"key", "language", "aid"}
            if self.kind == "primary":
                return Paint("accent_pressed", "accent_text", "accent_pressed")
            return Paint("accent", "accent_text", "accent") if strong else Paint("accent_surface", "text", "accent")
        return shades

    def _fill(self, painter: QPainter, body: QRectF, shades: Paint) -> None:
        pad = self.dress.px(16 if self.kind in {"choice", "big"} else 6)
        inner = body.adjusted(pad, self.dress.px(4), -pad, -self.dress.px(4))
        if self.kind == "aid":
            self._above(painter, inner, shades, 34 * self.dress.scale)
        elif self.kind == "big":
            self._big(painter, inner, shades)
        elif self.sign and self.kind == "key" and not self.text().strip():
            self._icon(painter, inner.center(), self._icon_px(inner), shades)
        elif self.sign:
            self._beside(painter, inner, shades)
        else:
            self._write(painter, inner, shades)

    def _icon_px(self, inner: QRectF) -> float:
        return min(inner.height() * 0.7, self.size_px * (1.9 if self.sub else 1.5))

    def _icon(self, painter: QPainter, middle: QPointF, px: float, shades: Paint) -> None:
        spot = QRectF(middle.x() - px / 2, middle.y() - px / 2, px, px).toRect()
        sign = "check" if self.kind == "toggle" and self.isChecked() else self.sign
        name = _mirrored(sign) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else sign
        shade = "accent" if shades.text == "text" and self.kind in {"choice", "big"} else shades.text
        look.icon(name, self.dress.colour(shade)).paint(painter, spot)

    def _big(self, painter: QPainter, inner: QRectF, shades: Paint) -> None:
        """A large sign with its words under it when there is room, else beside it."""
        px = min(inner.height() * 0.4, 92 * self.dress.scale)
        if px < 48 * self.dress.scale:
            self._beside(painter, inner, shades)
            return
        words = min(inner.height() - px, self.size_px * (3.4 if self.sub else 1.6))
        spare = (inner.height() - px - words) / 2
        self._above(painter, inner.adjusted(0, spare, 0, -spare), shades, px)

    def _above(self, painter: QPainter, inner: QRectF, shades: Paint, most: float) -> None:
        """A sign with its word under it."""
        px = min(inner.height() * 0.5, most)
        self._icon(painter, QPointF(inner.center().x(), inner.top() + px / 2 + self.dress.px(3)), px, shades)
        self._write(painter, inner.adjusted(0, px + self.dress.px(5), 0, 0), shades)

    def _beside(self, painter: QPainter, inner: QRectF, shades: Paint) -> None:
        """A sign with its words next to it; centred together when the kind is."""
        px, gap = self._icon_px(inner), self.dress.px(8 if self.kind == "quiet" else 12)
        room = inner.width() - px - gap
        words = self._paragraph(room, inner.height())
        used = px + gap + min(words.width if self.kind in CENTRED else room, room)
        left = inner.left() + (inner.width() - used) / 2 if self.kind in CENTRED else inner.left()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = inner.right() - (left - inner.left()) - px / 2 if right_to_left else left + px / 2
        self._icon(painter, QPointF(x, inner.center().y()), px, shades)
        start = left if right_to_left else left + px + gap
        if right_to_left:
            start = inner.right() - (left - inner.left()) - px - gap - (used - px - gap)
        self._write(painter, QRectF(start, inner.top(), used - px - gap + 2, inner.height()), shades, left=True)

    def _paragraph(self, width: float, height: float) -> Paragraph:
        """The title; its width is what its longest line takes."""
        made = wrapped("heading", self.text(), width, height, self.size_px)
        box = QFontMetricsF(made.made).boundingRect(QRectF(0, 0, width, 10 * height), WRAP, self.text())
        return Paragraph(self.text(), made.made, box.width() + 1, made.height)

    def _write(self, painter: QPainter, area: QRectF, shades: Paint, *, left: bool = False) -> None:
        """The title, and what stands under it."""
        across = Qt.AlignmentFlag.AlignLeft if left or self.kind not in CENTRED else Qt.AlignmentFlag.AlignHCenter
        share = 0.56 if self.sub else 1.0
        role = "heading" if self.kind not in {"aid"} else "body"
        title = wrapped(role, self.text(), area.width(), area.height() * share, self.size_px)
        small = wrapped("body", self.sub, area.width(), area.height() - title.height, self.size_px * 0.78)
        height = title.height + (small.height if self.sub else 0)
        top = area.top() + (area.height() - height) / 2
        flags = int(Qt.TextFlag.TextWordWrap | across | Qt.AlignmentFlag.AlignTop)
        painter.setPen(QColor(self.dress.colour(shades.text)))
        painter.setFont(title.made)
        painter.drawText(QRectF(area.left(), top, area.width(), title.height + 2), flags, self.text())
        if self.sub:
            quiet = shades.text if shades.text == "accent_text" else "text_quiet"
            painter.setPen(QColor(self.dress.colour(quiet)))
            painter.setFont(small.made)
            at = QRectF(area.left(), top + title.height, area.width(), small.height + 2)
            painter.drawText(at, flags, self.sub)


WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
MIRRORED = {"back": "forward", "forward": "back", "chevron_left": "chevron_right", "chevron_right": "chevron_left"}


def _mirrored(name: str) -> str:
    """The sign that points the other way."""
    return MIRRORED.get(name, name)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text of a page."""

    text: str
    size: float = 21
    """For 1024 × 768."""
    bold: bool = False
    colour: str = "text"
    icon: str = ""
    gap: float = 10
    """Space above it."""
    sign: bool = False
    """A large icon by itself."""
    aloud: str = ""
    """How it is read aloud, when not as written."""


class Prose(QWidget):
    """Blocks of text, all made smaller together when they would not fit."""

    def __init__(
        self,
        dress: Dress,
        blocks: Sequence[Block] = (),
        *,
        card: bool = False,
        centre: bool = False,
        hug: bool = False,
    ) -> None:
        """``card``: on a ground of its own; ``hug``: that is no higher than its text."""
        super().__init__()
        self.dress, self.card, self.centre, self.hug = dress, card, centre, hug
        self.blocks: tuple[Block, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_blocks(blocks)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other text."""
        told = tuple(block for block in blocks if block.text or block.sign)
        if told != self.blocks:
            self.blocks = told
            look.name(self, " ".join(block.text for block in told if block.text))
            self.update()

    @property
    def spoken(self) -> list[str]:
        """Its sentences, as they are read aloud."""
        return [block.aloud or block.text for block in self.blocks if block.text]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        pad = self.dress.px(24) if self.card else 0
        area = QRectF(self.rect()).adjusted(pad, pad * 0.75, -pad, -pad * 0.75)
        if area.isValid() and self.blocks:
            share, made, height = self._fit(area)
            if self.card:
                self._card(painter, height + 1.5 * pad if self.hug else self.height())
            self._lay(painter, area, share, made, height)
        painter.end()

    def _card(self, painter: QPainter, height: float) -> None:
        painter.setPen(QPen(QColor(self.dress.colour("line")), 1))
        painter.setBrush(QColor(self.dress.colour("surface")))
        radius = 14 * self.dress.scale
        body = QRectF(0, 0, self.width(), min(height, self.height()))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _fit(self, area: QRectF) -> tuple[float, list[Paragraph], float]:
        """How much smaller everything must be, the blocks in that size, and their height together."""
        share = 1.0
        while True:
            made = [self._made(block, area.width(), share) for block in self.blocks]
            height = sum(paragraph.height for paragraph in made) + self._gaps(share)
            if height <= area.height() or share < 0.3:
                return share, made, height
            share *= 0.95

    def _lay(self, painter: QPainter, area: QRectF, share: float, made: list[Paragraph], height: float) -> None:
        y = area.top() + (max(0.0, area.height() - height) / 2 if self.centre else 0.0)
        for index, (block, paragraph) in enumerate(zip(self.blocks, made, strict=True)):
            y += block.gap * self.dress.scale * share if index else 0
            self._block(painter, block, paragraph, QPointF(area.left(), y), area.width())
            y += paragraph.height

    def _gaps(self, share: float) -> float:
        return sum(block.gap for block in self.blocks[1:]) * self.dress.scale * share

    def _indent(self, px: float) -> float:
        return px * 1.25 + self.dress.px(12)

    def _made(self, block: Block, width: float, share: float) -> Paragraph:
        px = self.dress.type(block.size) * share
        if block.sign:
            return Paragraph("", font("body", px), width, px)
        room = width - (self._indent(px) if block.icon else 0)
        return wrapped("heading" if block.bold else "body", block.text, max(room, 40.0), 100000.0, px)

    def _block(self, painter: QPainter, block: Block, made: Paragraph, at: QPointF, width: float) -> None:
        px = made.made.pixelSize()
        if block.sign:
            left = at.x() + (width - px) / 2
            look.icon(block.icon, self.dress.colour("accent")).paint(painter, QRectF(left, at.y(), px, px).toRect())
            return
        indent = self._indent(px) if block.icon else 0.0
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = at.x() if right_to_left else at.x() + indent
        if block.icon:
            side = px * 1.25
            left = at.x() + width - side if right_to_left else at.x()
            shade = self.dress.colour("accent" if block.colour == "text" else block.colour)
            look.icon(block.icon, shade).paint(painter, QRectF(left, at.y() + px * 0.08, side, side).toRect())
        across = Qt.AlignmentFlag.AlignHCenter if self.centre else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(self.dress.colour(block.colour)))
        painter.setFont(made.made)
        flags = int(Qt.TextFlag.TextWordWrap | across | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(x, at.y(), width - indent, made.height + 2), flags, block.text)
