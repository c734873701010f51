"""A list with its title: appointments, the waiting, counters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts
from balie_app.ui.host.delegate import LineDelegate
from balie_app.ui.host.lines import Line
from balie_app.ui.models import MorphingModel


class LinesView(QListView):
    """Lines that morph; Enter or a click chooses one. Says what it means to be empty."""

    chosen = Signal(object)
    """Enter or a click on a line."""
    entered_line = Signal(object)
    """Enter or a double click on a line: for what should not happen by a stray click."""
    moved = Signal()
    """Another line is the current one, or the current one changed."""

    def __init__(self, widest_lead: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: MorphingModel[Line] = MorphingModel(
            key=lambda line: line.id, text=lambda line: line.spoken, parent=self
        )
        self._empty = empty
        self.known = False
        """Whether the hall was seen at all: an unknown list does not say that it is empty."""
        self._delegate = LineDelegate(self, widest_lead)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(lambda _: self.choose_current())
        self.doubleClicked.connect(lambda _: self._enter())
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Morph into these lines."""
        was = self.lines.rows
        self.lines.show(lines)
        self.known = True
        if self.lines.rows != was:
            self.scheduleDelayedItemsLayout()
            self.moved.emit()

    def current(self) -> Line | None:
        """The line the keyboard is on."""
        return self.lines.row(self.currentIndex())

    def select(self, key: str) -> None:
        """Go to the line with this id, if it is there."""
        if (at := self.lines.place_of(key)) is not None:
            self.setCurrentIndex(self.lines.index(at))

    def step(self, by: int) -> None:
        """Go up or down, stopping at the ends."""
        count = self.lines.rowCount()
        if count:
            at = min(max(self.currentIndex().row() + by, 0), count - 1)
            self.setCurrentIndex(self.lines.index(at))

    def choose_current(self) -> None:
        """Choose the line the keyboard is on."""
        if (line := self.current()) is not None:
            self.chosen.emit(line)

    def _enter(self) -> None:
        if (line := self.current()) is not None:
            self.entered_line.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
            self._enter()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(280, 120)

    def content_height(self) -> int:
        """How high all lines are together."""
        return sum(self.sizeHintForIndex(self.lines.index(at)).height() for at in range(self.lines.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_delegate"):
            self._delegate.refresh()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and self.known and not self.lines.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(look.colour("text_quiet"))
            painter.setFont(look.font("body"))
            rect = self.viewport().rect().adjusted(12, 12, -12, 0)
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self._empty)
            painter.end()


class ListCard(QWidget):
    """A titled card around a list, with room for a button under it."""

    def __init__(self, title: str, widest_lead: str, empty: str, foot: Sequence[QWidget] = ()) -> None:
        super().__init__()
        look.role(self, "card")
        self.title = parts.label(title, "heading")
        self.count = parts.label("", "chip")
        self.count.hide()
        self.view = LinesView(widest_lead, empty)
        look.name(self.view, title.replace("&", ""))
        self.body = QVBoxLayout(self)
        parts.fill(self.body, (), space=8)
        self.body.setContentsMargins(8, 12, 8, 8)
        head = parts.row(self.title, self.count, None, space=8)
        head.setContentsMargins(12, 0, 12, 0)
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        for widget in foot:
            self.body.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[Line], count: str = "") -> None:
        """Morph into these lines; ``count`` stands beside the title."""
        self.view.show_lines(lines)
        self.count.setText(count)
        self.count.setVisible(bool(count))
