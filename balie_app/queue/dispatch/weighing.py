"""What each choice would cost, in sampled futures: the inner loop of the look-ahead.

The cost of a future is that of `dispatch.md` section 3, with weights: convex in lateness and in waiting, so that nobody
who is late already is given up.
"""

from __future__ import annotations

from typing import NamedTuple

from balie_app.queue.dispatch import kernel
from balie_app.queue.dispatch.compiled import Floats, Ints, compiled
from balie_app.queue.dispatch.kernel import ADMITTED, NEVER, NOBODY, STRETCH, WAITING, Board, Offers, People, Rule, seat
from balie_app.queue.dispatch.sampling import (
    CHANCES,
    Belief,
    Scene,
    rest_of,
    sample_booked,
    sample_waiting,
    sample_walk_ins,
)


class Weights(NamedTuple):
    """What waiting costs."""

    late: float
    """An appointment that is called after its norm."""
    soft: float
    """Minutes around the norm over which that cost rises: less noise, and a little margin."""
    late_minute: float
    late_square: float
    """Per squared minute after the norm."""
    in_norm_minute: float
    """Per minute between the appointment (or the check-in) and the norm."""
    walk_minute: float
    walk_square: float
    norm: float


class Choices(NamedTuple):
    """What a counter could do now (m); the first is what the rule does by itself."""

    visitor: Ints
    """Whom to call; NOBODY: wait."""
    hold: Floats
    """How many minutes to wait, for NOBODY."""


class Sums(NamedTuple):
    """What each choice (m) costs more than the first, summed over futures."""

    total: Floats
    square: Floats


@compiled
def cost_of(people: People, board: Board, weights: Weights, until: float) -> float:
    """The cost of a played future; who was not called by then counts as called then."""
    total = 0.0
    for visitor in range(len(people.kind)):
        start = min(board.start[visitor], until)
        if people.ready[visitor] > until:
            continue
        if people.appointment[visitor] < 0.0:
            waited = max(start - people.arrival[visitor], 0.0)
            total += waited * weights.walk_minute + waited * waited * weights.walk_square
            continue
        over = start - people.due[visitor]
        total += weights.late * min(max((over + weights.soft) / (2.0 * weights.soft), 0.0), 1.0)
        if over > 0.0:
            total += over * weights.late_minute + over * over * weights.late_square
        waited = start - max(people.appointment[visitor], people.arrival[visitor])
        total += max(min(waited, weights.norm), 0.0) * weights.in_norm_minute
    return total


@compiled
def wipe(board: Board, free: Floats) -> None:
    """An empty board at the beginning of a future."""
    for queue in range(len(board.head)):
        board.head[queue] = NOBODY
        board.tail[queue] = NOBODY
    for visitor in range(len(board.start)):
        board.start[visitor] = NEVER
        board.counter[visitor] = NOBODY
    for counter in range(len(free)):
        board.free_at[counter] = free[counter]
    board.tally[ADMITTED] = 0
    board.tally[WAITING] = 0
    board.tally[STRETCH] = 0


@compiled
def one_future(
    scene: Scene, belief: Belief, until: float, chances: Floats, first: int, extra: int, people: People, free: Floats
) -> int:
    """Fill ``people`` and ``free`` with a sampled future; answers how many visitors it has."""
    counters = len(scene.busy_kind)
    for counter in range(counters):
        free[counter] = scene.now
        if scene.busy_kind[counter] != NOBODY:
            spent = scene.now - scene.busy_since[counter]
            free[counter] += rest_of(belief, scene.busy_kind[counter], spent, chances[first + counter])
    here = sample_waiting(scene, belief, chances, first + counters, people)
    drawn = first + counters + here
    at = sample_booked(scene, belief, until, chances, drawn, people, here)
    drawn += CHANCES * len(scene.booked_kind)
    at = sample_walk_ins(scene, belief, until, chances, drawn, drawn + CHANCES * extra, people, here, at)
    for visitor in range(at, len(people.kind)):
        people.ready[visitor] = NEVER
    return at


@compiled
def one_of(crowd: People, future: int) -> People:
    """The visitors of one future, of tables (F, n)."""
    return People(
        crowd.kind[future],
        crowd.ready[future],
        crowd.arrival[future],
        crowd.appointment[future],
        crowd.due[future],
        crowd.service[future],
    )


@compiled
def sample(
    scene: Scene, belief: Belief, until: float, chances: Floats, first: int, extra: int, crowd: People, free: Floats
) -> None:
    """Fill the futures: visitors (F, n), free counters (F, C), from ``chances`` (F, many), ``first`` and on."""
    for future in range(len(free)):
        one_future(scene, belief, until, chances[future], first, extra, one_of(crowd, future), free[future])


@compiled
def weigh(
    crowd: People,
    free: Floats,
    offers: Offers,
    rule: Rule,
    weights: Weights,
    counter: int,
    choices: Choices,
    begin: float,
    until: float,
    board: Board,
    sums: Sums,
) -> None:
    """Play every choice in the same futures, and add up what each costs more than the first."""
    for future in range(len(free)):
        people = one_of(crowd, future)
        first_cost = 0.0
        for index in range(len(choices.visitor)):
            wipe(board, free[future])
            visitor = choices.visitor[index]
            if visitor == NOBODY:
                board.free_at[counter] = begin + choices.hold[index]
            else:
                seat(people, board, visitor, counter, begin)
            kernel.play(people, offers, rule, board, begin, until)
            cost = cost_of(people, board, weights, until)
            if index == 0:
                first_cost = cost
            sums.total[index] += cost - first_cost
            sums.square[index] += (cost - first_cost) * (cost - first_cost)
