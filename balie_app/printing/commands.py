"""Reading what is sent to a printer: a stream of bytes cut into commands, without knowing who wrote it.

Used by the paper of simulated printers and by the line monitor. What is not a known command is said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from balie_app.printing.command_tables import TABLES, Table


@dataclass(frozen=True, slots=True)
class Command:
    """``name``: from the table of its language, "text" or "unknown"; ``data``: its parameters."""

    name: str
    data: bytes
    raw: bytes
    """All its bytes."""


class CommandReader:
    """Cuts a stream into commands, however it arrives. ``dialect`` is a profile's."""

    def __init__(self, dialect: str = "escpos") -> None:
        self._table = TABLES[dialect]
        self.rest = b""
        """Bytes of a command that is not complete yet."""

    def feed(self, data: bytes) -> list[Command]:
        """The commands that are complete now. Text comes as it is, perhaps in pieces."""
        self.rest += data
        found, at = [], 0
        while at < len(self.rest):
            command = _first(self._table, self.rest, at)
            if command is None:
                break
            at += len(command.raw)
            found.append(command)
        self.rest = self.rest[at:]
        return found


def listing(data: bytes, dialect: str = "escpos") -> str:
    """One command a row, with its bytes, for people and for comparing in tests."""
    reader = CommandReader(dialect)
    rows = [_row(command) for command in reader.feed(data)]
    return "\n".join([*rows, f"incomplete {reader.rest.hex(' ')}"] if reader.rest else rows) + "\n"


def _first(table: Table, data: bytes, at: int) -> Command | None:
    """The command at ``at``; None while bytes are missing."""
    if data[at] >= 0x20:
        end = next((index for index in range(at, len(data)) if data[index] < 0x20), len(data))
        return Command("text", data[at:end], data[at:end])
    for length in range(1, min(table.longest_head, len(data) - at) + 1):
        head = data[at : at + length]
        if head in table.fixed:
            name, count = table.fixed[head]
            return _whole(name, data, at, length, length + count)
        if head in table.sized:
            sized = table.sized[head]
            header = data[at : at + sized.header]
            complete = len(header) == sized.header
            return _whole(sized.name, data, at, sized.data, sized.header + sized.length(header)) if complete else None
    if len(data) - at < table.longest_head and any(head.startswith(data[at:]) for head in table.heads):
        return None
    return Command("unknown", b"", data[at : at + 1])


def _whole(name: str, data: bytes, at: int, parameters: int, length: int) -> Command | None:
    raw = data[at : at + length]
    return Command(name, raw[parameters:], raw) if len(raw) == length else None


def _row(command: Command) -> str:
    return f"{command.name:16} " + " ".join(_shown(command))


def _shown(command: Command) -> Iterator[str]:
    if command.name in {"text", "code-data"}:
        yield command.data.decode("ascii", "backslashreplace")
    elif command.name == "raster":
        across, down = int.from_bytes(command.data[1:3], "little"), int.from_bytes(command.data[3:5], "little")
        yield f"{across * 8} x {down}, mode {command.data[0]}"
    elif command.name == "columns":
        yield f"{len(command.data) // 3} x 24"
    elif command.name == "code":
        yield f"{command.data[:2].decode('latin-1')} {command.data[2:].decode('ascii', 'backslashreplace')!r}"
    else:
        yield command.raw.hex(" ")
