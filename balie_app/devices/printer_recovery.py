"""After something went wrong in a printer: what became of the ticket, and a knife that was stuck."""

from __future__ import annotations

from dataclasses import dataclass, field

from balie_app.devices.driver import Event, Output, Write
from balie_app.printing.encoder import markers
from balie_app.printing.escpos import GO_ON, RESET, START_OVER
from balie_app.printing.profiles import Profile
from balie_app.printing.replies import Marker
from balie_app.printing.star import CANCEL, ROWS

ANSWER_SECONDS = 20.0
"""For a question in the ordinary buffer: everything before it may have to be printed first."""
QUIET_SECONDS = 2.0
"""Quiet after the probe's answer: nothing more is coming."""
RETRY_SECONDS = 20.0
"""Between attempts to move a knife that is stuck; time for hands to take the paper away."""
PROBE_ID = b"sync"
TORN = frozenset({"paper_out", "cutter", "cutter_stuck", "error"})
"""Causes after which a ticket is not in one piece, whatever the printer says later."""


def marker(profile: Profile, name: bytes) -> bytes:
    """A done marker without a ticket."""
    return b"".join(markers(profile, name))


def whole_band(profile: Profile) -> int:
    """Bytes with which a printer is surely out of the picture that it waits for, whoever sent it."""
    return profile.dots // 8 * max(profile.band, ROWS) + 8


def clean_start(profile: Profile, padding: int = 0) -> bytes:
    """Ends what the printer may be in the middle of, and cuts it off. ``padding``: dots it may still wait for."""
    forget = CANCEL if profile.dialect == "star" else START_OVER
    return bytes(padding) + forget + RESET + b"\n" + profile.cut


@dataclass(slots=True)
class Doubt:
    """One ticket that may exist. Asks the printer when it is well again, until nothing of it can still come."""

    profile: Profile
    job: str
    torn: bool = False
    """Not in one piece: a person decides, also when the printer says later that all is done."""
    seconds_per_byte: float = 0.0
    until: float | None = None
    _asked: int = field(default=0, init=False)
    _heard: int = field(default=0, init=False)
    _several: bool = field(default=False, init=False)
    """More than one question of ours is under way: a marker without a name proves nothing."""
    settled: bool = field(default=False, init=False)
    padded: bool = field(default=False, init=False)

    def away(self, silent: bool) -> list[Output]:
        """The printer cannot answer now: the quiet counts from its return.

        One that says nothing at all may be waiting for the rest of a picture; it is given that, once.
        """
        self.until = None
        if not silent or self.padded:
            return []
        self.padded = True
        return [Write(clean_start(self.profile, whole_band(self.profile)))]

    def reopened(self) -> None:
        """The line was away: whatever was asked is asked again."""
        self._several = self._several or self._asked > 0
        self._asked, self.until = 0, None

    def heard(self, reply: Marker, now: float) -> list[Output]:
        """A done marker came: the ticket's or our own."""
        mine = reply.job == PROBE_ID
        self._heard += 1
        if not self.torn and not mine and (reply.job or self._must_be_the_tickets()):
            return self._settle(printed=True)
        if self._asked:
            self.until = now + QUIET_SECONDS
        return []

    def _must_be_the_tickets(self) -> bool:
        return not self._several and (not self._asked or self._heard == 2)

    def tick(self, now: float) -> list[Output]:
        """Time passed and the printer is well: ask, or draw the conclusion."""
        if not self._asked:
            return self._ask(now, clean_start(self.profile) if self.torn else b"")
        if self.until is None:
            self.until = now + ANSWER_SECONDS
        if now < self.until:
            return []
        if self._heard or self.padded:
            return self._settle(printed=False)
        # It is well and does not answer: it takes what we say for the rest of a picture.
        self.padded = self._several = True
        return self._ask(now, clean_start(self.profile, whole_band(self.profile)))

    def _ask(self, now: float, before: bytes) -> list[Output]:
        question = before + marker(self.profile, PROBE_ID)
        self._asked, self._heard = self._asked + 1, 0
        self.until = now + len(question) * self.seconds_per_byte + ANSWER_SECONDS
        return [Write(question)]

    def _settle(self, printed: bool) -> list[Output]:
        self.settled = True
        return [Event("printed", {"job": self.job, "detail": "late"})] if printed else []


class Knife:
    """A cutter that is stuck: Epson and those who follow it try again when they are told to, others by themselves."""

    def __init__(self, profile: Profile) -> None:
        self._obeys = profile.status == "escpos"
        self._next_try: float | None = None
        self._closed_again = False
        self.tries = 0
        """How often it was told to move, in vain."""

    def stuck(self, now: float, printing: bool) -> list[Output]:
        """The printer says that its knife is stuck; answers what to send now."""
        if not self._obeys:
            return []
        if self._next_try is None:
            self._next_try = now if self._closed_again else now + RETRY_SECONDS
            self._closed_again = False
        if now < self._next_try:
            return []
        self.tries += 1
        self._next_try = now + RETRY_SECONDS
        return [Write(GO_ON if printing else START_OVER)]

    def hands_off(self) -> None:
        """The cover is open, somebody's fingers may be in it. Once it is closed is a good moment to try."""
        self._next_try, self._closed_again = None, True

    def free(self) -> None:
        """The printer says nothing of its knife any more."""
        self._next_try, self._closed_again, self.tries = None, False, 0

    def next_deadline(self) -> float | None:
        return self._next_try
