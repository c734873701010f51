"""Starting one station as its own process: arguments, one instance, look, errors, a clean end."""

from __future__ import annotations

import argparse
import errno
import hashlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLockFile, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QWidget

from balie_app import log
from balie_app.paths import data_folder
from balie_app.queue.commands import By
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.store.engine import hall_url
from balie_app.queue.trouble import Trouble
from balie_app.settings import own_hall
from balie_app.ui import crash, look, qtlog
from balie_app.ui.driver import Driver
from balie_app.ui.link import HallLink
from balie_app.ui.tongue import speak

STARTED = time.monotonic()
NAMES = {"host": "ontvangst", "counter": "balie", "screen": "wachtscherm", "kiosk": "aanmeldzuil", "layout": "papier"}
LANGUAGE_HELP = "taal van het venster, nl of en (anders: de eerste taal van de hal)"
WORTH_WAITING = {"database-away", "locked", "no-hall", "no-such-database"}


@dataclass(frozen=True, slots=True)
class StationOptions:
    """How a station was started."""

    hall: str
    station: str
    counter: int | None = None
    clerk: str | None = None
    zone: str = ""
    fullscreen: bool = False
    printer: str | None = None
    """The printer that this station's tickets go to."""
    language: str = "nl"
    """"": not said; then the first language of the hall."""
    theme: str = "light"
    touch: bool = False
    sound: str | None = None
    """None: play; "off": silent; "file:FOLDER": write sound files there."""
    child: bool = False
    size: str | None = None
    at: str | None = None


Build = Callable[[HallLink, StationOptions], QWidget]


def parser(kind: str) -> argparse.ArgumentParser:
    """The arguments of a station."""
    words = argparse.ArgumentParser(prog=f"balie {kind}", description=f"Balie: {NAMES.get(kind, kind)}.")
    words.add_argument("--hall", help="bestand van de hal, of postgresql://server/naam (anders: uw eigen hal)")
    words.add_argument("--station", help="naam van dit station in het logboek")
    words.add_argument("--wait", action="store_true", help="wachten als de hal nog niet bereikbaar is")
    words.add_argument("--fullscreen", action="store_true", help="schermvullend")
    words.add_argument("--theme", choices=("light", "dark"), default="light", help="licht of donker")
    words.add_argument("--language", default="", help=LANGUAGE_HELP)
    words.add_argument("--printer", help="naam van de printer voor nummers")
    words.add_argument("--size", help="afmeting van het venster, zoals 1280x720")
    words.add_argument("--at", help="plaats van het venster op het scherm, zoals 0,0")
    words.add_argument("--child", action="store_true", help="wordt bestuurd door een ander programma (JSON op stdin)")
    if kind == "counter":
        words.add_argument("--counter", type=int, help="nummer van de balie")
        words.add_argument("--clerk", help="code van de medewerker")
    if kind in {"screen", "kiosk"}:
        words.add_argument("--zone", default="", help="zone van de hal")
        words.add_argument("--sound", help="off, of file:MAP om geluid als bestand te schrijven")
    return words


def options_of(kind: str, argv: list[str]) -> tuple[StationOptions, bool]:
    """The options in ``argv``, and whether to wait for the hall."""
    given = parser(kind).parse_args(argv)
    counter = getattr(given, "counter", None)
    name = given.station or (f"counter-{counter}" if counter else kind)
    options = StationOptions(
        hall=given.hall or own_hall(),
        station=name,
        counter=counter,
        clerk=getattr(given, "clerk", None),
        zone=getattr(given, "zone", ""),
        fullscreen=given.fullscreen,
        printer=given.printer,
        language=given.language,
        theme=given.theme,
        touch=kind == "kiosk",
        sound=getattr(given, "sound", None),
        child=given.child,
        size=given.size,
        at=given.at,
    )
    return options, given.wait


def run(argv: list[str], kind: str, build: Build) -> int:
    """Run a station until its window is closed; answers the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing to tidy up yet; an exception could be lost underway
    options, wait = options_of(kind, argv)
    try:
        with own_files():
            log.set_up(options.station)
        first = check_hall(options.hall, wait)
        options = replace(options, language=options.language or first)
        lock = take_place(options)
    except Trouble as trouble:
        sys.stderr.write(sentence(trouble) + "\n")
        return 1
    app = application(options)
    crash.install(quiet=options.child or kind in {"screen", "kiosk"})
    link = HallLink(options.hall, By(options.station, options.clerk or ""))
    window = build(link, options)
    show(window, options)
    driver = Driver(window, link, STARTED) if options.child else None
    link.start()
    try:
        return app.exec()
    finally:
        if driver is not None:
            driver.stop()
        link.stop()
        lock.unlock()


def check_hall(where: str, wait: bool) -> str:
    """The hall's first language; Dutch for one that we ``wait`` for.

    Raises the Trouble that keeps this hall from opening; with ``wait`` only those that time does not mend.
    """
    hall_url(where)
    try:
        with closing(open_hall(where)) as hall:
            return hall.config().languages[0]
    except Trouble as trouble:
        if wait and trouble.code in WORTH_WAITING:
            return "nl"
        if trouble.code == "database-away":  # nobody tries again by itself: this station ends now
            raise Trouble("not-reachable", **trouble.facts) from None
        raise


@contextmanager
def own_files() -> Iterator[None]:
    """Name the trouble when this computer has no place for a station's own files (log, lock)."""
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "read-only"
        raise Trouble(code, where=error.filename or "") from error


def take_place(options: StationOptions) -> QLockFile:
    """The lock that makes this the only station of its name for this hall on this computer."""
    with own_files():
        folder = data_folder() / "stations"
        folder.mkdir(exist_ok=True)
    hall = hashlib.sha256(str(hall_url(options.hall)).encode()).hexdigest()[:12]
    lock = QLockFile(str(folder / f"{hall}-{options.station}.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise Trouble("station-taken", station=options.station)
    denied = lock.error() is QLockFile.LockError.PermissionError
    raise Trouble("read-only" if denied else "disk-full", where=str(folder))


def application(options: StationOptions) -> QApplication:
    """The Qt application in the house's look and the station's language; ends on SIGINT and SIGTERM."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in {"win32", "darwin"}):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    qtlog.install()
    app.setApplicationName("balie")
    app.setApplicationDisplayName("Balie")
    app.setDesktopFileName("nl.balie.Balie")
    look.apply(app, options.theme)
    speak(options.language or "nl")
    end_on_signals(app)
    return app


def end_on_signals(app: QCoreApplication) -> None:
    """Ctrl-C and SIGTERM close the windows in good order."""
    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    signal.set_wakeup_fd(there.fileno())
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: None)
    notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: app.quit())
    app.setProperty("wakeup", (here, there))


def show(window: QWidget, options: StationOptions) -> None:
    """Show a station's window the way it was asked for."""
    if options.size:
        width, _, height = options.size.partition("x")
        window.resize(int(width), int(height))
    if options.at:
        left, _, top = options.at.partition(",")
        window.move(int(left), int(top))
    if options.fullscreen:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.show()
