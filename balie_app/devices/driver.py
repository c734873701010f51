"""What a driver is: a device's protocol without any input or output of its own.

A driver is told what happened (the line opened, bytes came, time passed, somebody wants something)
and answers what must be written and what is worth knowing. It reads no clock and owns no thread, so
that every path through it can be walked in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes for the line: one whole unit, never to be interrupted by another."""

    data: bytes
    pause_s: float = 0.0
    """Silence between two bytes, for devices that cannot keep up."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something worth knowing, such as ``state``, ``press``, ``printed`` or ``shown``."""

    kind: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reopen:
    """Close the port and open it again: nothing else helps. ``cause`` is what people are told."""

    cause: str


Output = Write | Event | Reopen


@dataclass(frozen=True, slots=True)
class Show:
    """Show ``text`` on the display at ``address``; ``attention`` for a new call."""

    address: int
    text: str
    attention: bool = False
    counter: int = 0
    """Where the visitor is called to, for displays that show it."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Make the display at ``address`` empty."""

    address: int


@dataclass(frozen=True, slots=True)
class Print:
    """Print these bytes; ``job`` comes back in the events about it."""

    job: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Settle:
    """What became of a press on a dispenser's button, or of a scan: a ticket, or none."""

    accepted: bool
    label: str = ""
    """The number that was given, for dispensers that print it themselves."""


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """Light (or darken) a dispenser's out-of-order lamp."""

    on: bool


@dataclass(frozen=True, slots=True)
class Identify:
    """Let the device at ``address`` draw attention to itself, so that a person sees which one it is."""

    address: int = 0


Request = Show | Clear | Print | Settle | OutOfOrder | Identify


class Driver(Protocol):
    """One device, or several on one line. All times are seconds of a monotonic clock."""

    def opened(self, now: float) -> list[Output]:
        """The line is there (again)."""

    def closed(self, now: float) -> list[Output]:
        """The line is gone; only events make sense now."""

    def submit(self, request: Request, now: float) -> list[Output]:
        """Somebody wants something. Also while the line is away: the driver keeps what must be kept."""

    def receive(self, data: bytes, now: float) -> list[Output]:
        """Bytes came, cut anywhere."""

    def tick(self, now: float) -> list[Output]:
        """Time passed; at least once at each deadline."""

    def next_deadline(self) -> float | None:
        """When ``tick`` is wanted at the latest; None: no hurry."""
