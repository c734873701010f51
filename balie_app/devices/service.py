"""The device service: this station's lines on the one hall. Used by ``balie devices`` and by stations."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from balie_app.devices.claims import Claims
from balie_app.devices.config_model import LineConfig, StationConfig
from balie_app.devices.driver import Event, Request
from balie_app.devices.drivers import driver_for
from balie_app.devices.hallport import Follow, HallPort
from balie_app.devices.line import BACK_OFF, Line
from balie_app.devices.lineset import LineSet
from balie_app.devices.monitor import Monitor
from balie_app.devices.ports import opener
from balie_app.devices.rooms import Rooms
from balie_app.devices.states import Status
from balie_app.devices.transport import Transport
from balie_app.queue.commands import By, Command
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.store.feed import Feed
from balie_app.queue.trouble import Trouble

log = logging.getLogger("balie.devices")

FATAL = frozenset({"bad-url", "newer", "unreadable"})
"""Troubles that waiting does not cure."""
LOOK_AGAIN = 2.0
"""Seconds between looks while the hall cannot be read, besides what the feed tells."""
SOON = 0.5
"""Seconds until the next look at things that wait for the clock."""
ROUND = 5.0
"""Seconds between rounds in which nothing happened: are all lines alive?"""
Message = tuple[str, str, Event | None]
"""What reaches the service's thread: ("event", line, event), "changed", "online", "offline", "adopt", "stop"."""


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
        monitor_file: Path | None = None,
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
        self.monitor = Monitor({line.name: line.kind for line in config.lines})
        self._monitor_file = monitor_file
        self._configs = {line.name: line for line in config.lines}
        self._open_line = open_line or (lambda line: opener(line.port, line.settings))
        self._lines = LineSet(tuple(self._configs), self._make_line)
        self._claims = Claims(config, clock)
        self._next: StationConfig | None = None
        self._rooms = Rooms(self, config, self._status_changed)
        self._on_status = on_status or (lambda _status: None)
        self._thread = Thread(target=self._run, name="balie-devices", daemon=True)

    def _make_line(self, name: str) -> Line:
        line = self._configs[name]
        return Line(
            name,
            self._open_line(line),
            driver_for(line),
            self._heard,
            on_bytes=self.monitor.heard,
            discard_s=line.settings.discard_s,
        )

    def _status_changed(self, status: Status) -> None:
        self._claims.changed(status)
        self._on_status(status)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """All devices now."""
        return tuple(self._rooms.health.statuses.values())

    def start(self) -> None:
        """Begin. The hall and the devices may all be away: each is used as soon as it is there."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the lines and the hall; returns when all threads have ended."""
        self._stopping = True
        self._inbox.put(("stop", "", None))
        if self._thread.ident is not None:
            self._thread.join(15)

    def adopt(self, config: StationConfig) -> None:
        """Go on with these lines; those that did not change stay open. From any thread."""
        self._next = config
        self._inbox.put(("adopt", "", None))

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
        self._lines.submit(line, request)

    def usable(self, line: str) -> bool:
        """Whether the device on this line does its work."""
        return self._rooms.health.usable(line)

    def _heard(self, line: str, event: Event) -> None:
        self._inbox.put(("event", line, event))

    def _run(self) -> None:
        self._rooms.health.begin()
        self._lines.start()
        self.ended_well = False
        try:
            self._serve()
            self.ended_well = True
        except Exception:
            log.exception("De apparaten zijn gestopt door een fout in Balie.")
            raise
        finally:
            self._end()

    def _end(self) -> None:
        self._lines.stop()
        with suppress(Trouble):
            self._drain()
        self._rooms.health.end()
        self._save_monitor()
        if self._hall is not None:
            with suppress(Trouble):
                self._claims.let_go()
            self._hall.close()

    def _serve(self) -> None:
        """Open the hall, follow it, and handle what comes, until told to stop."""
        follower = None
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
        self._claims.open(self._hall)
        self._claim()  # before anything is printed: another station may have these lines
        return True

    def _changed(self) -> None:
        self._inbox.put(("changed", "", None))

    def _heard_online(self, online: bool) -> None:
        self._inbox.put(("online" if online else "offline", "", None))

    def _round(self) -> None:
        """Wait for something, take all there is, then look at the hall once."""
        waiting = self._hall is None or not self._online or self._rooms.hurry or self._claims.hurry
        look = False
        with suppress(Empty):
            look = self._take(self._inbox.get(timeout=SOON if waiting or self.monitor.unsaved else ROUND))
        now = self._clock()
        look = self._drain() or look or self._rooms.look_due(now)
        if not self._online and now >= self._look_again_at:
            look, self._look_again_at = True, now + LOOK_AGAIN
        self._rooms.buttons.tick(now, self._online)
        if look and self._hall is not None:
            self._look(self._hall)
        self._keep_house(now)

    def _keep_house(self, now: float) -> None:
        """After what is urgent: other lines, claims, lines that hang, the monitor."""
        if self._next is not None:
            config, self._next = self._next, None
            self._take_over(config)
        if self._claims.due(now) and self._online:
            self._claim()
        for name in self._lines.watch():
            self._rooms.begin_anew(name, "stuck", "", now)
        if self.monitor.unsaved and self._inbox.empty():
            self._save_monitor()

    def _take_over(self, config: StationConfig) -> None:
        """End the lines that are gone or different, then begin those that are new or different."""
        after = {line.name: line for line in config.lines}
        ended = [name for name, line in self._configs.items() if after.get(name) != line]
        for name in ended:
            self._lines.drop(name)
        self._drain()  # what they still had to say
        begun = [name for name in after if name in ended or name not in self._configs]
        self._configs = after
        self._rooms.adopt(config, ended)
        self._claims.adopt(config)
        self.monitor.adopt({line.name: line.kind for line in config.lines})
        for name in begun:
            self._lines.add(name)
        log.info("station.toml is veranderd: %s", ", ".join(sorted({*ended, *begun})) or "geen andere lijnen")
        self._changed()

    def _save_monitor(self) -> None:
        if self._monitor_file is not None:
            self.monitor.save(self._monitor_file)

    def _claim(self) -> None:
        """Say which lines are ours; let go of those that another station has, take up those that came free."""
        try:
            others = self._claims.renew(self.statuses)
        except Trouble:
            self._set_online(online=False)
            return
        for name, detail in others.items():
            if name not in self._lines.held:
                self._lines.hold(name)
                self._rooms.begin_anew(name, "claimed", detail, self._clock())
        for name in self._lines.held - others.keys():
            self._lines.release(name)
            self._inbox.put(("changed", "", None))

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
        if line in self._lines.held or line not in self._configs:
            return False
        if event.facts.get("cause") == "in_use" and self._lines.hanging(line):
            event = Event("lost", {"cause": "stuck"})  # it is our own thread that still has the port
        return self._rooms.handle(line, event, self._clock())

    def _look(self, hall: HallPort) -> None:
        """Calls first, from a small look; the whole picture only where something is printed."""
        try:
            if self._rooms.has_displays:
                self._rooms.boards.look(hall.at_counters())
            if self._rooms.has_printers:
                self._rooms.look_at_paper(hall.view(), self._clock())
        except Trouble:
            self._set_online(online=False)
        else:
            self._set_online(online=True)

    def _set_online(self, online: bool) -> None:
        if online != self._online:
            self._online = online
            (log.info if online else log.warning)("de hal is %s", "er weer" if online else "niet bereikbaar")
