"""How a simulated display understands what it is sent: one reader for each kind of display."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from balie_app.devices.encoders import Alpha, Cd5220, DmD
from balie_app.devices.frame import Frame
from balie_app.devices.template import Template

MOST_KEPT = 4096
"""Bytes that were not understood are kept this long, no longer."""

Face = tuple[int, str, bool]
"""Address, text, blinking."""


class Reader(Protocol):
    """Bytes in, faces out."""

    def read(self, data: bytes) -> list[Face]: ...


LONGEST_VALUE = 48
"""Characters tried for a value that only a length or a checksum ends."""
FACES = frozenset({"show", "blink", "clear"})
"""Commands that change what a display shows."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One frame that a display understood."""

    command: str
    address: bytes
    raw: bytes
    face: Face | None


class TemplateReader:
    """Reads any template's frames; one with a wrong checksum or length is not understood."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._buffer = b""
        self._patterns = [
            (name, pattern) for name, frame in template.commands.items() for pattern in self._forms(name, frame)
        ]

    def _forms(self, name: str, frame: Frame) -> list[re.Pattern[bytes]]:
        """What a command looks like; a value without an end of its own may have any length."""
        steps = self._template.brightness_steps
        size = len(steps[0]) if name == "brightness" and steps else self._template.value.size
        sizes = range(LONGEST_VALUE, -1, -1) if size is None and frame.open_ended else (size,)
        return [frame.pattern(self._template.address.size, each) for each in sizes]

    def read(self, data: bytes) -> list[Face]:
        return [each.face for each in self.understand(data) if each.face is not None]

    def understand(self, data: bytes) -> list[Understood]:
        """The frames that are complete now; bytes that belong to none are forgotten in time."""
        self._buffer = (self._buffer + data)[-MOST_KEPT:]
        found: list[Understood] = []
        start = 0
        while (match := self._first(start)) is not None:
            understood, end = match
            found.append(understood)
            start = end
        self._buffer = self._buffer[start:]
        return found

    def _first(self, start: int) -> tuple[Understood, int] | None:
        """The first true frame from ``start``, and where it ends."""
        best: tuple[int, int, Understood] | None = None
        for name, pattern in self._patterns:
            at = start
            while (match := pattern.search(self._buffer, at)) and (best is None or match.start() < best[0]):
                at = match.start() + 1
                understood = self._true(name, match)
                if understood is not None:
                    best = (match.start(), match.end(), understood)
                    break
        return None if best is None else (best[2], best[1])

    def _true(self, name: str, match: re.Match[bytes]) -> Understood | None:
        """The frame, when building it again gives the same bytes."""
        frame = self._template.commands[name]
        fields = {key: frame.plain(piece or b"") for key, piece in match.groupdict().items()}
        address, value = fields.get("address", b""), fields.get("value", b"")
        if frame.build(address, value, fields.get("counter", b"")) != match.group():
            return None
        try:
            number = 0 if address == self._template.address.broadcast else self._template.address.decode(address)
        except ValueError:
            return None
        text = self._template.value.decode(value) if "value" in fields else "aan" if name == "show" else ""
        return Understood(name, address, match.group(), (number, text, name == "blink") if name in FACES else None)


class AlphaReader:
    """A sign that keeps string 1 and its priority file."""

    PACKET = re.compile(rb"\x01Z(..)\x02([^\x03\x04]*)\x03(....)\x04", re.DOTALL)

    def __init__(self) -> None:
        self._buffer = b""
        self._string: dict[int, str] = {}

    def read(self, data: bytes) -> list[Face]:
        self._buffer = (self._buffer + data)[-MOST_KEPT:]
        faces: list[Face] = []
        end = 0
        for match in self.PACKET.finditer(self._buffer):
            end = match.end()
            body = match.group(2)
            if b"%04X" % (sum(b"\x02" + body + b"\x03") & 0xFFFF) == match.group(3):
                faces += self._obey(int(match.group(1), 16), body)
        self._buffer = self._buffer[end:]
        return faces

    def _obey(self, address: int, body: bytes) -> list[Face]:
        if body[:2] == b"G1":
            self._string[address] = body[2:].decode("cp437")
            return [(address, self._string[address], False)]
        if body[:2] == b"A0":
            return [(address, body[5:].decode("cp437") or self._string.get(address, ""), len(body) > 2)]
        return []


class CustomerDisplayReader:
    """Two lines of twenty; a call stands on the upper one. Understands DM-D and CD5220 mode."""

    TOKEN = re.compile(
        rb"\x1f\$(..)|\x1fE(.)|\x1f[CX].|\x1bQA([^\r]*)\r|\x1b@|\x1b[t_*R].|\x0c|([\x20-\xff])", re.DOTALL
    )

    def __init__(self) -> None:
        self._buffer = b""
        self._text, self._blink = "", False

    def read(self, data: bytes) -> list[Face]:
        self._buffer += data
        while match := self.TOKEN.match(self._buffer):
            self._buffer = self._buffer[match.end() :]
            self._obey(match)
        if len(self._buffer) > 32:  # not a command we know: try again behind its first byte
            self._buffer = self._buffer[1:]
        return [(0, self._text.strip(), self._blink)]

    def _obey(self, match: re.Match[bytes]) -> None:
        if match.group() == b"\x0c" or match.group() == b"\x1b@":
            self._text = ""
        elif match.group(2) is not None:
            self._blink = match.group(2) not in {b"\0", b"\xff"}
        elif match.group(3) is not None:
            self._text = match.group(3).decode("cp850")
        elif match.group(4) is not None:
            self._text += match.group(4).decode("cp1252", "replace")


def reader_for(encoder: object) -> Reader:
    """The reader that goes with a display's encoder."""
    if isinstance(encoder, Template):
        return TemplateReader(encoder)
    if isinstance(encoder, Alpha):
        return AlphaReader()
    if isinstance(encoder, DmD | Cd5220):
        return CustomerDisplayReader()
    raise TypeError(type(encoder).__name__)
