"""Which port is meant: by its name, or by the adapter itself, wherever it was plugged in this time."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import serial
from serial.tools import list_ports

from balie_app.devices.linesettings import LineSettings
from balie_app.devices.network import RemoteTransport, TcpTransport
from balie_app.devices.spooler import FileSpooler, SpoolTransport, SystemSpooler, system_server
from balie_app.devices.transport import PortTrouble, SerialTransport, Transport
from balie_app.devices.usblp import UsbPrinterTransport, usb_printers

USB_FORM = "usb:1a86:7523, usb:0403:6001:SERIENUMMER of usb:1a86:7523@1-1.2 (een USB-printer: usb-lp:04b8:0202)"
FILE, SYSTEM, USB_PRINTER = "file:", "system:", "usb-lp:"
_PRINTER_NODE = re.compile(r"/dev/(usb/)?lp[0-9]+|/dev/usblp[0-9]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A port that this machine has now."""

    device: str
    vid: int | None = None
    pid: int | None = None
    serial: str = ""
    location: str = ""
    words: str = ""
    """Maker and product, as the adapter says."""
    printer: bool = False
    """A printer with a USB plug of its own, and no adapter."""

    @property
    def identity(self) -> str:
        """How station.toml names this adapter: by serial number, else by the place it is plugged in."""
        if self.vid is None or self.pid is None:
            return self.device
        which = f":{self.serial}" if self.serial else f"@{self.location}" if self.location else ""
        return f"{USB_PRINTER if self.printer else 'usb:'}{self.vid:04x}:{self.pid:04x}{which}"


@dataclass(frozen=True, slots=True)
class Identity:
    """An adapter as station.toml names it."""

    vid: int
    pid: int
    serial: str = ""
    location: str = ""
    printer: bool = False

    def is_in(self, found: Found) -> bool:
        """Whether this is that adapter."""
        return (
            (self.vid, self.pid, self.printer) == (found.vid, found.pid, found.printer)
            and self.serial in {"", found.serial}
            and self.location in {"", found.location}
        )


_USB = re.compile(r"usb(-lp)?:([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::([^@]+))?(?:@(.+))?")


def identity_of(text: str) -> Identity | None:
    """The adapter that ``usb:…`` or ``usb-lp:…`` names; None when it names none."""
    match = _USB.fullmatch(text)
    if match is None:
        return None
    return Identity(int(match[2], 16), int(match[3], 16), match[4] or "", match[5] or "", match[1] is not None)


def ports_now() -> tuple[Found, ...]:
    """All serial ports and USB printers of this machine. Slow on some systems: never call it where a window waits."""
    serial_ports = tuple(
        Found(each.device, each.vid, each.pid, each.serial_number or "", each.location or "", _words(each))
        for each in sorted(list_ports.comports())
    )
    return serial_ports + tuple(
        Found(each.device, each.vid, each.pid, each.serial, each.location, each.words, printer=True)
        for each in usb_printers()
    )


def _words(port: object) -> str:
    maker, product = getattr(port, "manufacturer", None) or "", getattr(port, "product", None) or ""
    described = getattr(port, "description", "") or ""
    return f"{maker} {product}".strip() or ("" if described == "n/a" else described)


def device_of(port: str, ports: Callable[[], Iterable[Found]] = ports_now) -> str:
    """The path to open now. Raises an OSError when the adapter is not there, PortTrouble when there are two."""
    identity = identity_of(port)
    if identity is None:
        return port.removeprefix(USB_PRINTER)
    found = [each.device for each in ports() if identity.is_in(each)]
    if not found:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), port)
    if len(found) > 1:
        raise PortTrouble("ambiguous")
    return found[0]


class Opener:
    """Opens one port, again and again: a path, a COM name, ``usb:…``, ``usb-lp:…`` or the address of something else."""

    def __init__(self, port: str, settings: LineSettings, ports: Callable[[], Iterable[Found]] = ports_now) -> None:
        self.port = port
        self._settings = settings
        self._ports = ports

    def __call__(self) -> Transport:
        if self.port.startswith("socket://"):
            where = urlsplit(self.port)
            return TcpTransport(where.hostname or "", where.port or 0)
        if self.port.startswith("rfc2217://"):
            return RemoteTransport(self.port, self._settings)
        if self.port.startswith(FILE):
            return SpoolTransport(FileSpooler(Path(self.port.removeprefix(FILE)).expanduser()))
        if self.port.startswith(SYSTEM):
            return SpoolTransport(SystemSpooler(self.port.removeprefix(SYSTEM), system_server()))
        return self._cable(device_of(self.port, self._ports))

    def _cable(self, device: str) -> Transport:
        try:
            if self.port.startswith(USB_PRINTER) or _PRINTER_NODE.fullmatch(os.path.realpath(device)):
                return UsbPrinterTransport(device)
            return SerialTransport(device, self._settings)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EPERM}:
                raise PortTrouble("permission", group_of(device)) from error
            raise

    def present(self) -> bool | None:
        """Whether the port can be seen now; None: nobody can tell without opening it."""
        if "://" in self.port or spooled(self.port) or (os.name != "posix" and identity_of(self.port) is None):
            return None
        try:
            return Path(device_of(self.port, self._ports)).exists()
        except OSError:
            return False


def opener(port: str, settings: LineSettings) -> Opener:
    """How to open ``port``."""
    return Opener(port, settings)


def network(port: str) -> bool:
    """Whether other machines can reach this port as well."""
    return "://" in port


def spooled(port: str) -> bool:
    """Whether whole documents go there, and no bytes over a cable."""
    return port.startswith((FILE, SYSTEM))


def on_pages(port: str) -> bool:
    """Whether paper that goes there is of A4."""
    return port.startswith(SYSTEM)


def group_of(device: str) -> str:
    """The group whose members may open this port; empty where the system has no groups."""
    try:
        import grp  # not on Windows

        return grp.getgrgid(Path(device).stat().st_gid).gr_name
    except (ImportError, OSError, KeyError):
        return ""


def cause_of(error: Exception, was_open: bool) -> str:
    """The cause code (`states.ADVICE`) behind a failure of a line."""
    if isinstance(error, PortTrouble):
        return error.cause
    if _took_too_long(error):
        return "stuck" if was_open else "missing"
    if was_open:
        return "unplugged"
    number = getattr(error, "errno", None)
    if number in {errno.EACCES, errno.EPERM}:
        return "permission"
    return "in_use" if number in {errno.EBUSY, errno.EAGAIN} else "missing"


def _took_too_long(error: Exception) -> bool:
    """Whether it was a time-out; pyserial's RFC 2217 port hides its own behind another exception."""
    slow = (serial.SerialTimeoutException, TimeoutError)
    return isinstance(error, slow) or isinstance(error.__context__, slow)
