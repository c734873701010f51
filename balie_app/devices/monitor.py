"""The line monitor: the last exchanges of each line, in hex and as a person reads them, with personal text masked."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from balie_app.devices.control import readable

KEPT = 500
"""Exchanges of each line."""
LONGEST = 256
"""Bytes of one exchange that are kept: a picture for a printer says nothing."""
MASK = "x"
_PERSONAL = re.compile(rb"[A-Za-z\xc0-\xff]")
_SCANNED = re.compile(rb"[0-9A-Za-z\x80-\xff]")
_AIM = re.compile(rb"^\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Seen:
    """Bytes that went over a line. "out" is from us to the device."""

    at: str
    line: str
    direction: str
    size: int
    hex: str
    text: str


def masked(kind: str, direction: str, data: bytes) -> bytes:
    """The bytes without what may be about a person: letters on paper, all that a scanner reads."""
    mark = MASK.encode()
    if kind == "printer" and direction == "out":
        return _PERSONAL.sub(mark, data)
    if kind == "scanner" and direction == "in":
        aim = _AIM.match(data)
        start = aim.end() if aim else 0
        return data[:start] + _SCANNED.sub(mark, data[start:])
    return data


class Monitor:
    """Remembers; ``heard`` may be called from any thread. ``save`` writes a file that others can read."""

    def __init__(self, kinds: dict[str, str], clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._kinds = kinds
        self._clock = clock
        self._seen: dict[str, deque[Seen]] = {line: deque(maxlen=KEPT) for line in kinds}
        self._lock = Lock()
        self.unsaved = False

    def adopt(self, kinds: dict[str, str]) -> None:
        """These are the lines from now on; what was seen of others is forgotten."""
        with self._lock:
            self._kinds = kinds
            self._seen = {line: self._seen.get(line, deque(maxlen=KEPT)) for line in kinds}
            self.unsaved = True

    def heard(self, line: str, direction: str, data: bytes) -> None:
        """Bytes went over a line."""
        kind = self._kinds.get(line)
        if kind is None:  # it was taken out of the file, and still hung in its port
            return
        shown = masked(kind, direction, data[:LONGEST])
        at = self._clock().isoformat(timespec="milliseconds")
        seen = Seen(at, line, direction, len(data), shown.hex(" "), readable(shown))
        with self._lock:
            if line in self._seen:
                self._seen[line].append(seen)
                self.unsaved = True

    def last(self, line: str | None = None) -> tuple[Seen, ...]:
        """The last exchanges of one line, or of all, oldest first."""
        with self._lock:
            found = [each for name, kept in self._seen.items() for each in kept if line in {None, name}]
        return tuple(sorted(found, key=lambda seen: seen.at))

    def save(self, file: Path) -> None:
        """Write everything to ``file`` in one go. A full disk is no reason to stop showing numbers."""
        self.unsaved = False
        fresh = file.with_name(f"{file.name}.new")
        with suppress(OSError):
            fresh.write_text("".join(json.dumps(asdict(each)) + "\n" for each in self.last()), encoding="utf-8")
            fresh.replace(file)


def saved(file: Path) -> tuple[Seen, ...]:
    """What a service saved; empty when there is nothing (yet)."""
    with suppress(OSError, ValueError, TypeError):
        return tuple(Seen(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines())
    return ()


def lines_of(seen: Iterable[Seen]) -> str:
    """For people: one exchange on a line."""
    arrows = {"in": "<", "out": ">"}
    return "".join(
        f"{each.at[11:23]} {each.line} {arrows[each.direction]} {each.hex:<48} {each.text}\n" for each in seen
    )
