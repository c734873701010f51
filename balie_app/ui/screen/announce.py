"""The order in which calls are announced: one after another, none lost, never far behind.

Pure: no sound and no clock of its own. Times are seconds on any clock that only goes forward.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from balie_app.queue.views import Call

MOST_WAITING = 5
"""So many calls may wait to be spoken; the ones before them are announced together."""
SPOKEN_SECONDS = 4.0
"""A spoken call has the large place at least this long, also when there is no sound."""
TOGETHER_SECONDS = 1.5
"""Calls that are announced together have it this long."""
KNOWN = 5000
"""So many calls are remembered, to know which are new: more than a day."""
PAUSE_SECONDS = 0.6
"""Quiet between two announcements."""
LIMIT_SECONDS = 30.0
"""An announcement whose end is never reported is over after this; a stuck player silences nothing."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One turn of the loudspeaker: a call that is spoken, or older ones that share one gong."""

    calls: tuple[Call, ...]
    """Oldest first; exactly one when it is spoken."""
    spoken: bool


class Announcements:
    """The calls that wait for the loudspeaker, and the one that has it.

    Calls are spoken in the order of their sequence, one at a time. In a rush (or a rehearsal at a
    hundred times the usual speed) speaking cannot keep up: when more than ``MOST_WAITING`` wait,
    the older ones get one gong together and are only shown, so that the voice never runs minutes
    behind the hall. After such a shared gong one call is always spoken first.
    """

    def __init__(self) -> None:
        self._waiting: deque[Call] = deque()
        self._known: set[int] = set()
        self._current: Announcement | None = None
        self._started = 0.0
        self._free_at = 0.0
        self._shared_last = False

    @property
    def current(self) -> Announcement | None:
        """What is being announced, until its end was reported."""
        return self._current

    @property
    def waiting(self) -> tuple[Call, ...]:
        """Calls not yet announced, oldest first."""
        return tuple(self._waiting)

    def skip(self, calls: Iterable[Call]) -> None:
        """These calls are known: unless they wait already, they will not be announced."""
        self._known.update(call.seq for call in calls)
        if len(self._known) > 2 * KNOWN:
            self._known = set(sorted(self._known)[-KNOWN:])

    def add(self, calls: Iterable[Call], after: int = 0) -> tuple[Call, ...]:
        """Take the calls that were not seen before, in the order of their sequence; answers those.

        Calls up to ``after`` are old ones that came into sight again.
        """
        new = sorted((c for c in calls if c.seq > after and c.seq not in self._known), key=lambda call: call.seq)
        self._waiting.extend(new)
        self.skip(new)
        return tuple(new)

    def restart(self) -> None:
        """The hall began anew: forget what waits and what was heard."""
        self._waiting.clear()
        self._known.clear()

    def keep(self, seqs: Iterable[int]) -> None:
        """Drop waiting calls that were taken back (not among ``seqs``)."""
        kept = set(seqs)
        self._waiting = deque(call for call in self._waiting if call.seq in kept)

    def next(self, now: float) -> Announcement | None:
        """What to announce now; None while one is going on, in the pause after it, or when nothing waits."""
        if not self._waiting or self.ready_in(now) > 0:
            return None
        crowd = len(self._waiting) - MOST_WAITING
        shared = crowd > 0 and not self._shared_last
        calls = tuple(self._waiting.popleft() for _ in range(crowd if shared else 1))
        self._shared_last = shared
        self._current, self._started = Announcement(calls, spoken=not shared), now
        return self._current

    def finished(self, now: float) -> None:
        """The sound of the current announcement has ended."""
        if self._current is not None:
            least = SPOKEN_SECONDS if self._current.spoken else TOGETHER_SECONDS
            self._free_at = max(now + PAUSE_SECONDS, self._started + least)
            self._current = None

    def ready_in(self, now: float) -> float:
        """Seconds until :meth:`next` may answer; 0 when it may now."""
        if self._current is not None:
            return max(0.0, self._started + LIMIT_SECONDS - now)
        return max(0.0, self._free_at - now)
