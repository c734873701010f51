"""A real hall at this moment, as the look-ahead wants it. Minutes from now.

People whom the same counters may take for conversations of about the same length become one kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from balie_app.queue.dispatch.beliefs import believe
from balie_app.queue.dispatch.compiled import FAST, floats, ints
from balie_app.queue.dispatch.day import NORM_MINUTES, Staffing
from balie_app.queue.dispatch.effort import Effort
from balie_app.queue.dispatch.futures import Coming, Places, Talk, Waiting
from balie_app.queue.dispatch.kernel import NO_APPOINTMENT, NOBODY
from balie_app.queue.dispatch.lookahead import Advice, LookAhead, Stop, no_hurry
from balie_app.queue.dispatch.sampling import Scene

ZERO = 10_000.0
"""The minute of now: no appointment of today lies before minute 0."""
WORK = 9_000 if FAST else 400
"""Visitors played in one decision: what fits in five milliseconds with all that comes with it. Where nothing is
compiled that is enough in a quiet hall only."""
FEWEST = 6
"""Futures: fewer say nothing, and the index stands."""

Kind = tuple[Places, int, float]
"""Counters that may take somebody, minutes that such a conversation lasts, spread of their logarithm."""


@dataclass(frozen=True, slots=True)
class Drop:
    """People who may walk in: so many a minute, of one sort."""

    places: Places
    minutes: float
    spread: float
    per_minute: float


@dataclass(frozen=True, slots=True)
class Live:
    """A hall as it stands. Nobody's future is in it."""

    counters: Sequence[Talk | None]
    """The conversation at each open counter; None: it is idle."""
    people: Sequence[Waiting]
    coming: Sequence[Coming]
    drops: Sequence[Drop]
    closes: float
    """Minutes until nobody walks in any more."""
    strictness: float = 0.5


def effort_for(strictness: float) -> Effort:
    """The slider of the hall: the middle is what was measured; strict counts a late appointment double."""
    usual, more = Effort(), 4 ** (strictness - 0.5)
    base = replace(usual.strictness, height=usual.strictness.height * more)
    weights = usual.weights._replace(late=usual.weights.late * more)
    return replace(usual, strictness=base, weights=weights, work=WORK, fewest=FEWEST)


def advise(live: Live, counter: int, stop: Stop = no_hurry) -> Advice | None:
    """Whom this idle counter (by position) should call, of ``live.people``; None when it may take nobody."""
    kinds = list(dict.fromkeys(_kinds(live)))
    index = {kind: place for place, kind in enumerate(kinds)}
    if not any(counter in each.places for each in live.people):
        return None
    eligible = [[place in places for places, _, _ in kinds] for place in range(len(live.counters))]
    rates = np.zeros(len(kinds))
    for each in live.drops:
        rates[index[_kind(each)]] += each.per_minute
    minutes, spreads = [float(kind[1]) for kind in kinds], [kind[2] for kind in kinds]
    belief = believe(minutes, spreads, rates[np.newaxis], ZERO + live.closes)
    ahead = LookAhead(Staffing(eligible), belief, effort_for(live.strictness))
    order = sorted(range(len(live.people)), key=lambda each: (live.people[each].arrival, each))
    found = ahead.advise(_scene(live, order, index), counter, stop)
    return replace(found, visitor=order[found.visitor], own=order[found.own])


def _kind(each: Waiting | Coming | Drop) -> Kind:
    return each.places, max(1, round(each.minutes)), round(each.spread, 2)


def _talked(talk: Talk) -> Kind:
    """A conversation that goes on has a length, and no counter to go to any more."""
    return frozenset(), max(1, round(talk.minutes)), round(talk.spread, 2)


def _kinds(live: Live) -> list[Kind]:
    ahead: list[Waiting | Coming | Drop] = [*live.people, *live.coming, *live.drops]
    return [_kind(each) for each in ahead] + [_talked(talk) for talk in live.counters if talk is not None]


def _scene(live: Live, order: Sequence[int], index: dict[Kind, int]) -> Scene:
    people = [live.people[each] for each in order]
    appointed = [NO_APPOINTMENT if each.due is None else ZERO + each.due - NORM_MINUTES for each in people]
    talks = live.counters
    return Scene(
        now=ZERO,
        kind=ints(np.array([index[_kind(each)] for each in people], dtype=np.int64)),
        arrival=floats(np.array([ZERO + each.arrival for each in people])),
        appointment=floats(np.array(appointed)),
        due=floats(np.array([0.0 if each.due is None else ZERO + each.due for each in people])),
        booked_kind=ints(np.array([index[_kind(each)] for each in live.coming], dtype=np.int64)),
        booked_at=floats(np.array([ZERO + each.start for each in live.coming])),
        busy_kind=ints(np.array([NOBODY if t is None else index[_talked(t)] for t in talks], dtype=np.int64)),
        busy_since=floats(np.array([ZERO if t is None else ZERO - t.spent for t in talks])),
    )


def rehearse() -> None:
    """Look ahead once in a hall of one counter, so that everything is loaded and compiled."""
    place = frozenset({0})
    people = [Waiting("a", place, 6.0, 0.6, arrival=-3.0), Waiting("b", place, 6.0, 0.6, arrival=-9.0, due=4.0)]
    coming, drops = [Coming("c", place, 6.0, 0.6, start=8.0)], [Drop(place, 6.0, 0.6, 0.1)]
    live = Live((None, Talk("d", 3.0, 6.0, 0.6)), people, coming, drops, closes=100.0)
    advise(live, 0)
