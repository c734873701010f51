"""Trying one device while somebody stands next to it: open its line, let it draw attention, hear what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event, Identify, Print, Request, Settle
from balie_app.devices.drivers import driver_for
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.states import advice
from balie_app.devices.transport import Transport
from balie_app.printing.documents import Cut, Document
from balie_app.printing.documents import Line as Text
from balie_app.printing.escpos import encode
from balie_app.printing.profiles import profile

OPEN_SECONDS = 6.0
PAPER = Document("Proef", "nl", (Text("Balie: dit is de printer die u zocht."), Cut()))
ASK = {
    "display": "Knippert het display, of staat er een nummer op?",
    "printer": "Kwam er een bon uit de printer?",
}
"""What only the person next to it can answer."""
WAIT_FOR = {
    "dispenser": ("press", "Druk nu op een knop van de automaat."),
    "scanner": ("scan", "Houd nu een code voor de scanner."),
}
"""What a device that speaks should say, and what to do for that."""

OpenLine = Callable[[LineConfig], Callable[[], Transport]]


def usual_line(line: LineConfig) -> Callable[[], Transport]:
    """How a configured line is opened."""
    return opener(line.port, line.settings)


def attention(line: LineConfig) -> Iterable[Request]:
    """What makes the device on this line draw attention to itself."""
    if line.kind == "printer":
        return (Print("identify", encode(PAPER, profile(line.profile))),)
    return tuple(Identify(address) for address in line.counters.values())


def thanks(line: LineConfig) -> Settle:
    """The answer to a press or a scan that was only a trial: a good beep, but no number on paper."""
    return Settle(accepted=line.kind == "scanner")


class Trial:
    """One line, open for a moment. Use it in a ``with`` statement."""

    def __init__(self, line: LineConfig, open_line: OpenLine = usual_line) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._config = line
        self._line = Line(line.name, open_line(line), driver_for(line), lambda _name, event: self._events.put(event))

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
            self.wait({"state"}, OPEN_SECONDS)  # nothing is printed before it has said how it is
        for request in attention(self._config):
            self._line.submit(request)

    def wait(self, kinds: set[str], seconds: float) -> Event | None:
        """The next event of one of these kinds; None when it does not come."""
        try:
            while (event := self._events.get(timeout=seconds)).kind not in kinds:
                pass
        except Empty:
            return None
        return event
