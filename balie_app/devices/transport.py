"""Ways to reach a device: a serial port, or memory (for tests); `network` has the others.

A transport is used by one thread; only ``wake`` may be called by others.
"""

from __future__ import annotations

import os
import select
import socket
from collections import deque
from threading import Condition
from typing import Protocol

import serial
from serial.rs485 import RS485Settings

from balie_app.devices.linesettings import LineSettings

try:
    import termios
    from termios import error as TermiosError  # noqa: N812
except ImportError:  # Windows has no termios; nothing raises this there

    class TermiosError(Exception):  # type: ignore[no-redef]
        """Stands in for the class that only POSIX has."""


LINE_ERRORS: tuple[type[Exception], ...] = (serial.SerialException, OSError, TermiosError)
"""All that pyserial lets through when a line fails; ``termios.error`` is neither of the first two."""


class PortTrouble(OSError):
    """A port that cannot be used, for a reason with a name (`states.ADVICE`)."""

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.detail = detail


CHUNK = 256
"""Bytes given to the kernel at once: a long picture then has a time limit a chunk, not a whole."""

WRITE_SECONDS = 3.0


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


class Waker:
    """A pair of sockets: the one thing that ``select`` can wait for on every system."""

    def __init__(self) -> None:
        self.end, self._push = socket.socketpair()
        self.end.setblocking(False)
        self._push.setblocking(False)

    def wake(self) -> None:
        """End the wait; from any thread."""
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
        self._port, self._flow = _closed_port(port, settings), settings.flow
        self._port.open()
        try:
            if settings.flow == "xonxoff":
                _go_on(self._port)
            if settings.rs485 == "rts":
                _turn_with_rts(self._port)
            self._port.reset_input_buffer()  # what was said before we were there is not for us
            self._waker = Waker()
        except LINE_ERRORS:
            self._port.close()
            raise

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
        try:
            for start in range(0, len(data), CHUNK):
                self._port.write(data[start : start + CHUNK])
        except serial.SerialTimeoutException as error:
            if held_back(self._port, self._flow):
                raise PortTrouble("no_handshake") from error
            raise

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


def _closed_port(port: str, settings: LineSettings) -> serial.Serial:
    """The port with everything set, so that nothing wrong happens at the moment it opens."""
    made = serial.Serial()
    made.port = port
    made.baudrate, made.bytesize = settings.baud, settings.bits
    made.parity, made.stopbits = settings.parity, settings.stop
    made.timeout, made.write_timeout = 0, WRITE_SECONDS
    made.xonxoff = settings.flow == "xonxoff"
    made.rtscts = settings.flow == "rtscts"
    made.dsrdtr = settings.flow == "dsrdtr"
    made.exclusive = True if os.name == "posix" else None
    if settings.dtr is not None:
        made.dtr = settings.dtr
    if settings.rts is not None:
        made.rts = settings.rts
    return made


def held_back(port: serial.Serial, flow: str) -> bool:
    """Whether the line waits for a wire that says no, as it does when the cable has only three."""
    try:
        return (flow == "rtscts" and not port.cts) or (flow == "dsrdtr" and not port.dsr)
    except LINE_ERRORS:  # a pseudo-terminal has no such wires
        return False


def _turn_with_rts(port: serial.Serial) -> None:
    """Let the kernel turn a half-duplex line round; few adapters can."""
    try:
        port.rs485_mode = RS485Settings()
    except (OSError, ValueError) as error:
        raise PortTrouble("no_rs485") from error


def _go_on(port: serial.Serial) -> None:
    """A cable that was pulled after XOFF never brings the XON: opening begins anew.

    The kernel ends only a stop of its own, so it is made its own first.
    """
    if os.name == "posix":
        termios.tcflow(port.fileno(), termios.TCOOFF)
        termios.tcflow(port.fileno(), termios.TCOON)
