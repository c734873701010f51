"""A list to choose from by arrow keys: a row has a name, a quiet detail under it, and a word at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from balie_app.ui import look
from balie_app.ui.models import ROW, MorphingModel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One row; ``key`` is what is chosen."""

    key: str
    name: str
    detail: str = ""
    tail: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.name, self.detail, self.tail) if part)


class Choices(QListView):
    """Rows that morph by key: the selection stays where it was when the hall changes."""

    moved = Signal()
    """Another row is chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: MorphingModel[Choice] = MorphingModel(lambda row: row.key, lambda row: row.spoken, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(96)
        self.selectionModel().currentChanged.connect(self.moved)
        look.name(self, name)

    def morph(self, choices: Iterable[Choice]) -> None:
        """Show these rows in this order, touching only what differs; something is always chosen."""
        self.rows.show(list(choices))
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty when none."""
        row = self.rows.row(self.currentIndex())
        return row.key if row else ""

    def choose(self, key: str) -> None:
        """Select the row with this key, if there is one."""
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())  # all room above that comes from stretch

    def only_read(self) -> None:
        """A list to read, not to choose from."""
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

    def step(self, by: int) -> None:
        """Move the choice up or down, for keys that come from elsewhere (a search box)."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.rows.index(min(last, max(0, self.currentIndex().row() + by))))


class _Row(QStyledItemDelegate):
    """Draws a row: the name, under it the detail, at the end the tail."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Choice = index.data(ROW)
        height = QFontMetrics(look.font("body")).height() + 16
        return QSize(120, height + QFontMetrics(look.font("small")).height() + 2 if row.detail else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Choice = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        _ground(painter, rect, state)
        inner = rect.adjusted(12, 8, -12, -8)
        body, small = look.font("body"), look.font("small")
        height = QFontMetrics(body).height()
        line = QRect(inner.left(), inner.top(), inner.width(), height)
        used = _draw(painter, small, "text_quiet", line, row.tail, Qt.AlignmentFlag.AlignRight)
        _draw(painter, body, "text", line.adjusted(0, 0, -used - 8 if used else 0, 0), row.name)
        below = QRect(inner.left(), line.bottom() + 3, inner.width(), QFontMetrics(small).height())
        _draw(painter, small, "text_quiet", below, row.detail)
        painter.restore()


def _ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """The chosen row's ground, with a ring when the keyboard is here."""
    if not state & QStyle.StateFlag.State_Selected:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(look.colour("focus"), 2) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent_surface"))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 8, 8)


def _draw(
    painter: QPainter,
    font: QFont,
    tone: str,
    rect: QRect,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw one line, cut with "…" when it does not fit; answers its width in px."""
    if not text:
        return 0
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(look.colour(tone))
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, fitting)
    return metrics.horizontalAdvance(fitting)
