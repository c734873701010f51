"""A recorded day of an office with a queue for each department: who came when, and how many counters were open."""

from __future__ import annotations

from dataclasses import dataclass, field

CONTACT_TYPES = ("information", "quick", "extended", "private", "consultation", "group", "pickup", "reading")
"""The kinds of contact that a hall knows (`hall.md` section 2)."""
LONG_TYPES = frozenset({"extended", "private", "consultation", "group"})
"""Kinds whose promise to people without an appointment is 30 minutes; for the others it is 15."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What one queue of the record is for."""

    queue: str
    """Its letter (with the name of the matter, where a letter has several)."""
    name: str
    english: str
    product: str
    contact_type: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visitor. Minutes since midnight."""

    queue: str
    number: int
    arrived: int
    called: int | None
    """None: never called."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How long conversations of a queue took on that day, as far as the record tells."""

    mean: float | None
    """None: the record does not say."""
    calls: int
    """Calls while people waited: what the mean rests on."""


@dataclass(frozen=True, slots=True)
class RealDay:
    """A whole day, checked."""

    name: str
    matters: dict[str, Matter]
    tickets: tuple[Ticket, ...]
    """By arrival, then queue and number."""
    counters: dict[str, tuple[tuple[int, int], ...]]
    """By queue: (minute, open counters from then on), in order of time."""
    measured: dict[str, Measured]
    source: str = ""
    remarks: tuple[str, ...] = field(default=())
    """What in the record is odd, and what was done about it: Dutch sentences."""

    @property
    def queues(self) -> tuple[str, ...]:
        """The queues that had visitors, by letter."""
        return tuple(sorted({each.queue for each in self.tickets}))
