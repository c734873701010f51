"""The panel beside the lists: one thing at a time, closed with Esc."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts


class Page(QWidget):
    """One thing the panel can show."""

    finished = Signal()
    """This is done: the panel may close."""
    title = ""

    def first(self) -> QWidget:
        """Where the keyboard goes when the page opens."""
        return self

    def refresh(self) -> None:
        """The hall changed, or a second passed."""


class Panel(QWidget):
    """A card with a title, a way out, and one page."""

    closed = Signal()

    def __init__(self, pages: tuple[Page, ...]) -> None:
        super().__init__()
        look.role(self, "card")
        self._title = parts.label("", "heading", wrap=True)
        self._close = parts.button(self.tr("Sluiten"), "quiet", "cross", "Esc")
        self._close.clicked.connect(self.closed.emit)
        self.stack = QStackedWidget()
        for page in pages:
            self.stack.addWidget(page)
            page.finished.connect(self.closed.emit)
        layout = QVBoxLayout(self)
        parts.fill(layout, (), space=8)
        layout.setContentsMargins(16, 8, 8, 16)
        head = parts.row(self._title, self._close)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.stack.setContentsMargins(0, 0, 8, 0)
        self.hide()

    @property
    def page(self) -> Page | None:
        """The page on show; None when the panel is closed."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) and not self.isHidden() else None

    def open(self, page: Page) -> None:
        """Show this page and give it the keyboard."""
        self.stack.setCurrentWidget(page)
        page.refresh()
        self._title.setText(page.title)
        look.name(self, page.title)
        self.show()
        page.first().setFocus()

    def refresh(self) -> None:
        """Let the page on show look again."""
        if self.page is not None:
            self.page.refresh()
            self._title.setText(self.page.title)
