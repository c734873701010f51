"""What hangs on the wall: the large call, the ones before it, and which of them are fresh.

Pure: times are seconds on any clock that only goes forward.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from balie_app.queue.views import Call, HallView

HIGHLIGHT_SECONDS = 10.0
"""A call that is announced stands out this long."""
STAY_SECONDS = 30.0
"""A call stays on the wall at least this long, also in a rush."""
ROWS = 5
"""Earlier calls that are listed."""
MOST_ROWS = 10
"""In a rush the list grows to this, so that no call is pushed off before anyone could read it."""
VIEW_CALLS = 12
"""A view holds at most so many calls; with fewer it holds all of today's."""


def in_zone(view: HallView, zone: str) -> tuple[Call, ...]:
    """The view's calls to counters of the zone ("": the whole hall), latest first."""
    if not zone:
        return view.calls
    counters = view.config.counter_by_number
    return tuple(call for call in view.calls if call.counter in counters and counters[call.counter].zone == zone)


def sight_ends(view: HallView) -> int:
    """The sequence up to which there may be older calls that this view does not hold; 0: it holds all."""
    return min(call.seq for call in view.calls) if len(view.calls) >= VIEW_CALLS else 0


@dataclass
class Board:
    """The calls on the wall. Each ticket is there once, with its latest call."""

    calls: tuple[Call, ...] = ()
    """Latest first; more than a view holds, when the zone is only a part of the hall."""
    large: Call | None = None
    _heard: dict[int, float] = field(default_factory=dict)
    _seen: dict[int, float] = field(default_factory=dict)
    _begun: bool = False

    def take(self, view: HallView, zone: str, now: float) -> None:
        """Take over the calls of a newer view; one that was taken back leaves the wall."""
        calls = in_zone(view, zone)
        oldest = sight_ends(view)
        calls += tuple(call for call in self.calls if call.seq < oldest)[:VIEW_CALLS]
        seen = now if self._begun else -math.inf
        self.calls, self._begun = calls, True
        for call in calls:
            self._seen.setdefault(call.seq, seen)
        known = {call.seq for call in calls}
        self._seen = {seq: at for seq, at in self._seen.items() if seq in known}
        self._heard = {seq: at for seq, at in self._heard.items() if seq in known}
        if self.large is None or self.large.seq not in known:
            self.large = calls[0] if calls else None

    def announce(self, calls: tuple[Call, ...], now: float) -> None:
        """These calls are announced now: they are fresh, and the last of them is the large one."""
        for call in calls:
            self._heard[call.seq] = now
        self.large = calls[-1]

    def fresh(self, call: Call, now: float) -> bool:
        """Whether the call stands out: announced in the last ten seconds."""
        return call.seq in self._heard and now - self._heard[call.seq] < HIGHLIGHT_SECONDS

    def next_change(self, now: float) -> float | None:
        """Seconds until a highlight ends; None when nothing stands out."""
        ends = [at + HIGHLIGHT_SECONDS - now for at in self._heard.values()]
        return min((end for end in ends if end > 0), default=None)

    def earlier(self, now: float, speed: float = 1.0) -> tuple[Call, ...]:
        """The list beside the large call, latest first: five, in a rush more.

        ``speed`` is that of a rehearsal's clock: its calls hurry past at that speed too.
        """
        labels = {self.large.label} if self.large else set()
        rows: list[Call] = []
        for call in self.calls:
            if call.label not in labels:
                labels.add(call.label)
                rows.append(call)
        stay = STAY_SECONDS / max(1.0, speed)
        recent = sum(now - max(self._seen[row.seq], self._heard.get(row.seq, -math.inf)) < stay for row in rows)
        return tuple(rows[: min(max(ROWS, recent), MOST_ROWS)])
