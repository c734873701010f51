"""Forecasts from sampled futures: the hall as it stands, played on many times by the real rule.

Times are minutes from now. Of two halls that differ by one counter or one person, everybody else keeps his chances
(``chances``), so that the forecasts differ by what that counter or person does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch import chances
from balie_app.queue.dispatch.chances import Chances
from balie_app.queue.dispatch.compiled import FAST, Floats, Ints, compiled, floats, ints
from balie_app.queue.dispatch.day import by_flexibility
from balie_app.queue.dispatch.kernel import (
    INDEX,
    NEVER,
    NO_APPOINTMENT,
    NOBODY,
    QUEUES,
    Board,
    Offers,
    People,
    Rule,
    play,
)
from balie_app.queue.rules.choose import Strictness

Places = frozenset[int]
"""Positions of the counters that may take somebody."""
Range = tuple[float, float, float]
"""Ten, fifty and ninety percent of the futures are at most this, in minutes."""

FUTURES = 64 if FAST else 16
"""Futures of one forecast: what fits in 100 ms at 40 counters and 100 waiting."""
QUANTILES = (0.1, 0.5, 0.9)
NOW = 10_000.0
"""The kernel's minute of "now": it takes a negative appointment for none."""
PROBE = 1e-6
"""Minutes that a question takes of a counter."""
LEAST_AHEAD, MOST_AHEAD = 60.0, 240.0
"""Minutes from now in which bookings are looked at."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits, or (``probe``) the question how long somebody would wait."""

    key: str
    places: Places
    minutes: float
    """How long the conversation lasts: the mean."""
    spread: float
    """Standard deviation of the logarithm of that."""
    arrival: float = 0.0
    """Minute from which his waiting counts (0 or before)."""
    due: float | None = None
    """Minute at which the norm of his appointment is broken; None for a walk-in."""
    ready: float = 0.0
    """Minute from which he may be called."""
    probe: bool = False


@dataclass(frozen=True, slots=True)
class Coming:
    """A booking for which nobody has come yet."""

    key: str
    places: Places
    minutes: float
    spread: float
    start: float
    norm: float = 5.0
    """Minutes after the appointment, or the check-in if that is later, within which the hall promised to call."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation that goes on: how long already, and how long such a one lasts."""

    key: str
    spent: float
    minutes: float
    spread: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A hall as it stands."""

    people: Sequence[Waiting]
    coming: Sequence[Coming]
    counters: Sequence[Talk | None]
    """For each open counter the conversation that goes on there (None: it is free)."""
    strict: Strictness


@dataclass(frozen=True, slots=True, eq=False)
class Futures:
    """What becomes of a scene: one row for each future, one column for each person (n), minutes from now."""

    keys: tuple[str, ...]
    """Those who wait, then those who come; without those whom no counter can take."""
    waiting: int
    """How many of them wait now."""
    called: Chances
    """(futures, n) minute of the call; NEVER for who does not come."""
    due: Chances
    """(futures, n) minute at which the norm of an appointment is broken; NEVER without appointment."""


def sampled_waits(
    people: Sequence[Waiting],
    coming: Sequence[Coming],
    counters: Sequence[Talk | None],
    strict: Strictness,
    futures: int = FUTURES,
) -> dict[str, Range]:
    """The range of minutes until each who waits is called, by key; absent for whom no counter can take."""
    found = play_futures(Scene(people, coming, counters, strict), futures)
    return ranges(found)


def ranges(found: Futures) -> dict[str, Range]:
    """The p10, p50 and p90 of the minutes until each who waits is called."""
    if not found.waiting:
        return {}
    waits = found.called[:, : found.waiting]
    edges = np.quantile(waits, QUANTILES, axis=0, method="weibull")  # covers 80 % also with few futures
    return {key: (float(p10), float(p50), float(p90)) for key, p10, p50, p90 in zip(found.keys, *edges, strict=False)}


def play_futures(scene: Scene, futures: int = FUTURES) -> Futures:
    """Play the scene on, ``futures`` times."""
    people = [each for each in scene.people if each.places]
    ahead = _look_ahead(people, len(scene.counters))
    coming = [each for each in scene.coming if each.places and each.start <= ahead]
    everybody: tuple[Waiting | Coming, ...] = (*people, *coming)
    keys = tuple(each.key for each in everybody)
    if not keys:
        return Futures((), 0, np.empty((futures, 0)), np.empty((futures, 0)))
    called, due = _played(people, coming, scene.counters, scene.strict, futures)
    return Futures(keys, len(people), called, due)


def _look_ahead(people: Sequence[Waiting], counters: int) -> float:
    """How far bookings matter: until about when the last of those who wait is called."""
    if not people:
        return LEAST_AHEAD
    work: dict[Places, float] = {}
    for each in people:
        work[each.places] = work.get(each.places, 0.0) + (0.0 if each.probe else each.minutes)
    longest = max(minutes / len(places) for places, minutes in work.items())
    return min(max(2 * max(longest, sum(work.values()) / max(1, counters)) + 30, LEAST_AHEAD), MOST_AHEAD)


def _played(
    people: Sequence[Waiting],
    coming: Sequence[Coming],
    counters: Sequence[Talk | None],
    strict: Strictness,
    futures: int,
) -> tuple[Chances, Chances]:
    """The minutes (futures, n) of the call, and of the norm, of each who waits, then of each who comes."""
    everybody: tuple[Waiting | Coming, ...] = (*people, *coming)
    kinds = {places: index for index, places in enumerate(dict.fromkeys(each.places for each in everybody))}
    crowd = _crowd(people, coming, kinds, futures)
    order = np.argsort(crowd.ready, axis=1, kind="stable")
    columns = [_columns(np.take_along_axis(each, order, axis=1)) for each in crowd]
    board = Board(*(_columns(each) for each in _board(len(kinds), len(everybody), counters, futures)))
    _play_each(People(*columns), _offers(tuple(kinds), len(counters)), _rule(strict, len(kinds)), board)
    start = np.empty(order.shape)
    np.put_along_axis(start, order, np.array(board.start), axis=1)
    called = np.where(start < NEVER, np.maximum(start - NOW, 0.0), NEVER)
    return called, np.where(crowd.appointment >= 0, crowd.due - NOW, NEVER)


def _crowd(people: Sequence[Waiting], coming: Sequence[Coming], kinds: dict[Places, int], futures: int) -> People:
    """Everybody's columns (futures, n)."""
    everybody: tuple[Waiting | Coming, ...] = (*people, *coming)
    keys = [each.key for each in everybody]
    service = chances.durations(keys, [e.minutes for e in everybody], [e.spread for e in everybody], futures)
    for index, each in enumerate(people):
        if each.probe:
            service[index] = PROBE
    shape = (len(everybody), futures)
    ready, arrival = np.empty(shape), np.empty(shape)
    appointment, due = np.full(shape, NO_APPOINTMENT), np.zeros(shape)
    for index, each in enumerate(people):
        ready[index], arrival[index] = NOW + each.ready, NOW + each.arrival
        if each.due is not None:
            appointment[index] = due[index] = NOW + each.due
    if coming:
        here = len(people)
        at = chances.check_ins([each.key for each in coming], [each.start for each in coming], futures)
        begin, norm = (np.array([getattr(each, name) for each in coming])[:, None] for name in ("start", "norm"))
        ready[here:] = arrival[here:] = np.where(at < NEVER, NOW + at, NEVER)
        appointment[here:], due[here:] = NOW + begin, NOW + np.maximum(at, begin) + norm
    kind = np.tile(np.array([kinds[each.places] for each in everybody], dtype=np.int64), (futures, 1))
    return People(kind, ready.T, arrival.T, appointment.T, due.T, service.T)


def _offers(kinds: Sequence[Places], counters: int) -> Offers:
    """Which counter may take which kinds; the least flexible is asked first."""
    takes = [[kind for kind, places in enumerate(kinds) if counter in places] for counter in range(counters)]
    order = by_flexibility(np.array([[counter in places for places in kinds] for counter in range(counters)]))
    first = np.concatenate([[0], np.cumsum([len(each) for each in takes])])
    listed = [kind for each in takes for kind in each]
    return Offers(floats(np.zeros(1)), _ints(order), _ints(first), _ints(listed))


def _ints(values: Sequence[int] | NDArray[np.int64]) -> Ints:
    return ints(np.array(values, dtype=np.int64))


def _rule(strict: Strictness, kinds: int) -> Rule:
    height, tau, late, lead = (floats(np.full(kinds, value)) for value in (strict.height, strict.tau, strict.late, 0.0))
    return Rule(INDEX, height, tau, late, lead)


def _board(kinds: int, people: int, counters: Sequence[Talk | None], futures: int) -> Board:
    """An empty hall for each future, with the conversations that go on."""
    nobody = np.full((futures, people), NOBODY, dtype=np.int64)
    lines = np.full((futures, QUEUES * kinds), NOBODY, dtype=np.int64)
    free_at = np.full((len(counters), futures), NOW)
    for index, talk in enumerate(counters):
        if talk is not None:
            free_at[index] += chances.remaining(talk.key, talk.spent, talk.minutes, talk.spread, futures)
    return Board(
        head=lines,
        tail=lines.copy(),
        behind=nobody,
        place=np.zeros((futures, people)),
        free_at=free_at.T,
        start=np.full((futures, people), NEVER),
        counter=nobody.copy(),
        tally=np.zeros((futures, 3), dtype=np.int64),
    )


def _columns(values: NDArray[np.generic]) -> Floats | Ints:
    """A table (futures, n) in the form the event loop reads fastest."""
    return np.ascontiguousarray(values) if FAST else values.tolist()


@compiled
def _play_each(crowd: People, offers: Offers, rule: Rule, boards: Board) -> None:
    """Play each future; the tables of ``crowd`` and ``boards`` have one row for each."""
    for future in range(len(crowd.ready)):
        people = People(
            crowd.kind[future],
            crowd.ready[future],
            crowd.arrival[future],
            crowd.appointment[future],
            crowd.due[future],
            crowd.service[future],
        )
        board = Board(
            boards.head[future],
            boards.tail[future],
            boards.behind[future],
            boards.place[future],
            boards.free_at[future],
            boards.start[future],
            boards.counter[future],
            boards.tally[future],
        )
        play(people, offers, rule, board, NOW, NEVER)
