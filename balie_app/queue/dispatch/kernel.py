"""The event loop of a hall: who is called when, by whom. Plain Python that numba can compile.

Times are minutes from any zero the caller likes. A *kind* is a small whole number: all visitors of a kind may go to the
same counters. Columns are flat arrays (compiled) or lists (not); shapes are given as (n) visitors, (C) counters,
(K) kinds, (P) stretches of the day with their own staffing.

Each kind has three queues, each in falling urgency, so that only their heads are compared: walk-ins, booked visitors,
and booked visitors past their norm. An idle counter takes the most urgent head among its kinds; idle counters are asked
in a fixed order, least flexible first. Nobody waits while a counter that may take him is idle.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from balie_app.queue.dispatch.compiled import Floats, Ints, compiled
from balie_app.queue.rules.urgency import appointment_urgency as _appointment_urgency
from balie_app.queue.rules.urgency import walk_in_urgency as _walk_in_urgency

FIRST_COME, STRICT, MUNICH, BY_CLASS, INDEX = range(5)
"""Policies: first come first served; appointments first, by their time; Munich's rule (appointments due within two
minutes first, then walk-ins, then other appointments); appointments first, by check-in; the urgency index."""
NO_APPOINTMENT = -1.0
"""Any negative minute means that somebody has no appointment: choose the zero so that none is negative."""
NEVER = 1e9
"""A minute that does not come: the start of somebody who is not called."""
FAR = 1e6
"""Minutes by which a rule of classes sets one class before another."""
MUNICH_MINUTES = 2.0
SHORTEST = 0.001
"""No conversation is shorter, so that time goes on."""
QUEUES, WALK_IN, BOOKED, LATE = 3, 0, 1, 2
NOBODY = -1

walk_in_urgency = compiled(_walk_in_urgency)
appointment_urgency = compiled(_appointment_urgency)


class People(NamedTuple):
    """Visitors in the order in which they become ready (n)."""

    kind: Ints
    ready: Floats
    """Minute from which he can be called."""
    arrival: Floats
    """Minute from which his waiting counts; usually the same."""
    appointment: Floats
    """Appointed minute; NO_APPOINTMENT for a walk-in."""
    due: Floats
    """Minute at which the norm of his appointment is broken; not read for walk-ins."""
    service: Floats
    """Minutes that his conversation takes."""


class Offers(NamedTuple):
    """Which counter may take which kinds, per stretch of the day."""

    begins: Floats
    """(P) minute from which a stretch holds; the first holds from the start."""
    order: Ints
    """(P*C) counters in the order in which they are asked when idle."""
    first: Ints
    """(P*C+1) where the kinds of stretch p, counter c begin: at p*C+c."""
    kinds: Ints
    """The kinds, one after the other. None: the counter is closed."""


class Rule(NamedTuple):
    """A policy and the numbers of the index, per kind (K)."""

    policy: int
    height: Floats
    tau: Floats
    late: Floats
    lead: Floats
    """Minutes by which the index takes an appointment for more pressed than it is."""


class Board(NamedTuple):
    """What changes while a day is played."""

    head: Ints
    """(3K) first visitor of queue 3k (walk-ins), 3k+1 (booked), 3k+2 (late) of kind k; NOBODY when empty."""
    tail: Ints
    behind: Ints
    """(n) who stands behind a visitor in his queue."""
    place: Floats
    """(n) what his queue is ordered by."""
    free_at: Floats
    """(C) minute at which a counter is free (again)."""
    start: Floats
    """(n) minute of the call; NEVER."""
    counter: Ints
    """(n) who called; NOBODY."""
    tally: Ints
    """(3) how many were admitted, how many wait, the stretch of the day."""


ADMITTED, WAITING, STRETCH = 0, 1, 2


@compiled
def join(board: Board, queue: int, visitor: int, place: float) -> None:
    """Put a visitor in a queue, behind all whose place is lower or the same."""
    board.place[visitor] = place
    board.behind[visitor] = NOBODY
    last = board.tail[queue]
    if last == NOBODY:
        board.head[queue] = visitor
        board.tail[queue] = visitor
    elif board.place[last] <= place:
        board.behind[last] = visitor
        board.tail[queue] = visitor
    elif board.place[board.head[queue]] > place:
        board.behind[visitor] = board.head[queue]
        board.head[queue] = visitor
    else:
        before = board.head[queue]
        while board.place[board.behind[before]] <= place:
            before = board.behind[before]
        board.behind[visitor] = board.behind[before]
        board.behind[before] = visitor


@compiled
def leave(board: Board, queue: int) -> int:
    """Take the first visitor out of a queue."""
    visitor = board.head[queue]
    board.head[queue] = board.behind[visitor]
    if board.head[queue] == NOBODY:
        board.tail[queue] = NOBODY
    return int(visitor)


@compiled
def booked_place(policy: int, people: People, visitor: int) -> float:
    """What the booked visitors of one kind are ordered by under this policy."""
    if policy == INDEX:
        return float(people.due[visitor])
    if STRICT <= policy <= MUNICH:
        return float(people.appointment[visitor])
    return float(people.arrival[visitor])


@compiled
def admit(people: People, rule: Rule, board: Board, now: float) -> None:
    """Let in everybody who is ready by ``now``."""
    visitor = board.tally[ADMITTED]
    while visitor < len(people.ready) and people.ready[visitor] <= now:
        if board.counter[visitor] == NOBODY:  # a caller may have placed somebody beforehand
            queue = QUEUES * people.kind[visitor]
            if people.appointment[visitor] < 0.0:
                join(board, queue + WALK_IN, visitor, people.arrival[visitor])
            else:
                join(board, queue + BOOKED, visitor, booked_place(rule.policy, people, visitor))
            board.tally[WAITING] += 1
        visitor += 1
    board.tally[ADMITTED] = visitor


@compiled
def settle(people: People, rule: Rule, board: Board, kind: int, now: float) -> None:
    """Move those whose norm has passed to the queue of the late; only the index tells them apart."""
    booked = QUEUES * kind + BOOKED
    visitor = board.head[booked]
    while visitor != NOBODY and people.due[visitor] - rule.lead[kind] < now:
        leave(board, booked)
        join(board, booked + 1, visitor, people.due[visitor])
        visitor = board.head[booked]


@compiled
def urgency(people: People, rule: Rule, visitor: int, now: float) -> float:
    """How urgent a waiting visitor is under the policy; the highest is called."""
    booked = people.appointment[visitor] >= 0.0
    if rule.policy == INDEX:
        if not booked:
            return float(walk_in_urgency(now - people.arrival[visitor]))
        kind = people.kind[visitor]
        slack = people.due[visitor] - now - rule.lead[kind]
        return float(appointment_urgency(slack, rule.height[kind], rule.tau[kind], rule.late[kind]))
    if rule.policy == FIRST_COME or not booked:
        return float(-people.arrival[visitor])
    if rule.policy == STRICT:
        return float(FAR - people.appointment[visitor])
    if rule.policy == BY_CLASS:
        return float(FAR - people.arrival[visitor])
    near = people.appointment[visitor] <= now + MUNICH_MINUTES
    return float((FAR if near else -FAR) - people.appointment[visitor])


@compiled
def most_urgent(people: People, offers: Offers, rule: Rule, board: Board, spot: int, now: float) -> int:
    """The queue whose head a counter takes; NOBODY when none waits. ``spot`` is stretch * C + counter."""
    best, found, top = NOBODY, NOBODY, -math.inf
    for index in range(offers.first[spot], offers.first[spot + 1]):
        kind = offers.kinds[index]
        if rule.policy == INDEX and board.head[QUEUES * kind + BOOKED] != NOBODY:
            settle(people, rule, board, kind, now)
        for queue in range(QUEUES * kind, QUEUES * kind + QUEUES):
            visitor = board.head[queue]
            if visitor == NOBODY:
                continue
            score = urgency(people, rule, visitor, now)
            if score > top or (score == top and visitor < found):
                best, found, top = queue, visitor, score
    return best


@compiled
def seat(people: People, board: Board, visitor: int, counter: int, now: float) -> None:
    """A counter calls a visitor."""
    board.start[visitor] = now
    board.counter[visitor] = counter
    board.free_at[counter] = now + max(people.service[visitor], SHORTEST)


@compiled
def call_all(people: People, offers: Offers, rule: Rule, board: Board, now: float) -> None:
    """Let every idle counter call, least flexible first."""
    counters = len(board.free_at)
    base = board.tally[STRETCH] * counters
    for asked in range(base, base + counters):
        counter = offers.order[asked]
        if board.free_at[counter] > now:
            continue
        queue = most_urgent(people, offers, rule, board, base + counter, now)
        if queue != NOBODY:
            seat(people, board, leave(board, queue), counter, now)
            board.tally[WAITING] -= 1
            if board.tally[WAITING] == 0:
                return


@compiled
def turn_page(offers: Offers, board: Board, now: float) -> None:
    """Find the stretch of the day that holds now."""
    stretch = board.tally[STRETCH]
    while stretch + 1 < len(offers.begins) and offers.begins[stretch + 1] <= now:
        stretch += 1
    board.tally[STRETCH] = stretch


@compiled
def next_event(people: People, offers: Offers, board: Board, now: float) -> float:
    """The next minute at which somebody can be called: an arrival, a counter that comes free, other staffing."""
    moment = NEVER
    if board.tally[ADMITTED] < len(people.ready):
        moment = people.ready[board.tally[ADMITTED]]
    if board.tally[WAITING] == 0:
        return moment
    stretch = board.tally[STRETCH] + 1
    if stretch < len(offers.begins):
        moment = min(moment, offers.begins[stretch])
    for free_at in board.free_at:
        if now < free_at < moment:
            moment = free_at
    return moment


@compiled
def play(people: People, offers: Offers, rule: Rule, board: Board, begin: float, until: float) -> None:
    """Play from ``begin`` to ``until``, both included. Answers are in ``board.start`` and ``board.counter``."""
    now = begin
    while now <= until and now < NEVER:
        admit(people, rule, board, now)
        turn_page(offers, board, now)
        if board.tally[WAITING] > 0:
            call_all(people, offers, rule, board, now)
        now = next_event(people, offers, board, now)
