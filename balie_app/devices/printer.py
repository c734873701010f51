"""The ticket printer's driver: one ticket at a time, printed only when the printer says so."""

from __future__ import annotations

from balie_app.devices.driver import Event, Output, Print, Request, Write
from balie_app.devices.printer_status import PROBE_ID, StatusWatch, done_probe
from balie_app.printing.escpos import RESET
from balie_app.printing.profiles import Profile
from balie_app.printing.replies import Marker, ReplyParser

JOB_SECONDS = 20.0
"""From the last byte of a ticket, or the last sign of trouble, to its done marker."""
TROUBLE_SECONDS = 120.0
"""A ticket that hangs in a printer without paper is given up after this long."""
PROBE_SECONDS = 2.0
"""Quiet after the probe's answer: nothing more is coming."""


class PrinterDriver:
    """Events: ``state`` (cause, busy), and about each job exactly one of ``printed``, ``unknown`` or
    ``returned`` (no byte of it left); after ``unknown`` a late ``printed`` may still follow.

    After an unknown outcome no other ticket is sent until a probe has shown what is still in the
    printer: a late answer is then never taken for the next ticket's.
    """

    def __init__(self, profile: Profile, baud: int = 9600) -> None:
        self._profile = profile
        self._seconds_per_byte = 10 / baud
        self._parser = ReplyParser(profile.status)
        self._watch = StatusWatch(profile.status, self._parser)
        self._job = ""
        self._give_up_at = self._sent_at = 0.0
        self._doubtful = ""
        self._markers = 0
        self._probing = False
        self._probe_until: float | None = None
        self._interrupted = 0
        self._open = False
        self._said: tuple[str, bool, bool] | None = None

    @property
    def ready(self) -> bool:
        """Whether a ticket would be sent at once."""
        return self._open and self._watch.ready and not self._job and not self._doubtful

    def opened(self, now: float) -> list[Output]:
        self._open, self._said = True, None
        self._parser = ReplyParser(self._profile.status)
        self._watch = StatusWatch(self._profile.status, self._parser)
        self._watch.reset(now)
        self._probing, self._probe_until = False, None
        outputs: list[Output] = []
        if self._doubtful:
            self._parser.marked()
        if self._interrupted:
            # The printer may still take our first bytes for the rest of a picture or a number.
            outputs.append(Write(bytes(self._interrupted) + RESET + b"\n" + self._profile.cut))
            self._interrupted = 0
        return outputs + self.tick(now)

    def closed(self, now: float) -> list[Output]:
        del now
        self._open = False
        return self._unknown("unplugged") if self._job else []

    def submit(self, request: Request, now: float) -> list[Output]:
        if not isinstance(request, Print):
            return []
        if not self.ready:
            return [Event("returned", {"job": request.job})]
        seconds = len(request.data) * self._seconds_per_byte
        self._job, self._sent_at, self._give_up_at = request.job, now, now + seconds + JOB_SECONDS
        self._interrupted = self._padding(request.data)
        outputs: list[Output] = [Write(request.data)]
        if self._profile.done == "none":
            return outputs + self._unknown("unconfirmed")
        self._parser.marked()
        self._watch.hurry(now)
        return outputs + self._state()

    def receive(self, data: bytes, now: float) -> list[Output]:
        """Byte by byte: what is said must not depend on where the line cut the stream."""
        return [output for value in data for output in self._heard(bytes([value]), now)]

    def _heard(self, byte: bytes, now: float) -> list[Output]:
        outputs: list[Output] = []
        for reply in self._parser.feed(byte):
            self._watch.take(reply, now, bool(self._job))
            if isinstance(reply, Marker) and (reply.job or self._profile.status != "nippon"):
                outputs += self._done(reply, now)
        return outputs + self.tick(now)

    def tick(self, now: float) -> list[Output]:
        if not self._open:
            return []
        outputs = [*self._check_job(now), *self._check_doubt(now)]
        question = self._watch.question(now, bool(self._job))
        if question:
            outputs.append(Write(question))
        return outputs + self._state()

    def next_deadline(self) -> float | None:
        if not self._open:
            return None
        times = [self._watch.next_deadline(), self._give_up_at if self._job else None, self._probe_until]
        return min((time for time in times if time is not None), default=None)

    def _padding(self, data: bytes) -> int:
        return self._profile.dots // 8 * self._profile.band + 8 if b"\x1dv0" in data else 256

    def _done(self, reply: Marker, now: float) -> list[Output]:
        """A done marker was answered: for the ticket in hand, a doubtful one, or our probe."""
        of_probe = reply.job == PROBE_ID
        if self._job and not of_probe:
            job, self._job, self._interrupted = self._job, "", 0
            return [Event("printed", {"job": job})]
        if not self._doubtful:
            return []
        self._markers += 1
        if not of_probe and (reply.job or not self._probing or self._markers == 2):
            return self._settle_doubt(printed=True)
        self._probe_until = now + PROBE_SECONDS
        return []

    def _check_job(self, now: float) -> list[Output]:
        if not self._job or now < self._give_up_at:
            return []
        if self._watch.cause not in {"", "paper_near_end", "silent"} and now < self._sent_at + TROUBLE_SECONDS:
            self._give_up_at = min(now + JOB_SECONDS, self._sent_at + TROUBLE_SECONDS)
            return []
        return self._unknown(self._watch.cause or "silent")

    def _unknown(self, detail: str) -> list[Output]:
        job, self._job = self._job, ""
        if self._profile.done != "none":
            self._doubtful, self._markers, self._probing, self._probe_until = job, 0, False, None
        return [Event("unknown", {"job": job, "detail": detail})]

    def _check_doubt(self, now: float) -> list[Output]:
        """Probe when the printer is well again; what is quiet after that is settled."""
        if not self._doubtful:
            return []
        if not self._watch.ready:
            self._probe_until = None  # the printer is away again: the quiet counts from its return
            return []
        if not self._probing:
            self._probing, self._markers, self._probe_until = True, 0, now + JOB_SECONDS
            self._parser.marked()
            return [Write(done_probe(self._profile))]
        if self._probe_until is None:
            self._probe_until = now + JOB_SECONDS
        return self._settle_doubt(printed=False) if now >= self._probe_until else []

    def _settle_doubt(self, printed: bool) -> list[Output]:
        job, self._doubtful = self._doubtful, ""
        self._probing, self._probe_until, self._interrupted = False, None, 0
        self._parser.markers = 0
        return [Event("printed", {"job": job, "detail": "late"})] if printed else []

    def _state(self) -> list[Output]:
        if not self._watch.known and self._watch.cause == "":
            return []
        said = (self._watch.cause, bool(self._job), self.ready)
        if said == self._said:
            return []
        self._said = said
        return [Event("state", {"cause": said[0], "busy": said[1], "ready": said[2]})]
