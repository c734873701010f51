"""Plays a day with counters that open and close one by one through the event loop of the hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import Day, Played, Rule, Staffing, blank_board
from balie_app.queue.dispatch.kernel import (
    ADMITTED,
    NEVER,
    NOBODY,
    QUEUES,
    STRETCH,
    WAITING,
    Board,
    People,
    admit,
    play,
)
from balie_app.queue.experiment.staffing import Desk, somebody_stays

SPREAD = 0.6
"""Standard deviation of the logarithm of conversation lengths, as measured in comparable halls."""
A_MOMENT = 1e-6
LAST_MINUTE = 3 * 24 * 60
"""By this minute everybody was helped, or nobody can."""

Minutes = NDArray[np.float64]


def lengths(means: Minutes, seed: int) -> Minutes:
    """Lognormal lengths around each visitor's mean. The same seed gives the same work under every rule."""
    random = np.random.default_rng(seed)
    return np.asarray(means * np.exp(random.normal(-(SPREAD**2) / 2, SPREAD, len(means))))


def welcome(day: Day, closes: float) -> Day:
    """The day without those who come when the doors are closed."""
    arrival = day.arrival.copy()
    arrival[arrival >= closes] = NEVER
    ready = None if day.ready is None else np.where(arrival < NEVER, day.ready, NEVER)
    return replace(day, arrival=arrival, ready=ready)


def staying(places: Sequence[Desk], day: Day, kinds: Sequence[str]) -> list[Desk]:
    """The same desks, where whoever has a number is helped, after hours if need be."""
    ready = day.arrival if day.ready is None else day.ready
    last = {
        kind: float(np.max(ready, where=day.comes & (day.kind == number), initial=0.0))
        for number, kind in enumerate(kinds)
    }
    return somebody_stays(places, last)


class Floor:
    """The counters of a day and what their clerks do, ready to be played again and again."""

    def __init__(self, desks: Sequence[Desk], kinds: Sequence[str], rule: Rule) -> None:
        """``kinds`` are the queues, in the order of their numbers in a ``Day``."""
        self.desks = desks
        self._kinds = kinds
        self._rule = rule.numbers(len(kinds))
        self._staffing = Staffing.shifts(self._able([desk.does for desk in desks]), [desk.open for desk in desks])
        self._closing = min((each.closes for each in desks if each.stays_for), default=NEVER)
        self._late: dict[tuple[tuple[str, ...], ...], Staffing] = {}

    def played(self, day: Day) -> Played:
        """Let the whole day happen. ``start`` is NEVER for who cannot be helped at all."""
        people, order = day.people()
        begin = min(people.ready, default=0.0)
        board = blank_board(people, len(self._kinds), np.full(len(self.desks), begin))
        play(people, self._staffing.offers, self._rule, board, begin, min(self._closing, NEVER) - A_MOMENT)
        self._wind_down(people, board)
        back = np.argsort(order, kind="stable")
        start, counter = np.asarray(board.start, dtype=np.float64), np.asarray(board.counter, dtype=np.int64)
        return Played(start[back], counter[back], np.asarray(board.free_at, dtype=np.float64))

    def _wind_down(self, people: People, board: Board) -> None:
        """From the first clerk on who might go home, look every minute who still waits."""
        gone: set[int] = set()
        minute = self._closing
        while minute < LAST_MINUTE and (board.tally[WAITING] > 0 or board.tally[ADMITTED] < len(people.kind)):
            admit(people, self._rule, board, minute)
            waiting = {self._kinds[queue // QUEUES] for queue, head in enumerate(board.head) if head != NOBODY}
            now = tuple(self._does(number, minute, waiting, gone) for number in range(len(self.desks)))
            staffing = self._late.get(now)
            if staffing is None:
                staffing = self._late[now] = Staffing(self._able(now))
            board.tally[STRETCH] = 0
            play(people, staffing.offers, self._rule, board, minute, minute + 1 - A_MOMENT)
            minute += 1

    def _does(self, number: int, minute: float, waiting: set[str], gone: set[int]) -> tuple[str, ...]:
        """Whom this counter calls in this minute; a clerk who has gone home does not come back."""
        desk = self.desks[number]
        if number in gone:
            return ()
        if minute < desk.closes:
            return desk.does if any(since <= minute < until for since, until in desk.open) else ()
        if minute <= desk.awaits or not waiting.isdisjoint(desk.stays_for):
            return desk.stays_for
        gone.add(number)
        return ()

    def _able(self, does: Sequence[tuple[str, ...]]) -> NDArray[np.bool_]:
        return np.array([[kind in each for kind in self._kinds] for each in does], dtype=bool)
