"""Frames as an ordered list of parts: built from values, and read back (for simulators)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from balie_app.devices.checksum import checksum, width_of

NAMES = {
    name: code
    for code, name in enumerate(
        (
            *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "", "CR", "SO", "SI"),
            *(
                "DLE",
                "DC1",
                "DC2",
                "DC3",
                "DC4",
                "NAK",
                "SYN",
                "ETB",
                "CAN",
                "EM",
                "SUB",
                "ESC",
                "FS",
                "GS",
                "RS",
                "US",
            ),
        )
    )
    if name
}
"""ASCII names of control bytes. Form feed is written 0C: "FF" means the byte FFh."""

FIELDS = ("address", "value", "length", "checksum")

PART_FORM = "STX (een naam), 1B 51 (hex), text:ZD (letters), address, value, length of checksum"


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
    if text.startswith("text:"):
        return Part("literal", text[5:].encode("latin-1", "replace")) if len(text) > 5 else None
    literal = bytearray()
    for word in text.split():
        if word in NAMES:
            literal.append(NAMES[word])
        elif re.fullmatch("[0-9A-Fa-f]{2}", word):
            literal.append(int(word, 16))
        else:
            return None
    return Part("literal", bytes(literal)) if literal else None


@dataclass(frozen=True, slots=True)
class Check:
    """A checksum: its kind, its form, and the parts it covers (from 1; 0: up to itself)."""

    kind: str = "sum8"
    output: str = "binary-be"
    first: int = 1
    last: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A length byte: which parts it counts (from 1; 0: to the end of the value), plus ``offset``."""

    first: int = 1
    last: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """One command of a device."""

    parts: tuple[Part, ...]
    check: Check = Check()
    length: Length = Length()

    def build(self, address: bytes, value: bytes) -> bytes:
        """The bytes on the line."""
        given = {"address": address, "value": value, "length": b"\0", "checksum": b""}
        pieces = [given.get(part.field, part.data) for part in self.parts]
        for at, part in enumerate(self.parts):
            if part.field == "length":
                last = self.length.last or self._end_of_value()
                pieces[at] = bytes([sum(map(len, pieces[self.length.first - 1 : last])) + self.length.offset & 0xFF])
        for at, part in enumerate(self.parts):
            if part.field == "checksum":
                covered = b"".join(pieces[self.check.first - 1 : self.check.last or at])
                pieces[at] = checksum(self.check.kind, self.check.output, covered)
        return b"".join(pieces)

    def _end_of_value(self) -> int:
        return max((at for at, part in enumerate(self.parts, 1) if part.field == "value"), default=len(self.parts))

    def pattern(self, address_width: int, value_width: int) -> re.Pattern[bytes]:
        """What such a frame looks like on the line; a width of 0 is any number of bytes."""
        sizes = {
            "address": rb"(?P<address>.{%d})" % address_width,
            "value": rb"(?P<value>.{%d})" % value_width if value_width else rb"(?P<value>.*?)",
            "length": rb".",
            "checksum": rb".{%d}" % width_of(self.check.kind, self.check.output),
        }
        return re.compile(b"".join(sizes.get(part.field) or re.escape(part.data) for part in self.parts), re.DOTALL)
