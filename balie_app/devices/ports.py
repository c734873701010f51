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
from balie_app.devices.transport import PortTrouble, SerialTransport, Transport

USB_FORM = "usb:1a86:7523, usb:0403:6001:SERIENUMMER of usb:1a86:7523@1-1.2"


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

    @property
    def identity(self) -> str:
        """How station.toml names this adapter: by serial number, else by the place it is plugged in."""
        if self.vid is None or self.pid is None:
            return self.device
        which = f":{self.serial}" if self.serial else f"@{self.location}" if self.location else ""
        return f"usb:{self.vid:04x}:{self.pid:04x}{which}"


@dataclass(frozen=True, slots=True)
class Identity:
    """An adapter as station.toml names it."""

    vid: int
    pid: int
    serial: str = ""
    location: str = ""

    def is_in(self, found: Found) -> bool:
        """Whether this is that adapter."""
        return (
            (self.vid, self.pid) == (found.vid, found.pid)
            and self.serial in {"", found.serial}
            and self.location in {"", found.location}
        )


_USB = re.compile(r"usb:([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::([^@]+))?(?:@(.+))?")


def identity_of(text: str) -> Identity | None:
    """The adapter that ``usb:…`` names; None when it names none."""
    match = _USB.fullmatch(text)
    return Identity(int(match[1], 16), int(match[2], 16), match[3] or "", match[4] or "") if match else None


def ports_now() -> tuple[Found, ...]:
    """All serial ports of this machine. Slow on some systems: never call it where a window waits."""
    return tuple(
        Found(each.device, each.vid, each.pid, each.serial_number or "", each.location or "", _words(each))
        for each in sorted(list_ports.comports())
    )


def _words(port: object) -> str:
    maker, product = getattr(port, "manufacturer", None) or "", getattr(port, "product", None) or ""
    described = getattr(port, "description", "") or ""
    return f"{maker} {product}".strip() or ("" if described == "n/a" else described)


def device_of(port: str, ports: Callable[[], Iterable[Found]] = ports_now) -> str:
    """The path to open now. Raises an OSError when the adapter is not there, PortTrouble when there are two."""
    identity = identity_of(port)
    if identity is None:
        return port
    found = [each.device for each in ports() if identity.is_in(each)]
    if not found:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), port)
    if len(found) > 1:
        raise PortTrouble("ambiguous")
    return found[0]


class Opener:
    """Opens one port, again and again: a path, a COM name, ``usb:…``, ``socket://…`` or ``rfc2217://…``."""

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
        return SerialTransport(device_of(self.port, self._ports), self._settings)

    def present(self) -> bool | None:
        """Whether the port can be seen now; None: nobody can tell without opening it."""
        if "://" in self.port or (os.name != "posix" and identity_of(self.port) is None):
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
