"""Trying one device while somebody stands next to it: open its line, let it draw attention, hear what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from queue import Empty, SimpleQueue

from balie_app.devices.check import SPEEDS, page_for
from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event, Identify, Print, Request, Settle
from balie_app.devices.drivers import driver_for
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.states import advice, job_advice
from balie_app.devices.transport import Transport

OPEN_SECONDS = 6.0
STATE_SECONDS = 8.0
"""A printer that is asked twice and says nothing is silent by then."""
PRINT_SECONDS = 60.0
ASK = {
    "display": "Knippert het display, of staat er een nummer op?",
    "printer": "Kwam er een bon uit de printer?",
}
"""What only the person next to it can answer."""
WAIT_FOR = {
    "dispenser": ("press", "Druk nu op een knop van de nummerautomaat."),
    "scanner": ("scan", "Houd nu een code voor de scanner."),
}
"""What a device that speaks should say, and what to do for that."""

OpenLine = Callable[[LineConfig], Callable[[], Transport]]


def usual_line(line: LineConfig) -> Callable[[], Transport]:
    """How a configured line is opened."""
    return opener(line.port, line.settings)


def attention(line: LineConfig) -> Iterable[Request]:
    """What makes the device on this line draw attention to itself; a printer shows what it can do."""
    if line.kind == "printer":
        return (Print("identify", page_for(line)),)
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

    def state(self, seconds: float) -> str:
        """The cause that a printer gives, or that its line fails with; "" is good, "silent" is no word at all."""
        event = self.wait({"state", "lost"}, seconds)
        return "silent" if event is None else str(event.facts["cause"])

    def print(self, data: bytes, seconds: float) -> Event | None:
        """Print this; what the printer says became of it, or None when it says nothing."""
        self._line.submit(Print("test", data))
        return self.wait({"printed", "unknown", "failed", "returned"}, seconds)

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


def print_once(line: LineConfig, data: bytes) -> str:
    """Print this; empty when the printer says that it did, else what a person can do. Waits: not for windows."""
    with Trial(line) as trial:
        if problem := trial.problem():
            return problem
        cause = trial.state(STATE_SECONDS)
        if cause == "garbage":
            return advice("garbage", line.name)
        outcome = trial.print(data, PRINT_SECONDS)
        if outcome is None or outcome.kind == "returned":
            return advice(cause or "silent", line.name)
        detail = str(outcome.facts.get("detail", ""))
        # a printer that cannot say that it is done is believed
        well = outcome.kind == "printed" or detail == "unconfirmed"
        return "" if well else job_advice(detail) or advice("silent")


def speeds(line: LineConfig, trial: Callable[[LineConfig], Trial] = Trial) -> Iterator[tuple[int, str]]:
    """Each speed with the cause that the printer gives there; "garbage" and "silent" are no answer."""
    for baud in SPEEDS:
        with trial(replace(line, settings=replace(line.settings, baud=baud))) as opened:
            yield baud, opened.state(STATE_SECONDS)
