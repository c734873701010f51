"""What all pages of the wizard are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from balie_app.devices.draft import Draft
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.devices.station import StationFile
from balie_app.ui.setup.pages import Page

TWO_LINES = 60
"""Height in px of a choice with a second line."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages may know besides the draft."""

    file: StationFile
    config: HallConfig | None = None
    """The hall; None: it cannot be read now."""
    hall: str = ""
    """Where the hall is."""
    was: str = ""
    """The name of the line that is being changed; "" for a new one."""

    @property
    def folder(self) -> Path:
        """Where the station's own templates stand."""
        return self.file.file.parent

    @property
    def others(self) -> tuple[dict[str, object], ...]:
        """All lines but the one that is being changed."""
        return tuple(table for table in self.file.tables if not self.was or table.get("name") != self.was)


class Step(Page):
    """One question about the draft."""

    def open(self, draft: Draft, around: Around) -> None:
        """The page is shown for this draft."""

    def filled(self, draft: Draft) -> Draft:
        """The draft with this page's answer."""
        return draft

    def close_page(self) -> None:
        """Another page is shown."""


class ChoiceList(QListWidget):
    """Choices under each other, with the keyboard; each has a key."""

    def __init__(self, name: str, height: int = 0) -> None:
        super().__init__()
        look.name(self, name)
        look.role(self, "choices")
        self._height = height
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def put(self, at: int, key: str, text: str, enabled: bool = True) -> None:
        """A choice at place ``at``."""
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, key)
        if self._height:
            item.setSizeHint(QSize(10, self._height))
        if not enabled:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.insertItem(at, item)

    @property
    def keys(self) -> list[str]:
        """All keys, from above."""
        return [str(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count())]

    @property
    def chosen(self) -> str:
        """The key of the current choice; "" when there is none, or when it cannot be chosen."""
        item = self.currentItem()
        usable = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None and usable else ""

    def choose(self, key: str) -> None:
        """Make this the current choice; nothing when it is not there."""
        if key in self.keys:
            self.setCurrentRow(self.keys.index(key))
