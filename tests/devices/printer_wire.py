"""A printer's driver and a simulated printer, joined without a line: no threads, and a clock in the test's hand."""

from __future__ import annotations

from dataclasses import replace

from balie_app.devices.driver import Event, Output, Print, Reopen, Write
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.printing.documents import Cut, Document, Line, Number, Part
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import Profile, profile

TEXT: tuple[Part, ...] = (Line("Gemeente Voorbeeld"), Number("A 012"), Line("Korte zaken"), Line("Let op het scherm"))


class Wired(SimulatedPrinter):
    """Keeps what it says until the test carries it over."""

    said = b""

    def send(self, data: bytes, decoded: str = "") -> None:
        del decoded
        if "silent" not in self.faults and self.plugged:
            self.said += data

    @property
    def plugged(self) -> bool:
        return "unplug" not in self.faults

    def unplug(self) -> None:
        self.unplugged()

    def plug(self) -> None:
        """The cable is in again."""


class Wire:
    """``events`` is all that the driver said; ``sent`` every write, one item each."""

    def __init__(self, name: str = "epson", *, model: str = "TM-T20III", **changes: object) -> None:
        self.profile: Profile = replace(profile(name), **changes)  # type: ignore[arg-type]
        self.driver = PrinterDriver(self.profile, baud=115200)
        self.far = Wired(profile_name=name, model=model)
        self.now = 0.0
        self.events: list[Event] = []
        self.sent: list[bytes] = []
        self.reopened: list[str] = []
        self.carry(self.driver.opened(self.now))

    def carry(self, outputs: list[Output]) -> None:
        """Let outputs reach the printer, and its answers the driver."""
        for output in outputs:
            if isinstance(output, Event):
                self.events.append(output)
            elif isinstance(output, Write):
                self.sent.append(output.data)
                if self.far.plugged:
                    self.far.heard(output.data)
            elif isinstance(output, Reopen):
                self.reopened.append(output.cause)
                self.cut_off()
                self.carry(self.driver.opened(self.now))
                return
        self.listen()

    def listen(self) -> None:
        """What the printer said by itself."""
        while self.far.said:
            said, self.far.said = self.far.said, b""
            self.carry(self.driver.receive(said, self.now))

    def say(self, data: bytes) -> None:
        """The printer says this, whatever it means."""
        self.carry(self.driver.receive(data, self.now))

    def fault(self, name: str, on: bool = True) -> None:
        """Something happens to the printer."""
        self.far.fault(name, on)
        self.listen()

    def cut_off(self) -> None:
        """The line is gone."""
        self.carry(self.driver.closed(self.now))

    def back(self) -> None:
        """The line is there again."""
        self.carry(self.driver.opened(self.now))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        until = self.now + seconds
        for _ in range(2000):
            deadline = self.driver.next_deadline()
            if deadline is None or deadline > until:
                self.now = until
                return
            self.now = max(self.now, deadline)
            self.carry(self.driver.tick(self.now))
        raise AssertionError("a deadline that is never met: the line would spin")

    def submit(self, job: str = "job", parts: tuple[Part, ...] = TEXT, language: str = "nl") -> None:
        """Ask for a ticket."""
        data = encode(Document("", language, (*parts, Cut())), self.profile)
        self.carry(self.driver.submit(Print(job, data), self.now))

    @property
    def outcomes(self) -> list[tuple[str, object]]:
        """What became of the jobs, in order."""
        kinds = {"printed", "unknown", "returned"}
        return [(event.kind, event.facts["job"]) for event in self.events if event.kind in kinds]

    @property
    def state(self) -> dict[str, object]:
        """What the driver said last about the printer."""
        return next((event.facts for event in reversed(self.events) if event.kind == "state"), {})

    @property
    def cause(self) -> object:
        return self.state.get("cause")

    @property
    def texts(self) -> list[str]:
        """The words on each paper that came out, empty ones too."""
        return [paper.text for paper in self.far.papers]

    @property
    def problems(self) -> list[tuple[str, ...]]:
        return [paper.paper().problems for paper in self.far.papers]
