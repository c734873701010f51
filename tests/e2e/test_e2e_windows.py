"""Real windows on a screen with a window manager: real focus, real keys."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from balie_app.queue.commands import Issue, OpenCounter

pytestmark = pytest.mark.gui
ASKED = ("paspoort-aanvragen",)


def xdotool(*words: str) -> str:
    if not shutil.which("xdotool"):
        pytest.skip("xdotool is missing")
    ran = subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=60, check=False)
    return ran.stdout.strip()


@pytest.fixture
def focus(until: Callable[..., Any]) -> Callable[[Any], None]:
    """Give a station's window the focus, as a click on it does, and wait until it has it."""

    def give(station: Any) -> None:
        pid = str(station.process.pid)
        window = until(lambda: xdotool("search", "--onlyvisible", "--pid", pid).splitlines(), "a window")[-1]

        def has_focus() -> bool:
            xdotool("windowactivate", window)
            return xdotool("getactivewindow") == window

        until(has_focus, f"focus for {station.name}")

    return give


def test_f8_calls_the_next_visitor_in_a_window_with_focus(scene: Any, focus: Callable[[Any], None]) -> None:
    scene.make()
    scene.do(OpenCounter(1, "anna"))
    scene.do(Issue(ASKED))
    counter, screen = scene.counter(1), scene.start("screen", "--sound", "off")
    counter.shows().sees("K 001")
    screen.shows()
    focus(counter)
    xdotool("key", "F8")
    scene.wait_happened("called")
    screen.sees("K 001")
    counter.sees("geroepen")
    xdotool("key", "F10")
    counter.sees("in gesprek")
    xdotool("key", "F11")
    scene.wait_happened("finished")


def test_a_ticket_is_given_at_the_reception_with_the_keyboard_alone(scene: Any, focus: Callable[[Any], None]) -> None:
    scene.make()
    host = scene.station("host")
    focus(host)
    xdotool("key", "F3")
    host.sees("Waarvoor komt de bezoeker?")
    xdotool("type", "--delay", "30", "paspoort")
    host.sees("Paspoort aanvragen", "Zakenpaspoort aanvragen")
    xdotool("key", "Return")
    host.sees("Nummer geven")
    xdotool("key", "Return")
    scene.wait_happened("issued")
    host.sees("K 001")


def test_two_windows_of_one_hall_keep_their_own_keys(scene: Any, focus: Callable[[Any], None]) -> None:
    scene.make()
    for number, clerk in ((1, "anna"), (2, "bram")):
        scene.do(OpenCounter(number, clerk))
        scene.do(Issue(ASKED))
    first, second = scene.counter(1, "anna"), scene.counter(2, "bram")
    first.shows()
    second.shows()
    focus(second)
    xdotool("key", "F8")
    scene.wait_happened("called")
    assert [entry.counter for entry in scene.hall.journal() if entry.what == "called"] == [2]
    focus(first)
    xdotool("key", "F8")
    scene.wait_happened("called", 2)
    assert [entry.counter for entry in scene.hall.journal() if entry.what == "called"] == [2, 1]
