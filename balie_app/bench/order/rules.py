"""The rules that are compared, each as a way to play a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from balie_app.queue.dispatch import hindsight, kernel
from balie_app.queue.dispatch.beliefs import believe
from balie_app.queue.dispatch.day import Day, Played, Rule, play
from balie_app.queue.dispatch.effort import Effort
from balie_app.queue.dispatch.halls import MEAN, OPEN_MINUTES, SIGMA, SyntheticHall
from balie_app.queue.dispatch.kernel import NOBODY
from balie_app.queue.dispatch.lookahead import LookAhead
from balie_app.queue.dispatch.player import Table, play_choosing
from balie_app.queue.dispatch.sampling import Belief
from balie_app.queue.rules.choose import strictness

Way = Callable[[SyntheticHall, Belief, Day], Played]

FIRST_COME, MUNICH = "first-come", "munich"
"""What the others are held against."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One rule of the comparison."""

    name: str
    label: str
    play: Way
    online: bool = True
    """Whether a hall could work by it: it knows nothing of the future."""


def _static(rule: Rule) -> Way:
    return lambda hall, _, day: play(day, hall.staffing, rule)


def _looking(hall: SyntheticHall, belief: Belief, day: Day) -> Played:
    """Every day begins with the same chances, so that a day's result does not depend on the days before it."""
    ahead = LookAhead(hall.staffing, belief)

    def choose(table: Table, counter: int) -> int:
        scene, here = table.scene()
        found = ahead.advise(scene, counter).visitor
        return NOBODY if found == NOBODY else int(here[found])

    return play_choosing(day, hall.staffing, choose)


def _known(effort: Effort) -> Way:
    return lambda hall, belief, day: hindsight.plan(day, hall.staffing, belief, effort)


RULES = (
    Compared(FIRST_COME, "wie het eerst komt", _static(Rule(kernel.FIRST_COME))),
    Compared("strict", "afspraken altijd eerst, op tijd", _static(Rule(kernel.STRICT))),
    Compared("by-class", "afspraken eerst, op aanmelden", _static(Rule(kernel.BY_CLASS))),
    Compared(MUNICH, "regel van München", _static(Rule(kernel.MUNICH))),
    Compared("index", "index, evenwichtig", _static(Rule(kernel.INDEX, strictness(0.0)))),
    Compared("strict-index", "index, streng", _static(Rule(kernel.INDEX, strictness(1.0)))),
    Compared("look-ahead", "vooruitkijken", _looking),
    Compared("hindsight-cost", "achteraf, laagste kosten", _known(hindsight.FOR_COST), online=False),
    Compared("hindsight-norm", "achteraf, meeste op tijd", _known(hindsight.FOR_NORM), online=False),
)


def belief_of(hall: SyntheticHall) -> Belief:
    """What the look-ahead expects of a synthetic hall: its distributions, never a day's own draws."""
    return believe(MEAN, SIGMA, hall.walk_in_rates, OPEN_MINUTES)
