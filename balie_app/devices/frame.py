"""Frames as an ordered list of parts: built from values, and read back (replies, simulators)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from balie_app.devices.checksum import checksum, width_of
from balie_app.devices.control import literal

FIELDS = ("address", "command", "value", "length", "checksum", "counter")

PART_FORM = f"STX (een naam), 1B 51 (hex), text:ZD (letters), of {', '.join(FIELDS)}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a frame: literal bytes, or a field that is filled in."""

    field: str
    """"literal", or one of `FIELDS`."""
    data: bytes = b""


def parse_part(text: str) -> Part | None:
    """A part as a template writes it; None when it is none."""
    if text in FIELDS:
        return Part(text)
    data = literal(text)
    return None if data is None else Part("literal", data)


@dataclass(frozen=True, slots=True)
class Check:
    """A checksum: its kind, its form, and the parts it covers (from 1; 0: up to itself)."""

    kind: str = "sum8"
    output: str = "binary-be"
    first: int = 1
    last: int = 0
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A length: which parts it counts (from 1; 0: to the end of the value), plus ``offset``, and how it is written."""

    first: int = 1
    last: int = 0
    offset: int = 0
    style: str = "binary"
    """binary, ascii-dec or ascii-hex."""
    width: int = 1
    """Bytes."""
    endian: str = "big"

    def write(self, count: int) -> bytes:
        """The number of bytes as it stands in the frame."""
        number = count + self.offset
        if self.style == "binary":
            number &= (1 << 8 * self.width) - 1
            return number.to_bytes(self.width, "little" if self.endian == "little" else "big")
        text = f"{number:0{self.width}d}" if self.style == "ascii-dec" else f"{number:0{self.width}X}"
        return text[-self.width :].encode("ascii")


@dataclass(frozen=True, slots=True)
class Running:
    """A number that goes up with each frame."""

    low: int = 0
    high: int = 255
    style: str = "binary"
    """binary (one byte) or ascii-dec."""
    width: int = 1

    def write(self, number: int) -> bytes:
        """The ``number``-th frame's number as it stands in the frame."""
        now = self.low + number % (self.high - self.low + 1)
        return bytes([now & 0xFF]) if self.style == "binary" else f"{now:0{self.width}d}"[-self.width :].encode()


@dataclass(frozen=True, slots=True)
class Frame:
    """One command of a device."""

    parts: tuple[Part, ...]
    check: Check = Check()
    length: Length = Length()
    command: bytes = b""
    running: Running = Running()
    escape: tuple[tuple[int, bytes], ...] = ()
    """Byte → what is sent for it inside the fields; literal parts go as they are."""

    def build(self, address: bytes, value: bytes, counter: bytes = b"\0") -> bytes:
        """The bytes on the line."""
        given = {"address": address, "command": self.command, "value": value, "counter": counter}
        pieces = [part.data if part.field == "literal" else given.get(part.field, b"") for part in self.parts]
        for at, part in enumerate(self.parts):
            if part.field == "length":
                pieces[at] = bytes(self.length.width)  # a length may count itself
                last = self.length.last or self._end_of_value()
                pieces[at] = self.length.write(sum(map(len, pieces[self.length.first - 1 : last])))
        for at, part in enumerate(self.parts):
            if part.field == "checksum":
                covered = b"".join(pieces[self.check.first - 1 : self.check.last or at])
                pieces[at] = checksum(self.check.kind, self.check.output, covered, self.check.seed)
        return b"".join(self._escaped(part, piece) for part, piece in zip(self.parts, pieces, strict=True))

    def _escaped(self, part: Part, piece: bytes) -> bytes:
        if part.field == "literal" or not self.escape:
            return piece
        pairs = dict(self.escape)
        return b"".join(pairs.get(byte, bytes([byte])) for byte in piece)

    def plain(self, piece: bytes) -> bytes:
        """A field's bytes as they were before the escape."""
        back = {pair: bytes([byte]) for byte, pair in self.escape}
        return re.sub(self._unit(), lambda found: back.get(found.group(), found.group()), piece, flags=re.DOTALL)

    def _unit(self) -> bytes:
        """What one byte of a field looks like on the line."""
        if not self.escape:
            return b"."
        pairs = b"|".join(re.escape(pair) for _, pair in self.escape)
        escaped = b"".join(b"\\x%02x" % byte for byte, _ in self.escape)
        return b"(?:" + pairs + b"|[^" + escaped + b"])"

    def _end_of_value(self) -> int:
        return max((at for at, part in enumerate(self.parts, 1) if part.field == "value"), default=len(self.parts))

    @property
    def open_ended(self) -> bool:
        """Whether only the length or the checksum says where the value ends."""
        return not any(part.field == "literal" for part in self.parts[self._end_of_value() :])

    def pattern(self, address_width: int, value_width: int | None) -> re.Pattern[bytes]:
        """What such a frame looks like on the line; a value width of None is any number of bytes."""
        unit = self._unit()
        many = unit + (b"*?" if value_width is None else b"{%d}" % value_width)
        sizes = {
            "address": b"(?P<address>" + unit + b"{%d})" % address_width,
            "value": b"(?P<value>" + many + b")",
            "counter": b"(?P<counter>" + unit + b"{%d})" % self.running.width,
            "command": re.escape(self._escaped(Part("command"), self.command)),
            "length": unit + b"{%d}" % self.length.width,
            "checksum": unit + b"{%d}" % width_of(self.check.kind, self.check.output),
        }
        return re.compile(b"".join(sizes.get(part.field) or re.escape(part.data) for part in self.parts), re.DOTALL)
