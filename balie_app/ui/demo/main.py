"""``balie demo``: with a display a hall to walk around in; without one an hour of the day, in pictures."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from balie_app import log
from balie_app.queue.messages import sentence
from balie_app.queue.trouble import Trouble
from balie_app.ui import crash
from balie_app.ui.demo.offscreen import play_offscreen
from balie_app.ui.demo.stage import Stage
from balie_app.ui.demo.window import ControlWindow
from balie_app.ui.station import StationOptions, application

OUTPUT = "demo-output"
READY_SECONDS = 60.0
TITLE_BAR = 40
"""Room for the frame that the desktop draws around a window, in pixels."""


def parser() -> argparse.ArgumentParser:
    """The arguments of the demo."""
    words = argparse.ArgumentParser(prog="balie demo", description="Een echte dag in een oefenhal.")
    words.add_argument("--offscreen", action="store_true", help="zonder vensters: een uur van de dag, met foto's")
    words.add_argument("--language", choices=("nl", "en"), default="nl", help="taal van de vensters")
    words.add_argument("--seed", type=int, default=2020, help="zaad van wat het verslag van de dag niet zegt")
    words.add_argument("--minutes", type=int, default=60, help="minuten van de dag (zonder vensters)")
    words.add_argument("--speed", type=int, default=120, help="snelheid van de klok (zonder vensters)")
    words.add_argument("--output", type=Path, default=Path(OUTPUT), help="map voor foto's en bon (zonder vensters)")
    return words


def has_display() -> bool:
    """Whether windows can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in {"win32", "darwin"})


def main(argv: list[str]) -> int:
    """Play the demo; 0 when it ended well, or was closed."""
    given = parser().parse_args(argv)
    offscreen = given.offscreen or not has_display()
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    log.set_up("demo")
    app = application(StationOptions(hall="", station="demo", language=given.language))
    crash.install(quiet=offscreen)
    try:
        if offscreen:
            stopped = _when_stopped()
            given.output.mkdir(parents=True, exist_ok=True)
            return play_offscreen(app, given.output, given.seed, given.minutes, given.speed, stopped)
        return _play_in_windows(app, given.seed)
    except Trouble as trouble:
        sys.stderr.write(sentence(trouble) + "\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Gestopt.\n")
        return 130


def _when_stopped() -> threading.Event:
    """Set by Ctrl-C and SIGTERM. Without an event loop of its own the demo looks at it between two steps: an
    exception out of nowhere would be lost inside Qt."""
    stopped = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stopped.set())
    return stopped


def _play_in_windows(app: QApplication, seed: int) -> int:
    with tempfile.TemporaryDirectory(prefix="balie-demo-") as folder:
        stage = Stage(Path(folder), seed, places(QGuiApplication.primaryScreen().availableGeometry()), None)
        try:
            stage.prepare()
            stage.start()
            window = ControlWindow(stage.conductor, stage.props, tuple(stage_panels(stage)))
            window.closed.connect(app.quit)
            place(window, QGuiApplication.primaryScreen().availableGeometry())
            window.show()
            threading.Thread(target=_begin, args=(stage,), name="demo-begin", daemon=True).start()
            return app.exec()
        finally:
            stage.stop()


def _begin(stage: Stage) -> None:
    """Let the clock run as soon as the stations show the hall."""
    for each in stage.stations:
        each.wait_ready(READY_SECONDS)
    stage.conductor.pace(10.0)


def stage_panels(stage: Stage) -> list[int]:
    """The counters that have a panel on screen."""
    return [int(each.name.removeprefix("counter-")) for each in stage.stations if each.name.startswith("counter-")]


def places(screen: QRect) -> dict[str, list[str]]:
    """Where each station's window comes on this screen, as arguments."""
    control, panel = _columns(screen)
    wide, top = screen.width() - control - panel, screen.height() // 2
    below = screen.height() - top - 2 * TITLE_BAR
    spots = {
        "host": (0, 0, wide, top),
        "counter-4": (wide, 0, panel, top),
        "screen": (0, top + TITLE_BAR, wide // 2, below),
        "kiosk": (wide // 2, top + TITLE_BAR, wide // 2, below),
        "counter-18": (wide, top + TITLE_BAR, panel, below),
    }
    return {
        name: ["--at", f"{screen.x() + x},{screen.y() + y}", "--size", f"{width}x{height}"]
        for name, (x, y, width, height) in spots.items()
    }


def _columns(screen: QRect) -> tuple[int, int]:
    """The widths of the control window and of a counter panel."""
    return min(440, screen.width() // 4), min(390, screen.width() // 4)


def place(window: ControlWindow, screen: QRect) -> None:
    """The control window stands at the right edge."""
    control, _ = _columns(screen)
    window.resize(control - 8, screen.height() - TITLE_BAR)
    window.move(screen.right() - control + 4, screen.top())
