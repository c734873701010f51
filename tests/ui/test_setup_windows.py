"""After the assistant: the one-desk window, the start window, and a hall that cannot be opened."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.trouble import Trouble
from balie_app.ui.setup import main, stations
from balie_app.ui.setup.elsewhere import Elsewhere
from balie_app.ui.setup.onedesk import OneDeskWindow
from balie_app.ui.setup.shell import Shell, TroublePage
from balie_app.ui.setup.start import StartWindow
from balie_app.ui.station import StationOptions, take_place


@pytest.fixture
def hall(tmp_path: Path) -> Callable[[str], str]:
    def make(kind: str) -> str:
        where = str(tmp_path / f"{kind}.db")
        create_hall(where, template(kind, "Waterrijk")).close()
        return where

    return make


@pytest.fixture
def open_shell(qtbot: QtBot) -> Iterator[Callable[[str], Shell]]:
    shells: list[Shell] = []

    def make(where: str) -> Shell:
        shell = Shell(StationOptions(hall=where, station="setup"))
        shells.append(shell)
        qtbot.addWidget(shell)
        shell.open()
        with qtbot.waitExposed(shell):
            shell.show()
        return shell

    yield make
    for shell in shells:
        shell.end()


class Plays(stations.Launcher):
    """A launcher that starts nothing."""

    def __init__(self, hall: str) -> None:
        super().__init__(hall)
        self.started: list[list[str]] = []
        self.running: set[str] = set()
        self.said = ""

    def start(self, station: stations.Station, *more: str) -> None:
        self.started.append(station.arguments("HAL", "light", "nl", *more)[3:])
        self.running.add(station.name)

    def runs(self, name: str) -> bool:
        return name in self.running

    def complaint(self, name: str) -> str:
        said, self.said = self.said, ""
        return said


@pytest.fixture
def start(qtbot: QtBot, hall: Callable[[str], str]) -> StartWindow:
    where = hall("three-counters")
    window = StartWindow(Plays(where), template("three-counters", "Waterrijk"), where)
    qtbot.addWidget(window)
    window.timer.stop()
    with qtbot.waitExposed(window):
        window.show()
    window.rows["host"].open.setFocus()
    return window


def test_one_desk_is_one_window_with_both_faces(
    qtbot: QtBot, hall: Callable[[str], str], open_shell: Callable[[str], Shell]
) -> None:
    shell = open_shell(hall("one-desk"))
    desk = shell.currentWidget()
    assert isinstance(desk, OneDeskWindow)
    qtbot.waitUntil(lambda: all(link.view is not None for link in shell.links))
    assert desk.host.isVisible()
    assert desk.counter.isVisible()
    assert [link.by.station for link in shell.links] == ["host", "counter-1"]
    assert shell.windowTitle() == "Publiekshal Waterrijk"


def test_no_key_means_two_things_in_the_one_desk_window(
    qtbot: QtBot, hall: Callable[[str], str], open_shell: Callable[[str], Shell]
) -> None:
    shell = open_shell(hall("one-desk"))
    qtbot.waitUntil(lambda: all(link.view is not None for link in shell.links))
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    shortcuts = [each for each in shell.findChildren(QShortcut) if each.context() in wide]
    actions = dict.fromkeys(action for part in shell.findChildren(QWidget) for action in part.actions())
    spread = [action.shortcuts() for action in actions if action.shortcutContext() in wide]
    spread += [QShortcut.keys(each) for each in shortcuts]
    keys = [key.toString() for listed in spread for key in listed]
    assert len(keys) > 5
    assert [key for key, count in Tally(keys).items() if count > 1] == []


def test_the_one_desk_window_takes_its_places(hall: Callable[[str], str], open_shell: Callable[[str], Shell]) -> None:
    where = hall("one-desk")
    shell = open_shell(where)
    with pytest.raises(Trouble, match="station-taken"):
        take_place(StationOptions(hall=where, station="host"))
    shell.end()
    take_place(StationOptions(hall=where, station="host")).unlock()


def test_a_hall_that_is_open_elsewhere_is_said(hall: Callable[[str], str], open_shell: Callable[[str], Shell]) -> None:
    where = hall("one-desk")
    lock = take_place(StationOptions(hall=where, station="counter-1"))
    shell = open_shell(where)
    assert isinstance(shell.currentWidget(), TroublePage)
    assert shell.exit_code == 1
    lock.unlock()


def test_more_counters_give_the_start_window(hall: Callable[[str], str], open_shell: Callable[[str], Shell]) -> None:
    shell = open_shell(hall("haarlem"))
    window = shell.currentWidget()
    assert isinstance(window, StartWindow)
    counters = [f"counter-{number}" for number in range(1, 11)]
    assert list(window.rows) == ["host", "screen", "kiosk", *counters, "layout"]


def test_the_keyboard_begins_at_the_reception(
    qtbot: QtBot, hall: Callable[[str], str], open_shell: Callable[[str], Shell]
) -> None:
    shell = open_shell(hall("three-counters"))
    shell.open()  # as in a real start: the window is there before the page
    window = shell.currentWidget()
    assert isinstance(window, StartWindow)
    assert window.focusWidget() is window.rows["host"].open
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is window.others


def test_the_layout_of_paper_is_opened_from_the_start_window(qtbot: QtBot, start: StartWindow) -> None:
    qtbot.mouseClick(start.rows["layout"].open, Qt.MouseButton.LeftButton)
    assert isinstance(start.launcher, Plays)
    assert start.launcher.started == [["layout", "--hall", "HAL", "--theme", "light", "--language", "nl"]]
    assert start.rows["layout"].state.isVisible()


def test_the_way_to_the_first_device_is_there_in_a_hall_without_devices(
    qtbot: QtBot, start: StartWindow, hall: Callable[[str], str], open_shell: Callable[[str], Shell]
) -> None:
    start.devices.click()
    assert isinstance(start.launcher, Plays)
    assert start.launcher.started == [["devices", "window", "--hall", "HAL", "--theme", "light", "--language", "nl"]]
    assert not start.devices.isEnabled()
    desk = open_shell(hall("one-desk")).currentWidget()
    assert isinstance(desk, OneDeskWindow)
    qtbot.waitUntil(desk.host.header.devices.isVisible)
    assert desk.host.header.devices.button.text().strip() == "Apparaten"


def test_the_start_window_opens_a_counter_with_its_clerk(qtbot: QtBot, start: StartWindow) -> None:
    row = start.rows["counter-2"]
    assert row.clerk is not None
    row.clerk.setCurrentText("Bram")
    qtbot.mouseClick(row.open, Qt.MouseButton.LeftButton)
    assert isinstance(start.launcher, Plays)
    assert start.launcher.started == [
        ["counter", "--hall", "HAL", "--theme", "light", "--language", "nl", "--counter", "2", "--clerk", "bram"]
    ]
    assert row.state.isVisible()
    assert not row.open.isEnabled()


def test_a_station_that_ended_can_be_opened_again_and_its_reason_is_said(start: StartWindow) -> None:
    assert isinstance(start.launcher, Plays)
    start.rows["host"].open.click()
    start.launcher.running.clear()
    start.launcher.said = "Er draait al een station host op deze computer."
    start.look_around()
    assert start.rows["host"].open.isEnabled()
    assert start.trouble.isVisible()
    assert "Er draait al een station" in start.trouble.text()


def test_the_keyboard_goes_from_the_reception_to_the_help(qtbot: QtBot, start: StartWindow) -> None:
    start.activateWindow()
    opened = [row.open for row in start.rows.values()]
    passed = [start.focusWidget()]
    while passed[-1] is not start.others and len(passed) < 20:
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
        passed.append(start.focusWidget())
    assert [part for part in passed if part in opened] == opened
    assert passed[0] is opened[0]
    assert passed[-1] is start.others


def test_every_control_of_the_start_window_has_a_name(
    start: StartWindow, every_control_is_named: Callable[[QWidget], None]
) -> None:
    every_control_is_named(start)


def test_the_help_for_other_computers_fits_the_hall(
    qtbot: QtBot, every_control_is_named: Callable[[QWidget], None]
) -> None:
    for where, commands in (("/home/anna/mijn hal.db", 4), ("postgresql://server/balie", 1)):
        dialog = Elsewhere(where, "Ons Dorp")
        qtbot.addWidget(dialog)
        dialog.show()
        every_control_is_named(dialog)
        told = [command for _, command in dialog.steps(where) if command]
        assert len(told) == commands
        assert told[-1].startswith("balie host --hall postgresql://")
    assert (
        "'/home/anna/mijn hal.db'"
        in Elsewhere("/home/anna/mijn hal.db", "X", dialog).steps("/home/anna/mijn hal.db")[1][1]
    )


def test_closing_by_hand_leaves_stations_and_ctrl_c_ends_them(
    hall: Callable[[str], str], open_shell: Callable[[str], Shell], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(stations.Launcher, "end_all", lambda _: ended.append("ended"))
    shell = open_shell(hall("three-counters"))
    shell.close()
    shell.end()
    assert ended == []
    shell.ordered_to_end = True
    shell.end()
    assert ended == ["ended"]


def test_only_a_missing_file_is_a_first_start(tmp_path: Path, hall: Callable[[str], str]) -> None:
    assert main.is_first_start(str(tmp_path / "nothing" / "hall.db"))
    assert not main.is_first_start(hall("one-desk"))


@pytest.mark.parametrize("content", [b"", b"dit is geen hal"])
def test_a_strange_file_is_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "hall.db"
    file.write_bytes(content)
    with pytest.raises(Trouble):
        main.is_first_start(str(file))
    assert file.read_bytes() == content


def test_the_trouble_page_closes(qtbot: QtBot, tmp_path: Path) -> None:
    shell = Shell(StationOptions(hall=str(tmp_path / "x.db"), station="setup"))
    qtbot.addWidget(shell)
    shell.show()
    shell.show_trouble(Trouble("newer", where="hall.db"))
    shell.currentWidget().findChildren(QPushButton)[0].click()
    assert not shell.isVisible()
