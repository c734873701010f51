"""Call displays on one line: one exchange at a time, the newest state of each wins, and is sent again now and then."""

from __future__ import annotations

from typing import Protocol

from balie_app.devices.driver import Clear, Event, Identify, Output, Request, Show, Write
from balie_app.devices.exchange import HalfDuplex, Outcome
from balie_app.devices.faces import Errand, Face, first_moment, next_face
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.reply import Reply
from balie_app.devices.values import DoesNotFit

ATTENTION_SECONDS = 10.0
BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between attempts to reach a display that does not answer; the last one goes on for ever."""
MOST_BUSY = 20
"""Times that "busy" is believed."""
SOON_AGAIN_SECONDS = 2.0
"""After the line opened, a display that does not answer is told its state a second time this soon."""
GARBLED_LIMIT = 5
"""Answers in a row that nobody understands: the line is set wrongly."""
IDENTIFY_SECONDS = 5.0


class Encoder(Protocol):
    """The bytes of one type of display. A `Template` is one; Alpha and the customer displays are others."""

    @property
    def line(self) -> LineSettings: ...
    @property
    def reply(self) -> Reply: ...
    @property
    def refresh_s(self) -> float: ...
    @property
    def keepalive_s(self) -> float: ...
    @property
    def hold_s(self) -> float: ...
    @property
    def attention_s(self) -> float: ...
    @property
    def blink_period_s(self) -> float: ...
    def hello(self) -> bytes: ...
    def call(self, address: int) -> bytes: ...
    def show(self, address: int, text: str, attention: bool, counter: int = 0) -> bytes: ...
    def clear(self, address: int) -> bytes: ...
    def clear_all(self) -> bytes: ...
    def keepalive(self, address: int) -> bytes: ...
    def brightness(self, address: int, percent: int) -> bytes: ...
    def target(self, address: int) -> bytes: ...


class DisplayDriver:
    """Events: ``state`` (cause, and the ``silent`` addresses), ``shown`` (address, text): answered by a display that
    answers, sent to one that does not.

    Nothing is sent to a display before somebody said what it should show: after a restart it keeps
    the number it has, instead of going dark for a moment.
    """

    def __init__(
        self,
        encoder: Encoder,
        addresses: tuple[int, ...],
        settings: LineSettings | None = None,
        brightness: int | None = None,
    ) -> None:
        self._encoder = encoder
        self._settings = settings or encoder.line
        self._brightness = brightness
        self._faces = {address: Face(address) for address in addresses}
        self._line = HalfDuplex(self._settings, encoder.reply)
        self._frames: list[bytes] = []
        """Still to be sent to the display that is being served."""
        self._serving: tuple[Face, str] | None = None
        self._hello: list[bytes] = []
        self._order = 0
        self._garbled = 0
        self._cause = ""
        self._said: tuple[str, tuple[int, ...]] | None = None
        self._open = False

    # -- what a line tells ------------------------------------------------------------------------

    def opened(self, now: float) -> list[Output]:
        self._open, self._said, self._serving, self._garbled = True, None, None, 0
        self._line.reset(now)
        self._frames = []
        self._hello = [frame for frame in (self._encoder.hello(), *self._brighten()) if frame]
        for face in self._faces.values():
            face.errand, face.failures, face.tries, face.not_before = None, 0, 0, 0.0
            face.soon_again = face.known and not self._encoder.reply.expected
            if face.known:
                self._want(face, Errand.CALL if face.attention_until > now else Errand.CHANGE)
        return self._state() + self._pump(now)

    def closed(self, now: float) -> list[Output]:
        del now
        self._open, self._serving = False, None
        return []

    def submit(self, request: Request, now: float) -> list[Output]:
        if isinstance(request, Identify):
            request = Show(request.address, str(request.address or 8).zfill(2) * 2, attention=True)
        if isinstance(request, Show | Clear) and request.address in self._faces:
            self._take(self._faces[request.address], request, now)
        return self._pump(now)

    def receive(self, data: bytes, now: float) -> list[Output]:
        outcome = self._line.receive(data, now) if self._open else None
        return (self._ended(outcome, now) if outcome else []) + self._pump(now)

    def tick(self, now: float) -> list[Output]:
        outcome = self._line.tick(now) if self._open else None
        return (self._ended(outcome, now) if outcome else []) + self._pump(now)

    def next_deadline(self) -> float | None:
        if not self._open:
            return None
        times = [time for face in self._faces.values() if (time := self._alarm(face)) is not None]
        if self._line.deadline is not None:
            times.append(self._line.deadline)
        elif self._hello or self._frames:
            times.append(self._line.free_at)
        elif (moment := first_moment([*self._faces.values()])) is not None:
            times.append(max(moment, self._line.free_at))
        return min(times, default=None)

    # -- what a display should show -----------------------------------------------------------------

    def _take(self, face: Face, request: Show | Clear, now: float) -> None:
        face.text, face.known = (request.text if isinstance(request, Show) else ""), True
        face.counter = request.counter if isinstance(request, Show) else 0
        new_call = isinstance(request, Show) and request.attention
        face.attention_until = now + (self._encoder.attention_s or ATTENTION_SECONDS) if new_call else 0.0
        face.beep, face.dark = new_call, False
        face.toggle_at = now + self._encoder.blink_period_s
        self._want(face, Errand.CALL if new_call else Errand.CHANGE)

    def _want(self, face: Face, errand: Errand) -> None:
        self._order += 1
        face.want(errand, self._order)

    def _alarm(self, face: Face) -> float | None:
        """When time alone changes something at a display."""
        times = [face.attention_until] if face.attention_until else []
        if face.attention_until and self._encoder.blink_period_s:
            times.append(face.toggle_at)
        if face.known and face.errand is None:
            times.append(face.refresh_at)
            times += [face.keepalive_at] if self._encoder.keepalive_s else []
        return min(times, default=None)

    def _wake(self, now: float) -> None:
        """Blinking, the end of a call, refreshing, keeping alive."""
        for face in self._faces.values():
            if face.attention_until and face.attention_until <= now:
                face.attention_until, face.dark = 0.0, False
                self._want(face, Errand.CHANGE)
            elif face.attention_until and self._encoder.blink_period_s and face.toggle_at <= now:
                face.dark, face.toggle_at = not face.dark, now + self._encoder.blink_period_s
                self._want(face, Errand.CHANGE)
            elif face.known and face.errand is None and face.refresh_at <= now:
                self._want(face, Errand.REFRESH)
            elif face.known and face.errand is None and self._encoder.keepalive_s and face.keepalive_at <= now:
                self._want(face, Errand.KEEPALIVE)

    # -- the line -------------------------------------------------------------------------------------

    def _pump(self, now: float) -> list[Output]:
        """Send whatever may be sent now."""
        if not self._open:
            return []
        self._wake(now)
        outputs: list[Output] = []
        while not self._line.busy and self._line.free_at <= now:
            if self._hello:
                outputs.append(self._write(self._hello[0]))
                self._line.start(self._hello.pop(0), b"", answered=False, now=now)
            elif self._frames and self._serving:
                outputs += self._send(now)
            elif everybody := self._all_dark():
                outputs += self._darken(everybody, now)
            elif face := next_face([*self._faces.values()], now):
                outputs += self._serve(face, now)
            else:
                break
        return outputs

    def _serve(self, face: Face, now: float) -> list[Output]:
        errand, face.errand = face.errand, None
        if errand is Errand.KEEPALIVE:
            self._frames, shown = [self._encoder.keepalive(face.address)], ""
            face.keepalive_at = now + self._encoder.keepalive_s
        else:
            self._frames, shown = self._picture(face, now)
        face.refresh_at = now + (SOON_AGAIN_SECONDS if face.soon_again else self._encoder.refresh_s)
        face.soon_again = False
        self._serving = (face, shown)
        return self._send(now)

    def _picture(self, face: Face, now: float) -> tuple[list[bytes], str]:
        """The frames of what a display should show now, and what a person then reads."""
        attention = face.attention_until > now
        lit = bool(face.text) and not face.dark and (attention or not self._encoder.hold_s)
        try:
            frame = self._encoder.show(face.address, face.text, attention, face.counter) if lit else b""
        except DoesNotFit:
            frame, lit = b"", False
        beep = self._encoder.call(face.address) if face.beep and lit and attention else b""
        face.beep = face.beep and not beep and attention
        shown = face.text if lit or face.dark else ""
        return [each for each in (beep, frame or self._encoder.clear(face.address)) if each], shown

    def _send(self, now: float) -> list[Output]:
        """The next frame to the display that is being served."""
        if self._serving is None or not self._frames:
            return []
        data, face = self._frames.pop(0), self._serving[0]
        outcome = self._line.start(data, self._encoder.target(face.address), answered=True, now=now)
        return [self._write(data), *(self._ended(outcome, now) if outcome else [])]

    def _write(self, data: bytes) -> Write:
        return Write(data, self._settings.inter_byte_s)

    def _brighten(self) -> list[bytes]:
        if self._brightness is None:
            return []
        return [self._encoder.brightness(address, self._brightness) for address in self._faces]

    def _all_dark(self) -> list[Face]:
        """All displays, when all are to become empty and can be told so at once."""
        faces = [*self._faces.values()]
        changing = all(face.known and not face.text and face.errand is Errand.CHANGE for face in faces)
        return faces if len(faces) > 1 and changing and self._encoder.clear_all() else []

    def _darken(self, faces: list[Face], now: float) -> list[Output]:
        """One frame for all. Nobody answers it; the refresh finds out who missed it."""
        data = self._encoder.clear_all()
        self._line.start(data, b"", answered=False, now=now)
        for face in faces:
            face.errand, face.refresh_at = None, now + self._encoder.refresh_s
        return [self._write(data), *(Event("shown", {"address": face.address, "text": ""}) for face in faces)]

    # -- how it went ------------------------------------------------------------------------------------

    def _ended(self, outcome: Outcome, now: float) -> list[Output]:
        if self._serving is None:
            return []
        face, shown = self._serving
        self._garbled = self._garbled + 1 if outcome.kind == "garbled" else 0 if outcome.kind == "ok" else self._garbled
        if outcome.kind != "ok":
            self._failed(face, outcome, now)
            return self._state()
        if self._frames:
            return []
        self._serving = None
        face.failures = face.tries = 0
        self._cause = outcome.cause
        face.keepalive_at = now + self._encoder.keepalive_s
        return [Event("shown", {"address": face.address, "text": shown}), *self._state()]

    def _failed(self, face: Face, outcome: Outcome, now: float) -> None:
        """Again soon, a few times; then now and then, behind the displays that do answer."""
        self._frames, self._serving = [], None
        reply = self._encoder.reply
        face.tries += 1
        again = face.tries <= (MOST_BUSY if outcome.kind == "busy" else reply.retries)
        self._want(face, Errand.CHANGE if again and not face.failures else Errand.REFRESH)
        if again and not face.failures:
            face.not_before = now + reply.backoff_s
            return
        face.failures += 1
        face.tries = 0
        face.not_before = now + BACK_OFF[min(face.failures, len(BACK_OFF)) - 1]

    def _state(self) -> list[Output]:
        silent = tuple(sorted(face.address for face in self._faces.values() if face.failures))
        known = sum(face.known for face in self._faces.values())
        cause = self._cause
        if self._garbled >= GARBLED_LIMIT:
            cause = "garbage"
        elif silent:
            cause = "silent" if len(silent) >= known else "some_silent"
        if self._said == (cause, silent):
            return []
        self._said = (cause, silent)
        return [Event("state", {"cause": cause, "silent": silent})]
