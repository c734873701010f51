"""A ticket printer that is not there: status, done markers, faults, and the paper it printed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import Path

from balie_app.devices.farend import FarEnd
from balie_app.devices.sim_printer_talk import AT_ONCE, EscPosTalk, StarTalk, Talk
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


MOVES_PAPER = frozenset({"line-end", "raster", "columns", "code"})
DONE = frozenset({"ask-paper", "ask-job", "ask-done"})
"""Commands after which a printer has nothing left to do."""


class SimulatedPrinter(FarEnd):
    """A printer of any profile. One that is offline still answers real-time questions; the rest waits."""

    FAULTS = (
        "paper_out",
        "paper_near_end",
        "cover_open",
        "cutter",
        "offline",
        "not_taken",
        "small_buffer",
        "silent",
        "garbage",
        "unplug",
    )
    STOPS = frozenset({"paper_out", "cover_open", "cutter", "offline"})
    BUFFER = 10_000
    """Bytes that fit with the fault "small_buffer", until everything before a done marker is printed."""

    def __init__(
        self,
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
        on_paper: Callable[[Printed], None] | None = None,
        profile_name: str = "epson",
        model: str = "Balie simulator",
    ) -> None:
        super().__init__(link, on_change)
        self.profile = profile(profile_name)
        self.papers: deque[Printed] = deque(maxlen=200)
        self.printed = 0
        """How many papers were cut in all; ``papers`` remembers the last of them."""
        self.on_paper = on_paper
        self.model = model
        """What it calls itself."""
        self.rows_left: int | None = None
        """Rows and pictures until ``then`` happens, in the middle of a paper; None: nothing happens."""
        self.then = "paper_out"
        self._knife_waits = False
        self._forget()

    @property
    def online(self) -> bool:
        """Whether it prints now."""
        return "offline" not in self._troubles()

    def heard(self, data: bytes) -> str:
        before = self.printed
        self._talk.overhear(data)
        commands = self._reader.feed(self._buffered(data))
        self._waiting += (command for command in commands if command.name not in AT_ONCE)
        self._work()
        if self.printed > before:
            return self.papers[-1].text
        return data.hex(" ") if len(data) <= 32 else f"{len(data)} bytes"

    def unplugged(self) -> None:
        self._forget()

    def fault_changed(self, name: str, on: bool) -> None:
        if name == "cutter" and on and self.profile.status == "escpos":
            self._knife_waits = True  # when the jam is gone it still waits to be told
        self._talk.changed()
        self._work()

    def power_cycle(self) -> None:
        """Somebody switched it off and on: what it had not printed is lost, a stuck knife is free."""
        with self._lock:
            self._knife_waits = False
            self._forget()

    def _forget(self) -> None:
        self._reader = CommandReader(self.profile.dialect)
        self._waiting: deque[Command] = deque()
        self._paper = bytearray()
        self._used = 0
        star = self.profile.dialect == "star"
        self._talk: Talk = (
            StarTalk(self._troubles, self.send)
            if star
            else EscPosTalk(self._troubles, self.send, self._recover, self.model)
        )

    def _troubles(self) -> Set[str]:
        """What is the matter, in the words of `replies.CAUSES`."""
        found = self.faults | ({"cutter"} if self._knife_waits else set())
        return found | ({"offline"} if found & self.STOPS else set())

    def _recover(self, how: int) -> None:
        """DLE ENQ 1: go on; 2: with empty buffers. No effect while the jam is there, or without one."""
        if not self._knife_waits or "cutter" in self.faults:
            return
        self._knife_waits = False
        if how == 2:
            self._waiting.clear()
        self._talk.changed()

    def _buffered(self, data: bytes) -> bytes:
        """What fits in the buffer; the rest is lost."""
        if "small_buffer" not in self.faults:
            return data
        kept = data[: max(0, self.BUFFER - self._used)]
        self._used += len(kept)
        return kept

    def _work(self) -> None:
        while self.online and self._waiting:
            command = self._waiting.popleft()
            if not self._talk.in_turn(command):
                self._paper += command.raw
            if command.name.startswith("cut"):
                self._cut()
            elif command.name in MOVES_PAPER:
                self._roll_on()
            if command.name in DONE and not self._waiting:
                self._used = 0

    def _roll_on(self) -> None:
        if self.rows_left is None:
            return
        self.rows_left -= 1
        if self.rows_left <= 0:
            self.rows_left = None
            self.faults.add(self.then)
            self._talk.changed()

    def _cut(self) -> None:
        printed = Printed(time.time(), bytes(self._paper), self.profile)
        self._paper = bytearray()
        self.papers.append(printed)
        self.printed += 1
        if self.on_paper is not None:
            self.on_paper(printed)
