"""``balie`` without a word: open the user's own hall; the first time, make it."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from typing import cast

from balie_app import log
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.store.engine import hall_url
from balie_app.queue.trouble import Trouble
from balie_app.settings import own_hall
from balie_app.ui import crash
from balie_app.ui.driver import Driver
from balie_app.ui.link import HallLink
from balie_app.ui.setup.shell import Shell
from balie_app.ui.station import LANGUAGE_HELP, STARTED, StationOptions, application, show


def parser() -> argparse.ArgumentParser:
    """The arguments of ``balie`` itself."""
    words = argparse.ArgumentParser(prog="balie", description="Uw eigen hal openen; de eerste keer: inrichten.")
    words.add_argument("--hall", help="bestand van de hal, of postgresql://server/naam (anders: uw eigen hal)")
    words.add_argument("--theme", choices=("light", "dark"), default="light", help="licht of donker")
    words.add_argument("--language", default="", help=LANGUAGE_HELP)
    words.add_argument("--size", help="afmeting van het venster, zoals 1280x720")
    words.add_argument("--child", action="store_true", help="wordt bestuurd door een ander programma (JSON op stdin)")
    return words


def main(argv: list[str]) -> int:
    """Open the hall, or the assistant; answers the exit code."""
    given = parser().parse_args(argv)
    options = StationOptions(
        hall=given.hall or own_hall(), station="setup", theme=given.theme, language=given.language,
        child=given.child, size=given.size,
    )  # fmt: skip
    log.set_up("setup")
    try:
        first = is_first_start(options.hall)
    except Trouble as trouble:
        return refuse(trouble, options)
    return run(options, first)


def is_first_start(where: str) -> bool:
    """Whether there is no hall yet. Raises Trouble for one that is there and cannot be opened.

    Only a file that does not exist is a first start: an empty or strange file is never written over.
    """
    url = hall_url(where)
    file = Path(url.database or "")
    if url.get_backend_name() == "sqlite" and not file.exists():
        return True
    if url.get_backend_name() == "sqlite" and file.is_file() and file.stat().st_size == 0:
        # the database would make an empty file its own; perhaps somebody lost something here
        raise Trouble("unreadable", where=str(file))
    open_hall(where).close()
    return False


def run(options: StationOptions, first: bool) -> int:
    """Show the window until it is closed."""
    app = application(options)
    crash.install(quiet=options.child)
    shell = Shell(options)
    mark_signals(shell)
    driver = Driver(shell, cast("HallLink", shell), STARTED) if options.child else None
    show(shell, options)
    if first:
        shell.first_start()
    else:
        shell.open()
    try:
        app.exec()
    finally:
        if driver is not None:
            driver.stop()
        shell.end()
    return shell.exit_code


def mark_signals(shell: Shell) -> None:
    """Remember that a signal ended us: Qt closes the window then just as a user would."""

    def ordered(*_: object) -> None:
        shell.ordered_to_end = True

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, ordered)


def refuse(trouble: Trouble, options: StationOptions) -> int:
    """Say why the hall cannot open: where the command was given, and in a window when there is a screen."""
    sys.stderr.write(sentence(trouble) + "\n")
    app = application(options)
    if app.platformName() != "offscreen":
        shell = Shell(options)
        shell.show_trouble(trouble)
        show(shell, options)
        app.exec()
    return 1
