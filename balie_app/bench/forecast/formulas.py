"""The simple formulas that a forecast has to beat, as other halls and the literature have them."""

from __future__ import annotations

import numpy as np

from balie_app.bench.forecast.moments import Moment

MUNICH_HEAD_START = 120.0
"""Seconds: an appointment that is due so soon goes before walk-ins."""
MOST_STEPS = 5000


def munich(at: Moment, minutes: float) -> float:
    """it-at-m/eappointment, ``QueueList::withEstimatedWaitingTime``: one list, one duration, all counters alike.

    ``minutes``: the processing time that is configured there; the pessimistic estimate, which is the one it shows.
    """
    day, slot = at.of.day, minutes * 60 / at.of.staffing.counters
    booked = np.concatenate([at.waiting[day.is_booked[at.waiting]], at.coming])
    due = sorted(day.appointment[booked] * 60)
    walk_ins = int((~day.is_booked[at.waiting]).sum()) + 1
    clock = at.now * 60
    ahead, served = clock + MUNICH_HEAD_START, 0
    late, expected = clock + slot, slot // 60
    for _ in range(MOST_STEPS):
        if due and ahead >= due[0]:
            due.pop(0)
        else:
            served += 1
            if served == walk_ins:
                break
        late += slot
        ahead += slot
        expected = (late - clock) // 60
    return float(expected)


def last_wait(at: Moment) -> float:
    """How long the walk-in of this kind who was called last had waited (LES)."""
    of = at.of
    called = np.flatnonzero(of.is_walk_in & (of.day.kind == at.kind) & (of.start <= at.now) & of.day.comes)
    called = called[called != at.who]
    return float(of.waited[called[np.argmax(of.start[called])]]) if len(called) else 0.0


def head_of_line(at: Moment) -> float:
    """How long the first walk-in of this kind has waited by now (HOL)."""
    day = at.of.day
    line = [who for who in at.waiting if not day.is_booked[who] and day.kind[who] == at.kind]
    return max((at.now - float(day.arrival[who]) for who in line), default=0.0)


def queue_length(at: Moment, minutes: float) -> float:
    """Everybody who waits, times the mean duration, divided by all counters; 0 when one that may take him is free."""
    if (at.is_free & at.may_take).any():
        return 0.0
    return (len(at.waiting) + 1) * minutes / at.of.staffing.counters


def capable_queue(at: Moment, minutes: float) -> float:
    """The same, of the counters that may take the visitor and of who may go there too."""
    if (at.is_free & at.may_take).any():
        return 0.0
    shared = at.of.staffing.eligible[0][at.may_take].any(axis=0)
    ahead = int(shared[at.of.day.kind[at.waiting]].sum())
    return (ahead + 1) * minutes / int(at.may_take.sum())
