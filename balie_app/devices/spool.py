"""The driver of paper that a file or the operating system takes: printed only when the spooler says it is done."""

from __future__ import annotations

from balie_app.devices.driver import Event, Output, Print, Request, Write

CALM_SECONDS, WORRIED_SECONDS, WATCH_SECONDS = 10.0, 2.0, 0.5
"""Between questions: when all is well; in trouble; while a document is being printed."""
SILENT_SECONDS = 30.0
"""A spooler that says nothing of our document for this long leaves its fate unknown."""
TROUBLE_SECONDS = 120.0
"""A document that waits for paper is taken back after this long, so that it does not come out tomorrow."""
PATIENCE_SECONDS = 600.0
"""A document that waits behind those of others."""
CANCEL_SECONDS = 10.0
USABLE = frozenset({"", "paper_near_end", "toner_low"})
TAKES_BACK = frozenset({"queue_stopped", "queue_closed", "no_queue"})
"""Only a person can cure these: what waits behind them is taken back at once."""


class SpoolDriver:
    """Events as of `PrinterDriver`, and ``failed`` for a document that surely did not come out."""

    def __init__(self) -> None:
        self._open = self._known = False
        self._cause = ""
        self._said: tuple[str, bool, bool] | None = None
        self._heard = b""
        self._due_at = 0.0
        self._job = self._number = self._doubtful = ""
        self._sent_at = self._answered_at = 0.0
        self._given_up: tuple[str, float] | None = None
        self._began = False

    @property
    def ready(self) -> bool:
        """Whether a document would be sent at once."""
        return self._open and self._known and self._cause in USABLE and not self._job

    def opened(self, now: float) -> list[Output]:
        self._open, self._known, self._said, self._heard, self._due_at = True, False, None, b"", now
        return self.tick(now)

    def closed(self, now: float) -> list[Output]:
        del now
        self._open = False
        return self._unknown("unplugged") if self._job else []

    def submit(self, request: Request, now: float) -> list[Output]:
        if not isinstance(request, Print):
            return []
        if not self.ready:
            return [Event("returned", {"job": request.job})]
        self._job, self._number, self._doubtful = request.job, "", ""
        self._sent_at = self._answered_at = now
        self._given_up, self._began = None, False
        self._due_at = now + WATCH_SECONDS
        return [Write(b"print %d\n" % len(request.data) + request.data), *self._state()]

    def receive(self, data: bytes, now: float) -> list[Output]:
        *lines, self._heard = (self._heard + data).split(b"\n")
        outputs: list[Output] = []
        for line in lines:
            word, _, rest = line.decode("utf-8", "replace").partition(" ")
            outputs += self._take(word, rest, now)
        return outputs + self.tick(now)

    def tick(self, now: float) -> list[Output]:
        if not self._open:
            return []
        outputs = self._patience(now)
        if now >= self._due_at:
            self._due_at = now + self._pause()
            outputs.append(Write(b"state\n"))
            if number := self._number or self._doubtful.partition(" ")[0]:
                outputs.append(Write(f"job {number}\n".encode()))
        return outputs + self._state()

    def next_deadline(self) -> float | None:
        return self._due_at if self._open else None

    def _pause(self) -> float:
        if self._job:
            return WATCH_SECONDS
        return CALM_SECONDS if self._cause in USABLE else WORRIED_SECONDS

    def _take(self, word: str, rest: str, now: float) -> list[Output]:
        if word == "state":
            self._cause, self._known = rest, True
        elif word == "job":
            number, _, state = rest.partition(" ")
            return self._about(number, state, now)
        elif self._job and word == "taken":
            self._number = rest
            return [Write(f"job {rest}\n".encode())]
        elif self._job and word == "unsure":
            self._cause = rest
            return self._unknown(rest)
        elif self._job and word in {"returned", "failed"}:
            self._cause = rest if word == "returned" else self._cause
            return self._ended(word, rest)
        return []

    def _about(self, number: str, state: str, now: float) -> list[Output]:
        """How the spooler's job of this number is doing."""
        if number == self._doubtful.partition(" ")[0]:
            return self._late(state)
        if number != self._number or not self._job:
            return []
        if state != "silent":
            self._answered_at = now
        if state in {"waiting", "printing"}:  # what waits again after it began will be printed from its beginning
            self._began = state == "printing"
        if state == "completed":
            return self._ended("printed")
        if state == "aborted":
            return self._ended("failed", self._given_up[0] if self._given_up else "aborted")
        if state == "canceled":
            why = self._given_up[0] if self._given_up else "canceled"
            return self._unknown(why) if self._began else self._ended("failed", why)
        return self._unknown("gone") if state == "gone" else []

    def _late(self, state: str) -> list[Output]:
        """What became of a document after all."""
        job = self._doubtful.partition(" ")[2]
        if state in {"completed", "aborted", "canceled", "gone"}:
            self._doubtful = ""
        return [Event("printed", {"job": job, "detail": "late"})] if state == "completed" else []

    def _patience(self, now: float) -> list[Output]:
        if not self._job:
            return []
        if self._given_up is None and (why := self._hopeless(now)):
            self._given_up = (why, now)
            return [Write(f"cancel {self._number}\n".encode())] if self._number else []
        if self._given_up is not None and now >= self._given_up[1] + CANCEL_SECONDS:
            return self._unknown(self._given_up[0])
        return self._unknown("silent") if now >= self._answered_at + SILENT_SECONDS else []

    def _hopeless(self, now: float) -> str:
        """Why nobody waits for this document any longer; empty: somebody does."""
        if self._cause in TAKES_BACK and self._number:
            return self._cause
        waited = now - self._sent_at
        if self._cause not in USABLE and self._cause != "no_spooler" and waited >= TROUBLE_SECONDS:
            return self._cause
        return "slow" if waited >= PATIENCE_SECONDS else ""

    def _unknown(self, detail: str) -> list[Output]:
        self._doubtful = f"{self._number} {self._job}" if self._number else ""
        return self._ended("unknown", detail)

    def _ended(self, kind: str, detail: str = "") -> list[Output]:
        job, self._job, self._number = self._job, "", ""
        return [Event(kind, {"job": job, "detail": detail})]

    def _state(self) -> list[Output]:
        if not self._known:
            return []
        said = (self._cause, bool(self._job), self.ready)
        if said == self._said:
            return []
        self._said = said
        return [Event("state", {"cause": said[0], "busy": said[1], "ready": said[2]})]
