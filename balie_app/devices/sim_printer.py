"""A ticket printer that is not there: status, done markers, faults, and the paper it printed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from balie_app.devices.farend import FarEnd
from balie_app.devices.sim_tokens import take_command

CODECS = {0: "cp437", 2: "cp850", 13: "cp857", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
CODECS |= {45: "cp1250", 46: "cp1251", 48: "cp1254"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One piece of paper, up to and including its cut."""

    at: float
    """Seconds since 1970."""
    data: bytes
    """All bytes since the cut before; `balie_app.printing.render` draws them."""
    text: str
    """The letters on it; pictures as "[beeld]", a QR code as "[QR …]"."""


class SimulatedPrinter(FarEnd):
    """Epson-like. A printer that is offline still answers real-time questions; the rest waits."""

    FAULTS = ("paper_out", "paper_near_end", "cover_open", "cutter", "silent", "garbage", "unplug")
    STOPS = frozenset({"paper_out", "cover_open", "cutter"})

    def __init__(
        self,
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
        on_paper: Callable[[Paper], None] | None = None,
    ) -> None:
        super().__init__(link, on_change)
        self.papers: deque[Paper] = deque(maxlen=200)
        self.on_paper = on_paper
        self._buffer, self._paper, self._text = bytearray(), bytearray(), ""
        self._codec = "cp437"
        self._qr = b""
        self._auto_status = False

    @property
    def online(self) -> bool:
        """Whether it prints now."""
        return not self.faults & self.STOPS

    def heard(self, data: bytes) -> str:
        papers = len(self.papers)
        self._buffer += data
        self._answer_real_time()
        self._work()
        if len(self.papers) > papers:
            return self.papers[-1].text
        return data.hex(" ") if len(data) <= 32 else f"{len(data)} bytes"

    def unplugged(self) -> None:
        self._buffer.clear()
        self._auto_status = False

    def fault_changed(self, name: str, on: bool) -> None:
        del name, on
        if self._auto_status:
            self.send(self._automatic(), "status")
        self._work()

    def _answer_real_time(self) -> None:
        """While it is offline, real-time questions are answered out of turn."""
        if self.online:
            return
        held, rest = bytearray(), bytearray(self._buffer)
        while command := take_command(rest):
            if command[:1] == b"\x10" and len(command) == 3:
                self._real_time(command)
            else:
                held += command
        self._buffer = held + rest

    def _work(self) -> None:
        while self.online and (command := take_command(self._buffer)):
            if command[:1] == b"\x10" and len(command) == 3:
                self._real_time(command)
                continue
            self._paper += command
            self._obey(command)

    def _obey(self, command: bytes) -> None:
        head = command[:2]
        if head == b"\x1b@":
            self._auto_status, self._codec = False, "cp437"
        elif head == b"\x1bt":
            self._codec = CODECS.get(command[2], "cp437")
        elif head == b"\x1bd":
            self._text += "\n" * command[2]
        elif head in {b"\x1dV", b"\x1bi", b"\x1bm"}:
            self._cut()
        elif head == b"\x1d(":
            self._extended(command)
        elif command[:3] == b"\x1dv0" or head == b"\x1b*":
            self._text += "[beeld]\n"
        elif not self._answer(command) and (len(command) == 1 and (command[0] >= 0x20 or command == b"\n")):
            self._text += command.decode(self._codec, "replace")

    def _answer(self, command: bytes) -> bool:
        """Questions that are answered in turn. False: it was none."""
        head = command[:2]
        if head == b"\x1da":
            self._auto_status = command[2] != 0
            self.send(self._automatic(), "status")
        elif head == b"\x1dr":
            self.send(self._paper_byte(), "GS r")
        elif head == b"\x1dI":
            self.send(b"_Balie simulator\0", "naam")
        elif head == b"\x1dG" and len(command) == 3:
            self.send(b"\xff\x13" + self._job + b"\0\0\0\0", "klaar")
        elif head == b"\x1dG":
            self._job = command[3:7]
        elif head == b"\x1bv":
            self.send(bytes([1 if "paper_near_end" in self.faults else 0]), "ESC v")
        else:
            return False
        return True

    _job = b"\0\0\0\0"

    def _extended(self, command: bytes) -> None:
        if command[2:3] == b"H" and command[5:7] == b"00":
            self.send(b"7\x22" + command[7:11] + b"\0", "klaar")
        elif command[2:3] == b"k" and command[6:7] == b"P":
            self._qr = command[8:]
        elif command[2:3] == b"k" and command[6:7] == b"Q":
            self._text += f"[QR {self._qr.decode('latin-1')}]\n"

    def _cut(self) -> None:
        paper = Paper(time.time(), bytes(self._paper), self._text.strip("\n"))
        self._paper, self._text = bytearray(), ""
        self.papers.append(paper)
        if self.on_paper is not None:
            self.on_paper(paper)

    def _real_time(self, command: bytes) -> None:
        if command[1] != 4:
            return
        faults = self.faults
        out, cover = "paper_out" in faults, "cover_open" in faults
        byte = {
            1: 0x08 * (not self.online),
            2: 0x04 * cover | 0x20 * out | 0x40 * ("cutter" in faults),
            3: 0x08 * ("cutter" in faults),
            4: 0x0C * (out or "paper_near_end" in faults) | 0x60 * out,
        }.get(command[2])
        if byte is not None:
            self.send(bytes([0x12 | byte]), f"DLE EOT {command[2]}")

    def _automatic(self) -> bytes:
        """A block of automatic status (four bytes)."""
        first = 0x10 | 0x08 * (not self.online) | 0x20 * ("cover_open" in self.faults)
        return bytes([first, 0x08 * ("cutter" in self.faults), self._paper_byte()[0], 0])

    def _paper_byte(self) -> bytes:
        out = "paper_out" in self.faults
        return bytes([0x03 * (out or "paper_near_end" in self.faults) | 0x0C * out])
