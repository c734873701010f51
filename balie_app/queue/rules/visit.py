"""Visits, contacts, counters at work and appointments: the state of a hall as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ContactState(StrEnum):
    """Where a contact is in its life (`hall.md` section 3)."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PRODUCING = "producing"
    PARKED = "parked"
    MISSED = "missed"
    LEFT = "left"
    DONE = "done"


OPEN_STATES = frozenset(
    {
        ContactState.WAITING,
        ContactState.CALLED,
        ContactState.SERVING,
        ContactState.PRODUCING,
        ContactState.PARKED,
        ContactState.MISSED,
    }
)
"""States in which the visitor may still be helped today."""

AT_COUNTER = frozenset({ContactState.CALLED, ContactState.SERVING})
"""States that occupy a counter."""


class CounterState(StrEnum):
    """Whether a counter takes people."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class AppointmentState(StrEnum):
    """What became of a booking."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Visit:
    """One party's stay in the hall, with one ticket."""

    id: str
    day: date
    """The hall's local day."""
    label: str
    """The number on the ticket, such as "A012"; unique on its day."""
    code: str
    """Opaque code of this visit, for the QR on the ticket."""
    arrived_at: datetime
    language: str = "nl"
    party: int = 1
    needs: tuple[str, ...] = ()
    via: str = "reception"
    appointment: str | None = None
    """Code of the appointment this visit came for."""
    told_low: int | None = None
    told_high: int | None = None
    """The wait in minutes that was told when the ticket was given, as a range."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """One conversation within a visit. The waiting queue is all contacts in state waiting."""

    id: str
    visit: str
    day: date
    label: str
    state: ContactState
    contact_type: str
    products: tuple[str, ...]
    arrived_at: datetime
    """When waiting began: what the calling order counts from, kept through transfer and return."""
    due_at: datetime
    """The norm time: called before this, the promise is kept."""
    waiting_since: datetime
    """When this stretch of waiting began (later than ``arrived_at`` after park or produce)."""
    ordinal: int = 1
    """First, second, … conversation of its visit."""
    appointment_at: datetime | None = None
    """Appointed time; None for a walk-in (or an appointment that came too late)."""
    not_before: datetime | None = None
    """Not offered before this moment: after "not there", or because the visitor comes back later today."""
    first_called_at: datetime | None = None
    called_at: datetime | None = None
    waited_ms: int = 0
    """Time spent waiting up to the last call, in milliseconds; parked and producing time is not in it."""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    counter: int | None = None
    clerk: str | None = None
    only_counter: int | None = None
    """Transferred to this very counter."""
    only_clerk: str | None = None
    """Transferred to, or booked with, this very officer."""
    position: str = "arrival"
    """Where a transfer put it: arrival, first or last."""
    call_seq: int | None = None
    """Journal entry of the last call or recall: what makes it a new call for the waiting screen."""
    calls: int = 0
    """Times called: the first call, recalls, and calls after "not there"."""
    referrals: int = 0
    note: str = ""
    outcome: str = ""
    depth: int | None = None
    came_back_because: str = ""
    why: str = ""
    """The sentence that explains the last call."""
    revision: int = 1

    @property
    def comes_back_at(self) -> datetime | None:
        """When somebody who went away comes back; after "not there" there was a call, so that is told apart."""
        return self.not_before if self.calls == 0 else None

    def is_away(self, now: datetime) -> bool:
        """Whether the visitor chose to come back later today, and it is not that time yet."""
        back = self.comes_back_at
        return self.state is ContactState.WAITING and back is not None and back > now


@dataclass(frozen=True, slots=True)
class CounterWork:
    """A counter today: who sits there and whether it takes people."""

    number: int
    state: CounterState = CounterState.CLOSED
    clerk: str | None = None
    since: datetime | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Promise:
    """Instead of a second referral: who lets the visitor know, and before when. Open until it was kept."""

    id: str
    day: date
    label: str
    """The ticket it was given with."""
    clerk: str
    due_at: datetime
    about: str = ""
    kept_at: datetime | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class DayEnd:
    """What was still open when a day was closed, as it is now. Iterating gives the contacts."""

    contacts: tuple[Contact, ...] = ()
    counters: tuple[CounterWork, ...] = ()
    no_shows: tuple[str, ...] = ()
    """Codes of the appointments that nobody came for."""

    def __iter__(self) -> Iterator[Contact]:
        return iter(self.contacts)

    def __len__(self) -> int:
        return len(self.contacts)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked contact. Only initials are kept, and never in the journal."""

    code: str
    day: date
    start: datetime
    products: tuple[str, ...]
    minutes: int
    party: int = 1
    officer: str | None = None
    initials: str = ""
    language: str = "nl"
    state: AppointmentState = AppointmentState.BOOKED
    revision: int = 1
