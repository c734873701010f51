"""``balie devices window``: this computer's devices in a window; also without a hall that can be reached."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from balie_app import log
from balie_app.devices.config import hall_of, station_file
from balie_app.queue.commands import By
from balie_app.queue.messages import sentence
from balie_app.queue.store.engine import hall_url
from balie_app.queue.trouble import Trouble
from balie_app.ui import crash
from balie_app.ui.devices.starting import WINDOW
from balie_app.ui.devices.station import read_file
from balie_app.ui.devices.window import DevicesWindow
from balie_app.ui.driver import Driver
from balie_app.ui.link import HallLink
from balie_app.ui.setup.stations import Launcher
from balie_app.ui.station import LANGUAGE_HELP, STARTED, StationOptions, application, own_files, show, take_place


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    words = argparse.ArgumentParser(
        prog="balie devices window", description="De apparaten van deze computer: aansluiten, proberen, meekijken."
    )
    words.add_argument("--hall", help="bestand van de hal, of postgresql://server/naam (anders uit station.toml)")
    words.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    words.add_argument("--theme", choices=("light", "dark"), default="light", help="licht of donker")
    words.add_argument("--language", default="nl", help=LANGUAGE_HELP)
    words.add_argument("--size", help="afmeting van het venster, zoals 1280x720")
    words.add_argument("--child", action="store_true", help="wordt bestuurd door een ander programma (JSON op stdin)")
    return words


def main(argv: list[str]) -> int:
    """Show the window until it is closed; answers the exit code."""
    given = parser().parse_args(argv)
    file = station_file(given.station)
    options = StationOptions(
        hall=given.hall or hall_of(read_file(file).hall, file), station=WINDOW, theme=given.theme,
        language=given.language, child=given.child, size=given.size,
    )  # fmt: skip
    try:
        with own_files():
            log.set_up(WINDOW)
        hall_url(options.hall)
        lock = take_place(options)
    except Trouble as trouble:
        sys.stderr.write(sentence(trouble) + "\n")
        return 1
    try:
        return run(options, file)
    finally:
        lock.unlock()


def run(options: StationOptions, file: Path) -> int:
    """The window and its link to the hall."""
    app = application(options)
    crash.install(quiet=options.child)
    link = HallLink(options.hall, By(WINDOW), forecasts=False)
    launcher = Launcher(options.hall, options.theme, options.language)
    window = DevicesWindow(link, file, launcher)
    show(window, options)
    driver = Driver(window, link, STARTED) if options.child else None
    link.start()
    try:
        return app.exec()
    finally:
        if driver is not None:
            driver.stop()
        link.stop()
        if options.child:  # whoever drives us is gone: so goes what we started
            launcher.end_all()
