"""All lines of a station: started, watched, given up when their port hangs, held back when another station has them."""

from __future__ import annotations

import logging
from collections.abc import Callable

from balie_app.devices.driver import Request
from balie_app.devices.line import Line

END_SECONDS = 1.0
"""A line that is taken out gets this long; one whose port hangs is given up then."""
log = logging.getLogger("balie.devices")


class LineSet:
    """Lines by name. A line that hangs is replaced by a new one; what it was told must then be told again."""

    def __init__(self, names: tuple[str, ...], make: Callable[[str], Line]) -> None:
        self._make = make
        self._lines = {name: make(name) for name in names}
        self._given_up: list[Line] = []
        self._held: set[str] = set()

    def start(self) -> None:
        """Open all lines."""
        for line in self._lines.values():
            line.start()

    def submit(self, name: str, request: Request) -> None:
        """Ask something of a line; one that is held back hears nothing."""
        if name not in self._held:
            self._lines[name].submit(request)

    @property
    def held(self) -> frozenset[str]:
        """Lines that another station has."""
        return frozenset(self._held)

    def hold(self, name: str) -> None:
        """Let go of a line: another station has it."""
        if name not in self._held:
            self._held.add(name)
            self._end(self._lines[name])

    def release(self, name: str) -> None:
        """Take up a line again."""
        if name in self._held:
            self._held.discard(name)
            self._renew(name)

    def add(self, name: str) -> None:
        """One more line."""
        self._renew(name)

    def drop(self, name: str) -> None:
        """This line is not there any more; what it still had to say was said when this returns."""
        line = self._lines.pop(name)
        if name in self._held:
            self._held.discard(name)
        elif not line.stop(END_SECONDS):
            line.abandon()
            self._given_up.append(line)

    def watch(self) -> list[str]:
        """Replace the lines whose thread hangs; answers their names."""
        stuck = [name for name, line in self._lines.items() if name not in self._held and line.stuck()]
        for name in stuck:
            log.error("%s: de poort hangt. Balie begint deze lijn opnieuw.", name)
            self._end(self._lines[name])
            self._renew(name)
        self._given_up = [line for line in self._given_up if line.alive]
        return stuck

    def hanging(self, name: str) -> bool:
        """Whether an earlier thread of this line still has its port."""
        return any(line.name == name for line in self._given_up)

    def stop(self) -> None:
        """Let go of everything."""
        for line in [*self._lines.values(), *self._given_up]:
            if not line.stop():
                log.error("%s: de lijn laat niet los", line.name)

    def _end(self, line: Line) -> None:
        """Without waiting: it may hang."""
        line.abandon()
        line.stop(0)
        self._given_up.append(line)

    def _renew(self, name: str) -> None:
        self._lines[name] = self._make(name)
        self._lines[name].start()
