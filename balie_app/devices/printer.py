"""The ticket printer's driver: one ticket at a time, printed only when the printer says so."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.driver import Event, Output, Print, Reopen, Request, Write
from balie_app.devices.printer_bands import longest, pieces
from balie_app.devices.printer_identity import Identity
from balie_app.devices.printer_recovery import PROBE_ID, TORN, Doubt, Knife, clean_start, marker
from balie_app.devices.printer_status import ATTENTION, StatusWatch
from balie_app.printing.profiles import Profile
from balie_app.printing.replies import Marker, ReplyParser, Text

JOB_SECONDS = 20.0
"""From the last byte of a ticket, or the last sign of trouble, to its done marker."""
TROUBLE_SECONDS = 120.0
"""A ticket that hangs in a printer that stands still is given up after this long."""
LAST_WORD_SECONDS = 1.0
"""Between "no paper" and "done", when a ticket was finished with the end of the roll."""
BAND_ID = b"band"


@dataclass(slots=True)
class _Job:
    name: str
    pieces: list[bytes]
    """What is not sent yet: slow printers get it band by band."""
    sent_at: float
    give_up_at: float = 0.0
    may_go_on: bool = True
    """The printer has done all that it got."""
    ends_at: float | None = None
    """There is no paper any more: when a ticket that is not done by then is given up."""


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
        self._identity = Identity(profile.identity)
        self._knife = Knife(profile)
        self._held: Print | None = None
        self._job: _Job | None = None
        self._doubt: Doubt | None = None
        self._interrupted = 0
        self._open = False
        self._said: dict[str, object] | None = None

    @property
    def ready(self) -> bool:
        """Whether a ticket would be sent at once."""
        return self._open and self._free and self._identity.right and not self._held

    @property
    def _free(self) -> bool:
        return self._watch.ready and not self._job and not self._doubt

    def opened(self, now: float) -> list[Output]:
        self._open, self._said = True, None
        self._parser.forget()
        self._identity.reopened()
        self._knife.free()
        outputs: list[Output] = []
        if self._doubt:
            self._parser.marked()
            self._doubt.reopened()
        if self._interrupted:
            # The printer may still take our first bytes for the rest of a picture or a number.
            outputs.append(Write(clean_start(self._profile, self._interrupted)))
        self._watch.reset(now + self._interrupted * self._seconds_per_byte)
        self._interrupted = 0
        return outputs + self.tick(now)

    def closed(self, now: float) -> list[Output]:
        del now
        self._open = False
        return self._unknown("unplugged") + self._give_back()

    def submit(self, request: Request, now: float) -> list[Output]:
        if not isinstance(request, Print):
            return []
        if not self.ready:
            return [Event("returned", {"job": request.job})]
        self._held = request
        if not self._watch.fresh(now):
            self._watch.hurry(now)
        return self.tick(now)

    def receive(self, data: bytes, now: float) -> list[Output]:
        """Byte by byte: what is said must not depend on where the line cut the stream."""
        return [output for value in data for output in self._heard(bytes([value]), now)]

    def _heard(self, byte: bytes, now: float) -> list[Output]:
        outputs: list[Output] = []
        for reply in self._parser.feed(byte):
            self._watch.take(reply, now, bool(self._job))
            if isinstance(reply, Text):
                self._identity.named(reply.value)
            if isinstance(reply, Marker) and (reply.job or self._profile.status != "nippon"):
                outputs += self._done(reply, now)
        return outputs + self.tick(now)

    def tick(self, now: float) -> list[Output]:
        if not self._open:
            return []
        outputs = [*self._check_job(now), *self._check_doubt(now), *self._check_knife(now)]
        if self._free:
            outputs += self._identity.tick(now)
        question = self._watch.question(now, bool(self._job))
        if question:
            outputs.append(Write(question))
        if self._watch.stalled:
            outputs.append(Reopen("stuck"))
        return outputs + self._check_held(now) + self._state()

    def next_deadline(self) -> float | None:
        if not self._open:
            return None
        times = [self._watch.next_deadline(), self._knife.next_deadline()]
        times += [self._job.give_up_at] if self._job else []
        times += [self._doubt.until] if self._doubt else []
        times += [self._identity.next_deadline()] if self._free else []
        return min((time for time in times if time is not None), default=None)

    def _check_held(self, now: float) -> list[Output]:
        """The ticket that waits for a fresh word of the printer: no byte of it has left."""
        request = self._held
        if request is None:
            return []
        if not self._free:
            return self._give_back()
        if not self._watch.fresh(now):
            return []
        self._held = None
        self._job = _Job(request.job, pieces(request.data, self._profile), now)
        self._interrupted = longest(request.data, self._profile)
        outputs = self._send(self._job, now)
        return outputs + (self._unknown("unconfirmed") if self._profile.done == "none" else [])

    def _give_back(self) -> list[Output]:
        request, self._held = self._held, None
        return [Event("returned", {"job": request.job})] if request else []

    def _sent_at(self, data: bytes, now: float) -> float:
        """When the last byte is over the line; no question is asked before."""
        at = now + len(data) * self._seconds_per_byte
        self._watch.after(at)
        return at

    def _send(self, job: _Job, now: float) -> list[Output]:
        """The next piece of the ticket, with a marker behind it when more is to come."""
        piece = job.pieces.pop(0)
        if job.pieces:
            piece += marker(self._profile, BAND_ID)
        if self._profile.done != "none":
            self._parser.marked()
        job.give_up_at = self._sent_at(piece, now) + JOB_SECONDS
        job.may_go_on = False
        return [Write(piece)]

    def _done(self, reply: Marker, now: float) -> list[Output]:
        """A done marker was answered: for the ticket in hand, a piece of it, a doubtful one, or our probe."""
        job = self._job
        if job and job.pieces:
            job.may_go_on = True
        elif job and reply.job not in {BAND_ID, PROBE_ID}:
            self._job, self._interrupted = None, 0
            return [Event("printed", {"job": job.name})]
        elif self._doubt:
            return self._settle(self._doubt, self._doubt.heard(reply, now))
        return []

    def _check_job(self, now: float) -> list[Output]:
        job = self._job
        if not job:
            return []
        if self._watch.says("paper_out"):
            return self._out_of_paper(job, now)
        if job.pieces and job.may_go_on and not self._watch.halted:
            return self._send(job, now)
        if now < job.give_up_at:
            return []
        cause = self._watch.cause
        if cause not in {*ATTENTION, "silent"} and now < job.sent_at + TROUBLE_SECONDS:
            job.give_up_at = min(now + JOB_SECONDS, job.sent_at + TROUBLE_SECONDS)
            return []
        return self._unknown("silent" if cause in ATTENTION else cause)

    def _out_of_paper(self, job: _Job, now: float) -> list[Output]:
        """What follows would stand on another roll; unless all was done with the end of this one, which is said now."""
        if job.ends_at is None:
            job.ends_at = now + LAST_WORD_SECONDS
        job.give_up_at = min(job.give_up_at, job.ends_at)
        return self._unknown("paper_out") if now >= job.ends_at else []

    def _unknown(self, detail: str) -> list[Output]:
        job, self._job = self._job, None
        if job is None:
            return []
        if self._profile.done != "none":
            torn = detail in TORN or bool(job.pieces)
            self._doubt = Doubt(self._profile, job.name, torn, self._seconds_per_byte)
        return [Event("unknown", {"job": job.name, "detail": detail})]

    def _check_doubt(self, now: float) -> list[Output]:
        """Probe when the printer is well again; what is quiet after that is settled."""
        if not self._doubt:
            return []
        well = self._watch.ready
        outputs = self._doubt.tick(now) if well else self._doubt.away(self._watch.cause == "silent")
        for output in outputs:
            if isinstance(output, Write):
                self._sent_at(output.data, now)
                if well:
                    self._parser.marked()
        return self._settle(self._doubt, outputs)

    def _settle(self, doubt: Doubt, outputs: list[Output]) -> list[Output]:
        if doubt.settled:
            self._doubt, self._interrupted, self._parser.markers = None, 0, 0
        return outputs

    def _check_knife(self, now: float) -> list[Output]:
        if not self._watch.says("cutter"):
            self._knife.free()
            return []
        if self._watch.says("cover_open"):
            self._knife.hands_off()
            return []
        outputs = self._knife.stuck(now, bool(self._job))
        if outputs:
            self._watch.hurry(now)
        return outputs

    def _cause(self) -> str:
        cause = self._watch.cause
        if cause == "cutter" and self._knife.tries:
            return "cutter_stuck"
        return "other_printer" if self._identity.found and cause in ATTENTION else cause

    def _state(self) -> list[Output]:
        cause = self._cause()
        if self._said is None and not self._watch.known and cause == "":
            return []
        facts: dict[str, object] = {"cause": cause, "busy": bool(self._job), "ready": self.ready}
        if cause == "other_printer":
            facts["detail"] = self._identity.found
        if facts == self._said:
            return []
        self._said = facts
        return [Event("state", facts)]
