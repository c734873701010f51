"""The device service: this station's lines on the one hall. Used by ``balie devices`` and by stations."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

from balie_app.devices.boards import Boards
from balie_app.devices.buttons import Buttons
from balie_app.devices.config import LineConfig, StationConfig
from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Driver, Event, Request
from balie_app.devices.health import Health
from balie_app.devices.line import BACK_OFF, Exchange, Line
from balie_app.devices.paper import PaperWork
from balie_app.devices.ports import opener
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.states import Status
from balie_app.devices.transport import Transport
from balie_app.printing.profiles import profile
from balie_app.queue.commands import By, Command
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.store.feed import Feed
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView

log = logging.getLogger("balie.devices")

FATAL = frozenset({"bad-url", "newer", "unreadable"})
"""Troubles that waiting does not cure."""
LOOK_AGAIN = 2.0
"""Seconds between looks while the hall cannot be read, besides what the feed tells."""
SOON = 0.5
"""Seconds until the next look at things that wait for the clock."""


class HallPort(Protocol):
    """What the service needs of a hall."""

    def perform(self, command: Command, by: By) -> object: ...
    def view(self) -> HallView: ...
    def close(self) -> None: ...


class Follower(Protocol):
    """The change feed."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


Follow = Callable[[str, Callable[[], None], Callable[[bool], None]], Follower]
Message = tuple[str, str, Event | None]
"""What reaches the service's thread: ("event", line, event), "changed", "online", "offline", "stop"."""


class DeviceService:
    """Runs from ``start`` to ``stop`` on threads of its own: one for the hall, one for each line.

    ``on_status`` is called on the service's thread with every change of a device.
    """

    def __init__(
        self,
        hall: str | Path,
        config: StationConfig,
        on_status: Callable[[Status], None] | None = None,
        *,
        open_port: Callable[[str], HallPort] = open_hall,
        follow: Follow = Feed,
        open_line: Callable[[LineConfig], Callable[[], Transport]] | None = None,
        clock: Callable[[], float] = time.monotonic,
        on_bytes: Exchange | None = None,
    ) -> None:
        self._where = str(hall)
        self._open_port, self._follow, self._clock = open_port, follow, clock
        self._by = By(station=config.station)
        self._inbox: SimpleQueue[Message] = SimpleQueue()
        self._hall: HallPort | None = None
        self._online = False
        self._look_again_at = 0.0
        self._stopping = False
        self.fatal: Trouble | None = None
        """Why it ended by itself; None: it did not."""
        self.ended_well = True
        """False: it broke off on a bug, which stands in the log."""
        self._health = Health(config.lines, lambda: datetime.now(UTC), on_status or (lambda _status: None))
        self._rooms(config)
        make = open_line or (lambda line: opener(line.port, line.settings))
        self._lines = {
            line.name: Line(line.name, make(line), driver_for(line), self._heard, on_bytes=on_bytes)
            for line in config.lines
        }
        self._thread = Thread(target=self._run, name="balie-devices", daemon=True)

    def _rooms(self, config: StationConfig) -> None:
        of_kind = {
            kind: [line for line in config.lines if line.kind == kind] for kind in ("printer", "display", "dispenser")
        }
        self._paper = PaperWork(self, {line.name: profile(line.profile) for line in of_kind["printer"]})
        self._boards = Boards(self, {line.name: line.counters for line in of_kind["display"]})
        self._buttons = Buttons(
            self, {line.name: line for line in of_kind["dispenser"]}, lambda: f"press-{uuid.uuid4().hex}"
        )
        self._printers = {line.name for line in of_kind["printer"]}
        self._dispensers = {line.name for line in of_kind["dispenser"]}

    @property
    def statuses(self) -> tuple[Status, ...]:
        """All devices now."""
        return tuple(self._health.statuses.values())

    def start(self) -> None:
        """Begin. The hall and the devices may all be away: each is used as soon as it is there."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the lines and the hall; returns when all threads have ended."""
        self._stopping = True
        self._inbox.put(("stop", "", None))
        if self._thread.ident is not None:
            self._thread.join(15)

    def join(self, seconds: float | None = None) -> bool:
        """Wait for the end; False when it still runs."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # What the rooms ask (paper.Desk); on the service's thread.

    def perform(self, command: Command) -> object:
        """Carry out a command in the hall."""
        if self._hall is None:
            raise Trouble("database-away", where=self._where)
        return self._hall.perform(command, self._by)

    def submit(self, line: str, request: Request) -> None:
        """Ask something of a line."""
        self._lines[line].submit(request)

    def usable(self, line: str) -> bool:
        """Whether the device on this line does its work."""
        return self._health.usable(line)

    def _heard(self, line: str, event: Event) -> None:
        self._inbox.put(("event", line, event))

    def _run(self) -> None:
        self._health.begin()
        for line in self._lines.values():
            line.start()
        self.ended_well = False
        try:
            self._serve()
            self.ended_well = True
        except Exception:
            log.exception("De apparaten zijn gestopt door een fout in Balie.")
            raise
        finally:
            for line in self._lines.values():
                if not line.stop():
                    log.error("%s: de lijn laat niet los", line.name)
            with suppress(Trouble):
                self._drain()
            self._health.end()
            if self._hall is not None:
                self._hall.close()

    def _serve(self) -> None:
        """Open the hall, follow it, and handle what comes, until told to stop."""
        follower: Follower | None = None
        next_try, attempt = self._clock(), 0
        try:
            while not self._stopping and self.fatal is None:
                if self._hall is None and self._clock() >= next_try:
                    next_try = self._clock() + BACK_OFF[min(attempt, len(BACK_OFF) - 1)]
                    attempt += 1
                    if self._try_open(first=attempt == 1):
                        follower = self._follow(self._where, self._changed, self._heard_online)
                        follower.start()
                self._round()
        finally:
            if follower is not None:
                follower.stop()

    def _try_open(self, first: bool) -> bool:
        try:
            self._hall = self._open_port(self._where)
        except Trouble as trouble:
            if trouble.code in FATAL:
                self.fatal = trouble
            if first:
                log.warning("%s Balie wacht tot de hal er is.", sentence(trouble))
            return False
        self._online = True
        return True

    def _changed(self) -> None:
        self._inbox.put(("changed", "", None))

    def _heard_online(self, online: bool) -> None:
        self._inbox.put(("online" if online else "offline", "", None))

    def _round(self) -> None:
        """Wait for something, take all there is, then look at the hall once."""
        waiting = self._hall is None or not self._online or self._paper.unrecorded or self._buttons.hurry
        look = False
        with suppress(Empty):
            look = self._take(self._inbox.get(timeout=SOON if waiting else None))
        now = self._clock()
        look = self._drain() or look or self._paper.unrecorded
        if not self._online and now >= self._look_again_at:
            look, self._look_again_at = True, now + LOOK_AGAIN
        self._buttons.tick(now, self._online)
        if look and self._hall is not None:
            self._look(self._hall)

    def _drain(self) -> bool:
        look = False
        with suppress(Empty):
            while True:
                look = self._take(self._inbox.get_nowait()) or look
        return look

    def _take(self, message: Message) -> bool:
        """Handle one message; True when the hall should be looked at after it."""
        kind, line, event = message
        if kind in {"online", "offline"}:
            self._set_online(kind == "online")
        if kind != "event" or event is None:
            return kind in {"changed", "online"}
        self._health.handle(line, event)
        if line in self._printers:
            self._paper.handle(line, event)
        elif line in self._dispensers:
            self._buttons.handle(line, event, self._clock())
        return line in self._printers or event.kind == "press"  # the ticket may be there: do not wait to hear of it

    def _look(self, hall: HallPort) -> None:
        try:
            view = hall.view()
            self._boards.look(view)
            self._paper.look(view)
        except Trouble:
            self._set_online(online=False)
        else:
            self._set_online(online=True)

    def _set_online(self, online: bool) -> None:
        if online != self._online:
            self._online = online
            (log.info if online else log.warning)("de hal is %s", "er weer" if online else "niet bereikbaar")


def driver_for(line: LineConfig) -> Driver:
    """The driver of a configured line."""
    if line.kind == "printer":
        return PrinterDriver(profile(line.profile), line.settings.baud)
    if line.encoder is not None:
        return DisplayDriver(line.encoder, tuple(line.counters.values()), line.settings, line.brightness)
    if line.template is None:
        raise ValueError(line.name)
    return DispenserDriver(line.template)
