"""Everything a person can do in a hall, as values.

A station builds one of these and hands it to :func:`balie_app.queue.desk.perform`. The names are
those of ``balie ctl``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.paper import Paper
from balie_app.queue.rules.slips import SlipKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What all commands share.

    ``key`` makes a command safe to repeat: a command with a key that was already carried out
    answers as it did then and changes nothing.
    """

    key: str | None = None


@dataclass(frozen=True, slots=True)
class Configure(Command):
    """Give the hall a new version of its configuration. Answers its number.

    Whoever changes one starts from ``Hall.config()``, which has what is planned for later; that of a picture has what
    holds today. ``base`` is the version that was changed: when somebody else made a newer one meanwhile, this one is
    refused.
    """

    config: HallConfig
    base: int | None = None


@dataclass(frozen=True, slots=True)
class UndoConfigure(Command):
    """Go back to the configuration before the last change, as a new version. Answers its number.

    ``base`` is the version that is to be taken back: refused when somebody made a newer one meanwhile.
    """

    base: int | None = None


@dataclass(frozen=True, slots=True)
class SetClock(Command):
    """Move, speed up or stop the clock of a rehearsal hall (speed 0 stands still)."""

    at: datetime | None = None
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class OpenCounter(Command):
    """A clerk sits down at a counter."""

    counter: int
    clerk: str


@dataclass(frozen=True, slots=True)
class PauseCounter(Command):
    """The counter takes nobody for a while."""

    counter: int


@dataclass(frozen=True, slots=True)
class ResumeCounter(Command):
    """The counter takes people again."""

    counter: int


@dataclass(frozen=True, slots=True)
class CloseCounter(Command):
    """The clerk leaves the counter."""

    counter: int


@dataclass(frozen=True, slots=True)
class Issue(Command):
    """Give a visitor without appointment a number. Answers the Visit."""

    products: tuple[str, ...] = ()
    contact_type: str | None = None
    language: str = "nl"
    party: int = 1
    needs: tuple[str, ...] = ()
    via: str = "reception"
    printer: str | None = None
    """Name of the printer that prints the ticket; None: no paper."""
    quantity: int = 1
    """How many of the product are asked for (three extracts, say); kept in the journal."""
    number: int | None = None
    """The number that the visitor's paper has already; None: the next one."""
    roll: bool = False
    """The paper comes from a roll with numbers: refused until somebody said where that roll is today."""
    later: datetime | None = None
    """When the visitor comes back instead of waiting: a come-back-at slip takes the place of the ticket."""


@dataclass(frozen=True, slots=True)
class SetNumber(Command):
    """The roll of numbers for this kind of contact gives this number next."""

    contact_type: str
    number: int


@dataclass(frozen=True, slots=True)
class QuickContact(Command):
    """A question answered at once, without a ticket. It counts."""

    topic: str
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class Book(Command):
    """Make an appointment. Answers the Appointment."""

    products: tuple[str, ...]
    start: datetime
    minutes: int | None = None
    officer: str | None = None
    party: int = 1
    initials: str = ""
    language: str = "nl"
    printer: str | None = None
    """Where the confirmation is printed; None: no paper."""


@dataclass(frozen=True, slots=True)
class CancelAppointment(Command):
    """Take an appointment off the list."""

    code: str


@dataclass(frozen=True, slots=True)
class MoveAppointment(Command):
    """Give an appointment another time."""

    code: str
    start: datetime


@dataclass(frozen=True, slots=True)
class CheckIn(Command):
    """A visitor with an appointment is here. Answers the Visit."""

    code: str
    via: str = "reception"
    language: str | None = None
    printer: str | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComeLater(Command):
    """A waiting visitor comes back later today and keeps the place. Answers the Contact. ``Return`` takes it back."""

    label: str
    at: datetime
    printer: str | None = None
    """Where the come-back-at slip is printed; None: no paper."""


@dataclass(frozen=True, slots=True)
class Leave(Command):
    """A waiting visitor went home."""

    label: str


@dataclass(frozen=True, slots=True)
class CallNext(Command):
    """Call whoever is most urgent for this counter. Answers the Contact, or None."""

    counter: int
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallTicket(Command):
    """Call this very ticket, out of order when need be."""

    counter: int
    label: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Recall(Command):
    """Call the same visitor once more."""

    counter: int


@dataclass(frozen=True, slots=True)
class Start(Command):
    """The visitor is at the counter."""

    counter: int


@dataclass(frozen=True, slots=True)
class NotThere(Command):
    """Nobody came."""

    counter: int


@dataclass(frozen=True, slots=True)
class Finish(Command):
    """The conversation is over."""

    counter: int
    outcome: str = "done"
    depth: int | None = None
    came_back_because: str = ""
    products: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Return(Command):
    """A missed visitor showed up after all, or one who would come back later is here already."""

    label: str


@dataclass(frozen=True, slots=True)
class Park(Command):
    """Wait for a colleague, a paper, a photo; the counter is free."""

    counter: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    """Go on with a parked visitor."""

    counter: int
    label: str


@dataclass(frozen=True, slots=True)
class Transfer(Command):
    """Send the visitor on with a note, keeping ticket and arrival time. One of the targets."""

    counter: int
    contact_type: str | None = None
    products: tuple[str, ...] = ()
    to_counter: int | None = None
    officer: str | None = None
    note: str = ""
    position: str = "arrival"
    confirm: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MakePromise(Command):
    """Instead of sending the visitor on once more: somebody lets them know. Ends the conversation.

    Answers the Promise.
    """

    counter: int
    clerk: str
    """Who will do it."""
    due_at: datetime
    """Before when."""
    about: str = ""


@dataclass(frozen=True, slots=True)
class KeepPromise(Command):
    """What was promised is done."""

    promise: str


@dataclass(frozen=True, slots=True)
class AddContact(Command):
    """The visitor asks for something else as well."""

    counter: int
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Produce(Command):
    """The product is being made; the counter is free."""

    counter: int


@dataclass(frozen=True, slots=True)
class Ready(Command):
    """The product is ready: the same ticket waits for its second call."""

    label: str


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Take back the last step at this counter."""

    counter: int


@dataclass(frozen=True, slots=True)
class StartDay(Command):
    """Start of day: what was left open on an earlier day is closed with a reason. Answers a DayEnd.

    The first step of a day does so by itself when anything was left.
    """

    reason: str = "vorige dag niet afgesloten"


@dataclass(frozen=True, slots=True)
class CloseDay(Command):
    """End of day: whoever is still open is closed with a reason, and listed. Answers a DayEnd."""

    reason: str = "einde van de dag"


@dataclass(frozen=True, slots=True)
class PrintOutcome(Command):
    """What became of a piece of paper: sending, printed, unknown, failed or cancelled."""

    job: str
    state: str
    detail: str = ""
    printer: str = ""
    """Who says so; refused when the paper goes to another printer by now. Empty: a person, who may always."""


@dataclass(frozen=True, slots=True)
class TakeOver(Command):
    """Paper that waits for a printer goes to another one. Answers the jobs that went, the oldest first."""

    printer: str
    """The one that does not work now."""
    backup: str
    most: int = 20
    """At most this many in one step; the rest may follow."""


@dataclass(frozen=True, slots=True)
class Reprint(Command):
    """Print the ticket of this visit again, marked as a reprint."""

    label: str
    printer: str


@dataclass(frozen=True, slots=True)
class PrintTrial(Command):
    """Print a sample ticket with this layout, whether it is kept or not. Answers the print job."""

    printer: str
    paper: Paper
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class PrintSlip(Command):
    """Print a slip for a visitor. What it needs depends on its kind. Answers the PrintRecord."""

    kind: SlipKind
    printer: str
    label: str = ""
    """The visitor's number; may be empty for missing papers and a referral."""
    code: str = ""
    """The appointment, for a confirmation."""
    products: tuple[str, ...] = ()
    """Empty: those of the visitor's conversation."""
    things: tuple[str, ...] = ()
    """Papers that were handed in, or that are missing."""
    place: str = ""
    """Where else to go; empty: what the product says."""
    note: str = ""
    counter: int | None = None
    """Where it is printed, for the paper."""
    language: str | None = None
    """None: the visitor's own."""


@dataclass(frozen=True, slots=True)
class PrintDayReport(Command):
    """Print the figures of a day. Answers the PrintRecord."""

    printer: str
    day: date | None = None
    """None: today so far."""


@dataclass(frozen=True, slots=True)
class PrintAgain(Command):
    """Print a slip or day report once more, marked as a reprint. Answers the PrintRecord."""

    job: str
    printer: str


@dataclass(frozen=True, slots=True)
class By:
    """Who does it: the station (such as "host" or "counter-4") and the actor (a clerk's code)."""

    station: str
    actor: str = ""
    extra: dict[str, str] = field(default_factory=dict)
