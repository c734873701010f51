"""What a printer answers, told apart by the fixed bits of each byte.

All answers share one line and come when they like: a parser keeps what is incomplete, gives an
answer a meaning only when a question for it is open, and hands everything else over as noise.
Nothing is read from a clock or a port here.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

CAUSES = ("offline", "cover_open", "paper_out", "paper_near_end", "cutter", "error", "not_taken")
"""Cause codes, the same for every family of printers."""

BLOCK_HEADS = frozenset({0x35, 0x37, 0x3B, 0x3D, 0x5F})
LONGEST_BLOCK = 80
"""Bytes of a block answer; what runs on without an end is noise."""


@dataclass(frozen=True, slots=True)
class RealTime:
    """One answer to DLE EOT ``question``; ``question`` is None when nobody had asked."""

    question: int | None
    value: int


@dataclass(frozen=True, slots=True)
class Automatic:
    """Four bytes of automatic status."""

    values: bytes


@dataclass(frozen=True, slots=True)
class Marker:
    """The answer to the done marker: everything sent before it has been done."""

    value: int
    """Paper sensor, for GS r and ESC v; else 0."""
    job: bytes = b""
    """The job's four bytes, from printers that give them back."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """Status of a Custom kiosk printer: paper, user, recoverable, unrecoverable."""

    values: bytes


@dataclass(frozen=True, slots=True)
class StarStatus:
    """Automatic status of a Star printer, its two headers included."""

    values: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """A block with words: maker, model."""

    value: bytes


@dataclass(frozen=True, slots=True)
class Flow:
    """The printer asks to stop sending (XOFF) or to go on (XON)."""

    stop: bool


@dataclass(frozen=True, slots=True)
class Noise:
    """A byte that fits nothing, or answers no open question."""

    value: int


Reply = RealTime | Automatic | Marker | Kiosk | StarStatus | Text | Flow | Noise


class ReplyParser:
    """Turns the stream of one printer into replies, however the stream is split."""

    def __init__(self, status: str = "escpos") -> None:
        self.status = status
        """The profile's status kind."""
        self.markers = 0
        """Done markers that are not answered yet."""
        self._questions: deque[int] = deque(maxlen=16)
        self._kept = bytearray()
        self._counter: int | None = None

    def asked(self, *questions: int) -> None:
        """DLE EOT with these numbers was just written."""
        self._questions.extend(questions)

    def marked(self) -> None:
        """A done marker (or ESC v) was just written."""
        self.markers += 1

    def forget(self) -> None:
        """No question is open any more: what still comes is late. A Star printer's counter is remembered."""
        self.markers = 0
        self._questions.clear()
        self._kept.clear()

    def feed(self, data: bytes) -> list[Reply]:
        """The replies that are complete now."""
        replies: list[Reply] = []
        for value in data:
            replies += self._byte(value)
        return replies

    def _byte(self, value: int) -> list[Reply]:
        if not self._kept:
            return self._first(value)
        kind = self._kept[0]
        if self.status == "star":
            return self._in_star(value)
        if kind & 0x93 == 0x10:
            return self._in_status(value)
        if kind == 0xFF:
            self._kept.append(value)
            return self._nippon()
        return self._in_block(value)

    def _first(self, value: int) -> list[Reply]:
        if value in {0x11, 0x13}:
            return [Flow(stop=value == 0x13)]
        if self.status == "nippon":
            return self._first_nippon(value)
        if self.status == "star":
            return self._first_star(value)
        if value & 0x93 == 0x12:
            return [RealTime(self._questions.popleft() if self._questions else None, value)]
        if value & 0x93 == 0x10 or value in BLOCK_HEADS:
            self._kept.append(value)
            return []
        return self._sensor(value) if value & 0x90 == 0 else [Noise(value)]

    def _first_nippon(self, value: int) -> list[Reply]:
        if value == 0xFF:
            self._kept.append(value)
            return []
        return self._sensor(value)

    def _sensor(self, value: int) -> list[Reply]:
        if not self.markers:
            return [Noise(value)]
        self.markers -= 1
        return [Marker(value)]

    def _in_status(self, value: int) -> list[Reply]:
        """Inside automatic status; a real-time answer may come in between its bytes."""
        if self.status == "custom" and bytes(self._kept) == b"\x10" and value == 0x0F:
            self._kept.append(value)
            return []
        if self._kept[1:2] == b"\x0f" and self.status == "custom":
            return self._in_kiosk(value)
        if value & 0x93 == 0x12 or value in {0x11, 0x13}:
            kept, self._kept = self._kept, bytearray()
            replies = self._first(value)
            self._kept = kept
            return replies
        if value & 0x90:
            return [*self._drop(), *self._first(value)]
        self._kept.append(value)
        return [Automatic(self._take())] if len(self._kept) == 4 else []

    def _in_kiosk(self, value: int) -> list[Reply]:
        self._kept.append(value)
        return [Kiosk(self._take()[2:])] if len(self._kept) == 6 else []

    def _nippon(self) -> list[Reply]:
        if len(self._kept) == 2 and self._kept[1] != 0x13:
            return self._drop()
        return [Marker(0, self._take()[2:6])] if len(self._kept) == 10 else []

    def _first_star(self, value: int) -> list[Reply]:
        if value & 0x91 == 0x01 and _star_length(value) >= STAR_SHORTEST:
            self._kept.append(value)
            return []
        return [Noise(value)]

    def _in_star(self, value: int) -> list[Reply]:
        """Inside a Star status, whose first byte tells its length; XON and XOFF may come in between."""
        if value in {0x11, 0x13}:
            return [Flow(stop=value == 0x13)]
        if value & 0x91:
            return [*self._drop(), *self._first_star(value)]
        self._kept.append(value)
        if len(self._kept) < _star_length(self._kept[0]):
            return []
        status = self._take()
        return [*[Marker(0)] * self._counted(status), StarStatus(status)]

    def _counted(self, status: bytes) -> int:
        """How many of our markers this status answers.

        A counter that jumped, or is at 0 with no marker done, was switched off and on: nobody knows.
        """
        executed = bool(status[2] & 0x02)
        steps = int(executed)
        if len(status) > 7:
            counter = status[7] >> 1 & 0x07 | status[7] >> 2 & 0x18
            before, self._counter = self._counter, counter
            if before is not None:
                steps = (counter - before) % 32 if counter or executed else 0
        if steps > self.markers:
            return 0
        self.markers -= steps
        return steps

    def _in_block(self, value: int) -> list[Reply]:
        """Words up to a zero byte; anything else shows that it was no block."""
        if value and not 0x20 <= value <= 0x7E:
            return [*self._drop(), *self._first(value)]
        self._kept.append(value)
        if value == 0:
            return [self._block()]
        return self._drop() if len(self._kept) >= LONGEST_BLOCK else []

    def _block(self) -> Reply:
        block = self._take()
        if block[:2] == b"7\x22":
            self.markers = max(0, self.markers - 1)
            return Marker(0, block[2:-1])
        return Text(block[1:-1])

    def _take(self) -> bytes:
        taken, self._kept = bytes(self._kept), bytearray()
        return taken

    def _drop(self) -> list[Reply]:
        return [Noise(value) for value in self._take()]


STAR_SHORTEST = 7
"""Bytes of the status of the oldest printers, which have no counter."""


def _star_length(header: int) -> int:
    """Bytes in all, from the first of them: bits 1 to 3, 5 and 6 (p. 5-7)."""
    return header >> 1 & 0x07 | header >> 2 & 0x18


def causes(reply: Reply) -> frozenset[str]:
    """What this reply says is the matter; see CAUSES. Empty: nothing, or nothing it can know."""
    if isinstance(reply, RealTime):
        return _named(_REAL_TIME.get(reply.question or 0, ()), bytes((reply.value,)))
    if isinstance(reply, Automatic):
        return _named(_AUTOMATIC, reply.values)
    if isinstance(reply, Kiosk):
        return _named(_KIOSK, reply.values)
    if isinstance(reply, StarStatus):
        return _named(_STAR, reply.values)
    if isinstance(reply, Marker):
        return _named(_PAPER, bytes((reply.value,)))
    return frozenset()


Bits = tuple[tuple[int, int, str], ...]
"""(index of the byte, mask, cause when any of those bits is set)."""

_REAL_TIME: dict[int, Bits] = {
    1: ((0, 0x08, "offline"),),
    2: ((0, 0x04, "cover_open"), (0, 0x20, "paper_out"), (0, 0x40, "error")),
    3: ((0, 0x08, "cutter"), (0, 0x64, "error")),
    4: ((0, 0x0C, "paper_near_end"), (0, 0x60, "paper_out")),
}
_AUTOMATIC: Bits = (
    (0, 0x08, "offline"),
    (0, 0x20, "cover_open"),
    (1, 0x08, "cutter"),
    (1, 0x64, "error"),
    (2, 0x03, "paper_near_end"),
    (2, 0x0C, "paper_out"),
)
_KIOSK: Bits = (
    (0, 0x01, "paper_out"),
    (0, 0x04, "paper_near_end"),
    (0, 0x20, "not_taken"),
    (1, 0x03, "cover_open"),
    (2, 0xFF, "error"),
    (3, 0xFF, "error"),
)
_STAR: Bits = (  # "STAR Line Mode Command Specifications" Rev. 0.09, p. 5-9 to 5-11
    (2, 0x08, "offline"),
    (2, 0x20, "cover_open"),
    (3, 0x08, "cutter"),
    (3, 0x64, "error"),
    (4, 0x02, "cover_open"),
    (4, 0x4C, "error"),
    (5, 0x04, "paper_near_end"),
    (5, 0x08, "paper_out"),
)
_PAPER: Bits = ((0, 0x03, "paper_near_end"), (0, 0x0C, "paper_out"))


def _named(bits: Bits, values: bytes) -> frozenset[str]:
    return frozenset(cause for index, mask, cause in bits if values[index] & mask)


def nippon_causes(value: int) -> frozenset[str]:
    """What a Nippon printer's answer to ESC v says."""
    return _named(_NIPPON, bytes((value,)))


_NIPPON: Bits = (
    (0, 0x01, "paper_near_end"),
    (0, 0x02, "cover_open"),
    (0, 0x04, "paper_out"),
    (0, 0x28, "error"),
    (0, 0x10, "cutter"),
    (0, 0x40, "not_taken"),
)
