"""How a ticket printer is doing: when to ask, and what its answers (or their absence) mean."""

from __future__ import annotations

from balie_app.printing import star
from balie_app.printing.escpos import KIOSK_STATUS_REQUEST, NIPPON_STATUS_REQUEST, STATUS_REQUEST
from balie_app.printing.replies import (
    Automatic,
    Flow,
    Kiosk,
    Marker,
    Noise,
    RealTime,
    Reply,
    ReplyParser,
    StarStatus,
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
HALT_SECONDS = 10.0
"""After XOFF without XON: the printer is asked how it is, and the port opened anew when it says nothing."""
FRESH_SECONDS = 2.0
"""How old an answer may be before a ticket: who was well ten seconds ago may have been switched off since."""
TAKE_SECONDS = 15.0
"""A visitor may look at a ticket before taking it out of the printer's mouth."""

WORST_FIRST = ("paper_out", "cover_open", "cutter", "error", "offline", "not_taken", "paper_near_end")
ATTENTION = frozenset({"", "not_taken", "paper_near_end"})
"""Causes with which a printer prints."""
STOPS = frozenset(WORST_FIRST) - ATTENTION


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
        self._answered_at: float | None = None
        self._mouth_since: float | None = None
        self._halted_at: float | None = None
        self._last_question = False
        self._tells = False
        self.stalled = False
        """It stopped us with XOFF, and does not even say how it is: only opening the port anew helps."""
        self.known = self._status == "none"

    @property
    def cause(self) -> str:
        """The worst that is known; "" is good."""
        if self._noise > MOST_NOISE:
            return "garbage"
        if self._misses >= TRIES:
            return "silent"
        return next((cause for cause in WORST_FIRST if cause in self._causes), "")

    @property
    def ready(self) -> bool:
        """Whether a ticket may be sent: it is well, and answered the last question."""
        return self.known and not self.halted and not self._misses and self.cause in ATTENTION

    @property
    def halted(self) -> bool:
        """Whether the printer asked us to stop sending (XOFF)."""
        return self._halted_at is not None

    def says(self, cause: str) -> bool:
        """Whether this is one of the things that are the matter."""
        return cause in self._causes

    def fresh(self, now: float) -> bool:
        """Whether it said just now how it is."""
        return self._status == "none" or (self._answered_at is not None and now - self._answered_at <= FRESH_SECONDS)

    def question(self, now: float, busy: bool) -> bytes:
        """The bytes to ask now, if it is time."""
        if self._answer_by is not None and now >= self._answer_by:
            self._missed(now)
        pressing = self._halted_at is not None and now >= self._halted_at + HALT_SECONDS
        if self._status == "none":
            self.stalled = pressing
            return b""
        if self._answer_by is not None or self.stalled or not (pressing or now >= self._due_at):
            return b""
        if busy and not pressing and self._quiet():
            self._due_at = now + WORRIED_SECONDS
            return b""
        self._last_question = pressing
        self._answer_by = now + ANSWER_SECONDS
        self._round.clear()
        return self._ask()

    def take(self, reply: Reply, now: float, busy: bool) -> None:
        """An answer came."""
        if isinstance(reply, Noise):
            self._noise += 1
        elif isinstance(reply, Flow):
            self._flow(reply, now)
        elif isinstance(reply, RealTime):
            self._one_of_four(reply, now, busy)
        elif isinstance(reply, Automatic | Kiosk | StarStatus):
            self._tells = self._tells or self._answer_by is None
            self._answered(causes(reply), now, busy)
        elif isinstance(reply, Marker) and self._status == "nippon" and not reply.job:
            self._answered(nippon_causes(reply.value), now, busy)

    def hurry(self, now: float) -> None:
        """Ask at once."""
        self._due_at = now

    def after(self, at: float) -> None:
        """Something is going on; the line is full until then, and soon after is the moment to ask."""
        self._due_at = at + WORRIED_SECONDS
        self._tells = False

    def next_deadline(self) -> float | None:
        halt = None if self._halted_at is None else self._halted_at + HALT_SECONDS
        if self._status == "none" or self._answer_by is not None:
            times = [self._answer_by, halt if self._answer_by is None else None]
        else:
            times = [self._due_at, halt]
        return min((time for time in times if time is not None), default=None)

    def _quiet(self) -> bool:
        """Nippon: the question waits behind the ticket. Star: not to be asked while it tells by itself."""
        return self._status == "nippon" or (self._status == "star" and self._tells)

    def _ask(self) -> bytes:
        if self._status == "custom":
            return KIOSK_STATUS_REQUEST
        if self._status == "star":
            return star.STATUS_REQUEST
        if self._status == "nippon":
            self._parser.marked()
            return NIPPON_STATUS_REQUEST
        self._parser.asked(1, 2, 3, 4)
        self._missing = 4
        return STATUS_REQUEST

    def _flow(self, reply: Flow, now: float) -> None:
        if not reply.stop:
            self._halted_at = None
        elif self._halted_at is None:
            self._halted_at = now

    def _one_of_four(self, reply: RealTime, now: float, busy: bool) -> None:
        if reply.question is None:
            # Some printers answer what only looked like a question. Which of the answers were ours? Ask again.
            self.known = False
            self.hurry(now)
            return
        if self._answer_by is None:
            return
        self._round |= causes(reply)
        self._missing -= 1
        if self._missing == 0:
            self._answered(frozenset(self._round), now, busy)

    def _answered(self, found: frozenset[str], now: float, busy: bool) -> None:
        self._causes, self.known = self._without_patience(found, now), True
        self._misses = self._noise = 0
        self._answer_by, self._answered_at = None, now
        if self._last_question:  # it is there: its XON was lost
            self._halted_at, self._last_question = None, False
        self._due_at = now + (WORRIED_SECONDS if busy or found & STOPS or "not_taken" in found else CALM_SECONDS)

    def _without_patience(self, found: frozenset[str], now: float) -> frozenset[str]:
        """A ticket in the mouth is worth telling only when it stays there."""
        if "not_taken" not in found:
            self._mouth_since = None
            return found
        if self._mouth_since is None:
            self._mouth_since = now
        return found if now - self._mouth_since >= TAKE_SECONDS else found - {"not_taken"}

    def _missed(self, now: float) -> None:
        self._misses += 1
        self._answer_by = None
        self.stalled = self._last_question and self._noise <= MOST_NOISE
        # Answers that come after all must not be taken for those to the next question.
        markers = self._parser.markers
        self._parser.forget()
        self._parser.markers = markers
        self._due_at = now if self._misses < TRIES else now + CALM_SECONDS
