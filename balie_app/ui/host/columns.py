"""How the lists stand: three columns on a wide screen, two beside a counter panel."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

WIDE = 1100
"""Width in px from which three columns stand beside each other."""


class Columns(QWidget):
    """Appointments, the waiting, counters; and a panel that takes the place of one of them."""

    def __init__(self, first: QWidget, second: QWidget, third: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._first, self._second, self._third, self._panel = first, second, third, panel
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 0, 16, 4)
        self._grid.setSpacing(12)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def panel_changed(self) -> None:
        """The panel was opened or closed."""
        shown = not self._panel.isHidden()
        self._third.setVisible(not (shown and self._wide))
        self._second.setVisible(not shown or bool(self._wide))

    def _arrange(self) -> None:
        wide = self.width() >= WIDE
        if wide == self._wide:
            return
        self._wide = wide
        for widget in (self._first, self._second, self._third, self._panel):
            self._grid.removeWidget(widget)
        if wide:
            self._wide_grid()
        else:
            self._narrow_grid()
        self.panel_changed()

    def _wide_grid(self) -> None:
        for at, widget in enumerate((self._first, self._second, self._third)):
            self._grid.addWidget(widget, 0, at)
        self._grid.addWidget(self._panel, 0, 2)
        self._stretch(rows=(1, 0), columns=(8, 9, 8))

    def _narrow_grid(self) -> None:
        self._grid.addWidget(self._first, 0, 0)
        self._grid.addWidget(self._third, 1, 0)
        self._grid.addWidget(self._second, 0, 1, 2, 1)
        self._grid.addWidget(self._panel, 0, 1, 2, 1)
        self._stretch(rows=(3, 2), columns=(1, 1, 0))

    def _stretch(self, rows: tuple[int, int], columns: tuple[int, int, int]) -> None:
        for at, share in enumerate(rows):
            self._grid.setRowStretch(at, share)
        for at, share in enumerate(columns):
            self._grid.setColumnStretch(at, share)
            self._grid.setColumnMinimumWidth(at, 0)
