from __future__ import annotations

from collections.abc import Callable

import pytest

from balie_app.devices.display import ATTENTION_SECONDS, DisplayDriver
from balie_app.devices.driver import Clear, Output, Show
from balie_app.devices.template_reader import load_template, template_path

Written = Callable[[list[Output]], bytes]


def driver(name: str = "ditel-dn109", addresses: tuple[int, ...] = (1, 2, 3)) -> DisplayDriver:
    return DisplayDriver(load_template(template_path(name)), addresses)


def frame(address: int, text: str) -> bytes:
    return b"\x02%02d%s\r" % (address, text.rjust(4).encode())


def settle(display: DisplayDriver, now: float) -> tuple[list[Output], float]:
    """Let time pass until nothing is waiting but the refresh."""
    outputs: list[Output] = []
    for _ in range(1000):
        deadline = display.next_deadline()
        if deadline is None or deadline > now + 5:
            return outputs, now
        now = max(now, deadline)
        outputs += display.tick(now)
    pytest.fail("a deadline that is never met: the line would spin")


def test_a_display_keeps_its_number_until_it_is_told_another(written: Written) -> None:
    display = driver()
    assert written(display.opened(0)) == b""
    assert display.next_deadline() is None
    assert written(display.submit(Show(1, "A012"), 1)) == frame(1, "A012")


def test_the_newest_number_wins_while_the_line_is_busy(written: Written) -> None:
    display = driver()
    display.opened(0)
    outputs = display.submit(Show(1, "A001"), 0)
    for text in ("A002", "A003", "A004"):
        outputs += display.submit(Show(2, text), 0)
    more, _ = settle(display, 0)
    assert written(outputs + more) == frame(1, "A001") + frame(2, "A004")


def test_a_call_made_while_the_line_is_away_is_shown_when_it_is_back(written: Written) -> None:
    display = driver()
    display.opened(0)
    display.submit(Show(1, "A001"), 0)
    display.closed(1)
    assert display.submit(Show(1, "A002"), 2) == []
    assert written(display.opened(9)) == frame(1, "A002")


def test_half_a_frame_that_was_left_in_a_display_does_not_swallow_the_call(written: Written) -> None:
    display = driver()
    display.opened(0)
    display.submit(Show(1, "A001"), 0)
    display.closed(1)
    assert written(display.opened(9)) == frame(1, "A001")
    assert written(display.tick(11)) == frame(1, "A001")
    assert written(display.tick(55)) == b""
    assert written(display.tick(56)) == frame(1, "A001")


def test_a_call_that_was_over_before_the_line_came_back_is_not_shown(written: Written) -> None:
    display = driver()
    display.opened(0)
    display.closed(1)
    display.submit(Show(1, "A002"), 2)
    display.submit(Clear(1), 3)
    assert written(display.opened(9)) == frame(1, "")


def test_the_state_is_sent_again_so_that_a_power_cut_heals(written: Written) -> None:
    display = driver()
    display.opened(0)
    display.submit(Show(1, "A012"), 0)
    assert written(display.tick(44.9)) == b""
    assert written(display.tick(45)) == frame(1, "A012")


def test_frames_keep_the_silence_the_display_needs(written: Written) -> None:
    display = driver()
    display.opened(0)
    display.submit(Show(1, "A001"), 0)
    assert written(display.submit(Show(2, "A002"), 0.001)) == b""
    until = 8 * 10 / 9600 + 0.005  # eight bytes on the wire, and the silence
    assert display.next_deadline() == pytest.approx(until)
    assert written(display.tick(until + 1e-9)) == frame(2, "A002")


def test_a_new_call_goes_before_refreshing(written: Written) -> None:
    display = driver()
    display.opened(0)
    for address in (1, 2, 3):
        display.submit(Show(address, "A001"), 0)
    settle(display, 0)
    display.tick(50)
    outputs = display.submit(Show(3, "A009"), 50)
    more, _ = settle(display, 50)
    assert written(outputs + more).startswith(frame(3, "A009"))


def test_a_new_call_blinks_for_a_while_and_then_stands_still(written: Written) -> None:
    display = driver("siebert-sx202", (0,))
    display.opened(0)
    assert written(display.submit(Show(0, "A012", attention=True), 0)) == b"$F1A012\r"
    assert display.next_deadline() == ATTENTION_SECONDS
    assert written(display.tick(ATTENTION_SECONDS)) == b"$F0A012\r"


def test_a_gong_is_switched_off_again_and_not_struck_by_refreshing(written: Written) -> None:
    gong = driver("usb-relay-gong", (1,))
    gong.opened(0)
    assert written(gong.submit(Show(1, "A012", attention=True), 0)) == bytes.fromhex("A0 01 01 A2")
    assert written(gong.tick(0.8)) == bytes.fromhex("A0 01 00 A1")
    assert written(gong.tick(61)) == bytes.fromhex("A0 01 00 A1")


def test_what_a_display_says_is_noise() -> None:
    display = driver()
    display.opened(0)
    assert display.receive(b"\xff" * 1_000_000, 0) == []
