"""The formula of the urgency index (`dispatch.md` section 2), the only one: minutes in, urgency out.

Kept apart from the rest of the rules so that playing a day forward can compile it.
"""

from __future__ import annotations

import math


def walk_in_urgency(waited: float) -> float:
    """The urgency of a walk-in after ``waited`` minutes."""
    return 1.0 + max(0.0, waited) / 20.0


def appointment_urgency(slack: float, height: float, tau: float, late: float) -> float:
    """The urgency of an appointment, ``slack`` minutes before its norm is broken (negative: after)."""
    if slack < 0.0:
        return late - 0.5 * slack
    return 0.15 + height / tau * math.exp(-slack / tau)
