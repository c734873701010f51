"""What one counter sees and may do, worked out from the hall's picture. No Qt, no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from balie_app.queue.rules.choose import Candidate, choose
from balie_app.queue.rules.eligible import obstacle
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState, CounterWork, Visit
from balie_app.queue.views import HallView, Wait


class Step(StrEnum):
    """Everything a clerk can do at the panel."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    NEXT = "next"
    RECALL = "recall"
    START = "start"
    DONE = "done"
    OUTCOME = "outcome"
    NOT_THERE = "not-there"
    TRANSFER = "transfer"
    PARK = "park"
    UNPARK = "unpark"
    PRODUCE = "produce"
    READY = "ready"
    SECOND = "second"
    TICKET = "ticket"
    UNDO = "undo"
    PAY = "pay"
    TILL = "till"
    RECEIPTS = "receipts"
    PAPERS = "papers"
    REFER = "refer"


class No(StrEnum):
    """Why a step is not possible now."""

    OFFLINE = "offline"
    NO_PRINTER = "no-printer"
    NO_CLERK = "no-clerk"
    CLOSED = "closed"
    PAUSED = "paused"
    OPEN = "open"
    BUSY = "busy"
    NOBODY_HERE = "nobody-here"
    NOT_STARTED = "not-started"
    STARTED = "started"
    NOBODY_WAITS = "nobody-waits"
    NOBODY_PARKED = "nobody-parked"
    NOTHING_IN_THE_MAKING = "nothing-in-the-making"
    NOTHING_TO_UNDO = "nothing-to-undo"


@dataclass(frozen=True, slots=True)
class Situation:
    """One counter at one moment."""

    view: HallView
    counter: Counter
    work: CounterWork
    clerk: Clerk | None
    """Who sits there, or is about to."""
    current: Contact | None
    waiting: tuple[Contact, ...]
    """Those this counter could take, most urgent first."""
    next: Contact | None
    """Whom "volgende" would call now, by the hall's own rule."""
    parked: tuple[Contact, ...]
    producing: tuple[Contact, ...]
    online: bool

    @property
    def config(self) -> HallConfig:
        """The hall's configuration."""
        return self.view.config

    @property
    def undo(self) -> str:
        """What Ctrl+Z would take back, as the journal's word for the step; empty when nothing."""
        return self.view.undoable.get(self.counter.number, "")

    @property
    def phase(self) -> str:
        """``closed``, ``paused``, ``idle``, ``called`` or ``serving``."""
        if self.current is not None:
            return self.current.state.value
        return "idle" if self.work.state is CounterState.OPEN else self.work.state.value

    def visit(self, contact: Contact) -> Visit | None:
        """The visit a contact belongs to."""
        return self.view.visits.get(contact.visit)

    def wait(self, contact: Contact) -> Wait | None:
        """How long a waiting contact is expected to wait from now."""
        return self.view.waits.get(contact.id)

    def siblings(self, contact: Contact) -> tuple[Contact, ...]:
        """Other open contacts of the same visit."""
        return tuple(c for c in self.view.contacts if c.visit == contact.visit and c.id != contact.id)


def situation(view: HallView, number: int, clerk: str | None, now: datetime, online: bool) -> Situation | None:
    """What counter ``number`` sees; None when the hall has no such counter."""
    counter = view.config.counter_by_number.get(number)
    if counter is None:
        return None
    work = next((w for w in view.counters if w.number == number), CounterWork(number))
    who = view.config.clerk_by_code.get(work.clerk or clerk or "")
    here = [c for c in view.contacts if c.counter == number]
    waiting = tuple(c for c in callable_contacts(view) if fits(view, c, counter, who) and not c.is_away(now))
    choice = choose([Candidate(c, *_needs(view, c)) for c in waiting], counter, who, view.config, now)
    return Situation(
        view=view,
        counter=counter,
        work=work,
        clerk=who,
        current=next((c for c in here if c.state in AT_COUNTER), None),
        waiting=waiting,
        next=choice.contact if choice else None,
        parked=_aside(view, ContactState.PARKED, who),
        producing=_aside(view, ContactState.PRODUCING, who),
        online=online,
    )


def callable_contacts(view: HallView) -> list[Contact]:
    """Who waits and is not at a counter with another question of the same visit."""
    away = {c.visit for c in view.contacts if c.state in AT_COUNTER}
    return [c for c in view.contacts if c.state is ContactState.WAITING and c.visit not in away]


def _needs(view: HallView, contact: Contact) -> tuple[tuple[str, ...], str]:
    visit = view.visits.get(contact.visit)
    return (visit.needs, visit.language) if visit else ((), "nl")


def fits(view: HallView, contact: Contact, counter: Counter, clerk: Clerk | None) -> bool:
    """Whether this counter could take the contact; without a clerk only the place is looked at."""
    found = obstacle(contact, _needs(view, contact)[0], counter, clerk, view.config)
    return found is None or (clerk is None and found in {"not-competent", "for-another-clerk"})


def _aside(view: HallView, state: ContactState, clerk: Clerk | None) -> tuple[Contact, ...]:
    """Own visitors first, then those a colleague set aside: anyone may go on with them."""
    found = [c for c in view.contacts if c.state is state]
    return tuple(sorted(found, key=lambda c: clerk is None or c.clerk != clerk.code))


def why_not(here: Situation, step: Step) -> No | None:
    """Why ``step`` is not possible now; None when it is."""
    if not here.online:
        return No.OFFLINE
    if step is Step.UNDO:
        return None if here.undo else No.NOTHING_TO_UNDO
    if step is Step.READY:
        return None if here.producing else No.NOTHING_IN_THE_MAKING
    if step in {
        Step.PAY,
        Step.TILL,
        Step.RECEIPTS,
    }:  # also without a visitor: somebody comes back to pay, a day is closed
        return No.CLOSED if here.work.state is CounterState.CLOSED else None
    if step in _AT_THE_DOOR:
        return _door(here, step)
    if step in _WHEN_FREE:
        return _free(here, step)
    return _conversation(here, step)


SLIPS = frozenset({Step.PAPERS, Step.REFER})
"""What needs a printer at this station."""
_AT_THE_DOOR = frozenset({Step.OPEN, Step.PAUSE, Step.RESUME, Step.CLOSE})
_WHEN_FREE = frozenset({Step.NEXT, Step.TICKET, Step.UNPARK})
_WHEN_CALLED = frozenset({Step.RECALL, Step.START, Step.NOT_THERE})


def _door(here: Situation, step: Step) -> No | None:
    state = here.work.state
    if step is Step.OPEN:
        return No.OPEN if state is not CounterState.CLOSED else No.NO_CLERK if here.clerk is None else None
    if state is CounterState.CLOSED:
        return No.CLOSED
    if step is Step.CLOSE:
        return No.BUSY if here.current else None
    if step is Step.PAUSE:
        return No.PAUSED if state is CounterState.PAUSED else None
    return No.OPEN if state is CounterState.OPEN else None


def _free(here: Situation, step: Step) -> No | None:
    if here.current is not None:
        return No.BUSY
    if here.work.state is not CounterState.OPEN:
        return No.CLOSED if here.work.state is CounterState.CLOSED else No.PAUSED
    if step is Step.TICKET and not callable_contacts(here.view):
        return No.NOBODY_WAITS
    return No.NOBODY_PARKED if step is Step.UNPARK and not here.parked else None


def _conversation(here: Situation, step: Step) -> No | None:
    if here.current is None:
        return No.NOBODY_HERE if here.work.state is CounterState.OPEN else No.CLOSED
    called = here.current.state is ContactState.CALLED
    if step in _WHEN_CALLED:
        return None if called else No.STARTED
    return No.NOT_STARTED if called else None


PRIMARY = {
    "closed": Step.OPEN,
    "paused": Step.RESUME,
    "idle": Step.NEXT,
    "called": Step.START,
    "serving": Step.DONE,
}
"""The main next step of each phase."""


class Lateness(StrEnum):
    """The one alarm scale: neutral, amber at 3 minutes, red at 5."""

    NONE = "none"
    AMBER = "amber"
    RED = "red"


AMBER_MINUTES = 3


def lateness(contact: Contact, visit: Visit | None, now: datetime, red: int = 5) -> tuple[Lateness, int]:
    """How late an appointment was called, or is by now: the colour and whole minutes (never negative).

    Counted from the later of appointed time and arrival to the first call: a recall makes nothing
    later. ``red`` is the norm in minutes. A walk-in is never late.
    """
    if contact.appointment_at is None:
        return Lateness.NONE, 0
    begin = max(contact.appointment_at, visit.arrived_at if visit else contact.appointment_at)
    minutes = max(0, int(((contact.first_called_at or now) - begin).total_seconds() // 60))
    if minutes >= red:
        return Lateness.RED, minutes
    return (Lateness.AMBER if minutes >= min(AMBER_MINUTES, red) else Lateness.NONE), minutes
