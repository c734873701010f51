"""Plays the day on a thread of its own, at the pace of the hall's clock."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from queue import SimpleQueue

from balie_app.queue.commands import By, SetClock
from balie_app.queue.hall import Hall, create_hall, open_hall, wall_clock
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.simulation.player import Player
from balie_app.queue.simulation.recorded import demo_day
from balie_app.queue.simulation.rehearsal import rehearsal_config
from balie_app.queue.simulation.visitors import Arrival, visitors
from balie_app.queue.views import Clock, HallView

log = logging.getLogger(__name__)

LEAD = timedelta(seconds=40)
"""The clock starts this long before the first visitor."""
LONGEST_NAP = 0.25
TOO_FAR_BEHIND = timedelta(minutes=2)
"""Behind more than this, the clock goes slower: a late simulation would invent waits."""
SLOWEST = 5.0


@dataclass(frozen=True, slots=True)
class Pace:
    """What the control window shows of the clock."""

    now: datetime
    speed: float
    paused: bool
    slowed: bool
    """Whether the machine could not keep up with the speed asked for."""


class Conductor:
    """The demo hall and its day."""

    def __init__(self, where: str, seed: int, printer: str, press: Callable[[Arrival], bool]) -> None:
        day = demo_day()
        self.where = where
        self.config: HallConfig = rehearsal_config(day)
        self.arrivals = visitors(day, seed, self.config.timezone)
        self.source = day.source
        self.opens = self.arrivals[0].at - LEAD
        self._seed, self._printer, self._press = seed, printer, press
        self._orders: SimpleQueue[Callable[[Hall, Player], None]] = SimpleQueue()
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo-conductor", daemon=True)
        self._clock = Clock(True, self.opens, wall_clock(), 0.0)
        self._asked, self._paused, self._slowed = 10.0, True, False
        self.failed: BaseException | None = None

    def prepare(self) -> None:
        """Make the rehearsal hall, book the appointments, seat the clerks; the clock stands at the opening."""
        hall = create_hall(self.where, self.config, rehearsal=True)
        try:
            hall.perform(SetClock(self.opens, 0), By("demo"))
            player = Player(hall, self.arrivals, self._seed, self._printer, self._press)
            self._codes = player.book_all()
            player.open_counters([each.number for each in self.config.counters])
        finally:
            hall.close()

    def start(self) -> None:
        """Begin to play (the clock still stands: see ``pace``)."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(15)

    @property
    def state(self) -> Pace:
        """The clock now."""
        return Pace(self._clock.now(wall_clock()), self._clock.speed or self._asked, self._paused, self._slowed)

    def check(self) -> None:
        """Raise what ended the day before its time, if anything did."""
        if self.failed is not None:
            raise self.failed

    def pace(self, speed: float, paused: bool = False) -> None:
        """Run at ``speed`` (1 is real time), or stand still."""
        self._asked, self._paused, self._slowed = speed, paused, False
        self._order(lambda hall, _player: self._set(hall, 0.0 if paused else speed))

    def take_over(self, counter: int, person: bool) -> None:
        """A person works at this counter from now on, or the simulated clerk again."""
        self._order(lambda _hall, player: player.take_over(counter) if person else player.give_back(counter))

    def picture(self, done: Callable[[HallView], None]) -> None:
        """Read the hall on the conductor's thread."""
        self._order(lambda hall, _player: done(hall.view()))

    def _order(self, what: Callable[[Hall, Player], None]) -> None:
        self._orders.put(what)
        self._wake.set()

    def _set(self, hall: Hall, speed: float) -> None:
        hall.perform(SetClock(None, speed), By("demo"))
        self._clock = hall.view().clock

    def _run(self) -> None:
        hall = open_hall(self.where)
        try:
            player = Player(hall, self.arrivals, self._seed, self._printer, self._press)
            player.plan(self._codes, self.opens)
            player.seat(each.number for each in self.config.counters)
            while not self._stop.is_set():
                self._turn(hall, player)
        except BaseException as error:  # whatever it was, the demo must hear it and end
            log.exception("the day stopped")
            self.failed = error
        finally:
            hall.close()

    def _turn(self, hall: Hall, player: Player) -> None:
        while not self._orders.empty():
            self._orders.get()(hall, player)
        now = self._clock.now(wall_clock())
        due = player.next_due()
        behind = now - due if due is not None and due < now else timedelta()
        if self._clock.speed > 0:
            player.play(now)
            self._keep_up(hall, behind)
        self._wake.wait(self._nap(player))
        self._wake.clear()

    def _keep_up(self, hall: Hall, behind: timedelta) -> None:
        if behind > TOO_FAR_BEHIND and self._clock.speed > SLOWEST:
            self._slowed = True
            self._set(hall, max(SLOWEST, self._clock.speed * 0.7))

    def _nap(self, player: Player) -> float:
        due, speed = player.next_due(), self._clock.speed
        if due is None or speed <= 0:
            return LONGEST_NAP
        ahead = (due - self._clock.now(wall_clock())).total_seconds() / speed
        return min(LONGEST_NAP, max(0.0, ahead))
