"""Counting: visits and conversations go in, figures come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean, median
from typing import Any

from balie_app.queue.figures.reading import Held, Stay
from balie_app.queue.rules.visit import ContactState

TRANSFERRED = "transferred"
BAND, BANDS = 2, 5
"""Minutes in a band of appointments, and how many bands there are before "later"."""
LATER_THAN_TOLD = 5.0
ALMOST_AT_ONCE = 5
"""Minutes within which "almost at once" was true."""

Targets = dict[str, float | None]
Figures = dict[str, Any]


def spread(values: Sequence[float]) -> Figures:
    """Count, mean, median, ninetieth percentile (nearest rank) and maximum, in minutes; null without values."""
    if not values:
        return {"count": 0, "mean": None, "median": None, "p90": None, "max": None}
    order = sorted(values)
    rank = -(-len(order) * 9 // 10) - 1
    numbers = {"mean": fmean(order), "median": median(order), "p90": order[rank], "max": order[-1]}
    return {"count": len(order), **{name: round(number, 2) for name, number in numbers.items()}}


def share(part: int, whole: int) -> float | None:
    """A part of a whole, 0 to 1; null of nothing."""
    return round(part / whole, 4) if whole else None


class Tally:
    """The figures of one group while they are counted."""

    def __init__(self) -> None:
        self.fates: Counter[str] = Counter()
        self.conversations = self.resolved = self.transfers = self.referred_again = self.quick = 0
        self.waited: list[float] = []
        self.within: Counter[str] = Counter()
        self.called: Counter[str] = Counter()
        self.bands: Counter[int] = Counter()
        self.walked: list[float] = []
        self.served: list[float] = []
        self.aside: list[float] = []
        self.reasons: Counter[str] = Counter()
        self.outside: list[float] = []
        """Minutes outside the range that was told: later is positive, earlier negative."""
        self.off: list[float] = []
        """Minutes from the middle of the range that was told."""

    def add(self, visit: Stay, contacts: Iterable[Held], of_visit: bool) -> None:
        """Count these conversations of a visit, and the visit itself when it belongs here."""
        if visit.quick:
            self.quick += 1
            return
        if of_visit:
            self._add_visit(visit)
        for contact in contacts:
            self._add_contact(contact)

    def _add_visit(self, visit: Stay) -> None:
        fate = visit.contacts[-1].state
        ends = {ContactState.DONE: "served", ContactState.LEFT: "left", ContactState.MISSED: "missed"}
        self.fates[ends.get(fate, "open")] += 1
        back = any(each.came_back_because for each in visit.contacts)
        self.resolved += fate is ContactState.DONE and len(visit.contacts) == 1 and not back
        self.referred_again += sum(each.outcome == TRANSFERRED for each in visit.contacts) > 1
        if visit.told is not None and visit.waited_first is not None:
            low, high = visit.told[0], visit.told[1] or ALMOST_AT_ONCE
            self.outside.append(max(visit.waited_first - high, 0) + min(visit.waited_first - low, 0))
            self.off.append(abs(visit.waited_first - (visit.told[0] + visit.told[1]) / 2))

    def _add_contact(self, contact: Held) -> None:
        self.conversations += contact.state is ContactState.DONE
        self.transfers += contact.outcome == TRANSFERRED
        if contact.came_back_because:
            self.reasons[contact.came_back_because] += 1
        if contact.waited is not None:
            self._add_call(contact, contact.waited)
        self.walked += [] if contact.walked is None else [contact.walked]
        self.served += [] if contact.served is None else [contact.served]
        self.aside += [contact.aside] if contact.aside else []

    def _add_call(self, contact: Held, waited: float) -> None:
        kind = "walk_in" if contact.after_appointment is None else "appointment"
        self.waited.append(waited)
        self.called[kind] += 1
        self.within[kind] += contact.within
        if contact.after_appointment is not None:
            self.bands[max(-1, min(BANDS, int(contact.after_appointment // BAND)))] += 1

    def figures(self, targets: Targets) -> Figures:
        """Everything counted, as the contract's object; minutes and shares from 0 to 1."""
        arrived, backs = self.fates.total(), self.reasons.total()
        return {
            "arrived": arrived,
            **{fate: self.fates[fate] for fate in ("served", "left", "missed", "open")},
            "conversations": self.conversations,
            "waiting": spread(self.waited),
            "within_norm": self._within(targets),
            "appointment_bands": self._bands(),
            "walking": spread(self.walked),
            "service": spread(self.served),
            "set_aside": spread(self.aside),
            "wrap_up": None,
            "first_contact": self._first_contact(targets),
            "referrals": {
                "count": self.transfers,
                "per_visit": share(self.transfers, arrived),
                "more_than_one": self.referred_again,
            },
            "come_backs": {
                "count": backs,
                "share": share(backs, self.conversations),
                "target": targets["come-back"],
                "reasons": dict(self.reasons.most_common()),
            },
            "quick_contacts": self.quick,
            "ratings": None,
            "forecast": self._forecast(),
        }

    def _within(self, targets: Targets) -> Figures:
        goals = {"appointment": targets["appointment"], "walk_in": targets["walk-in-short"]}
        parts = {
            kind: {
                "called": self.called[kind],
                "within": self.within[kind],
                "share": share(self.within[kind], self.called[kind]),
                "target": goal,
            }
            for kind, goal in goals.items()
        }
        called, within = self.called.total(), self.within.total()
        return {"called": called, "within": within, "share": share(within, called), **parts}

    def _bands(self) -> list[Figures]:
        edges = [(None, 0), *((number * BAND, (number + 1) * BAND) for number in range(BANDS)), (BANDS * BAND, None)]
        return [
            {"from": low, "to": high, "count": self.bands[number]} for number, (low, high) in enumerate(edges, start=-1)
        ]

    def _first_contact(self, targets: Targets) -> Figures:
        served = self.fates["served"]
        resolved = share(self.resolved, served)
        return {"visits": served, "resolved": self.resolved, "share": resolved, "target": targets["first-contact"]}

    def _forecast(self) -> Figures:
        told, inside = len(self.outside), sum(each == 0 for each in self.outside)
        late = sum(each > LATER_THAN_TOLD for each in self.outside)
        outside, off = (round(fmean(map(abs, each)), 2) if told else None for each in (self.outside, self.off))
        return {
            "told": told,
            "inside": share(inside, told),
            "mean_error": outside,
            "absolute_error": off,
            "much_later": share(late, told),
        }
