"""The list that morphs: what it shows, and that it tells views the truth on the way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from balie_app.ui.models import ROW, MorphingModel

Pair = tuple[str, int]


def model() -> MorphingModel[Pair]:
    return MorphingModel(key=lambda row: row[0], text=lambda row: f"{row[0]} {row[1]}")


def watch(rows: MorphingModel[Pair]) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_rows_are_inserted_moved_changed_and_removed_without_a_reset(qtbot) -> None:
    rows = model()
    tester = watch(rows)
    seen: list[str] = []
    rows.modelReset.connect(lambda: seen.append("reset"))
    rows.rowsInserted.connect(lambda *_: seen.append("insert"))
    rows.rowsRemoved.connect(lambda *_: seen.append("remove"))
    rows.rowsMoved.connect(lambda *_: seen.append("move"))
    rows.dataChanged.connect(lambda *_: seen.append("change"))
    rows.show([("a", 1), ("b", 1), ("c", 1)])
    assert seen == ["insert"] * 3
    seen.clear()
    rows.show([("c", 1), ("b", 2), ("d", 1)])
    assert sorted(seen) == ["change", "insert", "move", "remove"]
    assert rows.rows == (("c", 1), ("b", 2), ("d", 1))
    assert tester.model() is rows


def test_a_selected_row_stays_selected_when_it_moves(qtbot) -> None:
    from PySide6.QtWidgets import QListView

    rows, view = model(), QListView()
    qtbot.addWidget(view)
    view.setModel(rows)
    rows.show([("a", 1), ("b", 1), ("c", 1)])
    view.setCurrentIndex(rows.index(2))
    rows.show([("c", 5), ("a", 1), ("b", 1), ("d", 1)])
    assert rows.row(view.currentIndex()) == ("c", 5)


def test_equal_rows_cause_no_signal(qtbot) -> None:
    rows = model()
    rows.show([("a", 1), ("b", 1)])
    seen: list[str] = []
    rows.dataChanged.connect(lambda *_: seen.append("change"))
    rows.rowsMoved.connect(lambda *_: seen.append("move"))
    rows.show([("a", 1), ("b", 1)])
    assert seen == []


def test_of_two_rows_with_one_key_the_first_is_shown(qtbot) -> None:
    rows = model()
    rows.show([("a", 1), ("a", 2), ("b", 3)])
    assert rows.rows == (("a", 1), ("b", 3))


def test_a_row_gives_its_text_to_screen_readers_and_itself_to_delegates(qtbot) -> None:
    rows = model()
    rows.show([("a", 1)])
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == "a 1"
    assert rows.data(rows.index(0), ROW) == ("a", 1)
    assert rows.data(QModelIndex()) is None
    assert rows.place_of("a") == 0
    assert rows.place_of("z") is None


lists = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 2)), max_size=8, unique_by=lambda row: row[0])


@settings(max_examples=60, deadline=None)
@given(before=lists, after=lists)
def test_any_list_becomes_any_other(before: list[Pair], after: list[Pair]) -> None:
    rows = model()
    tester = watch(rows)
    rows.show(before)
    rows.show(after)
    assert list(rows.rows) == after
    assert tester.model() is rows
