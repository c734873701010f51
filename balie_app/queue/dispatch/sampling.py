"""One sampled future: who comes, when, and how long each conversation lasts, from given chances.

All chances come from outside, as numbers between 0 and 1, so that two choices are compared in the same future and
compiled and plain code see the same one.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from balie_app.queue.dispatch.compiled import Floats, Ints, compiled
from balie_app.queue.dispatch.kernel import NEVER, NO_APPOINTMENT, People

CHANCES = 3
"""Chances that one visitor uses."""


class Belief(NamedTuple):
    """What a hall expects of those it has not seen yet. K kinds, Q quantiles, B blocks of an hour from zero."""

    service: Floats
    """(K*Q) quantiles of the service time of each kind, minutes."""
    check_in: Floats
    """(Q) quantiles of check-in minus appointed time, minutes."""
    rates: Floats
    """(B*K) walk-ins a minute."""
    mean: Floats
    """(K) mean service, minutes."""
    no_show: float
    norm: float
    """Minutes after the later of time and check-in within which an appointment is to be called."""
    closes: float
    """Minute after which nobody walks in."""
    quantiles: int
    kinds: int


class Scene(NamedTuple):
    """A hall as it stands: w who wait, b who are booked and have not come, C counters. Nobody's future is in it."""

    now: float
    kind: Ints
    """(w), in order of arrival."""
    arrival: Floats
    appointment: Floats
    due: Floats
    booked_kind: Ints
    """(b)"""
    booked_at: Floats
    busy_kind: Ints
    """(C) kind of the conversation that goes on, NOBODY when idle."""
    busy_since: Floats
    """(C)"""


@compiled
def quantile(table: Floats, first: int, count: int, chance: float) -> float:
    """The value that is not exceeded with this chance."""
    place = min(max(chance * count - 0.5, 0.0), count - 1.0)
    low = min(int(place), count - 2)
    return float(table[first + low] + (place - low) * (table[first + low + 1] - table[first + low]))


@compiled
def share_below(table: Floats, first: int, count: int, value: float) -> float:
    """The chance that the value is not exceeded: the inverse of ``quantile``."""
    if value <= table[first]:
        return 0.0
    low, high = 0, count - 1
    if value >= table[first + high]:
        return 1.0
    while high - low > 1:
        middle = (low + high) // 2
        if table[first + middle] <= value:
            low = middle
        else:
            high = middle
    step = table[first + high] - table[first + low]
    within = (value - table[first + low]) / step if step > 0 else 0.0
    return float((low + within + 0.5) / count)


@compiled
def rest_of(belief: Belief, kind: int, spent: float, chance: float) -> float:
    """How long a conversation still lasts that has lasted ``spent`` minutes."""
    first = kind * belief.quantiles
    below = share_below(belief.service, first, belief.quantiles, spent)
    if below > 0.995:  # longer than nearly all: it may end any moment
        return float(-0.3 * belief.mean[kind] * math.log(max(1.0 - chance, 1e-6)))
    whole = quantile(belief.service, first, belief.quantiles, below + (1.0 - below) * chance)
    return max(whole - spent, 0.1)


@compiled
def check_in(belief: Belief, booked_at: float, now: float, comes: float, chance: float) -> float:
    """When somebody who has not come yet checks in; NEVER when he does not. The later, the less likely he comes."""
    below = share_below(belief.check_in, 0, belief.quantiles, now - booked_at)
    left = (1.0 - belief.no_show) * (1.0 - below)
    if comes * (belief.no_show + left) >= left:
        return NEVER
    return max(booked_at + quantile(belief.check_in, 0, belief.quantiles, below + (1.0 - below) * chance), now)


@compiled
def rate(belief: Belief, moment: float, kind: int) -> float:
    """Walk-ins a minute of a kind."""
    block = min(max(int(moment // 60.0), 0), len(belief.rates) // belief.kinds - 1)
    return float(belief.rates[block * belief.kinds + kind])


@compiled
def insert_sorted(people: People, first: int, last: int) -> None:
    """Bring visitor ``last`` to his place in order of readiness, after visitor ``first``."""
    place = last
    while place > first and people.ready[place - 1] > people.ready[place]:
        swap(people, place - 1, place)
        place -= 1


@compiled
def swap(people: People, one: int, other: int) -> None:
    """Exchange two visitors."""
    for column in (people.ready, people.arrival, people.appointment, people.due, people.service):
        column[one], column[other] = column[other], column[one]
    people.kind[one], people.kind[other] = people.kind[other], people.kind[one]


@compiled
def place(people: People, at: int, kind: int, ready: float, appointment: float, due: float, service: float) -> None:
    """Write one visitor who counts from when he is ready."""
    people.kind[at] = kind
    people.ready[at] = ready
    people.arrival[at] = ready
    people.appointment[at] = appointment
    people.due[at] = due
    people.service[at] = service


@compiled
def sample_waiting(scene: Scene, belief: Belief, chances: Floats, first: int, people: People) -> int:
    """Those who wait now, in order of arrival; answers how many."""
    for at in range(len(scene.kind)):
        kind = scene.kind[at]
        chance = chances[first + at]
        service = quantile(belief.service, kind * belief.quantiles, belief.quantiles, chance)
        place(people, at, kind, scene.now, scene.appointment[at], scene.due[at], service)
        people.arrival[at] = scene.arrival[at]
    return len(scene.kind)


@compiled
def sample_booked(
    scene: Scene, belief: Belief, until: float, chances: Floats, first: int, people: People, at: int
) -> int:
    """Add the booked visitors who come by ``until``; answers how many there are now."""
    begin = at
    for index in range(len(scene.booked_kind)):
        draw = first + CHANCES * index
        booked = scene.booked_at[index]
        ready = check_in(belief, booked, scene.now, chances[draw], chances[draw + 1])
        if ready > until:
            continue
        kind = scene.booked_kind[index]
        service = quantile(belief.service, kind * belief.quantiles, belief.quantiles, chances[draw + 2])
        place(people, at, kind, ready, booked, max(booked, ready) + belief.norm, service)
        insert_sorted(people, begin, at)
        at += 1
    return at


@compiled
def sample_walk_ins(
    scene: Scene,
    belief: Belief,
    until: float,
    chances: Floats,
    first: int,
    last: int,
    people: People,
    begin: int,
    at: int,
) -> int:
    """Add walk-ins until ``until``, or until the chances are used up; answers how many visitors there are now."""
    moment = scene.now
    draw = first
    while draw + CHANCES <= last and at < len(people.kind):
        total = 0.0
        for kind in range(belief.kinds):
            total += rate(belief, moment, kind)
        if total <= 0.0:
            return at
        moment -= math.log(max(1.0 - chances[draw], 1e-12)) / total
        if moment > min(until, belief.closes):
            return at
        left = chances[draw + 1] * total
        kind = 0
        while kind < belief.kinds - 1 and left >= rate(belief, moment, kind):
            left -= rate(belief, moment, kind)
            kind += 1
        service = quantile(belief.service, kind * belief.quantiles, belief.quantiles, chances[draw + 2])
        place(people, at, kind, moment, NO_APPOINTMENT, 0.0, service)
        insert_sorted(people, begin, at)
        draw += CHANCES
        at += 1
    return at
