"""Devices behind the network: a plain socket, or a serial server that speaks RFC 2217."""

from __future__ import annotations

import errno
import select
import socket
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

import serial
from serial.rfc2217 import Serial as RemoteSerial

from balie_app.devices.linesettings import LineSettings
from balie_app.devices.transport import LINE_ERRORS, WRITE_SECONDS, Waker

PUMP_SECONDS = 0.2
"""pyserial's RFC 2217 port cannot be woken: its reader looks up this often."""


class TcpTransport:
    """A device behind a network socket: ``socket://host:port``."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=5)
        self._socket.settimeout(WRITE_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._waker = Waker()

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


class RemoteTransport:
    """A port of a serial server: ``rfc2217://host:port``, with the speed and form of this line.

    A thread of its own reads, because nothing can end pyserial's wait.
    """

    def __init__(self, url: str, settings: LineSettings) -> None:
        self._port = RemoteSerial()
        self._port.port = url
        self._port.baudrate, self._port.bytesize = settings.baud, settings.bits
        self._port.parity, self._port.stopbits = settings.parity, settings.stop
        self._port.timeout = PUMP_SECONDS
        self._port.xonxoff, self._port.rtscts = settings.flow == "xonxoff", settings.flow == "rtscts"
        self._heard: SimpleQueue[bytes | Exception] = SimpleQueue()
        self._closing = False
        self._port.open()
        self._limit_writes()
        self._pump = Thread(target=self._run, name="line-remote", daemon=True)
        self._pump.start()

    def _limit_writes(self) -> None:
        """Pyserial's RFC 2217 port knows no ``write_timeout``; its socket does. To its reader a time-out is a pause."""
        connection: socket.socket | None = getattr(self._port, "_socket", None)
        if connection is not None:
            connection.settimeout(WRITE_SECONDS)

    def _run(self) -> None:
        while not self._closing:
            try:
                data = bytes(self._port.read(1))
                data += bytes(self._port.read(self._port.in_waiting)) if data else b""
            except Exception as error:  # noqa: BLE001  # pyserial breaks in many ways while it is being closed
                if not self._closing:
                    self._heard.put(error if isinstance(error, LINE_ERRORS) else serial.SerialException(str(error)))
                return
            if data:
                self._heard.put(data)

    def read(self, seconds: float | None) -> bytes:
        try:
            item = self._heard.get(timeout=seconds)
        except Empty:
            return b""
        if isinstance(item, Exception):
            raise item
        return item

    def write(self, data: bytes) -> None:
        self._port.write(data)

    def wake(self) -> None:
        self._heard.put(b"")

    def close(self) -> None:
        self._closing = True
        left_open: socket.socket | None = getattr(self._port, "_socket", None)
        with suppress(*LINE_ERRORS):
            self._port.close()
        if left_open is not None:  # pyserial forgets to close it when the far end was gone first
            left_open.close()
        self._pump.join(2 * PUMP_SECONDS + 1)
