"""How long conversations really last, learned from the hall's own days.

A clerk who forgets to press "klaar", or presses it at once, must not spoil a forecast; so what lies far from the middle
is left out, and few conversations count for little beside the durations in the configuration.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

SHORTEST, LONGEST = 0.25, 8 * 60.0
"""Minutes; a conversation that was shorter or longer was no conversation."""
DEFAULT_SPREAD = 0.6
"""Standard deviation of the logarithm of a duration, until a hall knows better (a doctor's 0.44, a bank's 1.3)."""
SPREADS = (0.2, 1.2)
PRIOR = 10
"""The configured duration weighs as much as this many conversations."""
FAR = 3.0
"""Standard deviations from the middle (on the logarithm) beyond which a duration is left out."""
_MAD = 1.4826


@dataclass(frozen=True, slots=True)
class Usual:
    """How long a kind of conversation lasts."""

    minutes: float
    """The mean."""
    spread: float = DEFAULT_SPREAD
    """Standard deviation of its logarithm."""
    seen: int = 0
    """Conversations it was learned from."""
    factor: float = 1.0
    """The mean as a multiple of what was configured."""
    booked: float = 0.0
    """Share of this time that was by appointment."""


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation that was held: how long it took, and what was configured for one like it, in minutes."""

    contact_type: str
    product: str
    """ "" when it was about none, or about several."""
    took: float
    configured: float
    booked: bool = False
    """Whether it was by appointment."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a hall learned: by contact type (product ""), and by product within it."""

    by_product: Mapping[tuple[str, str], Usual] = field(default_factory=dict)

    def usual(self, contact_type: str, products: Sequence[tuple[str, float]], configured: float) -> Usual:
        """How long a conversation lasts about these products (slug, configured minutes); without any: of this type.

        ``configured`` holds for a conversation without products.
        """
        whole = self.by_product.get((contact_type, ""))
        factor, spread = (whole.factor, whole.spread) if whole else (1.0, DEFAULT_SPREAD)
        parts = [self._part(contact_type, slug, minutes, factor) for slug, minutes in products]
        if not parts:
            return Usual(max(1.0, configured * factor), spread, whole.seen if whole else 0, factor)
        if len(parts) == 1 and (known := self.by_product.get((contact_type, products[0][0]))) is not None:
            spread = known.spread
        return Usual(max(1.0, sum(parts)), spread, whole.seen if whole else 0, factor)

    @property
    def booked(self) -> float:
        """Share of all conversation time that was by appointment; 0 for a hall without a past."""
        work = [
            (each.minutes * each.seen, each.booked) for (_, product), each in self.by_product.items() if not product
        ]
        total = sum(minutes for minutes, _ in work)
        return sum(minutes * share for minutes, share in work) / total if total else 0.0

    def _part(self, contact_type: str, slug: str, minutes: float, factor: float) -> float:
        known = self.by_product.get((contact_type, slug))
        return minutes * (known.factor if known else factor)


def learn(held: Iterable[Held]) -> Learned:
    """What these conversations teach, the configured durations weighing as much as ``PRIOR`` of them."""
    kinds: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if SHORTEST <= each.took <= LONGEST and each.configured > 0:
            kinds[each.contact_type].append(each)
    found: dict[tuple[str, str], Usual] = {}
    for kind, those in kinds.items():
        whole = found[kind, ""] = _estimate(those, Usual(0, DEFAULT_SPREAD))
        for product in sorted({each.product for each in those} - {""}):
            found[kind, product] = _estimate([each for each in those if each.product == product], whole)
    return Learned(found)


def _estimate(those: Sequence[Held], prior: Usual) -> Usual:
    """The mean and spread of a group; ``prior`` says what was known before."""
    believed = math.log(prior.factor)
    logs = _without_far([math.log(each.took / each.configured) for each in those], believed, prior.spread)
    count, spread = len(logs), _spread(logs, prior.spread)
    seen = math.log(fmean(map(math.exp, logs))) if logs else believed
    factor = math.exp(_weighed(count, seen, believed))
    booked = sum(each.booked for each in those) / len(those)
    return Usual(fmean(each.configured for each in those) * factor, spread, count, factor, booked)


def _weighed(count: int, seen: float, before: float) -> float:
    return (count * seen + PRIOR * before) / (count + PRIOR)


def _without_far(logs: Sequence[float], believed: float, spread: float) -> list[float]:
    """Without what lies too far from the middle; with few values the belief of before says where that is."""
    middle = median(logs)
    deviation = _MAD * median(abs(each - middle) for each in logs)
    centre, width = _weighed(len(logs), middle, believed), _weighed(len(logs), deviation, spread)
    reach = FAR * min(max(width, SPREADS[0]), SPREADS[1])
    return [each for each in logs if abs(each - centre) <= reach]


def _spread(logs: Sequence[float], before: float) -> float:
    mean = fmean(logs) if logs else 0.0
    squares = sum((each - mean) ** 2 for each in logs)
    found = math.sqrt((squares + PRIOR * before**2) / (max(len(logs) - 1, 0) + PRIOR))
    return min(max(found, SPREADS[0]), SPREADS[1])
