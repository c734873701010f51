"""A device described in a text file, so that a new model needs no programmer.

A template is data: a closed list of parts, fields and checksums. It carries its own examples
(``[[vectors]]``) from the maker's manual, and is refused when one of them does not come out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from balie_app.devices.frame import Frame
from balie_app.devices.transport import LineSettings
from balie_app.devices.values import Address, Value


@dataclass(frozen=True, slots=True)
class Receive:
    """The receiving side of a dispenser: byte patterns and the button each stands for."""

    patterns: dict[bytes, str] = field(default_factory=dict)
    debounce_s: float = 0.7


@dataclass(frozen=True, slots=True)
class Template:
    """One type of device. Serves as the display driver's encoder."""

    key: str
    """The file's name without ``.toml``; what station.toml says."""
    name: str
    kind: str
    """display, lamp or dispenser."""
    source: str
    line: LineSettings
    address: Address
    value: Value
    commands: dict[str, Frame]
    gap_s: float = 0.0
    """Silence between two frames."""
    refresh_s: float = 45.0
    """Present state is sent again this often: a display that lost its power is then right again."""
    hold_s: float = 0.0
    """For a gong or lamp: switched off again after this long. 0: stays."""
    receive: Receive = Receive()

    def frame(self, command: str, address: int = 0, text: str = "") -> bytes:
        """The bytes of one command; empty when this device has no such command."""
        found = self.commands.get(command)
        return found.build(self.address.encode(address), self.value.encode(text)) if found else b""

    def hello(self) -> bytes:
        """What the device wants to hear after the line was opened."""
        return self.frame("hello")

    def call(self, address: int) -> bytes:
        """What draws attention to a new call, before the number itself."""
        return self.frame("beep", address)

    def show(self, address: int, text: str, attention: bool) -> bytes:
        """The number on the display, blinking while it wants attention and the display can."""
        command = "blink" if attention and "blink" in self.commands else "show"
        return self.frame(command, address, text)

    def clear(self, address: int) -> bytes:
        """An empty display."""
        return self.frame("clear", address) or self.frame("show", address, "")
