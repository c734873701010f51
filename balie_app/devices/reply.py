"""What a device answers to a frame, and how an answer is recognised among noise and other devices' answers."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.frame import Frame

EXPECTED = ("none", "ack", "echo", "pattern")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer says: "ok", "nak" or "busy", and a ``cause`` when the device reports a fault."""

    kind: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """How a device answers. ``none``: it does not, and sent is all that is known."""

    expect: str = "none"
    ack: Frame | None = None
    nak: Frame | None = None
    busy: Frame | None = None
    answer: Frame | None = None
    """For "pattern": the frame that means yes."""
    value_size: int = 1
    """Bytes of "value" in these frames."""
    timeout_s: float = 0.1
    """From the last byte sent to the last byte of the answer."""
    retries: int = 1
    backoff_s: float = 0.05
    status: tuple[tuple[str, str], ...] = ()
    """Pattern of the answer's value ("15", "4? ??", "bit 3") → cause."""

    @property
    def expected(self) -> bool:
        """Whether there is an answer at all."""
        return self.expect != "none"

    def judge(self, heard: bytes, sent: bytes, address: bytes) -> Verdict | None:
        """What the bytes so far say about this exchange; None: nothing yet. Other devices' answers say nothing.

        Of several answers the one that was complete first counts, as if the bytes had come one by one.
        """
        if not self.expected:
            return None
        ends = [(at + len(sent), 0, Verdict("ok"))] if (at := self._echo(heard, sent)) >= 0 else []
        good = {"ack": self.ack, "pattern": self.answer}.get(self.expect)
        for rank, (kind, frame) in enumerate((("ok", good), ("nak", self.nak), ("busy", self.busy)), 1):
            found = self._found(frame, heard, address) if frame else None
            if found is not None:
                ends.append((found[0], rank, Verdict(kind, self._cause(found[1]))))
        return min(ends, key=lambda each: each[:2])[2] if ends else None

    def _echo(self, heard: bytes, sent: bytes) -> int:
        """Where our own frame came back as an answer; -1 when it did not, or is no answer."""
        return heard.find(sent) if self.expect == "echo" and sent else -1

    def _found(self, frame: Frame, heard: bytes, address: bytes) -> tuple[int, bytes] | None:
        """The end and the value of such a frame from this address, with the right checksum; None: there is none."""
        pattern, start = frame.pattern(len(address), self.value_size), 0
        while match := pattern.search(heard, start):
            start = match.start() + 1  # noise may look like the beginning of a frame
            fields = {name: frame.plain(piece) for name, piece in match.groupdict().items()}
            from_us = fields.get("address", address) == address
            rebuilt = frame.build(fields.get("address", b""), fields.get("value", b""), fields.get("counter", b""))
            if from_us and rebuilt == match.group():
                return match.end(), fields.get("value", b"")
        return None

    def _cause(self, value: bytes) -> str:
        return next((cause for pattern, cause in self.status if matches(pattern, value)), "")


NO_REPLY = Reply()


def matches(pattern: str, value: bytes) -> bool:
    """Whether a value is meant: hex with ``?`` for any digit, or ``bit N`` (from 0, in the last byte first)."""
    if pattern.startswith("bit "):
        return bool(int.from_bytes(value, "big") >> int(pattern[4:]) & 1)
    wanted, found = pattern.replace(" ", "").lower(), value.hex()
    return len(wanted) == len(found) and all(one in {"?", other} for one, other in zip(wanted, found, strict=True))
