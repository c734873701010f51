"""The one search box: what is found hangs under it; down and Enter do the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QLineEdit, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts
from balie_app.ui.host.finding import Hit, Kind
from balie_app.ui.host.lines import Line, Tone
from balie_app.ui.host.listcard import LinesView

SIGNS = {Kind.APPOINTMENT: "calendar", Kind.TICKET: "ticket", Kind.PRODUCT: "note"}
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def as_line(hit: Hit) -> Line:
    """A hit as a line of a list."""
    return Line(
        id=hit.id, lead=hit.lead, text=hit.text, under=hit.under, tail=hit.action, tone=Tone.QUIET,
        sign="" if hit.lead else SIGNS[hit.kind],
    )  # fmt: skip


class SearchBox(QLineEdit):
    """Finds while typing. The list hangs in the window itself, so the keyboard stays in the box."""

    picked = Signal(object)
    """The Hit that was chosen."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], placeholder: str) -> None:
        super().__init__()
        self._find = find
        self._hits: dict[str, Hit] = {}
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)
        look.role(self, "search")
        look.name(self, placeholder)
        self._sign = self.addAction(look.icon("search", "text_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = LinesView("00:00 0", self.tr("Niets gevonden. Probeer een ander woord, een tijd of een nummer."))
        self.list.chosen.connect(lambda line: self._pick(line.id))
        self.textEdited.connect(self.search)
        self._popup: QWidget | None = None

    def search(self, text: str) -> None:
        """Show what fits the text; hide the list when there is none."""
        if not text.strip():
            self.close_list()
            return
        hits = self._find(text)
        self._hits = {hit.id: hit for hit in hits}
        self.list.show_lines([as_line(hit) for hit in hits])
        self.list.setCurrentIndex(self.list.lines.index(0))
        self._open()
        look.name(self, self.placeholderText(), hits[0].spoken if hits else "")

    def _open(self) -> None:
        window = self.window()
        popup = self._popup
        if popup is None or popup.parentWidget() is not window:
            popup = self._popup = QWidget(window)
            look.role(popup, "card")
            shadow = QGraphicsDropShadowEffect(popup)
            shadow.setBlurRadius(32)
            shadow.setOffset(0, 8)
            shadow.setColor(QColor(0, 0, 0, 90))
            popup.setGraphicsEffect(shadow)
            inside = parts.column(self.list)
            inside.setContentsMargins(6, 6, 6, 6)
            popup.setLayout(inside)
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        at = self.mapTo(window, QPoint(0, self.height() + 4))
        popup.setGeometry(at.x(), at.y(), self.width(), 60)
        popup.show()
        self.list.resize(self.width() - 12, 60)
        room = window.height() - at.y() - 16
        popup.resize(self.width(), min(max(56, self.list.content_height()) + 16, room))
        popup.raise_()

    @property
    def is_open(self) -> bool:
        """Whether the list hangs there."""
        return self._popup is not None and self._popup.isVisible()

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def done(self) -> None:
        """Empty the box for the next visitor."""
        self.clear()
        self.close_list()

    def refresh(self) -> None:
        """Draw the sign again, after the theme changed."""
        self._sign.setIcon(look.icon("search", "text_quiet"))

    def event(self, event: QEvent) -> bool:
        """Esc empties the box before it closes anything else."""
        override = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape and self.text():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self.is_open:
            self.list.step(STEPS[key])
            if (line := self.list.current()) is not None:
                look.name(self, self.placeholderText(), line.spoken)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_open and (line := self.list.current()) is not None:
                self._pick(line.id)
        elif key == Qt.Key.Key_Escape and (self.is_open or self.text()):
            self.done()
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str) -> None:
        hit = self._hits[key]
        self.done()
        self.picked.emit(hit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()
