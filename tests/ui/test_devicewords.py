"""What devices say of themselves is there in the language of the windows, also where it is about something."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from balie_app.devices.ports import Found
from balie_app.devices.states import ADVICE, OF_A_JOB, SOMETHING, USUAL, State, advice
from balie_app.devices.suggest import suggestions
from balie_app.devices.trying import ASK, WAIT_FOR
from balie_app.queue.views import DeviceState
from balie_app.ui.devicewords import ABOUT, CONTEXT, SENTENCES, said
from balie_app.ui.host.devices import DeviceRow

USB_MAKERS = range(0x10000)


def test_every_sentence_of_the_devices_is_listed_and_no_other() -> None:
    reasons = {
        each.why
        for vid in (None, *USB_MAKERS)
        for printer in (False, True)
        for each in suggestions(Found("x", vid, printer=printer))
    }
    asked = {*ASK.values(), *(what for _, what in WAIT_FOR.values())}
    told = {*ADVICE.values(), *OF_A_JOB.values()} - {""}
    assert {*map(str, State), *told, *asked, *reasons, SOMETHING, USUAL["garbage"]} == SENTENCES


def test_in_dutch_a_sentence_stays_as_it_is() -> None:
    assert said(advice("claimed", "station noord")) == advice("claimed", "station noord")
    assert said("") == ""


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (State.HELP, "needs help"),
        (advice("paper_out"), "The paper is out. Put a new roll in the printer."),
        (
            advice("claimed", "noord"),
            "noord has this line already. Close that station, or take the line out of station.toml.",
        ),
        (
            advice("garbage"),
            "What the device says cannot be understood. Find the speed: balie devices test NAME --scan.",
        ),
        (advice("some_silent"), "No answer from the display at this device. Check that it is on; the others work."),
        ("Deze zin is van iemand anders.", "Deze zin is van iemand anders."),
    ],
)
def test_in_english_it_is_english(english: None, sentence: str, wanted: str) -> None:
    assert said(sentence) == wanted


def test_what_a_sentence_is_about_is_in_its_translation_too(english: None) -> None:
    told = {each: QCoreApplication.translate(CONTEXT, each) for each in SENTENCES}
    assert {each for each, text in told.items() if ABOUT in text} == {each for each in SENTENCES if ABOUT in each}


def test_an_english_host_reads_english_about_a_device(english: None, qtbot: Any, sample_view: Any) -> None:
    device = DeviceState("1-6", "display", "noord", "let op", "some_silent", "balie 4", sample_view.read_at, {})
    row = DeviceRow(device, sample_view.config)
    qtbot.addWidget(row)
    assert ", attention since " in row.accessibleName()
    assert "No answer from the display at balie 4." in row.accessibleName()
    well = DeviceRow(replace(device, state="gereed", cause=""), sample_view.config)
    qtbot.addWidget(well)
    assert ", ready since " in well.accessibleName()
