"""A device described in a text file, so that a new model needs no programmer.

A template is data: a closed list of parts, fields and checksums. It carries its own examples
(``[[vectors]]``) from the maker's manual, and is refused when one of them does not come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from balie_app.devices.frame import Frame
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.reply import NO_REPLY, Reply
from balie_app.devices.values import Address, Value


@dataclass(frozen=True, slots=True)
class Receive:
    """The receiving side of a dispenser or scanner."""

    patterns: dict[bytes, str] = field(default_factory=dict)
    """A dispenser's messages, and the button each stands for."""
    status: dict[bytes, str] = field(default_factory=dict)
    """A dispenser's other messages, and the cause each reports ("" is well again)."""
    debounce_s: float = 0.7
    start: bytes = b""
    end: bytes = b""
    longest: int = 512
    """Bytes; what is longer is noise."""
    silence_s: float = 0.15
    """A scanner's message without an end is over after this long."""


@dataclass(frozen=True, slots=True)
class Blink:
    """How a display blinks for a new call."""

    how: str = "command"
    """command (the frame says so) or toggle (the number is shown and cleared in turn)."""
    seconds: float = 10.0
    period_s: float = 0.5


@dataclass(frozen=True, slots=True)
class Template:
    """One type of device. Serves as the display driver's encoder."""

    key: str
    """The file's name without ``.toml``; what station.toml says."""
    name: str
    kind: str
    """display, lamp, dispenser or scanner."""
    source: str
    line: LineSettings
    address: Address
    value: Value
    commands: dict[str, Frame]
    refresh_s: float = 45.0
    """Present state is sent again this often: a display that lost its power is then right again."""
    keepalive_s: float = 0.0
    """A keep-alive is sent this often. 0: never."""
    hold_s: float = 0.0
    """For a gong or lamp: switched off again after this long. 0: stays."""
    blink: Blink = Blink()
    brightness_steps: tuple[bytes, ...] = ()
    """The device's own steps, from dark to bright."""
    reply: Reply = NO_REPLY
    receive: Receive = Receive()
    numbers: Iterator[int] = field(default_factory=count, compare=False, repr=False)
    """For frames that carry a running number."""

    def frame(
        self, command: str, address: int = 0, text: str = "", counter: int = 0, number: int | None = None
    ) -> bytes:
        """The bytes of one command; empty when this device has no such command."""
        found = self.commands.get(command)
        if found is None:
            return b""
        return self._made(found, self.address.encode(address), self.value.encode(text, counter), number)

    def _made(self, frame: Frame, address: bytes, value: bytes, number: int | None = None) -> bytes:
        if any(part.field == "counter" for part in frame.parts):
            return frame.build(address, value, frame.running.write(next(self.numbers) if number is None else number))
        return frame.build(address, value)

    def hello(self) -> bytes:
        """What the device wants to hear after the line was opened."""
        return self._for_all("hello", b"")

    def _for_all(self, command: str, value: bytes) -> bytes:
        """A command for every display; empty when it would need one address."""
        found = self.commands.get(command)
        addressed = found is not None and any(part.field == "address" for part in found.parts)
        if found is None or (addressed and not self.address.broadcast):
            return b""
        return self._made(found, self.address.broadcast, value)

    def call(self, address: int) -> bytes:
        """What draws attention to a new call, before the number itself."""
        return self.frame("beep", address)

    def show(self, address: int, text: str, attention: bool, counter: int = 0) -> bytes:
        """The number on the display, blinking while it wants attention and the display can."""
        command = "blink" if attention and self.blink.how == "command" and "blink" in self.commands else "show"
        return self.frame(command, address, text, counter)

    def clear(self, address: int) -> bytes:
        """An empty display."""
        return self.frame("clear", address) or self.frame("show", address, "")

    def clear_all(self) -> bytes:
        """All displays of the line empty at once; empty bytes when they have no common address."""
        if not self.address.broadcast:
            return b""
        return self._for_all("clear", b"") or self._for_all("show", self.value.encode(""))

    def keepalive(self, address: int) -> bytes:
        """What keeps the device from thinking that we are gone."""
        return self.frame("keepalive", address)

    def brightness(self, address: int, percent: int) -> bytes:
        """The device's step nearest to ``percent``; empty when it has none."""
        found = self.commands.get("brightness")
        if found is None or not self.brightness_steps:
            return b""
        at = round(percent / 100 * (len(self.brightness_steps) - 1))
        return self._made(found, self.address.encode(address), self.brightness_steps[at])

    def target(self, address: int) -> bytes:
        """The address as it stands in an answer."""
        return self.address.encode(address)

    @property
    def blink_period_s(self) -> float:
        """Half a blink, for displays that cannot blink by themselves. 0: they can, or do not."""
        return self.blink.period_s if self.blink.how == "toggle" else 0.0

    @property
    def attention_s(self) -> float:
        """How long a new call draws attention."""
        return self.hold_s or self.blink.seconds
