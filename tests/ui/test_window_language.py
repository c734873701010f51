"""Windows in the language that was asked for, else in the hall's first; products and papers go along."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.trouble import Trouble
from balie_app.ui import words
from balie_app.ui.counter import search
from balie_app.ui.counter import words as counter_words
from balie_app.ui.demo.child import Child
from balie_app.ui.host import finding, parts
from balie_app.ui.host import words as host_words
from balie_app.ui.kiosk.tongue import Tongue
from balie_app.ui.setup.shell import Shell
from balie_app.ui.station import StationOptions, check_hall, options_of
from balie_app.ui.tongue import speak


@pytest.fixture
def english_hall(tmp_path: Path) -> str:
    where = str(tmp_path / "hall.db")
    create_hall(where, template("one-desk", "Voorbeeldstad", "en")).close()
    return where


def test_without_a_language_a_station_speaks_the_first_of_its_hall(english_hall: str) -> None:
    assert options_of("host", [])[0].language == ""
    assert options_of("host", ["--language", "nl"])[0].language == "nl"
    assert check_hall(english_hall, wait=False) == "en"


def test_a_hall_that_is_waited_for_is_waited_for_in_dutch(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.db")
    assert check_hall(missing, wait=True) == "nl"
    with pytest.raises(Trouble):
        check_hall(missing, wait=False)


@pytest.mark.parametrize(("more", "wanted"), [([], "Counters"), (["--language", "nl"], "Balies")])
def test_a_station_of_an_english_hall(english_hall: str, tmp_path: Path, more: list[str], wanted: str) -> None:
    host = Child("host", ["host", "--hall", english_hall, "--child", *more], tmp_path / "host.err")
    host.start()
    try:
        assert host.wait_ready(60)
        told = host.ask(do="texts")
        assert told is not None
        assert wanted in told["texts"]
    finally:
        host.stop()


def test_the_start_window_speaks_the_first_language_of_the_hall(qtbot: QtBot, english_hall: str) -> None:
    shell = Shell(StationOptions(hall=english_hall, station="setup", language=""))
    qtbot.addWidget(shell)
    try:
        shell.open()
        assert shell.options.language == "en"
        assert words.own_language() == "en"
    finally:
        shell.end()
        speak("nl")


def test_speaking_another_language_forgets_the_one_before(english: None) -> None:
    assert words.people(2) == "2 people"
    speak("nl")
    assert words.people(2) == "2 personen"


def test_a_kiosk_started_in_english_can_speak_dutch(english: None) -> None:
    tongue = Tongue()
    tongue.speak("en")
    assert QCoreApplication.translate("kiosk", "Terug") == "Back"
    tongue.speak("nl")
    assert QCoreApplication.translate("kiosk", "Terug") == "Terug"


def test_labels_follow_the_windows_and_fall_back_to_dutch(english: None) -> None:
    assert words.label({"nl": "ophalen", "en": "pick up"}) == "pick up"
    assert words.label({"nl": "ophalen", "de": "abholen"}) == "ophalen"
    assert words.label({}) == ""
    assert words.things({"nl": ("pas",), "en": ("passport",)}) == ("passport",)
    assert words.things({"nl": ("pas",)}) == ("pas",)
    assert words.things({}) == ()


def test_windows_half_in_another_language_call_nothing_by_its_name(qapp: QCoreApplication) -> None:
    speak("de")
    try:
        assert words.label({"nl": "ophalen", "de": "abholen"}) == "ophalen"
    finally:
        speak("nl")


def test_staff_find_and_read_everything_in_english(english: None) -> None:
    config = template("three-counters", "Voorbeeldstad")
    assert host_words.product("paspoort-aanvragen", config) == "Apply for a passport"
    assert host_words.subject((), "quick", config) == "Short matters"
    assert host_words.counter_name(1, config) == "Counter 1"
    assert counter_words.counter_name(config.counters[0]) == "Counter 1"
    assert finding.products("driving licence", config)[0].startswith("rijbewijs")
    assert search.products("passport", config)[0].slug.startswith("paspoort")
    assert search.products("verhuiz", config)[0].slug == "verhuizing-doorgeven"  # Dutch words find it as well


def test_a_long_paper_is_written_out_and_ticked_by_its_text(qtbot: QtBot) -> None:
    tick = parts.Tick("All your passports and identity cards, also the ones that expired long ago")
    qtbot.addWidget(tick)
    tick.resize(240, 80)
    tick.show()
    assert tick.text.wordWrap()
    assert tick.minimumSizeHint().width() < 240
    QTest.mouseClick(tick.text, Qt.MouseButton.LeftButton)
    assert tick.box.isChecked()
    QTest.mouseClick(tick.box, Qt.MouseButton.LeftButton)
    assert not tick.box.isChecked()


@pytest.mark.skipif(sys.platform == "win32", reason="the devices of the demo are on pseudo-terminals")
def test_the_demo_starts_its_stations_in_the_language_of_its_window(english: None, tmp_path: Path) -> None:
    from balie_app.ui.demo.stage import Stage

    stage = Stage(tmp_path, 2020, {}, None)
    for each in stage.stations:
        said = each._words
        assert said[said.index("--language") + 1] == "en"
