"""What stations see of a hall: one frozen picture, read in one go after each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import Appointment, Contact, ContactState, CounterWork, Promise, Visit


@dataclass(frozen=True, slots=True)
class Wait:
    """An expected wait in minutes: ten, fifty and ninety percent of cases wait at most this."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the waiting screen shows it: number and place, nothing else about anyone."""

    seq: int
    """Its journal entry: a recall of the same ticket is a new call."""
    label: str
    counter: int
    at: datetime
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Occupied:
    """Who is called or helped at a counter: all that a counter's display needs."""

    label: str
    counter: int
    state: ContactState
    call_seq: int | None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Today so far."""

    arrived: int = 0
    served: int = 0
    missed: int = 0
    left: int = 0
    quick_contacts: int = 0
    appointments_called: int = 0
    appointments_in_time: int = 0
    """Called within the appointment norm."""
    walk_ins_called: int = 0
    wait_mean: float | None = None
    """Minutes, over all called walk-ins."""
    wait_p90: float | None = None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A piece of paper on its way."""

    id: str
    printer: str
    kind: str
    """"ticket", a slip (``rules/slips.py``), "day-report", or a paper about money: "receipt", "till", "drawer"."""
    label: str
    state: str
    """queued, sending, printed, unknown, failed, cancelled."""
    copy: bool
    made_at: datetime
    detail: str = ""
    content: str = ""
    """What is on a slip (``slips.py``) or a paper about money (``money/papers.py``)."""


@dataclass(frozen=True, slots=True)
class DeviceState:
    """A printer, display, dispenser or scanner of one of the stations, and how it is doing."""

    name: str
    kind: str
    station: str
    """The station that has its cable."""
    state: str
    """One of `balie_app.devices.states.State`, as people read it."""
    cause: str
    """Code of the reason; "" when all is well."""
    detail: str
    """Which displays, or who else has the line; may be empty."""
    since: datetime
    shows: dict[int, str] = field(default_factory=dict)
    """Displays: counter → what stands on it."""
    backup: str = ""
    """Printers: the one that prints instead when this one does not work; "" when there is none."""
    backup_after_s: int = 0
    """Printers: and after how many seconds."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The hall's clock: real halls follow the machine, rehearsal halls have their own."""

    rehearsal: bool
    at: datetime
    """The hall's time when the machine's clock said ``wall``."""
    wall: datetime
    speed: float = 1.0

    def now(self, wall: datetime) -> datetime:
        """The hall's time at the machine's time ``wall`` (both aware, UTC)."""
        return self.at + (wall - self.wall) * self.speed if self.rehearsal else wall


@dataclass(frozen=True, slots=True)
class HallView:
    """The hall at one moment, as of journal entry ``seq``."""

    seq: int
    read_at: datetime
    """Hall time."""
    clock: Clock
    config: HallConfig
    counters: tuple[CounterWork, ...]
    """One for each counter of the configuration, in its order."""
    contacts: tuple[Contact, ...]
    """Today's open contacts; the waiting ones first, most urgent first."""
    visits: dict[str, Visit]
    """Visits of those contacts, by id."""
    appointments: tuple[Appointment, ...]
    """Today's, by time."""
    calls: tuple[Call, ...]
    """Latest first, at most 12."""
    waits: dict[str, Wait]
    """Expected wait of each waiting contact, by contact id."""
    type_waits: dict[str, Wait]
    """Expected wait for someone who takes a number now, by contact type; absent: nobody can serve it now."""
    figures: DayFigures
    print_jobs: tuple[PrintJob, ...] = ()
    """Unfinished, or finished badly, today, in the order in which they were asked for; of each printer the oldest."""
    more_paper: bool = False
    """Whether there is more than ``print_jobs`` names."""
    undoable: dict[int, str] = field(default_factory=dict)
    """By counter: what Ctrl+Z would take back now."""
    devices: tuple[DeviceState, ...] = ()
    """The devices of all stations."""
    config_version: int = 0
    """The version of the configuration: who changes it says on which one that builds."""
    promises: tuple[Promise, ...] = ()
    """Not kept yet, of any day; the most urgent first."""
