"""Trying one device while somebody stands next to it: open its line, let it draw attention, hear what it says."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event, Identify, Print
from balie_app.devices.drivers import driver_for
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.states import advice
from balie_app.devices.transport import Transport

OPEN_SECONDS = 6.0
PAPER_SECONDS = 30.0
PAPER = b"\x1b@Balie: dit is de printer die u zocht.\n\n\n\n\x1dVB\x00"


def print_once(line: LineConfig, data: bytes) -> str:
    """Print these bytes on this printer; answers "" or what a person can do. Waits for the printer: not for windows."""
    with Trial(line) as trial:
        if problem := trial.problem():
            return problem
        cause = trial.put_on_paper(data)
        end = trial.wait({"printed", "unknown", "returned"}, PAPER_SECONDS)
    if end is None or end.kind == "returned":
        return advice(cause or "silent")
    # a printer that cannot say that it is done is believed
    return "" if end.kind == "printed" else advice(str(end.facts["detail"]))


class Trial:
    """One line, open for a moment. Use it in a ``with`` statement."""

    def __init__(
        self, line: LineConfig, open_line: Callable[[LineConfig], Callable[[], Transport]] | None = None
    ) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._config = line
        make = open_line or (lambda each: opener(each.port, each.settings))
        self._line = Line(line.name, make(line), driver_for(line), lambda _name, event: self._events.put(event))

    def __enter__(self) -> Trial:
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.stop()

    def problem(self) -> str:
        """Empty when the port opens, else what a person can do about it."""
        event = self.wait({"open", "lost"}, OPEN_SECONDS)
        if event is None:
            return advice("stuck")
        return advice(str(event.facts["cause"])) if event.kind == "lost" else ""

    def identify(self) -> None:
        """Let the device draw attention to itself."""
        if self._config.kind == "printer":
            self.put_on_paper(PAPER)
            return
        for address in self._config.counters.values() or (0,):
            self._line.submit(Identify(address))

    def put_on_paper(self, data: bytes) -> str:
        """Give a printer these bytes when it has said how it is; answers the cause of trouble it told, or ""."""
        state = self.wait({"state"}, OPEN_SECONDS)
        self._line.submit(Print("identify", data))
        return "silent" if state is None else str(state.facts["cause"])

    def wait(self, kinds: set[str], seconds: float) -> Event | None:
        """The next event of one of these kinds; None when it does not come."""
        try:
            while (event := self._events.get(timeout=seconds)).kind not in kinds:
                pass
        except Empty:
            return None
        return event
