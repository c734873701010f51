"""A ticket printer that is not there: status, done markers, faults, and the paper it printed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from balie_app.devices.farend import FarEnd
from balie_app.printing.commands import Command, CommandReader
from balie_app.printing.profiles import Profile, profile
from balie_app.printing.render import Paper, paper_from_bytes


@dataclass(frozen=True, slots=True)
class Printed:
    """One piece of paper, up to and including its cut."""

    at: float
    """Seconds since 1970."""
    data: bytes
    """All bytes since the cut before."""
    profile: Profile

    def paper(self) -> Paper:
        """What is on it: ``text``, ``png()``, and ``problems`` a real printer would have had."""
        return paper_from_bytes(self.data, self.profile)

    @property
    def text(self) -> str:
        """The words on it."""
        return self.paper().text


class SimulatedPrinter(FarEnd):
    """Epson-like. A printer that is offline still answers real-time questions; the rest waits."""

    FAULTS = ("paper_out", "paper_near_end", "cover_open", "cutter", "silent", "garbage", "unplug")
    STOPS = frozenset({"paper_out", "cover_open", "cutter"})

    def __init__(
        self,
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
        on_paper: Callable[[Printed], None] | None = None,
        profile_name: str = "epson",
    ) -> None:
        super().__init__(link, on_change)
        self.profile = profile(profile_name)
        self.papers: deque[Printed] = deque(maxlen=200)
        self.printed = 0
        """How many papers were cut in all; ``papers`` remembers the last of them."""
        self.on_paper = on_paper
        self._forget()

    @property
    def online(self) -> bool:
        """Whether it prints now."""
        return not self.faults & self.STOPS

    def heard(self, data: bytes) -> str:
        before = self.printed
        for command in self._reader.feed(data):
            if command.name == "ask-realtime":
                self._real_time(command.data[0])
            else:
                self._waiting.append(command)
        self._work()
        if self.printed > before:
            return self.papers[-1].text
        return data.hex(" ") if len(data) <= 32 else f"{len(data)} bytes"

    def unplugged(self) -> None:
        self._forget()

    def fault_changed(self, name: str, on: bool) -> None:
        del name, on
        if self._auto_status:
            self.send(self._automatic(), "status")
        self._work()

    def _forget(self) -> None:
        self._reader = CommandReader()
        self._waiting: deque[Command] = deque()
        self._paper = bytearray()
        self._auto_status = False
        self._job = b"\0\0\0\0"

    def _work(self) -> None:
        while self.online and self._waiting:
            command = self._waiting.popleft()
            if not self._answer(command):
                self._paper += command.raw
            if command.name == "reset":
                self._auto_status = False
            elif command.name.startswith("cut"):
                self._cut()

    def _answer(self, command: Command) -> bool:
        """Questions that are answered in turn, after what was printed before. False: it was none."""
        if command.name == "auto-status":
            self._auto_status = command.data != b"\0"
            self.send(self._automatic(), "status")
        elif command.name == "ask-paper":
            self.send(self._paper_byte(), "papier")
        elif command.name == "ask-identity":
            self.send(b"_Balie simulator\0", "naam")
        elif command.name == "ask-job":
            self.send(b"7\x22" + command.data[2:] + b"\0", "klaar")
        elif command.name == "job-start":
            self._job = command.data
        elif command.name == "job-end":
            self.send(b"\xff\x13" + self._job + b"\0\0\0\0", "klaar")
        elif command.name == "ask-status":
            self.send(bytes([0x01 * ("paper_near_end" in self.faults)]), "status")
        else:
            return False
        return True

    def _cut(self) -> None:
        printed = Printed(time.time(), bytes(self._paper), self.profile)
        self._paper = bytearray()
        self.papers.append(printed)
        self.printed += 1
        if self.on_paper is not None:
            self.on_paper(printed)

    def _real_time(self, which: int) -> None:
        out, cover = "paper_out" in self.faults, "cover_open" in self.faults
        byte = {
            1: 0x08 * (not self.online),
            2: 0x04 * cover | 0x20 * out | 0x40 * ("cutter" in self.faults),
            3: 0x08 * ("cutter" in self.faults),
            4: 0x0C * (out or "paper_near_end" in self.faults) | 0x60 * out,
        }.get(which)
        if byte is not None:
            self.send(bytes([0x12 | byte]), f"status {which}")
        elif which == 0x14:
            near = "paper_near_end" in self.faults
            self.send(bytes([0x10, 0x0F, out | 4 * near, 2 * cover, 0, "cutter" in self.faults]), "status")

    def _automatic(self) -> bytes:
        """A block of automatic status (four bytes)."""
        first = 0x10 | 0x08 * (not self.online) | 0x20 * ("cover_open" in self.faults)
        return bytes([first, 0x08 * ("cutter" in self.faults), self._paper_byte()[0], 0])

    def _paper_byte(self) -> bytes:
        out = "paper_out" in self.faults
        return bytes([0x03 * (out or "paper_near_end" in self.faults) | 0x0C * out])
