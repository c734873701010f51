"""The line that somebody is trying: opened, spoken to and closed on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event
from balie_app.devices.drivers import driver_for
from balie_app.devices.line import Line
from balie_app.devices.monitor import Monitor
from balie_app.devices.states import STATE_OF_CAUSE, USABLE
from balie_app.devices.trying import OPEN_SECONDS, OpenLine, attention, thanks, usual_line


@dataclass(frozen=True, slots=True)
class Health:
    """How the line being tried is."""

    open: bool = False
    ready: bool = False
    """The device can be asked something."""
    cause: str | None = None
    """Why not (a code of `balie_app.devices.states`); "" when all is well, None while nothing is known."""


class Tester(QObject):
    """Tries one line at a time. Nothing here waits for a port."""

    changed = Signal()
    """``health`` is different."""
    heard = Signal(object)
    """A press, a scan, or what became of a print: an `Event`."""
    _said = Signal(int, object)

    def __init__(self, open_line: OpenLine = usual_line, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.health = Health()
        self.log = Monitor({})
        """What went over the line that is being tried."""
        self._open_line = open_line
        self._line: Line | None = None
        self._config: LineConfig | None = None
        self._turn = 0
        self._work: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._said.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(int(1000 * OPEN_SECONDS))
        self._patience.timeout.connect(lambda: self._become(Health(cause="stuck")))

    @property
    def alive(self) -> bool:
        """Whether the thread still works."""
        return self._thread is not None and self._thread.is_alive()

    def try_line(self, config: LineConfig) -> None:
        """Open this line; one that is open already stays as it is."""
        if self._line is not None and self._config is not None and _same_wire(self._config, config):
            self._config = config
            self.changed.emit()
            return
        self.let_go()
        self._config = config
        self.log = Monitor({config.name: config.kind})
        make, driver = self._open_line(config), driver_for(config)
        self._line = line = Line(config.name, make, driver, self._hears(config), on_bytes=self.log.heard)
        self._become(Health())
        self._patience.start()
        self._do(line.start)

    def identify(self) -> None:
        """Let the device draw attention to itself."""
        if self._line is not None and self._config is not None:
            line, config = self._line, self._config
            self._do(lambda: _ask(line, config))

    def let_go(self) -> None:
        """Close the line. What it still says does not count."""
        self._turn += 1
        self._patience.stop()
        if self._line is not None:
            line, self._line = self._line, None
            self._do(line.stop)

    def end(self) -> None:
        """Let go, and end the thread as soon as it can."""
        self.let_go()
        if self._thread is not None:
            self._work.put(None)

    def _do(self, work: Callable[[], object]) -> None:
        """On the one thread that touches lines, after what it was asked before."""
        if not self.alive:
            self._work = SimpleQueue()
            self._thread = Thread(target=_run, args=(self._work,), name="balie-tester", daemon=True)
            self._thread.start()
        self._work.put(work)

    def _hears(self, config: LineConfig) -> Callable[[str, Event], None]:
        """What a line calls, on its own thread: a trial answers the device at once."""
        turn = self._turn

        def hear(_name: str, event: Event) -> None:
            line = self._line
            if event.kind in {"press", "scan"} and line is not None and turn == self._turn:
                line.submit(thanks(config))
            with suppress(RuntimeError):  # the window was closed meanwhile
                self._said.emit(turn, event)

        return hear

    def _take(self, turn: int, event: Event) -> None:
        if turn != self._turn:
            return
        if event.kind == "open":
            self._become(Health(open=True))
        elif event.kind == "lost":
            self._become(Health(cause=str(event.facts["cause"])))
        elif event.kind == "state":
            cause = str(event.facts.get("cause", ""))
            ready = bool(event.facts.get("ready", STATE_OF_CAUSE[cause] in USABLE))
            self._become(replace(self.health, open=True, ready=ready, cause=cause))
        else:
            self.heard.emit(event)

    def _become(self, health: Health) -> None:
        if health.open or health.cause:
            self._patience.stop()
        self.health = health
        self.changed.emit()


def _ask(line: Line, config: LineConfig) -> None:
    for request in attention(config):
        line.submit(request)


def _run(work: SimpleQueue[Callable[[], object] | None]) -> None:
    while (errand := work.get()) is not None:
        errand()


def _same_wire(one: LineConfig, other: LineConfig) -> bool:
    """Whether two lines are the same to a port and its driver."""
    wires = [replace(each, name="", counters={}, buttons={}, printer=None, roll=False) for each in (one, other)]
    return wires[0] == wires[1] and tuple(one.counters.values()) == tuple(other.counters.values())
