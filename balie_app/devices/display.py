"""Call displays on one line: the newest state of each wins, and is sent again now and then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from balie_app.devices.driver import Clear, Event, Output, Request, Show, Write
from balie_app.devices.values import DoesNotFit

ATTENTION_SECONDS = 10.0


class Encoder(Protocol):
    """The bytes of one type of display. A `Template` is one; Alpha and the customer displays are others."""

    @property
    def gap_s(self) -> float: ...
    @property
    def refresh_s(self) -> float: ...
    @property
    def hold_s(self) -> float: ...
    def hello(self) -> bytes: ...
    def call(self, address: int) -> bytes: ...
    def show(self, address: int, text: str, attention: bool) -> bytes: ...
    def clear(self, address: int) -> bytes: ...


@dataclass(slots=True)
class _Face:
    text: str = ""
    known: bool = False
    attention_until: float = 0.0
    beep: bool = False
    refresh_at: float = 0.0


class DisplayDriver:
    """Displays do not acknowledge: ``shown`` means sent. Calls go before refreshing.

    Nothing is sent to a display before somebody said what it should show: after a restart it keeps
    the number it has, instead of going dark for a moment.
    """

    def __init__(self, encoder: Encoder, addresses: tuple[int, ...]) -> None:
        self._encoder = encoder
        self._faces = {address: _Face() for address in addresses}
        self._waiting: list[int] = []
        self._free_at = 0.0
        self._open = False

    def opened(self, now: float) -> list[Output]:
        self._open, self._free_at = True, now
        self._waiting = [address for address, face in self._faces.items() if face.known]
        hello = self._encoder.hello()
        outputs: list[Output] = [Event("state", {"cause": ""})]
        if hello:
            outputs.append(Write(hello))
            self._free_at = now + self._encoder.gap_s
        return outputs + self._send(now)

    def closed(self, now: float) -> list[Output]:
        del now
        self._open = False
        return []

    def submit(self, request: Request, now: float) -> list[Output]:
        if isinstance(request, Show | Clear) and request.address in self._faces:
            face = self._faces[request.address]
            face.text, face.known = request.text if isinstance(request, Show) else "", True
            new_call = isinstance(request, Show) and request.attention
            face.attention_until = now + (self._encoder.hold_s or ATTENTION_SECONDS) if new_call else 0.0
            face.beep = new_call
            self._put_first(request.address)
        return self._send(now)

    def receive(self, data: bytes, now: float) -> list[Output]:
        del data, now  # these displays do not answer; whatever comes is noise
        return []

    def tick(self, now: float) -> list[Output]:
        for address, face in self._faces.items():
            if face.attention_until and face.attention_until <= now:
                face.attention_until = 0.0
                self._put_first(address)
            elif self._open and face.known and face.refresh_at <= now and address not in self._waiting:
                self._waiting.append(address)
        return self._send(now)

    def next_deadline(self) -> float | None:
        if not self._open:
            return None
        times = [face.refresh_at for at, face in self._faces.items() if face.known and at not in self._waiting]
        times += [face.attention_until for face in self._faces.values() if face.attention_until]
        if self._waiting:
            times.append(self._free_at)
        return min(times, default=None)

    def _put_first(self, address: int) -> None:
        if address in self._waiting:
            self._waiting.remove(address)
        self._waiting.insert(0, address)

    def _send(self, now: float) -> list[Output]:
        outputs: list[Output] = []
        while self._open and self._waiting and self._free_at <= now:
            address = self._waiting.pop(0)
            outputs += self._frames(address, now)
            self._free_at = now + self._encoder.gap_s
        return outputs

    def _frames(self, address: int, now: float) -> list[Output]:
        face = self._faces[address]
        face.refresh_at = now + self._encoder.refresh_s
        attention = face.attention_until > now
        lit = bool(face.text) and (attention or not self._encoder.hold_s)
        try:
            data = self._encoder.show(address, face.text, attention) if lit else self._encoder.clear(address)
        except DoesNotFit:
            data, lit = self._encoder.clear(address), False
        if face.beep and lit and attention:
            data = self._encoder.call(address) + data
        face.beep = False
        return [Write(data), Event("shown", {"address": address, "text": face.text if lit else ""})]
