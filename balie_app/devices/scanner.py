"""Bar code scanners on a serial line: one event for each code, and a beep that tells the visitor how it went."""

from __future__ import annotations

import re
from dataclasses import dataclass

from balie_app.devices.driver import Event, Output, Request, Settle, Write
from balie_app.devices.template import Template

SAME_SECONDS = 2.0
"""The same code again within this time is the same scan: people hold their paper still."""
ANSWER_SECONDS = 8.0
"""A scan that nobody settles in this time was not good; a scanner in "host acknowledge" waits ten."""
_AIM = re.compile(rb"\](?P<kind>[A-Za-z][0-9A-Za-z])")
AIM_NAMES = {"Q": "QR", "C": "Code 128", "d": "Data Matrix", "A": "Code 39", "E": "EAN", "z": "Aztec", "L": "PDF417"}
"""ISO/IEC 15424: the letter behind the bracket."""


@dataclass(frozen=True, slots=True)
class Code:
    """What was scanned."""

    text: str
    symbology: str = ""
    """"QR", "Code 128" …; empty when the scanner does not say."""


def read_code(data: bytes) -> Code | None:
    """The code in one message: AIM prefix off, UTF-8 or else Latin-1; None for rubbish."""
    aim = _AIM.match(data)
    body = data[aim.end() :] if aim else data
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("latin-1")
    text = text.strip(" ")
    if not text or any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in text):
        return None
    return Code(text, AIM_NAMES.get(aim["kind"][:1].decode(), "") if aim else "")


class ScannerDriver:
    """Tells ``scan`` (text, symbology), then waits for `Settle` and beeps. Rubbish and double reads say nothing."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._receive = template.receive
        own_end = b"|" + re.escape(template.receive.end) if template.receive.end else b""
        self._end = re.compile(b"[\r\n]" + own_end)
        self._buffer = bytearray()
        self._too_long = False
        self._last_byte_at = 0.0
        self._last: tuple[str, float] = ("", -SAME_SECONDS)
        self._waiting_since: float | None = None
        self._open = False

    def opened(self, now: float) -> list[Output]:
        del now
        self._open, self._waiting_since = True, None
        self._forget()
        hello = self._template.hello()
        return [Event("state", {"cause": ""}), *([Write(hello)] if hello else [])]

    def closed(self, now: float) -> list[Output]:
        del now
        self._open = False
        return []

    def submit(self, request: Request, now: float) -> list[Output]:
        del now
        if not isinstance(request, Settle):
            return []
        self._waiting_since = None
        return self._beep(request.accepted)

    def receive(self, data: bytes, now: float) -> list[Output]:
        outputs = self.tick(now)
        self._last_byte_at = now
        self._buffer += data
        while (end := self._end.search(self._buffer)) is not None:
            rest = self._buffer[end.end() :]
            del self._buffer[end.start() :]
            outputs += self._message(now)
            self._buffer += rest
        if len(self._buffer) > self._receive.longest:
            self._too_long = True
            del self._buffer[: -len(self._receive.end) or None]  # its end may be half here
        return outputs

    def tick(self, now: float) -> list[Output]:
        outputs: list[Output] = []
        if self._buffer and now >= self._last_byte_at + self._receive.silence_s:
            outputs += self._message(self._last_byte_at)
        if self._waiting_since is not None and now >= self._waiting_since + ANSWER_SECONDS:
            self._waiting_since = None
            outputs += self._beep(good=False)
        return outputs

    def next_deadline(self) -> float | None:
        if not self._open:
            return None
        times = [self._last_byte_at + self._receive.silence_s] if self._buffer else []
        times += [self._waiting_since + ANSWER_SECONDS] if self._waiting_since is not None else []
        return min(times, default=None)

    def _forget(self) -> None:
        self._buffer.clear()
        self._too_long = False

    def _message(self, now: float) -> list[Output]:
        """One whole message came in."""
        data, too_long = bytes(self._buffer), self._too_long or len(self._buffer) > self._receive.longest
        self._forget()
        if self._receive.start:
            _, found, data = data.rpartition(self._receive.start)
            data = data if found else b""
        code = None if too_long else read_code(data)
        if code is None:
            return self._beep(good=False) if data.strip(b"\r\n") else []
        again = code.text == self._last[0] and now < self._last[1] + SAME_SECONDS
        self._last = (code.text, now)
        if again or self._waiting_since is not None:
            return []
        self._waiting_since = now
        return [Event("scan", {"text": code.text, "symbology": code.symbology})]

    def _beep(self, good: bool) -> list[Output]:
        data = self._template.frame("accept" if good else "refuse")
        return [Write(data)] if data and self._open else []
