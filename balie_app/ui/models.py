"""A list that changes the way people see it change: rows appear, move and go; nothing is ever reset.

Selection, scroll place and keyboard focus stay with the row they were on, because each row has an id.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which a view or delegate finds the row itself."""


class MorphingModel(QAbstractListModel, Generic[Row]):
    """Rows of any equal-comparable value, known by a key that is unique in the list."""

    def __init__(self, key: Callable[[Row], str], text: Callable[[Row], str], parent: QObject | None = None) -> None:
        """``key`` gives a row's id, ``text`` the sentence a screen reader says for it."""
        super().__init__(parent)
        self._key = key
        self._text = text
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def row(self, index: Index) -> Row | None:
        """The row at an index; None for an index outside the list."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: str) -> int | None:
        """Where the row with this key stands; None when it is not there."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), None)

    def show(self, rows: Sequence[Row]) -> None:
        """Become ``rows`` by removing, inserting, moving and changing; of equal keys the first counts."""
        wanted: dict[str, Row] = {}
        for row in rows:
            wanted.setdefault(self._key(row), row)
        self._drop(wanted.keys())
        for at, (key, row) in enumerate(wanted.items()):
            self._settle(at, key, row)

    def _drop(self, keep: Container[str]) -> None:
        for at in reversed(range(len(self._rows))):
            if self._key(self._rows[at]) not in keep:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def _settle(self, at: int, key: str, row: Row) -> None:
        """Bring the row with ``key`` to place ``at``; all before it are in place already."""
        here = next((i for i in range(at, len(self._rows)) if self._key(self._rows[i]) == key), None)
        if here is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if here != at:
            self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), at)
            self._rows.insert(at, self._rows.pop(here))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        return None
