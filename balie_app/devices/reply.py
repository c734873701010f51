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
        """What the bytes so far say about this exchange; None: nothing yet. Other devices' answers say nothing."""
        if not self.expected:
            return None
        if self.expect == "echo" and sent and sent in heard:
            return Verdict("ok")
        good = {"ack": self.ack, "pattern": self.answer}.get(self.expect)
        for kind, frame in (("ok", good), ("nak", self.nak), ("busy", self.busy)):
            value = self._found(frame, heard, address) if frame else None
            if value is not None:
                return Verdict(kind, self._cause(value))
        return None

    def _found(self, frame: Frame, heard: bytes, address: bytes) -> bytes | None:
        """The value of such a frame from this address, with the right checksum; None when there is none."""
        pattern, start = frame.pattern(len(address), self.value_size), 0
        while match := pattern.search(heard, start):
            start = match.start() + 1  # noise may look like the beginning of a frame
            fields = {name: frame.plain(piece) for name, piece in match.groupdict().items()}
            from_us = fields.get("address", address) == address
            rebuilt = frame.build(fields.get("address", b""), fields.get("value", b""), fields.get("counter", b""))
            if from_us and rebuilt == match.group():
                return fields.get("value", b"")
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
