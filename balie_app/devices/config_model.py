"""A station's lines as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from balie_app.devices.display import Encoder
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.template import Template

BACKUP_AFTER_S = 10
"""Seconds that a printer does not work before its backup takes over."""
KINDS = ("printer", "display", "dispenser", "scanner")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a dispenser's button stands for: a kind of contact, or products."""

    contact_type: str | None = None
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineConfig:
    """One line: a port, and the device (or the displays) on it."""

    name: str
    kind: str
    """printer, display, dispenser or scanner."""
    port: str
    settings: LineSettings = field(default_factory=LineSettings)
    profile: str = "epson"
    """Printers: which profile (`balie_app.printing.profiles`)."""
    qr: str = ""
    """Printers: how QR codes are made, when not as the profile says."""
    code_pages: tuple[str, ...] = ()
    """Printers: the only code pages of the profile that this printer has; empty: all."""
    identity: str = ""
    """Printers: part of the model's name that it must give before it is used; empty: as the profile says."""
    backup: str = ""
    """Printers: the one, of any station, that takes over when this one does not work."""
    backup_after_s: int = BACKUP_AFTER_S
    encoder: Encoder | None = None
    """Displays: their protocol."""
    counters: dict[int, int] = field(default_factory=dict)
    """Displays: counter number → address on the line."""
    brightness: int | None = None
    """Displays: percent; None: as the display is set itself."""
    template: Template | None = None
    """Dispensers and scanners: their protocol."""
    buttons: dict[str, Wish] = field(default_factory=dict)
    printer: str | None = None
    """Dispensers and scanners: the printer that their tickets go to; None: no paper, or paper of their own."""
    roll: bool = False
    """Dispensers: the numbers are on the paper already; the hall follows them."""


@dataclass(frozen=True, slots=True)
class StationConfig:
    """The lines of one machine."""

    lines: tuple[LineConfig, ...]
    station: str = "devices"
    """Name in the journal."""
    hall: str | None = None
