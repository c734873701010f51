"""Reading ESC/POS: a stream of bytes cut into commands, without knowing who wrote it.

Written from the manuals, not from our encoder, so that the one checks the other. Used by the paper
of simulated printers and by the line monitor. What is not a known command is said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIXED = {
    b"\x1b@": ("reset", 0),
    b"\x1bt": ("code-page", 1),
    b"\x1b!": ("style", 1),
    b"\x1bE": ("bold", 1),
    b"\x1bM": ("font", 1),
    b"\x1ba": ("align", 1),
    b"\x1bJ": ("feed-dots", 1),
    b"\x1bd": ("feed-lines", 1),
    b"\x1b3": ("line-spacing", 1),
    b"\x1b2": ("line-spacing-default", 0),
    b"\x1bp": ("drawer", 3),
    b"\x1bi": ("cut", 0),
    b"\x1bm": ("cut", 0),
    b"\x1bv": ("ask-status", 0),
    b"\x1d!": ("size", 1),
    b"\x1da": ("auto-status", 1),
    b"\x1dr": ("ask-paper", 1),
    b"\x1dI": ("ask-identity", 1),
    b"\x1dG1": ("job-start", 4),
    b"\x1dG0": ("job-end", 0),
    b"\x1dV\x00": ("cut", 0),
    b"\x1dV\x01": ("cut", 0),
    b"\x1dVA": ("cut-after-feed", 1),
    b"\x1dVB": ("cut-after-feed", 1),
    b"\x1c.": ("single-byte", 0),
    b"\x10\x04": ("ask-realtime", 1),
    b"\x10\x05": ("recover", 1),
    b"\n": ("line-end", 0),
    b"\x00": ("nothing", 0),
}
COUNTED = {b"\x1d(k": "code", b"\x1d(H": "ask-job", b"\x1d(L": "kept-picture"}
RASTER = b"\x1dv0"
HEADS = (*FIXED, *COUNTED, RASTER)
LONGEST_HEAD = max(map(len, HEADS))


@dataclass(frozen=True, slots=True)
class Command:
    """``name``: from the tables above, "raster", "text" or "unknown"; ``data``: its parameters."""

    name: str
    data: bytes
    raw: bytes
    """All its bytes."""


class CommandReader:
    """Cuts a stream into commands, however it arrives."""

    def __init__(self) -> None:
        self.rest = b""
        """Bytes of a command that is not complete yet."""

    def feed(self, data: bytes) -> list[Command]:
        """The commands that are complete now. Text comes as it is, perhaps in pieces."""
        self.rest += data
        found = []
        while self.rest:
            command = _first(self.rest)
            if command is None:
                break
            self.rest = self.rest[len(command.raw) :]
            found.append(command)
        return found


def listing(data: bytes) -> str:
    """One command a row, with its bytes, for people and for comparing in tests."""
    reader = CommandReader()
    rows = [_row(command) for command in reader.feed(data)]
    return "\n".join([*rows, f"incomplete {reader.rest.hex(' ')}"] if reader.rest else rows) + "\n"


def _first(data: bytes) -> Command | None:
    """The command at the start of ``data``; None while bytes are missing."""
    if data[0] >= 0x20:
        end = next((index for index, value in enumerate(data) if value < 0x20), len(data))
        return Command("text", data[:end], data[:end])
    for length in range(1, min(LONGEST_HEAD, len(data)) + 1):
        head = data[:length]
        if head in HEADS:
            return _complete(head, data)
    if len(data) < LONGEST_HEAD and any(head.startswith(data) for head in HEADS):
        return None
    return Command("unknown", b"", data[:1])


def _complete(head: bytes, data: bytes) -> Command | None:
    if head == RASTER:
        return _raster(data)
    if head in COUNTED:
        return _counted(head, data)
    name, count = FIXED[head]
    end = len(head) + count
    return Command(name, data[len(head) : end], data[:end]) if len(data) >= end else None


def _counted(head: bytes, data: bytes) -> Command | None:
    body = len(head) + 2
    end = body + int.from_bytes(data[len(head) : body], "little")
    complete = len(data) >= body and len(data) >= end
    return Command(COUNTED[head], data[body:end], data[:end]) if complete else None


def _raster(data: bytes) -> Command | None:
    head = len(RASTER) + 5
    if len(data) < head:
        return None
    across, down = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
    end = head + across * down
    return Command("raster", data[len(RASTER) : end], data[:end]) if len(data) >= end else None


def _row(command: Command) -> str:
    return f"{command.name:16} " + " ".join(_shown(command))


def _shown(command: Command) -> Iterator[str]:
    if command.name == "text":
        yield command.data.decode("ascii", "backslashreplace")
    elif command.name == "raster":
        across, down = int.from_bytes(command.data[1:3], "little"), int.from_bytes(command.data[3:5], "little")
        yield f"{across * 8} x {down}, mode {command.data[0]}"
    elif command.name == "kept-picture":
        yield f"{command.data[:2].decode('latin-1')} {command.raw[7:].hex(' ')[:40]}"
    elif command.name == "code":
        yield f"{command.data[:2].decode('latin-1')} {command.data[2:].decode('ascii', 'backslashreplace')!r}"
    else:
        yield command.raw.hex(" ")
