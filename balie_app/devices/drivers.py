"""Which driver belongs to a line."""

from __future__ import annotations

from balie_app.devices.config_model import LineConfig
from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Driver
from balie_app.devices.making import profile_of
from balie_app.devices.ports import spooled
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.scanner import ScannerDriver
from balie_app.devices.spool import SpoolDriver


def driver_for(line: LineConfig) -> Driver:
    """The driver of a configured line."""
    if line.kind == "printer" and spooled(line.port):
        return SpoolDriver()
    if line.kind == "printer":
        return PrinterDriver(profile_of(line), line.settings.baud)
    if line.encoder is not None:
        return DisplayDriver(line.encoder, tuple(line.counters.values()), line.settings, line.brightness)
    if line.template is None:
        raise ValueError(line.name)
    return ScannerDriver(line.template) if line.kind == "scanner" else DispenserDriver(line.template)
