"""The first start: four pages to a hall, by keyboard, in two languages, and nothing written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from balie_app.queue.hall import open_hall
from balie_app.ui.setup.assistant import Assistant
from balie_app.ui.setup.pages import KINDS
from balie_app.ui.tongue import speak


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "new" / "hall.db"


@pytest.fixture
def assistant(qtbot: QtBot, where: Path) -> Iterator[Assistant]:
    made = Assistant(str(where))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    speak("nl")


def walk_to_summary(assistant: Assistant, name: str = "Waterrijk") -> None:
    assistant.go_to(1)
    assistant.naming.field.setText(name)
    assistant.go_on()
    assistant.go_on()


def test_the_keyboard_alone_makes_a_hall(qtbot: QtBot, assistant: Assistant, where: Path) -> None:
    qtbot.keyClick(assistant.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(assistant.focusWidget(), "Waterrijk")
    qtbot.keyClick(assistant.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(assistant.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(assistant.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(assistant.made) as made:
        qtbot.keyClick(assistant.focusWidget(), Qt.Key.Key_Return)
    assert made.args == ["nl"]
    with closing(open_hall(where)) as hall:
        assert hall.config().municipality == "Waterrijk"
        assert len(hall.config().counters) == 3


@pytest.mark.parametrize(("number", "counters"), [(0, 1), (1, 3), (2, 10)])
def test_each_kind_of_hall_is_made_with_its_catalogue(
    assistant: Assistant, where: Path, number: int, counters: int
) -> None:
    assistant.kind.cards[number].setChecked(True)
    walk_to_summary(assistant)
    assistant.make()
    with closing(open_hall(where)) as hall:
        assert len(hall.config().counters) == counters
        assert len(hall.config().products) >= 60
    assert assistant.kind.kind == KINDS[number]


def test_a_name_is_needed(assistant: Assistant) -> None:
    assistant.go_to(1)
    assistant.naming.field.setText("   ")
    assert not assistant.forward.isEnabled()
    assistant.go_on()
    assert assistant.stack.currentWidget() is assistant.naming
    assistant.naming.field.setText(" Ons   Dorp ")
    assert assistant.forward.isEnabled()
    assert assistant.naming.municipality == "Ons Dorp"


def test_the_summary_says_what_will_be_made(assistant: Assistant, where: Path) -> None:
    assistant.kind.cards[2].setChecked(True)
    walk_to_summary(assistant)
    told = [value.text() for value in assistant.summary.values]
    assert told[0] == "Waterrijk"
    assert told[1] == "Tien plekken (10)"
    assert told[4] == str(where)
    assert assistant.forward.text() == "Hal maken"


def test_back_goes_back_and_keeps_what_was_filled_in(assistant: Assistant) -> None:
    walk_to_summary(assistant)
    assistant.back.click()
    assistant.back.click()
    assert assistant.stack.currentWidget() is assistant.naming
    assert assistant.naming.field.text() == "Waterrijk"


def test_a_hall_that_appeared_meanwhile_is_not_written_over(assistant: Assistant, where: Path) -> None:
    walk_to_summary(assistant, "Eerste")
    assistant.make()
    walk_to_summary(assistant, "Tweede")
    assistant.make()
    assert assistant.summary.trouble.isVisible()
    assert "niets veranderd" in assistant.summary.trouble.text()
    with closing(open_hall(where)) as hall:
        assert hall.config().municipality == "Eerste"


def test_a_folder_that_cannot_be_made_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assistant = Assistant(str(tmp_path / "file" / "hall.db"))
    qtbot.addWidget(assistant)
    walk_to_summary(assistant)
    assistant.make()
    assert not assistant.summary.trouble.isHidden()


def test_english_is_spoken_at_once(qtbot: QtBot, assistant: Assistant) -> None:
    dutch, english = assistant.welcome.group.buttons()
    english.click()
    qtbot.waitUntil(lambda: assistant.forward.text() == "Continue")
    qtbot.waitUntil(lambda: assistant.naming.title.text() == "What is your municipality called?")
    assert assistant.config().languages[0] == "en"
    dutch.click()
    qtbot.waitUntil(lambda: assistant.forward.text() == "Verder")


def test_every_control_of_each_page_has_a_name(
    assistant: Assistant, every_control_is_named: Callable[[QWidget], None]
) -> None:
    for number in range(4):
        assistant.go_to(number)
        every_control_is_named(assistant)
