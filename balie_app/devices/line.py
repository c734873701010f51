"""One line, one thread: opens the port, carries bytes for its driver, comes back after a failure."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Thread

from balie_app.devices.driver import Driver, Event, Output, Request, Write
from balie_app.devices.transport import LINE_ERRORS, Opener, Transport, cause_of

BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between attempts to open a line; the last one goes on for ever."""

SHORTEST_WAIT = 0.002
"""Seconds: a driver that asks for a moment in the past does not burn the processor."""

EventSink = Callable[[str, Event], None]
Exchange = Callable[[str, str, bytes], None]


class Line:
    """A port worker. Events go to ``on_event(name, event)``, on the line's own thread.

    Besides what the driver says there are ``open``, and ``lost`` with a ``cause``: once when the line
    goes, and once more only when the cause changes.
    """

    def __init__(
        self,
        name: str,
        open_transport: Opener,
        driver: Driver,
        on_event: EventSink,
        *,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[Flag, float], bool] | None = None,
        on_bytes: Exchange | None = None,
    ) -> None:
        self.name = name
        self._open_transport = open_transport
        self._driver = driver
        self._on_event = on_event
        self._clock = clock
        self._wait = wait or (lambda flag, seconds: flag.wait(seconds))
        self._on_bytes = on_bytes or (lambda _name, _direction, _data: None)
        self._requests: SimpleQueue[Request] = SimpleQueue()
        self._stop = Flag()
        self._nudge = Flag()
        self._transport: Transport | None = None
        self._last_cause = ""
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

    def _wake(self) -> None:
        self._nudge.set()
        transport = self._transport
        if transport is not None:
            with suppress(*LINE_ERRORS):  # it was being closed: the thread is awake
                transport.wake()

    def _run(self) -> None:
        attempt = 0
        while not self._stop.is_set():
            try:
                transport = self._open_transport()
            except LINE_ERRORS as error:
                self._report_lost(cause_of(error, was_open=False))
                self._pause(BACK_OFF[min(attempt, len(BACK_OFF) - 1)])
                attempt += 1
                continue
            attempt = 0
            cause = self._serve(transport)
            if cause:
                self._report_lost(cause)
                self._pause(BACK_OFF[0])

    def _pause(self, seconds: float) -> None:
        """Wait before the next attempt. What is asked meanwhile reaches the driver at once."""
        until = self._clock() + seconds
        while not self._stop.is_set() and (left := until - self._clock()) > 0:
            self._nudge.clear()
            self._take_requests(None)
            if not self._requests.empty() or self._stop.is_set():
                continue
            self._wait(self._nudge, left)

    def _serve(self, transport: Transport) -> str:
        """Carry bytes until told to stop ("") or until the line fails (its cause)."""
        self._transport = transport
        self._last_cause = cause = ""
        try:
            self._say(Event("open"))
            self._take_requests(None)  # what was asked meanwhile: only its outcome is to be sent
            self._carry(transport, self._driver.opened(self._clock()))
            while not self._stop.is_set():
                self._round(transport)
        except LINE_ERRORS as error:
            cause = cause_of(error, was_open=True)
        finally:
            self._transport = None
            transport.close()
        self._carry(None, self._driver.closed(self._clock()))
        return cause

    def _round(self, transport: Transport) -> None:
        self._take_requests(transport)
        self._carry(transport, self._driver.tick(self._clock()))
        if not self._requests.empty():
            return
        deadline = self._driver.next_deadline()
        data = transport.read(None if deadline is None else max(SHORTEST_WAIT, deadline - self._clock()))
        if data:
            self._on_bytes(self.name, "in", data)
            self._carry(transport, self._driver.receive(data, self._clock()))

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
                transport.write(output.data)

    def _say(self, event: Event) -> None:
        self._on_event(self.name, event)

    def _report_lost(self, cause: str) -> None:
        if cause != self._last_cause:
            self._last_cause = cause
            self._say(Event("lost", {"cause": cause}))
