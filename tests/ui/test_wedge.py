"""A scanner that types: its codes are taken out before a field sees them, a person's keys all arrive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from balie_app.ui.scanning.burst import FAST_S, Burst
from balie_app.ui.scanning.layout import TEST_CODE, US, layout_of, verdict
from balie_app.ui.scanning.wedge import WedgeFilter


class Clock:
    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def burst_of(text: str, pause: float, prefix: str = "") -> tuple[str, int]:
    """The code that comes out, and how many keys were held back."""
    burst, now, code, held = Burst(prefix), 0.0, "", 0
    for sign in text:
        heard = burst.key("" if sign == "\r" else sign, sign == "\r", now)
        code, held = heard.code or code, held + heard.hold
        now += pause
    return code, held


def test_a_burst_that_ends_with_enter_is_a_code() -> None:
    assert burst_of("K7M2XJ\r", 0.01) == ("K7M2XJ", 6)


def test_a_person_types_slower_than_a_scanner() -> None:
    assert burst_of("K7M2XJ\r", FAST_S + 0.01)[0] == ""


def test_two_keys_at_once_and_enter_are_no_code() -> None:
    assert burst_of("ab\r", 0.01)[0] == ""


def test_with_a_prefix_only_the_scanner_s_keys_are_held_back() -> None:
    assert burst_of("K7M2XJ\r", 0.01, "~") == ("", 0)
    assert burst_of("~K7M2XJ\r", 0.01, "~") == ("K7M2XJ", 7)


def test_an_enter_long_after_the_code_is_a_person_s() -> None:
    burst = Burst()
    for at, sign in enumerate("K7M2XJ"):
        burst.key(sign, False, at * 0.01)
    assert burst.key("", True, 5.0).replay


@pytest.fixture
def place(qtbot, qapp) -> QWidget:
    window = QWidget()
    window.field, window.button = QLineEdit(), QPushButton("Wissen")
    window.pressed = []
    window.button.setAutoDefault(True)
    window.button.clicked.connect(lambda: window.pressed.append(1))
    window.field.returnPressed.connect(lambda: window.pressed.append(2))
    column = QVBoxLayout(window)
    column.addWidget(window.field)
    column.addWidget(window.button)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    return window


@pytest.fixture
def wedge(qapp, place) -> Iterator[tuple[WedgeFilter, Clock, list[str]]]:
    clock, codes = Clock(), []
    owner = QObject()
    made = WedgeFilter(owner, seconds=clock)
    made.scanned.connect(codes.append)
    made.install(qapp)
    yield made, clock, codes
    QApplication.instance().removeEventFilter(made)
    owner.deleteLater()


def type_in(place: QWidget, text: str) -> None:
    """As a keyboard does: to the window, which gives it to whoever has the focus."""
    for sign in text:
        if sign == "\r":
            QTest.keyClick(place.windowHandle(), Qt.Key.Key_Return)
        else:
            QTest.keyClick(place.windowHandle(), sign)


def test_a_scanned_code_reaches_no_field_and_presses_no_button(place, wedge) -> None:
    _, clock, codes = wedge
    clock.step = 0.005
    type_in(place, "K7M2XJ\r")
    assert codes == ["K7M2XJ"]
    assert place.field.text() == ""
    assert place.pressed == []


def test_what_a_person_types_arrives_in_its_order(place, wedge, qtbot) -> None:
    _, clock, codes = wedge
    clock.step = 0.2
    type_in(place, "verhuizen")
    clock.now += 1
    qtbot.waitUntil(lambda: place.field.text() == "verhuizen")
    type_in(place, "\r")
    assert place.pressed == [2]
    assert codes == []


def test_a_person_s_last_key_arrives_without_another(place, wedge, qtbot) -> None:
    _, clock, _ = wedge
    type_in(place, "v")
    clock.now += 1
    qtbot.waitUntil(lambda: place.field.text() == "v")


def test_shortcuts_are_left_alone(place, wedge) -> None:
    _, clock, _ = wedge
    clock.step = 0.001
    place.field.setText("abc")
    QTest.keyClick(place.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert place.field.selectedText() == "abc"


@pytest.mark.parametrize(
    ("read", "layout"),
    [(TEST_CODE, US), ("QWAZY?)&ç.!", "Frans (AZERTY)"), ("AYQWZMß19Ö-", "Duits (QWERTZ)"), ("anders", "")],
)
def test_the_test_code_tells_which_keyboard_the_computer_has(read: str, layout: str) -> None:
    assert layout_of(read) == layout


def test_every_outcome_has_a_sentence_with_a_next_step() -> None:
    said = {verdict(read) for read in ("", TEST_CODE, TEST_CODE.swapcase(), "QWAZY?)&ç.!", "AZQ", "x" * 11)}
    assert len(said) == 6
    assert "Caps Lock" in verdict(TEST_CODE.swapcase())
