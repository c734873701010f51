"""The host sees which device wants somebody, since when, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from balie_app.queue.views import DeviceState
from balie_app.ui.host.window import HostWindow, build
from balie_app.ui.scanning.layout import TEST_CODE
from balie_app.ui.scanning.testcode import TestCode
from balie_app.ui.setup.stations import Launcher
from balie_app.ui.station import StationOptions

OPTIONS = StationOptions(hall="x", station="host", printer="balie")


@pytest.fixture
def devices(sample_view) -> tuple[DeviceState, ...]:
    since = sample_view.read_at - timedelta(minutes=12)
    return (
        DeviceState("balie 1-6", "display", "hal-noord", "let op", "some_silent", "balie 4", since, {1: "A012"}),
        DeviceState("bon", "printer", "hal-noord", "hulp nodig", "paper_out", "", since),
        DeviceState("deur", "dispenser", "hal-noord", "gereed", "", "", since),
    )


@pytest.fixture
def window(qtbot, fake_link) -> HostWindow:
    made = build(fake_link, OPTIONS)
    assert isinstance(made, HostWindow)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    return made


def test_a_hall_without_devices_says_nothing_of_them(window, fake_link, sample_view) -> None:
    fake_link.send(sample_view)
    assert not window.header.devices.isVisible()


def test_all_is_well_is_told_in_words(window, fake_link, sample_view, devices) -> None:
    fake_link.send(replace(sample_view, devices=devices[2:]))
    assert window.header.devices.button.text().strip() == "Apparaten in orde"


def test_the_host_reads_which_device_wants_what_since_when(window, fake_link, sample_view, devices) -> None:
    fake_link.send(replace(sample_view, devices=devices))
    button = window.header.devices.button
    assert button.text().strip() == "Apparaten: 2 met een melding"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    told = [row.accessibleName() for row in window.devices.rows]
    assert window.panel.page is window.devices
    assert "Het papier is op. Leg een nieuwe rol in de printer." in told[0]
    assert "hulp nodig sinds" in told[0]
    assert "Geen antwoord van het display bij balie 4." in told[1]
    assert told[2].startswith("deur, gereed sinds")


def test_the_page_follows_the_hall(window, fake_link, sample_view, devices) -> None:
    fake_link.send(replace(sample_view, devices=devices))
    window.open(window.devices)
    fake_link.send(replace(sample_view, devices=devices[2:]))
    assert [row.device.name for row in window.devices.rows] == ["deur"]


def test_this_computer_s_own_devices_are_one_press_away(
    window, fake_link, sample_view, devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(Launcher, "start", lambda _self, station: started.append(station.arguments("H", "dark", "nl")))
    fake_link.send(replace(sample_view, devices=devices))
    window.open(window.devices)
    window.devices.findChild(QPushButton).click()
    assert [each[3:] for each in started] == [
        ["devices", "window", "--hall", "H", "--theme", "dark", "--language", "nl"]
    ]
    monkeypatch.setattr(Launcher, "runs", lambda _self, _name: True)
    window.devices.findChild(QPushButton).click()
    assert len(started) == 1
    assert window.message.text == "Het venster met apparaten staat al open."


def type_fast(window: HostWindow, text: str) -> None:
    """As a scanner: all keys at once, to whatever window is there."""
    for sign in text:
        QTest.keyClick(window.windowHandle(), sign)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)


def test_a_scanned_appointment_is_checked_in_wherever_the_keyboard_is(
    qtbot, window, fake_link, sample_view, monkeypatch
) -> None:
    monkeypatch.setattr(window.wedge, "_seconds", lambda: 0.0)
    fake_link.send(sample_view)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    booked = next(each for each in sample_view.appointments if each.state.value == "booked")
    window.search.setFocus()
    type_fast(window, booked.code)
    assert [type(command).__name__ for command in fake_link.done] == ["CheckIn"]
    assert window.search.text() == ""


def test_a_code_that_nobody_has_is_told(qtbot, window, fake_link, sample_view, monkeypatch) -> None:
    monkeypatch.setattr(window.wedge, "_seconds", lambda: 0.0)
    fake_link.send(sample_view)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    type_fast(window, "ONBEKEND")
    assert window.message.text == "Deze code is niet gevonden. Zoek op tijd of nummer."
    assert fake_link.done == []


def test_the_test_code_says_which_keyboard_the_scanner_thinks_it_has(
    qtbot, window, fake_link, sample_view, monkeypatch
) -> None:
    fake_link.send(sample_view)
    window.wedge.scanned.emit("AYQWZMß19Ö-")
    assert "Duits (QWERTZ)" in window.message.text
    window.open(window.devices)
    code = window.devices.findChild(TestCode)
    picture = code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    array = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (read,) = zxingcpp.read_barcodes(array[:, : picture.width()])
    assert read.text == TEST_CODE
