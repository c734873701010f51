"""How a ticket printer is doing: when to ask, and what its answers (or their absence) mean."""

from __future__ import annotations

from balie_app.printing.escpos import DONE_MARKER, GS, KIOSK_STATUS_REQUEST, NIPPON_STATUS_REQUEST, STATUS_REQUEST
from balie_app.printing.profiles import Profile
from balie_app.printing.replies import (
    Automatic,
    Kiosk,
    Marker,
    Noise,
    RealTime,
    Reply,
    ReplyParser,
    causes,
    nippon_causes,
)

ANSWER_SECONDS = 2.0
CALM_SECONDS, WORRIED_SECONDS = 10.0, 2.0
"""Between questions: while all is well or nobody answers; while printing or in trouble."""
TRIES = 2
"""Unanswered questions in a row before the printer is called silent."""
MOST_NOISE = 5
"""Bytes that fit nothing, without one good answer, before the line is called wrongly set."""

WORST_FIRST = ("paper_out", "cover_open", "cutter", "error", "offline")
STOPS = frozenset(WORST_FIRST)


class StatusWatch:
    """Asks the printer how it is. Silence is never taken for good news."""

    def __init__(self, status: str, parser: ReplyParser) -> None:
        self._status = status
        self._parser = parser
        self.reset(0.0)

    def reset(self, now: float) -> None:
        """The line was opened: nothing is known."""
        self._causes: frozenset[str] = frozenset()
        self._round: set[str] = set()
        self._missing = 0
        self._misses = 0
        self._noise = 0
        self._due_at = now
        self._answer_by: float | None = None
        self.known = self._status == "none"

    @property
    def cause(self) -> str:
        """The worst that is known; "" is good."""
        if self._noise > MOST_NOISE:
            return "garbage"
        if self._misses >= TRIES:
            return "silent"
        worst = next((cause for cause in WORST_FIRST if cause in self._causes), "")
        return worst or ("paper_near_end" if "paper_near_end" in self._causes else "")

    @property
    def ready(self) -> bool:
        """Whether a ticket may be sent."""
        return self.known and self.cause in {"", "paper_near_end"}

    def question(self, now: float, busy: bool) -> bytes:
        """The bytes to ask now, if it is time."""
        if self._answer_by is not None and now >= self._answer_by:
            self._missed(now)
        if self._status == "none" or self._answer_by is not None or now < self._due_at:
            return b""
        if self._status == "nippon" and busy:  # its question waits behind the ticket
            self._due_at = now + WORRIED_SECONDS
            return b""
        self._answer_by = now + ANSWER_SECONDS
        self._round.clear()
        return self._ask()

    def take(self, reply: Reply, now: float, busy: bool) -> None:
        """An answer came."""
        if isinstance(reply, Noise):
            self._noise += 1
        elif isinstance(reply, RealTime):
            self._one_of_four(reply, now, busy)
        elif isinstance(reply, Automatic | Kiosk):
            self._answered(causes(reply), now, busy)
        elif isinstance(reply, Marker) and self._status == "nippon" and not reply.job:
            self._answered(nippon_causes(reply.value), now, busy)

    def hurry(self, now: float) -> None:
        """Ask soon: something is going on."""
        self._due_at = min(self._due_at, now + WORRIED_SECONDS)

    def next_deadline(self) -> float | None:
        if self._status == "none":
            return None
        return self._due_at if self._answer_by is None else self._answer_by

    def _ask(self) -> bytes:
        if self._status == "custom":
            return KIOSK_STATUS_REQUEST
        if self._status == "nippon":
            self._parser.marked()
            return NIPPON_STATUS_REQUEST
        self._parser.asked(1, 2, 3, 4)
        self._missing = 4
        return STATUS_REQUEST

    def _one_of_four(self, reply: RealTime, now: float, busy: bool) -> None:
        if reply.question is None or self._answer_by is None:
            return  # real printers answer what only looked like a question: never count on it
        self._round |= causes(reply)
        self._missing -= 1
        if self._missing == 0:
            self._answered(frozenset(self._round), now, busy)

    def _answered(self, found: frozenset[str], now: float, busy: bool) -> None:
        self._causes, self.known = found, True
        self._misses = self._noise = 0
        self._answer_by = None
        self._due_at = now + (WORRIED_SECONDS if busy or found & STOPS else CALM_SECONDS)

    def _missed(self, now: float) -> None:
        self._misses += 1
        self._answer_by = None
        # Answers that come after all must not be taken for those to the next question.
        markers = self._parser.markers
        self._parser.forget()
        self._parser.markers = markers
        self._due_at = now if self._misses < TRIES else now + CALM_SECONDS


PROBE_ID = b"sync"


def done_probe(profile: Profile) -> bytes:
    """A done marker without a ticket, to find out what became of the one before."""
    if profile.done == "gs-h":
        return GS + b"(H\x06\x0000" + PROBE_ID
    return GS + b"G1" + PROBE_ID + GS + b"G0" if profile.done == "nippon" else DONE_MARKER
