"""The kiosk for everybody: languages, aids, a keypad alone, read aloud; and leaving it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from balie_app.ui.kiosk.state import Aids
from balie_app.ui.kiosk.window import Kiosk

# --- languages, aids, keys, names -----------------------------------------------------------------

WAIT = 20_000
"""Milliseconds; a pressed tile takes a tenth of a second, on a quiet machine."""


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "tr", "pl", "uk"])
def test_who_picks_a_language_sees_no_dutch_again(stand: Callable[..., Any], language: str) -> None:
    here = stand(printer=None)
    dutch = {"Terug", "Stoppen", "Zoeken", "Nummer nemen", "Klaar", "Waarvoor komt u?", "Uw nummer"}
    here.kiosk.choose_language(language)
    for step in ("choose", "events", "find", "code", "times", "reception", "trouble"):
        here.kiosk.go(step)
        assert here.kiosk.page.heading not in dutch
        assert not dutch & set(here.names), step
    here.kiosk.choose_product("paspoort")
    here.kiosk.take_number("paspoort")
    assert here.link.done[0].language == language
    here.given("A031", language=language, told_low=5, told_high=15)
    assert "Schrijf" not in here.text
    assert here.kiosk.page.heading not in dutch


def test_the_number_is_shown_in_the_language_of_the_appointment(stand: Callable[..., Any]) -> None:
    here = stand()
    here.kiosk.check_in("AFS-1042")
    here.given("A031", language="en")
    assert here.heading == "Your number"


@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (1920, 1080)])
def test_in_low_mode_all_controls_are_in_the_lower_half_and_none_is_too_small(
    stand: Callable[..., Any], size: tuple[int, int]
) -> None:
    here = stand()
    here.kiosk.resize(*size)
    here.kiosk.choose_aids(Aids(low=True))
    for step in ("start", "code", "times", "choose", "find", "reception", "refusal"):
        here.kiosk.go(step, note="unknown-code" if step == "refusal" else "")
        QApplication.processEvents()
        for button in here.kiosk.buttons():
            top = button.mapTo(here.kiosk, QPoint(0, 0)).y()
            assert top >= size[1] // 2 - 1, (step, button.accessibleName())
            assert top + button.height() <= size[1], (step, button.accessibleName())
            assert min(button.width(), button.height()) >= here.kiosk.dress.target - 1, (step, button.accessibleName())


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024), (3840, 2160)])
@pytest.mark.parametrize("aids", [Aids(), Aids(large=True), Aids(large=True, contrast=True)])
def test_targets_are_large_and_never_overlap(stand: Callable[..., Any], size: tuple[int, int], aids: Aids) -> None:
    here = stand()
    here.kiosk.resize(*size)
    here.kiosk.choose_aids(aids)
    for step in ("start", "code", "choose", "find"):
        here.kiosk.go(step)
        QApplication.processEvents()
        places = []
        for button in here.kiosk.buttons():
            assert min(button.width(), button.height()) >= here.kiosk.dress.target - 1, (step, button.accessibleName())
            place = button.rect().translated(button.mapTo(here.kiosk, QPoint(0, 0)))
            assert here.kiosk.rect().contains(place), (step, button.accessibleName())
            assert not any(place.adjusted(1, 1, -1, -1).intersects(other) for other in places), button.accessibleName()
            places.append(place)


def test_every_page_has_named_controls(
    stand: Callable[..., Any], every_control_is_named: Callable[[QWidget], None]
) -> None:
    here = stand(pin="1234")
    for step in ("start", "code", "times", "choose", "events", "find", "reception", "refusal", "trouble", "service"):
        here.kiosk.go(step)
        every_control_is_named(here.kiosk)
    here.kiosk.go("product", product="paspoort")
    every_control_is_named(here.kiosk)


def test_a_keypad_alone_is_enough(stand: Callable[..., Any], qtbot: QtBot) -> None:
    here = stand()
    here.kiosk.activateWindow()
    for name, way in (("Ik heb een afspraak", Qt.Key.Key_Right), ("Ik heb geen afspraak", Qt.Key.Key_Return)):
        assert QApplication.focusWidget().accessibleName() == name
        here.press(way)
    qtbot.waitUntil(lambda: here.heading == "Waarvoor komt u?", timeout=WAIT)
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        here.press(way)
    assert QApplication.focusWidget().accessibleName() == "Paspoort aanvragen"
    assert here.kiosk.property("by_keys") is True
    here.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: here.heading == "Paspoort aanvragen", timeout=WAIT)


def test_a_keypad_types_on_the_keys_of_the_screen_and_a_keyboard_sends_off_with_enter(
    stand: Callable[..., Any], qtbot: QtBot
) -> None:
    here = stand()
    here.touch("Ik heb een afspraak")
    for way, typed in (
        (Qt.Key.Key_Return, "1"),
        (Qt.Key.Key_Right, "1"),
        (Qt.Key.Key_Return, "12"),
        (Qt.Key.Key_Tab, "12"),
        (Qt.Key.Key_Return, "123"),
    ):
        here.press(way)
        qtbot.waitUntil(lambda typed=typed: here.kiosk.state.typed == typed, timeout=WAIT)
    for letter in "ab c":
        here.keys(letter)
        here.seconds.now += 0.3
    here.press(Qt.Key.Key_Backspace)
    here.press(Qt.Key.Key_Return)
    assert here.link.done[0].code == "123AB"


def test_enter_after_searching_goes_to_what_was_found(stand: Callable[..., Any], qtbot: QtBot) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.keys("wmo")
    here.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Hulp thuis (Wmo)"
    here.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: here.heading == "Hulp thuis (Wmo)", timeout=WAIT)


def test_every_page_is_read_aloud_when_asked(stand: Callable[..., Any]) -> None:
    here = stand()
    assert not here.voice.heard
    here.touch("Türkçe", "Sesli oku", "Randevum yok")
    heard, language = here.voice.heard[-1]
    assert language == "tr"
    assert heard[0] == "Hangi işlem için geldiniz?"
    here.kiosk.take_number("paspoort")
    here.given("A031", language="tr")
    assert "A, sıfır, üç, bir" in here.voice.heard[-1][0]
    here.touch("Tamam")
    assert here.voice.hushed


def test_who_walks_along_the_controls_hears_them(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Voorlezen", "Ik heb geen afspraak")
    here.press(Qt.Key.Key_Tab)
    assert here.voice.heard[-1] == ([QApplication.focusWidget().accessibleName()], "nl")
    here.press(Qt.Key.Key_Down)
    assert here.voice.heard[-1] == ([QApplication.focusWidget().accessibleName()], "nl")
    assert here.voice.heard[-1] != here.voice.heard[-2]


def test_tab_stays_with_the_question_whether_somebody_is_there(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak")
    here.wait(46)
    names = []
    for _ in range(3):
        here.kiosk.focusNextPrevChild(True)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["Nee, opnieuw beginnen", "Ja, ik ga verder", "Nee, opnieuw beginnen"]


# --- leaving the kiosk ----------------------------------------------------------------------------


def spontaneous_close(kiosk: Kiosk) -> bool:
    """What the window manager sends for Alt+F4; answers whether the kiosk lets go."""
    event = QCloseEvent()
    event.spontaneous = lambda: True  # type: ignore[method-assign]
    kiosk.closeEvent(event)
    return event.isAccepted()


def test_a_full_screen_kiosk_is_closed_by_the_service_code_only(stand: Callable[..., Any]) -> None:
    here = stand(fullscreen=True, pin="4711")
    assert not spontaneous_close(here.kiosk)
    here.touch("1", "1", "1", "1", "Afsluiten")
    assert here.kiosk.isVisible()
    here.keys("4711")
    here.press(Qt.Key.Key_Return)
    assert not here.kiosk.isVisible()


def test_three_wrong_codes_lead_back_to_the_start(stand: Callable[..., Any]) -> None:
    here = stand(fullscreen=True, pin="4711")
    here.press(Qt.Key.Key_Escape)
    for _ in range(3):
        here.touch("1", "Afsluiten")
    assert here.heading == "Welkom in het stadhuis"


def test_a_full_screen_kiosk_without_a_code_cannot_be_closed_by_a_visitor(stand: Callable[..., Any]) -> None:
    here = stand(fullscreen=True)
    here.press(Qt.Key.Key_Escape)
    assert here.heading == "Welkom in het stadhuis"
    assert not spontaneous_close(here.kiosk)
    assert here.kiosk.isVisible()


def test_a_kiosk_in_a_window_closes_like_any_window(stand: Callable[..., Any]) -> None:
    here = stand()
    assert spontaneous_close(here.kiosk)


def test_a_new_theme_is_put_on_at_once(stand: Callable[..., Any]) -> None:
    here = stand()
    before = here.kiosk.page
    QApplication.sendEvent(here.kiosk, QEvent(QEvent.Type.PaletteChange))
    QApplication.processEvents()
    assert here.kiosk.page is not before
