"""How a line is set: speed and form of the characters, who may talk when, what is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

PARITIES = ("none", "even", "odd", "mark", "space")
FLOWS = ("none", "xonxoff", "rtscts", "dsrdtr")
RS485 = ("none", "auto", "rts")
ECHOES = ("none", "discard")


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How a serial line is set."""

    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: float = 1
    flow: str = "none"
    """none, xonxoff, rtscts or dsrdtr."""
    rs485: str = "none"
    """none, auto (the adapter turns the line round by itself) or rts (the kernel does)."""
    dtr: bool | None = None
    """DTR when the port opens; None: as the system does."""
    rts: bool | None = None
    inter_byte_s: float = 0.0
    """Pause between two bytes, for devices that cannot keep up."""
    gap_s: float = 0.0
    """Silence between two frames."""
    turnaround_s: float = 0.0
    """Silence after an exchange, in which a device lets go of the line."""
    local_echo: str = "none"
    """none, or discard: the adapter hears what it says itself."""
    discard_s: float = 0.0
    """What comes in this long after opening is not for us: a modem probe, half a message."""

    @property
    def byte_s(self) -> float:
        """Seconds that one byte is on the wire."""
        return (1 + self.bits + (self.parity != "N") + self.stop) / self.baud + self.inter_byte_s

    def seconds(self, count: int) -> float:
        """Seconds that ``count`` bytes are on the wire."""
        return count * self.byte_s

    @property
    def rest_s(self) -> float:
        """Silence before the next frame: never under three and a half characters."""
        return max(3.5 * self.byte_s, self.gap_s, self.turnaround_s)
