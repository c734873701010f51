"""How this station's devices are doing, since when; said once when one is lost and once when it is back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from balie_app.devices.config import LineConfig
from balie_app.devices.driver import Event
from balie_app.devices.states import STATE_OF_CAUSE, USABLE, State, Status, advice

log = logging.getLogger("balie.devices")

LOST = frozenset({State.GONE, State.SILENT, State.MISCONFIGURED})
WORRIES = frozenset({State.ATTENTION, State.HELP})
"""Somebody has to do something, now or soon: told in the log when it begins."""


class Health:
    """Keeps a `Status` for each line and hands every change to ``on_status``."""

    def __init__(
        self, lines: tuple[LineConfig, ...], clock: Callable[[], datetime], on_status: Callable[[Status], None]
    ) -> None:
        self._clock = clock
        self._on_status = on_status
        self._counters: dict[str, dict[int, int]] = {}
        self._lost: set[str] = set()
        self.statuses: dict[str, Status] = {}
        for line in lines:
            self._know(line)

    def _know(self, line: LineConfig) -> None:
        self._counters[line.name] = {address: counter for counter, address in line.counters.items()}
        shows: dict[int, str] | None = {} if line.kind == "display" else None
        self.statuses[line.name] = Status(line.name, line.kind, line.port, State.OFF, self._clock(), shows=shows)

    def adopt(self, lines: tuple[LineConfig, ...], ended: Iterable[str]) -> None:
        """These are the lines from now on; those in ``ended`` are gone, or begin anew."""
        for name in ended:
            self._lost.discard(name)
            del self.statuses[name], self._counters[name]
        for line in lines:
            if line.name not in self.statuses:
                self._know(line)
                self._set(line.name, State.CONNECTING, "")

    def usable(self, line: str) -> bool:
        """Whether this device does its work."""
        return line in self.statuses and self.statuses[line].state in USABLE

    def begin(self) -> None:
        """All lines are being opened."""
        for name in self.statuses:
            self._set(name, State.CONNECTING, "")

    def end(self) -> None:
        """All lines are closed, on purpose."""
        for name in self.statuses:
            self._set(name, State.OFF, "stopped")

    def handle(self, line: str, event: Event) -> None:
        """What a driver or its line says."""
        cause = str(event.facts.get("cause", ""))
        if event.kind == "open":
            self._set(line, State.CONNECTING, "")
        elif event.kind == "lost":
            self._set(line, STATE_OF_CAUSE[cause], cause, str(event.facts.get("detail", "")))
        elif event.kind == "state":
            state = STATE_OF_CAUSE[cause]
            busy = event.facts.get("busy") and state is State.READY
            self._set(line, State.BUSY if busy else state, cause, self._detail(line, event))
        elif event.kind == "shown":
            self._show(line, event)

    def _show(self, line: str, event: Event) -> None:
        status = self.statuses[line]
        address = event.facts["address"]
        counter = self._counters[line].get(address) if isinstance(address, int) else None
        text = str(event.facts["text"])
        if counter is None or status.shows is None or status.shows.get(counter) == text:
            return
        self._publish(replace(status, shows={**status.shows, counter: text}))

    def _detail(self, line: str, event: Event) -> str:
        """The counters of the displays that do not answer, or what the driver says itself."""
        silent = event.facts.get("silent")
        if not isinstance(silent, tuple) or not silent:
            return str(event.facts.get("detail", "")) or (line if event.facts.get("cause") == "garbage" else "")
        counters = sorted(self._counters[line][address] for address in silent if address in self._counters[line])
        return "balie " + ", ".join(map(str, counters))

    def _set(self, line: str, state: State, cause: str, detail: str = "") -> None:
        status = self.statuses[line]
        if (status.state, status.cause, status.detail) == (state, cause, detail):
            return
        self._log(line, state, cause, detail)
        since = status.since if status.state is state else self._clock()
        self._publish(replace(status, state=state, cause=cause, detail=detail, since=since))

    def _log(self, line: str, state: State, cause: str, detail: str) -> None:
        if state in LOST and line not in self._lost:
            self._lost.add(line)
            log.warning("%s: %s. %s", line, state.value, advice(cause, detail))
        elif state in USABLE and line in self._lost:
            self._lost.discard(line)
            log.info("%s: is er weer.", line)
        if state in WORRIES and cause != self.statuses[line].cause:
            log.warning("%s: %s. %s", line, state.value, advice(cause, detail))

    def _publish(self, status: Status) -> None:
        self.statuses[status.name] = status
        self._on_status(status)
