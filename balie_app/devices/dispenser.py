"""Button dispensers: bytes become presses, one ticket for a press, a lamp when there is none."""

from __future__ import annotations

from balie_app.devices.driver import Event, OutOfOrder, Output, Request, Settle, Write
from balie_app.devices.template import Template
from balie_app.devices.values import DoesNotFit

PART_SECONDS = 1.0
"""A message that stops half-way is forgotten after this long."""

ANSWER_SECONDS = 15.0
"""A press that nobody settles in this time is forgotten, so that the next one counts."""


class DispenserDriver:
    """Tells ``press`` with the ``button``; then waits for `Settle` before it takes another press."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._patterns = template.receive.patterns
        self._messages = {**template.receive.patterns, **template.receive.status}
        self._beginnings = {message[:size] for message in self._messages for size in range(1, len(message))}
        self._cause = ""
        self._buffer = bytearray()
        self._last_byte_at = 0.0
        self._pressed_at: dict[str, float] = {}
        self._waiting_since: float | None = None
        self._out_of_order = False
        self._open = False

    def opened(self, now: float) -> list[Output]:
        del now
        self._open = True
        self._buffer.clear()
        hello = self._template.hello()
        return [Event("state", {"cause": self._cause}), *([Write(hello)] if hello else []), *self._lamp()]

    def closed(self, now: float) -> list[Output]:
        del now
        self._open, self._waiting_since = False, None
        return []

    def submit(self, request: Request, now: float) -> list[Output]:
        del now
        if isinstance(request, Settle):
            self._waiting_since = None
            return self._command("accept" if request.accepted else "refuse", request.label)
        if isinstance(request, OutOfOrder) and request.on != self._out_of_order:
            self._out_of_order = request.on
            return self._lamp()
        return []

    def receive(self, data: bytes, now: float) -> list[Output]:
        self._forget_old_part(now)
        self._last_byte_at = now
        outputs: list[Output] = []
        for byte in data:
            self._buffer.append(byte)
            message = self._match()
            if message in self._patterns:
                outputs += self._press(self._patterns[message], now)
            elif message:
                outputs += self._reported(self._template.receive.status[message])
        return outputs

    def tick(self, now: float) -> list[Output]:
        self._forget_old_part(now)
        if self._waiting_since is not None and now - self._waiting_since >= ANSWER_SECONDS:
            self._waiting_since = None
        return []

    def next_deadline(self) -> float | None:
        return None  # nothing is sent by time alone: old parts and presses are judged when bytes come

    def _forget_old_part(self, now: float) -> None:
        if self._buffer and now - self._last_byte_at >= PART_SECONDS:
            self._buffer.clear()

    def _match(self) -> bytes:
        """The message that is complete, or nothing; bytes that can begin none are dropped."""
        while self._buffer:
            found = bytes(self._buffer)
            if found in self._messages:
                self._buffer.clear()
                return found
            if found in self._beginnings:
                return b""
            del self._buffer[0]
        return b""

    def _reported(self, cause: str) -> list[Output]:
        """The dispenser says how it is: its own paper, its cover."""
        if cause == self._cause:
            return []
        self._cause = cause
        return [Event("state", {"cause": cause})]

    def _press(self, button: str, now: float) -> list[Output]:
        before = self._pressed_at.get(button)
        self._pressed_at[button] = now
        if before is not None and now - before < self._template.receive.debounce_s:
            return []
        self.tick(now)
        if self._waiting_since is not None:
            return []
        self._waiting_since = now
        return [Event("press", {"button": button})]

    def _lamp(self) -> list[Output]:
        return self._command("lamp_on" if self._out_of_order else "lamp_off")

    def _command(self, name: str, label: str = "") -> list[Output]:
        try:
            data = self._template.frame(name, text=label)
        except DoesNotFit:  # a number that its own printer cannot make
            return self._command("refuse")
        return [Write(data)] if data and self._open else []
