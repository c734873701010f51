"""One line, one thread: opens the port, carries bytes for its driver, comes back after a failure."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Thread
from typing import TypeVar

from balie_app.devices.driver import Driver, Event, Output, Reopen, Request, Write
from balie_app.devices.ports import cause_of
from balie_app.devices.transport import CHUNK, LINE_ERRORS, PortTrouble, Transport

log = logging.getLogger("balie.devices")

BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between attempts to open a line; the last one goes on for ever."""
STABLE_SECONDS = 5.0
"""A line that was open this long begins with the shortest pause again."""
VANISHED_TIMES = 2
"""A port that goes right after it opened, more often than this: something takes it away."""
LOOK_SECONDS = 1.0
"""How often a port that is away is looked for: who puts the cable back does not want to wait."""
SHORTEST_WAIT = 0.002
"""Seconds: a driver that asks for a moment in the past does not burn the processor."""
STUCK_SECONDS = 10.0
"""One call to the port that takes longer will not come back."""

Answer = TypeVar("Answer")
EventSink = Callable[[str, Event], None]
Exchange = Callable[[str, str, bytes], None]


class Line:
    """A port worker. Events go to ``on_event(name, event)``, on the line's own thread.

    Besides what the driver says there are ``open``, and ``lost`` with a ``cause``: once when the line
    goes, and once more only when the cause changes. A bug in a driver costs its line a new beginning, never the thread.
    """

    def __init__(
        self,
        name: str,
        open_transport: Callable[[], Transport],
        driver: Driver,
        on_event: EventSink,
        *,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[Flag, float], bool] | None = None,
        on_bytes: Exchange | None = None,
        discard_s: float = 0.0,
    ) -> None:
        self.name = name
        self._open_transport = open_transport
        self._present: Callable[[], bool | None] = getattr(open_transport, "present", lambda: None)
        self._driver = driver
        self._on_event = on_event
        self._clock = clock
        self._wait = wait or (lambda flag, seconds: flag.wait(seconds))
        self._on_bytes = on_bytes or (lambda _name, _direction, _data: None)
        self._discard_s = discard_s
        self._deaf_until: float | None = None
        self._requests: SimpleQueue[Request] = SimpleQueue()
        self._stop = Flag()
        self._nudge = Flag()
        self._transport: Transport | None = None
        self._last_cause = ""
        self._calling_since: float | None = None
        self._thread = Thread(target=self._run, name=f"line-{name}", daemon=True)

    def start(self) -> None:
        """Begin; the line opens by itself as soon as it can."""
        self._thread.start()

    def submit(self, request: Request) -> None:
        """Ask the driver for something; from any thread, never blocks."""
        self._requests.put(request)
        self._wake()

    def stop(self, seconds: float = 5.0) -> bool:
        """End the thread and let go of the port. False when the thread did not end in time."""
        self._stop.set()
        self._wake()
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def stuck(self) -> bool:
        """Whether the thread hangs in a call to its port: some adapters' drivers never come back."""
        since = self._calling_since
        return since is not None and self._clock() - since > STUCK_SECONDS

    def abandon(self) -> None:
        """Give a stuck thread up: nothing it still says counts, and it ends whenever it can."""
        self._on_event = lambda _name, _event: None
        self._on_bytes = lambda _name, _direction, _data: None
        self._stop.set()

    @property
    def alive(self) -> bool:
        """Whether the thread still runs."""
        return self._thread.is_alive()

    def _wake(self) -> None:
        self._nudge.set()
        transport = self._transport
        if transport is not None:
            with suppress(*LINE_ERRORS):  # it was being closed: the thread is awake
                transport.wake()

    def _run(self) -> None:
        attempt, detail = 0, ""
        while not self._stop.is_set():
            try:
                transport = self._timed(self._open_transport)
            except LINE_ERRORS as error:
                cause, detail = cause_of(error, was_open=False), str(getattr(error, "detail", ""))
            else:
                detail = ""
                opened_at = self._clock()
                cause = self._serve(transport)
                if self._clock() - opened_at >= STABLE_SECONDS:
                    attempt = 0
                elif cause == "unplugged" and attempt >= VANISHED_TIMES:
                    cause = "vanishes"
            if cause:
                self._report_lost(cause, detail)
                self._pause(BACK_OFF[min(attempt, len(BACK_OFF) - 1)])
                attempt += 1

    def _timed(self, call: Callable[[], Answer]) -> Answer:
        """A call that might hang."""
        self._calling_since = self._clock()
        try:
            return call()
        finally:
            self._calling_since = None

    def _pause(self, seconds: float) -> None:
        """Wait before the next attempt, or until the port that was away is there again.

        What is asked meanwhile reaches the driver at once.
        """
        until = self._clock() + seconds
        was_there = self._present()
        while not self._stop.is_set() and (left := until - self._clock()) > 0:
            self._nudge.clear()
            self._take_requests(None)
            if not self._requests.empty() or self._stop.is_set():
                continue
            self._wait(self._nudge, left if was_there is None else min(left, LOOK_SECONDS))
            if was_there is False and self._present():
                return

    def _serve(self, transport: Transport) -> str:
        """Carry bytes until told to stop ("") or until the line fails (its cause)."""
        self._transport = transport
        self._last_cause = cause = ""
        try:
            self._say(Event("open"))
            self._take_requests(None)  # what was asked meanwhile: only its outcome is to be sent
            self._deaf_until = self._clock() + self._discard_s if self._discard_s else None
            if self._deaf_until is None:
                self._carry(transport, self._driver.opened(self._clock()))
            while not self._stop.is_set():
                self._round(transport)
        except LINE_ERRORS as error:
            cause = cause_of(error, was_open=True)
        except Exception:
            log.exception("%s: een fout in Balie. Deze lijn begint opnieuw.", self.name)
            cause = "bug"
        finally:
            self._transport = None
            self._timed(transport.close)
        self._carry(None, self._driver.closed(self._clock()))
        return cause

    def _round(self, transport: Transport) -> None:
        if self._deaf_until is not None:
            self._be_deaf(transport, self._deaf_until)
            return
        self._take_requests(transport)
        self._carry(transport, self._driver.tick(self._clock()))
        if not self._requests.empty():
            return
        deadline = self._driver.next_deadline()
        data = transport.read(None if deadline is None else max(SHORTEST_WAIT, deadline - self._clock()))
        if data:
            self._on_bytes(self.name, "in", data)
            self._carry(transport, self._driver.receive(data, self._clock()))

    def _be_deaf(self, transport: Transport, until: float) -> None:
        """What comes right after opening is a modem probe or half a message."""
        if (left := until - self._clock()) > 0:
            if data := transport.read(left):
                self._on_bytes(self.name, "in", data)
            self._take_requests(None)
            return
        self._deaf_until = None
        self._carry(transport, self._driver.opened(self._clock()))

    def _take_requests(self, transport: Transport | None) -> None:
        with suppress(Empty):
            while True:
                self._carry(transport, self._driver.submit(self._requests.get_nowait(), self._clock()))

    def _carry(self, transport: Transport | None, outputs: Iterable[Output]) -> None:
        for output in outputs:
            if isinstance(output, Event):
                self._say(output)
            elif isinstance(output, Write) and transport is not None:
                self._on_bytes(self.name, "out", output.data)
                self._write(transport, output)
            elif isinstance(output, Reopen) and transport is not None:
                raise PortTrouble(output.cause)

    def _write(self, transport: Transport, unit: Write) -> None:
        if not unit.pause_s:  # in pieces: a long picture on a slow line takes its time, and does not hang
            for start in range(0, len(unit.data), CHUNK):
                self._timed(partial(transport.write, unit.data[start : start + CHUNK]))
            return
        for byte in unit.data:
            self._timed(partial(transport.write, bytes([byte])))
            self._wait(self._stop, unit.pause_s)

    def _say(self, event: Event) -> None:
        self._on_event(self.name, event)

    def _report_lost(self, cause: str, detail: str) -> None:
        if cause != self._last_cause:
            self._last_cause = cause
            self._say(Event("lost", {"cause": cause, "detail": detail} if detail else {"cause": cause}))
