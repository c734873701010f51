"""A station driven from outside: what a program may ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from balie_app.ui import driver as module


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(QPushButton("&Volgende"))
    qtbot.addWidget(made)
    made.show()
    made.findChild(QLineEdit).setFocus()
    return made


@pytest.fixture
def ask(window: QWidget, fake_link: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    answers: list[Any] = []
    monkeypatch.setattr(module, "_tell", answers.append)
    monkeypatch.setattr(module.Driver, "_listen", lambda self: None)
    driven = module.Driver(window, fake_link, 0.0)

    def one(line: str) -> Any:
        driven._obey(line)
        return answers[-1]

    return one


def test_letters_of_any_script_can_be_typed(window: QWidget, ask: Callable[[str], Any]) -> None:
    assert ask(json.dumps({"do": "type", "text": "паспорт جواز é"})) == {"ok": True}
    assert window.findChild(QLineEdit).text() == "паспорт جواز é"


def test_a_button_is_clicked_by_the_words_on_it(window: QWidget, ask: Callable[[str], Any], qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.findChild(QPushButton).clicked):
        assert ask('{"do": "click", "name": "Volgende"}') == {"ok": True}


def test_an_unknown_button_names_what_there_is(ask: Callable[[str], Any]) -> None:
    answer = ask('{"do": "click", "name": "Vorige"}')
    assert (answer["ok"], answer["seen"]) == (False, ["Volgende"])


def test_a_dead_button_says_so(window: QWidget, ask: Callable[[str], Any]) -> None:
    window.findChild(QPushButton).setEnabled(False)
    assert ask('{"do": "click", "name": "Volgende"}') == {"ok": False, "why": "disabled"}


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"do": "fly"}', '{"do": "click"}', "geen json"])
def test_nonsense_gets_an_answer_and_nothing_else(ask: Callable[[str], Any], line: str) -> None:
    assert ask(line)["ok"] is False


def test_everything_that_can_be_read_is_told(ask: Callable[[str], Any]) -> None:
    assert "Volgende" in ask('{"do": "texts"}')["texts"]
