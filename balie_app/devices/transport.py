"""Ways to reach a device: a serial port, a TCP socket, or memory (for tests).

A transport is used by one thread; only ``wake`` may be called by others.
"""

from __future__ import annotations

import errno
import os
import select
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Protocol
from urllib.parse import urlsplit

import serial

try:
    from termios import error as TermiosError  # noqa: N812
except ImportError:  # Windows has no termios; nothing raises this there

    class TermiosError(Exception):  # type: ignore[no-redef]
        """Stands in for the class that only POSIX has."""


LINE_ERRORS: tuple[type[Exception], ...] = (serial.SerialException, OSError, TermiosError)
"""All that pyserial lets through when a line fails; ``termios.error`` is neither of the first two."""

CHUNK = 256
"""Bytes given to the kernel at once: a long picture then has a time limit a chunk, not a whole."""

WRITE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How a serial line is set."""

    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: float = 1
    flow: str = "none"
    """none, xonxoff, rtscts or dsrdtr."""


class Transport(Protocol):
    """Bytes to and from one device. Failures are ``LINE_ERRORS``."""

    def read(self, seconds: float | None) -> bytes:
        """What has come; empty after ``seconds`` (None: no limit), or when woken."""

    def write(self, data: bytes) -> None:
        """Hand over all of it, or fail."""

    def wake(self) -> None:
        """End a ``read`` that waits; from any thread."""

    def close(self) -> None:
        """Let go of the line; never fails."""


class _Waker:
    """A pair of sockets: the one thing that ``select`` can wait for on every system."""

    def __init__(self) -> None:
        self.end, self._push = socket.socketpair()
        self.end.setblocking(False)
        self._push.setblocking(False)

    def wake(self) -> None:
        try:
            self._push.send(b"!")
        except OSError:  # full: it is going to wake anyhow; closed: nobody is waiting
            return

    def drain(self) -> None:
        try:
            self.end.recv(1024)
        except OSError:
            return

    def close(self) -> None:
        self.end.close()
        self._push.close()


class SerialTransport:
    """A serial port by its path (``/dev/ttyUSB0``, ``COM3``, a pseudo-terminal)."""

    def __init__(self, port: str, settings: LineSettings) -> None:
        self._port = serial.Serial(
            port,
            settings.baud,
            settings.bits,
            settings.parity,
            settings.stop,
            timeout=0,
            write_timeout=WRITE_SECONDS,
            xonxoff=settings.flow == "xonxoff",
            rtscts=settings.flow == "rtscts",
            dsrdtr=settings.flow == "dsrdtr",
            exclusive=True if os.name == "posix" else None,
        )
        self._waker = _Waker()

    def read(self, seconds: float | None) -> bytes:
        if os.name != "posix":
            return self._read_windows(seconds)
        port, waker = self._port.fileno(), self._waker.end.fileno()
        ready, _, _ = select.select([port, waker], [], [], seconds)
        if waker in ready:
            self._waker.drain()
        return bytes(self._port.read(4096)) if port in ready else b""

    def _read_windows(self, seconds: float | None) -> bytes:
        self._port.timeout = seconds
        first = bytes(self._port.read(1))
        return first + bytes(self._port.read(self._port.in_waiting)) if first else b""

    def write(self, data: bytes) -> None:
        for start in range(0, len(data), CHUNK):
            self._port.write(data[start : start + CHUNK])

    def wake(self) -> None:
        if os.name == "posix":
            self._waker.wake()
        else:
            self._port.cancel_read()

    def close(self) -> None:
        try:
            self._port.close()
        except LINE_ERRORS:  # gone already: closing what is left is all that was asked
            pass
        finally:
            self._waker.close()


class TcpTransport:
    """A device behind a network socket: ``socket://host:port``."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=5)
        self._socket.settimeout(WRITE_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._waker = _Waker()

    def read(self, seconds: float | None) -> bytes:
        ready, _, _ = select.select([self._socket, self._waker.end], [], [], seconds)
        if self._waker.end in ready:
            self._waker.drain()
        if self._socket not in ready:
            return b""
        data = self._socket.recv(4096)
        if not data:
            raise OSError(errno.ECONNRESET, "the far end hung up")
        return data

    def write(self, data: bytes) -> None:
        self._socket.sendall(data)

    def wake(self) -> None:
        self._waker.wake()

    def close(self) -> None:
        self._socket.close()
        self._waker.close()


class MemoryTransport:
    """A line that exists in memory only. ``feed`` plays the far end, ``written`` is what it got."""

    def __init__(self) -> None:
        self.written = bytearray()
        self.closed = False
        self._incoming: deque[bytes | Exception] = deque()
        self._changed = Condition()
        self._woken = False

    def feed(self, item: bytes | Exception) -> None:
        """Let the far end say something, or let the line fail with this exception."""
        with self._changed:
            self._incoming.append(item)
            self._changed.notify_all()

    def wait_written(self, wanted: bytes, seconds: float = 5.0) -> bool:
        """Wait until ``wanted`` is part of what was written."""
        with self._changed:
            return self._changed.wait_for(lambda: wanted in self.written, seconds)

    def read(self, seconds: float | None) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._incoming or self._woken, seconds)
            self._woken = False
            item = self._incoming.popleft() if self._incoming else b""
        if isinstance(item, Exception):
            raise item
        return item

    def write(self, data: bytes) -> None:
        with self._changed:
            self.written += data
            self._changed.notify_all()

    def wake(self) -> None:
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def close(self) -> None:
        self.closed = True


Opener = Callable[[], Transport]


def opener(port: str, settings: LineSettings) -> Opener:
    """How to open ``port``: a path, a COM name, or ``socket://host:port``."""
    if port.startswith("socket://"):
        where = urlsplit(port)
        host, number = where.hostname or "", where.port or 0
        return lambda: TcpTransport(host, number)
    return lambda: SerialTransport(port, settings)


def cause_of(error: Exception, was_open: bool) -> str:
    """The cause code (`states.ADVICE`) behind a failure of a line."""
    if isinstance(error, serial.SerialTimeoutException | TimeoutError):
        return "stuck" if was_open else "missing"
    if was_open:
        return "unplugged"
    number = getattr(error, "errno", None)
    if number in {errno.EACCES, errno.EPERM}:
        return "permission"
    return "in_use" if number in {errno.EBUSY, errno.EAGAIN} else "missing"
