"""What simulated printers answer, by family; written from the manuals, not from our readers of answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import Protocol

from balie_app.printing.commands import Command

Say = Callable[[bytes, str], None]
"""Bytes for the station, and how a person would read them."""


AT_ONCE = frozenset({"ask-realtime", "recover"})
"""Commands that are not printed in turn: they were heard when they came."""
_AT_ONCE = re.compile(rb"\x10[\x04\x05][\x00-\x14]", re.DOTALL)


class Talk(Protocol):
    """One family's questions and answers."""

    def overhear(self, data: bytes) -> None:
        """Real-time commands, obeyed also while offline, and wherever they stand: in the middle of a picture too."""

    def in_turn(self, command: Command) -> bool:
        """A command that is answered after what was printed before. False: it belongs on paper."""

    def changed(self) -> None:
        """Something is the matter, or no longer: told by itself when that was asked for."""


class EscPosTalk:
    """Epson and those who follow it, Custom and Nippon. ``faults``: what is the matter now."""

    def __init__(self, faults: Callable[[], Set[str]], say: Say, recover: Callable[[int], None], model: str) -> None:
        self._faults, self._say, self._recover, self._model = faults, say, recover, model
        self._automatic = False
        self._job = b"\0\0\0\0"
        self._tail = b""

    def overhear(self, data: bytes) -> None:
        heard = self._tail + data
        self._tail = heard[-2:]
        for found in _AT_ONCE.finditer(heard):
            kind, which = found[0][1], found[0][2]
            if found.end() <= len(heard) - len(data):
                continue
            (self._real_time if kind == 0x04 else self._recover)(which)

    def in_turn(self, command: Command) -> bool:
        if command.name == "reset":
            self._automatic = False
            return False
        answers: dict[str, tuple[bytes, str]] = {
            "ask-paper": (self._paper(), "papier"),
            "ask-identity": (b"_" + self._model.encode() + b"\0", "naam"),
            "ask-job": (b"7\x22" + command.data[2:] + b"\0", "klaar"),
            "job-end": (b"\xff\x13" + self._job + b"\0\0\0\0", "klaar"),
            "ask-status": (self._nippon(), "status"),
        }
        if command.name == "auto-status":
            self._automatic = command.data != b"\0"
            self.changed()
        elif command.name == "job-start":
            self._job = command.data
        elif command.name in answers:
            self._say(*answers[command.name])
        else:
            return False
        return True

    def changed(self) -> None:
        if not self._automatic:
            return
        faults = self._faults()
        first = 0x10 | 0x08 * ("offline" in faults) | 0x20 * ("cover_open" in faults)
        self._say(bytes((first, 0x08 * ("cutter" in faults), self._paper()[0], 0)), "status")

    def _real_time(self, which: int) -> None:
        faults = self._faults()
        out, near = "paper_out" in faults, "paper_near_end" in faults
        cover, cutter = "cover_open" in faults, "cutter" in faults
        byte = {
            1: 0x08 * ("offline" in faults),
            2: 0x04 * cover | 0x20 * out | 0x40 * cutter,
            3: 0x08 * cutter,
            4: 0x0C * (out or near) | 0x60 * out,
        }.get(which)
        if byte is not None:
            self._say(bytes((0x12 | byte,)), f"status {which}")
        elif which == 0x14:
            paper = out | 4 * near | 0x20 * ("not_taken" in faults)
            self._say(bytes((0x10, 0x0F, paper, 2 * cover, 0, cutter)), "status")

    def _nippon(self) -> bytes:
        bits = ("paper_near_end", "cover_open", "paper_out", "", "cutter", "", "not_taken")
        return bytes((sum(1 << bit for bit, name in enumerate(bits) if name in self._faults()),))

    def _paper(self) -> bytes:
        out = "paper_out" in self._faults()
        return bytes((0x03 * (out or "paper_near_end" in self._faults()) | 0x0C * out,))


class StarTalk:
    """Star line mode: one status of nine bytes for all, with the counter of ETB in it."""

    def __init__(self, faults: Callable[[], Set[str]], say: Say) -> None:
        self._faults, self._say = faults, say
        self._automatic = self._executed = False
        self._counter = 0

    def overhear(self, data: bytes) -> None:
        for _ in range(data.count(b"\x1b\x06\x01")):
            self._tell()

    def in_turn(self, command: Command) -> bool:
        if command.name == "auto-status":
            self._automatic = command.data in {b"\1", b"1"}
        elif command.name == "ask-done":
            self._counter, self._executed = (self._counter + 1) % 32, True
            self.changed()
        elif command.name in {"cancel", "counter-reset"}:
            self._counter, self._executed = 0, False
            return command.name == "counter-reset"
        else:
            return False
        return True

    def changed(self) -> None:
        if self._automatic:
            self._tell()

    def _tell(self) -> None:
        faults = self._faults()
        first = 0x02 * self._executed | 0x08 * ("offline" in faults) | 0x20 * ("cover_open" in faults)
        paper = 0x04 * bool(faults & {"paper_out", "paper_near_end"}) | 0x08 * ("paper_out" in faults)
        counter = (self._counter & 0x07) << 1 | (self._counter & 0x18) << 2
        self._executed = False
        self._say(bytes((0x23, 0x06, first, 0x08 * ("cutter" in faults), 0, paper, 0, counter, 0)), "status")
