"""How a simulated display understands what it is sent: one reader for each kind of display."""

from __future__ import annotations

import re
from typing import Protocol

from balie_app.devices.encoders import Alpha, Cd5220, DmD
from balie_app.devices.template import Template

MOST_KEPT = 4096
"""Bytes that were not understood are kept this long, no longer."""

Face = tuple[int, str, bool]
"""Address, text, blinking."""


class Reader(Protocol):
    """Bytes in, faces out."""

    def read(self, data: bytes) -> list[Face]: ...


class TemplateReader:
    """Reads any template's frames; one with a wrong checksum or length is not understood."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._buffer = b""
        sizes = (template.address.size, template.value.size)
        names = [name for name in ("show", "blink", "clear", "beep") if name in template.commands]
        self._patterns = [(name, template.commands[name].pattern(*sizes)) for name in names]

    def read(self, data: bytes) -> list[Face]:
        self._buffer = (self._buffer + data)[-MOST_KEPT:]
        faces: list[Face] = []
        start = 0
        while found := self._first(start):
            name, match = found
            face = self._face(name, match)
            start = match.end() if face is not None else match.start() + 1
            faces += [face] if face else []
        self._buffer = self._buffer[start:]
        return faces

    def _first(self, start: int) -> tuple[str, re.Match[bytes]] | None:
        matches = [(name, match) for name, pattern in self._patterns if (match := pattern.search(self._buffer, start))]
        return min(matches, key=lambda found: (found[1].start(), found[1].end()), default=None)

    def _face(self, name: str, match: re.Match[bytes]) -> Face | None:
        fields = match.groupdict()
        address, value = fields.get("address") or b"", fields.get("value") or b""
        if self._template.commands[name].build(address, value) != match.group():
            return None
        try:
            number = self._template.address.decode(address)
        except ValueError:
            return None
        text = self._template.value.decode(value) if "value" in fields else ""
        if "value" not in fields and name == "show":
            text = "aan"
        return (number, text, name == "blink")


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
