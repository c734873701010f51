"""What went over a line, as a table that grows at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from balie_app.devices.monitor import Seen

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
COLUMNS = 4
NOWHERE = QModelIndex()


class Exchanges(QAbstractTableModel):
    """Time, direction, hex, readable; rows appear at the end and go at the beginning, nothing is reset."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Seen] = []

    def show(self, seen: Sequence[Seen]) -> None:
        """Become ``seen``: mostly the same, with more at the end."""
        kept = next((at for at, old in enumerate(self.seen) if seen and old == seen[0]), len(self.seen))
        if self.seen[kept:] != list(seen[: len(self.seen) - kept]):
            kept = len(self.seen)  # another line, or another day
        if kept:
            self.beginRemoveRows(NOWHERE, 0, kept - 1)
            del self.seen[:kept]
            self.endRemoveRows()
        fresh = seen[len(self.seen) :]
        if fresh:
            self.beginInsertRows(NOWHERE, len(self.seen), len(self.seen) + len(fresh) - 1)
            self.seen.extend(fresh)
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.seen)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Exchanges", "Tijd"), translate("Exchanges", "Richting"), translate("Exchanges", "Bytes"),
            translate("Exchanges", "Leesbaar"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        seen = self.seen[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (_clock(seen.at), direction(seen), seen.hex, seen.text)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_clock(seen.at)} {direction(seen)}: {seen.text}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() >= 2:
            return (seen.hex, seen.text)[index.column() - 2]
        return None


def direction(seen: Seen) -> str:
    """To the device, or from it."""
    return (
        translate("Exchanges", "→ naar apparaat") if seen.direction == "out" else translate("Exchanges", "← ontvangen")
    )


def _clock(at: str) -> str:
    """The local time of an exchange, with thousandths: the order is what matters here."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S.%f")[:-3]
