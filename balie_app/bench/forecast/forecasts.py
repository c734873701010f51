"""The product's own forecasts at one moment: sampled futures, and the one quick run that a step has time for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from balie_app.bench.forecast.moments import Moment
from balie_app.queue.dispatch.day import NORM_MINUTES, Day, Staffing
from balie_app.queue.dispatch.futures import FUTURES, Coming, Places, Range, Scene, Talk, Waiting, play_futures, ranges
from balie_app.queue.dispatch.halls import KINDS, SyntheticHall
from balie_app.queue.rules.choose import Strictness, booked_urgency, walk_in_urgency
from balie_app.queue.rules.durations import Held, Usual, learn
from balie_app.queue.rules.forecast import Person, expected_waits, free_times, spread

CONFIGURED = (5.0, 15.0, 20.0, 30.0)
"""Minutes that the shipped configuration gives these kinds; what really holds is learned."""
FIRST_DAYS = 20
PAST = 1_000_000
"""A hall's first days have seeds from here on, so that no measured day is among them."""


@dataclass(frozen=True)
class Known:
    """What the hall knows before the day begins."""

    staffing: Staffing
    strict: Strictness
    usual: Sequence[Usual]
    """By kind."""
    mean: float
    """Minutes of a conversation, over all kinds."""
    booked: float
    """Share of the conversation time that is by appointment."""

    @cached_property
    def places(self) -> tuple[Places, ...]:
        """By kind: the counters that may take it."""
        eligible = self.staffing.eligible[0]
        return tuple(frozenset(np.flatnonzero(eligible[:, kind]).tolist()) for kind in range(self.staffing.kinds))


def first_days(hall: SyntheticHall, strict: Strictness, days: int = FIRST_DAYS) -> Known:
    """What a hall learned from its first days, as the product learns it."""
    held = [each for seed in range(PAST, PAST + days) for each in _held(hall.day(seed))]
    learned = learn(held)
    usual = [learned.usual(code, (), minutes) for code, minutes in zip(KINDS, CONFIGURED, strict=True)]
    share = np.array([sum(each.contact_type == code for each in held) for code in KINDS], dtype=float)
    mean = float(share @ [each.minutes for each in usual] / share.sum()) if held else float(np.mean(CONFIGURED))
    return Known(hall.staffing, strict, usual, mean, learned.booked)


def _held(day: Day) -> list[Held]:
    came = np.flatnonzero(day.comes)
    return [
        Held(KINDS[day.kind[who]], "", float(day.service[who]), CONFIGURED[day.kind[who]], bool(day.is_booked[who]))
        for who in came
    ]


def sampled(at: Moment, known: Known, futures: int = FUTURES) -> tuple[float, float, float, float]:
    """The forecast as every station shows it (p10, p50, p90); and how far off it is on average if its futures are true.

    That last number is what nobody who knows the same can do better: conversations are as long as they happen to be.
    """
    people = [_waiting(at, known, who) for who in (*at.waiting, at.who)]
    coming = [_coming(at, known, who) for who in at.coming]
    found = play_futures(Scene(people, coming, _talks(at, known), known.strict), futures)
    low, middle, high = ranges(found)[str(at.who)]
    mine = found.called[:, found.keys.index(str(at.who))]
    return low, middle, high, float(np.abs(mine - middle).mean())


def _waiting(at: Moment, known: Known, who: int) -> Waiting:
    day, kind = at.of.day, int(at.of.day.kind[who])
    usual, due = known.usual[kind], float(day.due_at[who]) - at.now if day.is_booked[who] else None
    return Waiting(str(who), known.places[kind], usual.minutes, usual.spread, float(day.arrival[who]) - at.now, due)


def _coming(at: Moment, known: Known, who: int) -> Coming:
    kind = int(at.of.day.kind[who])
    usual, start = known.usual[kind], float(at.of.day.appointment[who]) - at.now
    return Coming(str(who), known.places[kind], usual.minutes, usual.spread, start, NORM_MINUTES)


def _talks(at: Moment, known: Known) -> list[Talk | None]:
    talks: list[Talk | None] = [None] * known.staffing.counters
    for who in at.talking:
        usual = known.usual[int(at.of.day.kind[who])]
        spent = at.now - float(at.of.start[who])
        talks[int(at.of.played.counter[who])] = Talk(str(who), spent, usual.minutes, usual.spread)
    return talks


def quick(at: Moment, known: Known) -> Range:
    """The forecast of a step without a picture at hand: played once, its edges by formula."""
    day = at.of.day
    ahead = sorted(
        (pair for who in at.waiting if (pair := _urgent(at, known, who))[0] >= 1.0), key=lambda pair: -pair[0]
    )
    mine = known.places[at.kind]
    people = [Person(str(who), known.usual[day.kind[who]].minutes, known.places[day.kind[who]]) for _, who in ahead]
    talks = [None if each is None else (each.spent, each.minutes, each.spread) for each in _talks(at, known)]
    me = Person("me", 0.0, mine, probe=True)
    in_front = sum(1 for person in people if person.places & mine)
    return spread(expected_waits([*people, me], free_times(talks))["me"], in_front, known.booked)


def _urgent(at: Moment, known: Known, who: int) -> tuple[float, int]:
    day = at.of.day
    if day.is_booked[who]:
        return booked_urgency(float(day.due_at[who]) - at.now, known.strict), who
    return walk_in_urgency(at.now - float(day.arrival[who])), who
