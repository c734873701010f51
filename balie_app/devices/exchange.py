"""One exchange at a time on a line that all share: send, hear the echo, wait for the answer, be silent a while."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.linesettings import LineSettings
from balie_app.devices.reply import Reply

ECHO_SECONDS = 0.06
"""Adapters hand over what they heard in batches of 16 ms; this long after the last byte an echo should be complete."""
MOST_HEARD = 512
"""Bytes of an answer that are kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an exchange ended: "ok", "nak", "busy", "silent", "garbled" or "collision"."""

    kind: str
    cause: str = ""
    """What the device reports about itself."""


@dataclass(slots=True)
class _Running:
    sent: bytes
    target: bytes
    answered: bool
    on_wire: float
    until: float
    echo_left: bytes
    heard: bytes = b""


class HalfDuplex:
    """Keeps the line's manners. Times are seconds of a monotonic clock."""

    def __init__(self, settings: LineSettings, reply: Reply) -> None:
        self._settings = settings
        self._reply = reply
        self._now: _Running | None = None
        self.free_at = 0.0
        """When the line may be used again."""
        self.noise = 0
        """Bytes that belonged to nothing."""

    @property
    def busy(self) -> bool:
        """Whether an exchange is under way."""
        return self._now is not None

    @property
    def deadline(self) -> float | None:
        """When ``tick`` is wanted for the exchange under way."""
        return None if self._now is None else self._now.until

    def reset(self, now: float) -> None:
        """The line was opened: nothing is under way."""
        self._now, self.free_at = None, now

    def start(self, data: bytes, target: bytes, answered: bool, now: float) -> Outcome | None:
        """The bytes go out now. Answers the outcome at once when nothing is to be heard."""
        on_wire = now + self._settings.seconds(len(data))
        echo = self._settings.local_echo == "discard"
        answered = answered and self._reply.expected
        if not echo and not answered:
            return self._end(Outcome("ok"), on_wire)
        until = on_wire + (self._reply.timeout_s if answered else ECHO_SECONDS)
        self._now = _Running(data, target, answered, on_wire, until, data if echo else b"")
        return None

    def receive(self, data: bytes, now: float) -> Outcome | None:
        """Bytes came. The outcome, when these bytes end the exchange."""
        running = self._now
        if running is None:
            self.noise += len(data)
            return None
        if running.echo_left:
            rest = self._after_echo(running, data)
            if rest is None:
                return self._end(Outcome("collision"), now)
            if running.echo_left:
                return None
            if not running.answered:
                return self._end(Outcome("ok"), now)
            data = rest
        heard = running.heard + data
        running.heard = heard[-MOST_HEARD:]
        verdict = self._reply.judge(heard, running.sent, running.target)
        return None if verdict is None else self._end(Outcome(verdict.kind, verdict.cause), now)

    def _after_echo(self, running: _Running, data: bytes) -> bytes | None:
        """What comes after the echo; None when it is not what we said: somebody spoke at the same time."""
        size = min(len(data), len(running.echo_left))
        if data[:size] != running.echo_left[:size]:
            return None
        running.echo_left = running.echo_left[size:]
        return data[size:]

    def tick(self, now: float) -> Outcome | None:
        """Time passed. The outcome, when the exchange took too long."""
        running = self._now
        if running is None or now < running.until:
            return None
        if not running.answered:  # the echo did not come: the adapter has none after all
            return self._end(Outcome("ok"), now)
        return self._end(Outcome("garbled" if running.heard else "silent"), now)

    def _end(self, outcome: Outcome, at: float) -> Outcome:
        last_byte = at if self._now is None else max(at, self._now.on_wire)
        self._now = None
        self.free_at = last_byte + self._settings.rest_s
        return outcome
