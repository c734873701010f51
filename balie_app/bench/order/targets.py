"""What the rules are held against: at or beyond the best known online rule, so not all may be within reach."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.bench.order.rules import FIRST_COME, MUNICH


@dataclass(frozen=True, slots=True)
class Target:
    """One number that the look-ahead should reach."""

    label: str
    column: str
    limit: float
    at_least: bool = False
    over: str = ""
    """The rule whose figure it is a ratio of; empty: the figure itself."""


def _in_time(share: float) -> Target:
    return Target(f"afspraken binnen 5 minuten ≥ {share:g} %", "in_time", share, at_least=True)


def _walk(ratio: float) -> Target:
    return Target(f"inloop gemiddeld ≤ {ratio:g} × wie het eerst komt", "walk_mean", ratio, over=FIRST_COME)


TARGETS: dict[tuple[str, float], tuple[Target, ...]] = {
    ("mid", 0.9): (
        _in_time(98),
        _walk(1.75),
        Target("inloop p95 ≤ 2,1 × wie het eerst komt", "walk_p95", 2.1, over=FIRST_COME),
        Target("afspraken p99 ≤ 15 minuten", "late_p99", 15),
    ),
    ("mid", 0.8): (_in_time(99), _walk(1.15)),
    ("small", 0.9): (
        _in_time(90),
        _walk(1.6),
        Target("kosten ≤ 0,70 × München", "cost", 0.70, over=MUNICH),
    ),
    ("large", 0.9): (_in_time(99.8), _walk(0.95)),
}
"""By hall and load."""
